"""The files of "Check a quote": small, the same every time, and no quotation to those who look."""

from __future__ import annotations

import json
from pathlib import Path

from tests import small_site

from inspection_digest.composing import check
from inspection_digest.outputs import check_files
from inspection_digest.outputs.check_files import checker_js, source_json, sources_json
from inspection_digest.outputs.page import Templates
from inspection_digest.readback.extract import quotations_in
from inspection_digest.views.check import CheckedSource, Checker, ReadingPieces, SourceRow

ROWS = (
    SourceRow("a", "A “title”", "The Board", "press release", "29 March 2019", "whole"),
    SourceRow("b", "Another", "The Board", "statement", "", ""),
)
SOURCE = CheckedSource(
    id="a",
    title="A “title”",
    publisher="The Board",
    kind="press release",
    published="2019",
    address="sources/a/",
    anchor="paragraph-{paragraph}",
    held="We hold its text.",
    via="",
    paged=False,
    extracts=False,
    damaged=(2,),
    pages=("It’s 😀\n", "</script>"),
    readings=(ReadingPieces(((1, 0, 8),), False, ((3, "1"),)),),
    digests=(),
)


def test_the_list_says_once_what_repeats() -> None:
    assert "".join(sources_json(ROWS)) == (
        '{"publishers":["The Board"],"kinds":["press release","statement"],"sources":['
        '["a","A “title”",0,0,"29 March 2019","whole"],["b","Another",0,1,"",""]]}\n'
    )


def test_a_source_is_its_pages_letter_for_letter_and_the_ways_to_read_them() -> None:
    assert source_json(SOURCE) == (
        '{"id":"a","title":"A “title”","publisher":"The Board","kind":"press release",'
        '"published":"2019","address":"sources/a/","anchor":"paragraph-{paragraph}",'
        '"held":"We hold its text.","via":"","paged":false,"extracts":false,"damaged":[2],'
        '"pages":["It’s 😀\\n","</script>"],'
        '"readings":[{"pieces":[[1,0,8]],"apart":false,"set":[[3,"1"]]}],"digests":[]}\n'
    )


def test_the_shared_tables_are_a_module_in_ascii() -> None:
    made = checker_js(Checker({"space": "\\u{20}"}, {"fold": {"SOFT": "\u00ad"}}, {"A": "“x”"}))
    assert made.splitlines()[1:] == [
        'export const CLASSES = {"space": "\\\\u{20}"};',
        'export const EVIDENCE = {"fold": {"SOFT": "\\u00ad"}};',
        'export const WORDS = {"A": "\\u201cx\\u201d"};',
    ]
    whole = checker_js(check.checker())
    assert whole.isascii()
    assert whole == checker_js(check.checker())
    for line in whole.splitlines()[1:]:
        json.loads(line.partition(" = ")[2].removesuffix(";"))


def test_those_who_read_the_site_back_find_no_quotation_in_them() -> None:
    theme = Path(__file__).resolve().parents[2] / "theme"
    made = small_site.published(small_site.edition(), Templates(theme))
    ours = [path for path in made if path.startswith("data/source")]
    assert ours == [
        check_files.SOURCES,
        *(check_files.source_file(f"moor-{kind}") for kind in ("release", "report")),
    ]
    for path in ours:
        assert list(quotations_in(path, made[path].encode())) == []
        assert json.loads(made[path])


def test_the_page_stays_small_however_many_sources_there_are() -> None:
    theme = Path(__file__).resolve().parents[2] / "theme"
    record = "kind: post\ntitle: A diary\npublisher: A passenger\n"
    many = {f"sources/diary-{number}/source.yaml": record for number in range(2000)}
    small, large = (
        small_site.published(small_site.edition(changes), Templates(theme))
        for changes in ({}, many)
    )
    assert large["check-a-quote/index.html"] == small["check-a-quote/index.html"]
    assert len(large[check_files.SOURCES]) < 100 * 2000
