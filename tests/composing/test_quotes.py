"""A quotation as pages print it: its parts are its text, its links lead to the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small_site import DIGEST, MOOR, RELEASE, REPORT, Changes, edition

from inspection_digest.composing import urls
from inspection_digest.composing.quotes import quote_view, segments, text_fragment
from inspection_digest.evidence.proofs import Gap, Proof, Verdict
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.views.quotes import QuoteView, Segment

HERE = "digests/moor-line/2031-05-14/"
pieces = st.lists(
    st.sampled_from([
        *("...", "…", "[...]", "[…]", "[our words]", "[", "]", "[]", "[ ]", "[[a]", ". . ."),
        *("words", " ", "\n", "é", "'90s", "&", "<b>", "قطار", "😀", ".", "-", "\u00a0", "a]b"),
    ]),
    max_size=12,
)  # fmt: skip
gap = st.builds(Gap, st.integers(0, 9), st.text(max_size=5), st.just(()))
gaps = st.lists(gap, max_size=4).map(tuple)


def shown(
    name: str = "on-time", changes: Changes | None = None, group: str = "quotes"
) -> QuoteView:
    made = edition(changes)
    digest = made.library.digests["moor-line/2031-05-14"]
    return quote_view(made, digest, QuoteKey(digest.id, group, name))


@given(pieces.map("".join), st.sampled_from(Verdict), gaps)
def test_the_parts_join_to_the_text_letter_for_letter(
    text: str, verdict: Verdict, gaps: tuple[Gap, ...]
) -> None:
    parts = segments(text, Proof(verdict, gaps=gaps))
    assert "".join(part.text for part in parts) == text
    assert {part.kind for part in parts} <= {"words", "omission", "ours"}


def test_words_left_out_and_brackets_of_ours_are_told_apart() -> None:
    gap, other = Gap(3, "did not go", ("negation", "number", "grade")), Gap(1, "very")
    text = "The train ... and [the company] … late [...]"
    assert segments(text, Proof(Verdict.ELIDED, gaps=(gap, other))) == (
        Segment("words", "The train "),
        Segment(
            "omission",
            "...",
            "did not go",
            "The words left out hold a negation, a number and a grade.",
        ),
        Segment("words", " and "),
        Segment("ours", "[the company]"),
        Segment("words", " "),
        Segment("omission", "…", "very"),
        Segment("words", " late "),
        Segment("omission", "[...]"),
    )


def test_dots_and_brackets_of_the_source_are_its_words() -> None:
    text = "Wait ... [sic]"
    assert segments(text, Proof(Verdict.VERBATIM)) == (Segment("words", text),)


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("one two", "one%20two"),
        ("one-two, three & four", "one%2Dtwo%2C%20three%20%26%20four"),
        ("100% of £5", "100%25%20of%20%C2%A35"),
        ("a  b\nc\u00a0d", "a%20b%20c%20d"),
        ("1 2 3 4 5 6 7 8 9 10", "1%202%203%204%205%206%207%208%209%2010"),
        ("1 2 3 4 5 6 7 8 9 10 11", "1%202%203%204%205,7%208%209%2010%2011"),
        ("It was ... good", "It%20was"),
        ("... it was good", "it%20was%20good"),
        ("[The train] was late", "was%20late"),
        ("[T]he train was late", "train%20was%20late"),
        ("Train[s] were late", "were%20late"),
        ("[...]", ""),
        ("", ""),
    ],
)
def test_a_link_to_words_names_the_first_and_the_last_of_them(text: str, fragment: str) -> None:
    assert text_fragment(text) == fragment


@given(pieces.map("".join))
def test_a_link_to_words_holds_no_sign_that_means_something_there(text: str) -> None:
    fragment = text_fragment(text)
    assert not set(fragment) & set("-& \n#[]<>\"'")
    assert fragment.count(",") <= 1


def test_a_quotation_with_all_that_is_known_of_it() -> None:
    view = shown("no-track")
    assert view.key == "moor-line/2031-05-14#quote-no-track"
    assert (view.anchor, view.href) == ("quote-no-track", urls.link(f"{HERE}#quote-no-track"))
    assert view.text == "There is no track ... and the company could not say where it had gone."
    assert [part.kind for part in view.segments] == ["words", "omission", "words"]
    assert view.segments[1].omitted == "between the two stations,"
    assert view.source_kind == "inspection report"
    assert view.source.href == urls.link("sources/moor-report/")
    assert view.publisher_line == "Inspectorate of Toy Railways, inspection report, 14 May 2031"
    assert view.standard == "2.1 Track"
    assert view.page == "page 2"
    assert view.place is not None
    assert view.place.href == (
        urls.link("sources/moor-report/#moor-line--2031-05-14--quote-no-track")
    )
    assert view.original is not None
    assert view.original.href == "https://toys.example.org/reports/moor-line.pdf#page=2"
    assert view.edit is not None
    assert view.edit.href.startswith("https://code.example.org/digest/edit/main/content/digests/")
    line = DIGEST[: DIGEST.index("  no-track:")].count("\n") + 1
    assert view.edit.href.endswith(f"#L{line}")
    assert view.wrong is not None
    assert "moor-line%2F2031-05-14%2C+quote+no-track" in view.wrong.href


def test_a_reply_has_an_address_of_its_own() -> None:
    view = shown("on-order", group="replies")
    assert view.key == "moor-line/2031-05-14#reply-on-order"
    assert view.place is not None
    assert view.place.href.endswith("#moor-line--2031-05-14--reply-on-order")


@pytest.mark.parametrize(
    ("url", "leads_to"),
    [
        ("https://a.example/b", "https://a.example/b#:~:text=Every%20train"),
        ("https://a.example/b#part", "https://a.example/b#part:~:text=Every%20train"),
        ("https://a.example/b.PDF", "https://a.example/b.PDF#page=4"),
        ("https://a.example/b.pdf?v=2", "https://a.example/b.pdf?v=2#page=4"),
        ("https://a.example/b.pdf#page=9", "https://a.example/b.pdf#page=9"),
        ("https://a.example/b?c=.pdf", "https://a.example/b?c=.pdf#:~:text=Every%20train"),
    ],
)
def test_the_document_is_opened_at_the_words(url: str, leads_to: str) -> None:
    digest = DIGEST.replace("Every train we saw was on time.", "Every train").replace(
        "speaker: Ada Buffer", "page: 4"
    )
    source = RELEASE.replace("https://toys.example.org/releases/moor-line", url)
    view = shown(changes={MOOR: digest, "sources/moor-release/source.yaml": source})
    assert view.original is not None
    assert view.original.href == leads_to


def test_a_source_without_an_address_has_no_link_to_it() -> None:
    source = RELEASE.replace("url: https://toys.example.org/releases/moor-line\n", "")
    assert shown(changes={"sources/moor-release/source.yaml": source}).original is None


def test_what_is_not_proved_has_no_place_to_be_seen_in() -> None:
    view = shown(changes={"sources/moor-release/text.txt": None})
    assert view.place is None
    assert view.proof.sign == "unproved"


def test_words_seen_second_hand_say_so() -> None:
    changes = {"sources/moor-report/source.yaml": f"{REPORT}via: moor-release\n"}
    view = shown("no-track", changes)
    assert view.second_hand == "as quoted by Inspectorate of Toy Railways, 14 May 2031"
    assert view.proof.sign == "second-hand"
    assert view.proof.sentence.endswith(
        ", as quoted by Inspectorate of Toy Railways; we have not seen the document."
    )


def test_without_a_repository_there_is_nothing_to_edit() -> None:
    made = edition(repository="")
    digest = made.library.digests["moor-line/2031-05-14"]
    view = quote_view(made, digest, QuoteKey(digest.id, "quotes", "on-time"))
    assert (view.edit, view.wrong) == (None, None)
