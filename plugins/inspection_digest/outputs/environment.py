"""Jinja as our templates use it: the library's own language, compiled to fewer steps.

More than a third of printing goes into what surrounds it: finding an attribute of which the library
does not know whether it is an item, calling a macro by way of three functions, asking a loader for
a template once more. Our views have attributes and nothing else, and a theme does not change while
it is printed, so templates are compiled to say just that. A test holds what they print against what
the library does. What is given up: `x.y` for the item of a dict, `is defined` and `default` for an
attribute, and `self.block()`.

What a page's template extends, its base, is printed apart from it (`ThemeEnvironment.printed` and
`around`), so that either can be printed anew without the other. What is given up for that:
`super()`, a base that extends another, and names of the one in the other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping, Sequence
from keyword import iskeyword
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
    nodes,
)
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined] # it has no public name

from inspection_digest.outputs.once import Once


def escaped(value: object) -> str:
    """What `escape` makes of a value, as plain text.

    It is only put together with other text that is escaped already, and making `Markup` of each
    piece before takes ten times as long as escaping it.
    """
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


def macro_of(
    environment: Environment, print_: Callable[..., str], name: str, takes: Sequence[str], *how: Any
) -> Callable[..., str]:
    """What `Macro` makes of a compiled macro. One that is given things in their order, as ours are,
    is called at once; what it is not given is `missing` to it, as the library has it."""
    whole = Macro(environment, print_, name, list(takes), *how)
    if whole.catch_kwargs or whole.catch_varargs or whole.caller:
        return whole
    blank = (missing,) * len(takes)
    as_markup = str.__new__  # not `Markup(...)`, which asks first whether text is markup already

    def call(*given: Any, **named: Any) -> str:
        if named or len(given) > len(blank):
            return whole(*given, **named)
        return as_markup(Markup, print_(*given, *blank[len(given) :]))

    return call


class _Code(CodeGenerator):
    """Writes an attribute as an attribute, and a call as a call."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the library's
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802 - the library's
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        given = [*node.args, *node.kwargs]
        named = any(iskeyword(item.key) for item in node.kwargs)
        if forward_caller or node.dyn_args or node.dyn_kwargs or named:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for item in given:
            self.visit(item, frame)
            self.write(", ")
        self.write(")")

    def visit_Extends(self, node: nodes.Extends, frame: Frame) -> None:  # noqa: N802 - the library's
        if self.extends_so_far or not frame.rootlevel:
            self.fail("a template extends one other, at its top", node.lineno)
        self.writeline("parent_template = environment.apart(", node)
        self.visit(node.template, frame)
        self.write(")")
        self.has_known_extends = True
        self.extends_so_far = 1


class _Base(str):
    """The name of a base: all that the root of a template that extends it prints."""

    __slots__ = ()

    def root_render_func(self, _: Context) -> Iterator[str]:
        yield self


class Printed(NamedTuple):
    """What a page's template has printed: its blocks by name, and the name of the base that they
    are to stand in; or `text` alone, where it extends none."""

    text: str
    base: str
    blocks: Mapping[str, str]


class _Template(Template):
    """A compiled template that escapes by `escaped`, and whose macros are those of `macro_of`."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - the library's name for it
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        template = super().from_code(environment, code, globals, uptodate)
        names = template.root_render_func.__globals__
        names["escape"], names["Macro"] = escaped, macro_of
        return template

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Its macros. No template has names of its own, so those of one use are those of all."""
        return self._module or super()._get_default_module(ctx)


def _marked(name: str) -> Callable[[Context], Iterator[str]]:
    """A block that prints where it stands."""
    return lambda _: iter((f"{MARK}{name}{MARK}",))


class ThemeEnvironment(Environment):
    """Of one theme, whose templates do not change meanwhile."""

    template_class = _Template
    code_generator_class = _Code

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[str, Template] = {}

    def get_template(self, name: Any, *_: Any, **__: Any) -> Template:
        """As the library's, which asks the loader and a lock first, a dozen times a page."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name)
        return found

    @staticmethod
    def apart(name: str) -> _Base:
        """What is extended, to the compiled code of a template that extends it."""
        return _Base(name)

    def printed(self, name: str, **given: object) -> Printed:
        """What a page's template prints of what it is given; its base is not printed yet."""
        template = self.get_template(name)
        context = template.new_context(given)
        try:
            root = [*template.root_render_func(context)]
            if not root or type(root[0]) is not _Base:
                return Printed("".join(root), "", {})
            blocks = {of: "".join(block(context)) for of, block in template.blocks.items()}
        except Exception:  # noqa: BLE001 - as the library does: with the line of the template
            self.handle_exception()
        return Printed("", str(root[0]), blocks)

    def around(self, name: str, blocks: Collection[str], **given: object) -> str:
        """What a base prints, with the name of a block between two `MARK`s where one of these is to
        stand. `given`: all it knows. Raises TemplateRuntimeError for a base that extends another,
        or does anything with a block but print it."""
        template = self.get_template(name)
        context = template.new_context(given)
        for of in blocks:
            context.blocks.setdefault(of, []).insert(0, _marked(of))
        try:
            root = [*template.root_render_func(context)]
        except Exception:  # noqa: BLE001 - the same
            self.handle_exception()
        if root and type(root[0]) is _Base:
            raise TemplateRuntimeError(f"{name} stands around pages, so it cannot extend {root[0]}")
        text = "".join(root)
        for of in text.split(MARK)[1::2]:
            if of not in blocks:
                raise TemplateRuntimeError(f"{name} does more with a block than to print it: {of}")
        return text


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


MARK = "\0"  # no text is let in that holds it
OURS = "ours"  # the compiler: `_Code`


class Kept(Protocol):
    """Where compiled templates are kept from one build to the next."""

    def lookup(self, name: str) -> bytes | None: ...
    def keep(self, name: str, body: bytes) -> None: ...


def environment_of(theme: Path, kept: Kept | None = None) -> ThemeEnvironment:
    """The templates of a theme. `kept`: where what was compiled is kept."""
    code = KeptCode(kept, OURS) if kept else None
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
    code, environment = KeptCode(kept, OURS), environment_of(theme)
    assert environment.loader  # noqa: S101 - it was given one
    for name in environment.list_templates():
        text, file, _ = environment.loader.get_source(environment, name)
        bucket = code.get_bucket(environment, name, file, text)
        if bucket.code:
            _ahead[bucket.key] = bucket.checksum, bucket.code


class KeptCode(BytecodeCache):
    """Jinja asks by the name of a file, and itself refuses what was compiled from other lines.

    `compiler`: whose code it is. The library's own, which Pelican has for prose, compiles some of
    the same templates, and neither is given what the other made.
    """

    def __init__(self, kept: Kept, compiler: str) -> None:
        self._kept, self._compiler = kept, compiler

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return f"{super().get_cache_key(name, filename)}-{self._compiler}"

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
