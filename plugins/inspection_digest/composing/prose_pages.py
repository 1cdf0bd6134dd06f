"""Pages of prose, and under the page of corrections all that was answered to any digest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from inspection_digest.composing import urls
from inspection_digest.composing.answers import contested, corrections
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrasts import digest_title
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.notices import withdrawals
from inspection_digest.reading.library import Digest
from inspection_digest.views.chrome import Link
from inspection_digest.views.listings import ProsePage
from inspection_digest.views.paging import Paging

LONGEST = 200  # of each kind on a page
_NAMED = re.compile(
    r"<a\b.*?</a>|<pre\b.*?</pre>|<code>(?P<file>CONTRIBUTING\.md|content/EXAMPLE\.yaml)</code>",
    re.DOTALL,
)

Dated = tuple[str, str, int]  # when, the digest's id, the place in its own list


def prose_page(  # noqa: PLR0913 - what Pelican knows of a Markdown page
    edition: Edition,
    *,
    address: str,
    title: str,
    summary: str,
    html: str,
    file: str,
    kind: str = "website",
) -> ProsePage:
    """A Markdown page of the site, its HTML sanitised. The newest corrections are listed under
    theirs."""
    # It imports libraries that a build without such a page does not need.
    from inspection_digest.composing.prose_by_libraries import clean_page  # noqa: PLC0415

    answers = address == urls.CORRECTIONS
    return ProsePage(
        chrome=chrome(
            edition,
            address,
            title,
            summary,
            kind=kind,
            feeds=(("Corrections", "corrections"),) if answers else (),
            files=((file, 0),),
            wrong=Wrong("prose", f"page {title}", address),
        ),
        title=title,
        content=_with_links_to_files(edition, clean_page(html)),
        **(_answers(edition, 1) if answers else {}),
        feeds=tuple(
            Link(label, urls.link(urls.feed("corrections", form)))
            for label, form in (("Atom", "atom"), ("RSS", "rss"))
        )
        if answers
        else (),
    )


def _with_links_to_files(edition: Edition, html: Markup) -> Markup:
    """The repository's files that prose names as code lead there: prose cannot know the address.

    `html` is clean. What is a link already is left as it is.
    """

    def linked(found: re.Match[str]) -> str:
        link = edition.file_link(found["file"], found["file"]) if found["file"] else None
        whole = Markup(found.group())  # noqa: S704 - a part of what is clean
        return Markup('<a href="{}">{}</a>').format(link.href, whole) if link else whole

    return Markup(_NAMED.sub(linked, html))  # noqa: S704 - clean, and what is added is escaped


def older_answers_pages(edition: Edition) -> Iterator[tuple[str, ProsePage]]:
    """What there is no room for on the page of corrections."""
    for number in range(2, _number_of_pages(edition) + 1):
        here = f"{urls.CORRECTIONS}{number}/"
        title = f"Corrections, page {number}"
        yield (
            here,
            ProsePage(
                chrome=chrome(
                    edition,
                    here,
                    title,
                    "What was corrected, contested or withdrawn before.",
                    feeds=(("Corrections", "corrections"),),
                    files=(("content/digests/", 0),),
                    wrong=Wrong("prose", title, here),
                ),
                title=title,
                content="",
                **_answers(edition, number),
            ),
        )


def _answers(edition: Edition, number: int) -> dict[str, Any]:
    """What was answered to any digest, newest first: the part that stands on a page."""
    part = slice((number - 1) * LONGEST, number * LONGEST)
    of = _number_of_pages(edition)
    first = urls.CORRECTIONS
    before = first if number == 2 else f"{first}{number - 1}/"
    return {
        "corrections": tuple(
            corrections(edition, digest, _link(edition, digest))[place]
            for digest, place in _newest(edition, "corrections")[part]
        ),
        "contested": tuple(
            contested(edition, digest, _link(edition, digest))[place]
            for digest, place in _newest(edition, "contested")[part]
        ),
        "withdrawn": withdrawals(edition)[part],
        "paging": Paging(
            counted=f"Page {number:,} of {of:,}",
            starts=(),
            previous=Link("What is newer", urls.link(before)) if number > 1 else None,
            next=Link("What is older", urls.link(f"{first}{number + 1}/")) if number < of else None,
        )
        if of > 1
        else None,
    }


def _number_of_pages(edition: Edition) -> int:
    digests = edition.everything.answered
    longest = max(
        sum(len(digest.record.corrections) for digest in digests),
        sum(len(digest.record.contested) for digest in digests),
        len(edition.withdrawn),
    )
    return max(-(-longest // LONGEST), 1)


def _newest(edition: Edition, group: str) -> list[tuple[Digest, int]]:
    """The digest of each item and its place among the digest's own, both newest first."""
    dated: list[tuple[Dated, Digest]] = []
    for digest in edition.everything.answered:
        days = sorted((str(item.date) for item in getattr(digest.record, group)), reverse=True)
        dated += [((day, digest.id, -place), digest) for place, day in enumerate(days)]
    ordered = sorted(dated, key=lambda item: item[0], reverse=True)
    return [(digest, -key[2]) for key, digest in ordered]


def _link(edition: Edition, digest: Digest) -> Link:
    return Link(digest_title(edition, digest), urls.link(urls.digest(digest.id)))
