"""A digest as data: what is known, where from, and what is not."""

from __future__ import annotations

from tests.small_site import DIGEST, MOOR, edition

from inspection_digest.composing.data import data_view
from inspection_digest.outputs.data_fields import DIGEST_FIELDS, GRADE_FIELDS
from inspection_digest.views.data import DigestDatum, GradeDatum

FACTS = """\
added: 2031-06-01
spread: {Outstanding: 1, Good: 2}
points: 7
cited:
  points: https://toys.example.org/points
  spread: release
uncertain: [points]
missing: The grade of the *timetable*.
"""
RELEASE = "https://digest.example.org/sub/sources/moor-release/"


def datum(text: str) -> DigestDatum:
    [found] = data_view(edition({MOOR: text})).digests
    return found


def test_what_is_known_is_told_with_where_it_is_from_and_what_is_not() -> None:
    later = DIGEST.replace("replies:", "    added: 2031-07-01\nreplies:", 1)
    found = datum(later.replace('"1.1": Outstanding, "2.1": Inadequate', '"1.1": Outstanding')
                  .replace("sources:", f"{FACTS}sources:", 1))  # fmt: skip
    assert found.added == "2031-06-01"
    assert found.ratings == (("1.1", "Outstanding"),)
    assert found.spread == (("Outstanding", 1), ("Good", 2))
    assert found.points == 7
    assert found.cited == (("points", "https://toys.example.org/points"), ("spread", RELEASE))
    assert found.uncertain == ("points",)
    assert found.missing == "The grade of the timetable."
    assert [item.added for item in found.contrasts] == ["2031-07-01"]


def test_what_nobody_typed_is_not_told() -> None:
    found = datum(DIGEST)
    assert (found.added, found.spread, found.points, found.cited) == ("", (), None, ())
    assert (found.uncertain, found.missing, found.contrasts[0].added) == ((), "", "")


def test_every_field_is_described_in_the_order_it_has() -> None:
    assert tuple(DIGEST_FIELDS) == DigestDatum.__struct_fields__
    assert tuple(GRADE_FIELDS) == GradeDatum.__struct_fields__
