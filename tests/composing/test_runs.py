"""Lists of what digests have are cut by years, and into pages, without being written out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.composing.paging import Leaf, Run, run_leaves, starts


def counted(leaf: Leaf[Run]) -> tuple[str, int, int, int]:
    return leaf.here, leaf.first, leaf.last, leaf.of


def test_what_digests_have_is_cut_into_pages_wherever_a_page_is_full() -> None:
    pages = run_leaves("list/", [("a", "2032", 2), ("b", "2032", 0), ("c", "2032", 7)], 3)
    assert [leaf.items for leaf in pages] == [
        (Run("a", 0, 2), Run("c", 0, 1)),
        (Run("c", 1, 4),),
        (Run("c", 4, 7),),
    ]
    assert [counted(leaf) for leaf in pages] == [
        ("list/", 1, 3, 9),
        ("list/2/", 4, 6, 9),
        ("list/3/", 7, 9, 9),
    ]
    assert starts(pages) == ()


def test_a_list_of_nothing_that_digests_have_is_one_page_too() -> None:
    [leaf] = run_leaves("list/", [("a", "2032", 0)], 3)
    assert (leaf.items, leaf.of, leaf.after) == ((), 0, None)


def test_a_list_of_several_years_is_cut_where_a_page_is_full_and_a_year_ends() -> None:
    pages = run_leaves(
        "list/",
        [
            ("a", "2034", 1),
            ("b", "2033", 4),
            ("c", "2032", 1),
            ("d", "2031", 1),
            ("e", "2030", 1),
            ("f", "2029", 2),
            ("g", "No year known", 1),
        ],
        3,
    )
    assert [(*counted(leaf), leaf.title("All")) for leaf in pages] == [
        ("list/", 1, 3, 5, "All"),
        ("list/2034/2/", 4, 5, 5, "All, 2033 to 2034, page 2"),
        ("list/2032/", 1, 3, 3, "All, 2030 to 2032"),
        ("list/2029/", 1, 3, 3, "All, 2029, No year known"),
    ]
    assert [(leaf.before, leaf.after) for leaf in pages] == [
        (None, "list/2034/2/"),
        ("list/", "list/2032/"),
        ("list/2034/2/", "list/2029/"),
        ("list/2032/", None),
    ]
    assert starts(pages) == (
        ("2033 to 2034", "list/"),
        ("2030 to 2032", "list/2032/"),
        ("2029, No year known", "list/2029/"),
    )


def test_what_is_of_no_known_year_stands_last_wherever_its_round_is_sorted() -> None:
    digests = [("a", "No year known", 1), ("b", "2031", 3), ("c", "No year known", 2)]
    pages = run_leaves("list/", digests, 3)
    assert [(leaf.here, leaf.items) for leaf in pages] == [
        ("list/", (Run("b", 0, 3),)),
        ("list/no-year-known/", (Run("a", 0, 1), Run("c", 0, 2))),
    ]


digests_of = st.lists(
    st.tuples(st.sampled_from(["2033", "2032", "2031", "No year known"]), st.integers(0, 9)),
    max_size=12,
).map(lambda found: [(f"d{at}", year, number) for at, (year, number) in enumerate(found)])


@given(digests_of, st.integers(1, 6))
def test_every_thing_stands_on_one_page_and_every_page_has_an_address_of_its_own(
    digests: list[tuple[str, str, int]], longest: int
) -> None:
    pages = run_leaves("list/", digests, longest)
    found = [
        (run.digest, at)
        for leaf in pages
        for run in leaf.items
        for at in range(run.start, run.stop)
    ]
    assert sorted(found) == sorted((id_, at) for id_, _, number in digests for at in range(number))
    assert len({leaf.here for leaf in pages}) == len(pages)
    assert pages[0].here == "list/"
    for leaf in pages:
        length = sum(run.stop - run.start for run in leaf.items)
        assert length == leaf.last - leaf.first + 1 <= longest
        assert length > 0 or len(pages) == 1


@given(digests_of, st.integers(1, 6), st.data())
def test_what_is_added_to_a_year_leaves_the_pages_of_years_that_fill_their_own_as_they_are(
    digests: list[tuple[str, str, int]], longest: int, chosen: st.DataObject
) -> None:
    full = [(f"f{year}", year, longest) for year in ("2033", "2032", "2031")]
    year = chosen.draw(st.sampled_from(["2033", "2032", "2031"]))
    before = run_leaves("list/", [*digests, *full], longest)
    after = run_leaves("list/", [*digests, *full, ("new", year, 1)], longest)

    def others(pages: tuple[Leaf[Run], ...]) -> list[tuple[str, int, object, int, str]]:
        kept = (leaf for leaf in pages if leaf.years != year)
        return [(leaf.here, leaf.number, leaf.items, leaf.of, leaf.years) for leaf in kept]

    assert others(before) == others(after)
