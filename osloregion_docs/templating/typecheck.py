"""The type check of a template: its tags against a document kind's Context, before anything is rendered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.spelling import did_you_mean
from osloregion_docs.templating.template import Tag
from osloregion_docs.templating.types import Loop, TupleOf, Type, fields_of, name_of, reach_of

FILTERS: Final = {
    "upper": str,
    "lower": str,
    "capitalize": str,
    "trim": str,
    "join": str,
    "length": int,
    "first": None,
    "last": None,
}
"""The filters that templates may use, and the type each gives; None for the type of the list's entries."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the templates of one kind write their tags."""

    loop: str
    """A loop over a list, with the place of its name."""
    misfit: Callable[[Tag, str], str]
    """What to do where a tag does not print a value of that reach; nothing where it does."""


_FOR: Final = re.compile(r"for\s+(\w+)\s+in\s+(.+)$", re.DOTALL)
_ENVIRONMENT: Final = SandboxedEnvironment()


@dataclass(slots=True)
class _Open:
    """A loop or choice that is not closed yet, and the names it brings."""

    tag: Tag
    word: str
    names: dict[str, Type]


@dataclass(slots=True)
class _Check:
    """The check under way: the open loops and choices, and what was found."""

    names: dict[str, Type]
    dialect: Dialect
    opened: list[_Open] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def say(self, tag: Tag, code: str, message: str, hint: str = "") -> None:
        span = Span(tag.file, tag.line, tag.column, tag.line, tag.column)
        self.found.append(Diagnostic(span, Severity.ERROR, code, message, hint, tag.excerpt))

    @property
    def scope(self) -> dict[str, Type]:
        scope = dict(self.names)
        for block in self.opened:
            scope |= block.names
        return scope


def check_placeholders(tags: Iterable[Tag], context: type[BaseModel], dialect: Dialect) -> tuple[Diagnostic, ...]:
    """What a template asks for that documents with this context cannot give; each at its tag."""
    check = _Check(fields_of(context), dialect)
    file = ""
    for tag in tags:
        if tag.file != file:
            _close_all(check)
            file = tag.file
        if tag.sign == "{{":
            _check_printed(check, tag)
        elif tag.sign == "{%":
            _statement(check, tag)
    _close_all(check)
    return tuple(check.found)


def _close_all(check: _Check) -> None:
    for block in check.opened:
        check.say(block.tag, "TPL504", f"this {block.word} is never closed", f"add an end{block.word} after it")
    check.opened.clear()


def _check_printed(check: _Check, tag: Tag) -> None:
    kind = _evaluate(check, tag, tag.inner)
    if kind is None:
        return
    wanted = reach_of(kind)
    if isinstance(kind, TupleOf):
        hint = f"loop over it with {check.dialect.loop % tag.inner}"
        check.say(tag, "TPL502", f"{tag.inner} is {name_of(kind)}, not one value", hint)
    elif wanted is None:
        fields = ", ".join(sorted(fields_of(kind)))
        check.say(
            tag,
            "TPL508",
            f"{tag.inner} is {name_of(kind)}, which cannot be printed",
            f"print one of its values: {fields}" if fields else "ask for it in an if",
        )
    elif hint := check.dialect.misfit(tag, wanted):
        check.say(tag, "TPL508", f"{tag.inner} is {name_of(kind)}, and is printed another way", hint)


def _statement(check: _Check, tag: Tag) -> None:
    word, _, rest = tag.inner.partition(" ")
    if word == "for":
        _open_loop(check, tag)
    elif word == "if":
        _evaluate(check, tag, rest)
        check.opened.append(_Open(tag, "if", {}))
    elif word in {"elif", "else"}:
        if not check.opened or check.opened[-1].word != "if":
            check.say(tag, "TPL504", f"{word} is outside an if", "put it between if and endif")
        elif word == "elif":
            _evaluate(check, tag, rest)
    elif word in {"endfor", "endif"}:
        _close(check, tag, word.removeprefix("end"))
    else:
        check.say(tag, "TPL509", f"{word} is nothing that a template can do", "templates have for, if, elif and else")


