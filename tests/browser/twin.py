"""The checker in the browser, to be asked many times what the one in Python is asked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page
from tests.browser.conftest import serve

from inspection_digest.composing import check
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.proofs import Claim, Proof
from inspection_digest.outputs import check_files
from inspection_digest.views.check import CheckedSource

PROJECT = Path(__file__).resolve().parents[2]
POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
PAGE = f"""<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><link rel="icon" href="data:,">"""

FOLD = """async given => {
  const { fold } = await import('/theme/js/check/fold.js');
  return given.map(text => {
    const { text: folded, starts, origins, joins } = fold(text);
    const ends = [...starts.slice(1), folded.length];
    return {given: text, tokens: starts.map((start, index) => folded.slice(start, ends[index])),
      joins, origins: origins.map(origin => [...text.slice(0, origin)].length)}; }); }"""
PROVE = """async ([sources, claims]) => {
  const { prove } = await import('/theme/js/check/prove.js');
  const { PreparedSource } = await import('/theme/js/check/prepared.js');
  const ready = new Map(sources.map(
    ([name, text]) => [name, new PreparedSource(JSON.parse(text))]));
  const started = performance.now();
  const proofs = claims.map(([claim, names]) =>
    prove(claim, new Map(names.map(name => [name, ready.get(name)]))));
  return [proofs, performance.now() - started]; }"""


@contextmanager
def twin(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page under the site's policy from which the modules can be asked."""
    shutil.copytree(PROJECT / "theme" / "static" / "js", folder / "theme" / "js")
    (folder / "data").mkdir()
    (folder / check_files.CHECKER).write_text(
        check_files.checker_js(check.checker()), encoding="utf-8"
    )
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    with serve(folder) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


def published(name: str, text: SourceText) -> str:
    """A source's file as it is published, for a text that no record describes."""
    return check_files.source_json(
        CheckedSource(
            id=name,
            title=name,
            publisher="",
            kind="report",
            published="",
            address="",
            anchor="",
            held="",
            via="",
            paged=text.paged,
            extracts=text.extracts,
            damaged=tuple(sorted(text.damaged)),
            pages=text.pages,
            readings=tuple(check.readings(text)),
            digests=(),
        )
    )


def proofs(
    page: Page, texts: Mapping[str, SourceText], claims: Sequence[tuple[Claim, Sequence[str]]]
) -> list[dict[str, Any]]:
    """What the browser makes of claims, each with the names of the sources held; in its form."""
    asked = [
        (
            {"text": one.text, "source": one.source, "page": one.page, "prefix": one.prefix},
            list(held),
        )
        for one, held in claims
    ]
    sources = [(name, published(name, text)) for name, text in texts.items()]
    found, _ = page.evaluate(PROVE, [sources, asked])
    return [_told(proof, claim, texts) for proof, (claim, _) in zip(found, claims, strict=True)]


def told(proof: Proof) -> dict[str, Any]:
    """A proof of Python's in the same form."""
    nearest = proof.nearest
    return {
        "verdict": proof.verdict.value,
        "places": [
            [(place.page, place.start, place.end, place.paragraph) for place in run]
            for run in proof.places
        ],
        "gaps": [(gap.words, gap.text, list(gap.notes)) for gap in proof.gaps],
        "nearest": nearest
        and (
            nearest.source,
            nearest.page,
            nearest.text,
            [(change.kind, change.quoted, change.printed) for change in nearest.changes],
        ),
        "sources": list(proof.sources),
    }


def _told(proof: dict[str, Any], claim: Claim, texts: Mapping[str, SourceText]) -> dict[str, Any]:
    nearest = proof["nearest"]
    names = proof.get("pieces") or [proof["sources"][0] if proof["sources"] else claim.source]
    return {
        "verdict": proof["verdict"],
        "places": [
            [_place(place, texts[names[min(index, len(names) - 1)]]) for place in run]
            for index, run in enumerate(proof["places"])
        ],
        "gaps": [(gap["words"], gap["text"], gap["notes"]) for gap in proof["gaps"]],
        "nearest": nearest
        and (
            nearest["source"],
            nearest["page"],
            nearest["text"],
            [(each["kind"], each["quoted"], each["printed"]) for each in nearest["changes"]],
        ),
        "sources": proof["sources"],
    }


def _place(place: dict[str, int], text: SourceText) -> tuple[int, int, int, int]:
    """A place with its offsets in characters, of which UTF-16 has one or two units."""
    units = text.pages[place["page"] - 1].encode("utf-16-le")
    start, end = (len(units[: 2 * place[at]].decode("utf-16-le")) for at in ("start", "end"))
    return place["page"], start, end, place["paragraph"]
