"""Home, provider and framework pages, and the two that lead on: follow, and not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from inspection_digest.composing import urls, wording
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.contrast_lists import NEWEST_OF_PROVIDER, contrast_brief
from inspection_digest.composing.contrasts import contrast_view
from inspection_digest.composing.digests import digest_row
from inspection_digest.composing.distributions import distribution_view, every_report
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.gap import data_links, gap_strip
from inspection_digest.composing.issue_links import Wrong
from inspection_digest.composing.notices import withdrawals
from inspection_digest.composing.paging import leaves, paging
from inspection_digest.composing.prose import to_html
from inspection_digest.composing.selections import Selection
from inspection_digest.composing.timeline import timeline
from inspection_digest.evidence.proofs import Standing
from inspection_digest.reading.framework_records import GradeRecord
from inspection_digest.reading.library import Framework, Provider
from inspection_digest.views.chrome import Link
from inspection_digest.views.listings import (
    FeedRow,
    FollowPage,
    FrameworkPage,
    GradeStep,
    GroupView,
    HomePage,
    NotFoundPage,
    OwnerView,
    ProviderPage,
    RuleView,
    StandardView,
)

NEWEST_CONTRASTS = 4
NEWEST_DIGESTS = 8
NEWEST_OF_FRAMEWORK = 40
NEWEST_REPORTS = 40  # of a provider, on its own page
LONGEST_FOLLOW = 800  # feeds of a page
ROLES = {"leadership": "Leadership", "practice": "Practice", None: ""}


def home_page(edition: Edition) -> HomePage:
    contrasts = ((item, name) for item in edition.newest_first for name in item.record.contrasts)
    newest = tuple(islice(contrasts, NEWEST_CONTRASTS + 1))
    return HomePage(
        chrome=chrome(
            edition,
            urls.HOME,
            edition.site.name,
            edition.site.description,
            data={
                "@type": "WebSite",
                "name": edition.site.name,
                "url": edition.absolute(urls.HOME),
                "description": edition.site.description,
                "inLanguage": "en-GB",
            },
            files=(("theme/templates/home.html", 0), ("content/", 0)),
            ways=(edition.report_link(),),
        ),
        lead=contrast_view(edition, *newest[0]) if newest else None,
        contrasts=tuple(contrast_brief(edition, *item) for item in newest[1:]),
        digests=tuple(
            digest_row(edition, digest) for digest in edition.newest_first[:NEWEST_DIGESTS]
        ),
        counts=_counts(edition),
        all_contrasts=Link("All contrasts", urls.link(urls.CONTRASTS)),
        method=Link("How it is checked", urls.link(urls.prose("method"))),
        gap=gap_strip(edition),
    )


def provider_pages(
    edition: Edition, providers: Iterable[Provider] | None = None
) -> Iterator[tuple[str, ProviderPage]]:
    """The pages of these providers, by address; of all, where none are named."""
    for provider in edition.library.providers.values() if providers is None else providers:
        yield urls.provider(provider.id), provider_page(edition, provider)


def provider_page(edition: Edition, provider: Provider) -> ProviderPage:
    here = urls.provider(provider.id)
    record = provider.record
    digests = tuple(reversed(edition.library.by_provider.get(provider.id, ())))
    contrasts = [(digest, name) for digest in digests for name in digest.record.contrasts]
    feed = f"providers/{provider.id}"
    successor = edition.library.providers.get(record.successor or "")
    return ProviderPage(
        chrome=chrome(
            edition,
            here,
            record.name,
            f"Inspections of {record.name}: what was said, what was found, and the grades.",
            feeds=((record.name, feed),),
            files=((provider.position.path, provider.position.line),),
            wrong=Wrong("provider", f"provider {provider.id}", here),
            ways=(edition.report_link(record.name),),
        ),
        name=record.name,
        kind=record.kind,
        former=record.former,
        owners=tuple(
            OwnerView(
                owner.name,
                wording.since_until(owner.from_, owner.to),
                Link("source", owner.url) if owner.url else None,
            )
            for owner in record.owners
        ),
        successor=Link(successor.record.name, urls.link(urls.provider(successor.id)))
        if successor
        else None,
        digests=tuple(digest_row(edition, digest) for digest in digests[:NEWEST_REPORTS]),
        all_digests=Link(
            f"All {len(digests):,} reports", urls.link(reports_of(edition, provider).address)
        )
        if len(digests) > NEWEST_REPORTS
        else None,
        contrasts=tuple(
            contrast_view(edition, digest, name)  # composed for the pages of its digests
            for digest, name in contrasts[:NEWEST_OF_PROVIDER]
        ),
        all_contrasts=Link(
            f"All {len(contrasts):,} contrasts", urls.link(urls.contrasts_of(provider.id))
        )
        if len(contrasts) > NEWEST_OF_PROVIDER
        else None,
        feeds=(
            Link("Atom", urls.link(urls.feed(feed, "atom"))),
            Link("RSS", urls.link(urls.feed(feed, "rss"))),
        ),
        timeline=timeline(edition, provider.id, NEWEST_REPORTS),
        data=data_links(),
        withdrawn=withdrawals(edition, provider.id),
    )


def provider_selections(
    edition: Edition, providers: Iterable[Provider] | None = None
) -> Iterator[Selection]:
    """All reports on each of these providers (on all, where none are named) for which there is no
    room on its own page."""
    for provider in edition.library.providers.values() if providers is None else providers:
        if len(edition.library.by_provider.get(provider.id, ())) > NEWEST_REPORTS:
            yield reports_of(edition, provider)


def reports_of(edition: Edition, provider: Provider) -> Selection:
    here = urls.provider(provider.id)
    return Selection(
        address=f"{here}reports/",
        name="All",
        title=f"Every report: {provider.record.name}",
        sentence="Every report on this provider that there is a digest of.",
        digests=tuple(item.id for item in edition.library.by_provider.get(provider.id, ())),
        parent=(provider.record.name, here),
        family=f"{here} reports",
    )


def framework_pages(edition: Edition) -> Iterator[tuple[str, FrameworkPage]]:
    """Every framework's page, by address."""
    for framework in edition.library.frameworks.values():
        yield urls.framework(framework.id), framework_page(edition, framework)


