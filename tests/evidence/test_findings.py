"""What is said of a quotation that does not hold, where an example file cannot show it."""

from __future__ import annotations

from tests.small_site import DIGEST, MOOR, REPORT, Changes, files

from inspection_digest.checking import check_library
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reporting.text import as_text


def said(changes: Changes) -> str:
    diagnostics = Diagnostics()
    check_library(files(changes), diagnostics)
    return as_text(diagnostics)


def test_words_outside_the_passages_we_hold_are_not_said_to_be_of_a_text_we_do_not_hold() -> None:
    changes = {
        "sources/moor-report/source.yaml": REPORT.replace("pages: 2\n", "") + "held: extracts\n",
        MOOR: DIGEST.replace("Leaders have a clear plan.", "Leaders meet on Mondays."),
    }
    assert (
        "content/digests/moor-line/2031-05-14.yaml:21:11: warning [quote-unheld]\n"
        "  `clear-plan` cannot be checked: it is in none of the passages we hold of moor-report.\n"
        "    |     text: Leaders meet on Mondays.\n"
        "    |           ^\n"
        "  Add the passage to the text.txt beside its source.yaml, an empty line between passages. "
        "Until then the site says that it is not proved.\n"
    ) in said(changes)
