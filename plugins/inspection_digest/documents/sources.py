"""A document to its text: what it is is decided by its bytes, never by its name alone."""

from __future__ import annotations

import html
import re
from pathlib import Path

from inspection_digest.documents.cache import keep, lookup
from inspection_digest.documents.limits import DEFAULT_LIMITS, Limits, SourceUnreadable
from inspection_digest.documents.sandbox import read_apart
from inspection_digest.documents.text import PAGE_BREAK, SourceText

_TAGS = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|title|div|p|h[1-6]|main|article|table)[\s>]",
    re.IGNORECASE,
)
_TITLE = re.compile(rb"<title[^>]{0,200}>([^<]{1,200})", re.IGNORECASE)
# What people hand over in place of a report, by its first bytes.
_OTHERS = (
    (b"PK\x03\x04", "a Word document or another zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document or another Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"%!PS", "a PostScript file"),
)


def read_source(
    path: Path, *, limits: Limits = DEFAULT_LIMITS, cache: Path | None = None
) -> SourceText:
    """The text of a PDF, HTML or plain text file. Raises SourceUnreadable only.

    `cache` is a folder in which texts are kept from one reading to the next.
    """
    return read_document(load(path, limits=limits), path.name, limits=limits, cache=cache)


def load(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """A file's bytes, if it is a file and not larger than a document may be."""
    try:
        with path.open("rb") as file:
            data = file.read(limits.document + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise SourceUnreadable(f"{path.name} cannot be opened: {reason}.") from None
    if len(data) > limits.document:
        most = limits.document // 2**20
        raise SourceUnreadable(f"{path.name} is larger than {most} MB; no report is.")
    return data


def read_document(
    data: bytes, name: str, *, limits: Limits = DEFAULT_LIMITS, cache: Path | None = None
) -> SourceText:
    """The text of a document held in memory; `name` is its file name, for messages.

    A name that ends in .pdf is a promise: what is not a PDF then is refused.
    """
    kind = kind_of(data)
    if Path(name).suffix.lower() == ".pdf" and kind != "pdf":
        raise SourceUnreadable(f"{name} is not a PDF: {_what_it_is(data, kind)}.")
    if kind is None:
        raise SourceUnreadable(f"{name} is not a report we can read: {_what_it_is(data, kind)}.")
    if kind == "text":
        return SourceText((_plain(data),))
    kept = lookup(cache, data, kind) if cache else None
    if kept is not None:
        return kept
    try:
        pages = read_apart(kind, data, limits)
    except SourceUnreadable as unreadable:
        raise SourceUnreadable(f"{name} cannot be read. {unreadable.sentence}") from None
    damaged = frozenset(number for number, page in enumerate(pages, 1) if page[1])
    read = SourceText(tuple(text for text, _ in pages), paged=kind == "pdf", damaged=damaged)
    if cache:
        keep(cache, data, kind, read)
    return read


def kind_of(data: bytes) -> str | None:
    """`pdf`, `html` or `text`, by the bytes; None for anything else."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    # A PDF may have up to 1024 bytes before its mark, but a web page may speak of PDFs.
    if b"%PDF-" in data[:1024] and not start.startswith(b"<"):
        return "pdf"
    if any(data.startswith(mark) for mark, _ in _OTHERS):
        return None
    if _TAGS.search(start.replace(b"\x00", b"") if wide else start):
        return "html"
    try:
        text = _decode(data)
    except UnicodeDecodeError:
        return None
    return "text" if text.strip() and not re.search(r"[\x00-\x08\x0e-\x1a]", text) else None


def _what_it_is(data: bytes, kind: str | None) -> str:
    if not data.strip():
        return "it is empty"
    if kind == "html":
        title = _TITLE.search(data[:65536])
        named = html.unescape(title[1].decode("utf-8", "replace")) if title else ""
        named = " ".join(re.sub(r"[^\w\s.,:;!?'’()–-]", "", named).split())[:80].strip()
        said = f" that says “{named}”" if named else ""
        return f"it is a web page{said}, as servers send in place of a missing file"
    if kind == "text":
        return "it is plain text"
    for mark, what in _OTHERS:
        if data.startswith(mark):
            return f"it is {what}"
    return "it is neither a PDF, nor a web page, nor plain text"


def _plain(data: bytes) -> str:
    """Plain text with line feeds; a form feed, a page break in print, parts paragraphs."""
    text = _decode(data).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace(PAGE_BREAK, "\n\n")
    return text if text.endswith("\n") else f"{text}\n"


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Windows programs save; five of its bytes mean nothing, so other files fail here.
        return data.decode("cp1252")
