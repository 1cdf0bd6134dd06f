"""What the checker in the browser is given: complete, and as JSON can say it."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

from inspection_digest.evidence import browser_tables, chain, words
from inspection_digest.evidence.browser_tables import KINDS, SHARED, character_classes, tables

EVIDENCE = Path(browser_tables.__file__).parent
# What a module's twin has no use for, or writes as JavaScript must: joins, and patterns whose
# classes of characters are other ones there.
NOT_SHARED = {
    "BARRIER EDGE WALL SPACE HYPHEN LEFT RIGHT DASH LINE_END DASHES TABLE COMPACT UNEVEN",
    "SEPARATORS RUN AS_SPACE JOINS NEGATION NUMBER GRADE WORD PARTING LETTERS_AND_DIGITS NONE",
    "SENTENCE_END STARTS_AT_STOP ENDS_AT_STOP ELLIPSIS BRACKET JOINT CAPITAL INFLECTED BREAK",
    "BREAKS PLAIN_SPACE ENDS_SENTENCE WORDS_BEFORE WORDS_AFTER SPACED",
    "LATIN LATIN_SEPARATORS FEW BRACKETED_BEFORE BRACKETED_AFTER",
}


def test_every_class_holds_exactly_the_characters_of_its_kind() -> None:
    for kind, members in character_classes().items():
        pattern = re.compile(f"[{re.sub(r'u{([0-9a-f]+)}', _escape, members)}]")
        for part in (range(0x32400), range(0xE0000, 0xE0200)):
            wrong = [chr(c) for c in part if bool(pattern.match(chr(c))) != KINDS[kind](chr(c))]
            assert wrong == [], kind


def _escape(match: re.Match[str]) -> str:
    return f"U{int(match[1], 16):08x}"


def test_no_character_beyond_the_tables_is_of_any_kind() -> None:
    beyond = list(browser_tables.outside_of_the_tables())
    assert len(beyond) > 800_000
    for is_one in KINDS.values():
        assert not any(map(is_one, beyond))


def test_the_tables_are_the_modules_own_constants() -> None:
    shared = tables()
    assert set(shared["words"]["NEGATIONS"]) == words._NEGATIONS
    assert shared["words"]["TURNED"] == words._TURNED.pattern
    assert shared["chain"]["MOST_STEPS"] == chain._MOST_STEPS
    assert json.loads(json.dumps(shared)).keys() == shared.keys()


def test_a_new_constant_is_shared_or_said_not_to_be() -> None:
    """A limit added in Python and forgotten in the browser would let the two disagree."""
    known = set(" ".join(NOT_SHARED).split())
    for module, names in SHARED.items():
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        found = {
            target.id.removeprefix("_")
            for node in tree.body
            if isinstance(node, ast.Assign)
            for named in node.targets
            for target in (named.elts if isinstance(named, ast.Tuple) else [named])
            if isinstance(target, ast.Name)
        }
        assert found - known <= set(names.split()), module.__name__
        assert set(names.split()) <= found


def test_every_module_that_proves_has_its_twin_or_works_when_the_site_is_built() -> None:
    twins = {path.stem for path in (EVIDENCE.parents[2] / "theme/static/js/check").glob("*.js")}
    built = {"browser_tables", "cures", "findings", "first_change", "footnotes", "furniture"}
    built |= {"folded_source", "gaps", "hyphens", "kept", "needless_marks", "proofs", "quotations"}
    assert {path.stem for path in EVIDENCE.glob("[a-z]*.py")} - built <= twins
