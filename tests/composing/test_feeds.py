"""What a feed's entries are, and what never moves whatever is corrected."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_site import DIGEST, MOOR, PROVIDERS, Changes, edition

from inspection_digest.composing import urls
from inspection_digest.composing.feeds import MOST_ENTRIES, NAMESPACE, START, feeds, permanent_id
from inspection_digest.views.feeds import FeedView

NAMES = ("contrasts", "digests")
BARE = "framework: toy-2030\n"


def feed(name: str, changes: Changes | None = None, **site: str) -> FeedView:
    return dict(feeds(edition(changes, **site), "atom"))[f"feeds/{name}.atom.xml"]


def ids(changes: Changes | None = None, **site: str) -> dict[str, list[tuple[str, datetime]]]:
    """Of every feed of digests and contrasts: its id, and the id and first date of each entry."""
    return {
        address: [(view.id, START), *((item.id, item.published) for item in view.entries)]
        for address, view in feeds(edition(changes, **site), "atom")
        if "corrections" not in address
    }


def test_there_is_a_feed_of_contrasts_of_digests_and_of_each_provider() -> None:
    assert [address for address, _ in feeds(edition(), "rss")] == [
        "feeds/contrasts.rss.xml",
        "feeds/digests.rss.xml",
        "feeds/corrections.rss.xml",
        "feeds/providers/moor-line.rss.xml",
        "feeds/providers/marsh-line.rss.xml",
    ]


def test_an_entry_is_the_contrast_and_where_it_stands() -> None:
    view = feed("contrasts")
    [entry] = view.entries
    assert entry.title == "Trains on time, and no track (Moor Line, 14 May 2031)"
    assert entry.link == urls.link("digests/moor-line/2031-05-14/on-time-without-track/")
    assert entry.facts == ("Overall: Requires improvement", "Inspected February to March 2031")
    assert (view.here, view.home, view.root) == (
        "https://digest.example.org/sub/feeds/contrasts.atom.xml",
        "https://digest.example.org/sub/contrasts/",
        "https://digest.example.org/sub/",
    )
    assert view.updated == entry.updated == datetime(2031, 6, 2, tzinfo=UTC)


def test_ids_are_minted_from_names_under_one_namespace_for_ever() -> None:
    assert str(NAMESPACE) == "6f1f2a2e-6a0c-5d0b-9b8e-0a4f5d1c7e21"
    contrast = "contrast:moor-line/2031-05-14/on-time-without-track"
    assert feed("contrasts").entries[0].id == f"urn:uuid:{uuid5(NAMESPACE, contrast)}"
    assert permanent_id("digest:moor-line/2031-05-14") == feed("digests").entries[0].id
    assert feed("contrasts").id == permanent_id("feed:contrasts")
    assert permanent_id("digest:a/b") == "urn:uuid:" + str(uuid5(NAMESPACE, "digest:a/b"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Punctual trains and no railway", "title: Another"),
        ("title: Trains on time, and no track", "title: Another"),
        ("published: 2031-05-14\ninspected", "published: 2031-05-13\ninspected"),
        ("published: 2031-05-14\ninspected", "published: 2032\ninspected"),
        ("overall: Requires improvement\n", ""),
        ("because: The plan was *good*.", "because: Other words."),
        ("date: 2031-06-02", "date: 2031-09-02"),
    ],
)
def test_no_correction_moves_an_id_or_a_first_date(old: str, new: str) -> None:
    assert DIGEST.count(old) == 1
    assert ids({MOOR: DIGEST.replace(old, new)}) == ids()


def test_neither_do_a_new_address_a_new_name_or_other_digests() -> None:
    assert ids(url="https://elsewhere.example", name="Other") == ids()
    renamed = {"providers.yaml": PROVIDERS.replace("name: Moor Line", "name: Fen Line")}
    assert ids(renamed) == ids()
    more = ids({"digests/moor-line/2030.yaml": BARE, "digests/marsh-line/2034.yaml": BARE})
    assert all(set(entries) <= set(more[address]) for address, entries in ids().items())


def test_no_two_entries_have_one_id() -> None:
    changes = {f"digests/{line}/{year}.yaml": DIGEST.replace("2031-05-14", f"{year}-05-14")
               for line in ("moor-line", "marsh-line") for year in range(2032, 2036)}  # fmt: skip
    for _, view in feeds(edition(changes), "atom"):
        assert len({view.id, *(entry.id for entry in view.entries)}) == 1 + len(view.entries)
    kinds = [{item.id for item in feed(name, changes).entries} for name in NAMES]
    assert not kinds[0] & kinds[1]


def named(when: str) -> str:
    """A digest whose file may have that name: as its round, if it is no date."""
    return f'{BARE}round: "{when}"\n'


@pytest.mark.parametrize(
    ("when", "published"),
    [
        ("2031-05-14", (2031, 5, 14)),
        ("2031-05", (2031, 5, 1)),
        ("2031", (2031, 1, 1)),
        ("2018-19", (2018, 1, 1)),
        ("2018-13-01", (2018, 1, 1)),
        ("2018-02-30", (2018, 2, 1)),
        ("2018-00", (2018, 1, 1)),
        ("2031-05-14-reinspection", (2031, 5, 14)),
        ("2031-reinspection", (2031, 1, 1)),
        ("round-3", (1970, 1, 1)),
        ("0000", (1970, 1, 1)),
        ("20310514", (1970, 1, 1)),
    ],
)
def test_the_first_date_is_that_of_the_path(when: str, published: tuple[int, int, int]) -> None:
    view = feed("digests", {MOOR: None, f"digests/moor-line/{when}.yaml": named(when)})
    assert view.entries[0].published == datetime(*published, tzinfo=UTC)


@given(st.from_regex(r"[0-9]{1,5}(-[0-9a-z]{1,4}){0,3}", fullmatch=True))
@settings(max_examples=40)
def test_no_name_of_a_file_stops_a_feed(when: str) -> None:
    view = feed("digests", {MOOR: None, f"digests/moor-line/{when}.yaml": named(when)})
    assert len(view.entries) == 1


def test_a_feed_is_as_new_as_its_newest_entry_and_never_as_the_clock() -> None:
    assert feed("providers/marsh-line").updated == START
    more = {"digests/moor-line/2033-01.yaml": BARE}
    assert feed("digests", more).updated == datetime(2033, 1, 1, tzinfo=UTC)
    early = DIGEST.replace("date: 2031-06-02", "date: 2030")
    assert feed("digests", {MOOR: early}).updated == datetime(2031, 5, 15, tzinfo=UTC)  # a reply
    assert feed("contrasts", {MOOR: early}).updated == datetime(2031, 5, 14, tzinfo=UTC)


def test_a_feed_holds_the_newest_first_and_has_an_end() -> None:
    changes = {f"digests/moor-line/{2032 + year}.yaml": BARE for year in range(MOST_ENTRIES + 5)}
    view = feed("digests", changes)
    assert len(view.entries) == MOST_ENTRIES
    dates = [entry.published for entry in view.entries]
    assert dates == sorted(dates, reverse=True)


# -- what is put on the site later than its report came out ---------------------------------------

NEW = "digests/moor-line/2033-01.yaml"
ON_TIME = "    because: The plan was *good*. The track was not there.\n"
SECOND = """\
  clear-plan-without-track:
    title: A clear plan, and no track
    said: clear-plan
    found: [no-track]
    relation: qualifies
    because: A plan is no track.
    added: 2035-03-02
