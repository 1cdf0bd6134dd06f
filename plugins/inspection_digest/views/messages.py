"""What the check can say: every message with its meaning and its examples."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from inspection_digest.views.chrome import Chrome, Link


@dataclass(frozen=True, slots=True)
class ExampleView:
    """Lines of a file under words that say which. `kind` is `beside`, `wrong` or `right`."""

    kind: str
    label: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message. `code` is its anchor too; `told` tells of a mistake no lines can show, or ""."""

    code: str
    title: Markup
    means: Markup
    told: Markup
    examples: tuple[ExampleView, ...]


@dataclass(frozen=True, slots=True)
class MessageGroup:
    """Messages under a heading; `anchor` leads to it."""

    anchor: str
    title: str
    messages: tuple[MessageView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesPage:
    """`contribute` leads to how a change is made."""

    chrome: Chrome
    groups: tuple[MessageGroup, ...]
    contribute: Link
