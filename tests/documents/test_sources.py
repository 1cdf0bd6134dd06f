"""What a document is, is told by its bytes; what cannot be read is refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.documents.pdf_writer import pdf, show

from inspection_digest.documents.limits import Limits, SourceUnreadable
from inspection_digest.documents.sources import kind_of, read_document, read_source
from inspection_digest.documents.text import SourceText

ERROR_PAGE = b"""<!DOCTYPE html>
<html><head><title>Page not found &amp; gone - An Inspectorate</title></head>
<body><h1>Page not found</h1></body></html>"""


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(SourceUnreadable) as caught:
        read_document(data, name)
    return caught.value.sentence


def test_a_pdf_is_a_pdf_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(pdf(show(50, 700, "Words.")))
    assert read_source(path) == SourceText(("Words.\n",), paged=True)


def test_a_web_page_is_one_running_text() -> None:
    assert read_document(b"<html><p>One.<p>Two.", "page") == SourceText(("One.\n\nTwo.\n",))


def test_plain_text_is_read_as_it_stands() -> None:
    said = "One ‘line’\n\n  and another. \n"
    assert read_document(said.encode(), "a.txt") == SourceText((said,))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xef\xbb\xbfGood\r\nenough", "Good\nenough\n"),
        ("Good ‘enough’".encode("utf-16"), "Good ‘enough’\n"),
        (b"\x91Good\x92, \xa33m", "‘Good’, £3m\n"),
        (b"One page\n\x0cand the next", "One page\n\n\nand the next\n"),
    ],
)
def test_plain_text_of_other_programs_is_read(data: bytes, said: str) -> None:
    assert read_document(data, "a.txt").pages == (said,)


def test_a_pdf_that_is_an_error_page_is_refused_with_what_the_page_says() -> None:
    assert refusal(ERROR_PAGE, "report.pdf") == (
        "report.pdf is not a PDF: it is a web page that says “Page not found gone - An "
        "Inspectorate”, as servers send in place of a missing file."
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "report.pdf is not a PDF: it is empty."),
        (b"Not found", "report.pdf is not a PDF: it is plain text."),
        (b"PK\x03\x04", "report.pdf is not a PDF: it is a Word document or another zip file."),
        (
            b"\x00\x01\x02\x81",
            "report.pdf is not a PDF: it is neither a PDF, nor a web page, nor plain text.",
        ),
    ],
)
def test_a_pdf_that_is_something_else_is_refused(data: bytes, said: str) -> None:
    assert refusal(data, "report.pdf") == said


def test_a_word_document_is_refused_whatever_its_name() -> None:
    assert refusal(b"PK\x03\x04", "report.docx") == (
        "report.docx is not a report we can read: it is a Word document or another zip file."
    )


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match=r"^none\.pdf cannot be opened: no such file"):
        read_source(tmp_path / "none.pdf")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="cannot be opened: is a directory"):
        read_source(tmp_path)


def test_a_file_larger_than_any_report_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * 2_000_001)
    with pytest.raises(SourceUnreadable, match=r"large\.txt is larger than 1 MB"):
        read_source(path, limits=Limits(document=2_000_000))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4\n", "pdf"),
        (b"\n\n%PDF-1.4\n", "pdf"),
        (b"<!doctype html><p>About %PDF-1.4", "html"),
        (b"  <!-- a comment -->\n<html>", "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "html"),
        ("<html>".encode("utf-16"), "html"),
        (b"1 < 2 and 3 > 2", "text"),
        (b"\x89PNG\r\n", None),
        (b"   ", None),
    ],
)
def test_bytes_tell_what_a_document_is(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind
