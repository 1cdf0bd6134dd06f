"""Everything that is named exists; what leads nowhere is said where it was typed."""

from __future__ import annotations

import pytest
from tests.small_site import DIGEST, FILES, MOOR, PROVIDERS, RELEASE, mistakes

Said = tuple[str, int, int]  # code, line, column


def said(old: str, new: str) -> list[Said]:
    """What is said of the digest after one replacement, where it was typed."""
    assert DIGEST.count(old) == 1
    found = mistakes({MOOR: DIGEST.replace(old, new)})
    assert {item.position.path for item in found} <= {f"content/{MOOR}"}
    return [(item.code, item.position.line, item.position.column) for item in found]


def place(text: str, words: str) -> tuple[int, int]:
    """Line and column of words in a text."""
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def test_a_sound_digest_has_no_mistake() -> None:
    assert mistakes({}) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("framework: toy-2030", "framework: toy-2031", "unknown-framework", "toy-2031"),
        ("moor-release,", "moor-releese,", "unknown-source", "moor-releese"),
        ("release\n    speaker:", "relaese\n    speaker:", "unknown-source", "relaese"),
        ("said: on-time", "said: on-tine", "unknown-quote", "on-tine"),
        ("found: [no-track]", "found: [no-trak]", "unknown-quote", "no-trak"),
        ("found: [no-track]", "found: [on-time]", "contrast-with-itself", "on-time]"),
        ("overall: Requires", "overall: Require", "unknown-grade", "Require improvement"),
        ('"2.1": Inadequate', '"2.1": Bad', "unknown-grade", "Bad"),
        ('"2.1": Inadequate', '"2.9": Inadequate', "unknown-standard", '"2.9"'),
        ('standard: "2.1"', 'standard: "2.9"', "unknown-standard", '"2.9"'),
        ("text: It should act now.", "text: ' ... … '", "quote-without-words", "' ... … '"),
        ("to: 2031-03}", "to: 2030-12}", "dates-in-wrong-order", "2030-12"),
        ("published: 2031-05-14", "published: 2031-02-14", "dates-in-wrong-order", "2031-02-14"),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere_is_said_where_it_was_typed(
    old: str, new: str, code: str, at: str
) -> None:
    assert said(old, new) == [(code, *place(DIGEST.replace(old, new), at))]


@pytest.mark.parametrize(
    ("added", "code", "at"),
    [
        ("previous: moor-line/2029", "unknown-digest", "moor-line/2029"),
        ("cited: {overal: release}", "unknown-fact", "overal: release"),
        ('cited: {"1.2": release}', "unknown-fact", '"1.2": release'),
        ("cited: {overall: post}", "unknown-source", "post}"),
        ("uncertain: [inspekted]", "unknown-fact", "inspekted"),
        (
            "recommendations: [{to: A, summary: b, source: letter}]",
            "unknown-source",
            "letter",
        ),
    ],
)
def test_what_is_added_has_to_exist_too(added: str, code: str, at: str) -> None:
    text = f"{DIGEST}{added}\n"
    found = mistakes({MOOR: text})
    assert [(item.code, item.position.line, item.position.column) for item in found] == [
        (code, *place(text, at))
    ]


MARSH = "digests/marsh-line/2030.yaml"


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ("published: 2030-06", ""),
        ("published: 2031", ""),  # nobody knows which is first
        ("", ""),
        ("published: 2031-05-14", ""),
        (
            "published: 2031-06",
            "“marsh-line/2030” was published (2031-06) after this report (2031-05-14).",
        ),
        (
            "inspected: {from: 2031-06}",
            "The inspection of “marsh-line/2030” began (2031-06) after this report (2031-05-14).",
        ),
        ("inspected: {to: 2031-06}", ""),
        (
            "previous: moor-line/2031-05-14",
            "“marsh-line/2030” names this report as the one before it, and this one names it.",
        ),
    ],
)
def test_the_report_before_this_one_is_before_it(others: str, why: str) -> None:
    text = f"{DIGEST}previous: marsh-line/2030\n"
    found = mistakes({MOOR: text, MARSH: f"framework: toy-2030\n{others}\n"})
    own_mistakes = [item for item in found if item.position.path == f"content/{MOOR}"]
    assert [(item.code, item.message) for item in own_mistakes] == (
        [("previous-not-before", why)] if why else []
    )


def test_a_withdrawn_digest_may_name_any_report_before_it() -> None:
    withdrawn = "withdrawn: {date: 2031-06-02, because: It was made from a draft.}\n"
    text = f"{DIGEST}previous: marsh-line/2030\n{withdrawn}"
    assert mistakes({MOOR: text, MARSH: "framework: toy-2030\npublished: 2031-06\n"}) == []


def test_of_two_reports_that_name_each_other_the_earlier_is_wrong() -> None:
    moor = f"{DIGEST}previous: marsh-line/2030\n"
    marsh = "framework: toy-2030\npublished: 2030\nprevious: moor-line/2031-05-14\n"
    [found] = mistakes({MOOR: moor, MARSH: marsh})
    assert (found.code, found.position.path) == ("previous-not-before", f"content/{MARSH}")


