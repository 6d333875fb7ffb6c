"""YAML to plain values: every scalar is the text as written, so 1.10, no and 2018-06-12 stay what they are.

Read from the parser's events with a stack of our own: PyYAML's composer recurses in C and dies on deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.sources.decoding import MAX_DEPTH, control_characters
from osloregion_docs.sources.tree import Mark, Plain, Source, Steps

_Parser: Final = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader
_TRAPS: Final = frozenset(
    word for plain in ("no", "yes", "on", "off", "null") for word in (plain, plain.title(), plain.upper())
) | {"~"}


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read."""

    value: dict[str, Plain] | list[Plain]
    key: str | None = None
    key_at: tuple[int, int] = (0, 0)
    start: int = 0


@dataclass(slots=True)
class Reading:
    """What came of reading one stretch of YAML; offsets count from its beginning."""

    value: Plain = None
    faults: list[tuple[int, int, Severity, str, str, str]] = field(default_factory=list)
    marks: dict[Steps, Mark] = field(default_factory=dict)
    gaps: bool = False
    """Whether a key or an entry of a list has nothing after it."""

    def fault(
        self, at: tuple[int, int], code: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Note something that is wrong between two offsets."""
        self.faults.append((*at, severity, code, message, hint))

    @property
    def broken(self) -> bool:
        """Whether the values cannot be trusted."""
        return any(fault[2] is Severity.ERROR for fault in self.faults)

    def diagnostics(self, source: Source, offset: int = 0) -> Iterator[Diagnostic]:
        """The faults as diagnostics of the source that contains the text, `offset` characters from its start."""
        for start, end, severity, code, message, hint in self.faults:
            yield source.create_diagnostic((start + offset, end + offset), severity, code, message, hint)


def read_yaml(text: str, *, with_marks: bool = False) -> Reading:
    """The values of a YAML document, with what is wrong in it and, on demand, the place of each value."""
    reading = Reading()
    try:
        _build(text, reading, with_marks=with_marks)
    except yaml.MarkedYAMLError as error:
        _syntax_fault(text, reading, error)
    except yaml.reader.ReaderError as error:
        at = error.position if isinstance(error.position, int) else 0
        reading.fault((at, at + 1), "SRC001", f"the character {error.character!r} cannot stand in YAML", "delete it")
    return reading


def _build(text: str, reading: Reading, *, with_marks: bool) -> None:
    stack: list[_Open] = []
    for event in iter(_Parser(text).get_event, None):
        if isinstance(event, yaml.ScalarEvent):
            _scalar(reading, stack, event, with_marks=with_marks)
        elif isinstance(event, yaml.CollectionEndEvent):
            closed = stack.pop()
            _put(reading, stack, closed.value, (closed.start, _get_range(event)[1]), with_marks=with_marks)
        elif isinstance(event, yaml.CollectionStartEvent):
            if not _open_collection(reading, stack, event):
                return
        elif isinstance(event, yaml.AliasEvent):
            _refuse_extras(reading, event)
            _put(reading, stack, None, (0, 0), with_marks=False)


def _open_collection(reading: Reading, stack: list[_Open], event: yaml.CollectionStartEvent) -> bool:
    """Open a list or mapping; whether reading can go on."""
    start, _end = _get_range(event)
    if event.anchor is not None or event.tag is not None:
        _refuse_extras(reading, event)
    if len(stack) == MAX_DEPTH:
        reading.fault((start, start + 1), "SRC010", f"this lies more than {MAX_DEPTH} deep", "make it flatter")
        return False
    if _key_expected(stack):
        hint = "put text that begins with { or [ in quotes"
        reading.fault((start, start + 1), "SRC001", "a key is text, and this is a list or mapping", hint)
        return False
    stack.append(_Open({} if isinstance(event, yaml.MappingStartEvent) else [], start=start))
    return True


def _get_range(event: yaml.Event) -> tuple[int, int]:
    """The range of an event in the text."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0), (end.index if end else 0)


def _scalar(reading: Reading, stack: list[_Open], event: yaml.ScalarEvent, *, with_marks: bool) -> None:
    text: str = event.value
    at = _get_range(event)
    plain = not event.style
    if event.anchor is not None or event.tag is not None:
        _refuse_extras(reading, event)
    if _key_expected(stack):
        _key(reading, stack[-1], text, at)
        return
    if plain and text in _TRAPS:
        reading.fault(at, "SRC005", f"{text} is read as the text {text}", f'write "{text}" in quotes', Severity.WARNING)
    if not text.isprintable():
        for character in control_characters(text):
            reading.fault(at, "SRC009", f"the text holds the control character {character}", "delete it")
    gap = plain and not text
    reading.gaps |= gap
    _put(reading, stack, None if gap else text, at, with_marks=with_marks)


def _key_expected(stack: list[_Open]) -> bool:
    return bool(stack) and isinstance(stack[-1].value, dict) and stack[-1].key is None


def _key(reading: Reading, holder: _Open, key: str, at: tuple[int, int]) -> None:
    if key in holder.value:
        reading.fault(at, "SRC002", f"{key} stands twice in this block", "delete one of them, or join their values")
    holder.key, holder.key_at = key, at


def _put(reading: Reading, stack: list[_Open], value: Plain, at: tuple[int, int], *, with_marks: bool) -> None:
    key_at = at
    if not stack:
        if reading.value is not None:
            hint = "delete the line of hyphens, and what follows if it belongs elsewhere"
            reading.fault((at[0], at[0] + 1), "SRC001", "a second document begins in the same file", hint)
        reading.value = value
    elif isinstance(holder := stack[-1].value, dict):
        key_at = stack[-1].key_at
        holder[stack[-1].key or ""] = value
    else:
        holder.append(value)
    if with_marks:
        reading.marks[_steps(stack)] = Mark(key_at, at)
    if stack:
        stack[-1].key = None


def _steps(stack: list[_Open]) -> Steps:
    return tuple(
        o.key if isinstance(o.value, dict) and o.key is not None else len(o.value) - (o is stack[-1]) for o in stack
    )


def _refuse_extras(reading: Reading, event: yaml.NodeEvent) -> None:
    if event.anchor is not None or getattr(event, "tag", None) is not None:
        reading.fault(
            _get_range(event),
            "SRC008",
            "anchors, aliases and tags are not read",
            "write the value out, or put it in quotes",
        )


def _syntax_fault(text: str, reading: Reading, error: yaml.MarkedYAMLError) -> None:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark is not None else 0
    if "\t" in text[at : at + 1] or re.search(r"(?m)^ *\t", text[: at + 1].rpartition("\n")[2]):
        reading.fault((at, at + 1), "SRC003", "a tab stands where YAML wants spaces", "use two spaces for each step in")
        return
    problem = " ".join(part for part in (error.context, error.problem) if part)
    reading.fault((at, at + 1), "SRC001", f"this is not YAML: {problem}", "look at this line and the one above it")
