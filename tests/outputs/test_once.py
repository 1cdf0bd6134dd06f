"""What is printed once is what would be printed, for that very thing, and has a bound."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment
from markupsafe import Markup

from inspection_digest.outputs.once import MOST_KEPT, MOST_LARGE, Once


def test_a_macro_prints_once_for_each_thing_it_is_given() -> None:
    environment = Environment(autoescape=True, extensions=[Once])
    once = environment.globals["once"]
    assert callable(once)
    asked: list[object] = []

    def macro(*given: object) -> Markup:
        asked.append(given)
        return Markup("<b>{}</b>").format(len(asked))

    def other(*_: object) -> str:
        return "other"

    assert [once(macro, "a"), once(macro, "b"), once(macro, "a")] == [
        "<b>1</b>",
        "<b>2</b>",
        "<b>1</b>",
    ]
    assert once(other, "a") == "other"
    for number in range(2 * MOST_KEPT):  # what is kept has a bound, and is made again beyond it
        once(macro, number)
    assert once(macro, "a") == f"<b>{len(asked)}</b>"


class _Item:
    """A view that is like every other, and yet another object."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Item)

    def __hash__(self) -> int:
        return 0


class _Printer:
    """A macro, and how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, item: _Item, *how: object) -> str:
        self.asked += 1
        return " ".join([item.words, *map(str, how)])


def _same() -> Callable[..., str]:
    same = Environment(autoescape=True, extensions=[Once]).globals["same"]
    assert callable(same)
    return same


def test_what_is_printed_for_an_object_is_kept_and_is_what_the_macro_prints() -> None:
    same, macro, other = _same(), _Printer(), _Printer()
    items = [_Item("a"), _Item("b")]  # equal, and not the same
    ways = [(), ("said",), ("found", True), ("found", False)]
    for _ in range(3):
        assert [[same(macro, item, *way) for way in ways] for item in items] == [
            ["a", "a said", "a found True", "a found False"],
            ["b", "b said", "b found True", "b found False"],
        ]
    assert macro.asked == 8
    assert (same(other, items[0]), other.asked, macro.asked) == ("a", 1, 8)


def test_the_oldest_object_is_forgotten_when_there_is_no_more_room() -> None:
    same, macro = _same(), _Printer()
    items = [_Item(str(number)) for number in range(MOST_LARGE + 1)]
    for item in items:
        same(macro, item)
    assert macro.asked == MOST_LARGE + 1
    assert [same(macro, item) for item in items[1:]] == [item.words for item in items[1:]]
    assert macro.asked == MOST_LARGE + 1
    assert same(macro, items[0]) == "0"
    assert same(macro, items[2]) == "2"
    assert macro.asked == MOST_LARGE + 2
    assert same(macro, items[1]) == "1"  # gone to make room for the first
    assert macro.asked == MOST_LARGE + 3


def test_an_object_that_is_kept_cannot_give_its_number_to_another() -> None:
    same, macro = _same(), _Printer()
    for number in range(2 * MOST_LARGE):  # each gone before the next is made, but for what is kept
        assert same(macro, _Item(str(number))) == str(number)
    assert macro.asked == 2 * MOST_LARGE


def test_a_macro_that_prints_once_is_still_escaped() -> None:
    environment = Environment(autoescape=True, extensions=[Once])
    text = "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{{ once(b, '<') }}{{ once(b, '<') }}"
    assert environment.from_string(text).render() == "<b>&lt;</b><b>&lt;</b>"
