"""The shape of the house: which layer may import which, and who alone may import a library."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "plugins" / "inspection_digest"
NAME = "inspection_digest"

# From the ground up. A module may import its own layer and those that stand before it here,
# except that `views` stands on nothing and `outputs` only on views.
LAYERS = [
    "version",
    "keeping",
    "forking",
    "memory",
    "unchanged",
    "asked_ahead",
    "messages",
    "diagnostics",
    "views",
    "documents",
    "reading",
    "formatting",
    "evidence",
    "analysis",
    "checking",
    "shelf",
    "drafting",
    "reporting",
    "composing",
    "comparing",
    "outputs",
    "readback",
    "part",
    "parts",
    "build",
    "plans",
    "staging",
    "program",
    "workers",
    "amending",
    "writing",
    "reprinting",
    "making",
    "ledger",
    "agenda",
    "packing",
    "state",
    "rehearsal",
    "renewal",
    "building",
    "records_door",
    "pelican_start",
    "__main__",
    "staged",
    "commands",
    "cli",
    "pelican_prose",
    "pelican_adapter",
    "pelican_door",
    "serving",
]
ONLY = {"views": {"views"}, "outputs": {"outputs", "views"}, "reporting": {"diagnostics"}}
ONLY["reporting"] |= {"reporting", "evidence", "reading"}

# Who alone may import what; everything else in the package goes through them.
ALONE = {
    "yaml": {
        "reading/yaml_any.py",
        "reading/yaml_guard.py",
        "reading/yaml_spans.py",
        "formatting/layout.py",
    },
    "pdfminer": {"documents/pdf.py", "documents/pdfminer_repairs.py"},
    # The door looks whether there is anything to do, the adapter does it, prose is Pelican's own to
    # make; the others only start it, one of them once for many builds.
    "pelican": {
        "pelican_adapter.py",
        "pelican_door.py",
        "pelican_prose.py",
        "pelican_start.py",
        "serving/warm.py",
    },
    "sqlite3": {"shelf/store.py"},
    "markdown": {"composing/prose_by_libraries.py", "reading/pictures.py"},
    "nh3": {"composing/prose_by_libraries.py"},
    "typogrify": {"composing/prose_by_libraries.py"},
    "feedgenerator": {"outputs/feeds.py"},
    "jinja2": {"outputs/compiling.py", "outputs/environment.py", "outputs/once.py"},
    "platformdirs": {"keeping.py"},
    "selectolax": {"readback/extract.py"},
    "livereload": {"serving/server.py"},
    "tornado": {"serving/server.py"},
    "watchfiles": {"serving/watching.py"},
}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "base", "misc"}
MOST_LINES = 300

MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


def _id(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_a_module_imports_only_downwards(path: Path) -> None:
    layer = _layer(path)
    if layer == "__init__":  # register(): connects the adapter
        return
    allowed = ONLY.get(layer, set(LAYERS[: LAYERS.index(layer) + 1]))
    for imported in _imports(path):
        if imported.startswith(f"{NAME}."):
            assert imported.split(".")[1] in allowed, f"{_id(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_a_library_is_imported_in_its_one_place(path: Path) -> None:
    for imported in _imports(path):
        library = imported.split(".")[0]
        if library in ALONE:
            assert _id(path) in ALONE[library], f"{_id(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_a_module_is_small_and_its_name_says_what_it_holds(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_only_the_doors_read_the_clock_the_environment_or_the_network(path: Path) -> None:
    doors = {"commands", "cli", "pelican_adapter", "serving", "staging"}
    if _layer(path) in doors or _id(path) in {
        "documents/fetch.py",
        "documents/sandbox.py",
        "documents/limits.py",
    }:
        return
    source = path.read_text("utf-8")
    for name in ("os.environ", "datetime.now", "date.today", "time.time(", "socket.", "urlopen"):
        assert name not in source, f"{_id(path)} uses {name}"


def _layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == NAME:
                found += [f"{NAME}.{alias.name}" for alias in node.names]
            found.append(node.module)
    return [name for name in found if name != NAME]
