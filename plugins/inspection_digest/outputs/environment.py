"""The templates of a theme, and where what they are compiled to is kept.

What a page's template extends, its base, is printed apart from it (`ThemeEnvironment.inside` and
`around`), so that either can be printed anew without the other; so is an inset, for which a
template leaves a place by `inset("insets/its-own.html")`. What is given up for that:
`super()`, a base or an included template that extends another, names of the one in the other, and
whatever a base could do with a block beside printing it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple, Protocol

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateRuntimeError,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup

from inspection_digest.outputs.compiling import Base, Code, CompiledTemplate
from inspection_digest.outputs.once import Once


class Inside(NamedTuple):
    """What a page's template has printed: its blocks by name, and the name of the base that they
    are to stand in; or `text` alone, where it extends none."""

    text: str
    base: str
    blocks: Mapping[str, str]


class NoInsetError(TemplateRuntimeError):
    """A template leaves a place for an inset that its pages do not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"this page has no inset {name}")


MARK = "\0"  # no text is let in that holds it


class _Mark(str):
    """Where a block is to stand: its name between two `MARK`s. Whatever else than printing is done
    with it, what comes of that is a plain text."""

    __slots__ = ()


class ThemeEnvironment(Environment):
    """Of one theme, whose templates do not change meanwhile."""

    template_class = CompiledTemplate
    code_generator_class = Code

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, Template] = {}
        self.asked = ""  # the page's template that is being printed, until it has named its base
        self.globals["inset"] = _inset
        self._no_view = StrictUndefined("a base knows no `view`: it is given `chrome`")
        self._no_chrome = StrictUndefined("`chrome` is given to the base: here it is `view.chrome`")

    def get_template(self, name: Any, *_: Any, **__: Any) -> Template:
        """As the library's, which asks the loader and a lock first, a dozen times a page."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name)
        return found

    @staticmethod
    def apart(name: str) -> Base:
        """What is extended, to the compiled code of a template that extends it."""
        return Base(name)

    def inside(self, name: str, **given: object) -> Inside:
        """What a page's template prints of what it is given; its base is not printed yet.

        Raises TemplateRuntimeError for one that prints anything in front of that.
        """
        template, self.asked = self.get_template(name), name
        context = template.new_context({"chrome": self._no_chrome, **given})
        try:
            *root, last = ("", *template.root_render_func(context))
            if type(last) is not Base:
                return Inside("".join((*root, last)), "", {})
            self.asked = ""
            blocks = {of: "".join(block(context)) for of, block in template.blocks.items()}
        except Exception:  # noqa: BLE001 - as the library does: with the line of the template
            self.handle_exception()
        if "".join(root).strip():
            raise TemplateRuntimeError(f"{name} extends {last}, so it has to begin with saying so")
        return Inside("", str(last), blocks)

    def inset(self, name: str, **given: object) -> str:
        """What the template of an inset prints of what it is given."""
        template, self.asked = self.get_template(name), ""
        try:
            return "".join(template.root_render_func(template.new_context(given)))
        except Exception:  # noqa: BLE001 - as in `inside`
            self.handle_exception()

    def around(self, name: str, blocks: Collection[str], **given: object) -> str:
        """What a base prints, with the name of a block between two `MARK`s where one of these is to
        stand. `given`: all it knows. Raises TemplateRuntimeError for a base that extends another,
        or does anything with a block but print it."""
        template, self.asked = self.get_template(name), ""
        context = template.new_context({"view": self._no_view, **given})
        printed: list[str] = []
        for of in blocks:
            context.blocks.setdefault(of, []).insert(0, _block(_Mark(f"{MARK}{of}{MARK}"), printed))
        try:
            root = [*template.root_render_func(context)]
        except Exception:  # noqa: BLE001 - the same
            self.handle_exception()
        text = "".join(root)
        if printed != [piece for piece in root if type(piece) is _Mark] or (
            len(printed) * 2 != text.count(MARK)
        ):
            raise TemplateRuntimeError(f"{name} does more with a block than to print it")
        return text


def _inset(name: str) -> Markup:
    """Where an inset is to stand, which is printed apart; `name` is that of its template."""
    return Markup(f"{MARK}{name}{MARK}")  # noqa: S704 - a template says it


def _block(mark: _Mark, printed: list[str]) -> Callable[[Context], Iterator[str]]:
    """A block that prints where it stands, and notes that it has been asked to."""

    def block(_: Context) -> Iterator[str]:
        printed.append(mark)
        yield mark

    return block


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


class Kept(Protocol):
    """Where compiled templates are kept from one build to the next."""

    def lookup(self, name: str) -> bytes | None: ...
    def keep(self, name: str, body: bytes) -> None: ...


def environment_of(theme: Path, kept: Kept | None = None) -> ThemeEnvironment:
    """The templates of a theme. `kept`: where what was compiled is kept."""
    code = KeptCode(kept) if kept else None
    environment = ThemeEnvironment(
        loader=FileSystemLoader(theme / "templates"), bytecode_cache=code, **JINJA
    )
    for name in UNUSED:
        del environment.globals[name]
    return environment


# What `read_ahead` has read: the sum of a template's text and its code, by Jinja's name for it.
_ahead: dict[str, tuple[str, CodeType]] = {}


def read_ahead(theme: Path, kept: Kept) -> None:
    """Reads the code of all templates before anybody asks: it is at hand then in this process. One
    whose text has changed by then is compiled all the same."""
    code, environment = KeptCode(kept), environment_of(theme)
    assert environment.loader  # noqa: S101 - it was given one
    for name in environment.list_templates():
        text, file, _ = environment.loader.get_source(environment, name)
        bucket = code.get_bucket(environment, name, file, text)
        if bucket.code:
            _ahead[bucket.key] = bucket.checksum, bucket.code


class KeptCode(BytecodeCache):
    """By the name of a template, in whatever folder it stands: the same template of another copy of
    the project is not compiled again. Jinja itself refuses what was compiled from other lines.

    For a `ThemeEnvironment` only: what others compile may depend on settings of theirs.
    """

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002
        return super().get_cache_key(name)

    def get_bucket(
        self, environment: Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        bucket = super().get_bucket(environment, name, filename, source)
        if bucket.code and filename:  # what goes wrong in a template is said of this file
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

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
