"""What is made once stays what it is, on whichever page it stands."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from tests import small_site

from inspection_digest.composing import contrasts, digests, edition, listings
from inspection_digest.composing import quotes as quotations
from inspection_digest.composing.feeds import feeds
from inspection_digest.evidence.proofs import Proof
from inspection_digest.evidence.quotations import QuoteKey
from inspection_digest.outputs.page import Templates
from inspection_digest.views.quotes import Segment

THEME = Path(__file__).resolve().parents[2] / "theme"
HERE = "digests/moor-line/2031-05-14/"
PAIR = f"{HERE}on-time-without-track/"


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


def test_it_is_one_view_for_all_pages_and_each_links_from_where_it_is() -> None:
    site = small_site.edition()
    digest = site.library.digests["moor-line/2031-05-14"]
    view = quotations.quote_view(site, digest, QuoteKey(digest.id, "quotes", "on-time"))
    pages = dict(contrasts.contrast_pages(site))
    assert pages[PAIR].contrast.said is view
    assert digests.digest_page(site, digest, HERE).contrasts[0].said is view
    home = listings.home_page(site)
    assert home.lead
    assert home.lead.said is view

    templates = Templates(THEME)
    front, pair = templates.page(home), templates.page(pages[PAIR])
    whole = templates.page(digests.digest_page(site, digest, HERE))
    for html, root in ((front, "./"), (whole, "../../../"), (pair, "../../../../")):
        assert f'<a href="{root}sources/moor-release/">{view.publisher_line}</a>' in html
