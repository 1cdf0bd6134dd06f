"""The theme's scripts: small modules, none of which runs text, and none of which is left over."""

from __future__ import annotations

import re

import pytest
from tests.theme.pages import THEME

SCRIPTS = {
    path.relative_to(THEME / "static/js").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((THEME / "static/js").rglob("*.js"))
}
# What would run a text as a program or read it as HTML, or ask for what is not the site's own.
FORBIDDEN = re.compile(
    r"\beval\b|\bFunction\(|innerHTML|outerHTML|insertAdjacent|document\.write|srcdoc|DOMParser"
    r"|https?://|\.style\b|setAttribute\(\"on|javascript:"
)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_small_and_never_reads_text_as_a_program_or_a_page(name: str) -> None:
    assert len(SCRIPTS[name].splitlines()) <= 300
    assert FORBIDDEN.findall(SCRIPTS[name]) == []


def test_every_module_is_used_and_every_import_is_there() -> None:
    used, waiting = {"check/page.js"}, ["check/page.js"]
    while waiting:
        for name in re.findall(r'from "\./(\w+\.js)"', SCRIPTS[waiting.pop()]):
            if f"check/{name}" not in used:
                used.add(f"check/{name}")
                waiting.append(f"check/{name}")
    assert used == {name for name in SCRIPTS if "/" in name}


@pytest.mark.parametrize("name", [name for name in SCRIPTS if "/" in name])
def test_what_a_module_imports_it_uses_and_its_module_gives(name: str) -> None:
    text = SCRIPTS[name]
    for names, module in re.findall(r'import \{([^}]+)\} from "([^"]+)"', text):
        for each in names.replace("\n", " ").split(","):
            given, _, alias = each.strip().partition(" as ")
            if not given:
                continue
            used = alias or given
            assert len(re.findall(rf"\b{used}\b", text)) > 1, f"{used} is imported for nothing"
            if module.startswith("./"):
                exports = SCRIPTS[f"check/{module[2:]}"]
                found = re.search(rf"export .*\b{given}\b", exports)
                assert found, f"{module} does not give {given}"
