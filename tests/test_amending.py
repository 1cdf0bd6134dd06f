"""Of a long file, only what changed digests have in it is made again, read back and proved."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.changing_site import START, Content, Folder, Report, built_in, clean
from tests.small_site import SITE

from inspection_digest.amending import OtherwiseError, Pieces, Printing
from inspection_digest.outputs import verification_json
from inspection_digest.outputs.long_file import LongFile
from inspection_digest.renewal import BrokenError
from inspection_digest.shelf.watch import Watch

RECORD, DIGESTS, GRADES = "data/verification.json", "data/digests.json", "data/grades.csv"

texts = st.dictionaries(st.sampled_from("abcdef"), st.text("xy,é", max_size=4))


# -- one file --------------------------------------------------------------------------------------


def file_of(listed: dict[str, str], start: str, between: str, watch: Watch) -> LongFile:
    """For each piece something of its own is looked at, and something of all."""

    def piece(name: str) -> Callable[[], str]:
        def make() -> str:
            watch.note("words", name)
            watch.note("provider", "all")
            return listed[name]

        return make

    return LongFile(start, ((name, piece(name)) for name in listed), between, "]\n", "none]\n")


def printed(
    listed: dict[str, str],
    start: str = "[",
    between: str = ",",
    before: tuple[bytes, Pieces] | None = None,
    changed: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[bytes, Pieces, set[str]]:
    watch = Watch()
    file = file_of(listed, start, between, watch)
    if before is None:
        printing = Printing(file, watch)
        data = b"".join(printing.printed())
    else:
        printing = Printing(file, watch, before[1], changed)
        data = b"".join(printing.printed(io.BytesIO(before[0])))
    return data, printing.pieces, printing.made


@given(texts, st.sampled_from(["", ","]))
def test_a_long_file_is_printed_as_it_is_in_one_piece(listed: dict[str, str], between: str) -> None:
    data, pieces, made = printed(listed, between=between)
    there = [text for text in listed.values() if text]
    assert data.decode() == f"[{between.join(there)}{']' if there else 'none]'}\n"
    assert made == set(listed)
    assert list(pieces.found_in(io.BytesIO(data))) == [
        (name, text.encode()) for name, text in listed.items()
    ]


@given(texts, texts, st.sampled_from(["[", "[[["]), st.sampled_from(["", ",", ",,"]))
def test_a_file_of_which_some_is_made_again_is_what_it_is_when_all_is(
    old: dict[str, str], new: dict[str, str], start: str, between: str
) -> None:
    data, pieces, _ = printed(old)
    changed = {name for name in new if name in old and new[name] != old[name]}
    cells = frozenset(("words", name) for name in changed)
    amended, kept, made = printed(new, start, between, (data, pieces), cells)
    whole, fresh, _ = printed(new, start, between)
    assert amended == whole
    assert made == changed | (new.keys() - old.keys())
    assert [*kept.found_in(io.BytesIO(whole))] == [*fresh.found_in(io.BytesIO(amended))]
    again = frozenset({("provider", "all")})
    assert printed(new, start, between, (amended, kept), again)[2] == set(new)


@given(texts, st.data())
def test_a_byte_that_is_another_is_noticed_wherever_it_is(
    listed: dict[str, str], chosen: st.DataObject
) -> None:
    data, pieces, _ = printed(listed)
    at = chosen.draw(st.integers(0, len(data) - 1))
    for spoilt in (data[:at], data[:at] + b"?" + data[at + 1 :], data + b"?"):
        with pytest.raises(OtherwiseError):
            list(pieces.found_in(io.BytesIO(spoilt)))


# -- a site ----------------------------------------------------------------------------------------


@pytest.fixture
def built(tmp_path: Path) -> Folder:
    return built_in(tmp_path)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests whose pieces of any file have been made since the test began."""
    names: list[str] = []
    make = Printing._make

    def noted(printing: Printing, name: str, piece: Callable[[], str]) -> bytes:
        names.append(name)
        return make(printing, name, piece)

    monkeypatch.setattr(Printing, "_make", noted)
    return names


def with_first(**changes: Any) -> Content:
    first, *others = START.reports
    return replace(START, reports=(replace(first, **changes), *others))


