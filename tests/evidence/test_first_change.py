"""A message about words on several lines stands at the line where they part from the source."""

from __future__ import annotations

import pytest
from tests.small_site import DIGEST, MOOR, library

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.evidence.findings import note_findings
from inspection_digest.evidence.quotations import prove_all

SENTENCE = "    text: There is no track ... and the company could not say where it had gone.\n"
TYPED = (
    "There is no track between\nthe two stations, and the company\ncould not say where it had gone."
)


def marked(words: str, style: str = ">-\n") -> tuple[str, str]:
    """The line of words that is shown, and what stands there from the caret on."""
    block = "".join(f"      {line}\n" for line in words.split("\n"))
    text = f"    text: {style}{block if style else block.lstrip()}"
    read = library({MOOR: DIGEST.replace(SENTENCE, text)})
    diagnostics = Diagnostics()
    note_findings(read, prove_all(read), diagnostics)
    [said] = diagnostics
    assert said.code == "quote-altered"
    at = said.position
    assert read.digests["moor-line/2031-05-14"].document.lines[at.line - 1] == at.source_line
    return at.source_line.strip().removeprefix("text: "), at.source_line[at.column - 1 :]


@pytest.mark.parametrize("style", [">-\n", "|-\n", ""])
@pytest.mark.parametrize(
    ("old", "new", "line", "rest"),
    [
        ("not ", "", "could say where it had gone.", "say where it had gone."),
        ("two", "three", "the three stations, and the company", "three stations, and the company"),
        ("There", "Here", "Here is no track between", "Here is no track between"),
        (
            "where",
            "quite where",
            "could not say quite where it had gone.",
            "quite where it had gone.",
        ),
        ("between\nthe", "beside\nour", "There is no track beside", "beside"),
    ],
)
def test_it_stands_at_the_first_word_that_differs(
    style: str, old: str, new: str, line: str, rest: str
) -> None:
    assert marked(TYPED.replace(old, new), style) == (line, rest)


def test_of_several_differences_the_first_is_shown() -> None:
    words = TYPED.replace("not ", "").replace("two", "three")
    assert marked(words)[1] == "three stations, and the company"


def test_a_word_that_stands_twice_is_found_by_what_stands_before_it() -> None:
    words = TYPED.replace("and the company", "and the the company")
    assert marked(words)[1] == "the company"


def test_words_on_one_line_are_shown_from_their_beginning() -> None:
    words = TYPED.replace("\n", " ").replace("not ", "")
    assert marked(words) == (words, words)
