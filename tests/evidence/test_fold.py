"""One folding for both sides: what it folds away, what it never does, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.evidence import fold as fold_module
from inspection_digest.evidence.fold import clean, compact, fold

# Everything the folding has an opinion on, and some that it has not.
ALPHABET = (
    "abzAZ019 .,;:%£$()[]'\"‘’“”-‐‑–—−…½²ﬁﬀéñ\n\t\u00a0\u202f\u2009\u00ad\u200b\u200d\u2060"
    "\ufeff\ufffe\u0301\u0338\u202e•\uf06e😀"
)


@given(st.text(ALPHABET, max_size=60))
def test_every_folded_character_leads_back_to_what_it_was_made_of(text: str) -> None:
    folded = fold(text)
    for index, character in enumerate(folded.text):
        start, end = folded.origin(index), folded.origin_end(index + 1)
        assert character in fold(text[start:end]).text


@given(st.text(ALPHABET, max_size=60))
def test_the_way_back_never_goes_backwards(text: str) -> None:
    folded = fold(text)
    starts = [folded.origin(index) for index in range(len(folded.text))]
    assert starts == sorted(starts)


@given(st.text(ALPHABET, max_size=60))
def test_tokens_and_joins_tell_the_whole_text(text: str) -> None:
    folded = fold(text)
    assert len(folded.joins) == len(folded.starts) + 1
    assert len(folded.starts) == len(folded.origins)
    assert list(folded.starts) == sorted(set(folded.starts))


@given(st.text(max_size=60))
def test_any_text_at_all_can_be_folded(text: str) -> None:
    folded = fold(clean(text))
    assert len(folded.joins) == len(folded.starts) + 1


@given(st.text(ALPHABET, max_size=60), st.text(ALPHABET, max_size=60))
def test_folding_is_the_same_however_much_stands_around(one: str, other: str) -> None:
    apart = fold(one).text + fold(other).text
    assert fold(f"{one} {other}").text == apart


@given(st.text("abAZ09'’.-‐ﬁé", max_size=12))
def test_the_quick_folding_of_a_word_is_the_same(word: str) -> None:
    assert compact(word) == fold(word).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the CRC’s ‘good’ work", "the CRC's 'good' work"),
        ("rated “good”", "rated 'good'"),
        ("2017–18", "2017-18"),
        ("found \N{EM DASH} again", "found \N{EN DASH} again"),
        ("16.7\u00a0per\u202fcent", "16.7 per cent"),
        ("ﬁnd the eﬀect", "find the effect"),
        ("cafe\u0301", "café"),
        ("and so on…", "and so on..."),
        ("risk\u200b of harm", "risk of harm"),
        ("one\n\n• two", "one two"),
        ("a\ttab  and\nlines", "a tab and lines"),
    ],
)
def test_what_printing_and_copying_change_is_folded_away(one: str, other: str) -> None:
    assert (fold(one).text, fold(one).joins) == (fold(other).text, fold(other).joins)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10²", "102"),
        ("½", "1/2"),
        ("½", "12"),
        ("16.7", "167"),
        ("7%", "7"),
        ("£7", "7"),
        ("+5", "5"),
        ("７", "7"),
        ("Good", "good"),
        ("can't", "cant"),
        ("≠ 5", "= 5"),
        ("n\u0336ot", "not"),
        ("not\u202e", "not"),
        ("no\u200dt", "not"),
        ("gооd", "good"),  # two Cyrillic letters
        ("good.", "good"),
        ("good,", "good."),
        ("3·5", "35"),
    ],
)
def test_content_is_never_folded_away(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        ("not able", "^ ^"),
        ("self-employed", "^-^"),
        ("self-\nemployed", "^~^"),
        ("self\u00ademployed", "^~^"),
        ("self\ufffeemployed", "^~^"),
        ("self- and peer", "^< ^"),
        ("by -5 degrees", "^> ^"),
        ("good \N{EN DASH} but", "^=^"),
        ("good\N{EM DASH}but", "^=^"),
        ("good--but", "^=^"),
        ("2017\N{EN DASH}\n18", "^<^"),
        ("not\u00ad able", "^ ^"),
        ("one\uffffother", "^|^"),
    ],
)
def test_what_stands_between_two_tokens_is_kept_as_a_join(text: str, joins: str) -> None:
    assert fold(text).joins == joins


@given(st.lists(st.text(st.sampled_from("ab'\"`´‘’“”„«»é1£%.,()²½Ω鉄😀"), min_size=1), max_size=8))
def test_folding_all_tokens_at_once_is_folding_each(tokens: list[str]) -> None:
    assert fold_module._fold_even(tokens or [""]) == [
        fold_module._fold_token(token) for token in tokens or [""]
    ]
