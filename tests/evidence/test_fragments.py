"""What a quotation claims to be printed, what it leaves out and what it puts in."""

from __future__ import annotations

import pytest

from inspection_digest.evidence.fragments import Joint, fragments_of, readings, refused, replaceable


@pytest.mark.parametrize("dots", ["...", "…", "[...]", "[…]", "(...)", "[ ... ]", ". . .", "...."])
def test_any_ellipsis_parts_two_fragments(dots: str) -> None:
    assert fragments_of(f"the first part {dots} the second") == ["the first part", "the second"]


@pytest.mark.parametrize(
    "text", ["“All of it.”", '"All of it."', "'All of it.'", "‘All of it.’", "All of it."]
)
def test_marks_around_a_quotation_are_not_part_of_it(text: str) -> None:
    assert "Allofit." in {reading.fragments[0].text for reading in readings(text)}


def test_the_most_literal_reading_comes_first() -> None:
    literal, *others = readings("he [sic] went ... home")
    assert literal.joints == (None, None)
    assert [len(other.fragments) for other in others] == [2, 2, 3]


def test_a_letter_in_brackets_is_the_other_case() -> None:
    assert [each.fragments[0].text for each in readings("[T]he board")] == [
        "[T]heboard",
        "theboard",
    ]


def test_an_ending_in_brackets_belongs_to_its_word() -> None:
    joint = readings("they plan[ned] well")[-1].joints[1]
    assert joint == Joint(edit="planned", stem="plan")
    assert replaceable(joint, " plans ")
    assert not replaceable(joint, " planless ")
    assert not replaceable(joint, " plans badly ")


@pytest.mark.parametrize(
    "edit",
    [
        *("not", "no longer", "five", "2018", "7%", "good", "inadequate", "ineffective", "always"),
        *("far from", "anything but", "nоt", "ｎｏｔ", "не"),  # the o of the third is Cyrillic
        *("", "-", "a great many words that nobody ever wrote there"),
    ],
)
def test_an_edit_may_not_deny_count_grade_or_run_on(edit: str) -> None:
    assert refused(Joint(edit=edit))


@pytest.mark.parametrize(
    "edit", ["the company", "sic", "its", "emphasis added", "the CRC", "the café’s"]
)
def test_an_edit_may_name_and_explain(edit: str) -> None:
    assert not refused(Joint(edit=edit))


@pytest.mark.parametrize(
    "printed", ["not", "is not", "five", "unsafe", "ineffective", "rarely", "[the team]"]
)
def test_an_edit_may_not_stand_for_words_that_weigh(printed: str) -> None:
    assert not replaceable(Joint(edit="it"), printed)


@pytest.mark.parametrize("text", ["", " \n ", "...", "“”", "\u200b", "[…]", "–"])
def test_a_quotation_without_a_word_has_no_reading(text: str) -> None:
    assert readings(text) == []
