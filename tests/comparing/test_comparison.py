"""What a change does to the record: all of it, and nothing that it does not do."""

from __future__ import annotations

import pytest
from msgspec.structs import astuple
from tests.comparing.states import compared, files
from tests.small_site import DIGEST, FRAMEWORK, MOOR, PROVIDERS, RELEASE, REPORT_TEXT

from inspection_digest.views.comparison import Comparison

FACTS = "framework: toy-2030\npublished: 2031-05-14\n"
MARSH = "digests/marsh-line/2032.yaml"


def changed(old: str, new: str, text: str = DIGEST) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def test_nothing_is_said_where_nothing_changes() -> None:
    assert compared({}) == Comparison((), (), (), (), (), ())


def test_a_comment_or_another_way_of_typing_the_same_changes_nothing() -> None:
    same = changed(
        "text: Leaders have a clear plan.", "text: >-\n      Leaders have a\n      clear plan."
    )
    assert compared({MOOR: f"# A note\n{same}"}) == Comparison((), (), (), (), (), ())


def test_a_grade_is_named_by_its_standard_before_and_after() -> None:
    (change,) = compared({MOOR: changed('"2.1": Inadequate', '"2.1": Good')}).digests
    assert (change.how, change.id, change.title) == (
        "changed",
        "moor-line/2031-05-14",
        "Moor Line, 14 May 2031",
    )
    assert [astuple(grade) for grade in change.grades] == [("2.1 Track", "Inadequate", "Good", "")]
    assert (change.facts, change.contrasts, change.quotes) == ((), (), ())


def test_a_grade_taken_back_is_one_that_is_no_longer_given() -> None:
    (change,) = compared({MOOR: changed("overall: Requires improvement\n", "")}).digests
    assert [astuple(grade) for grade in change.grades] == [
        ("Overall grade", "Requires improvement", "", "")
    ]


def test_a_date_is_said_as_a_reader_writes_it_and_long_prose_is_counted() -> None:
    text = changed("published: 2031-05-14\ninspected", "published: 2031-05\ninspected")
    long = "The track " + "was not there " * 20
    text = changed("There is no track.\n", f"{long}\n", text)
    (change,) = compared({MOOR: text}).digests
    assert [astuple(fact) for fact in change.facts] == [
        ("summary", "", "", "rewritten (8 words before, 66 words now)"),
        ("published", "14 May 2031", "May 2031", ""),
    ]


def test_a_contrast_is_added_retitled_or_taken_out_by_its_title() -> None:
    title = "Trains on time, and no track"
    (change,) = compared({MOOR: changed(title, "Punctual trains, no track")}).digests
    (contrast,) = change.contrasts
    assert (contrast.how, contrast.title, contrast.was) == (
        "changed",
        "Punctual trains, no track",
        title,
    )
    without = DIGEST[: DIGEST.index("contrasts:")] + DIGEST[DIGEST.index("replies:") :]
    assert [c.how for c in compared({MOOR: without}).digests[0].contrasts] == ["removed"]
    (added,) = compared({}, before={MOOR: without}).digests[0].contrasts
    assert (added.how, added.title, added.relation) == ("added", title, "contradicts")


def test_a_digest_that_is_withdrawn_is_not_taken_out_and_says_why() -> None:
    notice = "withdrawn: {date: 2031-07-01, because: It was made from a draft.}\ncontrasts:"
    comparison = compared({MOOR: changed("contrasts:", notice)})
    (change,) = comparison.digests
    assert (change.how, change.title) == ("withdrawn", "Moor Line, 14 May 2031")
    assert [astuple(fact) for fact in change.facts] == [
        ("withdrawn", "", "date: 1 July 2031; because: It was made from a draft.", "")
    ]
    assert files(comparison)["Digests"].changed == ("digests/moor-line/2031-05-14/",)


def test_a_quote_says_how_it_is_proved_and_where() -> None:
    quote = "  on-paper:\n    source: report\n    text: printed on good paper\ncontrasts:"
    (change,) = compared({MOOR: changed("contrasts:", quote)}).digests
    (made,) = change.quotes
    assert astuple(made) == (
        "added",
        "on-paper",
        "printed on good paper",
        "",
        "holds",
        "Letter for letter in the inspection report, page 1.",
    )


def test_a_broken_quote_comes_first_with_the_nearest_passage_and_still_has_its_pages() -> None:
    broken = changed("text: Leaders have a clear plan.", "text: Leaders have no clear plan.")
    comparison = compared({MOOR: changed("Every train we saw", "Each train we saw", broken)})
    (change,) = comparison.digests
    assert [(quote.name, quote.standing) for quote in change.quotes] == [
        ("on-time", "fails"),
        ("clear-plan", "fails"),
    ]
    assert change.quotes[1].was == "Leaders have a clear plan."
    assert "The source says: “Leaders have a clear plan.”" in change.quotes[1].proof
    assert [problem.code for problem in comparison.problems] == ["quote-altered", "quote-altered"]
    assert comparison.left_out == ()
    assert files(comparison)["Contrasts"].removed == ()
    assert files(comparison)["Digests"].changed == ("digests/moor-line/2031-05-14/",)


def test_a_source_whose_text_changes_undoes_the_quotes_nobody_touched() -> None:
    text = changed("There is no track", "There is little track", REPORT_TEXT)
    comparison = compared({"sources/moor-report/text.txt": text})
    (record,) = comparison.records
    assert (record.how, record.kind, record.id) == ("changed", "source", "moor-report")
    assert [fact.name for fact in record.facts] == ["text we hold"]
    assert [(q.name, q.standing, q.was) for q in comparison.digests[0].quotes] == [
        ("no-track", "fails", "")
    ]


