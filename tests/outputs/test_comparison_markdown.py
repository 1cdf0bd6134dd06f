"""The summary as a whole: nothing in it is markup that a contributor wrote, and it stays short."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown_it import MarkdownIt

from inspection_digest.outputs.comparison_markdown import comparison_markdown
from inspection_digest.views.comparison import (
    Comparison,
    ContrastChange,
    DigestChange,
    FactChange,
    FileGroup,
    Problem,
    QuoteChange,
    RecordChange,
)

EVIL = (
    "</code> `` ` <img src=x onerror=alert(1)> [in](javascript:alert(1)) ![x](//evil.example) "
    "@octocat #1 | --- | <!-- --> **bold** <details> &lt;b&gt;\n\n# heading\n\n- item"
)
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS = {"h1", "h2", "p", "ul", "li", "strong", "code"}


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        assert attrs == []


def tags(text: str) -> list[str]:
    view = Comparison(
        digests=(
            DigestChange(
                "changed",
                text,
                text,
                text,
                (FactChange(text, "", text), FactChange(text, text, text)),
                (FactChange(text, "", "", text), FactChange(text, text, "")),
                (ContrastChange("added", text, text, text, "omits"),),
                (
                    QuoteChange("changed", text, text, text, "fails", text),
                    QuoteChange("added", text, text, "", "holds", text),
                ),
            ),
        ),
        records=(RecordChange("added", "source", text, text, (FactChange(text, text, text),)),),
        files=(FileGroup("Digests", (text,), (text,), (text,)),),
        left_out=(text,),
        problems=(Problem(text, text, text, text),),
        problems_before=(Problem(text, text, text, text),),
    )
    return Tags(READER.render(comparison_markdown(view))).found


def test_hostile_text_makes_the_same_page_as_plain_words() -> None:
    assert tags(EVIL) == tags("plain words")
    assert set(tags(EVIL)) == OURS


def test_where_nothing_changes_it_says_so() -> None:
    made = comparison_markdown(Comparison((), (), (), (), (), ()))
    assert made.splitlines()[2] == "Nothing in the record is another than before."


def test_a_huge_change_has_a_summary_that_can_be_read() -> None:
    """A step's summary on GitHub ends at a mebibyte."""
    quotes = tuple(
        QuoteChange("changed", "q", "* " * 900, "_ " * 900, "fails", "no") for _ in range(99)
    )
    digests = tuple(DigestChange("added", f"a/{n}", "A", "a", quotes=quotes) for n in range(200))
    files = (FileGroup("Digests", tuple(f"digests/a/{n}/" for n in range(9000)), (), ()),)
    problems = tuple(Problem("a", "b", "word " * 500, "cure") for _ in range(9000))
    made = comparison_markdown(Comparison(digests, (), files, (), problems, ()))
    assert len(made.encode()) < 1_000_000
    assert "The rest is too long to be shown here." in made
    assert "- … and 8,970 more messages" in made


def test_long_lists_are_cut_and_counted() -> None:
    quotes = tuple(QuoteChange("added", "q", "word", "", "holds", "Here.") for _ in range(60))
    digests = tuple(DigestChange("added", f"a/{n}", "A", "a", quotes=quotes) for n in range(40))
    files = (FileGroup("Digests", tuple(f"digests/a/{n}/" for n in range(9000)), (), ()),)
    made = comparison_markdown(Comparison(digests, (), files, (), (), ()))
    assert made.count("- … and 10 more quotes") == 30
    assert "- … and 10 more digests" in made
    assert "and 8,992 more" in made
