"""Samples of the pages that show grades and count reports: with everything, and next to nothing."""

from __future__ import annotations

from tests.theme.views import HOSTILE, HTML, LONG_WORD, chrome, link

from inspection_digest.composing.flow import NARROW, WIDE, flow
from inspection_digest.views.distribution import DistributionRow, DistributionView
from inspection_digest.views.gap import (
    GapGroup,
    GapPage,
    GapPicture,
    GapStrip,
    GapTable,
    PairRow,
    Reason,
    StepRow,
)
from inspection_digest.views.grades import GradeView
from inspection_digest.views.indexes import IndexGroup, IndexItem, IndexPage
from inspection_digest.views.matrix import (
    GradesPage,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    MatrixTable,
)
from inspection_digest.views.reports import Figure, ReportRow, ReportsPage
from inspection_digest.views.standing import (
    ComputedContrast,
    Ladder,
    Peers,
    PeerView,
    Rung,
    Standing,
)
from inspection_digest.views.timeline import (
    Break,
    Spark,
    Stretch,
    Timeline,
    TimelineCell,
    TimelineRow,
)

SCALE = ("Outstanding", "Good", "Requires improvement", "Inadequate")
GOOD = GradeView("Good", 2, 3, known=True)
POOR = GradeView("Inadequate", 0, 3, known=True)
UNKNOWN = GradeView("not known", 0, 3, known=False)
PAIRS = {("Outstanding", "Inadequate"): 2, ("Good", "Good"): 40, ("Inadequate", "Good"): 1}
SOME = Figure("1,234", "reports above", "../above/", "62.5")
STRIP = GapStrip("32", "of 95", f"reports {HOSTILE}", link("See the gap"))
NONE = Figure("0", "reports below", "", "0")
DISTRIBUTION = DistributionView(
    f"How often {HOSTILE}",
    SOME,
    "how many of them give which grade:",
    (GOOD, POOR, UNKNOWN),
    (
        DistributionRow(
            "1.1", "Leadership", True, ((GOOD, SOME), (POOR, NONE), (UNKNOWN, NONE)), SOME
        ),
        DistributionRow("", HOSTILE, False, ((GOOD, NONE), (POOR, NONE), (UNKNOWN, SOME)), NONE),
    ),
)
STANDING = Standing(
    ladder=Ladder(
        (
            Rung(
                GOOD, ((f"Staff {HOSTILE}", False), ("Leadership", True)), "2 × 2 = 4 points", True
            ),
            Rung(POOR, (), "", False),
        ),
        ("Reviewing", LONG_WORD),
        "Two of the standards known have the overall grade itself.",
        True,
    ),
    sums=(f"Together they make 4 points {HOSTILE}.",),
    rule=link("What is known of the rule"),
    gap="Leadership stands two grades above.",
    computed=ComputedContrast(HOSTILE, GOOD, "two grades above", LONG_WORD, POOR, HOSTILE),
    has_peers=True,
    gap_page=link("How often this is so"),
)
PEERS = Peers((PeerView("Overall", "one of", SOME, "Good", "28 reports", link(HOSTILE)),))
CELLS = (
    TimelineCell(GOOD, "2018", "", ""),
    TimelineCell(POOR, "2019", "down", "down two"),
    TimelineCell(UNKNOWN, "2020", "", ""),
)
TIMELINE = Timeline(
    (
        Stretch(
            None,
            link(HOSTILE),
            (link("2018"), link("2019"), link(LONG_WORD)),
            (
                TimelineRow(
                    "Overall",
                    False,
                    CELLS,
                    Spark("80", "42", (("6", "6"), ("40", "36")), "M6 6L40 36"),
                ),
                TimelineRow(HOSTILE, True, CELLS, None),
            ),
            "No grade is known to us yet for Services.",
        ),
        Stretch(
            Break(HOSTILE, HTML, "Derived", link("source", "https://example.org/")),
            link("Another framework"),
            (link("2021"),),
            (TimelineRow(LONG_WORD, False, CELLS[:1], None),),
            "",
        ),
        Stretch(Break("Nothing can.", "", "", None), link("A third"), (link("2022"),), (), ""),
    ),
    (f"2019: {HOSTILE}",),
    ("Planning: Inadequate, and again.",),
    ("Planning: Inadequate.",),
)


