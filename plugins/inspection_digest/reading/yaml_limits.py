"""How much of YAML is read."""

from __future__ import annotations

from msgspec import Struct

MAX_DEPTH = 12


class Limits(Struct, frozen=True):
    """The most characters a file may have, and the most nodes of YAML. `hint`: what to look for in
    one that has more."""

    characters: int
    nodes: int
    hint: str


OF_A_RECORD = Limits(
    1_000_000, 50_000, "A digest is a few pages: keep the source's text in content/sources/."
)
OF_A_LIST = Limits(  # of a hundred thousand providers
    10_000_000, 500_000, "A provider is a few lines: look for what does not belong to one."
)


def limits_of(path: str) -> Limits:
    """The file of all providers grows with the record; every other holds one."""
    return OF_A_LIST if path.rpartition("/")[2] == "providers.yaml" else OF_A_RECORD
