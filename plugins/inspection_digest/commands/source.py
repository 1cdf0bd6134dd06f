"""`inspection-digest source add`: a document becomes a source that quotations are proved against.

All or nothing: the folder is written aside and renamed into place when everything is sound.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args
from urllib.parse import unquote, urlsplit

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.documents.fetch import fetch
from inspection_digest.documents.limits import SourceUnreadable
from inspection_digest.documents.sources import load, read_document
from inspection_digest.documents.text import PAGE_BREAK, SourceText
from inspection_digest.reading.fields import SLUG, SLUG_LIMIT
from inspection_digest.reading.problems import validate
from inspection_digest.reading.records import Licence, SourceKind, SourceRecord
from inspection_digest.reading.scalars import scalar
from inspection_digest.reading.yaml_text import read_yaml
from inspection_digest.reporting.text import as_text

_SCHEMA = "# yaml-language-server: $schema=../../../plugins/inspection_digest/schema/source.json\n"
_TITLE_LIMIT = 150


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser("source", help="add a document as a source, with its text")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser(
        "add",
        help="read a PDF, a web page or a text file and write content/sources/<id>/",
        description="Reads a PDF, a web page or a plain text file, from disk or from an https "
        "address, and writes content/sources/<id>/source.yaml and, where the licence allows, "
        "text.txt. Exit code 0: written; 1: not, and nothing was changed.",
    )
    add.add_argument("document", metavar="FILE-OR-URL")
    add.add_argument("--kind", required=True, choices=get_args(SourceKind))
    add.add_argument("--title", help="its own title, as printed; default: its first words")
    add.add_argument("--publisher", help="who published it; default for a URL: its host")
    add.add_argument("--url", help="where it is on the web; default for a URL: that")
    add.add_argument("--published", metavar="DATE", help="2019-03-29, 2019-03 or 2019")
    add.add_argument("--retrieved", metavar="DATE", help="when it was fetched; default: today")
    add.add_argument("--archived", metavar="URL", help="a copy in a web archive")
    add.add_argument("--licence", choices=get_args(Licence), default="linked-only")
    add.add_argument("--id", help="the name of its folder; default: from date, title and kind")
    add.add_argument("--content", default="content", type=Path, help="the content folder")
    add.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    today = datetime.now(UTC).date()
    try:
        folder = add(arguments, today)
    except SourceUnreadable as unreadable:
        sys.stderr.write(f"{unreadable.sentence}\n")
        return 1
    sys.stdout.write(f"Written: {folder.as_posix()}\n")
    if arguments.licence != "ogl-3":
        sys.stdout.write(
            "Its text is not held: the licence was not said to allow it. If the document is under "
            "the Open Government Licence, add it with --licence ogl-3.\n"
        )
    return 0


def add(arguments: argparse.Namespace, today: date) -> Path:
    """Write the source and return its folder. Raises SourceUnreadable; then nothing is written."""
    sources = arguments.content / "sources"
    if not sources.is_dir():
        raise SourceUnreadable(f"There is no folder {sources.as_posix()}; name it with --content.")
    data, name, url = _document(arguments.document)
    text = read_document(data, name)
    record = _record(arguments, text, url, today)
    record["sha256"] = hashlib.sha256(data).hexdigest()
    id_ = arguments.id or _default_id(record)
    if not SLUG.fullmatch(id_) or len(id_) > SLUG_LIMIT:
        raise SourceUnreadable(f"“{id_}” cannot be a name: use small letters, digits and hyphens.")
    folder: Path = sources / id_
    if folder.exists():
        raise SourceUnreadable(f"There is a source named {id_} already; choose another --id.")
    _write(folder, _checked_yaml(record, id_), text if record["licence"] == "ogl-3" else None)
    return folder


def _document(place: str) -> tuple[bytes, str, str | None]:
    """The bytes, the file name and, where it was fetched, the address."""
    if re.match(r"[a-z][a-z0-9+.-]+://", place, re.IGNORECASE):
        fetched = fetch(place)
        parts = urlsplit(fetched.url)
        name = Path(unquote(parts.path)).name or parts.hostname or "page"
        return fetched.data, name, place
    path = Path(place)
    return load(path), path.name, None


def _record(
    arguments: argparse.Namespace, text: SourceText, url: str | None, today: date
) -> dict[str, str]:
    """The keys of source.yaml in the order of SourceRecord; what is not known is left out."""
    publisher = arguments.publisher or (urlsplit(url).hostname if url else None)
    if not publisher:
        raise SourceUnreadable("Who published it? Say so: --publisher “Ofsted”.")
    facts = {
        "kind": arguments.kind,
        "title": arguments.title or _first_words(text),
        "publisher": publisher,
        "url": arguments.url or url,
        "published": arguments.published,
        "retrieved": arguments.retrieved or today.isoformat(),
        "archived": arguments.archived,
        "licence": arguments.licence,
        "sha256": "",
        "pages": str(len(text.pages)) if text.paged else None,
        "damaged": _page_list(text.damaged),
    }
    return {key: value for key, value in facts.items() if value is not None}


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


def _checked_yaml(record: dict[str, str], id_: str) -> str:
    """source.yaml, read back by the same rules as any other before it is written."""
    lines = [
        f"{key}: {value if key == 'damaged' else scalar(value)}\n" for key, value in record.items()
    ]
    written = _SCHEMA + "".join(lines)
    diagnostics = Diagnostics()
    document = read_yaml(written, f"content/sources/{id_}/source.yaml", diagnostics)
    if document is None or validate(SourceRecord, document, diagnostics) is None:
        raise SourceUnreadable(f"{as_text(diagnostics).strip()}\nNothing was written.")
    return written


def _write(folder: Path, yaml: str, text: SourceText | None) -> None:
    """The folder, whole or not at all. A damaged page is held as an empty one, to prove nothing."""
    aside = Path(tempfile.mkdtemp(prefix=".adding-", dir=folder.parent))
    try:
        aside.chmod(0o755)
        (aside / "source.yaml").write_text(yaml, "utf-8", newline="\n")
        if text is not None:
            pages = (
                "" if number in text.damaged else page for number, page in enumerate(text.pages, 1)
            )
            (aside / "text.txt").write_text(PAGE_BREAK.join(pages), "utf-8", newline="\n")
        aside.rename(folder)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        reason = (error.strerror or "the disk refused").lower()
        raise SourceUnreadable(f"{folder.as_posix()} cannot be written: {reason}.") from None
