"""The page of messages holds every entry, and what an entry says is text."""

from __future__ import annotations

from tests.small_site import edition

from inspection_digest.composing.messages import messages_page, with_code
from inspection_digest.messages.registry import ENTRIES


def test_every_message_stands_on_the_page_under_its_code() -> None:
    view = messages_page(edition())
    shown = [message for group in view.groups for message in group.messages]
    assert [message.code for message in shown] == list(ENTRIES)
    anchors = [group.anchor for group in view.groups]
    assert len({*anchors, *ENTRIES}) == len(anchors) + len(ENTRIES)
    assert anchors[0] == "about-the-form-of-a-file"


def test_a_message_has_the_words_and_examples_that_explain_prints() -> None:
    view = messages_page(edition())
    [found] = [
        item for group in view.groups for item in group.messages if item.code == "text-not-free"
    ]
    entry = ENTRIES["text-not-free"]
    assert entry.bad
    assert entry.good
    assert [(item.kind, item.place, item.text) for item in found.examples] == [
        ("beside", "content/sources/nowhere-2032-report/text.txt", "It should act now."),
        ("wrong", f"content/{entry.bad.place}", entry.bad.text),
        ("right", f"content/{entry.good.place}", entry.good.text),
    ]


def test_a_mistake_no_lines_can_show_is_told() -> None:
    view = messages_page(edition())
    told = {item.code for group in view.groups for item in group.messages if item.told}
    assert told == {"not-utf-8", "too-large", "symbolic-link"}


def test_only_backticks_mean_anything() -> None:
    assert with_code("`<b>` & *b* [x](y)") == "<code>&lt;b&gt;</code> &amp; *b* [x](y)"