def test_a_report_is_not_the_one_before_itself() -> None:
    [found] = mistakes({MOOR: f"{DIGEST}previous: moor-line/2031-05-14\n"})
    assert found.code == "previous-not-before"
    assert found.message == "This report is said to be the one before itself."
    assert found.hint == "Name the report before this one, or remove the line."


def test_facts_that_are_stated_may_be_cited_and_doubted() -> None:
    added = 'cited: {overall: release, "1.1": report}\nuncertain: [published, inspected, "2.1"]\n'
    assert mistakes({MOOR: DIGEST + added}) == []


@pytest.mark.parametrize(
    ("inspected", "published"),
    [
        ("{from: 2031, to: 2031-02}", "2031-05-14"),
        ("{from: 2031-02, to: 2031}", "2031-05-14"),
        ("{from: 2031-05-14, to: 2031-05-14}", "2031-05-14"),
        ("{to: 2031-05-20}", "2031-05"),
        ("{from: 2031-05-20}", "2031"),
    ],
)
def test_dates_are_compared_only_as_far_as_they_are_known(inspected: str, published: str) -> None:
    text = DIGEST.replace("{from: 2031-02, to: 2031-03}", inspected)
    text = text.replace("published: 2031-05-14", f"published: {published}")
    assert mistakes({MOOR: text}) == []


def test_a_grade_in_another_of_its_forms_is_answered_with_its_name() -> None:
    text = DIGEST.replace("overall: Requires improvement", "overall: requiring Improvement")
    [found] = mistakes({MOOR: text})
    assert found.message == "“requiring Improvement” is not a grade of Toy railway inspections."
    assert found.hint == "Write `Requires improvement`."


def test_a_digest_needs_its_provider() -> None:
    [found] = mistakes({"digests/moor-lane/2032.yaml": "framework: toy-2030\n"})
    assert found.code == "unknown-provider"
    assert found.message == "The folder is called “moor-lane”, and no provider is."
    assert found.hint == (
        "If it is misspelt, rename the folder to `moor-line`. If the provider is new, add three "
        "lines at the end of content/providers.yaml: `moor-lane:` and, below it and two spaces in, "
        "`name:` with its full name and `kind:` with what it is."
    )


def test_a_provider_like_no_other_is_only_to_be_added() -> None:
    [found] = mistakes({"digests/tidal-ferries/2032.yaml": "framework: toy-2030\n"})
    assert found.hint == (
        "If the provider is new, add three lines at the end of content/providers.yaml: "
        "`tidal-ferries:` and, below it and two spaces in, `name:` with its full name and `kind:` "
        "with what it is."
    )


def test_the_lines_that_are_told_of_a_new_provider_are_enough() -> None:
    added = PROVIDERS + "tidal-ferries:\n  name: Tidal Ferries\n  kind: Toy ferries\n"
    changes = {"digests/tidal-ferries/2032.yaml": "framework: toy-2030\n"}
    assert mistakes({**changes, "providers.yaml": added}) == []


@pytest.mark.parametrize("number", ["3.1", "7.1", "1.10"])
def test_another_number_is_another_standard_so_all_are_listed(number: str) -> None:
    [found] = mistakes({MOOR: DIGEST.replace('"2.1": Inadequate', f'"{number}": Inadequate')})
    assert found.hint == "Its standards are `1.1`, `1.2`, `2.1`."


def test_a_slip_in_writing_a_number_is_asked_about() -> None:
    [found] = mistakes({MOOR: DIGEST.replace('"2.1": Inadequate', '"2,1": Inadequate')})
    assert found.hint == "Did you mean `2.1`?"


def test_a_provider_s_successor_exists() -> None:
    changed = PROVIDERS + "  successor: moor-lines\n"
    [found] = mistakes({"providers.yaml": changed})
    assert (found.code, found.position.line, found.hint) == (
        "unknown-provider",
        changed.splitlines().index("  successor: moor-lines") + 1,
        "Did you mean `moor-line`?",
    )


@pytest.mark.parametrize("via", ["nowhere", "moor-release"])
def test_a_source_is_seen_through_another_that_exists(via: str) -> None:
    path = "sources/moor-release/source.yaml"
    found = mistakes({path: f"{RELEASE}via: {via}\n"})
    assert [(item.position.path, item.code, item.position.line) for item in found] == [
        (f"content/{path}", "unknown-source", 7)
    ]


def test_nothing_wrong_in_one_digest_hides_what_is_wrong_in_another() -> None:
    other = "digests/marsh-line/2031.yaml"
    found = mistakes({MOOR: DIGEST.replace("said: on-time", "said: x"), other: "framework: y\n"})
    assert [(item.position.path, item.code) for item in found] == [
        (f"content/{other}", "unknown-framework"),
        (f"content/{MOOR}", "unknown-quote"),
    ]


def test_every_mistake_has_a_hint_that_says_what_to_do() -> None:
    changes = {path: (text or "").replace("moor", "mour") for path, text in FILES.items()}
    found = mistakes(changes)
    assert found
    assert all(item.hint.endswith((".", "?")) and item.message.endswith(".") for item in found)
