"""Frameworks: rules within the file of an inspectorate's scale and standards."""

from inspection_digest.messages.entry import FRAMEWORK, Piece, entry

_GROUPS = """groups:
  tramway: {name: The tramway, judged: Journeys are made and counted.}
standards:
  "1": {name: Track, group: tramway}"""

ENTRIES = (
    entry(
        "grade-twice",
        "A grade stands twice on a scale.",
        """Each step of a scale has one word, and a word that is no grade cannot be one as well.
        With two of a name nobody could say which of them a report means.""",
        """
not_graded: [Good]
""",
        """
not_graded: [Not judged]
""",
        place=FRAMEWORK,
    ),
    entry(
        "standard-like-a-fact",
        "A standard is called what a digest calls a fact.",
        """A digest says of each fact and of each standard where it is stated and whether it is
        certain, by their names: `overall`, `published`, `inspected`, `points` and `spread` are
        facts. With a standard of that name one grade would be printed for the other.""",
        """
standards:
  "1.1": {name: Leadership, group: company}
  overall: {name: Timetable, group: company}
  "2.1": {name: Track, group: railway}
""",
        """
standards:
  "1.1": {name: Leadership, group: company}
  "1.2": {name: Timetable, group: company}
  "2.1": {name: Track, group: railway}
""",
        place=FRAMEWORK,
    ),
    entry(
        "measure-twice",
        "Two standards say that they measure the same.",
        """`measure` says what a standard is about by one word for all frameworks, so that
        standards can be compared over the years although their numbers change. Within a framework
        each word stands once.""",
        """
standards:
  "1.1": {name: Leadership, group: company, measure: leadership}
  "1.2": {name: Timetable, group: company, measure: leadership}
  "2.1": {name: Track, group: railway}
""",
        """
standards:
  "1.1": {name: Leadership, group: company, measure: leadership}
  "1.2": {name: Timetable, group: company, measure: timetable}
  "2.1": {name: Track, group: railway}
""",
        place=FRAMEWORK,
    ),
    entry(
        "rule-without-source",
        "The rule for the overall grade does not say how it is known.",
        """A rule that nobody has published is a guess, and a sum made by it would look like a
        fact. Say how it is known and where it is stated, or leave it out.""",
        """
overall:
  bands:
    - {from: 0, grade: Inadequate}
    - {from: 1, grade: Requires improvement}
""",
        """
overall:
  basis: published
  url: https://toys.example.org/grades
  bands:
    - {from: 0, grade: Inadequate}
    - {from: 1, grade: Requires improvement}
""",
        place=FRAMEWORK,
    ),
    entry(
        "band-order",
        "The bands of points do not rise.",
        """Each band says from which total on a grade is given, so totals and grades go up
        together, from the lowest to the highest. A band out of order would never be reached.""",
        """
overall:
  basis: published
  url: https://toys.example.org/grades
  bands:
    - {from: 1, grade: Requires improvement}
    - {from: 0, grade: Inadequate}
""",
        """
overall:
  basis: published
  url: https://toys.example.org/grades
  bands:
    - {from: 0, grade: Inadequate}
    - {from: 1, grade: Requires improvement}
""",
        place=FRAMEWORK,
    ),
    entry(
        "bands-without-points",
        "There are bands of points, and grades that are worth none.",
        """A total can only be made if every grade of the scale has its points. Add them, as the
        inspectorate states them, or leave the bands out.""",
        """
scale:
  - {name: Inadequate, points: 0}
  - {name: Requires improvement}
  - {name: Good, points: 2}
  - {name: Outstanding, points: 3}
overall:
  basis: published
  url: https://toys.example.org/grades
  bands:
    - {from: 0, grade: Inadequate}
    - {from: 1, grade: Requires improvement}
""",
        """
scale:
  - {name: Inadequate, points: 0}
  - {name: Requires improvement, points: 1}
  - {name: Good, points: 2}
  - {name: Outstanding, points: 3}
overall:
  basis: published
  url: https://toys.example.org/grades
  bands:
    - {from: 0, grade: Inadequate}
    - {from: 1, grade: Requires improvement}
""",
        place=FRAMEWORK,
    ),
    entry(
        "scales-differ",
        "Two frameworks are to be compared whose grades are not the same.",
        """`comparable` lets pages set grades of two frameworks side by side. That is only fair
        where both have the same grades in the same order; the same word on a longer scale is
        another grade.""",
        """
follows:
  toy-trams-2020:
    comparable: all
    says: The scale had two grades until then.
    basis: published
    url: https://toys.example.org/grades
""",
        """
follows:
  toy-trams-2020:
    comparable: none
    says: The scale had two grades until then.
    basis: published
    url: https://toys.example.org/grades
""",
        place=FRAMEWORK,
        beside=(
            Piece(
                "frameworks/toy-trams-2020.yaml",
                "title: Toy tramway inspections\ninspectorate: Inspectorate of Toy Railways\n"
                f"scale: [{{name: Bad}}, {{name: Good}}]\n{_GROUPS}",
                whole=True,
            ),
        ),
    ),
)
