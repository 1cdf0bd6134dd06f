"""What is read in batches and taken from the shelf is what is read in one piece."""

from __future__ import annotations

import pickle
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from tests.conftest import PROJECT

from inspection_digest.checking import read
from inspection_digest.diagnostics import Diagnostic, Diagnostics
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.reading.library import Library
from inspection_digest.shelf import at_hand, touched
from inspection_digest.shelf.batches import Batch
from inspection_digest.shelf.filling import Filled, fill
from inspection_digest.shelf.library import ShelfEvidence, ShelfLibrary
from inspection_digest.shelf.opening import opened
from inspection_digest.shelf.scan import DIGEST, SOURCE
from inspection_digest.shelf.store import Store
from inspection_digest.unchanged import Look

EXAMPLES = PROJECT / "tests" / "examples"
SITE = EXAMPLES / "site" / "content"
INVALID = sorted((EXAMPLES / "invalid").glob("*.yaml"))


def one_after_the_other(jobs: Sequence[Callable[[], Batch]]) -> Iterator[Batch]:
    yield from (job() for job in jobs)


def filled(
    content: Path, store: Store, before: Filled | None = None, said: Diagnostics | None = None
) -> Filled | None:
    look, mistakes = Look(time.time_ns()), Diagnostics() if said is None else said
    return fill(content, before, store, one_after_the_other, look, mistakes)


def in_one_piece(content: Path) -> tuple[Library, Evidence, list[Diagnostic]]:
    diagnostics = Diagnostics()
    return *read(content, diagnostics), list(diagnostics)


def said_of(found: Filled) -> list[Diagnostic]:
    items = (item for some in found.index.warnings.values() for item in some)
    return sorted(items, key=Diagnostic.sort_key)


def assert_alike(content: Path, found: Filled, store: Store) -> None:
    """Whatever pages ask of the shelf is answered as by what was read in one piece."""
    library, evidence, said = in_one_piece(content)
    assert said_of(found) == said
    shelf = opened(content, found.index, store)
    kept, proved = ShelfLibrary(shelf), ShelfEvidence(shelf)
    assert list(kept.digests) == list(library.digests)
    assert list(kept.sources) == list(library.sources)
    assert dict(kept.providers).keys() == library.providers.keys()
    assert {id_: item.record for id_, item in kept.frameworks.items()} == {
        id_: item.record for id_, item in library.frameworks.items()
    }
    for id_, digest in library.digests.items():
        other = kept.digests[id_]
        for name in type(digest.record).model_fields:
            value = getattr(other.record, name)
            assert (dict(value) if name in {"quotes", "contrasts", "replies"} else value) == (
                getattr(digest.record, name)
            )
        assert (other.path, other.sort_key, other.relations, other.is_withdrawn) == (
            digest.path,
            digest.sort_key,
            digest.relations,
            digest.is_withdrawn,
        )
        for group in ("quotes", "replies", "contrasts"):
            for name in getattr(digest.record, group):
                line = digest.document.key(group, name).line
                assert other.document.key(group, name).line == line
    for id_, source in library.sources.items():
        same = kept.sources[id_]
        assert (same.record, same.text, same.text_sha256, same.is_held, same.document.path) == (
            source.record,
            source.text,
            source.text_sha256,
            source.is_held,
            source.document.path,
        )
    assert dict(proved.proofs) == dict(evidence.proofs)
    assert proved.verdicts == evidence.verdicts
    assert dict(proved.texts) == dict(evidence.texts)
    for now, then in ((kept, library), (kept.current, library.current)):
        assert [item.id for item in now.withdrawn] == [item.id for item in then.withdrawn]
        assert [item.id for item in now.answered] == [item.id for item in then.answered]
        assert [item.id for item in now.last_added] == [item.id for item in then.last_added]
        for provider, own in then.by_provider.items():
            assert [item.id for item in now.by_provider[provider]] == [item.id for item in own]
    for id_, (before, after) in library.current.beside.items():
        beside = kept.current.beside[id_]
        assert [item and item.id for item in beside] == [
            before and before.id,
            after and after.id,
        ]
    for id_, one in library.current.followers.items():
        assert kept.current.followers[id_].id == one.id
    for id_, citing in library.current.by_source.items():
        assert [item.id for item in kept.current.by_source[id_]] == [item.id for item in citing]


@pytest.mark.parametrize(
    "content",
    [PROJECT / "content", SITE, EXAMPLES / "answers" / "content"],
    ids=["the real content", "the small site", "answers"],
)
def test_the_shelf_answers_as_what_is_read_in_one_piece(content: Path, tmp_path: Path) -> None:
    store = Store(tmp_path / "records.db")
    found = filled(content, store)
    assert found is not None
    assert_alike(content, found, store)
    again = filled(content, store, found)
    assert again is not None
    assert again.index == found.index


def test_it_knows_what_was_put_on_the_site_last(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SITE, content)
    [digest] = content.glob("digests/*/*.yaml")
    text = digest.read_text("utf-8").replace("previous:", "# previous:")
    for year, added in ((2032, 2041), (2033, 2040), (2034, None)):
        own = text.replace("published: 2031-05-14", f"published: {year}")
        more = f"added: {added}\n" if added else ""
        digest.with_name(f"{year}.yaml").write_text(more + own, encoding="utf-8")
    store = Store(tmp_path / "records.db")
    found = filled(content, store)
    assert found is not None
    assert_alike(content, found, store)
    last = ShelfLibrary(opened(content, found.index, store)).last_added
    assert [item.when for item in last] == ["2032", "2033", "2034", "2031-05-14"]


