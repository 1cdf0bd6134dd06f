"""Every scalar stays as typed, every value knows its place, and what could surprise is refused."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.hidden import HIDDEN
from inspection_digest.reading.yaml_any import read_any
from inspection_digest.reading.yaml_limits import OF_A_LIST, OF_A_RECORD
from inspection_digest.reading.yaml_text import read_yaml

Said = tuple[str, int, int]  # code, line, column


def values(text: str) -> object:
    """What a file without a mistake holds."""
    diagnostics = Diagnostics()
    document = read_yaml(text, "file.yaml", diagnostics)
    assert list(diagnostics) == []
    assert document is not None
    return document.value


def said(text: str) -> list[Said]:
    """Code, line and column of all that is said of a file."""
    diagnostics = Diagnostics()
    read_yaml(text, "file.yaml", diagnostics)
    return [(item.code, item.position.line, item.position.column) for item in diagnostics]


# -- scalars ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        *("no", "yes", "on", "True", "null", "~", ".nan", "-.inf", "012", "0x1F", "0o17", "0b1"),
        *("1.10", "1_000", "1e3", "+5", "12:30", "190:20:30", "2019-03-29", "2019-03", "="),
        *(
            "2001-12-14t21:59:43.10-05:00",
            "5'10",
            "naïve",
            "قطار",
            "50%",
            "a: b".replace(": ", ":"),
        ),
    ],
)
def test_a_plain_scalar_stays_as_typed(typed: str) -> None:
    assert values(f"key: {typed}\n") == {"key": typed}
    assert values(f"key: [{typed}]\n") == {"key": [typed]}
    assert values(f"{typed}: value\n") == {typed: "value"}


def test_quotation_marks_and_blocks_are_read_as_yaml_says() -> None:
    text = """\
single: 'it''s'
double: "a\\tb\\n\\u00A0c"
folded: >-
  one
  two

  three
literal: |
  one
    two
"""
    assert values(text) == {
        "single": "it's",
        "double": "a\tb\n\u00a0c",
        "folded": "one two\nthree",
        "literal": "one\n  two\n",
    }


def test_a_byte_order_mark_and_carriage_returns_change_nothing() -> None:
    plain = "a: no\nb:\n  - x\n"
    assert values("\ufeff" + plain) == values(plain)
    assert values(plain.replace("\n", "\r\n")) == values(plain)
    assert values("a: no\r") == {"a": "no"}


def test_spaces_around_the_words_of_a_key_are_not_part_of_it() -> None:
    assert values('" a  b ": c') == {"a b": "c"}
    assert said('"1.1": Good\n"1.1 ": Outstanding\n') == [("duplicate-key", 2, 1)]


texts = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t "), max_size=40
).filter(lambda text: text.strip() not in {"", "<<"} and not HIDDEN.search(text))


@given(st.dictionaries(texts.map(lambda text: " ".join(text.split())), texts, max_size=6))
@settings(max_examples=150)
def test_texts_that_yaml_writes_in_quotation_marks_are_read_back_identical(
    record: dict[str, str],
) -> None:
    text = yaml.safe_dump(record, default_style='"', allow_unicode=True, sort_keys=False)
    assert values(text) == record if record else said(text) == []


@given(st.text(max_size=200) | st.text(alphabet="ab:-#&*!|>'\"%@`{}[],? \n\t\r\ufeff", max_size=80))
@settings(max_examples=400)
def test_no_text_whatever_raises_and_what_is_refused_is_said(text: str) -> None:
    diagnostics = Diagnostics()
    document = read_yaml(text, "file.yaml", diagnostics)
    assert document is not None or len(diagnostics) > 0
    lines = text.count("\n") + 1
    assert all(0 <= item.position.line <= lines for item in diagnostics)


def test_half_a_character_is_refused_not_raised() -> None:
    assert said("a: b\nc: \ud800") == [("hidden-character", 2, 4)]


# -- places -------------------------------------------------------------------------------------


def test_every_key_and_value_knows_its_place() -> None:
    text = """\
framework: toy
ratings: {"1.1": Good, "2.1": Bad}
quotes:
  on-time:
    text: >-
      Every train
found:
  - a
  -   b
