"""Reading a document in a child process of its own; the parent survives whatever happens there.

One process a document, with a fresh interpreter (a fork of a process with threads may hang, and
would share our memory with the document), without the environment, and killed on time.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from inspection_digest.documents.limits import Limits, SourceUnreadable

SENTENCES = {
    "broken": "It is damaged or cut off, and cannot be read.",
    "cut off": "It is cut off: its end is missing. Fetch it again.",
    "deep": "Its elements stand deeper in each other than in any real page.",
    "encoding": "Its letters are in an encoding we do not know.",
    "empty": "It has no pages.",
    "letters": "Its letters cannot be told from its fonts, on any page.",
    "memory": "Reading it takes more memory than any real report; it was stopped.",
    "pages": "Some of the pages it should have cannot be found in it. Fetch it again.",
    "password": "It is encrypted: it opens with a password only.",
    "scan": "It is a scan: its pages are pictures without text that could be checked.",
    "too long": "It has more pages or text than any real report; it was not read.",
    "wordless": "It has no text.",
}
_OUT_OF_TIME = "Reading it takes longer than any real report; it was stopped."
_CRASHED = "It crashed the program that reads it, and so cannot be read."
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from inspection_digest.documents.reader_child import main; "
    "main(sys.argv[2], *map(int, sys.argv[3:]))"
)
_PACKAGES = str(Path(__file__).resolve().parents[2])


def read_apart(kind: str, data: bytes, limits: Limits) -> list[tuple[str, bool]]:
    """The pages of a document of this kind (`pdf`, `html`): text, and whether it is damaged.

    Raises SourceUnreadable, and nothing else, whatever the document holds.
    """
    if sys.platform == "win32":
        raise SourceUnreadable("Documents can be read safely on Linux and macOS only.")
    with tempfile.TemporaryFile() as document, tempfile.TemporaryFile() as answer:
        document.write(data)
        document.seek(0)
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, "-I", "-c", _START, _PACKAGES, kind]
            + [str(n) for n in (limits.pages, limits.cpu_seconds, limits.memory, limits.output)],
            stdin=document,
            stdout=answer,
            stderr=subprocess.DEVNULL,
            env={},
        )
        try:
            code = _wait(process, limits.wall_seconds)
        except subprocess.TimeoutExpired:
            raise SourceUnreadable(_OUT_OF_TIME) from None
        finally:
            process.kill()
            process.wait()
        answer.seek(0)
        return _pages(code, answer.read(limits.output + 1))


def _wait(process: subprocess.Popen[bytes], seconds: float) -> int:
    """The exit code of a process that ends in time.

    A true report must not be refused because the machine is busy: a process that by then has had
    less than a third of a processor gets three times as long. Its processor time stays limited.
    """
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        used = _processor_seconds(process.pid)
        if used is None or not 0.02 * seconds < used < seconds / 3:
            raise
        return process.wait(3 * seconds)


def _processor_seconds(pid: int) -> float | None:
    """What a process has used so far; None where the system does not tell (it does on Linux)."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None


def _pages(code: int, answer: bytes) -> list[tuple[str, bool]]:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise SourceUnreadable(_OUT_OF_TIME)
    if code == -signal.SIGXFSZ:
        raise SourceUnreadable(SENTENCES["too long"])
    try:
        told = json.loads(answer)
        if "refused" in told:
            raise SourceUnreadable(SENTENCES[told["refused"]])
        return [(str(text), bool(damaged)) for text, damaged in told["pages"]]
    except (ValueError, KeyError, TypeError):
        raise SourceUnreadable(_CRASHED) from None
