"""The names of what is judged, as Ofsted's reports on children's services print them."""

from __future__ import annotations

import re

OVERALL = "overall"

SIF = "ofsted-sif-2013"
ILACS = "ofsted-ilacs-2018"
ILACS_SPLIT = "ofsted-ilacs-2023"

STANDARDS = {
    SIF: ("help-and-protection", "looked-after", "adoption", "care-leavers", "leaders"),
    ILACS: ("leaders", "help-and-protection", "in-care-and-care-leavers"),
    ILACS_SPLIT: ("leaders", "help-and-protection", "in-care", "care-leavers"),
}
"""The standards of each framework, in the order of its reports."""

_EXPERIENCES = r"(?:the )?experiences? and progress of "
_HELP = r"children(?: and young people)?(?: who| in)? need(?: of)? help and protection"
_LOOKED_AFTER = (
    r"(?:children(?: and young people)? (?:who are )?looked after|looked after children)"
    r" and achieving permanence"
)
_SIF = (
    (rf"(?:1\.?0?\.? )?(?:{_EXPERIENCES})?{_HELP}", "help-and-protection"),
    (rf"(?:2\.?0?\.? )?(?:{_EXPERIENCES})?{_LOOKED_AFTER}", "looked-after"),
    (r"(?:2\.1\.? )?(?:the )?adoption (?:performance|services?)", "adoption"),
    (rf"(?:2\.2\.? )?{_EXPERIENCES}care leavers", "care-leavers"),
    (r"(?:3\.?0?\.? )?(?:the )?leadership,? management,? and governance", "leaders"),
    (r"(?:the )?overall effectiveness", OVERALL),
)
_CHILDREN_IN_CARE = r"children(?: and young people)? in care"
_PRACTICE = r"(?: on social work practice(?: with children(?: and(?: their)? families)?)?)?"
_ILACS = (
    (rf"(?:the )?impact of leaders(?:hip)?{_PRACTICE}", "leaders"),
    (rf"{_EXPERIENCES}{_HELP}", "help-and-protection"),
    (rf"{_EXPERIENCES}{_CHILDREN_IN_CARE},? and care leavers", "in-care-and-care-leavers"),
    (rf"{_EXPERIENCES}{_CHILDREN_IN_CARE}", "in-care"),
    (rf"{_EXPERIENCES}care leavers", "care-leavers"),
    (r"(?:the )?overall effectiveness", OVERALL),
)
NAMES = {
    SIF: tuple((re.compile(pattern), standard) for pattern, standard in _SIF),
    ILACS: tuple((re.compile(pattern), standard) for pattern, standard in _ILACS),
}
"""What each form of report calls its standards: a pattern for the whole name, and the id."""

STARTS = {
    SIF: re.compile(
        r"[123](?:\.[012])?\.?\s+[a-z]|(?:the\s+)?(?:experiences?|children|looked|adoption|leadership|"
        r"overall)\b",
        re.IGNORECASE,
    ),
    ILACS: re.compile(r"(?:the\s+)?(?:impact\b|experiences?\b|overall\b)", re.IGNORECASE),
}
"""How the line begins on which such a name begins."""

# A number leaves no doubt which row it is, so a slip of the pen in the words does no harm.
_NUMBERED = (
    (re.compile(r"1\.? .{0,30}help and protection.{0,10}"), "help-and-protection"),
    (re.compile(r"2\.? .{0,30}(?:looked after|permanence).{0,30}"), "looked-after"),
    (re.compile(r"2\.1\.? .{0,20}adoption.{0,25}"), "adoption"),
    (re.compile(r"2\.2\.? .{0,40}leavers.{0,10}"), "care-leavers"),
    (re.compile(r"3\.? .{0,10}leadership.{0,35}"), "leaders"),
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": ""})
_MARKS = re.compile(r"[\u00b9\u00b2\u00b3\u2070-\u2079*†]+")


def plain(words: str) -> str:
    """Small letters, single spaces, straight apostrophes, no ligatures, no footnote marks."""
    said = (
        _MARKS.sub("", words.translate(_LIGATURES))
        .lower()
        .replace("’", "'")
        .replace("care-leavers", "care leavers")
    )
    return " ".join(said.split())


def standard_named(words: str, form: str, *, numbered: bool = False) -> str | None:
    """The id of the standard that these words name in that form of report, and nothing else.

    `numbered`: the words are a row of the numbered table, where a slip of the pen is allowed.
    """
    said = re.sub(r"[\s:–—-]+\d?$", "", plain(words))
    for pattern, standard in NAMES[form]:
        if pattern.fullmatch(said):
            return standard
    if numbered and form == SIF and len(said.split()) <= 12:
        for pattern, standard in _NUMBERED:
            if pattern.fullmatch(said):
                return standard
    return None
