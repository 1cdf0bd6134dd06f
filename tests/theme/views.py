"""Parts of views for tests of the theme: plain ones, hostile ones, long ones.

`HOSTILE` stands wherever a contributor's text can land; if a template printed it unescaped, the
page would hold a script element.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from inspection_digest.views.chrome import Chrome, FeedLink, Link
from inspection_digest.views.contrasts import ContrastView
from inspection_digest.views.digests import DigestRow, MentionView, SilenceView, SourceRow
from inspection_digest.views.grades import GradesView, GradeView, RatingView
from inspection_digest.views.quotes import NO_ANSWERS, Answers, ProofView, QuoteView, Segment

HOSTILE = "<script>alert('x')</script> \"quoted\" & 'so' </p><img src=x onerror=y>"
LONG_WORD = "https://example.org/" + "a-very-long-address-without-a-break" * 6
ARABIC = "تقييم خطر الأذى الذي قد يلحق بالآخرين ليس جيدًا بما فيه الكفاية."
HTML = Markup("<p>In <em>our</em> words, with <a href='https://example.org/'>a link</a>.</p>")
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'"
PROVED = ProofView("verbatim", "proved", "Word for word", "Letter for letter in the release.")
SECOND = ProofView("verbatim", "second-hand", "Word for word", "Letter for letter in the extracts.")
UNPROVED = ProofView("unheld", "unproved", "Not checked", "We hold no text of this report.")
SCALE = ("Inadequate", "Requires improvement", "Good", "Outstanding")


def link(label: str = "a page", href: str = "../page/") -> Link:
    return Link(label, href)


def chrome(root: str = "../", *, full: bool = True) -> Chrome:
    """Everything a head can hold, or as little as it may."""
    nav = (Link("Contrasts", f"{root}contrasts/"), Link("Method", f"{root}method/", current=full))
    if not full:
        return Chrome(
            site_name="Inspection Digest",
            title="A page",
            description="",
            here="",
            canonical="",
            kind="website",
            data="",
            root=root,
            nav=(),
            footer=(),
            feeds=(),
            policy=POLICY,
            index=False,
        )
    return Chrome(
        site_name="Inspection Digest",
        title=f"A page {HOSTILE}",
        description=f"What a page is about {HOSTILE}",
        here="a/page/",
        canonical="https://inspection-digest.example/a/page/",
        kind="article",
        data=Markup('{"@context": "https://schema.org", "@type": "Article"}'),
        root=root,
        nav=nav,
        footer=(Link("Corrections", f"{root}corrections/"),),
        feeds=(FeedLink("All contrasts", f"{root}feeds/contrasts.atom.xml", "application/xml"),),
        policy=POLICY,
        image="https://inspection-digest.example/card.png",
        published="2019-03-29",
        mend=(link("This is wrong"), link(f"Edit {HOSTILE}")),
    )


def quote(  # noqa: PLR0917 - each test changes the one thing it is about
    anchor: str = "quote-one",
    text: str = "The assessment of risk of harm to others is not good enough.",
    segments: Sequence[Segment] = (),
    proof: ProofView = PROVED,
    speaker: str = "",
    second_hand: str = "",
    *,
    links: bool = True,
) -> QuoteView:
    return QuoteView(
        key=f"south-yorkshire-crc/2019#{anchor}",
        anchor=anchor,
        href=f"../digest/#{anchor}",
        text=text,
        segments=tuple(segments) or (Segment("words", text),),
        source_kind="inspection report",
        source=link("inspection report", "../sources/report/"),
        publisher_line="HM Inspectorate of Probation, inspection report, 29 March 2019",
        second_hand=second_hand,
        speaker=speaker,
        page="page 12" if links else "",
        standard="2.1 Assessment" if links else "",
        proof=proof,
        place=link("see it in place", "../sources/report/#one") if links else None,
        original=link("the document", "https://example.org/report.pdf#page=12") if links else None,
        edit=link("Edit", "https://example.org/edit") if links else None,
        wrong=link("This is wrong", "https://example.org/wrong") if links else None,
    )


def edited_quote(anchor: str = "quote-edited") -> QuoteView:
    """A quotation with both devices: words left out, twice, and brackets of ours."""
    segments = (
        Segment("words", "Senior leaders "),
        Segment("ours", "[of the company]"),
        Segment("words", " have driven change"),
        Segment("omission", "...", f"at a fast pace, but not {HOSTILE}", "They hold a negation."),
        Segment("words", " and are "),
        Segment("omission", "…", "now", ""),
        Segment("words", " meeting  targets."),
    )
    text = "".join(segment.text for segment in segments)
    return quote(anchor, text, segments, speaker="Dame Glenys Stacey")


def hostile_quote(anchor: str = "quote-hostile") -> QuoteView:
    second = f"as quoted by a blog {HOSTILE}"
    return quote(anchor, HOSTILE, proof=SECOND, speaker=HOSTILE, second_hand=second)


def contrast(  # noqa: PLR0917 - each test changes the one thing it is about
    anchor: str = "contrast-one",
    relation: str = "contradicts",
    found: Sequence[QuoteView] = (),
    said: QuoteView | None = None,
    title: str = "Outstanding leadership, and risk of harm not assessed well enough",
    answers: Answers = NO_ANSWERS,
) -> ContrastView:
    seams = {
        "contradicts": "contradicted by",
        "qualifies": "qualified by",
        "omits": "leaves out",
        "repeats": "repeated by",
    }
    return ContrastView(
        anchor=anchor,
        href="../digest/one/",
        title=title,
        relation=relation,
        seam=seams[relation],
        said=said or quote(f"{anchor}-said", "inspectors also found an outstanding leadership"),
        found=tuple(found) or (quote(f"{anchor}-found"),),
        passages=len(found) or 1,
        because=HTML,
        digest=link("South Yorkshire CRC, 29 March 2019", "../digest/"),
        provider="South Yorkshire CRC",
        when="29 March 2019",
        edit=link("Edit this contrast", "https://example.org/edit"),
        wrong=link("This contrast is wrong", "https://example.org/wrong"),
        answers=answers,
        marks=("Contested: not decided yet", f"{HOSTILE} has replied") if answers.replies else (),
    )


def grade(step: int | None = 2, *, uncertain: bool = False, cited: bool = False) -> GradeView:
    """A step of the four-step scale, 0 the lowest; None is not known."""
    if step is None:
        return GradeView("not known", 0, 3, known=False)
    source = link("the press release", "../sources/release/") if cited else None
    return GradeView(SCALE[step], step, 3, known=True, uncertain=uncertain, cited=source)


GROUPS = {
    4: ((4, "Services across the country"),),
    7: ((3, "Organisational arrangements"), (4, "Service delivery")),
    10: ((4, "Organisational delivery"), (4, "Case supervision"), (2, "Only these companies")),
    13: ((4, "Organisational delivery"), (4, "Court"), (4, "Out of court"), (1, "Resettlement")),
}
NAMES = ("Leadership", "Staff", "Implementation and delivery", "Information and facilities")


def grades(count: int = 10, *, known: bool = True) -> GradesView:
    """A strip of 4, 7, 10 or 13 standards: all known, or none."""
    ratings = tuple(
        RatingView(
            number=f"{group}.{number}",
            name=NAMES[(number - 1) % len(NAMES)],
            group=name,
            lead=(group, number) == (1, 1),
            practice=group > 1,
            grade=grade((group + 2 * number) % 4 if known else None, cited=known and number == 1),
        )
        for group, (size, name) in enumerate(GROUPS[count], start=1)
        for number in range(1, size + 1)
    )
    return GradesView(
        overall=grade(1 if known else None, uncertain=known, cited=known),
        ratings=ratings,
        count=f"All {count} are known." if known else f"None of {count} is known to us yet.",
        missing="" if known else Markup("<p>Can you <a href='../contribute/'>tell us</a>?</p>"),
    )


def row(*, full: bool = True) -> DigestRow:
    return DigestRow(
        href="../digest/",
        provider="South Yorkshire CRC",
        title=f"A report {HOSTILE}" if full else "South Yorkshire CRC, 2019",
        when="29 March 2019",
        overall=grade(1 if full else None),
        lead=grade(3, cited=True) if full else None,
        contrasts=1 if full else 0,
        quotes=24 if full else 0,
    )


def silence(*, held: bool = True) -> SilenceView:
    if not held:
        return SilenceView(held=False, summary="We hold no text of it.", silent=(), mentioned=())
    hits = (("staff", f"a lack of qualified staff {HOSTILE}"), ("staff", "Staff"))
    return SilenceView(
        held=True,
        summary="Of ten standards, one is not mentioned in the press release.",
        silent=(MentionView("1.3", "Services", "services, programmes", ()),),
        mentioned=(MentionView("1.2", "Staff", "staff, workforce", hits),),
    )


def source_row(*, full: bool = True) -> SourceRow:
    return SourceRow(
        kind="inspection report",
        title=f"An inspection {HOSTILE}" if full else "An inspection",
        publisher="HM Inspectorate of Probation",
        when="29 March 2019" if full else "",
        href="../sources/report/",
        original=link("the document", "https://example.org/report.pdf") if full else None,
        held="We hold 8 passages of it.",
        second_hand="as quoted by a blog, 30 March 2019" if full else "",
    )


def escaped(text: str) -> str:
    """How a text must stand in a page."""
    return str(escape(text))
