"""One of the two states that are compared: what was read, what was proved, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostic


class Side(Struct, frozen=True):
    """`edition` holds whatever could be read; `errors` are the check's, in order of place.

    `prose` maps the address of each Markdown page to something that differs when its text does.
    """

    edition: Edition
    errors: tuple[Diagnostic, ...]
    prose: Mapping[str, str]
