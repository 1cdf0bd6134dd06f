"""Every kind of page, twice: as little as a view may hold, and as much. By template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from tests.theme import answer_pages, grade_pages, views
from tests.theme.views import ARABIC, HOSTILE, HTML, LONG_WORD, chrome, link

from inspection_digest.outputs.environment import JINJA
from inspection_digest.outputs.page import Templates
from inspection_digest.views.answers import CorrectionView
from inspection_digest.views.check import CheckPage
from inspection_digest.views.chrome import Chrome, Link
from inspection_digest.views.contrasts import ContrastPage, ContrastsPage
from inspection_digest.views.digests import (
    DigestPage,
    QuoteGroup,
    RecommendationView,
)
from inspection_digest.views.listings import (
    FeedRow,
    FollowPage,
    FrameworkPage,
    GradeStep,
    GroupView,
    HomePage,
    NotFoundPage,
    OwnerView,
    ProsePage,
    ProviderPage,
    RuleView,
    StandardView,
)
from inspection_digest.views.messages import (
    ExampleView,
    MessageGroup,
    MessagesPage,
    MessageView,
)
from inspection_digest.views.paging import Paging
from inspection_digest.views.preview import PreviewItem, PreviewList, PreviewPage
from inspection_digest.views.quotes import ReplyView
from inspection_digest.views.sources import Paragraph, SourcePage, SourcePageText, Stretch
from inspection_digest.views.verification import VerificationPage, VerifiedQuote

THEME = Path(__file__).resolve().parents[2] / "theme"


def library(theme: Path = THEME, **how: Any) -> Environment:
    """Jinja's own environment of a theme, as Pelican has it for prose."""
    loader = FileSystemLoader(theme / "templates")
    return Environment(loader=loader, **JINJA, **how)  # noqa: S701 - autoescape is on, in JINJA


TEMPLATES_OF_THEME = Templates(THEME)
PAGING = Paging(
    counted="Contrasts 101 to 200 of 5,000",
    starts=(link("2020"), Link("2019", "../7/", current=True), link("No year known")),
    previous=link("Newer contrasts"),
    next=link("Older contrasts"),
)


def render(view: object) -> str:
    return TEMPLATES_OF_THEME.page(view)


def root_of(view: Any) -> str:
    chrome: Chrome = view.chrome
    return chrome.root


def digest(*, full: bool = True, standards: int = 10) -> DigestPage:
    """A digest of which all is known, or next to nothing."""
    found = tuple(views.quote(f"quote-found-{number}") for number in range(12))
    correction = CorrectionView("2 April 2019", HTML, "a reader")
    in_all = answer_pages.answers("contrast")
    return DigestPage(
        chrome=chrome("../../../", full=full),
        provider=link("South Yorkshire CRC", "../../../providers/south-yorkshire-crc/"),
        framework=link("Probation inspections, 2018", "../../../frameworks/hmip-crc-2018/"),
        inspectorate="HM Inspectorate of Probation",
        title=f"A title with {LONG_WORD} and {HOSTILE}" if full else "South Yorkshire CRC, 2019",
        facts=("Inspected November to December 2018", "Owned by Sodexo") if full else (),
        summary=HTML if full else "",
        grades=views.grades(standards, known=full),
        contrasts=(
            views.contrast(said=views.edited_quote(), found=[views.hostile_quote()]),
            views.contrast("contrast-two", "qualifies", found),
            views.contrast("contrast-three", "repeats", found[:1], answers=in_all),
            views.contrast("contrast-four", "omits", title=HOSTILE),
        )
        if full
        else (),
        others=(
            QuoteGroup(
                "2.1 Assessment",
                (
                    views.quote("quote-huge", "A sentence of the report. " * 160 + LONG_WORD),
                    views.quote("quote-arabic", ARABIC, proof=views.UNPROVED, links=False),
                    views.quote("quote-inside", "“quoted inside”, as ‘here’"),
                    answer_pages.answered_quote("quote-answered"),
                ),
            ),
        )
        if full
        else (),
        silence=views.silence() if full else None,
        recommendations=(RecommendationView("HMPPS", HTML, link("the report"), "page 9"),)
        if full
        else (),
        replies=(ReplyView("Sodexo", "1 April 2019", views.quote("reply-one")),) if full else (),
        corrections=(correction, answer_pages.REMOVED) if full else (),
        contested=(answer_pages.OPEN, answer_pages.UPHELD) if full else (),
        answered=(("Sodexo, 1 April 2019", link("About the quotation")),) if full else (),
        wrong_grade=link("A grade is wrong") if full else None,
        sources=(views.source_row(), views.source_row(full=False)) if full else (),
        previous=link("2018") if full else None,
        next=link("2020") if full else None,
        edit=link("Edit this digest", "https://example.org/edit") if full else None,
        cite="Inspection Digest, “A title”, https://inspection-digest.example/digests/a/2019/",
        identity="south-yorkshire-crc/2019",
        standing=grade_pages.STANDING if full else None,
        insets=(grade_pages.PEERS,),
        contribute=link("How to contribute", "../../../contribute/"),
    )


