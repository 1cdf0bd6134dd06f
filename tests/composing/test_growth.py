"""No page grows with the record: past what a page may hold, a longer record is more pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import pytest
from tests.small_site import DIGEST, MOOR, edition
from tests.theme.pages import TEMPLATES_OF_THEME

from inspection_digest import build
from inspection_digest.composing import (
    contrast_lists,
    indexes,
    listings,
    matrix,
    prose_pages,
    selections,
    urls,
    verification,
)
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.paging import composed
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.proofs import Proof
from inspection_digest.evidence.quotations import Evidence, QuoteKey
from inspection_digest.reading.dates import parse_date
from inspection_digest.reading.library import Digest, Library, Source

MOST = 500_000  # bytes of a page
PROVIDER = "moor-line"
LARGEST_BY = 1.02  # more digits in the numbers of a longer record, and no more than that
CONSTANTS = [
    (contrast_lists, "LONGEST"),
    (contrast_lists, "NEWEST_OF_PROVIDER"),
    (indexes, "LONGEST"),
    (listings, "LONGEST_FOLLOW"),
    (listings, "NEWEST_OF_FRAMEWORK"),
    (listings, "NEWEST_OF_PROVIDER"),
    (listings, "NEWEST_REPORTS"),
    (matrix, "MOST_ROWS"),
    (prose_pages, "LONGEST"),
    (selections, "LONGEST"),
    (verification, "LONGEST"),
    (verification, "MOST_WITHDRAWN"),
]


def grown(providers: int, reports: int, withdrawn: int = 0) -> Edition:
    """The one digest of the small site over and over, each with its own documents."""
    objection = (
        "contested:\n  - {date: 2031-07-01, by: A passenger, what: It was late, outcome: open}\n"
    )
    made = edition({MOOR: DIGEST + objection})
    [model] = made.library.digests.values()
    gone = edition(
        {MOOR: f"{DIGEST}withdrawn: {{date: 2031-08-01, because: It was of another railway.}}\n"}
    ).withdrawn[0]
    names = [f"{PROVIDER}-{number:05}" for number in range(providers)]
    digests: dict[str, Digest] = {}
    sources: dict[str, Source] = {}
    texts: dict[str, SourceText] = {}
    proofs: dict[QuoteKey, Proof] = {}
    for number, name in enumerate(names):
        for when in range(reports):
            day = f"{2031 + when % 3}-{when // 28 % 12 + 1:02}-{when % 28 + 1:02}"
            own = {alias: f"{name}-{when}-{alias}" for alias in model.record.sources}
            as_is = gone if number < withdrawn else model
            changed = {"published": parse_date(day), "sources": own}
            record = as_is.record.model_copy(update=changed)
            digest = replace(as_is, provider=name, when=f"{day}-{when}", record=record)
            digests[digest.id] = digest
            for alias, id_ in own.items():
                source = made.library.sources[model.record.sources[alias]]
                sources[id_] = replace(source, id=id_)
                texts[id_] = made.evidence.texts[source.id]
            if as_is is model:
                of_this = {
                    key._replace(digest=digest.id): proof
                    for key, proof in made.evidence.proofs.items()
                }
                proofs |= of_this
    moor = made.library.providers[PROVIDER]
    library = Library(
        MappingProxyType(dict(sorted(digests.items(), key=lambda item: item[1].sort_key))),
        sources,
        made.library.frameworks,
        {name: replace(moor, id=name) for name in names},
    )
    return Edition(made.site, library, Evidence(texts, proofs))


@dataclass(frozen=True, slots=True)
class Largest:
    """Of one kind of page: how many bytes the largest has, where it is, and how many there are."""

    size: int
    address: str
    pages: int


def largest(made: Edition) -> Mapping[str, Largest]:
    found: dict[str, Largest] = {}
    corrections = prose_pages.prose_page(
        made, address=urls.CORRECTIONS, title="C", summary="s", html="<p>a</p>", file="c.md"
    )
    for address, view in [*build.pages(made), (urls.CORRECTIONS, corrections)]:
        kind = type(view).__name__
        size = len(TEMPLATES_OF_THEME.page(view).encode())
        known = found.get(kind, Largest(0, "", 0))
        best = (size, address) if size > known.size else (known.size, known.address)
        found[kind] = Largest(*best, known.pages + 1)
    return found


@pytest.mark.parametrize(
    ("few", "many"),
    [((12, 1), (36, 1)), ((2, 12), (2, 36)), ((18, 2, 8), (54, 2, 24))],
    ids=["more providers", "more reports on each", "more that is withdrawn"],
)
def test_a_longer_record_is_more_pages_and_none_that_is_larger(
    monkeypatch: pytest.MonkeyPatch, few: tuple[int, ...], many: tuple[int, ...]
) -> None:
    for module, name in CONSTANTS:
        monkeypatch.setattr(module, name, 3)
    before, after = largest(grown(*few)), largest(grown(*many))
    assert {
        kind: item for kind, item in after.items() if item.size > LARGEST_BY * before[kind].size
    } == {}
    assert sum(item.pages for item in after.values()) > sum(item.pages for item in before.values())


def test_lists_of_two_thousand_digests_have_less_than_500_kilobytes_a_page() -> None:
    made = grown(1000, 2)
    lists = [
        *composed(contrast_lists.contrasts_pages(made)),
        *composed(verification.verification_pages(made)),
        *listings.follow_pages(made),
        *indexes.index_pages(made),
        *matrix.matrix_pages(made),
    ]
    shown = {address: len(TEMPLATES_OF_THEME.page(view).encode()) for address, view in lists}
    assert {address: size for address, size in shown.items() if size >= MOST} == {}