@pytest.mark.parametrize(
    ("changes", "files"),
    [({"grade": 3}, [GRADES, DIGESTS]), ({"quote": 2}, [RECORD, DIGESTS])],
    ids=["a grade", "a quotation"],
)
def test_an_edit_makes_again_what_its_own_digest_has_in_the_data(
    changes: dict[str, Any], files: list[str], built: Folder, made: list[str]
) -> None:
    before = built.files()
    built.write(with_first(**changes))
    assert built.build(SITE)
    assert set(made) == {"p0/2031"}
    now = built.files()
    assert now == clean(with_first(**changes))
    data = (RECORD, DIGESTS, GRADES)
    assert {path for path in data if now[path] != before[path]} == set(files)


def test_a_new_digest_and_one_that_is_gone_leave_the_others_as_they_are(
    built: Folder, made: list[str]
) -> None:
    first, _, *others = START.reports
    more = replace(START, reports=(first, Report(2, 2030, quote=2), *others))
    built.write(more)
    assert built.build(SITE)
    assert set(made) == {"p2/2030"}
    assert built.files() == clean(more)
    made.clear()
    none = replace(START, reports=())
    built.write(none)
    assert built.build(SITE)
    assert made == []
    assert built.files() == clean(none)
    built.write(START)
    assert built.build(SITE)
    assert built.files() == clean(START)


def test_what_many_digests_have_in_common_makes_all_of_theirs_again(
    built: Folder, made: list[str]
) -> None:
    content = replace(START, names=("Moor Line and Branches", *START.names[1:]))
    built.write(content)
    assert built.build(SITE)
    assert set(made) == {"p0/2031", "p0/2033"}
    assert built.files() == clean(content)


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "a piece that stays": lambda data: data.replace(b"p2/2034", b"p2/2035"),
    "a piece that is made": lambda data: data.replace(b"worn out", b"splendid", 1),
    "what parts them": lambda data: data.replace(b"\n  },\n  {", b"\n  }, \n  {", 1),
    "its end": lambda data: data + b" ",
    "cut": lambda data: data[:-5],
}


@pytest.mark.parametrize("befalls", SPOILT)
@pytest.mark.parametrize(
    ("path", "content"),
    [
        (DIGESTS, with_first(grade=3)),
        (DIGESTS, replace(START, missing="Who knows.")),  # all are made again, and as they were
        (RECORD, with_first(quote=2)),
        (RECORD, with_first(grade=3)),  # one is made again, and as it was
    ],
)
def test_a_file_that_is_not_as_it_was_published_is_put_right(
    path: str, content: Content, befalls: str, built: Folder
) -> None:
    file = built.output / path
    file.write_bytes(SPOILT[befalls](file.read_bytes()))
    built.write(content)
    assert built.build(SITE)
    assert built.files() == clean(content)


@pytest.mark.parametrize("befalls", ["another file", "gone", "what is kept is gone", "a link"])
def test_without_what_was_published_or_kept_a_file_is_made_whole(
    befalls: str, built: Folder, made: list[str]
) -> None:
    file = built.output / DIGESTS
    match befalls:
        case "another file":
            file.write_bytes(file.read_bytes().replace(b"Marsh", b"Harsh"))
        case "gone":
            file.unlink()
        case "a link":
            elsewhere = built.root / "elsewhere"
            file.rename(elsewhere)
            file.symlink_to(elsewhere)
        case _:
            [kept] = [path for path in built.kept() if path.name == "reprints.db"]
            kept.unlink()
    content = with_first(grade=3)
    built.write(content)
    assert built.build(SITE)
    assert (set(made) > {"p0/2031"}) == (befalls != "a link")
    assert built.files() == clean(content)
    assert not file.is_symlink()
    made.clear()
    built.write(START)
    assert built.build(SITE)
    assert set(made) == {"p0/2031"}
    assert built.files() == clean(START)


@pytest.mark.parametrize(
    ("spoils", "says"),
    [
        (lambda found: {**found, "text": found["text"].upper()}, "it reads"),
        (lambda found: {**found, "key": "p1/2032#quote-said"}, "it is not printed there"),
        (lambda _: {}, "it is not printed there"),
    ],
    ids=["another word", "another digest's", "nothing"],
)
def test_a_piece_that_says_something_else_is_refused(
    spoils: Callable[[dict[str, Any]], object],
    says: str,
    built: Folder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = built.files()
    object_of = verification_json._object
    monkeypatch.setattr(verification_json, "_object", lambda quote: spoils({**object_of(quote)}))
    built.write(with_first(quote=2))
    with pytest.raises(BrokenError, match=rf"data/verification\.json: .*: {says}"):
        built.build(SITE)
    assert built.files() == before
