"""A quotation taken apart: the fragments that claim to be printed, and what joins them.

`...`, `…`, `[...]` and `[…]` leave words out; `[square brackets]` are ours. A source may have
either literally, and a quotation may come with marks around it or without, so one text has several
readings, from the most literal on. The first that holds is the quotation's.
"""

from __future__ import annotations

import re

from msgspec import Struct

from inspection_digest.evidence.fold import BARRIER, Folded, clean, fold
from inspection_digest.evidence.words import has_word, is_negation, is_weighty, plain, words_of

_ELLIPSIS = (
    r"\[\s*(?:…|\.{3,4}|\.\s\.\s\.)\s*\]|\(\s*(?:…|\.{3,4})\s*\)|…\.?|\.{3,4}"
    r"|(?<![.\w])\.\s\.\s\.(?!\w)|(?<=\s)\.\s\.\s\."
)
_BRACKET = r"\[[^\[\]]*\]"
_JOINT = {
    (True, False): re.compile(rf"({_ELLIPSIS})"),
    (False, True): re.compile(rf"({_BRACKET})"),
    (True, True): re.compile(rf"({_ELLIPSIS}|{_BRACKET})"),
}
_CAPITAL = re.compile(r"(?<!\w)\[(\w)\](?=\w)")
_INFLECTED = re.compile(r"(?<![\w'’-])(\w{2,})\[(\w{1,4})\](?![\w'’-])")
_ENDINGS = frozenset(("", "s", "es", "e", "ed", "d", "ing", "ies", "y", "ied"))
# A run of these becomes one space; one space alone, the usual case, is left as it is.
_BREAK = r"\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029"
_BREAKS = re.compile(rf" *[{_BREAK}][ {_BREAK}]*|  +")
_MARKS = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "‹": "›", "„": "“"}
MOST_FRAGMENTS = 30  # more is no quotation
MOST_REPLACED = 6  # words of the source that one bracket may stand for
# Letters beyond Latin: some look like one, and a word of them is on no list of words that weigh.
FOREIGN = re.compile("[^\\x00-\\u024f‘’“”–—…]")


class Joint(Struct, frozen=True):
    """What stands between two fragments, or before the first, or after the last.

    `gap`: words are left out. `edit`: our words, without their brackets. `stem`: of `plan[ned]`,
    the letters that are printed.
    """

    gap: bool = False
    edit: str | None = None
    stem: str | None = None


class Quotation(Struct, frozen=True):
    """One reading of a quotation: fragments, and `joints` one longer (before, between, after)."""

    fragments: tuple[Folded, ...]
    joints: tuple[Joint | None, ...]
    recased: bool = False  # `[T]he` where the source has `the`

    @property
    def edited(self) -> bool:
        return self.recased or any(joint and joint.edit is not None for joint in self.joints)

    @property
    def elided(self) -> bool:
        return any(joint and joint.gap for joint in self.joints)


def readings(text: str, *, as_written: bool = False) -> list[Quotation]:
    """The readings of a quotation, the most literal first; none for one without a word.

    `as_written`: only those in which marks around it are the source's own.
    """
    written = _on_one_line(text)
    found: list[Quotation] = []
    for inner in dict.fromkeys((written, written if as_written else without_marks(written))):
        found.append(Quotation((fold(inner),), (None, None)))
        dots, brackets = _has_dots(inner), _has_brackets(inner)
        for kinds in ((dots, False), (False, brackets), (dots and brackets,) * 2):
            if any(kinds):
                found.extend(_taken_apart(inner, kinds))
    return [each for each in found if any(has_word(fragment.text) for fragment in each.fragments)]


def fragments_of(text: str) -> list[str]:
    """The stretches of a quotation that claim to be printed, as they are written."""
    inner = without_marks(_on_one_line(text))
    parts = _JOINT[True, True].split(_CAPITAL.sub(_recase, inner))
    return [part.strip() for part in parts[::2] if plain(part)][:MOST_FRAGMENTS]


def without_marks(text: str) -> str:
    """A text without the pair of marks that it begins and ends with, if it does."""
    if len(text) > 2 and _MARKS.get(text[0]) == text[-1]:
        return text[1:-1].strip()
    return text


def refused(joint: Joint) -> bool:
    """Whether the words in a bracket are more than an editor may put in."""
    if joint.edit is None:
        return False
    words = words_of(joint.edit)
    if not words or len(words) > MOST_REPLACED or FOREIGN.search(joint.edit):
        return True
    return any(is_weighty(word) for word in words)


def replaceable(joint: Joint, printed: str) -> bool:
    """Whether a bracket may stand for these printed words: few, and none that weighs."""
    if "[" in printed or "]" in printed:  # an edit of the source's own stays as it is
        return False
    words = [word for word in words_of(printed) if plain(word)]
    if joint.stem is not None:
        return len(words) == 1 and _inflects(joint.stem, plain(words[0]))
    if joint.edit == "sic":
        return not words
    return len(words) <= MOST_REPLACED and not any(is_weighty(word) for word in words)


def _inflects(stem: str, word: str) -> bool:
    stem = stem.lower()
    shared = len(stem) if word.startswith(stem) else 0
    return bool(shared) and _is_ending(stem, word[shared:]) and not is_negation(word)


def _is_ending(stem: str, rest: str) -> bool:
    """`plan`: `s`, or `ned` with its last letter doubled."""
    return rest in _ENDINGS or (rest[0] == stem[-1] and rest[1:] in _ENDINGS)


def _has_dots(text: str) -> bool:
    some = "…" in text or text.count(".") > 2
    return some and _JOINT[True, False].search(text) is not None


def _has_brackets(text: str) -> bool:
    return "[" in text and _JOINT[False, True].search(text) is not None


def _on_one_line(text: str) -> str:
    """A quotation has no lines: what breaks one is a space, other spaces stay what they are."""
    if text.isprintable() and "  " not in text:  # a line break is not printable
        return text.strip()
    return _BREAKS.sub(" ", clean(text)).strip()


def _taken_apart(text: str, kinds: tuple[bool, bool]) -> list[Quotation]:
    recased = text
    if kinds[1]:
        recased = _CAPITAL.sub(_recase, text)
        recased = _INFLECTED.sub(rf"[\1{BARRIER}\2]", recased)
    parts = _JOINT[kinds].split(recased)
    fragments: list[Folded] = []
    joints: list[Joint | None] = [None]
    for index, part in enumerate(parts):
        if index % 2:
            joints[-1] = _merged(joints[-1], _joint(part))
            continue
        folded = fold(part)
        if folded.text:
            fragments.append(folded)
            joints.append(None)
    if not 0 < len(fragments) <= MOST_FRAGMENTS:
        return []
    changed = _CAPITAL.search(text) is not None and kinds[1]
    return [Quotation(tuple(fragments), tuple(joints), recased=changed)]


def _recase(match: re.Match[str]) -> str:
    return match.group(1).swapcase()


def _joint(part: str) -> Joint:
    if re.fullmatch(_ELLIPSIS, part):
        return Joint(gap=True)
    inside = part[1:-1].strip()
    if BARRIER in inside:
        stem, ending = inside.split(BARRIER, 1)
        fair = _is_ending(stem.lower(), ending.lower())
        return Joint(edit=stem + ending if fair else "", stem=stem)
    return Joint(edit=inside)


def _merged(one: Joint | None, other: Joint) -> Joint:
    if one is None:
        return other
    edits = [each.edit for each in (one, other) if each.edit is not None]
    return Joint(one.gap or other.gap, " ".join(edits) if edits else None, other.stem or one.stem)
