"""Quotations as they are written: dots, marks and hyphens, and what is set beside what."""

from __future__ import annotations

from inspection_digest.messages.entry import entry

ENTRIES = (
    entry(
        "quote-gap",
        "The words left out with dots hold something a reader should know.",
        """A “not”, a number or a grade is among them. The quotation holds, so this is a warning,
        and readers can open what is left out. Where it bears on the meaning, quote it too.""",
        """
quotes:
  no-track:
    source: report
    text: There is no track ... where it had gone.
""",
        """
quotes:
  no-track:
    source: report
    text: and the company could not say where it had gone.
""",
    ),
    entry(
        "quote-without-its-not",
        "The dots leave out a “not” and nothing else.",
        "Dots are for words that can be spared: without a “not” a sentence says the opposite.",
        """
quotes:
  no-track:
    source: report
    text: the company could ... say where it had gone.
""",
        """
quotes:
  no-track:
    source: report
    text: the company could not say where it had gone.
""",
    ),
    entry(
        "quote-without-words",
        "A quote holds dots or spaces, and no word.",
        """There is nothing in it to be looked for. Copy the words, or take the quote out.""",
        """
quotes:
  on-time:
    source: release
    text: "..."
""",
        """
quotes:
  on-time:
    source: release
    text: Every train we saw was on time.
""",
    ),
    entry(
        "quotation-marks",
        "A quote has quotation marks around it.",
        """The page sets marks around every quotation, so marks of your own would stand there twice,
        and they are not the source's words. Marks that YAML needs (`text: "…"` on one line) are
        none of the text; below `>-` they are. Marks that the source itself prints there may
        stay.""",
        """
quotes:
  on-time:
    source: report
    text: “There is no track between the two stations”
""",
        """
quotes:
  on-time:
    source: report
    text: There is no track between the two stations
""",
    ),
    entry(
        "broken-at-hyphen",
        "A word with a hyphen is broken over two lines.",
        """Below `>-` the end of a line becomes a space, so a word broken at its hyphen gets a
        space inside and is another word. Keep the whole word on one line. Where the source itself
        breaks the word at the end of a line, its hyphen may be the printer's alone: write the word
        as it is really spelt.""",
        """
quotes:
  rails:
    source: release
    text: >-
      The company has been asked to look after its narrow-
      gauge rails.
""",
        """
quotes:
  rails:
    source: release
    text: >-
      The company has been asked to look after its
      narrow-gauge rails.
""",
    ),
    entry(
        "contrast-with-itself",
        "A quote is set beside itself.",
        """A contrast needs two sides: what was said, and what was found. The same quote under both
        says nothing.""",
        """
contrasts:
  on-time-without-track:
    title: Trains on time, and no track to run on
    said: on-time
    found: [on-time]
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
        "quote-found-twice",
        "A contrast names a quote twice.",
        """The page would print the same words twice, as if they had been found in two places.""",
        """
contrasts:
  on-time-without-track:
    title: Trains on time, and no track to run on
    said: on-time
    found: [no-track, no-track]
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
)
