"""The main part of one of our pages as somebody would write it in Markdown.

Paragraphs, plain headings and plain lists become Markdown; what Markdown has no word for (figures,
tables, drawings, anything with a class) stays HTML, as it would for anybody. Blank lines around a
tag tell all three systems that Markdown goes on inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from lxml import etree, html

_HOLDERS = frozenset("div section article header footer figure blockquote details nav".split())  # noqa: SIM905 - tags, to be read
_INLINE = frozenset("a em strong b i mark span code q cite time abbr br".split())  # noqa: SIM905
_SIGNS = {"em": "*", "strong": "**"}
_HEADINGS = {"h2": "##", "h3": "###", "h4": "####"}
_SPECIAL = re.compile(r"[\\`*_\[\]]")
_START = re.compile(r"^([#>+=-]|\d+(?=[.)]))", re.MULTILINE)
_GAPS = re.compile(r"\s*\n\s*")


def markdown(main: str, *, marked: bool = False) -> str:
    """Markdown of a main part. `marked`: with the attribute Python-Markdown asks for."""
    whole = html.fragment_fromstring(main, create_parent="div")
    blocks = [block for child in whole for block in _blocks(child, marked=marked)]
    return "\n\n".join(blocks) + "\n"


def _blocks(element: html.HtmlElement, *, marked: bool) -> Iterator[str]:
    tag = element.tag
    if _is_paragraph(element):
        yield _START.sub(_escaped_start, _inline(element))
    elif tag in _HEADINGS and not element.attrib and _is_inline(element):
        yield f"{_HEADINGS[tag]} {_inline(element)}"
    elif _is_list(element):
        sign = "-" if tag == "ul" else "1."
        yield "\n".join(f"{sign} {_START.sub(_escaped_start, _inline(item))}" for item in element)
    elif tag in _HOLDERS and _holds_prose(element):
        yield _opened(element, marked=marked)
        for child in element:
            yield from _blocks(child, marked=marked)
        yield f"</{tag}>"
    else:
        yield _raw(element)


def _is_paragraph(element: html.HtmlElement) -> bool:
    return element.tag == "p" and set(element.attrib) <= {"dir"} and _is_inline(element)


def _is_list(element: html.HtmlElement) -> bool:
    return (
        element.tag in {"ul", "ol"}
        and not element.attrib
        and len(element) > 0
        and all(item.tag == "li" and not item.attrib and _is_inline(item) for item in element)
    )


def _is_inline(element: html.HtmlElement) -> bool:
    return all(inner.tag in _INLINE for inner in element.iterdescendants())


def _holds_prose(element: html.HtmlElement) -> bool:
    """Whether something in it becomes Markdown, and no bare words stand between its blocks."""
    bare = (element.text or "").strip() or any((child.tail or "").strip() for child in element)
    return not bare and any(
        _is_paragraph(child)
        or _is_list(child)
        or (child.tag in _HEADINGS and not child.attrib)
        or (child.tag in _HOLDERS and _holds_prose(child))
        for child in element
    )


def _inline(element: html.HtmlElement) -> str:
    parts = [_words(element.text)]
    for child in element:
        parts += [_within(child), _words(child.tail)]
    text = "".join(parts)
    return _GAPS.sub("\n", text).strip() if element.tag in {"p", "li"} else text


def _within(element: html.HtmlElement) -> str:
    tag, inner = element.tag, _inline(element)
    if tag == "br":
        return "<br>"
    if tag in _SIGNS and not element.attrib:
        return f"{_SIGNS[tag]}{inner}{_SIGNS[tag]}"
    if tag == "a" and set(element.attrib) == {"href"} and inner.strip() == inner != "":
        return f"[{inner}](<{element.get('href')}>)"
    return f"<{tag}{_attributes(element)}>{inner}</{tag}>"


def _words(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\g<0>", escape(text, quote=False)) if text else ""


def _escaped_start(found: re.Match[str]) -> str:
    """What would begin a heading, a list or a quotation."""
    start = found[1]
    return f"{start}\\" if start.isdigit() else f"&#{ord(start)};"


def _opened(element: html.HtmlElement, *, marked: bool) -> str:
    sign = ' markdown="1"' if marked else ""
    return f"<{element.tag}{_attributes(element)}{sign}>"


def _attributes(element: html.HtmlElement) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())


def _raw(element: html.HtmlElement) -> str:
    text = etree.tostring(element, method="html", encoding="unicode", with_tail=False)
    return _GAPS.sub("\n", text).strip()
