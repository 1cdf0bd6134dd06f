"""Sources, providers and frameworks, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from inspection_digest.comparing.facts import fact_change, fact_changes, words
from inspection_digest.comparing.side import Side
from inspection_digest.reading.library import Source
from inspection_digest.views.comparison import FactChange, RecordChange

KINDS = ("sources", "providers", "frameworks")


def record_changes(before: Side, after: Side) -> Iterator[RecordChange]:
    """Every such record that is another now, a kind at a time, in order of name."""
    broken = {item.position.path for item in after.errors}
    for kind in KINDS:
        was: Mapping[str, Any] = getattr(before.edition.library, kind)
        now: Mapping[str, Any] = getattr(after.edition.library, kind)
        one = kind.removesuffix("s")
        for id_ in sorted(now.keys() | was.keys()):
            record = now.get(id_) or was[id_]
            title = words(getattr(record.record, "title", "") or record.record.name)
            if id_ not in was:
                yield RecordChange("added", one, id_, title)
            elif id_ not in now:
                how = "unreadable" if _path(was[id_]) in broken else "removed"
                yield RecordChange(how, one, id_, title)  # type: ignore[arg-type]
            else:
                facts = (*fact_changes(was[id_].record, now[id_].record), *_text(was, now, id_))
                if facts:
                    yield RecordChange("changed", one, id_, title, facts)


def _text(was: Mapping[str, Any], now: Mapping[str, Any], id_: str) -> Iterator[FactChange]:
    """What we hold of a source's text, where it is another now."""
    old, new = was[id_], now[id_]
    if isinstance(old, Source) and old.text_sha256 != new.text_sha256:
        change = fact_change("text we hold", old.text, new.text)
        yield FactChange(change.name, "", "", change.note or "changed")


def _path(record: Any) -> str:
    position = getattr(record, "position", None) or record.document
    return str(position.path)
