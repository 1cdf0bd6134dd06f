"""Texts that a checker may stumble over, made from a seed, and reports that are full of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random

from inspection_digest.documents.text import SourceText

# What printing, copying and malice do to words; several characters are one thing a person pastes.
PIECES: tuple[str, ...] = (
    *"aabcdefghilmnopqrstuvwyzAIST0123456789",
    *" \n\t\u00a0\u2009\u202f\u3000\x1c\x85\u2028",
    *"'\"‘’“”«»`´′″ʼ",
    *"-‐‑‒–—−―•●\uf0b7\uf02d",
    *"ﬀﬁﬂﬃﬄﬅﬆ",
    *"\u00ad\ufffe\u0002\u200b\u200c\u200d\u2060\ufeff\u200e\u202e\uffff",
    *"\u0301\u0308\u0323\u0338\u20dd",
    *"éñÅ\u212bßſΣςİıǅ½²³¹①Ⅷ٣一°%‰£$€.,;:!?()[]{}/&+<>=~×",
    *"😀👍𝟏𐐀𠀀",
    *(
        "e\u0301",
        "👩\u200d👩\u200d👧",
        "🇬🇧",
        "\u1100\u1161",
        "مرحبا",
        "שלום",
        "…",
        "...",
        "[...]",
        " – ",
        "-\n",
        "ﬁ\u0301",
    ),
)


def text(chance: Random) -> str:
    """A text of up to sixty pieces."""
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(61)))


WORDS = [
    "leaders",
    "staff",
    "officers",
    "cases",
    "plans",
    "reviews",
    "managers",
    "practitioners",
    "assessments",
    "courts",
    "risk",
    "harm",
    "service",
    "the",
    "a",
    "of",
    "and",
    "to",
    "in",
    "is",
    "are",
    "was",
    "were",
    "not",
    "no",
    "never",
    "without",
    "with",
    "good",
    "poor",
    "outstanding",
    "inadequate",
    "effective",
    "ineffective",
    "sufficient",
    "insufficient",
    "most",
    "few",
    "all",
    "some",
    "three",
    "seven",
    "half",
    "16.7",
    "98.5%",
    "£7,000",
    "2017–18",
    "self-employed",
    "well-led",
    "ﬁrst",
    "ofﬁcer’s",
    "“ready”",
    "don’t",
    "café",
    "café",
    "KS4",
    "10²",
    "😀",
    "co-operate",
    "re-offending",
    "improved",
    "[sic]",
    "Company",
    "(CRC)",
    "always",
]


def reports(chance: Random) -> Mapping[str, SourceText]:
    """A printed report, one with a damaged page, a running text, extracts, and one nearly empty."""
    return {
        "report": SourceText(tuple(page(chance, number) for number in range(1, 7)), paged=True),
        "damaged": SourceText(
            tuple(page(chance, number) for number in range(1, 5)),
            paged=True,
            damaged=frozenset({2}),
        ),
        "running": SourceText(("\n\n".join(_paragraph(chance) for _ in range(9)),)),
        "extracts": SourceText(
            (" \n \n".join(_paragraph(chance) for _ in range(7)),), extracts=True
        ),
        "scan": SourceText(("\u200b \n", "\n"), paged=True),
    }


def sentences(source: SourceText) -> list[str]:
    """Its sentences as a person copies them, over the ends of lines and pages."""
    whole = re.sub(r"([-‐])\s*\n\s*", r"\1", "\n".join(source.pages)).replace("\u00ad\n", "")
    found = [" ".join(each.split()) for each in re.split(r"(?<=[.!?])\s+", whole)]
    return [each for each in found if len(each.split()) > 6] or ["words that nobody can find here"]


def page(chance: Random, number: int) -> str:
    """A page with a running header, paragraphs in lines, footnotes sometimes, and its number."""
    body = "\n\n".join(_in_lines(chance, _paragraph(chance)) for _ in range(chance.randint(2, 4)))
    note, words = "", body.split(" ")
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(words))
        words[at] = re.sub(r"(?<=[a-z])$", chance.choice(["1", "¹", "²"]), words[at], count=1)
        body, note = " ".join(words), chance.choice(["", "\n1 A note at the foot of the page.\n"])
    return f"Toy Railways {chance.choice(['2031', '2032'])}\n\n{body}\n{note}\n{number}\n"


def _paragraph(chance: Random) -> str:
    return " ".join(_sentence(chance) for _ in range(chance.randint(2, 5)))


def _sentence(chance: Random) -> str:
    if chance.random() < 0.15:  # a report repeats itself
        return "Every station has a clock and no train is late."
    words = chance.choices(WORDS, k=chance.randint(7, 24))
    return f"{words[0].capitalize()} {' '.join(words[1:])}{chance.choice('..?!')}"


def _in_lines(chance: Random, text: str) -> str:
    """Set in lines, some words broken at their ends."""
    words = text.split(" ")
    lines, line = [], ""
    for word in words:
        if len(line) > 60 and len(word) > 6 and word.isalpha():
            cut = chance.choice(["-", "\u00ad", "‐"])
            lines.append(f"{line} {word[:3]}{cut}")
            line = word[3:]
        elif len(line) > 70:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def _bracketed(sentence: str, chance: Random) -> str | None:
    """Words of ours in the place of some of its own."""
    words = sentence.split()
    at = chance.randrange(len(words))
    ours = chance.choice(["the company", "sic", "they", "not", "most", "X", ""])
    return " ".join([*words[:at], f"[{ours}]", *words[at + chance.randrange(4) :]])


def _recased(sentence: str, _chance: Random) -> str | None:
    return re.sub(r"^\w", lambda first: f"[{first.group().swapcase()}]", sentence)


def _inflected(sentence: str, chance: Random) -> str | None:
    words = sentence.split()
    at = chance.randrange(len(words))
    words[at] = re.sub(r"s$", chance.choice(["[s]", "[ed]", "[ing]"]), words[at])
    return " ".join(words)


def _two_gaps(sentence: str, chance: Random) -> str | None:
    words = sentence.split()
    at = sorted(chance.sample(range(1, len(words)), 2))
    joint = chance.choice(["…", "...", " [...] ", " . . . "])
    return joint.join(
        " ".join(part) for part in (words[: at[0]], words[at[0] + 1 : at[1]], words[at[1] :])
    )


def _in_marks(sentence: str, chance: Random) -> str | None:
    pairs = (("“", "”"), ("'", "'"), ("«", "»"), ("...", "…"), ("[…] ", ""), ("", " [they]"))
    before, after = chance.choice(pairs)
    return f"{before}{sentence}{after}"


def _spoilt(sentence: str, chance: Random) -> str | None:
    """Any piece put in anywhere."""
    at = chance.randrange(len(sentence) + 1)
    return sentence[:at] + chance.choice(PIECES) + sentence[at:]


def _spliced(sentence: str, chance: Random) -> str | None:
    half = len(sentence) // 2
    return (
        sentence[:half].rsplit(" ", 1)[0]
        + " Every station has a clock and no train"
        + chance.choice([" is late", ""])
    )


def _short(sentence: str, chance: Random) -> str | None:
    words = sentence.split()
    at = chance.randrange(len(words))
    return " ".join(words[at : at + chance.randint(1, 3)])


def _whole(sentence: str, _chance: Random) -> str | None:
    return sentence


def _strange(_sentence: str, chance: Random) -> str | None:
    return text(chance)


def _levelled(sentence: str, _chance: Random) -> str | None:
    """Raised figures on the line, as most readers of documents put them."""
    return sentence.translate(str.maketrans("⁰¹²³", "0123"))


def _jumbled(sentence: str, chance: Random) -> str | None:
    """Several words other ones, more of them, fewer."""
    words = sentence.split()
    for _ in range(chance.randint(2, 5)):
        at = chance.randrange(len(words))
        words[at : at + chance.randrange(3)] = chance.choices(WORDS, k=chance.randrange(1, 3))
    return " ".join(words)


def _linked(sentence: str, chance: Random) -> str | None:
    """A true piece, words of the quoter's own, another true piece."""
    link = chance.choice(["and", "and then", "but not", "so, they say,"])
    return (
        f"{' '.join(sentence.split()[:6])} {link} Every station has a clock and no train is late."
    )


CHANGES: tuple[Callable[[str, Random], str | None], ...] = (
    _bracketed,
    _recased,
    _inflected,
    _two_gaps,
    _in_marks,
    _spoilt,
    _spliced,
    _short,
    _whole,
    _strange,
    _levelled,
    _jumbled,
    _linked,
)
