"""Quotations: words that do not stand where a digest says they do, or cannot be looked for."""

from inspection_digest.messages.entry import REPORT, REPORT_TEXT, Piece, entry

ENTRIES = (
    entry(
        "quote-altered",
        "The source says nearly this, and not this.",
        """A word is changed, added or left out. One word is enough to turn a finding round, so
        nearly right counts as wrong, and no share of matching words can make it right. The message
        names what differs, a lost “not”, a number or a grade first, and gives the source's own
        words.""",
        """
quotes:
  no-track:
    source: report
    text: and the company could say where it had gone.
""",
        """
quotes:
  no-track:
    source: report
    text: and the company could not say where it had gone.
""",
    ),
    entry(
        "quote-absent",
        "The words do not stand in the source, nor anything like them.",
        """They may be from another document, from an article about this one, or from memory.
        Search the document for a rare word of them. If they cannot be found, they cannot be
        quoted.""",
        """
quotes:
  on-time:
    source: release
    text: Passengers were offered tea and a blanket.
""",
        """
quotes:
  on-time:
    source: release
    text: Every train we saw was on time.
""",
    ),
    entry(
        "quote-elsewhere",
        "The words are true, but stand in another source of this digest.",
        """Who says a thing is half of what it means: praise printed in a report weighs otherwise
        than praise in a press release. Name the source that the words are from.""",
        """
quotes:
  on-time:
    source: report
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
        "quote-spliced",
        "Words from different places are joined as if they stood together.",
        """Both halves are true, and the whole is a sentence nobody wrote. Dots may leave a few
        words out within one passage; they may not join two documents, or two places far apart.
        Make two quotes.""",
        """
quotes:
  on-time:
    source: release
    text: Every train we saw was on time ... the train did not arrive.
""",
        """
quotes:
  on-time:
    source: release
    text: Every train we saw was on time.
  not-arrived:
    source: report
    text: the train did not arrive.
""",
    ),
    entry(
        "quote-misplaced",
        "The words stand in the source, on another page.",
        """The page leads a reader to the place, so it has to be the right one: the page of the
        PDF, counted from 1 as the reader's program counts it. Without the line it is filled
        in.""",
        """
quotes:
  no-track:
    source: report
    page: 1
    text: There is no track between the two stations
""",
        """
quotes:
  no-track:
    source: report
    page: 2
    text: There is no track between the two stations
""",
    ),
    entry(
        "quote-ambiguous",
        "The words stand in several places of the source.",
        """Short words often do, and a reader cannot be led to all of them. This is a warning: the
        page says that the place is not certain. Give the page, the words that stand right before
        (`prefix:`), or more of the sentence.""",
        """
quotes:
  act:
    source: report
    text: It should act now.
""",
        """
quotes:
  act:
    source: report
    page: 2
    text: It should act now.
""",
        beside=(
            Piece(
                REPORT_TEXT,
                "There is no plan. It should act now.\n\f"
                "There is no track between the two stations, and the company could not say where "
                "it had gone. It should act now.",
                whole=True,
            ),
        ),
    ),
    entry(
        "quote-unreadable",
        "The page cannot be read, so nothing is known of the words.",
        """The text of some pages cannot be trusted: a scan, or letters that a PDF does not spell
        out. The source lists them under `damaged:`. This is a warning, since the words may well be
        right; the site says that they are not proved. Compare them with the page by eye.""",
        """
quotes:
  no-track:
    source: report
    page: 2
    text: There is no track between the two stations
""",
        """
quotes:
  clear-plan:
    source: report
    page: 1
    text: Leaders have a clear plan and have set it out well.
""",
        beside=(Piece(REPORT, "pages: 2\ndamaged: [2]"),),
    ),
    entry(
        "quote-unheld",
        "We hold no text of the source, or not of that passage, so nothing is known of the words.",
        """Without a text there is nothing to compare with. This is a warning: the quotation is
        shown, and the site says that it is not proved. If the document's licence lets us hold its
        text, add it with `python3 tasks.py source add`.""",
        """
sources:
  release: nowhere-2031-post
quotes:
  on-time:
    source: release
    text: Every train we saw was on time.
""",
        """
sources:
  release: nowhere-2031-release
quotes:
  on-time:
    source: release
    text: Every train we saw was on time.
""",
    ),
)
