"""What the page "Check a quote" is given of the sources and of the digests that cite them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests import small_site

from inspection_digest.composing import check
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.prepared import prepare
from inspection_digest.views.check import CheckedSource, CitingDigest, ReadingPieces, SourceRow

DIARY = "kind: post\ntitle: Where is the track?\npublisher: A diary\n"
PAGES = SourceText(
    ("Head 😀\n\n😀 a 𝟏 word¹ of\n1\n", "Head 😀\n\nit.\n2\n", "Head 😀\n\nb\n3\n"), paged=True
)


def checked(changes: small_site.Changes | None = None) -> dict[str, CheckedSource]:
    found = check.checked_sources(small_site.edition(changes))
    return {source.id: source for source in found}


def test_a_source_comes_with_its_pages_and_the_digests_that_cite_it() -> None:
    report = checked()["moor-report"]
    assert report.pages == tuple(small_site.REPORT_TEXT.split("\f"))
    assert (report.paged, report.extracts, report.damaged) == (True, False, ())
    assert (report.kind, report.published) == ("inspection report", "2031-05-14")
    assert (report.address, report.anchor) == ("sources/moor-report/", "page-{page}-{paragraph}")
    line = small_site.DIGEST.splitlines().index("quotes:") + 1
    (digest,) = report.digests
    assert digest == CitingDigest(
        id="moor-line/2031-05-14",
        title=digest.title,
        path="content/digests/moor-line/2031-05-14.yaml",
        line=line,
        edit=f"{small_site.SITE.repository}/edit/main/content/{small_site.MOOR}#L{line}",
        alias="report",
        names=("on-time", "no-track", "clear-plan", "paper", "on-order"),
        others=("moor-release",),
    )
    assert "Moor Line" in digest.title


def test_a_digest_without_quotes_has_no_line_and_a_site_without_a_repository_no_editor() -> None:
    text = small_site.DIGEST.split("quotes:")[0]
    edition = small_site.edition({small_site.MOOR: text}, repository="")
    for source in check.checked_sources(edition):
        for digest in source.digests:
            assert (digest.line, digest.edit) == (0, "")
    assert check.check_page(edition).new_file == ""


def test_of_a_text_that_is_not_held_nothing_is_published_but_that_it_is_not() -> None:
    diary = checked({"sources/moor-diary/source.yaml": DIARY})["moor-diary"]
    assert (diary.pages, diary.readings, diary.digests) == (None, (), ())
    assert diary.held == "We have no address of it and we hold no text of it."


def test_the_list_is_in_the_order_of_ids_and_says_what_is_held() -> None:
    edition = small_site.edition({"sources/a-diary/source.yaml": DIARY})
    first, *_ = check.source_rows(edition)
    assert first == SourceRow("a-diary", "Where is the track?", "A diary", "blog post", "", "")
    ids = [row.id for row in check.source_rows(edition)]
    assert ids == ["a-diary", "moor-release", "moor-report"]


def test_offsets_count_as_a_browser_counts() -> None:
    body, without_notes, level, by_page = check.readings(PAGES)
    head, page = "Head 😀\n", len(PAGES.pages[0])
    start, more = len(head) + 2, 3  # a blank line; the characters that have two units
    assert body.pieces[0] == (1, start, page + more - 2)
    assert without_notes.apart is False
    assert level.reset == ((len("😀 a 𝟏 word") + 2, "1"),)
    assert by_page == ReadingPieces(
        ((1, 0, page + more), (2, 0, len(PAGES.pages[1]) + 1), (3, 0, len(PAGES.pages[2]) + 1)),
        apart=True,
        reset=(),
    )


TEXTS = st.text("ab1¹ .\n-😀𝟏\uffff", max_size=60)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans(), st.booleans())
def test_the_published_readings_are_those_that_prove(
    pages: list[str], paged: bool, extracts: bool
) -> None:
    """Rebuilt from UTF-16 as the browser does, they are the texts of `evidence.flow`."""
    source = SourceText(tuple(pages), paged=paged, extracts=extracts)
    flows = [reading.flow for reading in prepare(source).readings()]
    published = list(check.readings(source))
    assert len(flows) == len(published)
    for flow, reading in zip(flows, published, strict=True):
        units = [page.encode("utf-16-le") for page in pages]
        pieces = [units[n - 1][2 * a : 2 * b].decode("utf-16-le") for n, a, b in reading.pieces]
        expected = [pages[each.page - 1][each.start : each.end] for each in flow.pieces]
        assert pieces == expected
        assert [number for number, *_ in reading.pieces] == [each.page for each in flow.pieces]
        text = flow.text.encode("utf-16-le")
        for at, characters in reading.reset:
            set_there = text[2 * at : 2 * at + len(characters.encode("utf-16-le"))]
            assert set_there.decode("utf-16-le") == characters
