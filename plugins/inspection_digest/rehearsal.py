"""What a process does that waits for a build: it does the like of it, and throws that away.

All that is done in it for the first time takes longer then: what is kept is read, templates are
loaded, patterns compiled, and memory that a forked process shares with another is copied page by
page as it is touched. Nothing of a rehearsal is in the build after it but what it finds at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from inspection_digest import asked_ahead, state, unchanged
from inspection_digest.composing.edition import Edition
from inspection_digest.making import Maker, Place, compiled, records
from inspection_digest.outputs.environment import read_ahead
from inspection_digest.part import Part
from inspection_digest.parts import SECTIONS, parts_of_provider
from inspection_digest.reading.library import Digest
from inspection_digest.shelf.store import Store
from inspection_digest.views.chrome import Site
from inspection_digest.views.listings import HomePage


def rehearse(
    content: Path, theme: Path, output: Path, site: Site, enough: Callable[[], bool]
) -> None:
    """Reads what the last build of `output` has left, asks what has changed since, and makes what
    an edit of one digest would touch: of the newest report that has contrasts, as most kinds of
    things are on its pages. `asked_ahead.touched` is to be told what changes from now on.

    `enough` is asked before each step: somebody may be waiting. Raises OSError and DamagedError.
    """
    if enough():
        return
    found = state.read_ahead(output)
    kept = compiled()
    read_ahead(theme, kept)
    if found is None or enough():
        return
    said = unchanged.kept(output)
    asked_ahead.ask(said, output)
    for stamps in (found.filled.scan.folders, found.filled.scan.files):
        asked_ahead.compare(said, str(content), stamps)
    if enough():
        return
    store = Store(records(output))
    with TemporaryDirectory() as stage:
        place = Place(content, theme, Path(stage), output)
        maker = Maker.of(place, site, found.filled.index, store, kept)
        digest = next((it for it in maker.edition.newest_first if it.record.contrasts), None)
        for part in _around(maker.edition, digest) if digest else ():
            if enough():
                return
            maker.make(part)


def _around(edition: Edition, digest: Digest) -> Iterator[Part]:
    """What an edit of this digest is likely to touch; not all that it may."""
    yield from parts_of_provider(edition, digest.provider)
    yield from SECTIONS["feeds"](edition)
    for part in SECTIONS["lists"](edition):
        if HomePage in part.pages:
            yield part
