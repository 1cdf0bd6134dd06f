"""What is given to be pasted for a quotation holds, and nothing is given where there is doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_site import DIGEST as SITES
from tests.small_site import MOOR, REPORT_TEXT, Changes, library

from inspection_digest.diagnostics import Diagnostic, Diagnostics
from inspection_digest.evidence.findings import note_findings
from inspection_digest.evidence.quotations import prove_all

DIGEST = SITES.replace("no track ... and", "no track between the two stations, and")
PLAN = "    text: Leaders have a clear plan.\n"
SENTENCES = [
    "The timetable is printed on good paper.",
    "There is no track between the two stations, and the company could not say where it had gone.",
    "In 7 of 12 journeys the train did not arrive.",
]


def noted(changes: Changes) -> list[Diagnostic]:
    read = library(changes)
    diagnostics = Diagnostics()
    note_findings(read, prove_all(read), diagnostics)
    return list(diagnostics)


def cured(digest: str, changes: Changes | None = None) -> tuple[str, str | None]:
    """The code of the one thing said of a digest, and its lines to paste, which are tried."""
    others = changes or {}
    [said] = noted({**others, MOOR: digest})
    if said.cure is None:
        return said.code, None
    assert noted({**others, MOOR: said.cure.applied(digest)}) == []
    return said.code, said.cure.text


@pytest.mark.parametrize(
    ("typed", "pasted"),
    [
        ("Leaders have a plan.", "    text: Leaders have a clear plan."),
        ('"Leaders have a clear plans."', '    text: "Leaders have a clear plan."'),
        (">-\n      Leaders had a clear plan.", "      Leaders have a clear plan."),
        (
            "The timetable ... on fine paper.",
            "    text: The timetable ... on good paper.",
        ),
    ],
)
def test_the_source_s_own_words_are_written_as_the_file_writes(typed: str, pasted: str) -> None:
    digest = DIGEST.replace(PLAN, f"    text: {typed}\n")
    assert cured(digest) == ("quote-altered", pasted)


def test_a_quotation_that_is_altered_and_on_another_page_is_left_to_a_person() -> None:
    digest = DIGEST.replace(PLAN, "    page: 2\n    text: Leaders have a plan.\n")
    assert cured(digest) == ("quote-altered", None)


def test_the_page_is_given_where_the_words_stand_once() -> None:
    digest = DIGEST.replace(PLAN, f"    page: 2\n{PLAN}")
    assert cured(digest) == ("quote-misplaced", "    page: 1")
    twice = REPORT_TEXT.replace("In 7", "\fLeaders have a clear plan.\n\nIn 7") + "\f"
    thrice = {"sources/moor-report/text.txt": twice}
    assert cured(digest, thrice) == ("quote-misplaced", None)


def test_the_source_is_given_and_the_page_with_it_where_that_is_wrong_too() -> None:
    wrong = DIGEST.replace(
        f'source: report\n    standard: "1.1"\n{PLAN}',
        f'source: release\n    standard: "1.1"\n    page: 2\n{PLAN}',
    )
    assert cured(wrong) == (
        "quote-elsewhere",
        '    source: report\n    standard: "1.1"\n    page: 1',
    )


def test_the_source_is_not_given_where_it_has_two_names() -> None:
    wrong = DIGEST.replace("report: moor-report}", "report: moor-report, again: moor-report}")
    wrong = wrong.replace(f'report\n    standard: "1.1"\n{PLAN}', f"release\n{PLAN}")
    assert cured(wrong) == ("quote-elsewhere", None)


def test_words_on_several_pages_get_the_first_of_them() -> None:
    text = {"sources/moor-report/text.txt": REPORT_TEXT + "\nLeaders have a clear plan.\n"}
    assert cured(DIGEST, text) == ("quote-ambiguous", "    page: 1\n" + PLAN.rstrip())


def test_words_in_several_places_of_a_text_without_pages_are_left_to_a_person() -> None:
    path = "sources/moor-release/text.txt"
    twice = (
        "Ada Buffer said: Every train we saw was on time.\n\nEvery train we saw was on time.\n\n"
    )
    assert cured(DIGEST, {path: f"{twice}It should act now.\n"}) == ("quote-ambiguous", None)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Leaders have a clear plan ... on time.", "quote-spliced"),
        ("Passengers were given tea.", "quote-absent"),
    ],
)
def test_what_stands_nowhere_is_left_to_a_person(typed: str, code: str) -> None:
    digest = DIGEST.replace(PLAN, f"    text: {typed}\n")
    assert cured(digest) == (code, None)


@given(st.sampled_from(SENTENCES), st.data())
def test_whatever_slips_in_a_sentence_what_is_pasted_holds(
    sentence: str, data: st.DataObject
) -> None:
    words = sentence.split()
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from(["", "not", "always", "9", words[at - 1]]))
    slip = " ".join(word for word in [*words[:at], other, *words[at + 1 :]] if word)
    digest = DIGEST.replace(PLAN, f"    text: {slip}\n")
    said = noted({MOOR: digest})
    for item in said:
        if item.cure:
            assert noted({MOOR: item.cure.applied(digest)}) == []


@pytest.mark.parametrize(
    ("typed", "pasted"),
    [
        ("“Leaders have a clear plan.”", "    text: Leaders have a clear plan."),
        (">-\n      “Leaders have a clear plan.”", "      Leaders have a clear plan."),
        ('>-\n      "Leaders have a clear plan."', "      Leaders have a clear plan."),
        (">-\n      'Leaders have a clear plan.'", "      Leaders have a clear plan."),
        ("‘Leaders have ... clear plan.’", "    text: Leaders have ... clear plan."),
    ],
)
def test_marks_around_a_quotation_are_an_error_and_are_taken_out(typed: str, pasted: str) -> None:
    digest = DIGEST.replace(PLAN, f"    text: {typed}\n")
    assert cured(digest) == ("quotation-marks", pasted)


@pytest.mark.parametrize(
    "typed",
    [
        "“Every train we saw was on time. The leaders are outstanding.”",  # the source's own
        '"Leaders have a clear plan."',  # YAML's
    ],
)
def test_marks_that_the_source_prints_or_yaml_needs_may_stay(typed: str) -> None:
    on_time = "    text: Every train we saw was on time.\n"
    line = on_time if typed.startswith("“") else PLAN
    assert noted({MOOR: DIGEST.replace(line, f"    text: {typed}\n")}) == []


def test_a_quotation_from_one_phrase_in_marks_to_another_keeps_both() -> None:
    said = "“On time” said one passenger, and another “never again”."
    text = f"{REPORT_TEXT}\n{said}\n"
    digest = DIGEST.replace(PLAN, f"    text: {said[:-1]}\n")
    assert noted({MOOR: digest, "sources/moor-report/text.txt": text}) == []


BROKEN = "    text: >-\n      and the infor-\n      mation held is well-\n      kept.\n"


@pytest.mark.parametrize(
    ("elsewhere", "pasted"),
    [
        ("", None),
        ("All information was asked for.", None),  # the other word is still not known
        ("Information is well-kept there.", "      and the information held is well-kept."),
        ("The infor-mation was wellkept.", "      and the infor-mation held is wellkept."),
        ("Information, infor-mation; well-kept.", None),
    ],
)
def test_a_word_the_source_breaks_is_only_mended_where_the_source_spells_it_too(
    elsewhere: str, pasted: str | None
) -> None:
    text = f"{REPORT_TEXT}\nwe looked, and the infor-\nmation held is well-\nkept. {elsewhere}\n"
    others = {"sources/moor-report/text.txt": text}
    assert cured(DIGEST.replace(PLAN, BROKEN), others) == ("broken-at-hyphen", pasted)


def test_both_forms_of_a_word_that_only_ever_stands_at_a_line_s_end_are_named() -> None:
    text = f"{REPORT_TEXT}\nand the infor-\nmation held is well-\nkept.\n"
    [said] = noted({MOOR: DIGEST.replace(PLAN, BROKEN), "sources/moor-report/text.txt": text})
    assert said.hint == (
        "Keep the word together: “information” or “infor-mation”, as it is really spelt. The "
        "hyphen may only be there because a line ends."
    )


@pytest.mark.parametrize(
    ("typed", "pasted"),
    [
        ("the infor-mation kept was old.", "    text: the infor-mation held was old."),
        ("the information kept was old.", "    text: the information held was old."),
        ("the informing held was old.", None),
    ],
)
def test_a_cure_spells_no_word_that_nobody_has_spelt(typed: str, pasted: str | None) -> None:
    others = {"sources/moor-report/text.txt": f"{REPORT_TEXT}\nthe infor-\nmation held was old.\n"}
    digest = DIGEST.replace(PLAN, f"    text: {typed}\n")
    assert cured(digest, others) == ("quote-altered", pasted)


FAR = " ".join(f"Sentence number {number} says nothing of it." for number in range(30))


@pytest.mark.parametrize(
    ("typed", "between", "pasted"),
    [
        (
            "There is no track here. The risk to trains was never written down.",
            "Nobody asked why it had gone.",
            "    text: There is no track here. ... The risk to trains was never written down.",
        ),
        (
            "There is no track here. The risk to trains was never written",
            "Nobody asked. The leaders of it were told so.",
            "    text: There is no track here. ... The risk to trains was never written",
        ),
        ("There is no track here. The risk to trains was never written down.", FAR, None),
        ("The risk to trains was never written down. There is no track here.", "It was.", None),
    ],
)
def test_true_sentences_with_others_between_them_are_given_dots(
    typed: str, between: str, pasted: str | None
) -> None:
    said = f"There is no track here. {between} The risk to trains was never written down. End."
    digest = DIGEST.replace(PLAN, f"    text: {typed}\n")
    files = {MOOR: digest, "sources/moor-report/text.txt": f"{REPORT_TEXT}\n{said}\n"}
    [item] = [item for item in noted(files) if item.code != "quote-gap"]
    assert item.code == "quote-spliced"
    assert item.message == "`clear-plan` joins words that do not stand together in moor-report."
    assert (item.cure.text if item.cure else None) == pasted
    if item.cure:
        assert item.hint == "Put `...` where you leave out sentences, or make two quotes of it."
        files[MOOR] = item.cure.applied(digest)
        assert [left.code for left in noted(files) if left.code != "quote-gap"] == []


def test_a_word_dropped_within_a_sentence_stays_altered_and_is_mended() -> None:
    said = "There is no track here. Nobody had looked. The risk to trains was never written down."
    typed = said.replace("had ", "")
    others = {"sources/moor-report/text.txt": f"{REPORT_TEXT}\n{said}\n"}
    digest = DIGEST.replace(PLAN, f"    text: {typed}\n")
    assert cured(digest, others) == ("quote-altered", f"    text: {said}")


def test_no_cure_puts_another_sentence_in_the_place_of_a_true_one() -> None:
    said = (
        "There is no track here at all. The risk to staff was seldom written down. The risk to "
        "trains on the moor was never written down."
    )
    typed = "There is no tracks here at all. The risk to trains on the moor was never written down."
    files = {
        MOOR: DIGEST.replace(PLAN, f"    text: {typed}\n"),
        "sources/moor-report/text.txt": f"{REPORT_TEXT}\n{said}\n",
    }
    [item] = noted(files)
    text = item.cure.text if item.cure else "The risk to trains on the moor"
    assert "The risk to trains on the moor" in text
    assert item.hint.startswith("The source says: “")
    assert item.hint.endswith((".”", "”."))
