"""What is refused before a tree is built: anchors, aliases, tags, a second document, no end.

libyaml crashes on 100,000 nested lists, so the events are counted before the tree is composed.
"""

from __future__ import annotations

from typing import Any

import yaml
from msgspec import Struct

from inspection_digest.reading.yaml_limits import MAX_DEPTH, OF_A_RECORD, Limits
from inspection_digest.reading.yaml_spans import Loader


class Surprise(Struct, frozen=True):
    """Something that is YAML and is not read here, and the message on it.

    `line` and `column` count from 1. `kind` is what a repair is asked for: `document`, `anchor`,
    `tag`, or "" where there is none.
    """

    line: int
    column: int
    kind: str
    code: str
    message: str
    hint: str


def first_surprise(text: str, limits: Limits = OF_A_RECORD) -> Surprise | None:
    """The first thing of a text that is not read here. Raises yaml.YAMLError on what is no YAML."""
    depth = nodes = documents = 0
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                return _surprise(
                    event,
                    "document",
                    "second-document",
                    "A line `---` starts a second document here; one file holds one record.",
                    "Remove the line, or move what follows into a file of its own.",
                )
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return _surprise(
                event,
                "anchor",
                "anchor",
                "`&name` and `*name` (YAML anchors and aliases) are not read here.",
                "Write the value out, or put quotation marks around it if it is text.",
            )
        if isinstance(event, yaml.NodeEvent):
            nodes += 1
            tag = getattr(event, "tag", None)
            if tag:
                return _surprise(
                    event,
                    "tag",
                    "tag",
                    f"`{tag}` (a YAML tag) is not read here: every value is text.",
                    "Remove the word that starts with `!`, or put quotation marks around.",
                )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH or nodes > limits.nodes:
            return _surprise(
                event,
                "",
                "too-deep",
                "This file nests or repeats more than any record of ours.",
                "Compare it with content/EXAMPLE.yaml.",
            )
    return None


def _surprise(event: Any, kind: str, code: str, message: str, hint: str) -> Surprise:
    mark = event.start_mark
    return Surprise(mark.line + 1, mark.column + 1, kind, code, message, hint)
