"""A provider's timeline: every standard over all reports, the breaks, and the moves in words."""

from __future__ import annotations

from collections.abc import Iterator

from inspection_digest.analysis.history import History, Line, Move, Passage, history
from inspection_digest.composing import urls, wording
from inspection_digest.composing.contrasts import when_words
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.grades import plain_grade
from inspection_digest.composing.prose import to_html
from inspection_digest.reading.library import Digest, Framework
from inspection_digest.views.chrome import Link
from inspection_digest.views.grades import GradeView
from inspection_digest.views.timeline import (
    Break,
    Spark,
    Stretch,
    Timeline,
    TimelineCell,
    TimelineRow,
)

OVERALL = "overall"
STEP, HIGH = (
    34,
    30,
)  # of the small line: from report to report, and from the lowest grade to the best
EDGE = 6
NOT_COMPARED = {
    "overall": "From here on another framework: single standards cannot be set beside those "
    "before, the overall grade can.",
    "none": "From here on another framework: nothing can be set beside what was before.",
}


def timeline(edition: Edition, provider: str, newest: int = 0) -> Timeline | None:
    """Of the `newest` reports, or of all. None where there is only one: it says all there is."""
    found = history(provider, edition.library, newest)
    if len(found.digests) < 2:
        return None
    return Timeline(
        stretches=tuple(_stretches(edition, found)),
        moves=tuple(_moves(edition, found)),
        again=tuple(_again(edition, found)),
        never=tuple(_never(edition, line) for line in found.never_rose),
    )


def _stretches(edition: Edition, found: History) -> Iterator[Stretch]:
    """Reports between two breaks, oldest first."""
    run, before = [found.digests[0]], None
    for passage in found.passages:
        if passage.comparable != "all":
            yield _stretch(edition, run, before, found)
            run, before = [], passage
        run.append(passage.after)
    yield _stretch(edition, run, before, found)


def _stretch(edition: Edition, ids: list[str], before: Passage | None, found: History) -> Stretch:
    digests = [edition.library.digests[id_] for id_ in ids]
    last = edition.library.frameworks[digests[-1].record.framework]
    moves = {
        (move.after.digest, move.measure): move
        for passage in found.passages
        for move in (*passage.moves, *((passage.overall,) if passage.overall else ()))
        if passage.after in ids[1:]
    }
    names = {OVERALL: ("Overall", False)} if last.record.overall.given else {}
    for id_, item in last.record.standards.items():
        names[item.measure or id_] = (item.name, item.role == "leadership")
    rows, silent = [], []
    for measure, (name, lead) in names.items():
        cells = tuple(_cell(edition, digest, measure, moves) for digest in digests)
        if measure != OVERALL and not any(cell.grade.known for cell in cells):
            silent.append(name)
            continue
        rows.append(TimelineRow(name, lead, cells, _spark(cells)))
    return Stretch(
        before=_break(edition, before) if before else None,
        framework=Link(last.record.title, urls.link(urls.framework(last.id))),
        reports=tuple(Link(when_words(item), urls.link(urls.digest(item.id))) for item in digests),
        rows=tuple(rows),
        silent=f"No grade is known to us yet for {wording.in_a_row(silent)}." if silent else "",
    )


def _cell(
    edition: Edition, digest: Digest, measure: str, moves: dict[tuple[str, str], Move]
) -> TimelineCell:
    framework = edition.library.frameworks[digest.record.framework]
    word = _word(framework, digest, measure)
    move = moves.get((digest.id, measure))
    grade = plain_grade(framework, word) if word else GradeView("not known", 0, 0, known=False)
    return TimelineCell(
        grade,
        when_words(digest),
        "" if move is None else "up" if move.steps > 0 else "down" if move.steps < 0 else "same",
        _move_words(move) if move else "",
    )


def _word(framework: Framework, digest: Digest, measure: str) -> str:
    if measure == OVERALL:
        return digest.record.overall or ""
    for id_, item in framework.record.standards.items():
        if (item.measure or id_) == measure:
            return digest.record.ratings.get(id_, "")
    return ""


def _move_words(move: Move) -> str:
    if move.steps == 0:
        return "as before"
    number = wording.number_word(abs(move.steps))
    return f"{'up' if move.steps > 0 else 'down'} {number}"


def _break(edition: Edition, passage: Passage) -> Break:
    before, after = (edition.library.digests[id_] for id_ in (passage.before, passage.after))
    framework = edition.library.frameworks[after.record.framework].record
    follows = framework.follows.get(before.record.framework)
    return Break(
        NOT_COMPARED[passage.comparable],
        to_html(follows.says) if follows else "",
        wording.BASES[follows.basis] if follows else "",
        Link("source", follows.url) if follows else None,
    )


def _moves(edition: Edition, found: History) -> Iterator[str]:
    """One sentence for each passage between reports in which something can be compared."""
    for passage in found.passages:
        after = edition.library.digests[passage.after]
        moves = [*((passage.overall,) if passage.overall else ()), *passage.moves]
        if not moves:
            continue
        changed = [
            f"{_name(edition, move)} {_move_words(move)}, from {move.before.grade} to "
            f"{move.after.grade}"
            for move in moves
            if move.steps
        ]
        same = [_name(edition, move) for move in moves if not move.steps]
        said = [wording.capital("; ".join(changed))] if changed else []
        if same:
            said.append(f"{wording.capital(wording.in_a_row(same))} as before")
        yield f"{when_words(after)}: {'. '.join(said)}."


def _again(edition: Edition, found: History) -> Iterator[str]:
    for move in found.weak_again:
        first, second = (
            when_words(edition.library.digests[g.digest]) for g in (move.before, move.after)
        )
        name = wording.capital(_name(edition, move))
        again = f"{move.after.grade} in that of" if move.steps else "and again in that of"
        yield f"{name}: {move.before.grade} in the report of {first}, {again} {second}."


def _never(edition: Edition, line: Line) -> str:
    digest = edition.library.digests[line.gradings[-1].digest]
    framework = edition.library.frameworks[digest.record.framework].record
    name = framework.standards[line.gradings[-1].standard].name
    grades = wording.in_a_row([item.grade for item in line.gradings], "then")
    return f"{name}: {grades}."


def _name(edition: Edition, move: Move) -> str:
    if move.measure == OVERALL:
        return "the overall grade"
    digest = edition.library.digests[move.after.digest]
    framework = edition.library.frameworks[digest.record.framework].record
    return framework.standards[move.after.standard].name


def _spark(cells: tuple[TimelineCell, ...]) -> Spark | None:
    """None where there is no line to draw: fewer than two grades known."""
    known = [(at, cell.grade) for at, cell in enumerate(cells) if cell.grade.known]
    if len(known) < 2:
        return None
    points = tuple(
        (f"{EDGE + at * STEP}", f"{EDGE + HIGH * (1 - grade.filled / max(grade.of, 1)):.4g}")
        for at, grade in known
    )
    return Spark(
        f"{2 * EDGE + (len(cells) - 1) * STEP}",
        f"{2 * EDGE + HIGH}",
        points,
        "M" + "L".join(f"{x} {y}" for x, y in points),
    )
