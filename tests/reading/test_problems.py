"""Whatever does not fit a record is said at the line where it was typed, in words of ours."""

from __future__ import annotations

import pytest

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.nearness import near
from inspection_digest.reading.problems import listed, validate, validate_part
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.source_records import ProviderRecord, SourceRecord
from inspection_digest.reading.yaml_text import read_yaml

START = "framework: toy\n"
MEANING = (
    "The words, exactly as they stand there, without quotation marks around them. Put `...` for "
    "words left out, and [square brackets] around words of yours."
)


def said(text: str, model: type = DigestRecord) -> list[tuple[str, int, int, str, str]]:
    """Code, line, column, message and hint of all that is wrong with a record."""
    diagnostics = Diagnostics()
    document = read_yaml(text, "file.yaml", diagnostics)
    assert document is not None
    assert list(diagnostics) == []
    record = validate(model, document, diagnostics)
    assert (record is None) == (len(diagnostics) > 0)
    return [
        (item.code, item.position.line, item.position.column, item.message, item.hint)
        for item in diagnostics
    ]


def test_a_key_misspelt_is_named_with_the_nearest_true_one() -> None:
    assert said(START + "qoutes: {}\n") == [
        (
            "unknown-key",
            2,
            1,
            "`qoutes` is not a key that belongs here.",
            "Did you mean `quotes`?",
        )
    ]


def test_a_key_misspelt_deep_inside_is_compared_with_the_keys_that_belong_there() -> None:
    text = START + "quotes:\n  a:\n    source: x\n    text: y\n    sepaker: z\n"
    assert said(text) == [
        (
            "unknown-key",
            6,
            5,
            "`sepaker` is not a key that belongs here.",
            "Did you mean `speaker`?",
        )
    ]


def test_where_no_key_is_near_all_are_listed() -> None:
    [(code, line, column, _, hint)] = said(START + "inspected: {colour: red}\n")
    assert (code, line, column) == ("unknown-key", 2, 13)
    assert hint == "The keys here are `from`, `to`."


def test_a_key_that_python_would_call_otherwise_has_the_name_that_is_typed() -> None:
    [(code, *_, hint)] = said(START + "inspected: {frm: 2019}\n")
    assert (code, hint) == ("unknown-key", "Did you mean `from`?")
    assert said(START + "inspected: {from_: 2019}\n")[0][0] == "unknown-key"


def test_a_missing_key_is_said_at_the_line_it_stands_above_with_its_meaning() -> None:
    text = START + "quotes:\n  a:\n    source: x\n    page: 1\n    text: t\n"
    assert said(text) == []
    [(code, line, column, message, hint)] = said(text.replace("    source: x\n", ""))
    assert (code, line, column, message) == ("missing-key", 4, 5, "`source` is missing here.")
    assert hint.startswith("Add a line above this one that begins `source:`. ")


@pytest.mark.parametrize("record", ["{page: 1, text: t}", "{text: t}"])
def test_of_a_record_on_one_line_a_missing_key_is_said_where_it_begins(record: str) -> None:
    [(code, line, column, _, hint)] = said(START + f"quotes:\n  a: {record}\n")
    assert (code, line, column) == ("missing-key", 3, 3)
    assert hint.startswith("Add `source:`. ")


def test_a_missing_key_with_none_after_it_is_said_at_its_record_with_its_meaning() -> None:
    text = START + "quotes:\n  a:\n    source: x\n"
    assert said(text) == [
        (
            "missing-key",
            3,
            3,
            "`text` is missing here.",
            f"Add `text:`. {MEANING}",
        )
    ]
    assert said("title: t\n")[0][:3] == ("missing-key", 1, 1)


def test_a_word_that_is_not_among_the_choices_is_said_with_them() -> None:
    [(code, line, column, message, hint)] = said(
        "kind: relaese\ntitle: t\npublisher: p\n", SourceRecord
    )
    assert (code, line, column) == ("unknown-word", 1, 7)
    assert (message, hint) == ("`kind` cannot be “relaese”.", "Did you mean `release`?")
    [(_, _, _, _, hint)] = said("kind: xyz\ntitle: t\npublisher: p\n", SourceRecord)
    assert hint == ("Choose one of `report`, `release`, `statement`, `news`, `reply`, `post`.")


@pytest.mark.parametrize(
    "typed", ["0", "-1", "1.5", "vii", "1e3", "5001", "9" * 30, "[1]", "{a: b}"]
)
def test_a_page_is_a_whole_number_that_a_document_can_have(typed: str) -> None:
    text = f"{START}quotes:\n  a:\n    source: x\n    text: y\n    page: {typed}\n"
    [(code, line, column, message, hint)] = said(text)
    assert (code, line, column) == ("bad-number", 6, 11)
    assert message.startswith("`page` should be a whole number from 1, not “")
    assert len(message) < 120
    assert hint == "Count pages as the PDF reader does, from 1; leave the line out if not known."


