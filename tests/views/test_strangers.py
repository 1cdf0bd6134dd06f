"""Nobody but us can write a link as views hold it: no text that is let in has its sign."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.answered_site import ALL
from tests.small_site import (
    DIGEST,
    FRAMEWORK,
    MOOR,
    PROVIDERS,
    RELEASE,
    RELEASE_TEXT,
    edition,
    mistakes,
    published,
)

from inspection_digest import build
from inspection_digest.outputs.environment import MARK
from inspection_digest.outputs.page import Templates
from inspection_digest.reading.hidden import SUBSTITUTES
from inspection_digest.views.links import SITE

TEMPLATES = Templates(Path(__file__).resolve().parents[2] / "theme")
HELD = re.compile(r"\x1a|\\u001a|&#(?:26|x1a);", re.IGNORECASE)
TEXT = "sources/moor-release/text.txt"
RECORDS = {
    MOOR: (DIGEST, "Punctual trains"),
    "sources/moor-release/source.yaml": (RELEASE, "Moor Line runs"),
    "frameworks/toy-2030.yaml": (FRAMEWORK, "Toy railway inspections"),
    "providers.yaml": (PROVIDERS, "Attic Holdings"),
}


def test_no_published_file_holds_it() -> None:
    made = edition(ALL)
    files = published(made, TEMPLATES)
    for path, pieces in [*files.items(), *build.publish_index(made, files)]:
        assert not HELD.search("".join(pieces)), path


def test_the_characters_that_are_refused_are_those_before_links_and_around_insets() -> None:
    assert SUBSTITUTES.fullmatch(SITE)
    assert SUBSTITUTES.fullmatch(MARK)


@pytest.mark.parametrize("sign", ["\x1a", "\\x1a", "\\u001a", "\\U0000001A"])
@pytest.mark.parametrize("path", RECORDS)
def test_no_record_can_hold_it(path: str, sign: str) -> None:
    text, words = RECORDS[path]
    [line] = re.findall(f"{words}.*", text)
    quoted = text.replace(line, f'"{sign}contrasts/ {line}"')
    assert {item.code for item in mistakes({path: quoted})} == {"hidden-character"}


@pytest.mark.parametrize("sign", ["\x1a", "\0"])
def test_no_text_of_a_source_can_hold_it(sign: str) -> None:
    torn = RELEASE_TEXT.replace("train we saw", f"tr{sign}in we s{sign}w").replace(
        "now", f"n{sign}w"
    )
    first, last = mistakes({TEXT: torn})
    assert (first.code, last.code) == ("hidden-character", "hidden-character")
    assert (first.position.path, first.position.line, first.position.column) == (
        f"content/{TEXT}",
        3,
        27,
    )
    assert (last.position.line, last.position.source_line) == (5, f"It should act n{sign}w.")
    said = "There is a character nobody can see here: a control character"
    assert first.message == f"{said} (U+{ord(sign):04X})."
    assert first.hint == (
        "A program put it in place of a letter it could not read: type what the document has there."
    )


def test_other_hidden_characters_of_a_document_stay_in_its_text() -> None:
    assert mistakes({TEXT: f"{RELEASE_TEXT}Out\x02standing, re\u200bally.\x0c\n"}) == []


@pytest.mark.parametrize("spelt", ["&#26;", "&#x1a;", "&#X001A;", "&#026;"])
def test_prose_that_spells_it_is_published_as_if_it_did_not(spelt: str) -> None:
    def site(sign: str) -> dict[str, str]:
        digest = DIGEST.replace("The trains are", f"The [trains]({sign}contrasts/) {sign}are")
        digest = digest.replace("The plan was", f"The {sign}plan <https://a.b/{sign}> was")
        digest = digest.replace("We gave the grade", f"We {sign}gave the [grade]({sign})")
        framework = FRAMEWORK.replace("How the overall", f"How the *overall{sign}* {sign}")
        made = edition({MOOR: digest, "frameworks/toy-2030.yaml": framework})
        return published(made, TEMPLATES)

    assert site(spelt) == site("")