def contrast(*, full: bool = True) -> ContrastPage:
    bare = views.contrast(said=views.quote("said", links=False))
    return ContrastPage(
        chrome=chrome("../../../../", full=full),
        contrast=views.contrast(
            found=[
                views.edited_quote(),
                answer_pages.answered_quote("quote-found"),
                views.hostile_quote(),
            ],
            answers=answer_pages.answers("contrast"),
        )
        if full
        else bare,
        overall="Requires improvement" if full else "",
        previous=link("one before") if full else None,
        next=link("one after") if full else None,
        cite="Inspection Digest, “A contrast”",
    )


def contrasts(*, full: bool = True) -> ContrastsPage:
    kinds = ("contradicts", "qualifies", "omits", "repeats")
    in_all = answer_pages.answers("contrast")
    shown = tuple(views.contrast(f"contrast-{kind}", kind, answers=in_all) for kind in kinds)
    return ContrastsPage(
        title="Every contrast, newest first",
        chrome=chrome(full=full),
        contrasts=shown if full else (),
        relations=(("contradiction", 1), ("agreement", 1)) if full else (),
        parent=link(HOSTILE) if full else None,
        paging=PAGING if full else None,
    )


def home(*, full: bool = True) -> HomePage:
    return HomePage(
        chrome=chrome("", full=full),
        lead=views.contrast() if full else None,
        contrasts=contrasts().contrasts if full else (),
        digests=(views.row(), views.row(full=False)) if full else (),
        counts=(("1", "digest"), ("24 of 24", "quotes proved")) if full else (),
        all_contrasts=link("All contrasts"),
        method=link("How it is checked"),
        gap=grade_pages.STRIP if full else None,
    )


def provider(*, full: bool = True) -> ProviderPage:
    owners = (
        OwnerView("Sodexo", "2015 to 2021", link("source", "https://example.org/")),
        OwnerView("Nobody", "", None),
    )
    return ProviderPage(
        chrome=chrome("../../", full=full),
        name=HOSTILE if full else "South Yorkshire CRC",
        kind="community rehabilitation company",
        former=("South Yorkshire Probation Trust", HOSTILE) if full else (),
        owners=owners if full else (),
        successor=link("Yorkshire and the Humber") if full else None,
        digests=(views.row(), views.row(full=False)) if full else (),
        contrasts=contrasts().contrasts if full else (),
        feeds=(link("Atom"), link("RSS")) if full else (),
        timeline=grade_pages.TIMELINE if full else None,
        data=(link("CSV"),) if full else (),
        withdrawn=(answer_pages.WITHDRAWN,) if full else (),
        all_contrasts=link("All 200 contrasts") if full else None,
        all_digests=link("All 60 reports") if full else None,
    )


def framework(*, full: bool = True) -> FrameworkPage:
    standards = (StandardView("1.1", "Leadership", "Leadership"), StandardView("2.1", "Cases", ""))
    rule = RuleView(HTML, "Published by the inspectorate", link("source", "https://example.org/"))
    return FrameworkPage(
        chrome=chrome("../../", full=full),
        title=f"Inspections {HOSTILE}" if full else "Inspections",
        inspectorate="HM Inspectorate of Probation",
        when="April 2018 to 2019" if full else "",
        scale=(GradeStep("Good", 1, 1, "1 point"), GradeStep("Inadequate", 0, 1, "")),
        groups=(GroupView("Organisational delivery", HTML, standards),),
        rules=(rule, rule) if full else (),
        missing=HTML if full else "",
        digests=(views.row(),) if full else (),
        distributions=(grade_pages.DISTRIBUTION,) if full else (),
        all_digests=link("All 99 reports") if full else None,
        data=(link("CSV"),) if full else (),
    )


def source(*, full: bool = True) -> SourcePage:
    quoted = Stretch(HOSTILE, (link("one", "../#one"), link("two", "../#two")), "a", ("b", "c"))
    stretches = (Stretch("Before. "), quoted, Stretch(f" After {LONG_WORD}. {ARABIC}"))
    page = SourcePageText("Page 12", "page-12", (Paragraph(1, "page-12-1", stretches),), True)
    plain = SourcePageText("", "", (Paragraph(1, "", (Stretch("Words."),)),), False)
    return SourcePage(
        chrome=chrome("../../", full=full),
        kind="press release",
        title=f"A release {LONG_WORD}" if full else "A release",
        publisher="HM Inspectorate of Probation",
        facts=(("Published", "29 March 2019"), ("SHA-256", "8" * 64)) if full else (),
        original=link(LONG_WORD, LONG_WORD) if full else None,
        archived=link("archived copy", "https://example.org/") if full else None,
        via=link("seen in a blog post") if full else None,
        held="We hold its text.",
        note=HTML if full else "",
        quoted="1 passage of it is quoted here." if full else "",
        pages=(page, plain) if full else (),
        digests=(link("South Yorkshire CRC"),) if full else (),
        check=link("Check a quote against this text"),
    )


