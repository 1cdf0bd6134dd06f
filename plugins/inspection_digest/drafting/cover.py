"""What the first page of a report states once: who was inspected, when, and the overall grade."""

from __future__ import annotations

import re

from inspection_digest.drafting.grades import GRADE, read_grade

_SERVICES = r"children[’']s (?:social care )?services"
_TITLE_SIF = re.compile(
    r"(?:re-? ?)?inspection of services for\s+children in need of\s+help\s+and\s+protection",
    re.IGNORECASE,
)
_TITLE_ILACS = re.compile(
    rf"(?:re-? ?)?inspection of (?:local authority )?{_SERVICES}", re.IGNORECASE
)
_TITLE_NAMED = re.compile(
    rf"inspection of ((?:(?!inspection)[^.:]){{2,90}}?) (?:local authority(?:[’']s)? )?{_SERVICES}",
    re.IGNORECASE,
)
_OTHER_KINDS = re.compile(
    r"(?:the )?(?:\w+ ){0,2}(?:monitoring visit|focused visit|joint targeted area inspection)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"ofsted|raising standards|improving lives|.*\breport\b.*|.*\bdates?:.*|www\.\S+|\d+|and",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"^[^\S\n]*(?:(?:report )?(?:first )?published(?: on)?|publication date)\s*:?\s+(.{4,60})$",
    re.IGNORECASE | re.MULTILINE,
)
_INSPECTED = re.compile(
    r"(?:re-?)?inspect(?:ion|ed)(?: date\(?s?\)?| on| between)?\s*:\s*(.*)", re.IGNORECASE
)
_GOES_ON = re.compile(r"(?:\bto|\band|\buntil|[,–—-])$|^$", re.IGNORECASE)
_YEAR_TO_COME = re.compile(
    r"\d{1,2}\n[A-Z][a-z]+ \d{4}$|[a-z]\n\d{4}$|\d\n(?:to|and|[–—-])\s", re.IGNORECASE
)
_OVERALL = re.compile(
    r"^[^\S\n]*(?:overall, )?(?=the overall judge?ment|children[’']s (?:social care )?services|"
    r"services for children in (?!need|care))(?P<sentence>.+(?:\n.+){0,4})",
    re.IGNORECASE | re.MULTILINE,
)
# The first grade in the sentence or none: what follows may be the first row of the table.
_JUDGED = re.compile(
    rf"(?:(?!\b{GRADE}\b)[^:;])*(?:(?<=is )|(?<=are )|(?<=be )|(?<= )(?=require))(?P<grade>{GRADE})"
    r"(?=$|[.,:]|\s+because\b|\s\d|\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
_OF_ANOTHER_TIME = re.compile(r"\b(?:not|no longer|was|were|had|previously|now)\b", re.IGNORECASE)


def no_rated_inspection(page: str) -> bool:
    """Whether a first page is that of a letter, a visit or a joint inspection: no grades follow."""
    lines = _lines(page)
    return any(line.startswith("Dear ") for line in lines[:40]) or any(
        _OTHER_KINDS.match(line) for line in lines[:4]
    )


def printed_provider(page: str) -> str | None:
    """The provider's name as the first page prints it, in one line."""
    lines = _lines(page)
    for at in range(min(len(lines), 14)):
        title = " ".join(lines[at : at + 4])
        if _TITLE_SIF.match(title) or _TITLE_ILACS.match(title):
            return _name(lines[max(at - 3, 0) : at]) or _name_after(lines[at + 1 : at + 8])
        named = _TITLE_NAMED.match(title)
        if named:
            return named[1]
    return None


def inspection_dates(page: str) -> str | None:
    """The words after “Inspection dates:”, over as many lines as they take, not yet as dates."""
    lines = _lines(page)
    for at, line in enumerate(lines):
        match = _INSPECTED.fullmatch(line)
        if match:
            words = match[1]
            for other in lines[at + 1 : at + 4]:
                if not (_GOES_ON.search(words) or _YEAR_TO_COME.search(f"{words}\n{other}")):
                    break
                words = f"{words} {other}".strip()
            return words or None
    return None


def publication_date(page: str) -> str | None:
    """The words after “Report published:”."""
    match = _PUBLISHED.search(page)
    return match[1] if match else None


def overall_sentences(page: str) -> tuple[str, ...]:
    """The grades that sentences on the whole of the services give, in order."""
    found = []
    for match in _OVERALL.finditer(page):
        sentence = " ".join(re.sub(r"[“”‘\"]|:(?=\s)|’(?=\W|$)", "", match["sentence"]).split())
        judged = _JUDGED.match(sentence)
        if judged is None or _OF_ANOTHER_TIME.search(judged[0]) or len(judged[0].split()) > 30:
            continue
        grade = read_grade(judged["grade"])
        if grade:
            found.append(grade)
    return tuple(found)


def _lines(page: str) -> list[str]:
    """The lines that are not blank, with single spaces."""
    return [joined for line in page.split("\n") if (joined := " ".join(line.split()))]


def _name(lines: list[str]) -> str | None:
    words = [line for line in lines if not _NOT_A_NAME.fullmatch(line)]
    return " ".join(words) or None


def _name_after(lines: list[str]) -> str | None:
    """The name between the title and the dates, where a page has it there."""
    for at, line in enumerate(lines):
        if re.match(r"inspection dates?\b|lead inspector", line, re.IGNORECASE):
            return _name(lines[max(at - 2, 0) : at])
    return None
