"""YAML as nobody should write it: lines of all kinds in a pile, and sound files damaged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

LONG = "x" * 1200  # YAML looks 1,024 characters far for the colon after a key
KEYS = [
    *("a", "b", "c", "d", "c d", "text", "King’s", "k-1", "null", "1", "é", "a:b", "a#b", "a,b"),
    *('"1.1"', "'x'", "<<", "'<<'", '"a  b"', "a  b", '""', "' '", '"a\\"b"', "'it''s'", "a "),
    *("- x", "? a", "[x]", "{y}", "&a", "*a", "!t", "%d", "@x", "`q`", "...", "---", LONG),
]
VALUES = [
    *("v", "v w", "v: w", "v #c", "v# c", "v:", "v ", "v  #c  # d", "v #", "a,b", "a]b", "a?", "!"),
    *("'q'", "'it''s'", '"d"', '"d\\n"', "'open", '"open', '"a: b"', "'a # b'", "'a' # c"),
    *("'a'#c", "'a' b", '"a"b', "''", '" "', "\u00a0", "'\u2003'", "v\u00a0", f"'{LONG}'", LONG),
    *("[a, b]", "[a]", "[]", "[a,b]", "[a, [b]]", "[a: b]", "[a, ]", "[ a ,b ]", "[a b, c-d]"),
    *("['a', \"b\"]", "['', b]", "[a - b]", "[-a]", "[a] # c", "[a]# c", "[http://x]", "[a"),
    *("{a: b}", "{a: b, c: d}", "{}", "{a: [b]}", "{a}", "{a: b, a: c}", '{"1": x}', "{a: b} #"),
    *("|", "|-", "|+", ">", ">-", ">+", "|2", ">-  ", "> #c", ">- x", "|a", "#c", " #c", ""),
    *(
        "- a",
        "-",
        "-a",
        "? b",
        "?b",
        ": b",
        ":b",
        "%a",
        "@a",
        "`a`",
        "~",
        "=",
        "*x",
        "&x v",
        "!t v",
    ),
    *("http://x.y/z", "v\tw", "v\u2028w", "v\x85w", "v\rw", "v\ufeff", "\U0001f600", "...", "---"),
]
WORDS = ["words", "  in", "# c", "- a", "k: v", "", "   ", "'q'", "end. ", "...", "---", "\ttab"]
OTHERS = [
    "",
    "  ",
    "# c",
    "    # c: d",
    "\t",
    "---",
    "...",
    "%YAML 1.1",
    "--- # c",
    "-",
    "?",
    "- - a",
]
SLIPS = [
    *("\n", " ", "  ", ":", ": ", "#", " #", "-", "- ", "'", '"', "[", "]", "{", "}", ",", "\t"),
    *("\r", "&", "*", "!", "|", ">", "?", "%", "@", "\u00a0", "\u2028", "\x85", "\ufeff", "\x00"),
    *("\n\n", "\n  ", "---\n", "\\"),
]
ENDS = ["\n"] * 4 + ["", "\n\n", "  ", "\n  \n", "\n# c\n", "\n#c"]


def hostile_texts(count: int, sound: Sequence[str], seed: str) -> Iterator[str]:
    """So many texts, the same for a seed; three in ten are `sound` ones with a few slips."""
    chance = Random(seed)  # noqa: S311 - the same texts each time
    for _ in range(count):
        yield _piled(chance) if chance.random() < 0.7 else _damaged(chance.choice(sound), chance)


def _piled(chance: Random) -> str:
    lines: list[str] = []
    indent = 0
    for _ in range(chance.randint(1, 12)):
        if chance.random() < 0.08:
            lines.append(chance.choice(OTHERS))
            continue
        at = indent if chance.random() < 0.4 else chance.choice((0, 0, 0, 2, 2, 2, 4, 4, 1, 3, 6))
        dash = chance.choice(("- ", "- ", "-   ")) if chance.random() < 0.28 else ""
        line = _line(at, dash, chance)
        lines.append(line)
        indent = at
        if line.rstrip().endswith(("|", ">", "-", "+")):
            lines += _block(at + len(dash) + chance.choice((2, 2, 2, 1, 0, 4)), chance)
        elif line.endswith(":"):
            indent = at + len(dash) + 2
    return "\n".join(lines) + chance.choice(ENDS)


def _line(at: int, dash: str, chance: Random) -> str:
    if chance.random() < (0.3 if dash else 0.04):
        return f"{' ' * at}{dash}{chance.choice(VALUES)}"
    key = chance.choice(KEYS) if chance.random() < 0.5 else chance.choice("abcdefghij")
    value = chance.choice(VALUES) if chance.random() < 0.75 else ""
    space = chance.choice((" ", " ", " ", "  ", "")) if value else chance.choice(("", "", " "))
    return f"{' ' * at}{dash}{key}:{space}{value}"


def _block(width: int, chance: Random) -> Iterator[str]:
    for _ in range(chance.randint(0, 4)):
        further = chance.choice((0, 0, 0, 0, 0, 0, 1, 2, -1))
        yield " " * (width + further) + chance.choice(WORDS)
    for _ in range(chance.choice((0, 0, 0, 1, 2))):
        yield " " * chance.randint(0, 6)


def _damaged(text: str, chance: Random) -> str:
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(text) + 1)
        gone = chance.randint(1, 4) if chance.random() < 0.4 else 0
        text = text[:at] + ("" if gone else chance.choice(SLIPS)) + text[at + gone :]
    return text
