"""A year's plain values, and the place of each in its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from osloregion_docs.diagnostics import Diagnostic, Finding, Severity, Span
from osloregion_docs.keypath import KeyPath

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
Steps: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """The places of a key and its value: 0-based offsets into the text, end exclusive."""

    key: tuple[int, int]
    value: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Source:
    """One input file: its text, its values, and a lookup of the place of each (slow, so only on demand)."""

    file: str
    text: str
    values: dict[str, Plain] | list[Plain]
    marks: Callable[[], Mapping[Steps, Mark]] = field(compare=False)
    gaps: bool = False
    """Whether a key or an entry of a list in it has nothing after it."""

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        line, column = _get_line_and_column(self.text, start)
        end_line, end_column = _get_line_and_column(self.text, max(start, end))
        return Span(self.file, line, column, end_line, end_column)

    def create_diagnostic(
        self, at: tuple[int, int], severity: Severity, code: str, message: str, hint: str
    ) -> Diagnostic:
        """A diagnostic between two offsets of this source, with its line."""
        span = self.span(*at)
        return Diagnostic(span, severity, code, message, hint, excerpt=get_line(self.text, span.line))


@dataclass(frozen=True, slots=True)
class Tree:
    """All sources of a year, each mounted at an address, and their values as one."""

    sources: Mapping[KeyPath, Source]
    values: dict[str, Plain]

    def address(self, steps: Sequence[str | int]) -> KeyPath:
        """The address, by ids, of a place given by keys and positions; what does not exist is passed over."""
        path, value = KeyPath(), _as_plain(self.values)
        for step in steps:
            inner = _step_into(value, step)
            if inner is None:
                continue
            name, value = inner
            path = path / name
        return path

    def locate(self, finding: Finding) -> tuple[Source, tuple[int, int]]:
        """The source of a finding and the stretch of it that is meant: words in the value, the key, or the value."""
        mount, steps, _missing = self.resolve(finding.path)
        source = self.sources[mount]
        marks = source.marks()
        while steps not in marks and steps:
            steps = steps[:-1]
        mark = marks.get(steps, Mark((0, 0), (0, len(source.text))))
        start, end = mark.key if finding.at_key else mark.value
        quote, word = finding.quote, finding.word or finding.quote
        reach = end if steps else len(source.text)  # a whole file includes the body below its front matter
        if quote and (found := _find_occurrence(source.text[:reach], quote, start, finding.occurrence)) >= 0:
            found += max(quote.rfind(word), 0)
            return source, (found, found + len(word))
        return source, (start, end)

    def resolve(self, path: KeyPath) -> tuple[KeyPath, Steps, tuple[str, ...]]:
        """Where the source of an address is mounted, keys and positions inside it, and what does not exist there."""
        mount = max((m for m in self.sources if path.within(m)), key=lambda m: len(m.steps))
        steps: list[str | int] = []
        value: Plain = self.sources[mount].values
        names = path.steps[len(mount.steps) :]
        for name in names:
            step = _find_step(value, name)
            if step is None:
                break
            steps.append(step)
            value = value[step]  # type: ignore[index]
        return mount, tuple(steps), names[len(steps) :]


def get_line(text: str, line: int) -> str:
    """One line of a text, counted from 1, without its end."""
    lines = text.split("\n", line)
    return lines[line - 1].rstrip("\r") if line <= len(lines) else ""


def _find_occurrence(text: str, words: str, start: int, occurrence: int) -> int:
    """The offset of the given occurrence of words; of their last one, if there are fewer."""
    found = text.find(words, start)
    for _ in range(occurrence):
        further = text.find(words, found + 1)
        found = further if further >= 0 else found
    return found


def _as_plain(values: dict[str, Plain]) -> Plain:
    return values


def _step_into(value: Plain, step: str | int) -> tuple[str, Plain] | None:
    """The name and value one step in, by key or by position."""
    if isinstance(value, dict):
        key = list(value)[step] if isinstance(step, int) and step < len(value) else step
        return (key, value[key]) if isinstance(key, str) and key in value else None
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        entry = value[step]
        name = entry.get("id") if isinstance(entry, dict) else None
        return (name if isinstance(name, str) else str(step + 1)), entry
    return None


def _find_step(value: Plain, name: str) -> str | int | None:
    """The key or position that a step of an address means inside a value."""
    if isinstance(value, dict):
        return name if name in value else None
    if isinstance(value, list):
        for place, entry in enumerate(value):
            if isinstance(entry, dict) and entry.get("id") == name:
                return place
        if name.isdigit() and 0 < int(name) <= len(value):
            return int(name) - 1
    return None


def _get_line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
