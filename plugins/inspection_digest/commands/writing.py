"""Several files written together: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ASIDE = ".writing"


class NotWrittenError(Exception):
    """Why nothing was written, as a sentence."""


def write_all(files: Mapping[str, str], content: Path) -> None:
    """Writes `content/...` paths under the content folder. Raises NotWrittenError; then nothing is.

    A file that is there is replaced, whole, only after every new one has been written.
    """
    placed = {content / path.partition("/")[2]: text for path, text in files.items()}
    there = {path: text for path, text in placed.items() if path.exists()}
    made: list[Path] = []
    try:
        for path, text in placed.items():
            _folders(path.parent, made)
            if not path.parent.resolve().is_relative_to(content.resolve()):
                raise NotWrittenError(f"{path.parent} leads out of the content folder.")
            target = path.with_name(path.name + ASIDE) if path in there else path
            with target.open("x", encoding="utf-8", newline="\n") as file:
                made.append(target)
                file.write(text)
        for path in there:
            path.with_name(path.name + ASIDE).replace(path)
    except (OSError, NotWrittenError) as error:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        if isinstance(error, NotWrittenError):
            raise
        reason = (error.strerror or "the disk refused").lower()
        raise NotWrittenError(f"{error.filename} cannot be written: {reason}.") from None


def _folders(folder: Path, made: list[Path]) -> None:
    if not folder.exists():
        _folders(folder.parent, made)
        folder.mkdir()
        made.append(folder)
