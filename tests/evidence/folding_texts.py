"""The texts of the folding vectors: each thing that folding knows, alone and in its company.

`tests/examples/folding.json` holds what each folds to. Python and the browser must both agree with
that file. After a change of the folding that is meant, this writes it again; read the difference:
`UPDATE_VECTORS=1 .venv/bin/python -m pytest tests/evidence/test_folding_vectors.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

MARKS = "'\"`´‘’‚‛“”„‟′″‵‶ʼʹ«»‹›"
LIGATURES = "ﬀﬁﬂﬃﬄﬅﬆ"
DASHES = "-‐‑‒–−\uf02d—―─"
SOFT = "\u00ad\ufffe\u0002"
BULLETS = "•‣◦●○■□▪▫◼◾►➢\uf06e\uf0a7\uf0b7\uf0be\uf0d8"
SPACES = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2007\u2009\u2028\u2029\u202f\u205f\u3000"
)
INVISIBLE = "\u200b\u2060\ufeff"
# Content, however it looks: none of these may be folded away.
CONTENT = "\u200c\u200d\u200e\u202e\u180e\u2044½²₂³①Ⅷ٣一£€%‰°±×÷@#&*/\\()[]{}<>=+~^|_.,;:!?¿ßſΣςİıǅ"
ACCENTED = (
    "e\u0301",
    "é",
    "n\u0303",
    "A\u030a",
    "\u212b",
    "o\u0323\u0302",
    "o\u0302\u0323",
    "\u0301e",
    "e" + "\u0323\u0301" * 40 + "e\u0301",
    "\u0301" * 70 + "e",
)
ASTRAL = "😀👩\U0001d7cf\U00010400\U0001f1ec\U00020000\U000e0001"
SCRIPTS = (
    "مرحبا بالعالم",
    "שלום – עולם",
    "Ελληνικά ‘λόγος’",
    "日本語の引用",
    "हिन्दी",
    "\u1100\u1161\u11a8",
    "각",
)
SENTENCES = (
    "“Leaders know their staff well,” she said.",
    "The CRC’s self-employed officers - all 17 - were ‘Good’.",
    "He had £7,000 (0.7%) in 2017–18; −5 °C was the low-\nest.",
    "The ﬁrst ofﬁcer… and the last ...",
    "word-\nword, word- \n word, word‐\r\nword, word\u00ad\nword, word\u00adword",
    "•\u00a0a bullet\n• another — and – a third",
    "a\u200bb \u200b c\u2060-\u2060d \ufeff",
    "family\u200d: 👩\u200d👩\u200d👧, flag: 🇬🇧, digit: 𝟏𝟐, CJK: 𠀀",
    "cafe\u0301 – naïve ﬁ\u0301ance\u0301",
    "don't, don’t, ‘don`t’, 5'10\", 6′2″",
    "before\uffffafter",
    "-5, - 5, –5 and 7-",
    "1.\u20095 and 1,\u00a0000",
    "\u202eright to left\u202c",
)


def texts() -> Iterator[str]:
    """Every text, each once."""
    seen: set[str] = set()
    for text in _all():
        if text not in seen:
            seen.add(text)
            yield text


def _all() -> Iterator[str]:
    yield from ("", " ", "a", "\u200b", "\u00ad", "-", "- -", "a b", " a  b ")
    for mark in MARKS:
        yield f"{mark}word{mark}s"
    for ligature in LIGATURES:
        yield from (f"o{ligature}ice", f"{ligature} {ligature}\u0301")
    for dash in DASHES + SOFT:
        yield from (f"one{dash}two", f"one {dash} two", f"one{dash} two", f"one {dash}2")
        yield from (
            f"one{dash}\ntwo",
            f"one{dash}\u200b\n  two",
            f"{dash}one{dash}",
            f"a{dash}{dash}b",
        )
    for bullet in BULLETS:
        yield from (f"{bullet} item", f"item{bullet}item", f"one\n{bullet}two{bullet}")
    for space in SPACES:
        yield from (f"a{space}b", f"{space}a-{space}b{space}")
    for mark in INVISIBLE:
        yield from (f"{mark}a{mark}b{mark}", f"a {mark} b", f"a-{mark}b", f"a{mark}é{mark}\u0301")
    for character in CONTENT:
        yield from (character, f"a{character}b {character}")
    for accented in ACCENTED:
        yield from (f"x{accented}x", f" {accented}-{accented}ﬁ ")
    for character in ASTRAL:
        yield from (
            f"{character}a",
            f"a{character}\u0301 ’{character}’",
            f"ﬁ{character}…-{character}",
        )
    for script in SCRIPTS:
        yield from (script, f"‘{script}’ – {script[::-1]}…")
    for sentence in SENTENCES:
        yield from (sentence, sentence.upper(), sentence.replace(" ", "\n"))