"""


def order_of_all(changes: Changes) -> dict[str, list[tuple[str, str]]]:
    """Of every feed, the page and the first day of each entry."""
    return {
        address.removeprefix("feeds/").removesuffix(".atom.xml"): [
            (entry.link, f"{entry.published:%Y-%m-%d}") for entry in view.entries
        ]
        for address, view in feeds(edition(changes), "atom")
    }


def order(name: str, changes: Changes) -> list[tuple[str, str]]:
    return order_of_all(changes)[name]


def at(page: str) -> str:
    return urls.link(f"digests/{page}/")


def test_a_digest_of_an_old_report_is_new_when_it_is_put_on_the_site() -> None:
    before = {NEW: BARE}
    assert order("digests", before) == [
        (at("moor-line/2033-01"), "2033-01-01"),
        (at("moor-line/2031-05-14"), "2031-05-14"),
    ]
    after = {NEW: BARE, MOOR: DIGEST.replace("overall:", "added: 2034-06-01\noverall:", 1)}
    for name in ("digests", "providers/moor-line"):
        assert order(name, after) == [
            (at("moor-line/2031-05-14"), "2034-06-01"),
            (at("moor-line/2033-01"), "2033-01-01"),
        ]
    entry = feed("digests", after).entries[0]
    assert entry.id == feed("digests").entries[0].id
    assert entry.title.startswith("Moor Line, 14 May 2031")  # the report's own date
    assert entry.updated == datetime(2034, 6, 1, tzinfo=UTC)


def test_of_what_was_added_on_one_day_the_newest_report_is_first() -> None:
    changes = {
        NEW: f"{BARE}added: 2034",
        MOOR: DIGEST.replace("overall:", "added: 2034\noverall:", 1),
    }
    assert order("digests", changes) == [
        (at("moor-line/2033-01"), "2034-01-01"),
        (at("moor-line/2031-05-14"), "2034-01-01"),
    ]


def test_a_contrast_added_since_is_new_and_moves_no_other() -> None:
    second = DIGEST.replace(ON_TIME, ON_TIME + SECOND)
    own = "moor-line/2031-05-14"
    later = second.replace("published: 2031-05-14", "published: 2033-01").replace("2035", "2034")
    both = {MOOR: second, NEW: later}
    assert order("contrasts", {MOOR: second}) == [
        (at(f"{own}/clear-plan-without-track"), "2035-03-02"),
        (at(f"{own}/on-time-without-track"), "2031-05-14"),
    ]
    assert [day for _, day in order("contrasts", both)] == [
        *("2035-03-02", "2034-03-02"),
        *("2033-01-01", "2031-05-14"),
    ]
    digest = feed("digests", {MOOR: second}).entries[0]
    assert digest.published == datetime(2031, 5, 14, tzinfo=UTC)
    assert digest.updated == datetime(2035, 3, 2, tzinfo=UTC)


def test_a_withdrawn_digest_keeps_the_days_it_and_its_contrasts_were_added() -> None:
    added = DIGEST.replace("overall:", "added: 2034-06-01\noverall:", 1)
    added = added.replace(ON_TIME, ON_TIME + SECOND)
    gone = f"{added}withdrawn: {{date: 2036-07-01, because: It was a draft.}}\n"
    assert ids({MOOR: gone}) == ids({MOOR: added})


def test_a_removed_contrast_comes_back_into_its_feed_with_the_notice() -> None:
    new = "corrections:\n  - {date: 2036-01-02, what: No., about: gone, removed: contrast}\n"
    changes = {MOOR: DIGEST.replace("corrections:\n", new), NEW: DIGEST.replace("2031", "2033")}
    assert order("contrasts", changes) == [
        (at("moor-line/2031-05-14/gone"), "2036-01-02"),
        (at("moor-line/2033-01/on-time-without-track"), "2033-01-01"),
        (at("moor-line/2031-05-14/on-time-without-track"), "2031-05-14"),
    ]


def test_what_has_no_day_at_all_is_last() -> None:
    undated = {"digests/moor-line/round-3.yaml": named("round-3")}
    assert [day for _, day in order("digests", undated)] == ["2031-05-14", "1970-01-01"]


DAYS = st.none() | st.integers(2080, 2099)


@given(st.lists(st.tuples(DAYS, st.lists(DAYS, max_size=3)), min_size=20, max_size=40))
@settings(max_examples=8)
def test_every_feed_has_what_was_added_last_and_in_that_order(
    reports: list[tuple[int | None, list[int | None]]],
) -> None:
    changes: dict[str, str | None] = {MOOR: None}
    days: dict[str, list[str]] = {"digests": [], "contrasts": []}
    for number, (added, contrasts) in enumerate(reports):
        when = 2032 + number
        own = added or when
        later = [day and max(day, own) for day in contrasts]
        text = DIGEST.partition("contrasts:")[0].replace(
            "published: 2031-05-14\ninspected: {from: 2031-02, to: 2031-03}",
            f"published: {when}" + (f"\nadded: {added}" if added else ""),
        )
        rows = [SECOND.partition("    added")[0].replace("clear-plan-without", f"c{place}-without")
                + (f"    added: {day}\n" if day else "")
                for place, day in enumerate(later)]  # fmt: skip
        text = "".join([text, *(["contrasts:\n"] if rows else []), *rows])
        changes[f"digests/moor-line/{when}.yaml"] = text
        days["digests"].append(f"{own}-01-01")
        days["contrasts"] += [f"{day or own}-01-01" for day in later]
    shown = order_of_all(changes)
    for name, every in (*days.items(), ("providers/moor-line", days["digests"])):
        assert [day for _, day in shown[name]] == sorted(every, reverse=True)[:MOST_ENTRIES]
        assert len({page for page, _ in shown[name]}) == min(len(every), MOST_ENTRIES)
