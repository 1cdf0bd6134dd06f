"""An item a line, as the library writes it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.outputs.json_text import indented

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
)


@given(values)
def test_it_is_what_the_library_writes(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def test_an_item_a_line() -> None:
    assert indented({"a": [1, "é"], "b": {}}) == '{\n "a": [\n  1,\n  "é"\n ],\n "b": {}\n}\n'
