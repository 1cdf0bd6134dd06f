"""The picture of the gap: a band from each grade for leadership to the weakest practice grade.

Drawn in an SVG's own units, for two widths: a band is as thick as it has reports, so that what
falls, stays level or rises is seen before anything is read. Only this file knows where things
stand; what they say is given to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from inspection_digest.views.gap import Flow, FlowBand, FlowNode

LINE = 17  # from one line of words to the next
ON_BAND_LEAST = 17  # a thinner band has its number over it, with a halo of the page's ground
# Where along its curve a band's number stands, by how many grades it falls or rises: numbers of
# bands that cross do not.
NUMBER_AT = (0.22, 0.28, 0.74, 0.82)

Pairs = Mapping[tuple[str, str], int]


class Shape(Struct, frozen=True):
    """Measures of one drawing: bars stand at `bar` from either side, bands run between them.

    `bands` is how high all bands together are, `between` the room between two grades, `letters`
    how many fit into a line beside a bar, `least` the room a grade has that no report was given.
    """

    name: str
    width: int
    bar: int
    thick: int
    bands: int
    between: int
    letters: int
    least: int
    top: int = 40


WIDE = Shape("wide", 720, 190, 12, 300, 30, 24, 40)
NARROW = Shape("narrow", 288, 98, 8, 280, 24, 13, 54)


def flow(pairs: Pairs, grades: tuple[str, ...], shape: Shape, sides: tuple[str, str]) -> Flow:
    """`pairs`: how many reports by (grade at the left, at the right). `grades`: the best first."""
    total = sum(pairs.values())
    unit = shape.bands / total if total else 0
    left = {grade: sum(n for (a, _), n in pairs.items() if a == grade) for grade in grades}
    right = {grade: sum(n for (_, b), n in pairs.items() if b == grade) for grade in grades}
    tops: dict[str, float] = {}
    y: float = shape.top
    for grade in grades:
        tops[grade] = y
        y += max(left[grade] * unit, right[grade] * unit, shape.least) + shape.between
    inner = (shape.bar + shape.thick, shape.width - shape.bar - shape.thick)
    return Flow(
        name=shape.name,
        width=_n(shape.width),
        height=_n(y - shape.between + 8),
        left=sides[0],
        left_x=_n(shape.bar + shape.thick),
        right=sides[1],
        right_x=_n(inner[1]),
        bands=tuple(_bands(pairs, grades, tops, unit, inner)),
        nodes=(
            *(_node(grade, left[grade], tops[grade], unit, (shape, "end")) for grade in grades),
            *(_node(grade, right[grade], tops[grade], unit, (shape, "start")) for grade in grades),
        ),
    )


def _bands(
    pairs: Pairs,
    grades: tuple[str, ...],
    tops: Mapping[str, float],
    unit: float,
    inner: tuple[int, int],
) -> Iterator[FlowBand]:
    """In the order of the grades at both sides, so that no two cross that need not."""
    leaving, arriving = dict(tops), dict(tops)
    for place, a in enumerate(grades):
        for other, b in enumerate(grades):
            if not (number := pairs.get((a, b), 0)):
                continue
            thick, start, end = number * unit, leaving[a], arriving[b]
            leaving[a] += thick
            arriving[b] += thick
            at = NUMBER_AT[min(abs(other - place), len(NUMBER_AT) - 1)]
            yield FlowBand(
                path=_outline(inner, start, end, thick),
                kind="falls" if other > place else "rises" if other < place else "level",
                number=f"{number:,}",
                x=_n(inner[0] + (inner[1] - inner[0]) * (1.5 * at * (1 - at) + at**3)),
                y=_n(start + (end - start) * (3 * at**2 - 2 * at**3) + thick / 2),
                over=thick < ON_BAND_LEAST,
            )


def _outline(inner: tuple[int, int], start: float, end: float, thick: float) -> str:
    """A band with level ends: two curves, and the way back."""
    x1, x2 = inner
    middle = _n((x1 + x2) / 2)
    return (
        f"M{x1} {_n(start)}C{middle} {_n(start)} {middle} {_n(end)} {x2} {_n(end)}"
        f"V{_n(end + thick)}C{middle} {_n(end + thick)} {middle} {_n(start + thick)} "
        f"{x1} {_n(start + thick)}Z"
    )


def _node(grade: str, number: int, top: float, unit: float, side: tuple[Shape, str]) -> FlowNode:
    """`side`: the drawing, and how the words beside the bar are anchored; `end` is at the left."""
    shape, anchor = side
    thick, at_left = number * unit, anchor == "end"
    lines = [f"{number:,}", *_lines(grade, shape.letters)]
    first = top + max(thick, shape.least) / 2 - LINE * (len(lines) - 1) / 2
    if thick > shape.least:
        first = top + LINE
    return FlowNode(
        x=_n(shape.bar if at_left else shape.width - shape.bar - shape.thick),
        y=_n(top),
        width=_n(shape.thick),
        height=_n(max(thick, 1.5)),
        lines=tuple((line, _n(first + LINE * at - 3)) for at, line in enumerate(lines)),
        label_x=_n(shape.bar - 8 if at_left else shape.width - shape.bar + 8),
        anchor=anchor,
    )


def _lines(words: str, letters: int) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
