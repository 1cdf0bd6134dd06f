"""Every pair of colours that meets on a page has the contrast that WCAG's level AA asks for."""

from __future__ import annotations

import re

import pytest
from tests.theme.pages import THEME

TOKENS = (THEME / "static/css/tokens.css").read_text(encoding="utf-8")
PAIR = re.compile(r"--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)")
COLOURS = {name: {"light": light, "dark": dark} for name, light, dark in PAIR.findall(TOKENS)}

GROUNDS = ("paper", "sheet", "said")
INKS = ("ink", "ink-soft", "accent", "agreed", "proved", "second", "unproved")
TEXT = [(ink, ground) for ink in INKS for ground in GROUNDS]
TEXT += [("ink", "marked"), ("on-seam", "accent"), ("on-seam", "agreed")]
LINES = [(line, ground) for line in ("accent", "agreed", "rule") for ground in GROUNDS]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(ink: str, ground: str, scheme: str) -> None:
    assert ratio(COLOURS[ink][scheme], COLOURS[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_a_line_that_means_something_can_be_seen(line: str, ground: str, scheme: str) -> None:
    assert ratio(COLOURS[line][scheme], COLOURS[ground][scheme]) >= 3


def test_every_colour_is_a_token_with_a_light_and_a_dark_value() -> None:
    assert set(COLOURS) == {*GROUNDS, *INKS, "marked", "on-seam", "hairline", "rule"}
    colour = re.compile(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(")
    for sheet in sorted((THEME / "static/css").rglob("*.css")):
        if sheet.name not in {"tokens.css", "print.css"}:
            assert not colour.findall(sheet.read_text(encoding="utf-8")), sheet.name


def test_the_browser_s_own_bar_has_the_colour_of_the_page() -> None:
    head = (THEME / "templates/base.html").read_text(encoding="utf-8")
    for scheme, value in COLOURS["paper"].items():
        assert f'media="(prefers-color-scheme: {scheme})" content="{value}"' in head


def test_nothing_is_set_below_thirteen_pixels() -> None:
    root = 16 * float(re.findall(r"--type-root: ([\d.]+)%", TOKENS)[0]) / 100
    sizes = [float(size) for size in re.findall(r"--type-[\w-]+: (?:clamp\()?([\d.]+)rem", TOKENS)]
    assert len(sizes) >= 9
    assert min(sizes) * root >= 13


def ratio(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red, green, blue)
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
