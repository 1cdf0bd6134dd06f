"""What is answered to a digest: corrections, replies, objections, and its withdrawal."""

from inspection_digest.messages.entry import Piece, entry

_WITHDRAWN = Piece(
    "digests/nowhere-railway/2031-05-02.yaml",
    """framework: toy-railways-2030
published: 2031-05-02
withdrawn:
  date: 2031-06-02
  because: It was made from a draft of the report.""",
    whole=True,
)
_STANDING = Piece(
    "digests/nowhere-railway/2031-04-02.yaml",
    """framework: toy-railways-2030
published: 2031-04-02
overall: Good""",
    whole=True,
)

ENTRIES = (
    entry(
        "unknown-subject",
        "A correction, an objection or a reply is about nothing that is there.",
        """`about` and `to` name a quote, a contrast, a standard or a fact of the same digest, so
        that the note stands beside it. If a correction took the thing away, it says so with
        `removed:`.""",
        """
corrections:
  - date: 2031-06-02
    what: The last word was left out.
    about: on-tme
""",
        """
corrections:
  - date: 2031-06-02
    what: The last word was left out.
    about: on-time
""",
    ),
    entry(
        "several-of-that-name",
        "A name can mean two things of this digest.",
        """A quote and a contrast may have the same name. A note about one of them has to say which,
        or it would stand beside both.""",
        """
contrasts:
  on-time:
    title: Trains on time, and no track to run on
    said: on-time
    found: [no-track]
    relation: contradicts
    because: The plan was good. The track was not there.
corrections:
  - date: 2031-06-02
    what: The last word was left out.
    about: on-time
""",
        """
contrasts:
  on-time:
    title: Trains on time, and no track to run on
    said: on-time
    found: [no-track]
    relation: contradicts
    because: The plan was good. The track was not there.
corrections:
  - date: 2031-06-02
    what: The last word was left out.
    about: quotes/on-time
""",
    ),
    entry(
        "removed-without-name",
        "A correction removed something and does not say what.",
        """The address of a quote or a contrast that was taken away goes on answering, and says why.
        For that the correction has to give the name it had.""",
        """
corrections:
  - date: 2031-06-02
    what: It was from another release.
    removed: quote
""",
        """
corrections:
  - date: 2031-06-02
    what: It was from another release.
    about: runs-on-steam
    removed: quote
""",
    ),
    entry(
        "removed-and-here",
        "Something is said to be removed, and it is still in the file.",
        """Either the correction is wrong or the quote or contrast was forgotten. A reader cannot be
        told both.""",
        """
corrections:
  - date: 2031-06-02
    what: It was from another release.
    about: on-time
    removed: quote
""",
        """
corrections:
  - date: 2031-06-02
    what: It was from another release.
    about: runs-on-steam
    removed: quote
""",
    ),
    entry(
        "reply-to-neither",
        "A reply answers something that is neither a quote nor a contrast.",
        """A reply stands beside what it answers, at the same size, and that is a quote or a
        contrast. Without `to:` it answers the whole digest.""",
        """
replies:
  act-now:
    source: release
    by: Nowhere Railway
    published: 2031-05-20
    to: overall
    text: It should act now.
""",
        """
replies:
  act-now:
    source: release
    by: Nowhere Railway
    published: 2031-05-20
    to: on-time
    text: It should act now.
""",
    ),
    entry(
        "decided-without-reason",
        "An objection is decided, and the day or the reason is missing.",
        """Whoever objects is owed an answer that can be checked: when it was decided, and why.
        Until then the objection is open, and the page says so.""",
        """
contested:
  - date: 2031-06-02
    by: Nowhere Railway
    what: The trains were another railway's.
    about: on-time
    outcome: not upheld
""",
        """
contested:
  - date: 2031-06-02
    by: Nowhere Railway
    what: The trains were another railway's.
    about: on-time
    outcome: not upheld
    decided: 2031-06-09
    because: The release names this railway and no other.
""",
    ),
    entry(
        "open-and-decided",
        "An objection is open, and has a day or a reason of a decision.",
        """An objection without `outcome:` is open. If it was decided, say how; if it was not, there
        is no day and no reason yet.""",
        """
contested:
  - date: 2031-06-02
    by: Nowhere Railway
    what: The trains were another railway's.
    because: The release names this railway and no other.
""",
        """
contested:
  - date: 2031-06-02
    by: Nowhere Railway
    what: The trains were another railway's.
""",
    ),
    entry(
        "replaced-by-itself",
        "A withdrawn digest is said to stand in its own place.",
        """`replaced_by` leads readers to the digest that stands in place of this one. There need
        not be one.""",
        """
withdrawn:
  date: 2031-06-02
  because: It was made from a draft of the report.
  replaced_by: nowhere-railway/2031-05-14
""",
        """
withdrawn:
  date: 2031-06-02
  because: It was made from a draft of the report.
""",
    ),
    entry(
        "replaced-by-withdrawn",
        "The digest that should stand in this one's place is withdrawn too.",
        """A reader who follows the link should arrive at something that stands.""",
        """
withdrawn:
  date: 2031-06-03
  because: It was made from a draft of the report.
  replaced_by: nowhere-railway/2031-05-02
""",
        """
withdrawn:
  date: 2031-06-03
  because: It was made from a draft of the report.
""",
        beside=(_WITHDRAWN,),
    ),
    entry(
        "previous-withdrawn",
        "The report before this one is withdrawn here.",
        """Nothing is compared with a withdrawn digest, so the page shows no move from it. If
        another digest stands in its place, name that one.""",
        """
previous: nowhere-railway/2031-05-02
""",
        """
previous: nowhere-railway/2031-04-02
""",
        beside=(_WITHDRAWN, _STANDING),
    ),
)
