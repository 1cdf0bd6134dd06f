"""Long data files are read back an item at a time, and the same is found in them."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.answered_site import ALL
from tests.small_site import edition, published

from inspection_digest import writing
from inspection_digest.outputs.json_text import with_list
from inspection_digest.outputs.page import Templates
from inspection_digest.readback.extract import quotations_in, quotations_in_record
from inspection_digest.readback.prove_published import Readback
from inspection_digest.views.by_digest import ByDigest
from inspection_digest.writing import read_back

THEME = Path(__file__).resolve().parents[2] / "theme"
RECORDS = ("data/verification.json", "data/digests.json")

leaf = st.none() | st.integers() | st.text()
quotation = st.fixed_dictionaries({"key": st.text(), "text": st.text()})
item = st.dictionaries(st.text(), leaf | st.lists(quotation), max_size=4) | quotation


def listed(before: dict[str, object], items: list[Any], after: dict[str, object]) -> str:
    """A record of these items, each of a digest of its own."""
    quotes = ByDigest(list(map(str, range(len(items)))), lambda at: [items[int(at)]])
    return with_list(before, "quotes", quotes, lambda quote: quote, after).text()


@given(st.lists(item | leaf, max_size=6))
def test_an_item_at_a_time_is_what_there_is_as_a_whole(items: list[object]) -> None:
    text = listed({"version": "1"}, items, {"withdrawn": []})
    whole = sorted(quotations_in("data/x.json", text.encode()))
    assert sorted(quotations_in_record(io.StringIO(text, newline="\n"))) == whole


@pytest.mark.parametrize("cut", [2, 10, 200])
def test_a_record_that_is_cut_off_cannot_be_read(cut: int) -> None:
    text = listed({}, [{"key": "a", "text": "b", "n": n} for n in range(20)], {})
    with pytest.raises(json.JSONDecodeError):
        list(quotations_in_record(io.StringIO(text[:-cut])))


@pytest.mark.parametrize("path", RECORDS)
def test_a_changed_letter_is_found_in_either_way(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = edition(ALL)
    text = published(made, Templates(THEME))[path]
    words = next(iter(made.library.digests.values())).record.quotes
    said = json.dumps(next(iter(words.values())).text, ensure_ascii=False)
    (tmp_path / path).parent.mkdir()
    for wrong in (text, text.replace(said, said.upper(), 1), text.replace("#quote-", "#quota-", 1)):
        (tmp_path / path).write_text(wrong, encoding="utf-8", newline="\n")
        found = []
        for longest in (0, writing.LONG):
            monkeypatch.setattr(writing, "LONG", longest)
            readback = Readback(made.everything, made.evidence)
            found.append([str(one) for one in read_back(tmp_path, [path], readback)])
            monkeypatch.undo()
        assert found[0] == found[1]
        assert bool(found[0]) == (wrong != text)
