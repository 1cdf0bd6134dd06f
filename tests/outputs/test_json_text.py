"""An item a line, as the library writes it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from inspection_digest.outputs.json_text import indented, with_list
from inspection_digest.views.by_digest import ByDigest

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
)


@given(values)
def test_it_is_what_the_library_writes(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def test_an_item_a_line() -> None:
    assert indented({"a": [1, "é"], "b": {}}) == '{\n "a": [\n  1,\n  "é"\n ],\n "b": {}\n}\n'


@given(
    st.dictionaries(st.text(), values, max_size=3),
    st.dictionaries(st.text(), st.lists(values, max_size=3), max_size=4),
    st.dictionaries(st.text(), values, max_size=3),
)
def test_a_long_list_in_pieces_is_what_it_is_as_a_whole(
    before: dict[str, object], items: dict[str, list[object]], after: dict[str, object]
) -> None:
    before.pop("list", None)
    after = {key: value for key, value in after.items() if key not in {*before, "list"}}
    whole = indented({**before, "list": [one for each in items.values() for one in each], **after})
    listed = ByDigest(items, items.__getitem__)
    assert with_list(before, "list", listed, lambda item: item, after).text() == whole
