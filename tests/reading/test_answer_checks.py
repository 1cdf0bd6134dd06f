"""Rules that need two digests; the others are files in `examples/invalid`."""

from __future__ import annotations

import pytest
from tests.answered_site import ALL, BEFORE, OLD, WITHDRAWAL, WITHDRAWN
from tests.small_site import DIGEST, MOOR, library, mistakes

LATER = "digests/moor-line/2033.yaml"


def test_all_that_can_be_answered_is_without_a_mistake() -> None:
    assert mistakes(ALL) == []


def test_what_replaces_a_digest_may_be_on_the_same_report() -> None:
    same = {OLD: DIGEST + WITHDRAWAL}
    assert mistakes(same) == []
    [said] = mistakes({OLD: DIGEST})
    assert said.code == "report-twice"


def test_a_digest_is_replaced_by_one_that_stands() -> None:
    second = DIGEST + WITHDRAWAL.replace("2031-05-14", "2033")
    [said] = mistakes({OLD: WITHDRAWN, MOOR: second, LATER: "framework: toy-2030\n"})
    assert (said.code, said.position.path) == ("replaced-by-withdrawn", f"content/{OLD}")
    assert said.message == "“moor-line/2031-05-14” is withdrawn too."


def test_the_report_before_is_one_that_stands() -> None:
    follower = "framework: toy-2030\nprevious: moor-line/2031-05-02\n"
    [said] = mistakes({OLD: WITHDRAWN, LATER: follower})
    assert (said.code, said.severity) == ("previous-withdrawn", "warning")


@pytest.mark.parametrize("group", ["quotes", "contrasts"])
def test_a_group_before_a_name_is_understood_where_something_was_removed(group: str) -> None:
    kind = group.removesuffix("s")
    text = f"  - {{date: 2031-07, what: x, about: {group}/gone, removed: {kind}}}\n"
    assert mistakes({MOOR: DIGEST + text}) == []


def test_the_current_library_has_no_withdrawn_digest_and_all_the_rest() -> None:
    whole, plain = library(ALL), library({OLD: BEFORE})
    assert list(whole.digests) == ["moor-line/2031-05-02", "moor-line/2031-05-14"]
    assert list(whole.current.digests) == ["moor-line/2031-05-14"]
    assert [digest.id for digest in whole.withdrawn] == ["moor-line/2031-05-02"]
    assert whole.current.by_provider["moor-line"] == (whole.digests["moor-line/2031-05-14"],)
    assert whole.current.sources == whole.sources
    assert whole.current.withdrawn == ()
    assert whole.current.current is whole.current
    assert plain.current is plain