def gap(*, full: bool = True) -> GapPage:
    picture = GapPicture(
        title=f"From leadership to practice {HOSTILE}",
        described=f"43 reports {HOSTILE}",
        flows=tuple(
            flow(PAIRS, SCALE, shape, ("Leadership", "Practice")) for shape in (WIDE, NARROW)
        ),
        rows=(
            PairRow(GOOD, POOR, "falls", "two grades above", SOME),
            PairRow(GOOD, GOOD, "level", "level", NONE),
        ),
        note=HOSTILE,
    )
    table = GapTable(
        "by-owner",
        HOSTILE,
        "Run by",
        (GapGroup(LONG_WORD, "../frameworks/one/", SOME, NONE, NONE, SOME),),
        ((HOSTILE, SOME),),
    )
    return GapPage(
        chrome=chrome(full=full),
        title="In 2 of 43 reports" if full else "No report can be compared yet",
        standfirst="What the gap is.",
        compared=SOME if full else NONE,
        of=SOME,
        pictures=(picture,) if full else (),
        steps=(StepRow("Two grades above", "falls", SOME),) if full else (),
        tables=(table,) if full else (GapTable("by-owner", "", "", (), ()),),
        reasons=(Reason(SOME, HOSTILE),) if full else (),
        data=(link("CSV"), link("JSON")),
        frameworks=link("Frameworks"),
        method=link("Method"),
    )


def reports(*, full: bool = True) -> ReportsPage:
    rows = (
        ReportRow("../d/", HOSTILE, "2019", GOOD, GOOD, POOR, f"Cases {LONG_WORD}", "two above"),
        ReportRow("../e/", LONG_WORD, "2020", UNKNOWN, None, None, "", ""),
    )
    return ReportsPage(
        chrome=chrome(full=full),
        parent=link("The gap"),
        title=f"Leadership above {HOSTILE}" if full else "Reports",
        sentence="In these reports.",
        counted="2 reports",
        siblings=(link("Above: 2"), link("Level: 3")) if full else (),
        rows=rows if full else rows[:1],
        previous=link("Newer") if full else None,
        next=link("Older") if full else None,
    )


def grades(*, full: bool = True) -> GradesPage:
    columns = (
        MatrixColumn("", "Overall"),
        MatrixColumn("1.1", "Leadership", lead=True),
        MatrixColumn("", f"Implementation {HOSTILE}"),
    )
    cells = tuple(
        MatrixCell(grade, short, column.name)
        for grade, short, column in zip(
            (GOOD, POOR, UNKNOWN), ("Good", "Inad.", "–"), columns, strict=True
        )
    )
    row = MatrixRow(link(HOSTILE), link("2019"), "2019-05-01", "2", cells, "Not known: this.")
    other = MatrixRow(link(LONG_WORD), link("2020"), "2020", "", cells, "")
    table = MatrixTable(
        "one", link(HOSTILE), "An inspectorate", "2 providers", columns, (row, other)
    )
    return GradesPage(
        chrome=chrome(full=full),
        title=f"Every grade {HOSTILE}" if full else "Every grade",
        standfirst="The newest report of each provider.",
        key=(("Inad.", POOR),) if full else (),
        grades=("Good", "Inadequate") if full else (),
        tables=(table, MatrixTable("two", link("A framework"), "", "9", (), (), link("See all 9")))
        if full
        else (),
        indexes=(link("All providers"),),
        data=(link("CSV"),),
        parent=link("All grades") if full else None,
        previous=link("Before") if full else None,
        next=link("After") if full else None,
    )


def index_of(*, full: bool = True) -> IndexPage:
    items = (IndexItem(link(HOSTILE), "3 reports"), IndexItem(link(LONG_WORD)))
    groups = (IndexGroup("a", HOSTILE, "2", items), IndexGroup("b", "Others", "", items))
    return IndexPage(
        chrome=chrome(full=full),
        title="Every provider",
        standfirst="Who was inspected.",
        groups=groups if full else (),
        elsewhere=(link("All digests"),),
        parent=link("Every provider") if full else None,
        previous=link("Before") if full else None,
        next=link("After") if full else None,
    )
