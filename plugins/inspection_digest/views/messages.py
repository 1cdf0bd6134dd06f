"""What the check can say: every message with its meaning and its examples."""

from __future__ import annotations

from markupsafe import Markup
from msgspec import Struct

from inspection_digest.views.chrome import Chrome, Link


class ExampleView(Struct, frozen=True):
    """Lines of a file under words that say which. `kind` is `beside`, `wrong` or `right`."""

    kind: str
    label: str
    place: str
    text: str


class MessageView(Struct, frozen=True):
    """One message. `code` is its anchor too; `told` tells of a mistake no lines can show, or ""."""

    code: str
    title: Markup
    means: Markup
    told: Markup
    examples: tuple[ExampleView, ...]


class MessageGroup(Struct, frozen=True):
    """Messages under a heading; `anchor` leads to it."""

    anchor: str
    title: str
    messages: tuple[MessageView, ...]


class MessagesPage(Struct, frozen=True, kw_only=True):
    """`contribute` leads to how a change is made."""

    chrome: Chrome
    groups: tuple[MessageGroup, ...]
    contribute: Link
