"""The whole comparison of two states of the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from inspection_digest.comparing.digests import digest_changes
from inspection_digest.comparing.facts import words
from inspection_digest.comparing.files import file_groups
from inspection_digest.comparing.records import record_changes
from inspection_digest.comparing.side import Side
from inspection_digest.comparing.sound import sound_pair
from inspection_digest.composing.edition import Edition
from inspection_digest.diagnostics import Diagnostic
from inspection_digest.views.comparison import Comparison, Problem

Published = Mapping[str, str]  # path, and something that differs when the bytes do


def compare(before: Side, after: Side, publish: Callable[[Edition], Published]) -> Comparison:
    """What `after` does to `before`. `publish` makes the files of an edition without errors."""
    editions = before.edition, after.edition
    (sound_before, sound_after), names = sound_pair(editions, (before.errors, after.errors))
    return Comparison(
        digests=tuple(digest_changes(before, after)),
        records=tuple(record_changes(before, after)),
        files=file_groups(
            {**publish(sound_before), **before.prose}, {**publish(sound_after), **after.prose}
        ),
        left_out=tuple(f"{kind.removesuffix('s')} {id_}" for kind, id_ in sorted(names)),
        problems=tuple(_problem(item) for item in after.errors),
        problems_before=tuple(_problem(item) for item in before.errors),
    )


def _problem(item: Diagnostic) -> Problem:
    at = item.position
    place = f"{at.path}, line {at.line}" if at.line else at.path
    return Problem(words(place), item.code, words(item.message), words(item.hint))
