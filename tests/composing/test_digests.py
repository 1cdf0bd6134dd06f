"""The digest page in a reader's order: facts, grades, contrasts, the rest, what is not said."""

from __future__ import annotations

import pytest
from tests.small_site import DIGEST, MOOR, PROVIDERS, RELEASE, RELEASE_TEXT, Changes, edition

from inspection_digest.composing import urls
from inspection_digest.composing.digests import digest_page, digest_row
from inspection_digest.composing.previews import description, digest_data
from inspection_digest.views.chrome import Link
from inspection_digest.views.digests import CitedFact, DigestPage

HERE = "digests/moor-line/2031-05-14/"
LATER = "digests/moor-line/2033-01.yaml"
BY_NAME = "by name or by"
SEARCHED = "by name or by any of the words we searched for."
BARE = "framework: toy-2030\n"


def page(changes: Changes | None = None, digest: str = "moor-line/2031-05-14") -> DigestPage:
    made = edition(changes)
    return digest_page(made, made.library.digests[digest], urls.digest(digest))


def without(*lines: str) -> Changes:
    text = DIGEST
    for line in lines:
        assert line in text
        text = text.replace(line, "")
    return {MOOR: text}


def test_who_when_and_how_it_is_cited() -> None:
    view = page()
    assert view.provider == Link("Moor Line", urls.link("providers/moor-line/"))
    assert view.framework == Link("Toy railway inspections", urls.link("frameworks/toy-2030/"))
    assert view.title == "Punctual trains and no railway"
    assert view.chrome.title == (
        "Punctual trains and no railway: Moor Line, 14 May 2031 · Inspection Digest"
    )
    assert view.facts == (
        "Inspected February to March 2031",
        "Published 14 May 2031",
        "Run by Attic Holdings",
    )
    assert view.summary == "<p>The trains are <em>punctual</em>. There is no&nbsp;track.</p>"
    assert view.cite == (
        "Inspection Digest, “Punctual trains and no railway”, "
        f"https://digest.example.org/sub/{HERE}"
    )
    assert view.identity == "moor-line/2031-05-14"
    assert view.chrome.canonical == f"https://digest.example.org/sub/{HERE}"


def test_what_is_not_known_is_said() -> None:
    view = page({LATER: BARE}, "moor-line/2033-01")
    assert view.facts[:2] == ("Date of inspection not known", "Date of publication not known")
    assert view.title.startswith("Moor Line, 2033")
    assert (view.contrasts, view.others, view.sources, view.replies) == ((), (), (), ())
    assert view.silence is None
    assert not view.grades.overall.known


def test_a_doubtful_date_says_so() -> None:
    view = page({MOOR: f"{DIGEST}uncertain: [published]\n"})
    assert view.facts[1] == "Published 14 May 2031 (not certain)"


def test_quotes_that_no_contrast_shows_stand_by_standard_in_the_framework_s_order() -> None:
    more = """\
  act-now:
    source: release
    text: It should act now.
contrasts:
"""
    view = page({MOOR: DIGEST.replace("contrasts:\n", more)})
    assert [(group.heading, [quote.anchor for quote in group.quotes]) for group in view.others] == [
        ("1.1 Leadership", ["quote-clear-plan"]),
        ("1.2 Timetable", ["quote-paper"]),
        ("Not about one standard", ["quote-act-now"]),
    ]


def test_what_the_release_never_mentions_is_counted() -> None:
    silence = page().silence
    assert silence is not None
    assert silence.held
    assert silence.summary == (
        "Of three standards, two are not mentioned in the press release, by name or by any of the "
        "words we searched for."
    )
    assert [(item.number, item.name, item.searched) for item in silence.silent] == [
        ("1.2", "Timetable", "Timetable"),
        ("2.1", "Track", "Track or rails"),
    ]
    [mentioned] = silence.mentioned
    assert (mentioned.number, mentioned.searched) == ("1.1", "Leadership or leaders")
    assert [found for found, _ in mentioned.hits] == ["leaders"]


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            f"{RELEASE_TEXT}\nThe timetable and the rails.\n",
            f"The press release mentions every one of the three standards, {BY_NAME} another word.",
        ),
        (
            f"{RELEASE_TEXT}\nThe timetable.\n",
            f"Of three standards, one is not mentioned in the press release, {SEARCHED}",
        ),
    ],
    ids=["none is left out", "one is left out"],
)
def test_silence_is_a_sentence(text: str, summary: str) -> None:
    silence = page({"sources/moor-release/text.txt": text}).silence
    assert silence is not None
    assert silence.summary == summary


@pytest.mark.parametrize(
    "changes",
    [
        {"sources/moor-release/text.txt": None},
        {"sources/moor-release/source.yaml": f"{RELEASE}held: extracts\n"},
    ],
    ids=["no text", "extracts only"],
)
def test_nothing_is_said_of_a_release_that_is_not_held_whole(changes: Changes) -> None:
    silence = page(changes).silence
    assert silence is not None
    assert (silence.held, silence.silent, silence.mentioned) == (False, (), ())
    assert silence.summary == "We do not hold the text of the release."


def test_a_digest_without_a_release_says_nothing_of_silence() -> None:
    changed = {"sources/moor-release/source.yaml": RELEASE.replace("kind: release", "kind: news")}
    assert page(changed).silence is None