def prose(*, full: bool = True) -> ProsePage:
    correction = CorrectionView("2 April 2019", HTML, HOSTILE, link("a digest"))
    return ProsePage(
        chrome=chrome(full=full),
        title=HOSTILE if full else "About",
        content=HTML,
        corrections=(correction,) if full else (),
        contested=(answer_pages.UPHELD,) if full else (),
        withdrawn=(answer_pages.WITHDRAWN,) if full else (),
        feeds=(link("Atom"),) if full else (),
        byline="A. Writer, 1 May 2019" if full else "",
        paging=PAGING if full else None,
    )


def check(*, full: bool = True) -> CheckPage:
    return CheckPage(
        chrome=chrome("../", full=full),
        title="Check a quote",
        standfirst=f"Do these words stand there? {HOSTILE}" if full else "",
        longest=5000,
        new_file=f"https://example.org/new/{HOSTILE}" if full else "",
        commands=((f"inspection-digest quote {LONG_WORD}", HOSTILE),) if full else (),
        links=(link("Method"), link(LONG_WORD)) if full else (),
    )


def follow(*, full: bool = True) -> FollowPage:
    row = FeedRow(HOSTILE, link("Atom"), link("RSS"))
    return FollowPage(
        chrome=chrome(full=full),
        title="Follow what is published here",
        feeds=(row,) if full else (),
        paging=PAGING if full else None,
    )


def not_found(*, full: bool = True) -> NotFoundPage:
    return NotFoundPage(chrome=chrome("/", full=full), home=link("Home"), contrasts=link("All"))


def verification(*, full: bool = True) -> VerificationPage:
    row = VerifiedQuote(
        digest=link("South Yorkshire CRC"),
        key="quotes/one",
        quote=link("one"),
        text=HOSTILE,
        source=link("press release"),
        verdict="verbatim",
        sign="proved",
        short="Word for word",
        sentence="Letter for letter in the press release, paragraph 1.",
        text_sha256="8" * 64,
    )
    return VerificationPage(
        title="Every quotation, and how it was checked",
        chrome=chrome(full=full),
        version="0.1.0",
        counts=(("verbatim", 1),) if full else (),
        quotes=(row,) if full else (),
        data=link("The record as JSON"),
        method=link("What the verdicts mean"),
        withdrawn=(answer_pages.WITHDRAWN, answer_pages.WITHDRAWN) if full else (),
        more_withdrawn=link("All 200 that are withdrawn") if full else None,
        paging=PAGING if full else None,
    )


def preview(*, full: bool = True) -> PreviewPage:
    """Much changed, or nothing."""
    new = PreviewItem(HOSTILE, f"/{LONG_WORD}/", "site/x/")
    lists = (
        PreviewList("Contrasts: 1 added", (new,), folded=False),
        PreviewList("Sources: 1 removed", (PreviewItem(ARABIC, "/y/", ""),), folded=True),
    )
    return PreviewPage(
        chrome=chrome("", full=full),
        against=HOSTILE if full else "main",
        lists=lists if full else (),
        site=link("Open the whole site", "site/"),
    )


def messages(*, full: bool = True) -> MessagesPage:
    lines = f"quotes:\n  on-time:\n    text: {HOSTILE}\n    speaker: {LONG_WORD}"
    examples = tuple(
        ExampleView(kind, kind.capitalize(), f"content/digests/{LONG_WORD}.yaml", lines)
        for kind in ("beside", "wrong", "right")
    )
    title = Markup("A <code>key</code> with {}").format(HOSTILE)
    shown = MessageView("unknown-key", title, title, Markup(""), examples)
    told = MessageView("not-utf-8", title, title, title, ())
    group = MessageGroup("about-keys", "Keys and values", (shown, told))
    return MessagesPage(
        chrome=chrome(full=full),
        groups=(group,) if full else (),
        contribute=link("How to contribute"),
    )


KINDS: tuple[Callable[..., object], ...] = (
    home,
    digest,
    contrast,
    contrasts,
    provider,
    framework,
    source,
    prose,
    follow,
    not_found,
    verification,
    preview,
    messages,
    answer_pages.notice,
    check,
    grade_pages.gap,
    grade_pages.reports,
    grade_pages.grades,
    grade_pages.index_of,
)
PAGES = {
    f"{kind.__name__} with {'everything' if full else 'next to nothing'}": (kind, full)
    for kind in KINDS
    for full in (True, False)
}
