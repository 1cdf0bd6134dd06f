"""`fmt` moves keys, spaces and line ends. No word, and no comment, is ever changed."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspection_digest.diagnostics import Diagnostics
from inspection_digest.formatting.formatted import formatted
from inspection_digest.formatting.key_order import LONG_TEXTS
from inspection_digest.formatting.layout import comments
from inspection_digest.reading import texts
from inspection_digest.reading.editor_schema import KINDS
from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.modelines import START, kind_of, modeline
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.yaml_text import Value, read_yaml

PROJECT = Path(__file__).resolve().parents[2]
PATH = "content/digests/nowhere-railway/2031-05-14.yaml"
REAL = [
    path
    for path in sorted((PROJECT / "content").rglob("*.yaml"))
    if kind_of(path.relative_to(PROJECT).as_posix())
]


def tidied(text: str, path: str = PATH) -> str:
    found = formatted(text, path, Diagnostics())
    assert found.text is not None, found.reason
    return found.text


def left_alone(text: str, path: str = PATH) -> tuple[str, list[str]]:
    diagnostics = Diagnostics()
    found = formatted(text, path, diagnostics)
    assert found.text is None
    return found.reason, [item.code for item in diagnostics]


def values(text: str) -> Value:
    document = read_yaml(text, PATH, Diagnostics())
    assert document is not None
    return document.value


LONG = "the pictures were well taken, which is rare"
BEFORE = f"""\
# About the whole file.

overall: Good   # as the release says
# When it came out.
published: 2031-05-14
framework: toy-railways-2030
quotes:
    # The first.
    on-time:
        text: "Every train I was shown a picture of was on time, and {LONG}."
        # Where it is from.
        source: release
    # Below the last one.
uncertain:
- published
# At the very end.
"""
AFTER = f"""\
{modeline(PATH)}
# About the whole file.

framework: toy-railways-2030
# When it came out.
published: 2031-05-14
overall: Good  # as the release says
uncertain:
  - published

quotes:
  # The first.
  on-time:
    # Where it is from.
    source: release
    text: >-
      Every train I was shown a picture of was on time, and the pictures were well taken, which is
      rare.
  # Below the last one.