def test_points_are_counted_from_nought() -> None:
    text = "title: t\ninspectorate: i\nscale:\n  - {name: a, points: -1}\n  - {name: b}\n"
    [(code, line, column, message, hint)] = said(text, FrameworkRecord)
    assert (code, line, column) == ("bad-number", 4, 23)
    assert message == "`points` should be a whole number from 0, not “-1”."
    assert hint == "Write digits only; leave the line out if not known."


@pytest.mark.parametrize(
    ("typed", "code", "column"),
    [
        ("quotes: words", "not-keys", 9),
        ("quotes: [a]", "not-keys", 9),
        ("quotes: {a: words}", "not-keys", 13),
        ("inspected: 2018", "not-keys", 12),
        ("ratings: [a]", "not-keys", 10),
        ("recommendations: words", "not-a-list", 18),
        ("recommendations: {a: b}", "not-a-list", 18),
        ("uncertain: overall", "not-a-list", 12),
        ("corrections: [words]", "not-keys", 15),
        ("title: [a]", "not-text", 8),
        ("title: {a: b}", "not-text", 8),
        ("published: soon", "bad-date", 12),
        ("published: [a]", "not-text", 12),
        ("sources: {A: b}", "bad-name", 11),
        ("sources: {a: B}", "bad-name", 14),
        ("quotes: {a b: {source: x, text: y}}", "bad-name", 10),
        ("title: <b>x</b>", "html-in-text", 8),
        ("summary: '{attach}x'", "file-link", 10),
    ],
)
def test_a_value_of_another_shape_is_said_at_the_value(typed: str, code: str, column: int) -> None:
    found = said(f"{START}{typed}\n")
    assert (found[0][0], found[0][1], found[0][2]) == (code, 2, column)
    assert all(message and hint for *_, message, hint in found)


def test_a_list_that_needs_more_says_how_many() -> None:
    contrast = "contrasts:\n  a: {title: t, said: s, found: [], relation: omits, because: b}\n"
    [(code, *_, message, hint)] = said(START + contrast)
    assert (code, message, hint) == ("too-few", "`found` is empty.", "Write at least one entry.")
    scale = "title: t\ninspectorate: i\nscale:\n  - name: a\n"
    [(code, *_, message, hint)] = said(scale, FrameworkRecord)
    assert (code, message, hint) == (
        "too-few",
        "`scale` has too few entries.",
        "Write at least 2.",
    )


def test_everything_wrong_is_said_at_once_in_order() -> None:
    text = """\
framework: Toy
published: soon
quotes:
  a:
    sorce: x
    page: none
contrasts:
  B: {}
"""
    assert [item[:3] for item in said(text)] == [
        ("bad-name", 1, 12),
        ("bad-date", 2, 12),
        ("unknown-key", 5, 5),
        ("missing-key", 6, 5),
        ("bad-number", 6, 11),
        *[item[:3] for item in said(text) if item[1] == 8],
    ]
    assert ("bad-name", 8, 3) in [item[:3] for item in said(text)]


def test_one_mistake_under_a_name_of_one_or_many_is_said_once() -> None:
    text = START + "contrasts:\n  a: {title: t, said: s, found: X, relation: omits, because: b}\n"
    assert [item[:2] for item in said(text)] == [("bad-name", 3)]


def test_a_record_that_stands_among_others_is_placed_in_its_file() -> None:
    diagnostics = Diagnostics()
    document = read_yaml("a: {name: A, kind: k}\nb:\n  name: B\n  knid: k\n", "f", diagnostics)
    assert document is not None
    value = document.value["b"]
    assert validate_part(ProviderRecord, document, ("b",), value, diagnostics) is None
    assert [(item.code, item.position.line, item.position.column) for item in diagnostics] == [
        ("unknown-key", 4, 3),  # and not, as well, that `kind` is missing
    ]


def test_a_long_value_is_cut_in_the_message() -> None:
    text = f"{START}quotes: {{a: {{source: x, text: y, page: {'x' * 200}}}}}\n"
    [(_, _, _, message, _)] = said(text)
    assert message.endswith(f"not “{'x' * 59}…”.")


def test_near_looks_past_capitals_and_says_nothing_of_strangers() -> None:
    assert near("OVERALL", ["overall", "title"]) == "Did you mean `overall`?"
    assert near("Requires Improvment", ["Good", "Requires improvement"]) == (
        "Did you mean `Requires improvement`?"
    )
    assert near("zebra", ["overall", "title"]) == ""
    assert near("a", []) == ""


def test_a_long_list_of_names_is_cut_and_says_so() -> None:
    assert listed(["a", "b"]) == "`a`, `b`"
    assert listed(list("abcd"), 3) == "`a`, `b`, `c` and 1 more"
    assert listed([]) == ""
