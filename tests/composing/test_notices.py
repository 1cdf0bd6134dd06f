"""A digest that is withdrawn keeps its address, says why, and is in no figure and no list."""

from __future__ import annotations

import json
from pathlib import Path

from tests.answered_site import ALL, ANSWERED, OLD, WITHDRAWN
from tests.small_site import DIGEST, MOOR, Changes, edition, files, published

from inspection_digest import build
from inspection_digest.analysis.history import neighbours
from inspection_digest.composing import urls
from inspection_digest.composing.notices import notice_pages, withdrawals
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.outputs.page import Templates
from inspection_digest.readback.extract import quotations_in
from inspection_digest.reading.assembly import read_library
from inspection_digest.views.chrome import Link

TEMPLATES = Templates(Path(__file__).resolve().parents[2] / "theme")
HERE = "digests/moor-line/2031-05-02/"
ONLY = {OLD: WITHDRAWN}
DISOWNED = "An old headline nobody stands by"


def site(changes: Changes) -> dict[str, str]:
    return published(edition(changes), TEMPLATES)


def test_each_of_its_addresses_says_that_it_is_withdrawn_when_and_why() -> None:
    pages = dict(notice_pages(edition(ONLY)))
    assert list(pages) == [HERE, f"{HERE}on-time-without-track/"]
    for view in pages.values():
        assert view.title == "Moor Line, 2 May 2031"
        assert view.withdrawn is not None
        assert view.withdrawn.when == "1 July 2031"
        assert view.withdrawn.because == "<p>It was made from a <em>draft</em>.</p>"
        assert view.withdrawn.replaced_by is not None
        assert not view.chrome.index
    whole, contrast = pages.values()
    assert whole.withdrawn is not None
    assert whole.withdrawn.replaced_by == Link(
        "The digest that stands in its place", urls.link("digests/moor-line/2031-05-14/")
    )
    assert whole.withdrawn.digest is None
    assert contrast.withdrawn is not None
    assert contrast.withdrawn.digest == Link(
        "All that is said of it: Moor Line, 2 May 2031", urls.link(HERE)
    )
    assert [item.when for item in whole.corrections] == ["2 June 2031"]


def test_every_address_within_it_still_leads_there() -> None:
    page = dict(notice_pages(edition(ONLY)))[HERE]
    assert page.stood == (
        ("contrast-on-time-without-track", "Contrast: on time without track"),
        ("quote-on-time", "Quotation: on time"),
        ("quote-no-track", "Quotation: no track"),
        ("quote-clear-plan", "Quotation: clear plan"),
        ("quote-paper", "Quotation: paper"),
        ("reply-on-order", "Reply: on order"),
    )
    html = site(ONLY)[urls.file_of(HERE)]
    assert all(html.count(f'id="{anchor}"') == 1 for anchor, _ in page.stood)


def test_none_of_its_words_is_published_and_none_of_its_grades() -> None:
    hidden = WITHDRAWN.replace(
        "    what: We gave", "    about: on-time-without-track\n    what: We gave"
    )
    for words in (
        "Punctual trains and no railway",
        "The trains are *punctual*. There is no track.",
        "Trains on time, and no track",
        "The plan was *good*. The track was not there.",
    ):
        assert words in hidden
        hidden = hidden.replace(words, DISOWNED)
    for path, text in site({OLD: hidden}).items():
        assert DISOWNED not in text, path
        keys = [key for key, _ in quotations_in(path, text.encode())]
        assert not [key for key in keys if key.startswith("moor-line/2031-05-02")], path


def test_a_site_with_it_is_the_site_without_it_but_where_it_is_said_to_be_withdrawn() -> None:
    with_it, without = site(ONLY), site({})
    changed = {path for path in with_it if with_it[path] != without.get(path)}
    feeds = {
        f"feeds/{name}.{form}.xml"
        for name in ("contrasts", "digests", "corrections", "providers/moor-line")
        for form in ("atom", "rss")
    }
    assert changed == {
        *feeds,
        f"{HERE}index.html",
        f"{HERE}on-time-without-track/index.html",
        "data/digests.json",
        "data/verification.json",
        "digests/index.html",
        "providers/moor-line/index.html",
        "verification/index.html",
    }
    assert set(without) < set(with_it)


def test_what_cannot_be_proved_any_more_does_not_stop_a_build_once_it_is_withdrawn() -> None:
    false = WITHDRAWN.replace("There is no track ...", "There is track ...")
    made = edition({OLD: false})
    assert {key.digest for key in made.evidence.proofs} == {"moor-line/2031-05-14"}


def test_the_data_say_so_and_give_nothing_else() -> None:
    made = site(ONLY)
    [old, new] = json.loads(made["data/digests.json"])["digests"]
    assert (old["status"], new["status"]) == ("withdrawn", "current")
    assert old["withdrawn"] == {
        "date": "2031-07-01",
        "because": "It was made from a draft.",
        "replaced_by": "moor-line/2031-05-14",
    }
    assert (old["overall"], old["ratings"], old["quotes"], old["contrasts"]) == ("", {}, [], [])
    assert new["withdrawn"] is None
    assert "2031-05-02" not in made["data/grades.csv"]
    assert json.loads(made["data/verification.json"])["withdrawn"] == ["moor-line/2031-05-02"]


def test_a_search_engine_is_not_sent_there() -> None:
    made = edition(ALL)
    written = published(made, TEMPLATES)
    [(_, pieces), _] = build.publish_index(made, list(written))
    sitemap = "".join(pieces)
    assert "2031-05-14/on-time-without-track/" in sitemap
    assert "2031-05-02" not in sitemap
    assert "unfair-pair" not in sitemap
    assert '<meta name="robots" content="noindex">' in written[f"{HERE}index.html"]


def test_a_contrast_that_was_removed_keeps_its_address_too() -> None:
    [(address, view)] = notice_pages(edition(ANSWERED))
    assert address == "digests/moor-line/2031-05-14/unfair-pair/"
    assert view.title == "A contrast that was removed: unfair pair"
    assert view.correction is not None
    assert view.correction.what == "<p>It was&nbsp;unfair.</p>"
    assert view.withdrawn is None
    assert 'id="quote-unfair"' in site(ANSWERED)["digests/moor-line/2031-05-14/index.html"]


def test_a_reader_finds_what_was_withdrawn_where_they_would_look() -> None:
    made = edition(ALL)
    [notice] = withdrawals(made, "moor-line")
    assert notice.name == "Moor Line, 2 May 2031"
    assert withdrawals(made, "marsh-line") == ()
    index = published(made, TEMPLATES)["digests/index.html"]
    heading = index.index(">Withdrawn <")
    assert index.index("2 May 2031") > heading > index.index("14 May 2031")


def test_a_digest_that_names_it_as_the_one_before_has_none() -> None:
    follower = DIGEST.replace("replies:", "previous: moor-line/2031-05-02\nreplies:")
    library = read_library(files({MOOR: follower, OLD: WITHDRAWN}), Diagnostics()).current
    assert neighbours(library.digests["moor-line/2031-05-14"], library) == (None, None)
