"""Names that lead nowhere: whatever is named has to exist."""

from inspection_digest.messages.entry import FRAMEWORK, Piece, entry

_BEFORE = Piece(
    "digests/nowhere-railway/2030-04.yaml",
    "framework: toy-railways-2030\npublished: 2030-04",
    whole=True,
)

ENTRIES = (
    entry(
        "unknown-source",
        "A source is named that is not there.",
        """A quote names its source by the short name that this digest gives it under `sources:`,
        and that name stands for a folder in content/sources/. One of the two does not exist, or is
        misspelt.""",
        """
quotes:
  on-time:
    source: press release
    text: Every train we saw was on time.
""",
        """
quotes:
  on-time:
    source: release
    text: Every train we saw was on time.
""",
    ),
    entry(
        "unknown-quote",
        "A contrast names a quote that is not there.",
        """`said` and `found` name quotes of the same digest, by the names they have under
        `quotes:`. A name that leads nowhere would leave one side of the page empty.""",
        """
contrasts:
  on-time-without-track:
    title: Trains on time, and no track to run on
    said: on-time
    found: [lost-track]
    relation: contradicts
    because: The plan was good. The track was not there.
""",
        """
contrasts:
  on-time-without-track:
    title: Trains on time, and no track to run on
    said: on-time
    found: [no-track]
    relation: contradicts
    because: The plan was good. The track was not there.
""",
    ),
    entry(
        "unknown-provider",
        "There is no provider of the name that the folder has.",
        """A digest stands in the folder of its provider, and content/providers.yaml says who that
        is. Add the provider there, or put the file into the folder that is meant.""",
        """
framework: toy-railways-2030
overall: Good
""",
        """
framework: toy-railways-2030
overall: Good
""",
        place="digests/nowhere-railway/2032-06.yaml",
        bad_place="digests/somewhere-tramway/2032-06.yaml",
        whole=True,
    ),
    entry(
        "unknown-framework",
        "There is no framework of this name.",
        """A framework is an inspectorate's scale and standards for a time: a file in
        content/frameworks/. Without it nobody knows what the grades mean.""",
        """
framework: toy-railways-2029
""",
        """
framework: toy-railways-2030
""",
    ),
    entry(
        "unknown-digest",
        "`previous` names a digest that is not there.",
        """It names the report before this one, as its folder and file: `<provider>/<when>`. It is
        only needed where that report is another provider's; within one folder the order is
        known.""",
        """
previous: nowhere-railway/2027
""",
        """
previous: nowhere-railway/2030-04
""",
        beside=(_BEFORE,),
    ),
    entry(
        "previous-not-before",
        "`previous` names a report that cannot be the one before this.",
        """It is this report itself, or came after it, or names this one in turn. The page would
        show grades moving from the later report to the earlier.""",
        """
previous: nowhere-railway/2032-04
""",
        """
previous: nowhere-railway/2030-04
""",
        beside=(
            _BEFORE,
            Piece(
                "digests/nowhere-railway/2032-04.yaml",
                "framework: toy-railways-2030\npublished: 2032-04",
                whole=True,
            ),
        ),
    ),
    entry(
        "unknown-standard",
        "There is no standard of this number.",
        """Standards are named by the number they have in their framework, between quotation marks
        so that 1.10 is not taken for 1.1. The message lists the numbers there are.""",
        """
ratings:
  "7.1": Outstanding
""",
        """
ratings:
  "1.1": Outstanding
""",
    ),
    entry(
        "unknown-group",
        "A standard stands in a group that is not there.",
        """Each standard of a framework belongs to one of the groups the same file lists under
        `groups:`. The page shows standards by group, so one without would not be shown.""",
        """
standards:
  "1.1": {name: Leadership, group: managers}
  "1.2": {name: Timetable, group: company}
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
        "unknown-grade",
        "A word is not a grade of this framework.",
        """Grades are spelt as in the framework's file, capitals and all, so that the same grade is
        always the same word. Reports often print it in several forms; the message names the one to
        write. If it is a grade of another scale, the framework may be the wrong one.""",
        """
overall: Requires Improvement
""",
        """
overall: Requires improvement
""",
    ),
    entry(
        "unknown-fact",
        "`cited` or `uncertain` names a fact that the digest does not state.",
        """Both speak of facts in the same file: a date, a grade, the points. If the fact is not
        there, nothing can be said of where it is from or how certain it is.""",
        """
uncertain: ["1.2"]
ratings:
  "1.1": Outstanding
""",
        """
uncertain: ["1.1"]
ratings:
  "1.1": Outstanding
""",
    ),
)
