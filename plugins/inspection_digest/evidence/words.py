"""Words a reader must hear about when a quotation leaves them out or changes them.

Three kinds: negations, numbers and grades. The lists err on the side of naming too much: they
never decide that a quotation holds, they only refuse an edit and colour a warning.
"""

from __future__ import annotations

import re


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEGATION, NUMBER, GRADE, WORD = "negation", "number", "grade", "word"

_NEGATIONS = _listed(
    "not no nor none never neither nobody nothing nowhere without cannot cant wont dont doesnt "
    "didnt isnt arent wasnt werent hasnt havent hadnt wouldnt shouldnt couldnt neednt mustnt aint "
    "hardly barely scarcely rarely seldom unable fail fails failed failing failure failures lack "
    "lacks lacked lacking absence absent refuse refused despite except unless until non inability "
    "deny denies denied"
)

# Adjectives and adverbs of judgement that a prefix turns into their opposite.
_TURNED = re.compile(
    r"(?:un|in|im|ir|il|dis|mis|non|under|de)"
    r"(?:abl|accept|address|alloc|assess|happy|regulat|accura|adequa|appropriat|aware|capab|certain|clear|complete|confiden|"
    r"consider|consist|decis|develop|effect|effici|equal|equit|exper|fair|familiar|fit|"
    r"focus|fortunat|frequent|function|healthy|help|jus|known|lawful|lik|logic|manag|"
    r"measur|met|moral|mov|necess|perform|plan|polite|possib|practic|precis|prepar|proper|"
    r"qualif|qualit|ready|realis|reasonab|regular|relevan|reliab|resolv|resourc|respons|rigor|"
    r"safe|satis|secur|sensitiv|settl|significan|skill|staff|stab|structur|successful|sufficien|"
    r"suit|support|sure|sustain|system|tim|touch|train|treat|trust|us|valu|visib|warrant|well|"
    r"will|wise|worthy|agree|allow|advantag|approv|continu|courag|engag|honest|like|order|organis|"
    r"proportion|regard|satisf|similar|trust)",
)
_LESS = re.compile(
    r"(?:use|care|help|hope|point|worth|end|need|mean|thought|rest|reck|aim|law|power)"
    r"less(?:ly|ness)?$"
)

_NUMBERS = _listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty "
    "ninety hundred hundreds thousand thousands million millions billion billions dozen dozens "
    "half halves third thirds quarter quarters fifth fifths once twice double treble triple "
    "percent percentage majority minority most few fewer"
)

# The steps of the inspectorates' scales.
_GRADES = _listed(
    "outstanding good satisfactory adequate inadequate poor requires requiring improvement"
)

# Words that carry a judgement or an amount without being a grade or a number.
_WEIGHTY = _listed(
    "all some several every many any only always often sometimes mostly mainly largely generally "
    "usually occasionally partly fully wholly very excellent exceptional weak weaker weakness "
    "weaknesses strong stronger strength strengths effective sufficient acceptable safe unsafe "
    "better best worse worst high higher highest low lower lowest more less least increase "
    "increased increasing decrease decreased decreasing reduce reduced rise risen fall fallen "
    "improved improving declined deteriorated met may might must should could will far anything"
)

_PARTING = re.compile(r"[\s‐‑–—/-]+")
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")


def plain(word: str) -> str:
    """The letters and digits of a word, in lower case: `"Good",` is `good`, `isn't` is `isnt`."""
    return "".join(_LETTERS_AND_DIGITS.findall(word)).lower()


def has_word(text: str) -> bool:
    """Whether a text has a letter or a digit: whether there is anything `plain` in it."""
    return _LETTERS_AND_DIGITS.search(text) is not None


def kind_of(word: str) -> str:
    """`negation`, `number`, `grade` or `word`, of one word as printed."""
    letters = plain(word)
    if letters in _GRADES:  # "inadequate" denies too, but a reader must hear of the grade
        return GRADE
    if is_negation(letters):
        return NEGATION
    return NUMBER if letters in _NUMBERS or _has_figure(word) else WORD


def is_weighty(word: str) -> bool:
    """Whether a word in square brackets would change what was judged, or how much of it."""
    return kind_of(word) != WORD or plain(word) in _WEIGHTY


def is_negation(letters: str) -> bool:
    """Whether a word, as `plain` gives it, denies: a word of denial, `n't`, or a prefix."""
    if letters in _NEGATIONS or (letters.endswith("nt") and letters[:-2] in _HELPING):
        return True
    return bool(_TURNED.match(letters) or _LESS.match(letters)) and letters not in _INNOCENT


def words_of(text: str) -> list[str]:
    """The words of a text, parted at spaces, dashes and strokes."""
    return [word for word in _PARTING.split(text) if word]


def kinds_in(text: str) -> tuple[str, ...]:
    """Which of negation, number and grade stand in a text, in that order."""
    found = {kind_of(word) for word in words_of(text)}
    return tuple(kind for kind in (NEGATION, NUMBER, GRADE) if kind in found)


def _has_figure(word: str) -> bool:
    return any(character.isnumeric() or character in "%‰£$€" for character in word)


_HELPING = _listed("is are was were has have had do does did would should could need must")
_INNOCENT = _listed(
    "disabled invaluable insure insured insures misuse misused misuses misusing underlying"
)