"""
    diagnostics = Diagnostics()
    document = read_yaml(text, "file.yaml", diagnostics)
    assert document is not None
    assert {loc: (at.line, at.column) for loc, at in document.keys.items()} == {
        ("framework",): (1, 1),
        ("ratings",): (2, 1),
        ("ratings", "1.1"): (2, 11),
        ("ratings", "2.1"): (2, 24),
        ("quotes",): (3, 1),
        ("quotes", "on-time"): (4, 3),
        ("quotes", "on-time", "text"): (5, 5),
        ("found",): (7, 1),
    }
    assert {loc: (at.line, at.column) for loc, at in document.values.items()} == {
        ("framework",): (1, 12),
        ("ratings",): (2, 10),
        ("ratings", "1.1"): (2, 18),
        ("ratings", "2.1"): (2, 31),
        ("quotes",): (4, 3),
        ("quotes", "on-time"): (5, 5),
        ("quotes", "on-time", "text"): (5, 11),
        ("found",): (8, 3),
        ("found", 0): (8, 5),
        ("found", 1): (9, 7),
    }
    lines = text.splitlines()
    assert all(at.source_line == lines[at.line - 1] for at in document.values.values())


def test_what_was_not_typed_is_placed_at_the_nearest_thing_around_it() -> None:
    document = read_yaml("quotes:\n  a:\n    source: x\n", "file.yaml", Diagnostics())
    assert document is not None
    assert (document.at("quotes", "a", "text").line, document.key("quotes", "a", "text").line) == (
        3,
        2,
    )
    assert document.at("contrasts").line == 0
    assert document.at().path == "file.yaml"


@given(st.lists(st.sampled_from(["naïve", "😀", "قطار", "a\u00a0b", "é", "soft\u00adhyphen"])))
@settings(max_examples=50)
def test_letters_of_several_bytes_do_not_move_the_places_after_them(words: list[str]) -> None:
    before = f"a: {' '.join(['x', *words])}"
    document = read_yaml(f"# {before}\r\n{{{before}, b: y}}\n", "f", Diagnostics())
    assert document is not None
    assert document.key("b").column == len(before) + 4
    assert document.at("b").line == 2


# -- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1)),
        ("q:\n  a: 1\n  a: 2\n", ("duplicate-key", 3, 3)),
        ("a: &x b\n", ("anchor", 1, 4)),
        ("a: &x [b]\n", ("anchor", 1, 4)),
        ("a: *x\n", ("anchor", 1, 4)),
        ("*x : a\n", ("anchor", 1, 1)),
        ("a: !!python/object/apply:os.system [ls]\n", ("tag", 1, 4)),
        ("a: !!binary aGk=\n", ("tag", 1, 4)),
        ("a: ! no\n", ("tag", 1, 4)),
        ("!x a: b\n", ("tag", 1, 1)),
        ("a:\n  <<: {b: c}\n", ("key-not-text", 2, 3)),
        ("? [a]\n: b\n", ("key-not-text", 1, 3)),
        ("{a: b}: c\n", ("key-not-text", 1, 1)),
        ("a: b\n---\nc: d\n", ("second-document", 2, 1)),
        ("a: b\n...\n---\nc: d\n", ("second-document", 3, 1)),
        ("a: b\n...\nc: d\n", ("not-yaml", 3, 1)),
        ("a:\n", ("empty-value", 1, 1)),
        ("a: ''\n", ("empty-value", 1, 1)),
        ("a: '\u00a0 '\n", ("empty-value", 1, 1)),
        ("a:\n  - b\n  -\n", ("empty-value", 3, 4)),
        ("a: [b, '']\n", ("empty-value", 1, 8)),
        ("", ("not-a-record", 1, 1)),
        ("# nothing\n", ("not-a-record", 1, 1)),
        ("- a\n", ("not-a-record", 1, 1)),
        ("only words\n", ("not-a-record", 1, 1)),
        ("a: b: c\n", ("not-yaml", 1, 5)),
        ("a: 'b\nc: d\n", ("not-yaml", 1, 4)),
        ("a: [b\nc: d\n", ("not-yaml", 2, 2)),
        ("\ta: b\n", ("not-yaml", 1, 1)),
        ("a:\n\tb: c\n", ("not-yaml", 2, 1)),
        ("a: %b\n", ("not-yaml", 1, 4)),
    ],
)
def test_what_could_surprise_is_refused_at_its_place(text: str, expected: Said) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "char", ["\u202e", "\u2067", "\u200b", "\u2028", "\u2029", "\ufeff", "\x07", "\x85", "\x0c"]
)
def test_a_character_nobody_can_see_is_refused_wherever_it_stands(char: str) -> None:
    assert said(f"a: b\nc: d{char}e\n") == [("hidden-character", 2, 5)]
    assert said(f"a{char}: b\n") == [("hidden-character", 1, 2)]
    assert said(f"# x{char}\na: b\n") == [("hidden-character", 1, 4)]


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\r", "\\N", "\\L", "\\u202E", "\\uFFFE"])
def test_an_escape_cannot_spell_what_must_not_be_typed(escape: str) -> None:
    assert said(f'a:\n  - "x{escape}y"\n') == [("hidden-character", 2, 5)]
    assert ("hidden-character", 1, 1) in said(f'"x{escape}y": a\n')


def test_every_line_with_a_hidden_character_is_named_at_once() -> None:
    text = "a: \u202eb\nc: d\ne: f\x07\u200b\n"
    assert said(text) == [("hidden-character", 1, 4), ("hidden-character", 3, 5)]


def test_all_mistakes_that_do_not_stop_the_reading_are_noted() -> None:
    assert said("a:\nb: 1\nb: 2\n<<: 3\nc: 4\n") == [
        ("empty-value", 1, 1),
        ("duplicate-key", 3, 1),
        ("key-not-text", 4, 1),
    ]


# -- bombs --------------------------------------------------------------------------------------


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_nesting_without_end_is_refused_and_nothing_crashes(opening: str) -> None:
    text = f"a: {opening * (100_000 // len(opening))}"
    assert [code for code, _, _ in said(text)] in (["too-deep"], ["not-yaml"])
    block = f"a:\n {opening * (100_000 // len(opening))}"
    assert [code for code, _, _ in said(block)] in (["too-deep"], ["not-yaml"])


def test_indentation_without_end_is_refused() -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(1000))
    assert [code for code, _, _ in said(text)] == ["too-deep"]


def test_more_entries_than_any_record_has_are_refused() -> None:
    assert [code for code, _, _ in said(f"a: [{'b,' * (OF_A_RECORD.nodes + 1)}]")] == ["too-deep"]


def test_a_bomb_of_aliases_is_refused_at_its_first_anchor() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert said(bomb) == [("anchor", 1, 4)]


def test_the_largest_file_is_read_and_one_character_more_is_not() -> None:
    text = "a: " + "b" * (OF_A_RECORD.characters - 3)
    assert values(text) == {"a": text[3:]}
    assert said(f"{text}b") == [("too-large", 0, 0)]


def test_the_file_of_all_providers_grows_with_the_record() -> None:
    providers = [f"provider-{number}:\n  name: Provider {number}\n" for number in range(30_000)]
    text = "".join(providers)
    assert len(text) > OF_A_RECORD.characters
    assert [code for code, _, _ in said(text)] == ["too-large"]
    for read in (read_yaml, read_any):
        diagnostics = Diagnostics()
        document = read(text, "content/providers.yaml", diagnostics)
        assert document is not None
        assert len(document.value) == len(providers)
        assert not len(diagnostics)
        assert (
            read(text + " " * OF_A_LIST.characters, "content/providers.yaml", diagnostics) is None
        )
        (error,) = diagnostics.errors
        assert (error.code, error.hint) == ("too-large", OF_A_LIST.hint)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: words\n", 1, 4),
        ("a: >-\n  words\n  more\n", 2, 3),
        ("a: |\n\n    words\n", 3, 5),
        ("a: >-  # ours\n  words\n", 2, 3),
        ('a: ">- words"\n', 1, 4),
    ],
)
def test_the_words_of_a_value_begin_on_their_own_first_line(
    text: str, line: int, column: int
) -> None:
    document = read_yaml(text, "f", Diagnostics())
    assert document
    at = document.words("a")
    assert (at.line, at.column, at.source_line) == (line, column, text.split("\n")[line - 1])


@pytest.mark.parametrize("before", ["", "      "])
def test_what_a_merge_has_left_is_said_at_its_first_line_and_nothing_else_is(before: str) -> None:
    left = [f"{before}<<<<<<< HEAD", "  a: 1", f"{before}=======", "  a: 2", f"{before}>>>>>>> b"]
    diagnostics = Diagnostics()
    assert read_yaml("\n".join(["b:", *left]), "x.yaml", diagnostics) is None
    [found] = diagnostics
    place = found.position
    assert (found.code, place.line, place.column) == ("merge-conflict", 2, len(before) + 1)
    assert read_yaml("a: what <<<<<<< means\n", "x.yaml", Diagnostics()) is not None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a: Train #1 on time\n", 'a: "Train #1 on time"\n'),
        ("a:\n  - b: one #note\n    c: d\n", 'a:\n  - b: "one #note"\n    c: d\n'),
        ("a:\n  - Train #1\n", 'a:\n  - "Train #1"\n'),
    ],
)
def test_a_value_that_a_sign_cuts_off_is_told_and_can_be_pasted_whole(
    typed: str, meant: str
) -> None:
    diagnostics = Diagnostics()
    read_yaml(typed, "x.yaml", diagnostics)
    [found] = diagnostics
    assert found.code == "value-cut-off"
    assert found.cure is not None
    assert found.cure.applied(typed) == meant
    noted = Diagnostics()
    assert read_yaml(meant, "x.yaml", noted) is not None
    assert list(noted) == []


@pytest.mark.parametrize(
    "text", ["a: b # a note\n", "a: b #\n", "a: b ## c\n", "a: b#c\n", "a: 'b' #c\n", "#a\na: b\n"]
)
def test_a_note_and_a_sign_within_a_word_cut_nothing_off(text: str) -> None:
    diagnostics = Diagnostics()
    assert read_yaml(text, "x.yaml", diagnostics) is not None
    assert list(diagnostics) == []
