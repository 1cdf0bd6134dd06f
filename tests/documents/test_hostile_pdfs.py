"""Whatever a PDF holds, its reading ends in time, in bounds, with a text or with a sentence.

Set MUTATED_PDFS=500 for the long run; the ordinary suite takes fewer of the same.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.documents.hostile_pdfs import HOSTILE, mutated
from tests.documents.pdf_writer import pdf, show

from inspection_digest.documents import sandbox
from inspection_digest.documents.limits import DEFAULT_LIMITS, Limits, SourceUnreadable
from inspection_digest.documents.sources import read_document

# Shorter than ours, so that the suite does not wait for each endless file; the same otherwise.
IMPATIENT = Limits(cpu_seconds=1, wall_seconds=5.0)
PATIENT = Limits(cpu_seconds=2, wall_seconds=5.0)  # for what ends by itself
# On a machine that is busy with other things a reading gets three times as long.
LATE = 3 * IMPATIENT.wall_seconds + 1
MUTATED = int(os.environ.get("MUTATED_PDFS", "40"))


def outcome(data: bytes) -> tuple[str, float]:
    """A text or a sentence, and the seconds it took."""
    began = time.monotonic()
    try:
        said = "\f".join(read_document(data, "hostile.pdf", limits=IMPATIENT).pages)
    except SourceUnreadable as unreadable:
        said = unreadable.sentence
    return said, time.monotonic() - began


def test_hostile_pdfs_end_in_time_and_leave_us_alive() -> None:
    # Side by side, one a core, as an endless one takes all the seconds it is given.
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        outcomes = dict(
            zip(HOSTILE, pool.map(lambda make: outcome(make()), HOSTILE.values()), strict=True)
        )
    late = {name for name, (_, seconds) in outcomes.items() if seconds > LATE}
    assert not late


def test_mutated_pdfs_end_in_time_with_a_text_or_a_sentence() -> None:
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        outcomes = list(pool.map(outcome, mutated(MUTATED)))
    assert len(outcomes) == MUTATED
    assert max(seconds for _, seconds in outcomes) < LATE


def test_our_limits_are_within_fifteen_seconds_and_a_gigabyte() -> None:
    assert DEFAULT_LIMITS.wall_seconds < 15
    assert DEFAULT_LIMITS.cpu_seconds < DEFAULT_LIMITS.wall_seconds
    assert DEFAULT_LIMITS.memory <= 1_000_000_000


def child(words: str, limits: Limits = PATIENT) -> str:
    """The sentence said when the child runs these words after it has limited itself."""
    start = sandbox._START
    ours = start.replace("main(", "import inspection_digest.documents.reader_child as c; main(", 1)
    ours = ours.replace("main(sys", f"c._answer = lambda *_: ({words}); main(sys")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox, "_START", ours)
        with pytest.raises(SourceUnreadable) as caught:
            sandbox.read_apart("html", b"<p>Words.", limits)
    return caught.value.sentence


def test_a_reader_without_an_end_is_stopped_by_its_processor_time() -> None:
    began = time.monotonic()
    said = child("[None for _ in iter(int, 1)]", Limits(cpu_seconds=1, wall_seconds=9.0))
    assert said == "Reading it takes longer than any real report; it was stopped."
    assert time.monotonic() - began < 4


def test_a_reader_that_sleeps_is_stopped_by_the_clock() -> None:
    said = child("__import__('time').sleep(60)", Limits(wall_seconds=0.7))
    assert said == "Reading it takes longer than any real report; it was stopped."


def test_a_reader_that_crashes_is_survived() -> None:
    said = child("__import__('os').abort()")
    assert said == "It crashed the program that reads it, and so cannot be read."


def test_a_reader_that_writes_without_an_end_is_stopped() -> None:
    said = child("[print('a' * 1000) for _ in iter(int, 1)]", Limits(output=100_000))
    assert said in {
        "It has more pages or text than any real report; it was not read.",
        "It crashed the program that reads it, and so cannot be read.",
    }


@pytest.mark.parametrize(
    "reach",
    [
        "open('/etc/hostname').read()",
        "open('written-by-a-document', 'w')",
        "__import__('socket').socket()",
        "__import__('subprocess').run(['true'])",
        "__import__('os').pipe()",
    ],
)
def test_a_reader_reaches_neither_files_nor_the_network(reach: str) -> None:
    preloaded = f"__import__('json') and {{'refused': 'broken', 'x': {reach}}}"
    said = child(preloaded)
    assert said == "It crashed the program that reads it, and so cannot be read."


def test_a_page_beyond_the_most_allowed_is_refused() -> None:
    with pytest.raises(SourceUnreadable, match="more pages or text"):
        read_document(pdf(*[show(50, 700, "Page.")] * 4), "long.pdf", limits=Limits(pages=3))


def test_reading_works_beside_other_threads() -> None:
    stop = threading.Event()
    busy = threading.Thread(target=stop.wait)
    busy.start()
    try:
        assert read_document(pdf(show(50, 700, "Words.")), "a.pdf").pages == ("Words.\n",)
    finally:
        stop.set()
        busy.join()


def test_the_reading_process_imports_little() -> None:
    import subprocess  # noqa: PLC0415 - only here

    listing = (
        "import sys; sys.path.insert(0, sys.argv[1]); "
        "import inspection_digest.documents.reader_child, inspection_digest.documents.pdf; "
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", listing, sandbox._PACKAGES],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"pelican", "pydantic", "yaml", "jinja2"} & set(done.stdout.split())
