"""`inspection-digest source add`: documents become sources that quotations are proved against.

All or nothing for each: its folder is written aside and renamed into place when everything is
sound; a folder that `new` made is filled (`filling`). Several documents are read at once, on all
cores; what was read is kept for another time.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Lock
from typing import Any, get_args
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from inspection_digest import keeping
from inspection_digest.commands.filling import described, fill, filled, only_described
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.documents.extraction import read_all
from inspection_digest.documents.fetch import fetch
from inspection_digest.documents.limits import SourceUnreadable
from inspection_digest.documents.sources import load, read_document
from inspection_digest.documents.text import PAGE_BREAK, SourceText
from inspection_digest.reading.fields import SLUG, SLUG_LIMIT
from inspection_digest.reading.plain_scalar import scalar
from inspection_digest.reading.problems import validate
from inspection_digest.reading.source_records import Licence, SourceKind, SourceRecord
from inspection_digest.reading.yaml_text import read_yaml
from inspection_digest.reporting.text import as_text

_SCHEMA = "# yaml-language-server: $schema=../../../plugins/inspection_digest/schema/source.json\n"
_TITLE_LIMIT = 150
_OF_ONE = ("title", "url", "published", "archived", "id")
_ONE_FETCH = Lock()  # documents are read at once, but nobody's server is asked twice at a time


class Document(Struct, frozen=True):
    """A document as it was read: `url` is where it was fetched, None for a file."""

    text: SourceText
    sha256: str
    url: str | None


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser("source", help="add a document as a source, with its text")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser(
        "add",
        help="read a PDF, a web page or a text file and write content/sources/<id>/",
        description="Reads PDFs, web pages or plain text files, from disk or from an https "
        "address, and writes for each content/sources/<id>/source.yaml and, where the licence "
        "allows, text.txt. Exit code 0: written; 1: not all; of those named nothing was written.",
    )
    add.add_argument("documents", metavar="FILE-OR-URL", nargs="+")
    add.add_argument("--kind", required=True, choices=get_args(SourceKind))
    add.add_argument("--title", help="its own title, as printed; default: its first words")
    add.add_argument("--publisher", help="who published it; default for a URL: its host")
    add.add_argument("--url", help="where it is on the web; default for a URL: that")
    add.add_argument("--published", metavar="DATE", help="2019-03-29, 2019-03 or 2019")
    add.add_argument("--retrieved", metavar="DATE", help="when it was fetched; default: today")
    add.add_argument("--archived", metavar="URL", help="a copy in a web archive")
    add.add_argument("--licence", choices=get_args(Licence), default="linked-only")
    add.add_argument(
        "--id",
        help="the name of its folder; default: from date, title and kind. What a source.yaml "
        "there says is kept, if no text is beside it",
    )
    add.add_argument("--content", default="content", type=Path, help="the content folder")
    add.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read every document and write what can be; a sentence on each of the others."""
    today = datetime.now(UTC).date()
    places: list[str] = list(dict.fromkeys(arguments.documents))
    refused = _refused(arguments, places)
    if refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    watched = len(places) > 1 and sys.stderr.isatty()
    found = read_all(places, read, _show_progress if watched else _show_nothing)
    written = [_written(arguments, place, document, today) for place, document in found.items()]
    if any(written) and arguments.licence != "ogl-3":
        texts = "Its text is" if len(places) == 1 else "Their texts are"
        sys.stdout.write(
            f"{texts} not held: the licence was not said to allow it. Where a document is under "
            "the Open Government Licence, add it with --licence ogl-3.\n"
        )
    return 0 if all(written) else 1


def read(place: str) -> Document:
    """The document in a file or at an address. Raises SourceUnreadable only."""
    if re.match(r"[a-z][a-z0-9+.-]+://", place, re.IGNORECASE):
        with _ONE_FETCH:
            fetched = fetch(place)
        parts = urlsplit(fetched.url)
        data, name = fetched.data, Path(unquote(parts.path)).name or parts.hostname or "page"
        url: str | None = place
    else:
        data, name, url = load(Path(place)), Path(place).name, None
    text = read_document(data, name, cache=keeping.documents())
    return Document(text, hashlib.sha256(data).hexdigest(), url)


def add(arguments: argparse.Namespace, document: Document, today: date) -> Path:
    """Write the source and return its folder. Raises SourceUnreadable; then nothing is written."""
    there = _there(arguments)
    record = _record(arguments, document, there, today)
    id_ = arguments.id or _default_id(record)
    if not SLUG.fullmatch(id_) or len(id_) > SLUG_LIMIT:
        raise SourceUnreadable(f"“{id_}” cannot be a name: use small letters, digits and hyphens.")
    folder: Path = arguments.content / "sources" / id_
    if folder.exists() and not there:
        raise SourceUnreadable(
            f"There is a source named {id_} already; add this one by itself, with another --id."
        )
    text = _held(document.text) if record["licence"] == "ogl-3" else None
    try:
        if there:
            fill(folder, _checked_yaml(record, folder), text)
        else:
            _write(folder, _checked_yaml(record, folder), text)
    except OSError as error:
        reason = (error.strerror or "the disk refused").lower()
        raise SourceUnreadable(f"{folder.as_posix()} cannot be written: {reason}.") from None
    return folder


