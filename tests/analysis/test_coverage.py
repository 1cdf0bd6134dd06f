"""Which standards a text mentions: whole words, capitals aside, and where they stand."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.analysis.coverage import MOST_HITS, Mention, mentions
from inspection_digest.reading.framework_records import FrameworkRecord

FRAMEWORK = FrameworkRecord.model_validate(
    {
        "title": "Kinds of ink",
        "inspectorate": "The Ink Office",
        "standards": {
            "1.1": {"name": "Ink", "group": "ink", "terms": ["inks", "risk of spills"]},
            "1.2": {"name": "Café’s sinks", "group": "ink"},
        },
    }
)


def test_a_standard_is_mentioned_by_its_name_or_a_term_as_whole_words() -> None:
    assert mentions(FRAMEWORK, "No  RISK of\nspills; drinks. The café’s SINKS") == (
        Mention(
            "1.1",
            ("Ink", "inks", "risk of spills"),
            (("RISK of spills", "No RISK of spills; drinks. The café’s SINKS"),),
        ),
        Mention(
            "1.2",
            ("Café’s sinks",),
            (("café’s SINKS", "No RISK of spills; drinks. The café’s SINKS"),),
        ),
    )


PIECES = """
ink INK ınk İnk in\u212a in\u212aſ inkſ drink , - _ ﬁ é CAFÉ’S café’s sinks risk of spills RıſK Σ ß
"""
pieces = st.sampled_from([*PIECES.split(), " ", "\n", "risk of spills", "Café’s sinks"])


@given(st.lists(pieces, max_size=12).map("".join))
def test_looking_in_small_letters_first_leaves_nothing_out(text: str) -> None:
    running = " ".join(text.split())
    for mention in mentions(FRAMEWORK, text):
        terms = sorted(mention.terms, key=len, reverse=True)
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, terms))})(?!\w)"
        found = re.findall(pattern, running, re.IGNORECASE)
        assert [words for words, _ in mention.hits] == found[:MOST_HITS]
