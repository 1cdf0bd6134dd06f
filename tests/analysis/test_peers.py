"""A grade among the reports of its round, each count with the reports behind it."""

from __future__ import annotations

from tests.invented import library, report

from inspection_digest.analysis.peers import peers, round_totals

LIBRARY = library(
    {
        "north-light/2001": report(overall="Dim", more="round: first", _1_1="Bright"),
        "south-light/2002": report(overall="Bright", more="round: first"),
        "south-light/2003": report(overall='"Not judged"', more="round: first"),
        "north-light/2004": report(more="round: first"),
        "north-light/2005": report(overall="Dim", more="round: second"),
        "south-light/2006": report(overall="Dark"),
    }
)


def test_every_grade_of_the_scale_is_counted_from_the_highest() -> None:
    totals = round_totals(LIBRARY)
    assert list(totals) == [("lights", "first"), ("lights", "second")]
    first = totals["lights", "first"]
    assert [(item.grade, item.digests) for item in first.counts] == [
        ("Brilliant", ()),
        ("Bright", ("south-light/2002",)),
        ("Clear", ()),
        ("Dim", ("north-light/2001",)),
        ("Dark", ()),
        ("Not judged", ("south-light/2003",)),
    ]
    assert first.unknown == ("north-light/2004",)
    assert first.known == 2
    assert first.of("Dim") == ("north-light/2001",)


def test_a_report_sits_among_those_of_its_round() -> None:
    found = peers(LIBRARY.digests["north-light/2001"], LIBRARY)
    assert found is not None
    assert (found.higher, found.same, found.lower) == (
        ("south-light/2002",),
        ("north-light/2001",),
        (),
    )


def test_a_report_without_a_round_sits_among_all_of_its_framework() -> None:
    found = peers(LIBRARY.digests["south-light/2006"], LIBRARY)
    assert found is not None
    assert found.higher == ("north-light/2001", "south-light/2002", "north-light/2005")


def test_a_single_standard_has_peers_too() -> None:
    found = peers(LIBRARY.digests["north-light/2001"], LIBRARY, "1.1")
    assert found is not None
    assert (found.grade, found.same, len(found.distribution.unknown)) == (
        "Bright",
        ("north-light/2001",),
        3,
    )


def test_what_has_no_grade_has_no_peers() -> None:
    assert peers(LIBRARY.digests["north-light/2004"], LIBRARY) is None
    assert peers(LIBRARY.digests["south-light/2003"], LIBRARY) is None
