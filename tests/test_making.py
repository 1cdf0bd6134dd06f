"""Parts are written, read back from the disk, and what they looked at is known."""

from __future__ import annotations

import hashlib
from pathlib import Path

from msgspec.structs import replace
from tests.small_site import edition

from inspection_digest import plans
from inspection_digest.making import Maker
from inspection_digest.outputs.page import Templates
from inspection_digest.part import Part
from inspection_digest.readback.prove_published import Readback

THEME = Path(__file__).resolve().parent.parent / "theme"


def maker(stage: Path) -> Maker:
    made = edition()
    readback = Readback(made.everything, made.evidence)
    return Maker(made, Templates(THEME, made.watch.note), stage, readback)


def part(name: str, *files: tuple[str, str]) -> Part:
    return Part(name, files=lambda: iter(files))


def test_what_is_written_is_read_back_from_the_disk(tmp_path: Path) -> None:
    false = '<p data-quote="nobody/2031#quote-x">False words.</p>'
    made = maker(tmp_path).make(part("one", ("a/index.html", false)))
    assert made.paths == ("a/index.html",)
    assert [str(item) for item in made.broken] == [
        "a/index.html: nobody/2031#quote-x: there is no such quotation."
    ]


def test_a_part_can_be_made_twice(tmp_path: Path) -> None:
    one = part("one", ("a/index.html", "1"), ("b.txt", "2"))
    assert maker(tmp_path).make(one) == maker(tmp_path).make(one)
    assert (tmp_path / "a/index.html").read_text() == "1"


def test_what_is_made_for_a_site_that_stays_is_compared_with_it(tmp_path: Path) -> None:
    one = part("one", ("a/index.html", "1"), ("b.txt", "2"))
    (tmp_path / "site").mkdir()
    (tmp_path / "site/b.txt").write_text("2")
    made = replace(maker(tmp_path / "stage"), amended=tmp_path / "site").make(one)
    assert made.compared == {"a/index.html": hashlib.sha256(b"1").hexdigest(), "b.txt": plans.SAME}
    assert maker(tmp_path / "stage").make(one).compared == {}


def test_digests_are_made_some_at_a_time(tmp_path: Path) -> None:
    parts = [replace(part(f"part {n}", (f"{n}.txt", "")), beside=f"provider {n}") for n in range(8)]
    jobs = [[item.part for item in job()] for job in maker(tmp_path).jobs(parts)]
    assert [name for job in jobs for name in job] == [f"part {n}" for n in range(8)]
    assert [len(job) for job in jobs] == [6, 2]


def test_what_belongs_beside_nothing_is_made_by_itself(tmp_path: Path) -> None:
    parts = [part(f"list {n}", (f"{n}.txt", "")) for n in range(4)]
    parts.insert(2, replace(parts[0], name="digest", beside="moor"))
    jobs = [[item.part for item in job()] for job in maker(tmp_path).jobs(parts)]
    assert jobs == [["list 0"], ["list 1"], ["digest"], ["list 2"], ["list 3"]]


def test_parts_that_belong_beside_each_other_are_made_in_one_job(tmp_path: Path) -> None:
    parts: list[Part] = []
    for name in ("moor", "marsh", "shore"):
        of_it = [part(f"{name} {n}", (f"{name}-{n}.txt", "")) for n in range(5)]
        parts += [replace(item, beside=name) for item in of_it]
    jobs = [[item.part for item in job()] for job in maker(tmp_path).jobs(parts)]
    assert [name for job in jobs for name in job] == [item.name for item in parts]
    for name in ("moor", "marsh", "shore"):
        assert sum(any(item.startswith(name) for item in job) for job in jobs) == 1
    assert [len(job) for job in jobs] == [10, 5]