def _there(arguments: argparse.Namespace) -> dict[str, str]:
    """What is said already of the source with this --id, where its document is still to come."""
    folder: Path = arguments.content / "sources" / (arguments.id or "")
    if not arguments.id or not SLUG.fullmatch(arguments.id) or not only_described(folder):
        return {}
    there = described((folder / "source.yaml").read_text("utf-8", "replace"), _path(folder))
    if there.get("kind", arguments.kind) != arguments.kind:
        raise SourceUnreadable(
            f"The source named {arguments.id} is there already, and it is another kind of "
            f"document: {there['kind']}. Give this one another --id."
        )
    return there


def _path(folder: Path) -> str:
    return f"content/sources/{folder.name}/source.yaml"


def _refused(arguments: argparse.Namespace, places: Sequence[str]) -> str:
    """Why nothing at all can be done, or nothing."""
    sources = arguments.content / "sources"
    if not sources.is_dir():
        return f"There is no folder {sources.as_posix()}; name it with --content."
    given = [name for name in _OF_ONE if getattr(arguments, name)]
    if len(places) > 1 and given:
        return f"--{given[0]} is a fact of one document: add that one by itself."
    return ""


def _written(
    arguments: argparse.Namespace, place: str, document: Document | SourceUnreadable, today: date
) -> bool:
    """Whether a document was written, and the line that says so or why not."""
    try:
        if isinstance(document, SourceUnreadable):
            raise document
        folder = add(arguments, document, today)
    except SourceUnreadable as unreadable:
        named = Path(place).name in unreadable.sentence or len(arguments.documents) == 1
        which = "" if named else f"{place}: "
        sys.stderr.write(f"{which}{unreadable.sentence}\n")
        return False
    sys.stdout.write(f"Written: {folder.as_posix()}\n")
    return True


def _show_progress(done: int, of: int, place: str) -> None:
    sys.stderr.write(f"{done:>{len(str(of))}} of {of} read: {Path(place).name}\n")


def _show_nothing(done: int, of: int, place: str) -> None:
    """In a pipe nobody waits."""


def _record(
    arguments: argparse.Namespace, document: Document, there: dict[str, str], today: date
) -> dict[str, str]:
    """The keys of source.yaml in the order of SourceRecord; what is not known is left out.

    What is `there` already is kept.
    """
    text, url = document.text, document.url
    host = urlsplit(url).hostname if url else None
    publisher = there.get("publisher") or arguments.publisher or host
    if not publisher:
        raise SourceUnreadable("Who published it? Say so: --publisher 'Ofsted'.")
    facts = {
        "kind": arguments.kind,
        "title": arguments.title or _first_words(text),
        "publisher": publisher,
        "url": arguments.url or url,
        "published": arguments.published,
        "retrieved": arguments.retrieved or today.isoformat(),
        "archived": arguments.archived,
        "licence": arguments.licence,
        "sha256": document.sha256,
        "pages": str(len(text.pages)) if text.paged else None,
        "damaged": _page_list(text.damaged),
    }
    known = {key: value for key, value in facts.items() if value is not None} | there
    return known | {"licence": "ogl-3"} if arguments.licence == "ogl-3" else known


def _first_words(text: SourceText) -> str:
    """The first paragraph: on a cover or a web page, the title."""
    first = next(page for page in text.pages if page.strip()).strip().split("\n\n")[0]
    words = " ".join(first.split())
    return words if len(words) <= _TITLE_LIMIT else f"{words[:_TITLE_LIMIT].rsplit(' ', 1)[0]} …"


def _page_list(pages: frozenset[int]) -> str | None:
    return f"[{', '.join(map(str, sorted(pages)))}]" if pages else None


def _default_id(record: dict[str, str]) -> str:
    said = f"{record.get('published', '')[:4]} {record['title']}"
    slug = re.sub(r"[^a-z0-9]+", "-", said.casefold().replace("’", "")).strip("-")
    kind = f"-{record['kind']}"
    return slug[: SLUG_LIMIT - len(kind)].strip("-") + kind


def _checked_yaml(record: dict[str, str], folder: Path) -> str:
    """source.yaml, read back by the same rules as any other before it is written."""
    lines = {
        key: f"{key}: {value if key == 'damaged' else scalar(value)}"
        for key, value in record.items()
    }
    if only_described(folder):
        text = (folder / "source.yaml").read_text("utf-8", "replace")
        written = filled(text, _path(folder), lines, free=record["licence"] == "ogl-3")
    else:
        written = _SCHEMA + "".join(f"{line}\n" for line in lines.values())
    diagnostics = Diagnostics()
    document = read_yaml(written, _path(folder), diagnostics)
    if document is None or validate(SourceRecord, document, diagnostics) is None:
        raise SourceUnreadable(f"{as_text(diagnostics).strip()}\nNothing was written.")
    return written


def _held(text: SourceText) -> str:
    """What text.txt holds. A damaged page is held as an empty one, to prove nothing."""
    pages = ("" if number in text.damaged else page for number, page in enumerate(text.pages, 1))
    return PAGE_BREAK.join(pages)


def _write(folder: Path, yaml: str, text: str | None) -> None:
    """The folder, whole or not at all. Raises OSError."""
    aside = Path(tempfile.mkdtemp(prefix=".adding-", dir=folder.parent))
    try:
        aside.chmod(0o755)
        (aside / "source.yaml").write_text(yaml, "utf-8", newline="\n")
        if text is not None:
            (aside / "text.txt").write_text(text, "utf-8", newline="\n")
        aside.rename(folder)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        raise
