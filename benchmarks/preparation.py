"""The folders a size is measured in, used again as long as what made them is the same.

<cache>/<size>/content             our digests
<cache>/<size>/output              our site, which the equivalents are made from
<cache>/<size>/hugo, eleventy ...  the equivalents
<cache>/<size>/*.made              what the folder beside it was made by
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.corpus import content
from benchmarks.equivalents import sites
from benchmarks.rounds import warm_up
from benchmarks.systems import PROJECT, System, ours

HERE = Path(__file__).resolve().parent


def prepare(
    cache: Path, size: int, names: tuple[str, ...], *, keep: bool, say: Callable[[str], None]
) -> System:
    """Our own site, warmed up and ready to be measured, with its equivalents beside it.

    `keep`: equivalents made from an older state of our own code are good enough.
    """
    folder = cache / str(size)
    words = f"{size} digests, seed {content.SEED}, corpus {_sum([HERE / 'corpus'])}\n"
    if not _made(folder / "content", words):
        say(f"{size:,}: writing the digests")
        shutil.rmtree(folder, ignore_errors=True)
        content.write_content(folder / "content", size)
        _mark(folder / "content", words)
    own = ours(folder)
    made = f"{words}equivalents {_sum([HERE / 'equivalents'])}\n"
    code = (PROJECT / name for name in ("plugins", "theme", "pelican.conf.py"))
    built = f"{made}ours {_sum(code)}\n"
    say(f"{size:,}: building our site, unmeasured")
    warm_up(own)
    wanted = [name for name in names if not _made(folder / name, made if keep else built)]
    if wanted:
        say(f"{size:,}: writing the equivalents for {', '.join(wanted)}")
        for name in wanted:
            _mark_of(folder / name).unlink(missing_ok=True)
        sites.write_sites(own.output, folder, tuple(wanted))
        for name in wanted:
            _mark(folder / name, built)
    return own


def _made(folder: Path, made: str) -> bool:
    mark = _mark_of(folder)
    return folder.is_dir() and mark.is_file() and mark.read_text("utf-8").startswith(made)


def _mark(folder: Path, made: str) -> None:
    _mark_of(folder).write_text(made, encoding="utf-8")


def _mark_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.made")


def _sum(paths: Iterable[Path]) -> str:
    """Changes with the files of the folders, apart from what Python leaves there."""
    total = hashlib.sha256(sys.version.encode())
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts and ".egg-info" not in str(file):
                total.update(file.relative_to(PROJECT).as_posix().encode() + b"\0")
                total.update(file.read_bytes())
    return total.hexdigest()
