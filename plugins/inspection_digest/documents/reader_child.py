"""The child process that reads one hostile document: limits itself, reads, answers, ends.

Started by `sandbox` with a fresh interpreter: the document on standard input, the answer
`{"pages": [[text, damaged], ...]}` or `{"refused": reason}` on standard output. Before it looks
at the first byte it gives up, for good, most of what a document could misuse:

- processor time, address space, core files and the size of any file written are limited;
- it can open no further file, pipe or socket (the limit on open files is the three it has), so
  whatever a document makes it do, it reaches neither the disk nor the network.

Not guaranteed, as that needs privileges: it keeps the user's identity and could signal the user's
other processes, and macOS does not enforce the limit on address space. Windows has no such
limits at all; there, documents are not read.
"""

from __future__ import annotations

import json
import logging
import resource
import sys
from collections.abc import Callable

from inspection_digest.documents.limits import ReadingRefused

# A page as it is handed to the parent: its text, and whether the text is damaged.
Reader = Callable[[bytes, int], list[tuple[str, bool]]]


def main(kind: str, pages: int, cpu_seconds: int, memory: int, output: int) -> None:
    """Read standard input as a document of this kind, `pdf` or `html`, and write the answer.

    `memory` and `output` are bytes; a document of more than `pages` pages is refused.
    """
    read = _reader(kind)
    logging.disable()
    _limit(cpu_seconds, memory, output)
    answer = _answer(read, sys.stdin.buffer.read(), pages)
    json.dump(answer, sys.stdout)
    sys.stdout.flush()


def _reader(kind: str) -> Reader:
    """The reader, imported only now, and before files can no longer be opened."""
    if kind == "pdf":
        from inspection_digest.documents.pdf import read_pdf  # noqa: PLC0415 - the one we need

        return read_pdf
    from inspection_digest.documents.html import read_html  # noqa: PLC0415 - the one we need

    return read_html


def _limit(cpu_seconds: int, memory: int, output: int) -> None:
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, output),
        (resource.RLIMIT_NOFILE, 3),
    ):
        resource.setrlimit(what, (most, most))


def _answer(read: Reader, data: bytes, pages: int) -> dict[str, object]:
    try:
        return {"pages": read(data, pages)}
    except ReadingRefused as refused:
        return {"refused": refused.reason}
    except MemoryError:
        return {"refused": "memory"}
    except Exception:  # noqa: BLE001 - pdfminer.six raises anything at all on a broken document
        return {"refused": "broken"}