def framework_page(edition: Edition, framework: Framework) -> FrameworkPage:
    here = urls.framework(framework.id)
    record = framework.record
    digests = edition.library.by_framework.get(framework.id, ())[::-1]
    every = Link(
        f"All {len(digests):,} reports", urls.link(every_report(edition, framework).address)
    )
    return FrameworkPage(
        chrome=chrome(
            edition,
            here,
            record.title,
            f"The scale and the standards by which {record.inspectorate} inspected, and how far "
            "its rules are known.",
            files=((framework.document.path, 0),),
            wrong=Wrong("framework", f"framework {framework.id}", here),
        ),
        title=record.title,
        inspectorate=record.inspectorate,
        when=wording.since_until(record.from_, record.to),
        scale=tuple(
            _step(grade, step, len(record.scale) - 1)
            for step, grade in reversed(list(enumerate(record.scale)))
        ),
        groups=tuple(
            GroupView(
                group.name,
                to_html(group.judged),
                tuple(
                    StandardView(
                        wording.printed_number(number), standard.name, ROLES[standard.role]
                    )
                    for number, standard in record.standards.items()
                    if standard.group == name
                ),
            )
            for name, group in record.groups.items()
        ),
        rules=tuple(
            RuleView(to_html(rule.says), wording.BASES[rule.basis], Link("source", rule.url))
            for rule in record.rules.values()
        ),
        missing=to_html(record.missing) if record.missing else "",
        digests=tuple(digest_row(edition, item) for item in digests[:NEWEST_OF_FRAMEWORK]),
        all_digests=every if len(digests) > NEWEST_OF_FRAMEWORK else None,
        distributions=distribution_view(edition, framework),
        data=data_links(),
    )


def follow_pages(edition: Edition) -> Iterator[tuple[str, FollowPage]]:
    """Every feed, in words a newcomer understands; those of providers from A to Z."""
    names = [
        ("All contrasts", "contrasts"),
        ("All digests", "digests"),
        ("Corrections, objections and withdrawals", "corrections"),
    ]
    names += [
        (provider.record.name, f"providers/{provider.id}")
        for provider in sorted(
            edition.library.providers.values(), key=lambda item: item.record.name
        )
    ]
    for leaf in leaves(urls.FOLLOW, names, LONGEST_FOLLOW):
        yield (
            leaf.here,
            FollowPage(
                chrome=chrome(
                    edition,
                    leaf.here,
                    leaf.title("Follow"),
                    "Feeds of all contrasts, all digests and each provider. No account, no "
                    "tracking.",
                    files=(("theme/templates/follow.html", 0), ("content/providers.yaml", 0)),
                ),
                title=leaf.title("Follow what is published here"),
                feeds=tuple(
                    FeedRow(
                        label,
                        Link("Atom", urls.link(urls.feed(name, "atom"))),
                        Link("RSS", urls.link(urls.feed(name, "rss"))),
                    )
                    for label, name in leaf.items
                ),
                paging=paging(leaf, "Feeds", ("Feeds before these", "Feeds after these")),
            ),
        )


def not_found_page(edition: Edition) -> NotFoundPage:
    """Served at any address, so its links start at the site's root."""
    return NotFoundPage(
        chrome=chrome(
            edition,
            "404.html",
            "Not found",
            "There is no page at this address.",
            index=False,
            root=edition.root,
            files=(("theme/templates/404.html", 0),),
        ),
        home=Link(edition.site.name, urls.link(urls.HOME)),
        contrasts=Link("All contrasts", urls.link(urls.CONTRASTS)),
    )


def _counts(edition: Edition) -> tuple[tuple[str, str], ...]:
    digests, contrasts = edition.library.digests, edition.library.contrast_count
    reports = wording.counted(edition.library.contrasted_count, "report")
    verdicts = edition.evidence.verdicts
    proved = sum(n for verdict, n in verdicts.items() if verdict.standing is Standing.HOLDS)
    return (
        (f"{len(digests):,}", "digest" if len(digests) == 1 else "digests"),
        (f"{contrasts:,}", f"contrast{'' if contrasts == 1 else 's'}, from {reports}"),
        (f"{proved:,} of {verdicts.total():,}", "quotes proved against the text held"),
    )


def _step(grade: GradeRecord, step: int, of: int) -> GradeStep:
    points = "" if grade.points is None else wording.counted(grade.points, "point")
    return GradeStep(grade.name, step, of, points)
