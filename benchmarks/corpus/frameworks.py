"""Two frameworks of an inspectorate that does not exist, in the shape of real ones.

Ten standards in three groups, four grades with points, a published rule for the overall grade. The
second took the place of the first, with the same measures.
"""

from __future__ import annotations

from random import Random

CHANGED = 2018  # the second framework begins with this year
GRADES = ("Inadequate", "Requires improvement", "Good", "Outstanding")
BANDS = (0, 10, 17, 25)  # the lowest total of each overall grade
_STANDARDS = (
    ("1.1", "Leadership", "organisation", "leadership", "leadership team, leaders"),
    ("1.2", "Staff", "organisation", "", "staff, officers, caseworkers"),
    ("1.3", "Services", "organisation", "", "programme of training, partner agencies"),
    ("1.4", "Information and premises", "organisation", "", "IT system, waiting rooms"),
    ("2.1", "Assessment", "practice", "practice", "assessment, assessments"),
    ("2.2", "Planning", "practice", "practice", "planning, plans"),
    ("2.3", "Delivery", "practice", "practice", "home visits, contact"),
    ("2.4", "Reviewing", "practice", "practice", "reviewed, audit"),
    ("4.1", "Preparation for court", "court", "practice", "court"),
    ("4.2", "Handover", "court", "practice", "handover"),
)
STANDARDS = tuple(number for number, *_ in _STANDARDS)


def frameworks() -> dict[str, str]:
    """Both files, by id."""
    first, second = "invented-2011", f"invented-{CHANGED}"
    follows = (
        f"follows:\n  {first}:\n    comparable: all\n    basis: published\n"
        f"    url: https://inspectorate.example/standards-{CHANGED}\n"
        "    says: The standards were printed again with *clearer* examples; none was changed.\n"
    )
    return {
        first: _framework(f"Invented inspections, 2011 to {CHANGED - 1}", "2011", f"{CHANGED}"),
        second: _framework(f"Invented inspections, since {CHANGED}", f"{CHANGED}", "") + follows,
    }


def framework_of(year: int) -> str:
    return "invented-2011" if year < CHANGED else f"invented-{CHANGED}"


def grades(chance: Random) -> tuple[dict[str, str], str]:
    """The grade of each standard, and the overall grade that the published rule makes of them.

    Leadership tends to stand a little higher, as in life; one report in five lacks a grade, and
    then no overall grade but the true one can contradict the rule.
    """
    middle = chance.choices((0, 1, 2, 3), (2, 5, 5, 2))[0]
    points: dict[str, int] = {}
    for number in STANDARDS:
        lift = 1 if number == "1.1" and chance.random() < 0.5 else 0
        points[number] = min(3, max(0, middle + lift + chance.choice((-1, 0, 0, 0, 1))))
    total = sum(points.values())
    overall = GRADES[sum(total >= band for band in BANDS) - 1]
    known = dict(points)
    if chance.random() < 0.2:
        del known[chance.choice(STANDARDS)]
    return {number: GRADES[point] for number, point in known.items()}, overall


def _framework(title: str, start: str, end: str) -> str:
    lines = [
        f"title: {title}",
        "inspectorate: Invented Inspectorate of Services",
        f"from: {start}",
        *([f"to: {end}"] if end else []),
        "scale:",
        *(f"  - {{name: {name}, points: {points}}}" for points, name in enumerate(GRADES)),
        "groups:",
        "  organisation: {name: The organisation, judged: Plans are read and staff are asked.}",
        "  practice: {name: Work with people, judged: Cases are read and *counted*.}",
        "  court: {name: Work for courts, judged: Cases are read.}",
        "standards:",
        *(_standard(*row) for row in _STANDARDS),
        "overall:",
        "  basis: published",
        "  url: https://inspectorate.example/rule",
        "  bands:",
        *(
            f"    - {{from: {band}, grade: {name}}}"
            for band, name in zip(BANDS, GRADES, strict=True)
        ),
        "rules:",
        "  points:",
        "    says: The points of the standards are added up.",
        "    basis: published",
        "    url: https://inspectorate.example/rule",
        "missing: What was said in the room.",
    ]
    return "\n".join(lines) + "\n"


def _standard(number: str, name: str, group: str, role: str, terms: str) -> str:
    measure = name.lower().replace(" ", "-")
    role = f", role: {role}" if role else ""
    facts = f"name: {name}, group: {group}, measure: {measure}{role}, terms: [{terms}]"
    return f'  "{number}": {{{facts}}}'
