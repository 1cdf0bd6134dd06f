"""A word with a hyphen where a line ends: the hyphen is the word's own, or the printer's.

The page before us does not say which, and both forms prove. Only where one of them, and not the
other, stands on one line somewhere in the same source is the spelling known.
"""

from __future__ import annotations

import re

from inspection_digest.evidence.prepared import PreparedSource

# Folded YAML puts a space where a line ends, so a word broken at its hyphen gets one inside.
BROKEN_AT_HYPHEN = re.compile(r"\w+[-‐‑] \w+")
_MAYBE_BROKEN = ("- ", "‐ ", "‑ ")
_HYPHEN = re.compile(r"[-‐‑]")
_HYPHENATED = re.compile(r"\w+[-‐‑]\w+")
_LINE_END = r"[-‐‑\u00ad][^\S\n]*\n\s*"


def broken_in(text: str) -> str | None:
    """The first word of a text that is broken at its hyphen."""
    if not any(map(text.__contains__, _MAYBE_BROKEN)):  # nearly always, and quicker
        return None
    found = BROKEN_AT_HYPHEN.search(text)
    return found and found.group()


def forms(broken: str) -> tuple[str, str]:
    """`infor- mation` as one word, and with its hyphen."""
    start, end = _HYPHEN.split(broken)
    return start + end.strip(), broken.replace(" ", "")


def standing(broken: str, source: PreparedSource | None) -> tuple[str, ...]:
    """Which forms of a broken word stand on one line in a source."""
    text = source.body.flow.text if source else ""
    return tuple(form for form in forms(broken) if _stands(form, text))


def spelt(words: str, typed: str, source: PreparedSource) -> str | None:
    """The source's words, those broken at the end of a line as they are spelt; None if unknown.

    A form that is also `typed` is taken as it is: both prove.
    """
    text = source.body.flow.text
    for hyphenated in dict.fromkeys(_HYPHENATED.findall(words)):
        start, end = _HYPHEN.split(hyphenated)
        if _stands(hyphenated, text) or not re.search(
            rf"(?<!\w){re.escape(start)}{_LINE_END}{re.escape(end)}(?!\w)", text
        ):
            continue
        known = [form for form in (start + end, hyphenated) if _stands(form, f"{text}\n{typed}")]
        if len(known) != 1:
            return None
        words = words.replace(hyphenated, known[0])
    return words


def _stands(form: str, text: str) -> bool:
    any_hyphen = _HYPHEN.sub("[-‐‑]", form)
    return re.search(rf"(?<!\w){any_hyphen}(?!\w)", text, re.IGNORECASE) is not None
