"""The page of messages, from the same entries that `explain` prints."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from inspection_digest.composing import urls
from inspection_digest.composing.chrome import chrome
from inspection_digest.composing.edition import Edition
from inspection_digest.messages.entry import Entry, Piece
from inspection_digest.messages.registry import GROUPS
from inspection_digest.reading.fields import slug_of
from inspection_digest.views.chrome import Link
from inspection_digest.views.messages import ExampleView, MessageGroup, MessagesPage, MessageView


def messages_page(edition: Edition) -> MessagesPage:
    """Every message, by group; each has its code for an anchor."""
    return MessagesPage(
        chrome=chrome(
            edition,
            urls.MESSAGES,
            "What the check says",
            "Every message of the check: what it means, with an example of the mistake and of its "
            "cure.",
            files=(("plugins/inspection_digest/messages/", 0),),
        ),
        groups=tuple(
            MessageGroup(
                f"about-{slug_of(group.title)}",
                group.title,
                tuple(_message(entry) for entry in group.entries),
            )
            for group in GROUPS
        ),
        contribute=Link("How to contribute", urls.link(urls.prose("contribute"))),
    )


def _message(entry: Entry) -> MessageView:
    return MessageView(
        entry.code,
        with_code(entry.title),
        with_code(entry.means),
        with_code(entry.told),
        tuple(_examples(entry)),
    )


def _examples(entry: Entry) -> Iterator[ExampleView]:
    for piece in entry.beside:
        yield _example("beside", "With this in", piece)
    if entry.bad and entry.good:
        yield _example("wrong", "Wrong", entry.bad)
        yield _example("right", "Right", entry.good)


def _example(kind: str, label: str, piece: Piece) -> ExampleView:
    text = piece.text.replace("\f", "(the next page)\n")
    return ExampleView(kind, label, f"content/{piece.place}", text)


def with_code(text: str) -> Markup:
    """The text with what stands between backticks as code, and every other sign as it is."""
    parts = (
        Markup("<code>{}</code>").format(part) if index % 2 else escape(part)
        for index, part in enumerate(text.split("`"))
    )
    return Markup("").join(parts)
