"""The committed vectors of the folding: at least 300, and Python agrees with every one."""

from __future__ import annotations

import json
import os
from pathlib import Path

from tests.evidence.folding_texts import texts

from inspection_digest.evidence.fold import Folded, fold

VECTORS = Path(__file__).resolve().parents[1] / "examples" / "folding.json"


def as_vector(folded: Folded) -> dict[str, object]:
    """What a text folds to; `origins` in characters."""
    ends = [*folded.starts[1:], len(folded.text)]
    tokens = [folded.text[start:end] for start, end in zip(folded.starts, ends, strict=False)]
    return {
        "given": folded.given,
        "tokens": tokens,
        "joins": folded.joins,
        "origins": list(folded.origins),
    }


def test_python_folds_as_the_vectors_say() -> None:
    found = [as_vector(fold(text)) for text in texts()]
    if os.environ.get("UPDATE_VECTORS") == "1":
        lines = ",\n".join(json.dumps(vector) for vector in found)
        VECTORS.write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")
    assert found == json.loads(VECTORS.read_text(encoding="utf-8"))
    assert len(found) >= 300
