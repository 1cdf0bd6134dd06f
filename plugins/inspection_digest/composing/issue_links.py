"""Links that open an issue form of the repository with what is known filled in.

The forms are `.github/ISSUE_TEMPLATE/*.yml`; each name below is the id of a field there. Whatever
is put in, the address stays below what servers and browsers take: what is long is cut, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote

from msgspec import Struct

WRONG_FORM = "wrong.yml"
REPLY_FORM = "reply.yml"
REPORT_FORM = "report.yml"

# What can be wrong: the choices of the form's list, letter for letter.
KINDS = {
    "quote": "A quotation",
    "contrast": "A contrast, or what we say about it",
    "grade": "A grade, a date or a name",
    "source": "A source",
    "framework": "A framework: its scale, standards or rules",
    "provider": "A provider",
    "figures": "A figure, a list or a chart",
    "prose": "A page in our own words",
    "other": "Something else",
}
LONGEST_ADDRESS = 6_000  # GitHub answers 414 somewhere above 8,000
LONGEST_TITLE = 200
_TO_ENCODE = re.compile(r"[^A-Za-z0-9_.~ -]+")
CUT = " [… cut here]"


class Wrong(Struct, frozen=True):
    """What somebody may say is wrong. `kind` is one of KINDS, `page` an address of the site."""

    kind: str
    subject: str
    page: str
    digest: str = ""
    quote: str = ""
    verdict: str = ""


def wrong_address(repository: str, item: Wrong, page: str) -> str:
    """The form "Something is wrong"; `page` is the absolute address."""
    fields = {
        "kind": KINDS[item.kind],
        "page": page,
        "digest": item.digest,
        "quote": item.quote,
        "verdict": item.verdict,
    }
    return form_address(repository, WRONG_FORM, f"Wrong: {item.subject}", fields)


def form_address(repository: str, form: str, title: str, fields: Mapping[str, str]) -> str:
    """A form with a title and with the fields that are not empty filled in."""
    given = {name: text for name, text in fields.items() if text}
    texts = {"template": form, "title": cut(" ".join(title.split()), LONGEST_TITLE), **given}
    start = f"{repository}/issues/new?"
    while len(address := start + _query(texts)) > LONGEST_ADDRESS:
        longest = max(given, key=lambda name: len(_query({name: texts[name]})))
        shorter = cut(texts[longest], len(texts[longest]) * 3 // 4)
        if len(shorter) >= len(texts[longest]):
            break
        texts[longest] = shorter
    return address


def _query(texts: Mapping[str, str]) -> str:
    """The names are those of a form's fields: letters, which need no encoding."""
    return "&".join(f"{name}={_encoded(text)}" for name, text in texts.items())


@lru_cache(maxsize=1024)
def _encoded(text: str) -> str:
    """What `quote_plus` makes of it, which looks at every letter; most need no encoding."""
    return _TO_ENCODE.sub(lambda run: _of_run(run.group()), text).replace(" ", "+")


@lru_cache(maxsize=1024)  # a comma, an apostrophe, a slash: the same few again and again
def _of_run(characters: str) -> str:
    return quote(characters, safe="")


def cut(text: str, most: int) -> str:
    """The text, or as much of it as fits with a mark that says it is not all."""
    return text if len(text) <= most else f"{text[: max(most - len(CUT), 0)].rstrip()}{CUT}"
