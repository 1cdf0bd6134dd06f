"""A source's page prints the whole text held exactly once, and marks what is quoted."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small_site import DIGEST, MOOR, RELEASE, REPORT, REPORT_TEXT, Changes, edition

from inspection_digest.composing import urls
from inspection_digest.composing.sources import source_page, source_pages, together
from inspection_digest.views.sources import SourcePage, Stretch

WORDS = ("track", "train", "paper", "late", "naïve", "ﬁnd", "5'10\"", "self-employed", "😀")


NO_ADDRESS = re.sub(r"url: .*\n", "", REPORT)


def page(source: str, changes: Changes | None = None) -> SourcePage:
    made = edition(changes)
    return source_page(made, made.library.sources[source])


def stretches(view: SourcePage) -> list[Stretch]:
    return [
        stretch
        for text in view.pages
        for paragraph in text.paragraphs
        for stretch in paragraph.stretches
    ]


def names(stretch: Stretch) -> list[str]:
    """The names of the quotations a stretch is marked for."""
    return [re.sub(r".*#(quote|reply)-", "", link.href) for link in stretch.quotes]


def anchors(view: SourcePage) -> list[str]:
    found = [text.anchor for text in view.pages]
    found += [paragraph.anchor for text in view.pages for paragraph in text.paragraphs]
    found += [stretch.anchor for stretch in stretches(view) if stretch.anchor]
    return found + [anchor for stretch in stretches(view) for anchor in stretch.also]


def test_a_text_is_shown_page_by_page_with_its_quotations_marked() -> None:
    view = page("moor-report")
    assert [(text.label, text.anchor, text.damaged) for text in view.pages] == [
        ("Page 1", "page-1", False),
        ("Page 2", "page-2", False),
    ]
    assert [paragraph.anchor for text in view.pages for paragraph in text.paragraphs] == [
        *("page-1-1", "page-1-2", "page-2-1", "page-2-2"),
    ]
    shown = [(stretch.text, names(stretch)) for stretch in stretches(view)]
    assert shown == [
        ("An inspection of Moor Line", []),
        ("Leaders have a clear plan.", ["clear-plan"]),
        (" ", []),
        ("The timetable is printed on good paper.", ["paper"]),
        ("There is no track", ["no-track"]),
        (" between the two stations, ", []),
        ("and the company could not say where it had gone.", ["no-track"]),
        ("In 7 of 12 journeys the train did not arrive.\n", []),
    ]
    assert view.quoted == (
        "3 quotations from it are marked below: 57 per cent of the text held. "
        "The rest is not quoted."
    )
    assert view.held == "We hold its text, and it can be read here."
    assert [link.label for link in view.digests] == ["Moor Line, 14 May 2031"]


def test_a_passage_in_two_pieces_has_its_address_at_the_first() -> None:
    first, second = (one for one in stretches(page("moor-report")) if "no-track" in names(one))
    assert first.anchor == "moor-line--2031-05-14--quote-no-track"
    assert second.anchor == ""
    assert first.quotes[0].href == urls.link("digests/moor-line/2031-05-14/#quote-no-track")


def test_a_quote_and_a_reply_of_one_name_have_an_address_each() -> None:
    text = DIGEST.replace("  on-order:\n", "  on-time:\n")
    view = page("moor-release", {MOOR: text})
    named = [stretch.anchor for stretch in stretches(view) if stretch.anchor]
    assert named == [
        "moor-line--2031-05-14--quote-on-time",
        "moor-line--2031-05-14--reply-on-time",
    ]


def test_what_several_digests_quote_is_marked_for_each() -> None:
    other = "digests/moor-line/2031.yaml"
    text = DIGEST.replace("2031-05-14", "2030-01-02")
    text = text.replace("{from: 2031-02, to: 2031-03}", "{to: 2030-01}")
    view = page("moor-report", {other: text})
    [both] = [one for one in stretches(view) if one.text == "Leaders have a clear plan."]
    assert len(both.quotes) == 2
    assert [both.anchor, *both.also] == [
        "moor-line--2031--quote-clear-plan",
        "moor-line--2031-05-14--quote-clear-plan",
    ]
    assert max(Counter(anchors(view)).values()) == 1


@st.composite
def texts_with_quotations(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text of pages, paragraphs and lines, and passages of it that may overlap."""
    words = [
        f"{draw(st.sampled_from(WORDS))}{number}" for number in range(draw(st.integers(2, 30)))
    ]
    joints = st.sampled_from([" ", " ", " ", "\n", "  ", "\n\n", "\n \t\n\n", "\f", "\n\n\f\n"])
    text = words[0]
    for word in words[1:]:
        text += draw(joints) + word
    edges = draw(st.lists(st.tuples(st.integers(0, len(words) - 1), st.integers(1, 8)), max_size=5))
    return text, [" ".join(words[start : start + length]) for start, length in edges]


