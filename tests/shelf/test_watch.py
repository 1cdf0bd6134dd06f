"""What is looked at is noted for whoever looks, and for an inset apart where somebody asks."""

from __future__ import annotations

from inspection_digest.shelf.watch import Watch

PAGE, INSET, SHARED = ("facts", "a"), ("distribution", "b"), ("words", "c")


def look(watch: Watch) -> None:
    watch.note(*PAGE)
    watch.note(*SHARED)
    with watch.inset("Peers"):
        watch.note(*INSET)
        watch.note(*SHARED)


def test_what_an_inset_looks_at_is_seen_by_those_who_look() -> None:
    watch = Watch()
    with watch.looking() as outer:
        with watch.looking() as seen:
            look(watch)
        assert seen == {PAGE, INSET, SHARED}
    assert outer == {PAGE, INSET, SHARED}


def test_whoever_asks_for_insets_apart_sees_them_there_alone() -> None:
    watch = Watch()
    with watch.looking() as outer:
        with watch.looking() as seen, watch.insets() as insets:
            look(watch)
            look(watch)
        assert (seen, insets) == ({PAGE, SHARED}, {"Peers": {INSET, SHARED}})
        look(watch)
    assert outer == {PAGE, INSET, SHARED}


def test_an_inset_of_what_is_made_once_for_many_is_no_inset_of_any_of_them() -> None:
    watch = Watch()
    with watch.looking() as seen, watch.insets() as insets:
        with watch.looking() as once:
            look(watch)
        watch.note_all(once)
    assert (seen, insets) == ({PAGE, INSET, SHARED}, {})


def test_what_is_not_to_be_seen_is_given_to_whoever_asks() -> None:
    watch = Watch()
    with watch.looking() as seen, watch.unseen() as apart:
        watch.note(*PAGE)
    assert (seen, apart) == (set(), {PAGE})
