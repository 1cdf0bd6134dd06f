"""What git leaves in a file where two changes met and nobody has chosen."""

from __future__ import annotations

import re

from inspection_digest.diagnostics import Diagnostics, Position

_MARK = "<<<<<<< "
_BEGIN = re.compile(rf"^[ \t]*{_MARK}", re.MULTILINE)


def note_if_merging(text: str, path: str, diagnostics: Diagnostics) -> bool:
    """Notes the first line that begins two versions. Whether there is one: nothing else that is
    said of such a file would help."""
    found = _BEGIN.search(text) if _MARK in text else None
    if found is None:
        return False
    line = text.count("\n", 0, found.start()) + 1
    column = found.end() - found.start() - len(_MARK) + 1
    diagnostics.error(
        Position(path, line, column, text.split("\n")[line - 1]),
        "merge-conflict",
        "From here on two versions of these lines stand in the file, as a merge has left them.",
        "Keep one of the two, and delete the lines that begin with `<<<<<<<`, `=======` and "
        "`>>>>>>>`.",
    )
    return True
