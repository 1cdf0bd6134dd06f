"""Files become records by their path; what is out of place is said once, and the rest is read."""

from __future__ import annotations

import pytest
from tests.small_site import DIGEST, FILES, MOOR, RELEASE, RELEASE_TEXT, library, mistakes

from inspection_digest.diagnostics import Position
from inspection_digest.reading.dates import parse_date
from inspection_digest.reading.library import Provider
from inspection_digest.reading.source_records import ProviderRecord

BARE = "framework: toy-2030\n"


def said(path: str, text: str = BARE) -> list[tuple[str, str]]:
    """(path, code) of all that is said of a sound site with one more file."""
    return [(item.position.path, item.code) for item in mistakes({path: text})]


def test_a_sound_site_is_read_whole() -> None:
    read = library()
    assert list(read.digests) == ["moor-line/2031-05-14"]
    assert list(read.sources) == ["moor-release", "moor-report"]
    assert list(read.frameworks) == ["toy-2030"]
    assert list(read.providers) == ["moor-line", "marsh-line"]
    assert read.sources["moor-release"].text == FILES["sources/moor-release/text.txt"]
    assert len(read.sources["moor-release"].text_sha256) == 64


@pytest.mark.parametrize(
    "path",
    [
        "digests/2031-05-14.yaml",
        "digests/moor-line/2031/05.yaml",
        "digests/moor-line/notes.txt",
        "frameworks/toy/2030.yaml",
        "frameworks/notes.txt",
        "sources/moor-release.yaml",
        "sources/moor-release/notes.txt",
        "sources/moor-release/other.yaml",
        "sources/moor-release/deep/source.yaml",
        "providers/moor-line.yaml",
    ],
)
def test_a_file_out_of_place_is_said_once(path: str) -> None:
    assert said(path) == [(f"content/{path}", "misplaced-file")]


@pytest.mark.parametrize(
    "path",
    [
        "digests/Moor-Line/2031.yaml",
        "digests/moor-line/May 2031.yaml",
        "digests/moor-line/.yaml",
        "digests/moor_line/2031.yaml",
        "frameworks/Toy.yaml",
        "sources/Moor/source.yaml",
        f"frameworks/{'a' * 81}.yaml",
    ],
)
def test_a_name_that_cannot_be_an_address_is_said_once(path: str) -> None:
    assert said(path) == [(f"content/{path}", "bad-name")]


def test_the_better_name_that_is_offered_can_be_taken() -> None:
    [wrong] = mistakes({f"sources/{'May 2031 ' * 12}/source.yaml": BARE})
    better = wrong.hint.split("`")[1]
    assert "bad-name" not in {code for _, code in said(f"sources/{better}/source.yaml")}
    [wrong] = mistakes({"digests/moor-line/9 May 2031.yaml": BARE})
    assert wrong.hint == "Name the file `2031-05-09.yaml`."
    assert said("digests/moor-line/2031-05-09.yaml") == []


def test_a_text_needs_a_source_beside_it() -> None:
    lost = [("content/sources/lost/text.txt", "text-without-source")]
    assert said("sources/lost/text.txt", "words") == lost


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("sources/moor-release/source.yaml", RELEASE + "colour: red\n", "unknown-key"),
        ("frameworks/toy-2030.yaml", "title: [", "not-yaml"),
        ("providers.yaml", "moor-line", "not-a-record"),
        ("providers.yaml", "moor-line: {name: Moor Line}", "missing-key"),
    ],
)
def test_what_cannot_be_read_is_said_of_its_own_file_alone(path: str, text: str, code: str) -> None:
    found = mistakes({path: text})
    assert [(item.position.path, item.code) for item in found] == [(f"content/{path}", code)]


def test_a_text_that_is_not_free_may_not_be_held() -> None:
    changed = RELEASE.replace("ogl-3", "linked-only")
    found = mistakes({"sources/moor-release/source.yaml": changed})
    assert [(item.position.path, item.code) for item in found] == [
        ("content/sources/moor-release/text.txt", "text-not-free")
    ]