def test_sources_providers_and_frameworks_are_compared_field_by_field() -> None:
    sums = "a" * 64
    comparison = compared(
        {
            "sources/moor-release/source.yaml": f"{RELEASE}sha256: {sums}\n",
            "providers.yaml": PROVIDERS + "hill-line: {name: Hill Line, kind: Toy railway}\n",
            "frameworks/toy-2030.yaml": changed("from: 2030-01", "from: 2030-02", FRAMEWORK),
        }
    )
    found = [
        (change.how, change.kind, change.id, [astuple(fact) for fact in change.facts])
        for change in comparison.records
    ]
    assert found == [
        ("changed", "source", "moor-release", [("sha256", "", sums, "")]),
        ("added", "provider", "hill-line", []),
        ("changed", "framework", "toy-2030", [("from", "January 2030", "February 2030", "")]),
    ]


def test_pages_and_feeds_are_those_whose_bytes_differ() -> None:
    made = files(compared({MARSH: FACTS.replace("2031-05-14", "2032")}))
    assert made["Digests"].added == ("digests/marsh-line/2032/",)
    assert made["Providers"].changed == ("providers/marsh-line/",)
    assert "feeds/digests.atom.xml" in made["Feeds"].changed
    assert "feeds/contrasts.atom.xml" not in made["Feeds"].changed
    gone = files(compared({}, before={MARSH: FACTS.replace("2031-05-14", "2032")}))
    assert gone["Digests"].removed == ("digests/marsh-line/2032/",)


@pytest.mark.parametrize(
    ("changes", "left_out"),
    [
        ({MOOR: "framework: [\n"}, ("digest moor-line/2031-05-14",)),
        ({MOOR: f"{DIGEST}colour: red\n"}, ("digest moor-line/2031-05-14",)),
        ({MOOR: changed('"2.1": Inadequate', '"2.1": Splendid')}, ("digest moor-line/2031-05-14",)),
        (
            {"sources/moor-report/source.yaml": "kind: rumour\n"},
            ("digest moor-line/2031-05-14", "source moor-report"),
        ),
        (
            {"frameworks/toy-2030.yaml": "scale: []\n"},
            ("digest moor-line/2031-05-14", "framework toy-2030"),
        ),
        (
            {"providers.yaml": "moor-line: {name: Moor Line}\nmarsh-line: {name: M, kind: K}\n"},
            ("digest moor-line/2031-05-14", "provider moor-line"),
        ),
        (
            {"providers.yaml": "moor-line: [\n"},
            ("digest moor-line/2031-05-14", "provider marsh-line", "provider moor-line"),
        ),
    ],
    ids=lambda value: "" if isinstance(value, tuple) else next(iter(value)),
)
def test_what_is_wrong_is_named_and_its_pages_are_neither_added_nor_removed(
    changes: dict[str, str | None], left_out: tuple[str, ...]
) -> None:
    comparison = compared(changes)
    assert comparison.problems
    assert comparison.left_out == left_out
    assert not any(group.added or group.removed for group in comparison.files)
    mended = compared({}, before=changes)
    assert mended.problems_before == comparison.problems
    assert mended.problems == ()


def test_a_record_that_others_rest_on_is_removed_and_they_are_left_out() -> None:
    comparison = compared({"frameworks/toy-2030.yaml": None})
    assert [(record.how, record.id) for record in comparison.records] == [("removed", "toy-2030")]
    assert comparison.left_out == ("digest moor-line/2031-05-14",)
    assert "frameworks/toy-2030/" in files(comparison)["Frameworks"].removed
    assert "Digests" not in files(comparison)


def test_a_file_that_cannot_be_read_is_not_called_removed() -> None:
    (change,) = compared({MOOR: "framework: [\n"}).digests
    assert (change.how, change.path) == ("unreadable", f"content/{MOOR}")


def test_the_rest_is_compared_all_the_same() -> None:
    comparison = compared({MOOR: "framework: [\n", MARSH: FACTS.replace("2031-05-14", "2032")})
    assert [(change.how, change.id) for change in comparison.digests] == [
        ("unreadable", "moor-line/2031-05-14"),
        ("added", "marsh-line/2032"),
    ]
    assert files(comparison)["Digests"].added == ("digests/marsh-line/2032/",)


STATES: dict[str, dict[str, str | None]] = {
    "as it is": {},
    "another grade": {MOOR: changed('"2.1": Inadequate', '"2.1": Good')},
    "another digest": {MARSH: FACTS.replace("2031-05-14", "2032")},
    "no digest": {MOOR: None},
    "a broken quote": {MOOR: changed("There is no track ...", "There is track ...")},
    "a broken file": {MOOR: "framework: [\n"},
    "another text": {
        "sources/moor-report/text.txt": REPORT_TEXT.replace("good paper", "fine good paper")
    },
}


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
def test_what_one_way_adds_the_other_way_removes(before: str, after: str) -> None:
    there = compared(STATES[after], before=STATES[before])
    back = compared(STATES[before], before=STATES[after])
    if before == after:
        assert (there.digests, there.records, there.files) == ((), (), ())
    assert (there.problems, there.left_out) == (back.problems_before, back.left_out)
    turned = [(group.name, group.removed, group.changed, group.added) for group in back.files]
    assert [astuple(group) for group in there.files] == turned
