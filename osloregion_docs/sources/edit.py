"""Changes to a YAML text that leave everything else as it stands: comments, blank lines, quotes and order.

A change is a piece of text put in or exchanged. It is proved by reading the whole text again: the values must be
exactly those that were wanted, or the text is not changed at all.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from osloregion_docs.sources.emit import Style, yaml_of
from osloregion_docs.sources.yaml import Reading, read_yaml

if TYPE_CHECKING:
    from osloregion_docs.sources.tree import Mark, Plain, Steps

_STYLES: tuple[Style, ...] = ("block", "quoted")


class NotEdited(ValueError):
    """The text is written in a way that the change cannot be put into without touching more than is meant."""


def with_value(text: str, steps: Steps, value: Plain) -> str:
    """The text with a value at a place given by keys and positions: exchanged, or put in at the end of what holds it.

    A position that is as large as the list is long adds to the list. What holds the value is made where it is missing.

    Raises:
        NotEdited: it cannot be put in without touching more.
    """
    reading = read_yaml(text, with_marks=True)
    *holder, last = steps
    held = _at(reading.value, tuple(holder))
    if not isinstance(held, dict | list) or not held:
        if holder:
            return with_value(text, tuple(holder), [value] if isinstance(last, int) else {last: value})
        held = {}
    wanted = _changed(reading.value, steps, value)
    for changed in _attempts(text, reading, steps, value):
        again = read_yaml(changed)
        if again.value == wanted and not again.broken:
            return changed
    raise NotEdited(f"{'/'.join(map(str, steps))} cannot be written without touching more of the file")


def with_entry(text: str, steps: Steps, entry: Plain) -> str:
    """The text with an entry added to the list at a place; the list is made where it is missing.

    Raises:
        NotEdited: it cannot be put in without touching more.
    """
    listed = _at(read_yaml(text).value, steps)
    return with_value(text, (*steps, len(listed) if isinstance(listed, list) else 0), entry)


def put_back(raw: str, before: str, after: str) -> str:
    """A file's text as it was, byte for byte, but for what a change did to the text that was read from it.

    What is read has neither a byte order mark nor Windows' line ends; what is put in ends its lines as the file does.
    """
    ends = "\r\n" if "\r\n" in raw else "\n"
    places = [match.start() for match in re.finditer("\r\n|[^\ufeff]|(?<!^)\ufeff", raw, re.DOTALL)] + [len(raw)]
    start = _shared(before, after)
    kept = _shared(before[start:][::-1], after[start:][::-1])
    middle = after[start : len(after) - kept].replace("\n", ends)
    return raw[: places[start]] + middle + raw[places[len(before) - kept] :]


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _attempts(text: str, reading: Reading, steps: Steps, value: Plain) -> Iterator[str]:
    """The text changed in one way and another, the most readable first."""
    marks = reading.marks
    if not reading.value:
        ended = text if text.endswith("\n") or not text else text + "\n"
        yield ended + yaml_of({str(steps[0]): value})
        return
    if _is_flow(text, marks, steps[:-1]):
        yield _in_flow(text, marks, steps, value)
    elif steps in marks:
        for style in _STYLES:
            yield _exchanged(text, marks, steps, yaml_of({"k": value}, style))
    else:
        for end in _ends(text, marks, steps[:-1]):
            for style in _STYLES:
                yield _below(text, end, _column(text, marks, steps), _fragment(steps[-1], value, style))


def _fragment(last: str | int, value: Plain, style: Style) -> str:
    return yaml_of([value] if isinstance(last, int) else {last: value}, style)


def _exchanged(text: str, marks: Mapping[Steps, Mark], steps: Steps, fragment: str) -> str:
    """Another value for a key of a block; `fragment` is the value under the key k."""
    mark = marks[steps]
    start, end = mark.value[0], mark.value[0] + len(text[slice(*mark.value)].rstrip())
    first, *more = fragment.removeprefix("k:").rstrip("\n").split("\n")
    lines = "".join("\n" + (" " * _column_of(text, mark.key[0]) + line if line else "") for line in more)
    if first:
        return text[:start].rstrip(" ") + first + lines + text[end:]
    line = text.find("\n", end) if "\n" in text[end:] else len(text)  # what stands behind the key stays there
    return text[:start].rstrip(" ") + text[end:line] + lines + text[line:]


def _in_flow(text: str, marks: Mapping[Steps, Mark], steps: Steps, value: Plain) -> str:
    """A value inside brackets: exchanged, or added before they close."""
    if steps in marks and marks[steps].value[0] != marks[steps].value[1]:
        start, end = marks[steps].value
        return text[:start] + yaml_of([value], "flow").strip()[1:-1] + text[end:]
    holder = marks[steps[:-1]].value
    close = holder[1] - 1
    inside = text[holder[0] + 1 : close].rstrip()
    at = holder[0] + 1 + len(inside)
    comma = "" if not inside else " " if inside.endswith(",") else ", "
    return text[:at] + comma + _fragment(steps[-1], value, "flow").strip()[1:-1] + text[at:]


def _below(text: str, end: int, column: int, fragment: str) -> str:
    """A piece of a block on lines of its own."""
    lines = "".join(" " * column + line if line.strip() else line for line in fragment.splitlines(keepends=True))
    before = text[:end] if text[:end].endswith("\n") else text[:end] + "\n"
    return before + lines + text[end:]


def _ends(text: str, marks: Mapping[Steps, Mark], holder: Steps) -> Iterator[int]:
    """Where the last line of a block ends: before the blank lines below it, or, if they belong to it, after them."""
    blocks = {steps[:-1] for steps in marks if steps and text[marks[steps[:-1]].value[0]] not in "[{"}
    inner = [mark for steps, mark in marks.items() if steps[: len(holder)] == holder and steps not in blocks]
    end = max(max(mark.value[1], mark.key[1]) for mark in inner)  # where a block ends, its own mark does not tell
    if text[:end].endswith("\n"):
        yield len(text[:end].rstrip()) + 1
        yield end
    else:
        line = text.find("\n", end)
        yield len(text) if line < 0 else line + 1


def _is_flow(text: str, marks: Mapping[Steps, Mark], holder: Steps) -> bool:
    """Whether a place lies in brackets."""
    return any(text[marks[holder[:depth]].value[0]] in "[{" for depth in range(len(holder) + 1))


def _column(text: str, marks: Mapping[Steps, Mark], steps: Steps) -> int:
    """How far in the entries of a block stand: its keys, or the hyphens of its list."""
    first = next(mark for inner, mark in marks.items() if inner[:-1] == steps[:-1] and inner)
    if not isinstance(steps[-1], int):
        return _column_of(text, first.key[0])
    hyphen = text[: first.value[0]].rstrip().rfind("-")
    return _column_of(text, hyphen)


def _column_of(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)


def _at(value: Plain, steps: Steps) -> Plain:
    """The value at a place, or None where there is none."""
    for step in steps:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _changed(value: Plain, steps: Steps, new: Plain) -> Plain:
    """The values as they will be."""
    changed: Plain = copy.deepcopy(value) if value else {}
    held = _at(changed, steps[:-1])
    last = steps[-1]
    if isinstance(held, list) and isinstance(last, int):
        held[last : last + 1] = [new]
    elif isinstance(held, dict) and isinstance(last, str):
        held[last] = new
    return changed
