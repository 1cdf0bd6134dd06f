"""Keys and values: what a record asks for, and what stands there instead."""

from inspection_digest.messages.entry import REPORT, entry

ENTRIES = (
    entry(
        "unknown-key",
        "A key does not belong where it stands.",
        """Each record has its own keys, and one it does not know would be passed over without a
        word. Most often it is misspelt, or stands one step too far in or out.""",
        """
quotes:
  on-time:
    source: release
    speeker: Ada Buffer
    text: Every train we saw was on time.
""",
        """
quotes:
  on-time:
    source: release
    speaker: Ada Buffer
    text: Every train we saw was on time.
""",
    ),
    entry(
        "missing-key",
        "A key that is needed is not there.",
        """Most keys may be left out, since an absent fact stays absent. A few may not: a quote
        without its source proves nothing, a contrast without its relation says nothing.""",
        """
quotes:
  on-time:
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
        "unknown-word",
        "A value is not one of the words that may stand there.",
        """Some values are a choice between a few words, so that pages can be sorted by them and
        every digest means the same by them. The message lists them.""",
        """
contrasts:
  on-time-without-track:
    title: Trains on time, and no track to run on
    said: on-time
    found: [no-track]
    relation: disproves
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
        "not-text",
        "A list, or keys and values, stand where text belongs.",
        """Square brackets make a list in YAML, and a colon makes a key. Text that begins with a
        bracket or has a colon in it stands between quotation marks, or on a line of its own below
        `>-`.""",
        """
summary: [Trains on time, no track]
""",
        """
summary: Trains on time, no track
""",
    ),
    entry(
        "not-keys",
        "Text or a list stands where keys and values belong.",
        """Some values have parts, each with its own key: the two ends of an inspection, the quotes
        of a digest with their names. Each part goes on a line of its own, two spaces further
        in.""",
        """
inspected: February and March 2031
""",
        """
inspected:
  from: 2031-02
  to: 2031-03
""",
    ),
    entry(
        "not-a-list",
        "A single value stands where a list belongs.",
        """Where there may be several things there is always a list, also of one: between square
        brackets, or each on a line of its own that starts with `- `.""",
        """
uncertain: overall
""",
        """
uncertain: [overall]
""",
    ),
    entry(
        "too-few",
        "A list is empty or too short.",
        """A contrast sets one thing beside another, so there has to be at least one quote under
        `found`; a scale has at least two grades.""",
        """
contrasts:
  on-time-without-track:
    title: Trains on time, and no track to run on
    said: on-time
    found: []
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
        "bad-number",
        "A value should be a whole number.",
        """Pages and points are written in digits alone, without “p.” or a word. Pages are those of
        the PDF, counted from 1 as the reader's program counts them, not the numbers printed on
        them.""",
        """
quotes:
  no-track:
    source: report
    page: p. 2
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
        "bad-date",
        "A value is not a date as dates are written here.",
        """Dates have the year first, so that they can be sorted and read only one way: 03/04/2031
        is April to one reader and March to another. Write as much as is known: a day, a month or a
        year. Nothing is filled in.""",
        """
published: 14/05/2031
""",
        """
published: 2031-05-14
""",
    ),
    entry(
        "bad-name",
        "A name has letters in it that an address cannot have.",
        """The names of files, quotes and contrasts become addresses, and an address is for good.
        Small letters, digits and single hyphens can be typed and read out by everyone.""",
        """
quotes:
  On time!:
    source: release
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
        "bad-address",
        "A value is not the address of a web page.",
        """An address starts with https:// (or http://) and names a site. Copied from the browser's
        address bar it is always whole. Other kinds, such as those that run a script, are
        refused.""",
        """
url: toys.example.org/reports/nowhere
""",
        """
url: https://toys.example.org/reports/nowhere
""",
        place=REPORT,
    ),
    entry(
        "bad-sha256",
        "A value is not a SHA-256 sum.",
        """The sum is the fingerprint of the file as it was fetched: 64 digits and letters from a
        to f. One that is cut short proves nothing. Let `python3 tasks.py source add` write it, or
        leave it out.""",
        """
sha256: 9f86d081884c7d65
""",
        """
sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
""",
        place=REPORT,
    ),
    entry(
        "html-in-text",
        "There is HTML in a text.",
        """Texts are printed letter by letter, so a tag would be shown as it is typed. Longer texts
        of our own (`summary`, `because`) are Markdown: *slanted*, **strong**,
        [words](https://address). Names and titles are plain words.""",
        """
summary: The plan was good. The track was <b>not there</b>.
""",
        """
summary: The plan was good. The track was **not there**.
""",
    ),
    entry(
        "picture-in-text",
        "There is a picture in a text.",
        """Pages are words, so that anybody can read them and nothing is fetched from elsewhere; a
        picture would vanish without a word.""",
        """
summary: >-
  It was this way:
  ![a map](https://toys.example.org/map.png)
""",
        """
summary: >-
  It was this way:
  [a map](https://toys.example.org/map.png)
""",
    ),
    entry(
        "file-link",
        "A text asks for a file to be copied into the site.",
        """Pelican, which builds the site, reads `{static}` and `{attach}` as a wish to copy a
        file. Texts come from many people, so no text can do that here. Link to a web address
        instead.""",
        """
summary: See [the plan]({static}/plan.pdf).
""",
        """
summary: See [the plan](https://toys.example.org/plan.pdf).
""",
    ),
)
