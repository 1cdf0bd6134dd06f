"""Dates, grades and sums: facts that cannot all be true."""

from inspection_digest.messages.entry import FRAMEWORK, Piece, entry

_BANDS = Piece(
    FRAMEWORK,
    """overall:
  basis: published
  url: https://toys.example.org/grades
  bands:
    - {from: 0, grade: Inadequate}
    - {from: 4, grade: Good}""",
)
_GRADES = """ratings:
  "1.1": Good
  "1.2": Good
  "2.1": Inadequate
  "2.2": Inadequate
"""

ENTRIES = (
    entry(
        "dates-in-wrong-order",
        "Something ends before it begins.",
        """An inspection ends after it begins, its report comes out after that, and then its digest
        is put on the site. One of the dates is wrong, or two have changed places.""",
        """
inspected:
  from: 2031-03
  to: 2031-02
""",
        """
inspected:
  from: 2031-02
  to: 2031-03
""",
    ),
    entry(
        "before-framework",
        "The inspection was over before the framework began.",
        """A framework is what an inspectorate judged by for a time. An inspection that was over
        before then was judged by another, and its grades may mean something else.""",
        """
published: 2030-06
inspected: {from: 2029-10, to: 2029-11}
""",
        """
published: 2031-05
inspected: {from: 2031-02, to: 2031-03}
""",
    ),
    entry(
        "after-framework",
        "The inspection began when the framework was over.",
        """The inspectorate judged by another framework by then. Either a date is wrong, or the
        digest names the wrong framework.""",
        """
from: 2030-01
to: 2030-12
""",
        """
from: 2030-01
to: 2031-12
""",
        place=FRAMEWORK,
    ),
    entry(
        "report-twice",
        "Two files are about the same report.",
        """They have the same provider, framework and date. A reader would find the report twice,
        and counts would count it twice. Put what is known into one file.""",
        """
framework: toy-railways-2030
published: 2031-05
""",
        """
framework: toy-railways-2030
published: 2032-06
""",
        place="digests/nowhere-railway/2032-06.yaml",
        whole=True,
    ),
    entry(
        "spread-does-not-fit",
        "The counts by grade cannot be true with the grades that are known.",
        """`spread` counts how many standards were given a grade, all of them. So it can be no less
        than the grades under `ratings:`, and all counts together no more than there are
        standards.""",
        """
spread: {Inadequate: 3, Good: 2}
""",
        """
spread: {Inadequate: 2, Good: 1}
""",
    ),
    entry(
        "overall-not-given",
        "There is an overall grade where the inspectorate gives none.",
        """Some inspectorates grade the parts and never the whole. An overall grade is then
        somebody else's, or belongs to another framework.""",
        """
overall: {given: no}
""",
        """
overall: {given: yes}
""",
        place=FRAMEWORK,
    ),
    entry(
        "overall-contradicts-rule",
        "By the published rule these grades make another overall grade.",
        """The inspectorate has published how the overall grade is made, and these grades make
        another one. One of them is copied wrongly, most often; look them up again. If the report
        does say so, it gives a reason, and that belongs under `overall_reason:`.""",
        f"""
overall: Inadequate
{_GRADES}""",
        f"""
overall: Good
{_GRADES}""",
        beside=(_BANDS,),
    ),
    entry(
        "reason-without-need",
        "A reason is given for an overall grade that nothing contradicts.",
        """`overall_reason` says why an overall grade is not the one that the published rule gives.
        Here there is no such rule, or it gives the same grade. This is a warning.""",
        """
overall_reason: The inspectors took the plan into account.
""",
        """
missing: Whether the inspectors took the plan into account.
""",
    ),
    entry(
        "points-do-not-add-up",
        "The grades do not make the total that is printed.",
        """Each grade is worth points, and the report prints their total. The two should agree.
        This is a warning, since the report itself may be at fault; most often a grade is copied
        wrongly.""",
        f"""
points: 12
{_GRADES}""",
        f"""
points: 4
{_GRADES}""",
    ),
)
