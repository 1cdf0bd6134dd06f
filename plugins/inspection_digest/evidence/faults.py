"""A quotation whose fragments all stand in order and still do not hold: the joint at fault."""

from __future__ import annotations

import re
from collections.abc import Sequence

from inspection_digest.evidence.chain import in_order, may_stand_between
from inspection_digest.evidence.changes import changes_between
from inspection_digest.evidence.fold import BARRIER
from inspection_digest.evidence.fragments import Joint, Quotation, readings, refused
from inspection_digest.evidence.locate import Match
from inspection_digest.evidence.nearest import Passage
from inspection_digest.evidence.prepared import Reading, readable

_MOST_LEFT_OUT = 25  # words: further apart, the fragments are no one passage
_WORDS_BEFORE = re.compile(r"(?:[^\s\uffff]+\s+){1,3}$")
_WORDS_AFTER = re.compile(r"\s*(?:[^\s\uffff]+\s*){1,3}")


def fault(text: str, reading: Reading) -> Passage | None:
    """The passage with the bracket or ellipsis that may not be there, against what is printed."""
    for quotation in reversed(readings(text)):
        matches = in_order(quotation, reading)
        at_fault = _first_fault(quotation, matches, reading) if matches else None
        if at_fault is None:
            continue
        joint, start, end = at_fault
        source = reading.flow.text
        printed = source[start:end]
        if BARRIER in printed or len(printed.split()) > _MOST_LEFT_OUT:
            continue
        ours = "..." if joint.edit is None else f"[{joint.edit}]"
        whole = reading.given(matches[0].start, matches[-1].end)
        first, last = min(start, whole[0]), max(end, whole[1])
        changes = changes_between([(ours, readable(printed))])
        return Passage(first, last, 1.0, readable(source[first:last]), changes)
    return None


def _first_fault(
    quotation: Quotation, matches: Sequence[Match], reading: Reading
) -> tuple[Joint, int, int] | None:
    """The joint at fault, and the stretch of the source's text that it stands for.

    Of the joints within the quotation the first that breaks a rule; else an edit at its edge,
    which can only be refused for the words beside it.
    """
    for index in range(1, len(matches)):
        one, other = matches[index - 1], matches[index]
        joint = quotation.joints[index]
        fair = may_stand_between(quotation, reading, index, one, other)
        if joint is not None and (refused(joint) or not fair):
            return joint, reading.given(one.start, one.end)[1], reading.folded.origin(other.start)
    start, end = reading.given(matches[0].start, matches[-1].end)
    text = reading.flow.text
    if quotation.joints[0] and (before := _WORDS_BEFORE.search(text, max(start - 80, 0), start)):
        return quotation.joints[0], before.start(), start
    if quotation.joints[-1] and (after := _WORDS_AFTER.match(text, end)):
        return quotation.joints[-1], end, after.end()
    return None
