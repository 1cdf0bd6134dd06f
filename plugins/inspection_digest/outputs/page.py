"""Pages from templates: one template a kind of page, printed from one view."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Hashable, Mapping, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any, Protocol

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined] # it has no public name

from inspection_digest.views.answers import NoticePage
from inspection_digest.views.check import CheckPage
from inspection_digest.views.contrasts import ContrastPage, ContrastsPage
from inspection_digest.views.digests import DigestPage
from inspection_digest.views.gap import GapPage
from inspection_digest.views.indexes import IndexPage
from inspection_digest.views.links import linked
from inspection_digest.views.listings import (
    FollowPage,
    FrameworkPage,
    HomePage,
    NotFoundPage,
    ProsePage,
    ProviderPage,
)
from inspection_digest.views.matrix import GradesPage
from inspection_digest.views.messages import MessagesPage
from inspection_digest.views.preview import PreviewPage
from inspection_digest.views.reports import ReportsPage
from inspection_digest.views.sources import SourcePage
from inspection_digest.views.verification import VerificationPage

MOST_KEPT = 4096  # things printed once: some hundred bytes each
MOST_LARGE = 192  # the same of those that are some thousand bytes, and are kept with their view


class Once(Extension):
    """`once(macro, item)` in a template prints what `macro(item)` does, and keeps it.

    For what many pages print alike: a grade, a verdict, the masthead. A macro sees nothing but what
    it is given, and views are frozen, so what it printed is what it would print. `same(macro,
    item)` is for large views of which there is one: it asks whether it is that very object, as
    comparing all of it would take as long as printing it.
    """

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        environment.globals["once"] = _keeper()
        environment.globals["same"] = _keeper_of_objects()


def _keeper() -> Callable[..., str]:
    kept: dict[Hashable, str] = {}

    def once(macro: Callable[..., str], *given: Hashable) -> str:
        key = (macro, *given)
        if key not in kept:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            kept[key] = macro(*given)
        return kept[key]

    return once


def _keeper_of_objects() -> Callable[..., str]:
    kept: dict[Hashable, tuple[object, str]] = {}  # the object too: while it is here, so is its id

    def same(macro: Callable[..., str], item: object, *how: Hashable) -> str:
        key = (macro, id(item), *how)
        if key not in kept:
            if len(kept) >= MOST_LARGE:
                del kept[next(iter(kept))]
            kept[key] = item, macro(item, *how)
        return kept[key][1]

    return same


def escaped(value: object) -> str:
    """What `escape` makes of a value, as plain text.

    It is only put together with other text that is escaped already, and making `Markup` of each
    piece before takes ten times as long as escaping it.
    """
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


class _Template(Template):
    """A compiled template that escapes what it prints by `escaped`."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - the library's name for it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = escaped
        return template


class _Environment(Environment):
    template_class = _Template


# What the library puts into every template's names, to be copied for every page: none is used.
UNUSED = ("cycler", "dict", "joiner", "lipsum", "namespace")

JINJA: dict[str, Any] = {
    "extensions": [Once],
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,  # a template changes between two builds, never within one
}

TEMPLATES: dict[type, str] = {
    HomePage: "home.html",
    DigestPage: "digest.html",
    ContrastPage: "contrast.html",
    ContrastsPage: "contrasts.html",
    ProviderPage: "provider.html",
    FrameworkPage: "framework.html",
    SourcePage: "source.html",
    GradesPage: "grades.html",
    IndexPage: "index_of.html",
    GapPage: "gap.html",
    ReportsPage: "reports.html",
    FollowPage: "follow.html",
    VerificationPage: "verification.html",
    MessagesPage: "messages.html",
    CheckPage: "check.html",
    NotFoundPage: "404.html",
    NoticePage: "notice.html",
    ProsePage: "prose.html",
    PreviewPage: "preview.html",
}


NAMED = re.compile(rb"""["']([^"']+\.html)["']""")


class Kept(Protocol):
    """Where compiled templates are kept from one build to the next."""

    def lookup(self, name: str) -> bytes | None: ...
    def keep(self, name: str, body: bytes) -> None: ...


# What `read_ahead` has read: the sum of a template's text and its code, by Jinja's name for it.
_ahead: dict[str, tuple[str, CodeType]] = {}


def read_ahead(theme: Path, kept: Kept) -> None:
    """Reads the code of all templates before anybody asks: it is at hand then in this process. One
    whose text has changed by then is compiled all the same."""
    code = KeptCode(kept)
    environment = _Environment(loader=FileSystemLoader(theme / "templates"), **JINJA)
    assert environment.loader  # noqa: S101 - it is given above
    for name in environment.list_templates():
        text, file, _ = environment.loader.get_source(environment, name)
        bucket = code.get_bucket(environment, name, file, text)
        if bucket.code:
            _ahead[bucket.key] = bucket.checksum, bucket.code


class KeptCode(BytecodeCache):
    """Jinja asks by the name of a file, and itself refuses what was compiled from other lines."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def load_bytecode(self, bucket: Bucket) -> None:
        ahead = _ahead.get(bucket.key)
        if ahead and ahead[0] == bucket.checksum:
            bucket.code = ahead[1]
            return
        body = self._kept.lookup(bucket.key)
        if body is not None:
            bucket.bytecode_from_string(body)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept.keep(bucket.key, bucket.bytecode_to_string())


class Templates:
    """The theme's templates, each compiled once. `note` is told which of them is printed from."""

    def __init__(
        self,
        theme: Path,
        note: Callable[[str, str], None] | None = None,
        kept: Kept | None = None,
    ) -> None:
        self._note = note
        self._environment = _Environment(
            loader=FileSystemLoader(theme / "templates"),
            bytecode_cache=KeptCode(kept) if kept else None,
            **JINJA,
        )
        for name in UNUSED:
            del self._environment.globals[name]
        self._compiled: dict[str, Template] = {}

    def page(self, view: Any) -> str:
        """The HTML of a view. A name a template misspells is an error, not an empty string."""
        name = TEMPLATES[type(view)]
        if self._note:
            self._note("template", name)
        if name not in self._compiled:
            self._compiled[name] = self._environment.get_template(name)
        chrome = view.chrome
        return linked(self._compiled[name].render(view=view), chrome.root, chrome.here)


def template_sums(theme: Path) -> dict[str, bytes]:
    """The SHA-256 sum of each template with all that it names: what it extends, includes, imports.

    Any file it names in quotation marks counts, whatever it does with it.
    """
    folder = theme / "templates"
    texts = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.html"))
    }
    named = {name: set(NAMED.findall(text)) for name, text in texts.items()}
    return {name: _sum_of(_reached(name.encode(), named), texts) for name in texts}


def _reached(name: bytes, named: Mapping[str, set[bytes]]) -> list[str]:
    found: set[str] = set()
    todo = {name}
    while todo:
        one = todo.pop().decode()
        if one in named and one not in found:
            found.add(one)
            todo |= named[one]
    return sorted(found)


def _sum_of(names: list[str], texts: Mapping[str, bytes]) -> bytes:
    total = hashlib.sha256()
    for name in names:
        total.update(hashlib.sha256(name.encode()).digest())
        total.update(hashlib.sha256(texts[name]).digest())
    return total.digest()[:16]