@given(texts_with_quotations())
@settings(max_examples=40)
def test_the_whole_text_is_printed_exactly_once_whatever_is_quoted(
    drawn: tuple[str, list[str]],
) -> None:
    text, passages = drawn
    quotes = "".join(
        f"  q-{number}:\n    source: report\n    text: {passage!r}\n".replace("\\'", "''")
        for number, passage in enumerate(passages)
        if "'" not in passage
    )
    digest = "framework: toy-2030\nsources: {report: moor-report}\n"
    digest += f"quotes:\n{quotes}" if quotes else ""
    view = page(
        "moor-report",
        {
            MOOR: digest,
            "sources/moor-report/text.txt": text,
            "sources/moor-report/source.yaml": REPORT.replace("pages: 2", "pages: 9"),
        },
    )
    printed = "".join(stretch.text for stretch in stretches(view))
    assert "".join(printed.split()) == "".join(text.split())
    assert max(Counter(anchors(view)).values()) == 1
    assert not any(stretch.text == "" for stretch in stretches(view))
    marked = {name for stretch in stretches(view) for name in names(stretch)}
    for number, passage in enumerate(passages):
        if f"q-{number}" in marked:
            pieces = [one.text for one in stretches(view) if f"q-{number}" in names(one)]
            assert "".join("".join(pieces).split()) == "".join(passage.split())


def test_the_paragraph_that_is_named_is_the_one_that_is_marked() -> None:
    made = edition()
    view = source_page(made, made.library.sources["moor-release"])
    for key, proof in made.evidence.proofs.items():
        for run in proof.places if "on-" in key.name else ():
            for place in run:
                [paragraph] = [
                    one
                    for one in view.pages[0].paragraphs
                    if any(key.name in names(stretch) for stretch in one.stretches)
                ]
                assert paragraph.anchor == f"paragraph-{place.paragraph}"


@pytest.mark.parametrize(
    ("source", "text", "held", "quoted"),
    [
        (REPORT, None, "We link to it and hold no text of it.", ""),
        (NO_ADDRESS, None, "We have no address of it and we hold no text of it.", ""),
        (
            REPORT + "held: extracts\n",
            "One passage.\n\nAnother.\n",
            "We hold 2 passages of it, not the whole document.",
            "Nothing of it is quoted here.",
        ),
        (
            REPORT,
            REPORT_TEXT,
            "We hold its text, and it can be read here.",
            "Nothing of it is quoted here.",
        ),
    ],
)
def test_what_is_held_is_a_sentence(source: str, text: str | None, held: str, quoted: str) -> None:
    changes = {
        MOOR: None,
        "sources/moor-report/source.yaml": source,
        "sources/moor-report/text.txt": text,
    }
    view = page("moor-report", changes)
    assert (view.held, view.quoted) == (held, quoted)


def test_facts_are_those_that_are_known() -> None:
    extra = "retrieved: 2031-06\nsha256: " + "0af9" * 16 + "\nnote: Seen *once*.\n"
    view = page("moor-report", {"sources/moor-report/source.yaml": REPORT + extra})
    facts = dict(view.facts)
    assert list(facts) == [
        *("Published", "Fetched", "Pages", "Licence"),
        *("SHA-256 of the document", "SHA-256 of the text held"),
    ]
    assert facts["Fetched"] == "June 2031"
    assert view.note == "<p>Seen <em>once</em>.</p>"


def test_a_source_seen_through_another_leads_to_it() -> None:
    via = page("moor-release", {"sources/moor-release/source.yaml": f"{RELEASE}via: moor-report\n"})
    assert via.via is not None
    assert via.via.href == urls.link("sources/moor-report/")


def test_every_source_has_its_page() -> None:
    assert [address for address, _ in source_pages(edition())] == [
        "sources/moor-release/",
        "sources/moor-report/",
    ]


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted).map(tuple)))
def test_stretches_that_lie_over_each_other_are_counted_once(spans: list[tuple[int, int]]) -> None:
    found = [offset for start, end in together(spans) for offset in range(start, end)]
    assert len(found) == len(set(found))
    assert set(found) == {offset for start, end in spans for offset in range(start, end)}
