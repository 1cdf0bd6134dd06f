"""Templates compiled to fewer steps print what the library prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateError, UndefinedError
from markupsafe import Markup, escape
from tests.theme.pages import KINDS, THEME, library

from inspection_digest.keeping import KeptFolder
from inspection_digest.outputs.compiling import escaped
from inspection_digest.outputs.environment import (
    MARK,
    UNUSED,
    Inside,
    ThemeEnvironment,
    environment_of,
)
from inspection_digest.outputs.page import TEMPLATES

OURS = environment_of(THEME)
PRINTED = re.compile(f"{MARK}(.*?){MARK}")
LIBRARY = library()
LIBRARY.globals["inset"] = OURS.globals["inset"]  # both leave a place for it


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_page_is_as_the_library_prints_it(kind: Callable[[], object]) -> None:
    view: Any = kind()
    name = TEMPLATES[type(view)]
    printed = OURS.inside(name, view=view)
    whole = PRINTED.sub(
        lambda mark: printed.blocks[mark[1]],
        OURS.around(printed.base, printed.blocks, chrome=view.chrome),
    )
    assert whole == LIBRARY.get_template(name).render(view=view, chrome=view.chrome)


def theme_of(folder: Path, **templates: str) -> ThemeEnvironment:
    (folder / "templates").mkdir()
    for name, text in templates.items():
        (folder / "templates" / f"{name}.html").write_text(text, encoding="utf-8")
    return environment_of(folder)


def test_a_page_is_printed_apart_from_what_it_extends(tmp_path: Path) -> None:
    ours = theme_of(
        tmp_path,
        page="{# A page #}\n\n{% extends 'base.html' %}"
        "{% macro m(a) %}<{{ a }}>{% endmacro %}Nothing."
        "{% block main %}{{ m(view) }}{% endblock %}{% block spare %}{{ view }}{% endblock %}",
        base="{{ chrome }}: {% block head %}own{% endblock %}"
        " {% block main required %}{% endblock %}.",
        alone="{{ view }}",
    )
    printed = ours.inside("page.html", view="&")
    assert printed == Inside("", "base.html", {"main": "<&amp;>", "spare": "&amp;"})
    around = ours.around("base.html", printed.blocks, chrome="'")
    assert around == f"&#39;: own {MARK}main{MARK}."
    assert ours.inside("alone.html", view="&") == Inside("&amp;", "", {})


BLOCK = "{% block main %}{% endblock %}"
PAGE = "{% extends 'base.html' %}" + BLOCK
REFUSED = {
    "its base's names": (
        "{% extends 'base.html' %}{% block main %}{{ title }}{% endblock %}",
        "{% set title = 1 %}{% block main %}{% endblock %}",
        "'title' is undefined",
    ),
    "what its base is given": (
        "{% extends 'base.html' %}{% block main %}{{ chrome.title }}{% endblock %}",
        BLOCK,
        "`chrome` is given to the base: here it is `view.chrome`",
    ),
    "its page's names": (
        "{% extends 'base.html' %}{% set more = 1 %}{% block main %}{% endblock %}",
        "{{ more }}",
        "'more' is undefined",
    ),
    "its page's view": (PAGE, "{{ view.title }}", "a base knows no `view`: it is given `chrome`"),
    "what the base has in its place": (
        "{% extends 'base.html' %}{% block main %}{{ super() }}{% endblock %}",
        "{% block main %}own{% endblock %}",
        "a page is printed apart from its base: it has no `super()`",
    ),
    "a base of the base": (
        PAGE,
        "{% extends 'another.html' %}",
        "base.html extends another.html, which only a page's own template can",
    ),
    "a base of what a page includes": (
        "{% extends 'base.html' %}{% block main %}{% include 'card.html' %}{% endblock %}",
        BLOCK,
        "card.html extends base.html, which only a page's own template can",
    ),
    "a base of what a page that has none includes": (
        "{% include 'card.html' %}",
        BLOCK,
        "card.html extends base.html, which only a page's own template can",
    ),
    "a base of what a base includes": (
        PAGE,
        "{% include 'card.html' %}",
        "card.html extends base.html, which only a page's own template can",
    ),
    "another letter in a block": (
        PAGE,
        "{% filter upper %}{% block main %}{% endblock %}{% endfilter %}",
        "base.html does more with a block than to print it",
    ),
    "a block that is looked at": (
        PAGE,
        "{% set m %}{% block main %}{% endblock %}{% endset %}{% if m|trim %}{{ m }}{% endif %}",
        "base.html does more with a block than to print it",
    ),
    "a block that is counted": (
        PAGE,
        "{% set m %}{% block main %}{% endblock %}{% endset %}{{ m|length }}",
        "base.html does more with a block than to print it",
    ),
    "a block that has to be there": (
        "{% extends 'base.html' %}{% block other %}{% endblock %}",
        "{% block main required %}{% endblock %}",
        "Required block 'main' not found",
    ),
    "words in front of its base": (
        "{# none #}\nSome." + PAGE,
        BLOCK,
        "page.html extends base.html, so it has to begin with saying so",
    ),
    "one base or the other": (
        "{% if view %}{% extends 'base.html' %}{% endif %}{% block main %}{% endblock %}",
        BLOCK,
        "a template extends one other, at its top",
    ),
    "a base whose name is worked out": (
        "{% extends view %}" + BLOCK,
        BLOCK,
        "another template is named by one text in quotation marks",
    ),
    "another whose name is worked out": (
        PAGE,
        "{% include 'foot-' ~ chrome ~ '.html' %}",
        "another template is named by one text in quotation marks",
    ),
    "an inset whose name is worked out": (
        "{% extends 'base.html' %}{% block main %}{{ inset('insets/' ~ view) }}{% endblock %}",
        BLOCK,
        "an inset is named by one text in quotation marks",
    ),
    "an inset by another name": (
        "{% extends 'base.html' %}{% block main %}{% set i = inset %}{{ i(view) }}{% endblock %}",
        BLOCK,
        "an inset is named by one text in quotation marks",
    ),
    "macros whose place is worked out": (
        "{% extends 'base.html' %}{% from view import m %}" + BLOCK,
        BLOCK,
        "another template is named by one text in quotation marks",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_would_tie_a_page_to_its_base_or_hide_what_it_is_made_from_is_an_error(
    what: str, tmp_path: Path
) -> None:
    page, base, says = REFUSED[what]
    ours = theme_of(tmp_path, page=page, base=base, card=PAGE)
    with pytest.raises(TemplateError, match=re.escape(says)):
        ours.around("base.html", ours.inside("page.html", view=1).blocks, chrome=2)


def test_a_base_prints_a_block_as_often_as_it_says(tmp_path: Path) -> None:
    base = "{% for x in [1, 2] %}<{% block main scoped %}{% endblock %}>{% endfor %}"
    ours = theme_of(tmp_path, page=PAGE, base=base)
    assert ours.around("base.html", {"main"}, chrome=1) == f"<{MARK}main{MARK}>" * 2


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


def test_what_was_compiled_for_one_theme_is_not_compiled_for_another_of_the_same_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptFolder(tmp_path / "kept", b"")
    for name in ("one", "two", "three"):
        (tmp_path / name).mkdir()
        theme_of(tmp_path / name, a="<p>\n{{ view.a }}" + "!" * (name == "three"))
    compiled: list[str] = []

    def noted(ours: ThemeEnvironment, source: str, *rest: Any, **named: Any) -> Any:
        compiled.append(source)
        return Environment.compile(ours, source, *rest, **named)

    monkeypatch.setattr(ThemeEnvironment, "compile", noted)
    printed = [
        environment_of(tmp_path / name, kept).inside("a.html", view=SimpleNamespace(a="&")).text
        for name in ("one", "two", "three", "two")
    ]
    assert printed == ["<p>\n&amp;", "<p>\n&amp;", "<p>\n&amp;!", "<p>\n&amp;"]
    assert compiled == ["<p>\n{{ view.a }}", "<p>\n{{ view.a }}!", "<p>\n{{ view.a }}"]


def test_what_goes_wrong_in_a_kept_template_is_said_of_its_own_file(tmp_path: Path) -> None:
    kept = KeptFolder(tmp_path / "kept", b"")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        theme_of(tmp_path / name, a="<p>\n{{ view.a }}")
        with pytest.raises(AttributeError) as error:
            environment_of(tmp_path / name, kept).inside("a.html", view="")
        assert error.traceback[-1].path == tmp_path / name / "templates" / "a.html"
        assert error.traceback[-1].lineno + 1 == 2
