"""How often each grade was given by a framework, each figure with the reports behind it."""

from __future__ import annotations

from collections.abc import Iterator

from inspection_digest.analysis.peers import OVERALL, Distribution
from inspection_digest.composing import urls, wording
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import plain_grade
from inspection_digest.composing.selections import Selection, figure, slugs
from inspection_digest.composing.spread import facts_of, rounds_of
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.views.distribution import DistributionRow, DistributionView
from inspection_digest.views.reports import Figure

UNKNOWN = "not known"


def peer_distribution(edition: Edition, digest: Digest, fact: str) -> Distribution:
    """Of the report's round, or of all reports by its framework where they are of one round."""
    found = edition.distributions
    framework = digest.record.framework
    return found.get((framework, digest.record.round, fact)) or found[framework, None, fact]


def distribution_selections(edition: Edition) -> Iterator[Selection]:
    """Every selection that a figure about a framework's grades leads to."""
    for id_ in edition.library.by_framework:
        yield every_report(edition, edition.library.frameworks[id_])
    for item in edition.distributions.values():
        for word in _words(item):
            yield selection(edition, item, word)


def every_report(edition: Edition, framework: Framework) -> Selection:
    here = urls.framework(framework.id)
    return Selection(
        address=f"{here}all/",
        name="All",
        title=f"Every report: {framework.record.title}",
        sentence="Every report by this framework that there is a digest of.",
        digests=tuple(item.id for item in edition.library.by_framework.get(framework.id, ())),
        parent=(framework.record.title, here),
        family=f"{framework.id} all",
    )


def selection(edition: Edition, item: Distribution, word: str) -> Selection:
    """The reports of a distribution that give a grade; `not known` for those that give none."""
    framework = edition.library.frameworks[item.framework]
    name = fact_name(framework, item.fact)
    group = f", {wording.round_words(item.round)}" if item.round else ""
    parts, facts = edition.once(("slugs", item.framework), lambda: _slugs(framework))
    round_ = f"round-{item.round}-" if item.round else ""
    slug = f"{round_}{facts[item.fact]}-{parts.get(word, 'not-known')}"
    here = f"{urls.framework(item.framework)}{slug}/"
    return Selection(
        address=here,
        name=wording.capital(word),
        title=f"{name}: {word}{group}",
        sentence=f"Reports by this framework in which we do not know this grade: {name}."
        if word == UNKNOWN
        else f"Reports by this framework that give this grade: {name}, {word}.",
        digests=item.unknown if word == UNKNOWN else item.of(word),
        parent=(framework.record.title, urls.framework(item.framework)),
        family=f"{item.framework} {item.round} {item.fact}",
    )


def _slugs(framework: Framework) -> tuple[dict[str, str], dict[str, str]]:
    """Parts of addresses: of each grade, and of each fact."""
    grades = (grade.name for grade in framework.record.scale)
    return slugs([*grades, *framework.record.not_graded]), slugs(facts_of(framework))


def fact_name(framework: Framework, fact: str) -> str:
    if fact == OVERALL:
        return "Overall"
    return wording.standard_words(fact, framework.record.standards[fact].name)


def distribution_view(edition: Edition, framework: Framework) -> tuple[DistributionView, ...]:
    """All reports by the framework; then its rounds, where there are several."""
    digests = edition.library.by_framework.get(framework.id, ())
    if not digests:
        return ()
    facts = list(facts_of(framework))
    of = figure(every_report(edition, framework), "in all")
    views = [
        _view(
            edition,
            [edition.distributions[framework.id, None, fact] for fact in facts],
            ("How often each grade was given", of, "how many of them give which grade:"),
        )
    ]
    rounds = rounds_of(digests)
    if rounds and framework.record.overall.given:
        items = [edition.distributions[framework.id, name, OVERALL] for name in rounds]
        views.append(_view(edition, items, ("The overall grade, round by round", of, "by round:")))
    return tuple(views)


def _view(
    edition: Edition, items: list[Distribution], head: tuple[str, Figure, str]
) -> DistributionView:
    """`head`: title, all reports, and what is counted of them."""
    framework = edition.library.frameworks[items[0].framework]
    words = list(dict.fromkeys(count.grade for item in items for count in item.counts))
    return DistributionView(
        *head,
        tuple(plain_grade(framework, word) for word in words),
        tuple(_row(edition, framework, item, words) for item in items),
    )


def _row(
    edition: Edition, framework: Framework, item: Distribution, words: list[str]
) -> DistributionRow:
    standard = framework.record.standards.get(item.fact)
    total = sum(len(count.digests) for count in item.counts) + len(item.unknown)
    name = standard.name if standard else "Overall"
    if item.round:
        name = f"Round {wording.round_words(item.round)}"
    return DistributionRow(
        number=wording.printed_number(item.fact) if standard else "",
        name=name,
        lead=bool(standard and standard.role == "leadership"),
        cells=tuple(
            (
                plain_grade(framework, word),
                figure(selection(edition, item, word), f"{name}: {word}", total),
            )
            for word in words
        ),
        unknown=figure(selection(edition, item, UNKNOWN), f"{name}: not known"),
    )


def _words(item: Distribution) -> Iterator[str]:
    for count in item.counts:
        yield count.grade
    yield UNKNOWN
