"""What is kept comes back whole or not at all."""

from __future__ import annotations

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


def test_nothing_is_left_of_what_could_not_be_kept(tmp_path: Path) -> None:
    (tmp_path / "kept" / "in the way").mkdir(parents=True)
    keeping.keep(tmp_path / "kept", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