def _open_loop(check: _Check, tag: Tag) -> None:
    match = _FOR.match(tag.inner)
    if match is None:
        check.say(tag, "TPL504", f'"{tag.inner}" is no loop', "write for name in list")
        check.opened.append(_Open(tag, "for", {}))
        return
    kind = _evaluate(check, tag, match[2])
    entry: Type | None = kind.entry if isinstance(kind, TupleOf) else None
    if kind is not None and entry is None:
        check.say(
            tag, "TPL502", f"{match[2]} is {name_of(kind)}, not a list", "take away the loop, or loop over a list"
        )
    names: dict[str, Type] = {"loop": Loop()}
    names[match[1]] = entry if entry is not None else _Unknown
    check.opened.append(_Open(tag, "for", names))


class _Unknown:
    """The type of what a faulty loop goes through: nothing more is reported about it."""


def _close(check: _Check, tag: Tag, word: str) -> None:
    if all(block.word != word for block in check.opened):
        check.say(tag, "TPL504", f"end{word} closes nothing", f"delete it, or add the {word} that it closes")
        return
    while check.opened[-1].word != word:
        block = check.opened.pop()
        check.say(block.tag, "TPL504", f"this {block.word} is never closed", f"add an end{block.word} after it")
    opened = check.opened.pop().tag
    if opened.container is not tag.container or opened.reach != tag.reach:
        message = f"the {word} of paragraph {opened.line} ends in another place than it began"
        check.say(
            tag,
            "TPL511",
            message,
            "put both ends in the same cell, table or text, and write both with the same letter",
        )


def _evaluate(check: _Check, tag: Tag, expression: str) -> Type | None:
    """The type of an expression; None if something is wrong with it, which is then reported."""
    if not expression.strip():
        check.say(tag, "TPL504", "the tag is empty", "write a name, such as measure.title")
        return None
    try:
        body = _ENVIRONMENT.parse("{{ " + expression + " }}").body
    except TemplateSyntaxError as error:
        check.say(
            tag,
            "TPL504",
            f'"{expression}" cannot be read: {str(error.message).lower().rstrip(".")}',
            "write a name, such as measure.title",
        )
        return None
    match body:
        case [nodes.Output(nodes=[nodes.Expr() as node])]:
            kind = _infer(check, tag, node)
            return None if kind is _Unknown else kind
    check.say(tag, "TPL504", f'"{expression}" is not one value', "write a name, such as measure.title")
    return None


def _infer(check: _Check, tag: Tag, node: nodes.Node) -> Type | None:  # noqa: PLR0911 - one return per kind of node
    match node:
        case nodes.Name():
            return _name(check, tag, node.name)
        case nodes.Getattr():
            return _attribute(check, tag, node)
        case nodes.Const():
            return type(node.value)
        case nodes.Filter():
            return _filter(check, tag, node)
        case nodes.Compare() | nodes.And() | nodes.Or() | nodes.Not() | nodes.Operand():
            kinds = [_infer(check, tag, part) for part in node.iter_child_nodes()]
            return None if None in kinds else bool
    check.say(
        tag,
        "TPL509",
        f"{type(node).__name__.lower()} is nothing that a template can do",
        "print values, loop over lists, and compare",
    )
    return None


def _name(check: _Check, tag: Tag, name: str) -> Type | None:
    scope = check.scope
    if name in scope:
        return scope[name]
    hint = did_you_mean(name, scope) or f"there is: {', '.join(sorted(scope))}"
    check.say(tag, "TPL501", f"there is no {name} here", hint)
    return None


def _attribute(check: _Check, tag: Tag, node: nodes.Getattr) -> Type | None:
    holder = _infer(check, tag, node.node)
    if holder is None or holder is _Unknown:
        return holder
    fields = fields_of(holder)
    if node.attr in fields:
        return fields[node.attr]
    known = ", ".join(sorted(fields)) or "nothing more"
    hint = did_you_mean(node.attr, fields) or f"it has: {known}"
    check.say(tag, "TPL501", f"{tag.inner}: {name_of(holder)} has no {node.attr}", hint)
    return None


def _filter(check: _Check, tag: Tag, node: nodes.Filter) -> Type | None:
    inner = _infer(check, tag, node.node) if node.node is not None else None
    if node.name not in FILTERS:
        hint = did_you_mean(node.name, FILTERS) or f"there is: {', '.join(FILTERS)}"
        check.say(tag, "TPL503", f"there is no filter {node.name}", hint)
        return None
    if not all(isinstance(part, nodes.Const) for part in (*node.args, *node.kwargs)):
        message = f"the filter {node.name} takes plain text and numbers only"
        check.say(tag, "TPL509", message, 'write them as they are: join(", ")')
        return None
    entry = inner.entry if isinstance(inner, TupleOf) else inner
    return None if inner is None else FILTERS[node.name] or entry
