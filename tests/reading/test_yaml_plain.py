"""What is read the quick way is exactly what libyaml reads: values, places, no mistake."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from pathlib import Path
from time import process_time

import pytest
from tests.reading.hostile_yaml import hostile_texts

from benchmarks.corpus.content import write_content
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.yaml_any import read_any
from inspection_digest.reading.yaml_document import Document
from inspection_digest.reading.yaml_limits import MAX_DEPTH, OF_A_RECORD
from inspection_digest.reading.yaml_plain import read_plain
from inspection_digest.reading.yaml_text import read_yaml

PROJECT = Path(__file__).resolve().parents[2]
FILES = sorted([*PROJECT.glob("content/**/*.yaml"), *PROJECT.glob("tests/**/*.yaml")])


def quickly(text: str) -> Document | None:
    plain = read_plain(text)
    return Document("file.yaml", plain.value, text, plain.marks) if plain else None


def through_libyaml(text: str) -> Document | None:
    """None too where there is anything at all to say."""
    diagnostics = Diagnostics()
    document = read_any(text, "file.yaml", diagnostics)
    return None if len(diagnostics) else document


def in_full(document: Document | None) -> object:
    """All that a document says, in the order in which it says it."""
    if document is None:
        return None
    places = list(document.keys.items()), list(document.values.items())
    return repr(document.value), places, document.lines


def read_quickly(texts: Iterable[str]) -> int:
    """How many of the texts are; each as through libyaml."""
    found = [(text, in_full(quickly(text))) for text in texts]
    for text, quick in found:
        assert quick is None or quick == in_full(through_libyaml(text)), text
    return sum(quick is not None for _, quick in found)


def test_every_file_of_the_project_is_read_as_libyaml_reads_it() -> None:
    sound = [path for path in FILES if path.is_relative_to(PROJECT / "content")]
    assert read_quickly(path.read_text("utf-8") for path in sound) == len(sound) > 200
    read_quickly(path.read_bytes().decode("utf-8", "replace") for path in FILES)


def test_every_file_of_a_generated_library_is_read_as_libyaml_reads_it(tmp_path: Path) -> None:
    write_content(tmp_path, 60)
    files = [*tmp_path.glob("digests/**/*.yaml"), *tmp_path.glob("sources/**/*.yaml")]
    assert read_quickly(path.read_text("utf-8") for path in files) == len(files) > 150


def test_hostile_texts_are_read_as_libyaml_reads_them_or_by_libyaml() -> None:
    sound = [text for text in (path.read_text("utf-8") for path in FILES) if len(text) < 3000]
    assert read_quickly(hostile_texts(12_000, sound, "hostile")) > 1000


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n",
        "  a: b\n  c: d\n",
        "a:\n- b\n- c: d\n  e: f\ng: h\n",
        "a:\n  - - b\n",
        "a: >-\n  one\n  two\n\n  three\n\n\n  four\n\nb: |\n  one\n    two\n\n  three\n",
        "a: >-\n      one\n  # no part of it\nb: c\n",
        "a: >-\n  one \n  two  \n",
        "a: >\n  one\n\n\n",
        "a: 'it''s'  # a note\nb: [c, 'd', \"e\"] # a note\nf: {g: h} # a note\ni: j # a note\n",
        "# first\n\na:\n  # inside\n  b: c\n# outside\n  d: e\n\n#last\n",
        "a: 12:30\nb: no\nc: ~\nd: http://example.org/a#b\n",
        '"1.1": a\n\'it is\': b\n"a  b": c\n',
    ],
)
def test_a_sound_text_is_read_as_libyaml_reads_it(text: str) -> None:
    assert in_full(through_libyaml(text)) is not None
    quick = in_full(quickly(text))
    assert quick in (None, in_full(through_libyaml(text)))
    assert quick is not None or any(left in text for left in ("- -", "  # no part of it"))


@pytest.mark.parametrize(
    "text",
    [
        *("a: b", "", "\n", "- a\n", "a:\n", "a: \n", "a: ''\n", "a: >-\nb: c\n", "a: b\na: c\n"),
        *(
            "a: b\n  c\n",
            "a: b\n  c: d\n",
            "a:\n  b: c\n d: e\n",
            "a: 'b\n  c'\n",
            "a: [b,\n  c]\n",
        ),
        *("a: &b c\n", "a: !c d\n", "a: b: c\n", "<<: a\n", "? a\n", "---\na: b\n", "a: b\n---\n"),
        *(
            "a:\tb\n",
            "a: b\r\nc: d\n",
            "a: \u2028b\n",
            "a: \ufeffb\n",
            "a: |2\n  b\n",
            "a: |+\n  b\n",
        ),
        *("a: \u00a0\n", "a: [' ']\n", "a: >-\n  b\n c\n", "a: >-\n  b\n   c\n", 'a: "\\u202e"\n'),
        "a: " + "x" * OF_A_RECORD.characters + "\n",
        "a: [" + "b, " * OF_A_RECORD.nodes + "b]\n",
        "".join(f"{'  ' * depth}a:\n" for depth in range(MAX_DEPTH)) + "  " * MAX_DEPTH + "b: c\n",
    ],
    ids=lambda text: repr(text[:24]),
)
def test_whatever_is_not_certainly_plain_is_left_to_libyaml(text: str) -> None:
    assert read_plain(text) is None


@pytest.mark.parametrize(
    "part",
    [
        *("\n", " ", "  \n", "#", "# a\n", "a: b\n", "a:\n", "- a\n", "a ", "a.b ", "'", "''", '"'),
        *("a: >-\n x\n", " x\n", "a: |\n  x\n\n", "[", "{a: b, ", "a: [a, ", "a, ", " #", ":", "-"),
    ],
)
def test_no_text_holds_the_reader_up(part: str) -> None:
    for before in ("", "a: ", "a: [", "a: '", "a: >-\n  x\n"):
        text = (before + part * OF_A_RECORD.characters)[: OF_A_RECORD.characters - 1] + "\n"
        start = process_time()
        read_plain(text)
        assert process_time() - start < 2


def test_a_document_is_kept_small_and_comes_back_whole() -> None:
    text = (PROJECT / "content" / "EXAMPLE.yaml").read_text("utf-8")
    document = read_yaml(text, "file.yaml", Diagnostics())
    assert document is not None
    before = in_full(document)
    kept = pickle.dumps(document)
    assert len(kept) < 2 * len(text.encode())
    assert in_full(pickle.loads(kept)) == before  # noqa: S301 - our own
