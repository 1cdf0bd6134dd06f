"""Where each key and value of a YAML text begins and ends, read again when a cure is written.

A sound file never comes here, so it costs nothing to keep no ends of values in mind.
"""

from __future__ import annotations

from typing import Any

import yaml

from inspection_digest.reading.span import Span
from inspection_digest.reading.yaml_document import Loc

Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # every scalar is text: nothing to resolve


def spans(text: str) -> tuple[dict[Loc, Span], dict[Loc, Span]]:
    """The spans of keys and of values by location; a key that stands twice is that of the first."""
    keys: dict[Loc, Span] = {}
    values: dict[Loc, Span] = {}
    _walk(yaml.compose(text, Loader=Loader), (), keys, values)
    return keys, values


def span_of(node: Any) -> Span:
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.ScalarNode):
        style = node.style or ""
    else:
        style = "flow" if node.flow_style else "block"
    return Span((start.line, start.column), (end.line, end.column), style)


def _walk(node: Any, loc: Loc, keys: dict[Loc, Span], values: dict[Loc, Span]) -> None:
    values[loc] = span_of(node)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _walk(item, (*loc, index), keys, values)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                continue
            inner = (*loc, " ".join(str(key.value).split()))
            if inner not in keys:
                keys[inner] = span_of(key)
                _walk(value, inner, keys, values)
