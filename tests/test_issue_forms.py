"""The issue forms, and every link of the built site that opens one or edits a file.

A link fills a field by its id; a name that is not in the form is dropped without a word, so each is
looked up here. The forms are read as our own YAML is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from inspection_digest.composing.issue_links import KINDS, REPLY_FORM, REPORT_FORM, WRONG_FORM
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.reading.yaml_text import read_yaml

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / ".github" / "ISSUE_TEMPLATE"
FORMS = sorted(path.name for path in FOLDER.glob("*.yml") if path.name != "config.yml")
REPOSITORY = "https://git.example/inspection-digest"
HREF = re.compile(rf'href="({re.escape(REPOSITORY)}/[^"]*)"')
KEYS = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "options", "multiple", "default"},
}


def read(name: str) -> dict[str, Any]:
    diagnostics = Diagnostics()
    document = read_yaml((FOLDER / name).read_text("utf-8"), name, diagnostics)
    assert list(diagnostics) == []
    assert document is not None
    return document.value


def fields(form: str) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for item in read(form)["body"] if item["type"] != "markdown"}


def required(form: str) -> set[str]:
    found = fields(form).items()
    return {name for name, item in found if item["validations"]["required"] == "true"}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_one_the_host_understands(name: str) -> None:
    form = read(name)
    assert set(form) <= {"name", "description", "title", "labels", "body"}
    assert form["name"]
    assert form["description"]
    ids = [item["id"] for item in form["body"] if "id" in item]
    assert len(ids) == len(set(ids))
    for item in form["body"]:
        assert set(item["attributes"]) <= KEYS[item["type"]]
        if item["type"] == "markdown":
            assert set(item) == {"type", "attributes"}
            continue
        assert set(item) == {"type", "id", "attributes", "validations"}
        assert re.fullmatch(r"[a-z]+", item["id"])
        assert item["attributes"]["label"]
        assert item["validations"]["required"] in {"true", "false"}
        options = item["attributes"].get("options", [])
        assert len(options) == len(set(options))


def test_only_what_nobody_can_answer_for_the_writer_is_required() -> None:
    assert {name: required(name) for name in FORMS} == {
        "fault.yml": {"what"},
        "question.yml": {"what"},
        "reply.yml": {"want", "by", "digest", "what"},
        "report.yml": {"provider", "report"},
        "wrong.yml": {"what"},
    }


def test_there_is_no_blank_page_and_no_dead_end() -> None:
    config = read("config.yml")
    assert config["blank_issues_enabled"] == "false"
    assert "question.yml" in FORMS
    for link in config["contact_links"]:
        assert set(link) == {"name", "url", "about"}
        assert urlsplit(link["url"]).scheme == "https"


def test_the_list_of_what_can_be_wrong_is_that_of_the_program() -> None:
    assert fields(WRONG_FORM)["kind"]["attributes"]["options"] == list(KINDS.values())
    assert {WRONG_FORM, REPLY_FORM, REPORT_FORM} <= set(FORMS)


# -- the links of the built site ------------------------------------------------------------------


@pytest.fixture(scope="module")
def links(built_site: Path) -> dict[str, list[str]]:
    """The links of each page that lead into the repository."""
    return {
        path.relative_to(built_site).as_posix(): [
            unescape(link) for link in HREF.findall(path.read_text("utf-8"))
        ]
        for path in sorted(built_site.rglob("*.html"))
    }


def test_every_page_can_be_said_to_be_wrong_and_leads_to_what_it_is_made_from(
    links: dict[str, list[str]],
) -> None:
    assert len(links) > 100
    for page, found in links.items():
        assert any(f"template={WRONG_FORM}" in link for link in found), page
        ways = (f"{REPOSITORY}/edit/main/", f"{REPOSITORY}/tree/main/")
        assert any(link.startswith(ways) for link in found), page


def test_every_field_a_link_fills_is_in_its_form(links: dict[str, list[str]]) -> None:
    known = {form: fields(form) for form in FORMS}
    filled: dict[str, set[str]] = {}
    for link in _every(links, "issues/new?"):
        pairs = dict(parse_qsl(urlsplit(link).query, strict_parsing=True))
        form, title = pairs.pop("template"), pairs.pop("title")
        assert title.strip()
        assert set(pairs) <= set(known[form]), link
        filled.setdefault(form, set()).update(pairs)
        for name, text in pairs.items():
            options = known[form][name]["attributes"].get("options")
            assert options is None or text in options, link
        assert len(link) < 8000
    assert filled == {
        WRONG_FORM: {"kind", "page", "digest", "quote", "verdict"},
        REPLY_FORM: {"digest", "page", "answers"},
        REPORT_FORM: {"provider"},
    }


def test_every_file_that_can_be_edited_is_there(links: dict[str, list[str]]) -> None:
    for link in _every(links, "edit/main/"):
        assert (PROJECT / _path(link)).is_file(), link
    for link in _every(links, "tree/main/"):
        assert (PROJECT / _path(link)).is_dir(), link


def test_a_page_of_prose_leads_to_its_own_file(links: dict[str, list[str]]) -> None:
    for name in ("about", "method", "corrections", "contribute"):
        assert f"{REPOSITORY}/edit/main/content/pages/{name}.md" in links[f"{name}/index.html"]


FILE = "content/digests/south-yorkshire-crc/2019-03-29.yaml"
DIGEST = "digests/south-yorkshire-crc/2019-03-29/index.html"


def test_a_quotation_and_a_contrast_are_edited_at_the_line_where_they_start(
    built_site: Path,
) -> None:
    html = (built_site / DIGEST).read_text("utf-8")
    lines = (
        (PROJECT / "content/digests/south-yorkshire-crc/2019-03-29.yaml").read_text().split("\n")
    )
    seen = set()
    for anchor, rest in _blocks(html):
        [link] = [unescape(href) for href in HREF.findall(rest) if "/edit/" in href][:1]
        line = int(link.rpartition("#L")[2])
        kind, _, name = anchor.partition("-")
        assert lines[line - 1] == f"  {name}:", link
        above = next(text for text in reversed(lines[:line]) if text and text[0] not in " #")
        assert above == f"{kind}s:"
        seen.add(kind)
    assert seen == {"quote", "contrast"}


def test_a_provider_is_edited_at_its_own_line(links: dict[str, list[str]]) -> None:
    lines = (PROJECT / "content/providers.yaml").read_text("utf-8").split("\n")
    pages = [
        page for page in links if re.fullmatch(r"providers/[a-z0-9-]*[a-z][a-z0-9-]*/.*", page)
    ]
    assert len(pages) > 50
    for page in pages:
        [link] = [link for link in links[page] if "/edit/main/content/providers.yaml" in link]
        assert lines[int(link.rpartition("#L")[2]) - 1] == f"{page.split('/')[1]}:"


def test_a_quotation_that_is_wrong_is_named_with_its_words_and_its_verdict(
    links: dict[str, list[str]],
) -> None:
    asked = [dict(parse_qsl(urlsplit(link).query)) for link in links[DIGEST] if "verdict=" in link]
    assert len(asked) >= 24
    for one in asked:
        assert one["digest"] == "south-yorkshire-crc/2019-03-29"
        assert one["kind"] == "A quotation"
        name = one["page"].rpartition("#quote-")[2]
        assert one["quote"].startswith(f"{name}: ")
        assert one["title"] == f"Wrong: {one['digest']}, quote {name}"


def _every(links: dict[str, list[str]], part: str) -> Iterator[str]:
    start = f"{REPOSITORY}/{part}"
    yield from sorted(
        {link for found in links.values() for link in found if link.startswith(start)}
    )


def _path(link: str) -> str:
    return unquote(urlsplit(link).path.split("/main/", 1)[1])


def _blocks(html: str) -> Iterator[tuple[str, str]]:
    """(anchor, HTML from its own tools on) of every quotation and contrast that has an address."""
    for match in re.finditer(r'<figure class="quote[^"]*" id="(quote-[^"]+)">', html):
        yield match[1], html[match.end() : html.index("</figure>", match.end())]
    for match in re.finditer(r'<article class="contrast [^"]*" id="(contrast-[^"]+)">', html):
        rest = html[match.end() : html.index("</article>", match.end())]
        yield match[1], rest[rest.index('class="because-edit"') :]
