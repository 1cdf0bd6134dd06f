"""What reading a source may cost, and the sentence said when it cannot be read."""

from __future__ import annotations

from msgspec import Struct

MEGABYTE = 1024 * 1024


class SourceUnreadable(Exception):  # noqa: N818 - what is wrong is the document
    """A document cannot be read. `sentence` says why, for a person; it ends in a full stop."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ReadingRefused(Exception):  # noqa: N818 - what is wrong is the document
    """The same inside the reading process: `reason` is a key of `sandbox.SENTENCES`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Limits(Struct, frozen=True):
    """The most that one document may take. Seconds and bytes; `memory` is address space.

    Real reports of some 60 pages take two seconds and 100 MB. After `wall_seconds` a document has
    had its time, unless other programs kept the processor from it all the while.
    """

    document: int = 60 * MEGABYTE
    pages: int = 2000
    cpu_seconds: int = 11
    wall_seconds: float = 14.0
    memory: int = 800 * MEGABYTE
    output: int = 40 * MEGABYTE


DEFAULT_LIMITS = Limits()
