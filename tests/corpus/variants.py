"""What is done to a printed sentence before it is asked for: what must hold, and what must not."""

from __future__ import annotations

import re
from random import Random

_TYPOGRAPHY = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "—", "-": "‐", "\u00a0": " "}
)
_ELLIPSES = (" ... ", " … ", " [...] ", " […] ", "... ", "… ")
_OPPOSITES = {
    "good": "poor",
    "poor": "good",
    "effective": "ineffective",
    "ineffective": "effective",
    "most": "few",
    "few": "most",
    "increased": "reduced",
    "reduced": "increased",
    "improved": "declined",
    "strong": "weak",
    "weak": "strong",
    "well": "badly",
    "appropriate": "inappropriate",
    "adequate": "inadequate",
    "inadequate": "adequate",
    "always": "never",
    "all": "no",
    "more": "fewer",
    "high": "low",
    "low": "high",
    "sufficient": "insufficient",
    "insufficient": "sufficient",
    "better": "worse",
    "timely": "late",
    "quickly": "slowly",
    "with": "without",
    "without": "with",
    "consistent": "inconsistent",
    "inconsistent": "consistent",
    "clear": "unclear",
    "before": "after",
    "after": "before",
    "able": "unable",
    "unable": "able",
}
_AUXILIARIES = ("is", "are", "was", "were", "has", "have", "had", "can", "do", "does", "will")


def typographic(sentence: str, chance: Random) -> str | None:
    """Other quotation marks, dashes, spaces and ligatures."""
    text = sentence.translate(_TYPOGRAPHY)
    if "fi" in text and chance.random() < 0.5:
        text = text.replace("fi", "ﬁ").replace("fl", "ﬂ")
    words = text.split(" ")
    at = chance.randrange(1, len(words))
    return " ".join(words[:at]) + "\u00a0" + "  ".join(words[at:])


def part(sentence: str, chance: Random) -> str | None:
    """Some words of it that stand together."""
    words = sentence.split()
    length = chance.randint(6, len(words) - 1) if len(words) > 7 else 6
    start = chance.randint(0, len(words) - length)
    return " ".join(words[start : start + length])


def elided(sentence: str, chance: Random) -> str | None:
    """Some words in the middle left out, and marked."""
    words = sentence.split()
    if len(words) < 11:
        return None
    start = chance.randint(4, len(words) - 6)
    end = chance.randint(start + 1, len(words) - 4)
    return " ".join(words[:start]) + chance.choice(_ELLIPSES) + " ".join(words[end:])


def negation_dropped(sentence: str, _chance: Random) -> str | None:
    """`not` left out, or `n't`, `no`, `never`."""
    changed = re.sub(
        r"\b(?:not|no|never) |\bun(?=able|clear|safe)|(?<=\w)n['’]t\b", "", sentence, count=1
    )
    return changed if changed != sentence else None


def negation_added(sentence: str, _chance: Random) -> str | None:
    """`not` put in after the first verb that takes it."""
    pattern = rf"\b({'|'.join(_AUXILIARIES)}) (?!not)"
    changed = re.sub(pattern, r"\1 not ", sentence, count=1)
    return changed if changed != sentence else None


def number_changed(sentence: str, chance: Random) -> str | None:
    """One figure made another."""
    figures = [match.start() for match in re.finditer(r"\d", sentence)]
    if not figures:
        return None
    at = chance.choice(figures)
    figure = str((int(sentence[at]) + chance.randint(1, 9)) % 10)
    return sentence[:at] + figure + sentence[at + 1 :]


def opposite(sentence: str, chance: Random) -> str | None:
    """A word swapped for its opposite."""
    words = sentence.split(" ")
    found = [index for index, word in enumerate(words) if word in _OPPOSITES]
    if not found:
        return None
    at = chance.choice(found)
    return " ".join([*words[:at], _OPPOSITES[words[at]], *words[at + 1 :]])


def word_dropped(sentence: str, chance: Random) -> str | None:
    """A word left out in the middle, unmarked."""
    words = sentence.split()
    inner = [i for i in range(2, len(words) - 2) if words[i].isalpha() and words[i] != words[i - 1]]
    if not inner:
        return None
    at = chance.choice(inner)
    return " ".join(words[:at] + words[at + 1 :])


def reversed_halves(sentence: str, chance: Random) -> str | None:
    """The second half before the first, joined with nothing or an ellipsis."""
    words = sentence.rstrip(".").split()
    middle = len(words) // 2
    joined = chance.choice((" ", *_ELLIPSES))
    return " ".join(words[middle:]) + joined + " ".join(words[:middle])


HOLDING = {"typographic": typographic, "part": part, "elided": elided}
FALSE = {
    "negation dropped": negation_dropped,
    "negation added": negation_added,
    "number changed": number_changed,
    "opposite word": opposite,
    "word dropped": word_dropped,
    "halves reversed": reversed_halves,
}
