"""What is made once stays what it is, on whichever page it stands."""

from __future__ import annotations

from itertools import count

import pytest
from tests import small_site

from inspection_digest.composing import contrasts, digests, edition, listings, urls
from inspection_digest.composing import quotes as quotations
from inspection_digest.composing.feeds import feeds
from inspection_digest.evidence.proofs import Proof
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.views.quotes import Segment


def test_what_is_asked_for_twice_is_made_once() -> None:
    site, numbers = small_site.edition(), count()
    assert [site.once("key", lambda: next(numbers)) for _ in range(3)] == [0, 0, 0]


def test_what_was_made_first_is_forgotten_when_there_is_no_more_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(edition, "MOST_KEPT", 2)
    site, numbers = small_site.edition(), count()
    found = [site.once(key, lambda: next(numbers)) for key in "abccba"]
    assert found == [0, 1, 2, 2, 1, 3]


def test_pages_are_the_same_however_little_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = small_site.edition()
    plenty = (list(digests.digest_pages(kept)), list(feeds(kept, "atom")), list(feeds(kept, "rss")))
    monkeypatch.setattr(edition, "MOST_KEPT", 1)
    site = small_site.edition()
    scarce = (list(digests.digest_pages(site)), list(feeds(site, "atom")), list(feeds(site, "rss")))
    assert scarce == plenty


def test_a_quotation_is_put_together_once_for_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    segments = quotations.segments

    def noted(text: str, proof: Proof) -> tuple[Segment, ...]:
        asked.append(text)
        return segments(text, proof)

    monkeypatch.setattr(quotations, "segments", noted)
    site = small_site.edition()
    for _ in range(2):
        list(digests.digest_pages(site))
        list(contrasts.contrast_pages(site))
        list(listings.provider_pages(site))
        list(feeds(site, "atom"))
        listings.home_page(site)
    assert len(asked) == len(site.evidence.proofs)
    assert len(set(asked)) == len(asked)


def test_its_links_are_those_of_the_page_it_stands_on() -> None:
    site = small_site.edition()
    digest = site.library.digests["moor-line/2031-05-14"]
    key = QuoteKey(digest.id, "quotes", "on-time")
    here, there = (
        quotations.quote_view(site, digest, key, urls.relative_from(page))
        for page in (urls.digest(digest.id), urls.contrast(digest.id, "on-time-without-track"))
    )
    assert (here.href, here.source.href) == ("#quote-on-time", "../../../sources/moor-release/")
    assert (there.href, there.source.href) == (
        "../#quote-on-time",
        "../../../../sources/moor-release/",
    )
    assert here.wrong is there.wrong
