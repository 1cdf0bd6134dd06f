"""Templates compiled to fewer steps print what the library prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup, escape
from tests.theme.pages import KINDS, THEME, library

from inspection_digest.keeping import KeptFolder
from inspection_digest.outputs.environment import (
    MARK,
    UNUSED,
    KeptCode,
    environment_of,
    escaped,
)
from inspection_digest.outputs.page import TEMPLATES

OURS = environment_of(THEME)
PRINTED = re.compile(f"{MARK}(.*?){MARK}")
LIBRARY = library()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_page_is_as_the_library_prints_it(kind: Callable[[], object]) -> None:
    view: Any = kind()
    name = TEMPLATES[type(view)]
    printed = OURS.printed(name, view=view)
    whole = PRINTED.sub(
        lambda mark: printed.blocks[mark[1]],
        OURS.around(printed.base, printed.blocks, chrome=view.chrome),
    )
    assert whole == LIBRARY.get_template(name).render(view=view, chrome=view.chrome)


MACRO = "{% macro m(a, b='<b>', c=none) %}{{ a }}|{{ b }}|{{ c }};{% endmacro %}"
CALLER = "{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}"
REST = "{% macro m(a) %}{{ a }}{{ varargs|length }}{{ kwargs|length }}{% endmacro %}"
SAID = {
    "all it takes": MACRO + "{{ m(1, '<', 3) }}",
    "less than it takes": MACRO + "{{ m('<') }}{{ m('&', 2) }}",
    "by name": MACRO + "{{ m(1, c='>') }}{{ m(a=1) }}",
    "a list of things": MACRO + "{{ m(*[1, 2, 3]) }}{{ m(**{'a': 4}) }}",
    "markup of another": MACRO + "{{ m(m(1)) }}",
    "words of who calls": CALLER + "{% call m('<') %}<i>{{ '&' }}</i>{% endcall %}",
    "more than it names": REST + "{{ m(1, 2, 3, d=4) }}",
    "a method": "{{ '<b>'.upper() }}{{ 'a-b'.split('-')|join('<') }}",
    "items and slices": "{{ [1, 2, 3][1] }}{{ 'abc'[:2] }}{{ {'a': '<'}['a'] }}",
    "a loop": "{% for x in 'ab' %}{{ loop.index }}{{ loop.last }}{{ x }}{% endfor %}",
    "what is not there": "{{ nobody is defined }}{{ nobody|default('<') }}",
}


@pytest.mark.parametrize("said", SAID)
def test_what_a_template_can_say_is_printed_as_the_library_does(said: str) -> None:
    assert OURS.from_string(SAID[said]).render() == LIBRARY.from_string(SAID[said]).render()


WRONG = {
    "no such name": ("{{ nobody }}", UndefinedError, "nobody"),
    "nothing to call": ("{{ nobody() }}", UndefinedError, "nobody"),
    "an attribute of nothing": ("{{ nobody.name }}", UndefinedError, "nobody"),
    "no such attribute": ("{{ 'a'.nothing }}", AttributeError, "nothing"),
    "a word of Python's": ("{{ 'a'.class }}", UndefinedError, "class"),
    "too much for a macro": (MACRO + "{{ m(1, 2, 3, 4) }}", TypeError, "not more than 3"),
    "too little for a macro": (MACRO + "{{ m() }}", UndefinedError, "parameter 'a'"),
    "a name the macro has not": (MACRO + "{{ m(1, d=2) }}", TypeError, "'d'"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_wrong_in_a_template_is_an_error_that_names_it(wrong: str) -> None:
    text, error, names = WRONG[wrong]
    with pytest.raises(error, match=names):
        OURS.from_string(text).render()


@given(st.text() | st.text().map(Markup) | st.none() | st.booleans() | st.integers())
def test_what_is_printed_is_escaped_as_the_library_does(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


def test_the_names_that_are_taken_away_are_used_by_no_template() -> None:
    for path in (THEME / "templates").rglob("*.html"):
        for name in UNUSED:
            assert f"{name}(" not in path.read_text("utf-8"), path


@pytest.mark.parametrize("first", ["ours", "library"])
def test_neither_is_given_what_the_other_has_compiled(first: str, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.html").write_text("{{ view.a }}")
    kept = KeptFolder(tmp_path / "kept", b"")

    def ours() -> str:
        with pytest.raises(AttributeError, match="'dict'"):
            environment_of(tmp_path, kept).get_template("a.html").render(view={"a": "item"})
        return "refused"

    def theirs() -> str:
        environment = library(tmp_path, bytecode_cache=KeptCode(kept, "library"))
        return environment.get_template("a.html").render(view={"a": "item"})

    turns = [ours, theirs] if first == "ours" else [theirs, ours]
    for _ in range(2):  # compiled, and then kept
        assert {turn.__name__: turn() for turn in turns} == {"ours": "refused", "theirs": "item"}