def test_it_answers_the_same_however_little_is_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(at_hand, "MOST_AT_HAND", 1)
    monkeypatch.setattr(at_hand, "MOST_RECORDS", 1)
    store = Store(tmp_path / "records.db")
    found = filled(SITE, store)
    assert found is not None
    assert_alike(SITE, found, store)


def test_what_is_alike_in_many_facts_is_there_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def apart(jobs: Sequence[Callable[[], Batch]]) -> Iterator[Batch]:
        """As by other processes: nothing of two batches is the same object."""
        yield from (pickle.loads(pickle.dumps(job())) for job in jobs)  # noqa: S301 - just dumped

    monkeypatch.setattr(touched, "DIGESTS_OF_A_JOB", 1)
    look = Look(time.time_ns())
    store = Store(tmp_path / "records.db")
    found = fill(PROJECT / "content", None, store, apart, look, Diagnostics())
    assert found is not None
    words = [
        word for item in found.index.facts.values() for word in (item.framework, *item.verdicts)
    ]
    assert len({id(word) for word in words}) == len(set(words))


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_with_a_mistake_nothing_is_filled_and_a_warning_is_kept(file: Path, tmp_path: Path) -> None:
    """Read afresh, and after the same content without the file that has the mistake."""
    content, store = tmp_path / "content", Store(tmp_path / "records.db")
    shutil.copytree(SITE, content)
    sound = filled(content, store)
    data = file.read_bytes()
    place = data.splitlines()[0].decode("utf-8").removeprefix("# ").partition(": ")[0]
    (content / place).parent.mkdir(parents=True, exist_ok=True)
    (content / place).write_bytes(data)
    _, _, said = in_one_piece(content)
    wrong = any(item.severity == "error" for item in said)
    for before in (None, sound):
        mistakes = Diagnostics()
        found = filled(content, store, before, mistakes)
        assert (found is None) == wrong
        of_a_batch = wrong and (DIGEST.fullmatch(place) or SOURCE.fullmatch(place))
        assert list(mistakes) in ([said] if of_a_batch else [[], said])
        if found is not None:
            assert_alike(content, found, store)


ELSEWHERE = """framework: toy-railways-2030
published: 2031-06-02
previous: nowhere-railway/2031-05-41
sources:
  release: nowhere-2031-realease
  reply: nowhere-2031-reply
quotes:
  not-so:
    source: reply
    text: Nobody has ever written this.
"""


def test_mistakes_are_said_in_one_way_whoever_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the name that is meant is one of another batch, or of a file that is broken."""
    monkeypatch.setattr(touched, "DIGESTS_OF_A_JOB", 1)
    content, store = tmp_path / "content", Store(tmp_path / "records.db")
    shutil.copytree(EXAMPLES / "answers" / "content", content)
    sound = filled(content, store)
    own = content / "digests/elsewhere-railway/2031-06-02.yaml"
    own.parent.mkdir()
    own.write_text(ELSEWHERE)
    with (content / "providers.yaml").open("a") as file:
        file.write("elsewhere-railway:\n  name: Elsewhere Railway\n  kind: A railway\n")
    (content / "digests/nowhere-railway/2031-05-14.yaml").write_text("quotes: [")
    _, _, said = in_one_piece(content)
    assert {item.code for item in said} >= {"unknown-digest", "unknown-source", "quote-absent"}
    assert any("Did you mean `nowhere-railway/2031-05-14`?" in item.hint for item in said)
    for before in (None, sound):
        mistakes = Diagnostics()
        assert filled(content, store, before, mistakes) is None
        assert list(mistakes) == said


def test_what_is_wrong_between_two_providers_is_said_in_one_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever of the two files was changed."""
    monkeypatch.setattr(touched, "DIGESTS_OF_A_JOB", 1)
    content, store = tmp_path / "content", Store(tmp_path / "records.db")
    shutil.copytree(SITE, content)
    with (content / "providers.yaml").open("a") as file:
        file.write("elsewhere-railway:\n  name: Elsewhere Railway\n  kind: A railway\n")
    own = content / "digests/nowhere-railway/2031-05-14.yaml"
    other = content / "digests/elsewhere-railway/2031.yaml"
    other.parent.mkdir()
    other.write_text("framework: toy-railways-2030\n")
    own.write_text(f"{own.read_text()}previous: elsewhere-railway/2031\n")
    sound = filled(content, store)
    assert sound is not None
    for wrong in ("published: 2031-06", "previous: nowhere-railway/2031-05-14"):
        other.write_text(f"framework: toy-railways-2030\n{wrong}\n")
        _, _, said = in_one_piece(content)
        assert {item.code for item in said} == {"previous-not-before"}
        for before in (None, sound):
            mistakes = Diagnostics()
            assert filled(content, store, before, mistakes) is None
            assert list(mistakes) == said


def test_what_is_changed_while_it_is_read_is_no_mistake_yet(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SITE, content)
    broken = next((content / "digests").glob("*/*.yaml"))
    sound = broken.read_text()
    broken.write_text("half of")

    def while_it_is_mended(jobs: Sequence[Callable[[], Batch]]) -> Iterator[Batch]:
        yield from one_after_the_other(jobs)
        broken.write_text(sound)

    mistakes = Diagnostics()
    store, look = Store(tmp_path / "records.db"), Look(time.time_ns())
    assert fill(content, None, store, while_it_is_mended, look, mistakes) is None
    assert not len(mistakes)
