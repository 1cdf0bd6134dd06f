"""Home, providers, frameworks, feeds to follow, and prose: with much, with little, with nothing."""

from __future__ import annotations

from tests.small_site import DIGEST, FRAMEWORK, MOOR, PROVIDERS, edition

from inspection_digest.composing import urls
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.listings import (
    NEWEST_CONTRASTS,
    NEWEST_DIGESTS,
    follow_pages,
    framework_pages,
    home_page,
    not_found_page,
    provider_pages,
)
from inspection_digest.composing.prose_pages import prose_page
from inspection_digest.views.chrome import Link
from inspection_digest.views.listings import ProsePage

BARE = "framework: toy-2030\n"


def test_home_shows_the_newest_and_counts_everything() -> None:
    changes = {
        f"digests/marsh-line/{year}.yaml": DIGEST.replace("2031-05-14", f"{year}-05-14")
        for year in range(2032, 2042)
    }
    view = home_page(edition(changes))
    assert view.lead is not None
    assert view.lead.when == "14 May 2041"
    assert [item.when for item in view.contrasts] == [
        f"14 May {year}" for year in range(2040, 2040 - NEWEST_CONTRASTS, -1)
    ]
    assert len(view.digests) == NEWEST_DIGESTS
    assert view.counts == (
        ("11", "digests"),
        ("11", "contrasts, from 11 reports"),
        ("55 of 55", "quotes proved against the text held"),
    )


def test_home_without_contrasts_and_without_digests() -> None:
    bare = home_page(edition({MOOR: BARE}))
    assert (bare.lead, bare.contrasts) == (None, ())
    assert len(bare.digests) == 1
    empty = home_page(edition({MOOR: None}))
    assert (empty.lead, empty.contrasts, empty.digests) == (None, (), ())
    assert empty.counts[0] == ("0", "digests")


def test_home_counts_what_is_proved_apart_from_what_is_not() -> None:
    view = home_page(edition({"sources/moor-release/text.txt": None}))
    assert view.counts == (
        ("1", "digest"),
        ("1", "contrast, from 1 report"),
        ("3 of 5", "quotes proved against the text held"),
    )


def test_a_provider_s_page_has_its_reports_newest_first_and_its_owners() -> None:
    changes = {
        "digests/moor-line/2033.yaml": f"{BARE}published: 2033\n",
        "providers.yaml": PROVIDERS + "  successor: moor-line\n",
    }
    pages = dict(provider_pages(edition(changes)))
    moor, marsh = pages["providers/moor-line/"], pages["providers/marsh-line/"]
    assert [row.when for row in moor.digests] == ["2033", "14 May 2031"]
    assert [(item.name, item.when) for item in moor.owners] == [("Attic Holdings", "since 2028")]
    assert moor.former == ("Moor and Marsh Railway",)
    assert [item.title for item in moor.contrasts] == ["Trains on time, and no track"]
    assert moor.feeds == (
        Link("Atom", urls.link("feeds/providers/moor-line.atom.xml")),
        Link("RSS", urls.link("feeds/providers/moor-line.rss.xml")),
    )
    assert (marsh.digests, marsh.contrasts, marsh.owners) == ((), (), ())
    assert marsh.successor == Link("Moor Line", urls.link("providers/moor-line/"))
    line = changes["providers.yaml"][: changes["providers.yaml"].index("marsh-line:")].count("\n")
    [_, edit, _] = marsh.chrome.mend
    assert edit.href.endswith(f"content/providers.yaml#L{line + 1}")


def test_a_framework_s_page_has_the_scale_from_the_top_and_its_rules_with_sources() -> None:
    [(address, view)] = framework_pages(edition())
    assert address == "frameworks/toy-2030/"
    assert [(step.word, step.filled, step.of, step.points) for step in view.scale] == [
        ("Outstanding", 3, 3, "3 points"),
        ("Good", 2, 3, "2 points"),
        ("Requires improvement", 1, 3, "1 point"),
        ("Inadequate", 0, 3, "0 points"),
    ]
    assert [(group.name, [item.number for item in group.standards]) for group in view.groups] == [
        ("The company", ["1.1", "1.2"]),
        ("The railway", ["2.1"]),
    ]
    [rule] = view.rules
    assert (rule.basis, rule.source) == (
        "Published by the inspectorate",
        Link("source", "https://toys.example.org/grades"),
    )
    assert view.when == "since January 2030"
    assert view.missing == "<p>How the overall grade is&nbsp;made.</p>"


def test_a_grade_without_points_has_none() -> None:
    plain = FRAMEWORK.replace(", points: 3", "").replace(", points: 2", "")
    [(_, view)] = framework_pages(edition({"frameworks/toy-2030.yaml": plain}))
    assert [step.points for step in view.scale] == ["", "", "1 point", "0 points"]


def test_every_feed_can_be_found_by_name() -> None:
    rows = dict(follow_pages(edition()))[urls.FOLLOW].feeds
    assert [row.label for row in rows] == [
        "All contrasts",
        "All digests",
        "Corrections, objections and withdrawals",
        "Marsh Line",
        "Moor Line",
    ]
    assert rows[0].atom == Link("Atom", urls.link("feeds/contrasts.atom.xml"))


def test_the_page_for_what_is_not_there_links_from_the_root() -> None:
    view = not_found_page(edition())
    assert (view.home.href, view.contrasts.href) == (urls.link(""), urls.link("contrasts/"))
    assert view.chrome.root == "/sub/"
    assert not view.chrome.index
    assert not_found_page(edition(url="https://a.example")).chrome.root == "/"


def test_a_page_of_prose_is_sanitised_and_corrections_stand_under_their_page() -> None:
    more = {"digests/marsh-line/2032.yaml": f"{BARE}corrections: [{{date: 2031-07, what: b}}]\n"}
    made = edition(more)
    html = '<p onclick="x">a</p><script>b</script>'
    about = prose_page(made, address="about/", title="About", summary="s", html=html, file="a.md")
    assert (about.content, about.corrections) == ("<p>a</p>", ())
    page = prose_page(made, address="corrections/", title="C", summary="s", html="", file="c.md")
    assert [(item.when, item.digest.label if item.digest else "") for item in page.corrections] == [
        ("July 2031", "Marsh Line, 2032"),
        ("2 June 2031", "Moor Line, 14 May 2031"),
    ]


NAMING = (
    "<p>See <code>content/EXAMPLE.yaml</code>, <code>tasks.py</code> and "
    '<a href="/x/"><code>CONTRIBUTING.md</code></a>.</p><pre><code>CONTRIBUTING.md</code></pre>'
)


def test_a_file_that_prose_names_leads_into_the_repository() -> None:
    page = _contribute(edition(), NAMING)
    assert page.content == (
        '<p>See <a href="https://code.example.org/digest/blob/main/content/EXAMPLE.yaml">'
        "<code>content/EXAMPLE.yaml</code></a>, <code>tasks.py</code> and "
        '<a href="/x/" rel="noopener"><code>CONTRIBUTING.md</code></a>.</p>'
        "<pre><code>CONTRIBUTING.md</code></pre>"
    )


def test_without_a_repository_the_file_is_only_named() -> None:
    assert "blob" not in _contribute(edition(repository=""), NAMING).content


def _contribute(made: Edition, html: str) -> ProsePage:
    return prose_page(made, address="contribute/", title="C", summary="s", html=html, file="c.md")
