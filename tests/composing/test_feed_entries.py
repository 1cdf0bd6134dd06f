"""What subscribers get when something is corrected, contested, answered, removed or withdrawn."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.answered_site import ALL, ANSWERED, ANSWERS, BEFORE, OLD, WITHDRAWN
from tests.small_site import DIGEST, MOOR, Changes, edition

from inspection_digest.composing.feeds import MOST_ENTRIES, feeds, permanent_id
from inspection_digest.outputs.entry_html import entry_html
from inspection_digest.views.feeds import FeedEntry, FeedView

PAIR = permanent_id("contrast:moor-line/2031-05-14/on-time-without-track")
GONE = permanent_id("contrast:moor-line/2031-05-14/unfair-pair")


def feed(name: str, changes: Changes) -> FeedView:
    return dict(feeds(edition(changes), "atom"))[f"feeds/{name}.atom.xml"]


def entry(name: str, id_: str, changes: Changes) -> FeedEntry:
    return next(item for item in feed(name, changes).entries if item.id == id_)


def day(month: int, number: int) -> datetime:
    return datetime(2031, month, number, tzinfo=UTC)


def test_a_contrast_is_as_new_as_what_was_said_of_it_or_of_the_whole_report() -> None:
    assert entry("contrasts", PAIR, ANSWERED).updated == day(6, 3)
    day_ = "  - date: 2031-06-02\n"
    elsewhere = {MOOR: DIGEST.replace(day_, f"{day_}    about: paper\n")}
    assert entry("contrasts", PAIR, elsewhere).updated == day(5, 14)
    assert entry("digests", permanent_id("digest:moor-line/2031-05-14"), elsewhere).updated == day(
        6, 2
    )


def test_an_entry_says_what_was_corrected_and_contested_and_what_was_replied() -> None:
    html = entry_html(entry("contrasts", PAIR, ANSWERED))
    assert html.startswith(
        "<p><strong>Corrected, 3 June 2031 (about the quotation “no track”).</strong></p>\n"
        "<p>The last words were left&nbsp;out.</p>\n"
        "<p><strong>Corrected, 2 June 2031.</strong> Noticed by A passenger.</p>\n"
        "<p>We gave the grade of track as&nbsp;Good.</p>\n"
        "<p><strong>Contested by Moor Line, 20 May 2031 "
        "(about the contrast “Trains on time, and no track”).</strong></p>\n"
        "<p>The track is in a <em>shed</em>.</p>\n"
        "<p><strong>Not decided yet.</strong></p>\n"
    )
    reply = '<blockquote><p>“<span data-quote="moor-line/2031-05-14#reply-in-the-contrast">'
    assert html.count(reply) == 1
    assert html.index("The track was not&nbsp;there.") < html.index(reply)
    assert "reply-to-a-quote" not in html


@pytest.mark.parametrize("name", ["contrasts", "digests", "providers/moor-line"])
def test_an_entry_of_a_withdrawn_digest_keeps_its_id_and_its_place_and_holds_the_notice(
    name: str,
) -> None:
    before, after = feed(name, {OLD: BEFORE}), feed(name, {OLD: WITHDRAWN})
    assert [(item.id, item.link, item.published) for item in before.entries] == [
        (item.id, item.link, item.published) for item in after.entries
    ]
    old = after.entries[-1]
    assert old.updated == day(7, 1)
    assert before.entries[-1].updated == day(6, 2)
    assert old.title.startswith("Withdrawn: ")
    assert "Moor Line, 2 May 2031" in old.title
    html = entry_html(old)
    assert html.startswith(
        '<p data-withdrawn="moor-line/2031-05-02"><strong>Withdrawn, 1 July 2031: '
        "Moor Line, 2 May 2031.</strong></p>\n"
        "<p>It was made from a <em>draft</em>.</p>\n"
    )
    assert "data-quote" not in html
    assert "Requires improvement" not in html


def test_an_entry_of_a_removed_contrast_keeps_its_id_and_says_why() -> None:
    gone = entry("contrasts", GONE, ANSWERED)
    assert (gone.title, gone.updated) == (
        "Removed: a contrast of Moor Line, 14 May 2031",
        day(6, 4),
    )
    assert gone.link.endswith("/2031-05-14/unfair-pair/")
    assert "<p>It was&nbsp;unfair.</p>" in entry_html(gone)


def test_the_feed_of_corrections_has_an_entry_for_each_the_last_first() -> None:
    view = feed("corrections", ALL)
    assert [(item.title, item.updated) for item in view.entries][:2] == [
        ("Contested by A signaller: Moor Line, 14 May 2031", day(8, 1)),
        ("Withdrawn: Moor Line, 2 May 2031", day(7, 1)),
    ]
    assert sorted(item.title.split(":")[0] for item in view.entries) == [
        "Contested by A signaller",
        "Contested by Moor Line",
        *["Correction"] * 5,
        "Withdrawn",
    ]
    assert len({item.id for item in view.entries}) == len(view.entries)
    assert feed("corrections", {MOOR: None}).entries == ()


def test_adding_a_correction_moves_none_of_the_others() -> None:
    new = "corrections:\n  - {date: 2031-06-05, what: Another.}\n"
    more = ANSWERS.replace("corrections:\n", new)
    before = {item.id for item in feed("corrections", ANSWERED).entries}
    after = {item.id for item in feed("corrections", {MOOR: more}).entries}
    assert before < after
    assert len(after - before) == 1


def test_corrections_reach_readers_of_reports_too_old_for_the_other_feeds() -> None:
    later = {
        f"digests/marsh-line/{2040 + number}.yaml": "framework: toy-2030\n"
        for number in range(MOST_ENTRIES)
    }
    changes = {**ALL, **later}
    assert permanent_id("digest:moor-line/2031-05-02") not in {
        item.id for item in feed("digests", changes).entries
    }
    titles = [item.title for item in feed("corrections", changes).entries]
    assert "Withdrawn: Moor Line, 2 May 2031" in titles


def test_an_entry_says_where_the_date_of_publication_is_not_known() -> None:
    made = edition({"digests/moor-line/2033.yaml": "framework: toy-2030\n"})
    [_, (_, view), *_] = feeds(made, "atom")
    assert (view.entries[0].facts, view.entries[0].summary) == (
        ("Overall: not known", "Date of publication not known"),
        "Inspected by Inspectorate of Toy Railways. Nothing is quoted yet.",
    )
