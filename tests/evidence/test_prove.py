"""The closed set of verdicts, each with the quotations that earn it."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.dichotomy import COMMENT, HELD, RELEASE

from inspection_digest.documents.text import SourceText, parse_text
from inspection_digest.evidence.prepared import prepare
from inspection_digest.evidence.proofs import Change, Claim, Gap, Place, Proof, Standing, Verdict
from inspection_digest.evidence.prove import prove

V = Verdict

PAGE_ONE = """Nowhere Railway

Summary

Leaders know their staff well. They do not yet know their
passengers. Every train was on time in 2030, or 98.5% of them, and the self-
employed guards were

1
"""
PAGE_TWO = """Nowhere Railway

praised by all who travelled. The \ufb01rst class is “good”.

Findings

Stations are not safe enough. Repairs take 17 days, which is too long,
and the board1 has no plan. Every station has a clock.

1 Until 2029 the panel.

2
"""
PAGE_THREE = """Nowhere Railway

Fares are fair. Every station has a clock. The timetable is printed
in two colours, and on the back there is a map of all the lines.

3
"""
PAGES = SourceText((PAGE_ONE, PAGE_TWO, PAGE_THREE), paged=True)


def judge(text: str, *, page: int | None = None, prefix: str | None = None) -> Proof:
    return prove(Claim(text, "report", page, prefix), {"report": PAGES})


@pytest.mark.parametrize(
    ("text", "verdict", "pages"),
    [
        ("Leaders know their staff well.", V.VERBATIM, (1,)),
        ("They do not yet know their passengers", V.VERBATIM, (1,)),
        ("“Leaders know their staff well.”", V.VERBATIM, (1,)),
        ("The first class is “good”.", V.TYPOGRAPHIC, (2,)),
        ("The first class is 'good'", V.TYPOGRAPHIC, (2,)),
        ("Leaders\u00a0know their staff", V.TYPOGRAPHIC, (1,)),
        ("the self-employed guards were praised by all", V.LAYOUT, (1, 2)),
        ("the selfemployed guards", V.LAYOUT, (1,)),
        ("and the board has no plan", V.LAYOUT, (2,)),
        ("and the board1 has no plan", V.VERBATIM, (2,)),
        ("They do not … know their passengers", V.ELIDED, (1,)),
        ("Leaders know their staff well ...", V.ELIDED, (1,)),
        ("Stations are not safe enough ... and the board has no plan", V.ELIDED, (2,)),
        ("[Managers] know their staff well", V.EDITED, (1,)),
        ("[l]eaders know their staff", V.EDITED, (1,)),
        ("Repairs take 17 days, [a delay] too long", V.EDITED, (2,)),
        ("Every station has a clock.", V.AMBIGUOUS, (2, 3)),
        ("Nowhere Railway", V.AMBIGUOUS, (1, 2, 3)),
        ("They do yet know their passengers.", V.ALTERED, ()),
        ("Stations are safe enough.", V.ALTERED, ()),
        ("Repairs take 71 days, which is too long", V.ALTERED, ()),
        ("Every train was on time in 2030, or 8.5% of them", V.ALTERED, ()),
        ("the self employed guards were praised", V.ALTERED, ()),
        ("[Stations] are [unsafe]. Repairs take", V.ALTERED, ()),
        ("Stations [are] safe enough.", V.ALTERED, ()),
        ("[Stations are] safe enough. Repairs take 17 days", V.ALTERED, ()),
        ("leaders know their staff well.", V.ALTERED, ()),
        ("Leaders know their staff well!", V.ALTERED, ()),
        ("not ... safe", V.ALTERED, ()),
        ("of all the lines. Leaders know their staff", V.SPLICED, (1, 3)),
        ("on the back there is a map ... Leaders know their staff", V.SPLICED, (1, 3)),
        ("The moon is made of cheese, they found.", V.ABSENT, ()),
        ("", V.ABSENT, ()),
    ],
)
def test_a_quotation_gets_the_verdict_it_earns(
    text: str, verdict: Verdict, pages: tuple[int, ...]
) -> None:
    proof = judge(text)
    assert (proof.verdict, proof.pages) == (verdict, pages)


def test_a_place_leads_to_the_characters_of_the_page() -> None:
    (run,) = judge("the self-employed guards were praised by all").places
    assert [place.page for place in run] == [1, 2]
    found = [PAGES.pages[place.page - 1][place.start : place.end] for place in run]
    assert found == ["the self-\nemployed guards were", "praised by all"]


def test_a_paragraph_is_counted_in_its_page() -> None:
    ((place,),) = judge("Stations are not safe").places
    assert place.paragraph == 4


def test_what_is_left_out_is_counted_and_what_weighs_in_it_is_named() -> None:
    proof = judge(
        "the self-employed guards were praised by all ... Repairs take 17 days, which is too long"
    )
    text = "who travelled. The \ufb01rst class is “good”. Findings Stations are not safe enough."
    assert proof.gaps == (Gap(13, text, ("negation", "grade", "heading")),)
    crossing = judge("every train ... praised by all who travelled".replace("every", "Every"))
    assert crossing.gaps[0].notes == ("number", "page")


def test_a_page_settles_which_of_two_places_is_meant() -> None:
    assert judge("Every station has a clock.", page=3).pages == (3,)
    assert judge("Every station has a clock.", page=3).verdict is V.VERBATIM


def test_words_before_it_settle_which_of_two_places_is_meant() -> None:
    assert judge("Every station has a clock.", prefix="has no plan.").pages == (2,)
    assert judge("Every station has a clock.", prefix="Fares are fair.").pages == (3,)
    assert judge("Every station has a clock.", prefix="air.").verdict is V.MISPLACED


def test_two_places_on_one_page_need_not_be_told_apart() -> None:
    source = SourceText(("It is late. It is early. It is late.",), paged=True)
    assert prove(Claim("It is late.", "a"), {"a": source}).verdict is V.VERBATIM


def test_where_nobody_asks_for_the_place_several_are_as_good_as_one() -> None:
    proof = prove(Claim("Every station has a clock.", "report"), {"report": PAGES}, anywhere=True)
    assert (proof.verdict, proof.pages) == (V.VERBATIM, (2, 3))


def test_two_paragraphs_of_a_running_text_need_to_be() -> None:
    source = parse_text("It is late.\n\nIt is early.\n\nIt is late.\n")
    proof = prove(Claim("It is late.", "a"), {"a": source})
    assert proof.verdict is V.AMBIGUOUS
    assert [run[0].paragraph for run in proof.places] == [1, 3]


def test_the_wrong_page_is_misplaced_and_the_right_one_named() -> None:
    proof = judge("Stations are not safe enough.", page=3)
    assert (proof.verdict, proof.pages) == (V.MISPLACED, (2,))


def test_a_quotation_over_two_pages_may_name_either() -> None:
    text = "the self-employed guards were praised by all"
    assert judge(text, page=1).verdict is judge(text, page=2).verdict is V.LAYOUT
    assert judge(text, page=3).verdict is V.MISPLACED


def test_the_nearest_passage_is_ready_to_paste_and_says_what_changed() -> None:
    nearest = judge("Stations are safe enough. Repairs take 71 days").nearest
    assert nearest is not None
    assert nearest.text == "Stations are not safe enough. Repairs take 17 days"
    assert nearest.page == 2
    assert nearest.changes == (Change("negation", "", "not"), Change("number", "71", "17"))
    assert judge(nearest.text).verdict is V.VERBATIM


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        ("leaders know their staff well", "(a)leaders know their staff well"),
        ("compliance with every order", "(non-)compliance with every order"),
        ("They recorded the outcome", "They recorded the outcome(s)"),
    ],
)
def test_a_word_that_is_partly_in_brackets_is_whole_in_the_nearest_passage(
    quote: str, nearest: str
) -> None:
    text = "Of note: (a)leaders know their staff well. We saw (non-)compliance with every order.\n"
    held = {"report": prepare(parse_text(f"{text}\nThey recorded the outcome(s) of it.\n"))}
    found = prove(Claim(quote, "report"), held)
    assert found.verdict is V.ALTERED
    assert found.nearest is not None
    assert found.nearest.text == nearest
    assert prove(Claim(nearest, "report"), held).verdict is V.VERBATIM


def test_a_refused_edit_is_shown_with_what_it_stands_for() -> None:
    nearest = judge("Stations [are] safe enough. Repairs").nearest
    assert nearest is not None
    assert nearest.changes == (Change("negation", "[are]", "are not"),)


def test_nothing_is_proved_from_a_damaged_page() -> None:
    damaged = SourceText(PAGES.pages, paged=True, damaged=frozenset({2}))
    held = {"report": damaged}
    for text, verdict in (
        ("Stations are not safe enough.", V.UNREADABLE),
        ("the self-employed guards were praised by all", V.UNREADABLE),
        ("Every station has a clock.", V.VERBATIM),
        ("Leaders know their staff well.", V.VERBATIM),
        ("The moon is made of cheese, they found.", V.UNREADABLE),
        ("Leaders know their staff and all of their passengers well", V.UNREADABLE),
        ("The timetable is not printed in two colours, and on the back there is", V.ALTERED),
    ):
        assert prove(Claim(text, "report"), held).verdict is verdict, text
    assert prove(Claim("Leaders know", "report", 2), held).verdict is V.UNREADABLE
    assert prove(Claim("The moon is cheese", "report", 3), held).verdict is V.ABSENT


def test_nothing_is_joined_over_a_damaged_page() -> None:
    pages = ("It ends\nin the middle\n", "", "of the sentence.\n")
    held = {"a": SourceText(pages, paged=True, damaged=frozenset({2}))}
    for text in ("in the middle of the sentence", "ends in the middle ... of the sentence"):
        assert prove(Claim(text, "a"), held).verdict is V.UNREADABLE


def test_a_scan_without_text_is_unreadable() -> None:
    scan = SourceText(("", " \n"), paged=True, damaged=frozenset({1, 2}))
    assert prove(Claim("Anything", "a"), {"a": scan}).verdict is V.UNREADABLE


def test_a_source_we_do_not_hold_is_unheld() -> None:
    assert prove(Claim("Leaders", "other"), {"report": PAGES}) == Proof(V.UNHELD)


def test_a_comment_that_joins_two_documents_is_spliced() -> None:
    for source in HELD:
        proof = prove(Claim(COMMENT, source), HELD)
        assert (proof.verdict, proof.sources) == (V.SPLICED, ("report", "release"))


def test_words_of_the_report_claimed_of_the_release_are_elsewhere() -> None:
    text = "Dynamic senior leadership has driven forward change at a fast pace"
    proof = prove(Claim(text, "release"), HELD)
    assert (proof.verdict, proof.sources) == (V.ELSEWHERE, ("report",))
    assert prove(Claim(text, "report"), HELD).verdict is V.VERBATIM


@pytest.mark.parametrize(
    ("text", "source", "verdict"),
    [
        ("an outstanding leadership team which was driving improvements.", "release", V.VERBATIM),
        ("as 'Requires Improvement' inspectors also found", "release", V.TYPOGRAPHIC),
        (
            "The assessment of risk of harm to others is not good enough, and ...",
            "report",
            V.ELIDED,
        ),
        ("The assessment of risk of harm to others is good enough", "report", V.ALTERED),
        ("A minority of operational staff (16 full-time equivalent)", "report", V.ALTERED),
        ("targets. Most operational staff are unqualified", "report", V.UNHELD),
        ("all key contractual performance targets ... Most operational staff", "report", V.UNHELD),
        ("Individuals will no longer be subject to [that] supervision", "release", V.ALTERED),
        ("leaders have taken swift action – [...] – to improve", "release", V.ELIDED),
        ("Unpaid work delivery in this CRC is good", "report", V.UNHELD),
        (
            "That needs to stop now, so far as possible. Unpaid work delivery in this CRC is good",
            "release",
            V.SPLICED,
        ),
    ],
)
def test_the_texts_the_project_began_with(text: str, source: str, verdict: Verdict) -> None:
    assert prove(Claim(text, source), HELD).verdict is verdict


WORDS = [
    "The",
    "is",
    "staff",
    "good",
    "16.7",
    "10%",
    "(self-employed)",
    "‘kept’",
    "not",
    "£5",
    "and",
]


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=60), st.data())
def test_any_stretch_of_whole_words_holds(words: list[str], data: st.DataObject) -> None:
    breaks = data.draw(st.lists(st.sampled_from([" ", "\n", "\n\n"]), min_size=60, max_size=60))
    text = "".join(part for pair in zip(words, breaks, strict=False) for part in pair)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    proof = prove(Claim(" ".join(words[start:end]), "a"), {"a": SourceText((text,), paged=True)})
    assert proof.verdict.standing is Standing.HOLDS


LETTERS = st.text("abcdeghimnoprstu", min_size=2, max_size=8)
SENTENCE = st.lists(LETTERS, min_size=8, max_size=30, unique=True)


@given(SENTENCE, st.data())
def test_a_stretch_over_pages_holds_on_those_pages(words: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.integers(2, len(words) - 2))
    source = SourceText(
        tuple(
            f"Header {number}\n\n{' '.join(part)}\n\n{number}\n"
            for number, part in enumerate((words[:cut], words[cut:], ["over"]), 1)
        ),
        paged=True,
    )
    proof = prove(Claim(" ".join(words), "a"), {"a": source})
    assert (proof.verdict, proof.pages) == (V.LAYOUT, (1, 2))


@given(SENTENCE, st.data())
def test_a_sentence_with_a_word_dropped_never_holds(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(words) - 2))
    dropped = " ".join(words[:at] + words[at + 1 :])
    assert not _holds(dropped, " ".join(words))


@given(SENTENCE, LETTERS, st.data())
def test_a_sentence_with_a_word_put_in_never_holds(
    words: list[str], word: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(words) - 1))
    assert not _holds(" ".join([*words[:at], word, *words[at:]]), " ".join(words))


@given(SENTENCE, st.data())
def test_two_halves_turned_round_never_hold(words: list[str], data: st.DataObject) -> None:
    middle = data.draw(st.integers(2, len(words) - 2))
    joint = data.draw(st.sampled_from([" ", " ... ", " [...] ", "… "]))
    turned = " ".join(words[middle:]) + joint + " ".join(words[:middle])
    assert not _holds(turned, " ".join(words))


@given(SENTENCE, st.data())
def test_a_sentence_with_one_character_changed_never_holds(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    at = data.draw(st.integers(0, len(text) - 1).filter(lambda index: text[index] != " "))
    other = data.draw(st.sampled_from("0123456789%£xyz"))
    assert not _holds(text[:at] + other + text[at + 1 :], text)


def _holds(quote: str, source: str) -> bool:
    held = {"a": SourceText((source + "\n",), paged=True)}
    return prove(Claim(quote, "a"), held).verdict.standing is Standing.HOLDS


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_makes_it_fail(quote: str, source: str) -> None:
    proof = prove(Claim(quote, "a"), {"a": SourceText((source,)), "b": parse_text(RELEASE)})
    assert isinstance(proof, Proof)


@pytest.mark.parametrize(
    ("quote", "source"),
    [
        ("a a", "a " * 50_000),
        (" ... ".join(["two three four"] * 2_000), "one two three four. " * 5_000),
        (" ... ".join([*["two three"] * 25, "four two"]), "one two three four " * 5_000),
        (" [x] ".join([*["wd wd"] * 25, "zz"]), "wd " * 5_000),
        ("x" * 200, "x" * 50_000),
        ("ab " * 500 + "c", "ab " * 20_000),
        ("[" * 5_000 + "]" * 5_000 + "a", "[a] " * 5_000),
    ],
    ids=["one word", "confetti", "common fragments", "brackets", "one letter", "echo", "nested"],
)
def test_no_quotation_takes_long(quote: str, source: str) -> None:
    start = process_time()
    prove(Claim(quote, "a"), {"a": parse_text(source)})
    assert process_time() - start < 5


def test_the_same_question_has_the_same_answer() -> None:
    assert prove(Claim(COMMENT, "report"), HELD) == prove(Claim(COMMENT, "report"), HELD)
    assert judge("Fares are fair.").places == ((Place(3, 17, 32, 2),),)


def test_a_bracket_beside_dots_stands_for_nothing_that_denies_counts_or_grades() -> None:
    assert judge("Fares are fair. ... [Its] timetable is printed").verdict is V.EDITED
    assert judge("They do ... [still] know their passengers").verdict is V.ALTERED
    assert judge("Every train ... [was], or 98.5% of them").verdict is V.ALTERED
