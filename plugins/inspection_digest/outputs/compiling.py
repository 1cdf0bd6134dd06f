"""What a template is compiled to: the library's own language, in fewer steps.

More than a third of printing goes into what surrounds it: finding an attribute of which the library
does not know whether it is an item, calling a macro by way of three functions, asking a loader for
a template once more. Our views have attributes and nothing else, and a theme does not change while
it is printed, so templates are compiled to say just that. A test holds what they print against what
the library does. What is given up: `x.y` for the item of a dict, `is defined` and `default` for an
attribute, `self.block()`, names of templates that are worked out, and what `environment` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from keyword import iskeyword
from types import CodeType
from typing import Any

from jinja2 import Environment, Template, TemplateRuntimeError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined] # it has no public name


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


class Code(CodeGenerator):
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

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        for name in node.find_all(nodes.Name) if node.find(nodes.Extends) else ():
            if name.name == "super":
                self.fail("a page is printed apart from its base: it has no `super()`", name.lineno)
        self._refuse_unnamed_insets(node)
        super().visit_Template(node, frame)

    def _refuse_unnamed_insets(self, node: nodes.Template) -> None:
        """As `_refuse_unnamed`: an inset is printed from another template."""
        named = [
            call.node
            for call in node.find_all(nodes.Call)
            if len(call.args) == 1
            and isinstance(call.args[0], nodes.Const)
            and not (call.kwargs or call.dyn_args or call.dyn_kwargs)
        ]
        for name in node.find_all(nodes.Name):
            if name.name == "inset" and not any(name is each for each in named):
                self.fail("an inset is named by one text in quotation marks", name.lineno)

    def visit_Extends(self, node: nodes.Extends, frame: Frame) -> None:  # noqa: N802
        self._refuse_unnamed(node)
        if self.extends_so_far or not frame.rootlevel:
            self.fail("a template extends one other, at its top", node.lineno)
        self.writeline("parent_template = environment.apart(", node)
        self.visit(node.template, frame)
        self.write(")")
        self.has_known_extends = True
        self.extends_so_far = 1

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802
        self._refuse_unnamed(node)
        super().visit_Include(node, frame)

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:  # noqa: N802
        self._refuse_unnamed(node)
        super().visit_Import(node, frame)

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802
        self._refuse_unnamed(node)
        super().visit_FromImport(node, frame)

    def _refuse_unnamed(
        self, node: nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport
    ) -> None:
        """What a template is made from has to be known before it is printed (`template_sums`)."""
        if not isinstance(node.template, nodes.Const) or not isinstance(node.template.value, str):
            self.fail("another template is named by one text in quotation marks", node.lineno)


class Base(str):
    """The name of a base: all that the root of a template that extends it prints."""

    __slots__ = ()

    def root_render_func(self, context: Context) -> Iterator[str]:
        """Raises TemplateRuntimeError unless it is the template that was asked for."""
        asked: str = context.environment.asked  # type: ignore[attr-defined] # a `ThemeEnvironment`
        if context.name != asked:
            raise TemplateRuntimeError(
                f"{context.name} extends {self}, which only a page's own template can"
            )
        yield self


class CompiledTemplate(Template):
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
