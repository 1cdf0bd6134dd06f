"""Proofs of an earlier run, kept for the next: a claim on the same texts has the same verdict.

A proof depends on the claim, on the texts held for its digest (known by their sums) and on the
program that proves; its key is the sum of all of these, so nothing kept can be out of date. A new
edition of the site still proves every quotation anew when it reads them back (`readback`).
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, ValidationError

from inspection_digest import keeping
from inspection_digest.documents import text as source_texts
from inspection_digest.evidence.proofs import Claim, Proof

Kept = Mapping[str, Proof]

# Built when it is first asked for: not where nothing is kept.
_PROOFS = TypeAdapter(dict[str, Proof], config=ConfigDict(defer_build=True))


def proof_key(claim: Claim, held: Iterable[str]) -> str:
    """The key of a claim's proof; `held` names each text of its digest, as `text_key` does."""
    asked = [prover(), claim.text, claim.source, claim.page, claim.prefix, *held]
    return _sum(json.dumps(asked).encode())


def text_key(id_: str, sha256: str, *, pages: object, held: str, damaged: Iterable[int]) -> str:
    """What the prover sees of one source: its name, its text and what is known of the text."""
    return json.dumps([id_, sha256, pages is not None, held, sorted(damaged)])


def read_kept(path: Path) -> Kept:
    """The proofs kept in a file; none where it is damaged, or was written by another program."""
    body = keeping.lookup(path)
    if body is None:
        return {}
    try:
        return _PROOFS.validate_json(body)
    except ValidationError:
        return {}


def write_kept(path: Path, proofs: Kept) -> None:
    """Keep these proofs, and no others."""
    keeping.keep(path, _PROOFS.dump_json(dict(proofs)))


@cache
def prover() -> str:
    """Changes with any line of what proves, and with the tables of characters it stands on."""
    files = [*sorted(Path(__file__).parent.glob("*.py")), Path(source_texts.__file__)]
    parts = [unicodedata.unidata_version.encode(), *(file.read_bytes() for file in files)]
    return _sum(b"\0".join(parts))


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
