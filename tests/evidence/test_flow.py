"""Reading on from page to page: furniture and footnotes left out, and the way back to the page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.flow import body, by_page, with_level_calls, without_notes
from inspection_digest.evidence.furniture import bodies


def report(*texts: str) -> SourceText:
    """Pages with a running header, a number and a footer over two lines, as a report has them."""
    foot = "Nowhere Inspectorate\n3 to 9 May 2031\n"
    return SourceText(
        tuple(
            f"Inspection of Nowhere\n\n{text}\n\n{number}\n\n{foot}"
            for number, text in enumerate(texts, 1)
        ),
        paged=True,
    )


def words(text: str) -> str:
    return " ".join(text.split())


def test_headers_footers_and_numbers_are_left_out() -> None:
    source = report("The first page ends in the", "middle of a sentence.", "The third.")
    assert words(body(source).text) == "The first page ends in the middle of a sentence. The third."


def test_a_number_that_is_not_the_page_s_stays() -> None:
    source = report("Staff:\n17", "Cases:\n40", "None.")
    assert words(body(source).text) == "Staff: 17 Cases: 40 None."


def test_paragraph_numbers_at_the_top_of_pages_stay() -> None:
    source = report("12.\nOne", "13.\nTwo", "14.\nThree", "15.\nFour")
    assert words(body(source).text) == "12. One 13. Two 14. Three 15. Four"


def test_a_line_that_repeats_in_the_middle_of_pages_stays() -> None:
    lines = [f"Line {word} of many" for word in ("one", "two", "six", "ten", "red", "sea")]
    pages = [
        "\n".join([f"Begun {name}", *lines, "Is it good?", *lines, f"Ended {name}"])
        for name in ("anew", "again", "alone")
    ]
    assert body(report(*pages)).text.count("Is it good?") == 3


def test_one_page_and_one_running_text_have_no_furniture() -> None:
    assert bodies(["Title\n\nText\n"]) == [(0, 12)]
    running = SourceText(("Title\n\nText\n",))
    assert body(running).text == "Title\n\nText\n"


def test_whole_pages_can_still_be_read_one_by_one() -> None:
    source = report("One", "Two", "Three")
    whole = by_page(source)
    assert whole is not None
    assert whole.text.count("Inspection of Nowhere") == 3
    assert "One" in whole.text.split("\uffff")[0]


@given(st.data())
def test_every_stretch_leads_back_to_its_own_characters(data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.text("ab \n1.", max_size=20), min_size=1, max_size=4))
    source = report(*texts)
    flow = body(source)
    start = data.draw(st.integers(0, len(flow.text)))
    end = data.draw(st.integers(start, len(flow.text)))
    found = "".join(source.pages[p.page - 1][p.start : p.end] for p in flow.pieces_in(start, end))
    assert found.replace("\n", "") == flow.text[start:end].replace("\n", "")


def test_footnotes_and_their_calls_can_be_left_out() -> None:
    source = report(
        "The board1 met often. It led the\n\n1 Until 2030 it was a panel.",
        "change² with care.\n\n² See annex B.",
        "The end.",
    )
    flow = without_notes(source)
    assert flow is not None
    assert words(flow.text) == "The board met often. It led the change with care. The end."


def test_a_figure_that_calls_no_note_is_content() -> None:
    source = report("At KS4 and in s20 cases\n\n4 Four cases.", "Over 5 m² and 10² there", "End.")
    assert without_notes(source) is None


def test_a_sentence_that_goes_on_behind_a_figure_is_no_note() -> None:
    late = "They like their training.3 The plan was\n3 months late and was not"
    source = report(late, "on time for any of the teams.", "End.")
    assert without_notes(source) is None
    address = "They like their training.3 The plan was\n\n3 www.nowhere.example/plan"
    flow = without_notes(report(address, "on time for all of the teams.", "End."))
    assert flow is not None
    read = "They like their training. The plan was on time for all of the teams. End."
    assert words(flow.text) == read


def test_the_figure_of_a_page_or_a_section_calls_no_note() -> None:
    for call in ("p.4", "pp.4", "no.4", "s.4", "Fig.4"):
        source = report(f"They told us ({call}) that work was\n4 Cases not good", "enough.", "End.")
        assert without_notes(source) is None


def test_a_word_or_two_that_deny_are_no_furniture_though_every_page_has_them() -> None:
    foots = ("not", "was not", "no")
    for foot in foots:
        pages = [f"Leaders were described here as\n{foot}", f"good.\n{foot}", f"They are\n{foot}"]
        source = SourceText(tuple(f"{page}\n" for page in pages), paged=True)
        assert words(body(source).text) == words(" ".join(pages))


def test_a_share_and_a_sum_are_no_page_numbers() -> None:
    for sign in ("{}%", "£{}", "€{}", "{}‰"):
        said = enumerate(("One rate was", "Another was", "The last is"), 1)
        pages = [f"{start}\n{sign.format(number)}\n" for number, start in said]
        source = SourceText(tuple(pages), paged=True)
        assert words(body(source).text) == words(" ".join(pages))


def test_raised_calls_can_be_read_on_the_line_but_powers_cannot() -> None:
    flow = with_level_calls(SourceText(("The board² met 10² times in 2018.²\n",)))
    assert flow is not None
    assert flow.text == "The board2 met 10² times in 2018.²\n"


def test_extracts_are_walled_off_from_each_other() -> None:
    source = SourceText(("One passage\nhere.\n\nAnother.\n",), extracts=True)
    assert body(source).text.split("\uffff") == ["One passage\nhere.", "", "Another.\n"]
