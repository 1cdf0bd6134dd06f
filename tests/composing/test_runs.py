"""Lists of what digests have are cut into pages without being written out."""

from __future__ import annotations

from inspection_digest.composing.paging import Run, run_leaves


def test_what_digests_have_is_cut_into_pages_wherever_a_page_is_full() -> None:
    pages = run_leaves("list/", [("a", "2032", 2), ("b", "2031", 0), ("c", "2031", 7)], 3)
    assert [leaf.items for leaf in pages] == [
        (Run("a", "2032", 0, 2), Run("c", "2031", 0, 1)),
        (Run("c", "2031", 1, 4),),
        (Run("c", "2031", 4, 7),),
    ]
    assert [(leaf.here, leaf.first, leaf.last, leaf.of) for leaf in pages] == [
        ("list/", 1, 3, 9),
        ("list/2/", 4, 6, 9),
        ("list/3/", 7, 9, 9),
    ]


def test_a_list_of_nothing_that_digests_have_is_one_page_too() -> None:
    [leaf] = run_leaves("list/", [("a", "2032", 0)], 3)
    assert (leaf.items, leaf.of, leaf.after) == ((), 0, None)