# At the very end.
"""


def test_keys_take_the_order_of_the_record_and_comments_go_with_them() -> None:
    assert tidied(BEFORE) == AFTER
    assert tidied(AFTER) == AFTER


def test_the_comments_of_a_list_of_records_stay_at_their_keys() -> None:
    assert tidied(
        "framework: x\nrecommendations:\n# What is asked.\n- summary: Lay track.\n"
        "  # Who is asked.\n  to: The railway\n"
    ) == (
        f"{modeline(PATH)}\nframework: x\n\nrecommendations:\n  # Who is asked.\n"
        "  - to: The railway\n    # What is asked.\n    summary: Lay track.\n"
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("title: 'It''s 10:30, # really'", "title: 'It''s 10:30, # really'"),
        ("points: 012", "points: 012"),
        ("inspected: {to: 2031,   from: 2030}", "inspected: {to: 2031,   from: 2030}"),
        ('ratings:\n  "1.10": Good', 'ratings:\n  "1.10": Good'),
        ("ratings:\n  1.10: Good", "ratings:\n  1.10: Good"),
        ("missing: |\n   A\n   b-\n   c", "missing: |\n  A\n  b-\n  c"),
        ("missing: >2-\n     deeper\n   text", "missing: >2-\n     deeper\n   text"),
        ("title: in two\n  lines", "title: >-\n  in two lines"),
        ("title: # why\n  on the next", "# why\ntitle: on the next"),
        ("summary: >-  # a remark\n  Text # and no remark", None),
        ("title: " + "long " * 30, "title: " + ("long " * 30).strip()),
    ],
)
def test_what_was_typed_stays_as_it_was_typed(typed: str, kept: str | None) -> None:
    written = tidied(f"framework: x\n{typed}\n")
    assert written == f"{modeline(PATH)}\nframework: x\n{kept or typed}\n"


def test_a_long_text_is_not_broken_at_a_hyphen_and_lines_that_fit_stay() -> None:
    word = "well-kept-" * 12 + "line"
    short = "framework: x\nsummary: >-\n  Broken\n  where the author\n  liked.\n"
    assert tidied(short) == f"{modeline(PATH)}\n{short}"
    assert f"\n  {word}\n" in tidied(f"framework: x\nsummary: a {word} b\n")


def test_the_modeline_is_added_or_put_right() -> None:
    wrong = f"{START}../schema.json\nframework: x\n"
    assert tidied(wrong) == f"{modeline(PATH)}\nframework: x\n"
    assert tidied("\ufeffframework: x") == f"{modeline(PATH)}\nframework: x\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("framework: x\nframework: y\n", ("it cannot be read", ["duplicate-key"])),
        ("framework: [\n", ("it cannot be read", ["not-yaml"])),
        ("title:\n", ("it cannot be read", ["empty-value"])),
        ("# nothing\n", ("it cannot be read", ["not-a-record"])),
        ("found:\n - - a\n", ("there is a list in a list", [])),
        ("text: >+\n  a\n\nb: c\n", ("a text keeps the empty lines after it (`>+` or `|+`)", [])),
    ],
)
def test_a_file_that_cannot_be_tidied_is_left_alone_and_it_is_said_why(
    text: str, said: tuple[str, list[str]]
) -> None:
    assert left_alone(text) == said


def test_a_file_that_holds_no_record_is_none_of_its_business() -> None:
    assert left_alone("a: b\n", "content/pages/about.yaml")[0] == (
        "it is not a file that holds a record"
    )


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_file_of_the_project_keeps_its_values_and_its_comments(path: Path) -> None:
    name, text = path.relative_to(PROJECT).as_posix(), path.read_text("utf-8")
    written = tidied(text, name)
    assert values(written) == values(text)
    assert Counter(comments(written)) == Counter(comments(text))
    assert tidied(written, name) == written


def test_no_digest_of_the_project_would_be_touched() -> None:
    """The layout is that of the files there are; a few frameworks have a line of 101 columns."""
    names = {path.relative_to(PROJECT).as_posix(): path.read_text("utf-8") for path in REAL}
    touched = [name for name, text in names.items() if tidied(text, name) != text]
    assert [name for name in touched if name.startswith(("content/digests/", "content/E"))] == []


def test_the_keys_folded_as_long_text_are_those_that_hold_prose_or_quotations() -> None:
    long = set()
    for kind in KINDS.values():
        for record in _records(kind):
            for name, field in record.model_fields.items():
                if {texts.prose, texts.plain} & _checks((field.annotation, field.metadata)):
                    long.add(name)
    assert long == LONG_TEXTS


def _records(found: object) -> list[type[DigestRecord]]:
    own = [found] if hasattr(found, "model_fields") else []
    inner = getattr(found, "__args__", ())
    if own:
        inner = tuple(field.annotation for field in found.model_fields.values())  # type: ignore[attr-defined]
    return own + [one for part in inner for one in _records(part)]  # type: ignore[return-value]


def _checks(found: object) -> set[object]:
    if isinstance(found, tuple | list):
        return set().union(*(_checks(part) for part in found))
    own = {found.func} if hasattr(found, "func") else set()
    parts = (getattr(found, "__args__", ()), getattr(found, "__metadata__", ()))
    return own | set().union(*(_checks(part) for part in parts))


# -- any record at all, written in any way --------------------------------------------------------

NASTY = ["'90s", "a: b", " #", "--", "word-", "\u00a0", "🚂", "  ", "'", '"', "%", "@x", "- a"]
NASTY += [
    "[b]",
    "{c}",
    "no",
    "012",
    "12:30",
    "…",
    "‘q’",
    "*a",
    "&b",
    "!c",
    "|",
    ">",
    "\\n",
    "?",
    "#",
]
TEXT = st.lists(
    st.sampled_from(NASTY) | st.text("abcdef ", min_size=1, max_size=9), min_size=1, max_size=30
).map(" ".join)
COMMENT = st.text("abc:#'\"-[]>|é ", max_size=12).map(lambda text: f"#{text}".rstrip())
NAME = st.from_regex(r"[a-z]{1,5}(-[a-z0-9]{1,3})?", fullmatch=True)


@st.composite
def written_values(draw: st.DrawFn, indent: int) -> list[str]:
    """A text as a person may have typed it: quoted, folded, or kept line by line."""
    text = draw(TEXT.filter(str.strip))
    style = draw(st.sampled_from(["json", "single", "folded", "literal"]))
    if style == "json":
        return [json.dumps(text, ensure_ascii=False)]
    if style == "single":
        return ["'" + text.replace("'", "''") + "'"]
    words = text.strip().split("  ") if style == "literal" else [text.strip()]
    deeper = " " * (indent + draw(st.integers(1, 4)))
    return [">-" if style == "folded" else "|", *(deeper + (word.strip() or "x") for word in words)]


@st.composite
def digests(draw: st.DrawFn) -> str:
    """A file of comments, quotes and texts; keys in any order, indented by any step."""
    step = draw(st.integers(1, 4))
    lines: list[str] = []

    def comment(indent: int) -> None:
        lines.extend(
            " " * indent + text if text else ""
            for text in draw(st.lists(COMMENT | st.just(""), max_size=2))
        )

    def value(indent: int, key: str) -> None:
        comment(indent)
        first, *rest = draw(written_values(indent))
        remark = draw(st.just("") | COMMENT.map(lambda text: f" {text}"))
        lines.append(f"{' ' * indent}{key}: {first}{remark}")
        lines.extend(rest)

    for key in draw(st.permutations(["title", "framework", "summary", "quotes", "sources"])):
        if key not in {"quotes", "sources"}:
            value(0, key)
            continue
        comment(0)
        lines.append(f"{key}:")
        for name in draw(st.lists(NAME, min_size=1, max_size=3, unique=True)):
            if key == "sources":
                value(step, name)
                continue
            comment(step)
            lines.append(f"{' ' * step}{name}:")
            for inner in draw(st.permutations(["text", "source", "page"])):
                value(2 * step, inner)
    comment(0)
    return "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))


@settings(max_examples=400)
@given(digests())
def test_whatever_was_typed_is_still_there_afterwards(text: str) -> None:
    diagnostics = Diagnostics()
    before = read_yaml(text, PATH, diagnostics)
    if before is None or len(diagnostics):
        assert left_alone(text)[0] == "it cannot be read"
        return
    written = tidied(text)
    after = read_yaml(written, PATH, Diagnostics())
    assert after is not None
    assert after.value == before.value
    assert Counter(comments(written)) == Counter([modeline(PATH), *comments(text)])
    assert tidied(written) == written
    assert list(after.value) == [k for k in DigestRecord.model_fields if k in before.value]


def test_a_framework_is_tidied_like_any_other_file() -> None:
    path = "content/frameworks/toys.yaml"
    written = tidied("standards: {}\ntitle: Toys\n", path)
    assert written == f"{modeline(path)}\ntitle: Toys\nstandards: {{}}\n"
    assert next(iter(FrameworkRecord.model_fields)) == "title"