def test_a_broken_file_does_not_hide_the_mistakes_of_its_siblings() -> None:
    found = mistakes(
        {
            "digests/moor-line/2032.yaml": "framework: [\n",
            "digests/moor-line/2033.yaml": "framework: nowhere\n",
            "frameworks/broken.yaml": "- a\n",
            "providers.yaml": f"{FILES['providers.yaml']}Marsh: {{name: M, kind: k}}\n",
        }
    )
    assert [(item.position.path, item.code) for item in found] == [
        ("content/digests/moor-line/2032.yaml", "not-yaml"),
        ("content/digests/moor-line/2033.yaml", "unknown-framework"),
        ("content/frameworks/broken.yaml", "not-a-record"),
        ("content/providers.yaml", "bad-name"),
    ]


def test_digests_are_in_order_of_date_whatever_their_names() -> None:
    read = library(
        {
            "digests/moor-line/2031.yaml": BARE + "published: 2032-01\n",
            "digests/moor-line/2032.yaml": BARE + "published: 2031-01\n",
            "digests/marsh-line/2031-05-14.yaml": BARE,
            "digests/marsh-line/2032-33.yaml": BARE,
        }
    )
    assert list(read.digests) == [
        "moor-line/2032",
        "marsh-line/2031-05-14",
        "moor-line/2031-05-14",
        "moor-line/2031",
        "marsh-line/2032-33",
    ]
    assert [digest.when for digest in read.by_provider["moor-line"]] == [
        "2032",
        "2031-05-14",
        "2031",
    ]
    assert len(read.by_framework["toy-2030"]) == 5


def test_a_source_knows_its_digests_once_each() -> None:
    twice = DIGEST.replace("report: moor-report", "report: moor-report, again: moor-report")
    read = library({MOOR: twice})
    assert [digest.id for digest in read.by_source["moor-report"]] == ["moor-line/2031-05-14"]


def test_the_library_cannot_be_changed() -> None:
    read = library()
    with pytest.raises(TypeError):
        read.digests["x"] = read.digests["moor-line/2031-05-14"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("day", "owner"),
    [
        ("2014-12-31", ""),
        ("2015-01-31", ""),
        ("2015-02", "First"),
        ("2018", "First"),
        ("2019-06-29", "First"),
        ("2019-06-30", ""),
        ("2019", ""),
        ("2019-07-01", "Second"),
        ("2030", "Second"),
        (None, ""),
    ],
)
def test_an_owner_is_named_only_where_no_other_can_be_meant(day: str | None, owner: str) -> None:
    record = ProviderRecord.model_validate(
        {
            "name": "Moor Line",
            "kind": "Toy railway",
            "owners": [
                {"name": "First", "from": "2015-02", "to": "2019-06-30"},
                {"name": "Second", "from": "2019-06-30"},
            ],
        }
    )
    provider = Provider("moor-line", record, Position("content/providers.yaml"))
    assert provider.owner_on(parse_date(day) if day else None) == owner


def test_what_a_merge_has_left_in_the_text_of_a_source_is_said() -> None:
    torn = RELEASE_TEXT.replace("It should", "<<<<<<< HEAD\nIt should")
    [found] = mistakes({"sources/moor-release/text.txt": torn})
    assert (found.code, found.position.line) == ("merge-conflict", 5)


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        ("<!DOCTYPE html><p>", "a web page"),
        ("\ufeff\n<html><p>", "a web page"),
        ("{\\rtf1 ", "an RTF file"),
    ],
)
def test_the_text_of_a_source_is_no_file_of_another_kind(begins: str, kind: str) -> None:
    found = mistakes({"sources/moor-release/text.txt": f"{begins}{RELEASE_TEXT}"})
    assert (found[0].code, found[0].position.line) == ("text-not-plain", 1)
    assert found[0].message == f"This is {kind}, with codes between the words."