def test_recommendations_replies_corrections_and_sources() -> None:
    added = "recommendations: [{to: Moor Line, summary: Lay *track*., source: report, page: 2}]\n"
    view = page({MOOR: DIGEST + added})
    [item] = view.recommendations
    assert (item.to, item.summary, item.page) == (
        "Moor Line",
        "<p>Lay <em>track</em>.</p>",
        "page 2",
    )
    assert item.source == Link("inspection report", urls.link("sources/moor-report/"))
    [reply] = view.replies
    assert (reply.by, reply.when, reply.quote.text) == (
        "Moor Line",
        "15 May 2031",
        "It should act now.",
    )
    [correction] = view.corrections
    assert (correction.when, correction.noticed_by) == ("2 June 2031", "A passenger")
    assert [(row.kind, row.title, row.when, row.href) for row in view.sources] == [
        (
            "Press release",
            "Moor Line runs on time",
            "14 May 2031",
            urls.link("sources/moor-release/"),
        ),
        (
            "Inspection report",
            "An inspection of Moor Line",
            "14 May 2031",
            urls.link("sources/moor-report/"),
        ),
    ]


def test_corrections_stand_newest_first() -> None:
    more = "  - {date: 2031-07, what: b}\n  - {date: 2030, what: c}\n"
    view = page({MOOR: DIGEST + more})
    assert [item.when for item in view.corrections] == ["July 2031", "2 June 2031", "2030"]


def test_the_reports_before_and_after_are_a_step_away() -> None:
    changes = {LATER: f"{BARE}published: 2033-01\n"}
    view = page(changes)
    assert (view.previous, view.next) == (
        None,
        Link("Moor Line, January 2033", urls.link("digests/moor-line/2033-01/")),
    )
    after = page(changes, "moor-line/2033-01")
    assert after.previous == Link("Moor Line, 14 May 2031", urls.link(HERE))


def test_a_provider_under_a_new_name_keeps_its_earlier_reports() -> None:
    later = "digests/marsh-line/2033-01.yaml"
    changes = {later: f"{BARE}published: 2033-01\nprevious: moor-line/2031-05-14\n"}
    assert page(changes).next == Link(
        "Marsh Line, January 2033", urls.link("digests/marsh-line/2033-01/")
    )


def test_a_row_of_a_list_has_words_to_click_on_even_without_a_title() -> None:
    made = edition({LATER: f"{BARE}published: 2033-01\n"})
    row = digest_row(made, made.library.digests["moor-line/2031-05-14"])
    assert (row.href, row.title, row.provider) == (
        urls.link(HERE),
        "Punctual trains and no railway",
        "Moor Line",
    )
    assert (row.contrasts, row.quotes, row.overall.word) == (1, 4, "Requires improvement")
    bare = digest_row(made, made.library.digests["moor-line/2033-01"])
    assert bare.title == "Moor Line, January 2033"
    assert bare.lead is None


def test_a_preview_is_the_summary_or_what_is_known() -> None:
    made = edition()
    digest = made.library.digests["moor-line/2031-05-14"]
    assert description(made, digest) == "The trains are punctual. There is no track."
    plain = edition(without("summary: The trains are *punctual*. There is no track.\n"))
    assert description(plain, plain.library.digests[digest.id]) == (
        "Moor Line, 14 May 2031. Overall: Requires improvement. Inspected by Inspectorate of Toy "
        "Railways. 1 contrast, 4 quotes."
    )
    bare = edition({MOOR: BARE})
    assert description(bare, bare.library.digests[digest.id]) == (
        "Moor Line, 2031-05-14. Overall grade not known. Inspected by Inspectorate of Toy "
        "Railways. Nothing is quoted yet."
    )


def test_structured_data_say_what_the_report_is() -> None:
    made = edition({"providers.yaml": PROVIDERS})
    data = digest_data(made, made.library.digests["moor-line/2031-05-14"])
    assert data == {
        "@type": "Article",
        "headline": "Punctual trains and no railway",
        "url": f"https://digest.example.org/sub/{HERE}",
        "description": "The trains are punctual. There is no track.",
        "inLanguage": "en-GB",
        "about": {
            "@type": "Report",
            "name": "Inspection of Moor Line",
            "publisher": {"@type": "Organization", "name": "Inspectorate of Toy Railways"},
            "about": {"@type": "Organization", "name": "Moor Line"},
            "datePublished": "2031-05-14",
        },
        "citation": ["Moor Line runs on time", "An inspection of Moor Line"],
    }


def test_what_is_said_of_all_standards_together_has_its_source_too() -> None:
    news = "https://toys.example.org/news"
    known = 'ratings: {"1.1": Outstanding}\nspread: {Good: 2}\npoints: 7\n'
    cited = f"cited: {{spread: {news}, points: release}}\nuncertain: [points]\n"
    view = page(
        {MOOR: DIGEST.replace('ratings: {"1.1": Outstanding, "2.1": Inadequate}\n', known) + cited}
    )
    assert view.cited == (
        CitedFact("How often each grade was given", Link("toys.example.org", news), False),
        CitedFact(
            "Points", Link("the press release", urls.link("sources/moor-release/")), uncertain=True
        ),
    )
