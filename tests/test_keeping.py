"""What is kept comes back whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from inspection_digest import keeping


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "kept"
    keeping.keep(path, b"one\ntwo\x00")
    assert keeping.lookup(path) == b"one\ntwo\x00"
    assert [file.name for file in path.parent.iterdir()] == ["kept"]


def test_what_was_never_kept_is_absent(tmp_path: Path) -> None:
    assert keeping.lookup(tmp_path / "kept") is None
    assert keeping.lookup(tmp_path) is None


def test_every_flipped_bit_and_every_cut_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    keeping.keep(path, b"one\ntwo")
    sound = path.read_bytes()
    for at in range(len(sound)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        assert keeping.lookup(path) is None
        path.write_bytes(sound[:at])
        assert keeping.lookup(path) is None


def test_a_place_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("in the way")
    keeping.keep(tmp_path / "a-file" / "kept", b"one")
    assert keeping.lookup(tmp_path / "a-file" / "kept") is None


def test_kept_files_stand_outside_the_project_so_that_none_can_bring_its_own(
    tmp_path: Path,
) -> None:
    here, there = tmp_path / "here" / "content", tmp_path / "there" / "content"
    path = keeping.kept_for(here, "proofs.json")
    assert path != keeping.kept_for(there, "proofs.json")
    assert not path.is_relative_to(tmp_path)
    assert path.is_relative_to(keeping.folder())


def test_a_folder_of_kept_files_finds_none_of_another_salt(tmp_path: Path) -> None:
    mine = keeping.KeptFolder(tmp_path, b"one program")
    mine.keep("name", b"body")
    assert mine.lookup("name") == b"body"
    assert mine.lookup("another name") is None
    assert keeping.KeptFolder(tmp_path, b"two programs").lookup("name") is None


WHOLE = b"one\ntwo\x00"


def write_two(file: keeping.Summed) -> None:
    file.write(b"one\n")
    file.write(b"two\x00")


def test_what_is_written_in_pieces_is_kept_like_any_other(tmp_path: Path) -> None:
    name = keeping.keep_long(tmp_path / "deep", lambda sum_: f"long-{sum_[:8]}", write_two)
    path = tmp_path / "deep" / name
    assert [path] == list(path.parent.iterdir())
    assert keeping.lookup(path) == WHOLE
    assert name == f"long-{hashlib.sha256(WHOLE).hexdigest()[:8]}"


def test_it_is_read_from_its_start_and_only_if_it_is_what_was_kept(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    keeping.keep_long(tmp_path, lambda _: "kept", write_two)
    opened = keeping.open_long(path)
    assert opened is not None
    with opened as file:
        assert (file.read(4), file.read()) == (b"one\n", b"two\x00")
    sound = path.read_bytes()
    for damaged in (sound[:-1], sound + b"0", b"0" + sound[1:], b""):
        path.write_bytes(damaged)
        assert keeping.open_long(path) is None
    assert keeping.open_long(tmp_path / "never") is None


def test_nothing_is_left_of_what_could_not_be_written(tmp_path: Path) -> None:
    def fail(_: keeping.Summed) -> None:
        raise OSError

    assert keeping.keep_long(tmp_path, lambda _: "kept", fail) == ""
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a-file").write_text("in the way")
    assert keeping.keep_long(tmp_path / "a-file", lambda _: "kept", write_two) == ""
