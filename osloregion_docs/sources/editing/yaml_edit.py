"""Edits of a YAML text as candidates: texts that may be what is wanted, the most readable first.

A candidate is not proved here: the caller reads it back and takes the first whose values are those wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from osloregion_docs.sources.editing.operations import DeleteAt, InsertAt, MoveTo, Operation, ReorderAt, SetAt, value_at
from osloregion_docs.sources.editing.yaml_slices import (
    block_end,
    block_ends,
    column_at,
    entries_column,
    entry_slices,
    entry_start,
    is_flow,
)
from osloregion_docs.sources.editing.yaml_writer import Style, to_yaml
from osloregion_docs.sources.yaml import Reading, read_yaml

if TYPE_CHECKING:
    from osloregion_docs.sources.tree import Mark, Plain, Steps

_STYLES: tuple[Style, ...] = ("block", "quoted")


def edit_yaml(text: str, operation: Operation) -> Iterator[str]:
    """Candidates for a YAML text after an operation that its values allow."""
    reading = read_yaml(text, with_marks=True)
    match operation:
        case SetAt(steps, value):
            yield from _set(text, reading, steps, value)
        case InsertAt(steps, value):
            yield from _insert(text, reading, steps, value)
        case DeleteAt(steps):
            yield from _delete(text, reading, steps)
        case ReorderAt(steps, order):
            yield from _permute(text, reading, steps, order)
        case MoveTo():
            yield from _move(text, reading, operation)


def _set(text: str, reading: Reading, steps: Steps, value: Plain) -> Iterator[str]:
    marks = reading.marks
    if not reading.value:
        ended = text if text.endswith("\n") or not text else text + "\n"
        yield ended + to_yaml({str(steps[0]): value})
    elif len(steps) > 1 and value_at(reading.value, steps[:-1]) == {}:
        yield from _set(text, reading, steps[:-1], {str(steps[-1]): value})
    elif is_flow(text, marks, steps[:-1]):
        yield _set_in_flow(text, marks, steps, value)
    elif steps in marks:
        for style in _STYLES:
            if isinstance(steps[-1], int):
                yield from _replace_entry(text, marks, steps, to_yaml([value], style))
            yield _replace_value(text, marks, steps, to_yaml({"k": value}, style))
    else:
        yield from _append(text, marks, steps, value)


def _insert(text: str, reading: Reading, steps: Steps, value: Plain) -> Iterator[str]:
    entries = value_at(reading.value, steps[:-1])
    if not isinstance(entries, list) or not entries:
        yield from _set(text, reading, steps[:-1], [value])
    elif steps[-1] == len(entries) and is_flow(text, reading.marks, steps[:-1]):
        yield _set_in_flow(text, reading.marks, steps, value)
    elif steps[-1] == len(entries):
        yield from _append(text, reading.marks, steps, value)
    elif is_flow(text, reading.marks, steps[:-1]):
        start = reading.marks[steps].value[0]
        yield f"{text[:start]}{_in_flow(value)}, {text[start:]}"
    else:
        start = entry_start(text, reading.marks, steps)
        if text[:start].rpartition("\n")[2].strip():
            return
        for style in _STYLES:
            column = column_at(text, start)
            lines = _indent(to_yaml([value], style), column)
            yield text[: start - column] + lines + text[start - column :]


def _delete(text: str, reading: Reading, steps: Steps) -> Iterator[str]:
    holder = value_at(reading.value, steps[:-1])
    assert isinstance(holder, dict | list)  # noqa: S101 - the operation was applied to the values before
    if len(holder) == 1 and len(steps) > 1:
        yield from _set(text, reading, steps[:-1], [] if isinstance(holder, list) else {})
        return
    slices = entry_slices(text, reading.marks, steps[:-1], with_comments=False)
    place = list(holder).index(str(steps[-1])) if isinstance(holder, dict) else int(steps[-1])
    start, end = slices[place]
    if is_flow(text, reading.marks, steps[:-1]):
        yield text[:start] + text[slices[1][0] :] if place == 0 else text[: slices[place - 1][1]] + text[end:]
        return
    line = start - column_at(text, start)
    if text[line:start].strip():  # the first key of an entry, on the line of its hyphen
        yield text[:start] + text[slices[1][0] :]
        return
    for ending in block_ends(text, reading.marks, steps):
        yield text[:line] + text[ending:]


def _permute(text: str, reading: Reading, steps: Steps, order: tuple[int, ...]) -> Iterator[str]:
    """Entries exchanged for each other; what is between them stays where it is."""
    for whole in (False, True):
        slices = entry_slices(text, reading.marks, steps, with_comments=True, with_blank_lines=whole)
        parts, done = [], 0
        for (start, end), source in zip(slices, order, strict=True):
            parts += [text[done:start], text[slice(*slices[source])]]
            done = end
        yield "".join((*parts, text[done:]))


def _move(text: str, reading: Reading, operation: MoveTo) -> Iterator[str]:
    steps, to = operation.steps, operation.to
    if steps[:-1] == to[:-1]:
        entries = value_at(reading.value, to[:-1])
        order = list(range(len(entries))) if isinstance(entries, list) else []
        order.insert(int(to[-1]), order.pop(int(steps[-1])))
        yield from _permute(text, reading, steps[:-1], tuple(order))
        return
    start, end = entry_slices(text, reading.marks, steps[:-1], with_comments=True)[int(steps[-1])]
    flow = is_flow(text, reading.marks, steps[:-1])
    for without in _delete(text, reading, steps):
        again = read_yaml(without, with_marks=True)
        target = operation.to_after_removal
        if not flow:
            moved = _without_comment_lines(without, text, (start, end))
            yield from _insert_lines(moved, target, text[start - column_at(text, start) : end])
        if "#" not in text[start:end]:
            yield from _insert(without, again, target, value_at(reading.value, steps))


def _without_comment_lines(without: str, text: str, at: tuple[int, int]) -> str:
    """A text from which an entry was deleted, without the comment lines above the entry, which move with it."""
    line = at[0] - column_at(text, at[0])
    comments = "".join(each for each in text[line : at[1]].splitlines(keepends=True) if each.lstrip().startswith("#"))
    return without[:line] + without[line:].removeprefix(comments) if comments else without


def _insert_lines(text: str, steps: Steps, lines: str) -> Iterator[str]:
    """The lines of an entry, with their comments, as an entry of another list written line by line."""
    reading = read_yaml(text, with_marks=True)
    entries = value_at(reading.value, steps[:-1])
    if not isinstance(entries, list) or not entries or is_flow(text, reading.marks, steps[:-1]):
        return
    column = entries_column(text, reading.marks, steps)
    by = len(lines) - len(lines.lstrip(" "))
    moved = "".join(line[min(by, len(line) - len(line.lstrip(" "))) :] for line in lines.splitlines(keepends=True))
    moved = _indent(moved + "\n", column)
    if steps[-1] == len(entries):
        for end in block_ends(text, reading.marks, steps[:-1]):
            yield _end_line(text[:end]) + moved + text[end:]
    else:
        start = entry_start(text, reading.marks, steps)
        line = start - column_at(text, start)
        yield text[:line] + moved + text[line:]


def _append(text: str, marks: Mapping[Steps, Mark], steps: Steps, value: Plain) -> Iterator[str]:
    """A key or an entry below the last one of a block."""
    for end in block_ends(text, marks, steps[:-1]):
        for style in _STYLES:
            fragment = to_yaml([value] if isinstance(steps[-1], int) else {steps[-1]: value}, style)
            yield _end_line(text[:end]) + _indent(fragment, entries_column(text, marks, steps)) + text[end:]


def _replace_value(text: str, marks: Mapping[Steps, Mark], steps: Steps, fragment: str) -> str:
    """Another value for a key of a block; `fragment` is the value under the key k."""
    mark = marks[steps]
    start, end = mark.value[0], block_end(text, marks, steps)
    before = text[:start].rstrip(" ")
    if before.endswith("\n") and start < end:  # a block below its key
        before = before.rstrip()
    first, *more = fragment.removeprefix("k:").rstrip("\n").split("\n")
    lines = "".join("\n" + (" " * column_at(text, mark.key[0]) + line if line else "") for line in more)
    if first:
        return before + first + lines + text[end:]
    line = text.find("\n", end) if "\n" in text[end:] else len(text)  # a comment behind the key stays there
    return before + text[end:line] + lines + text[line:]


def _replace_entry(text: str, marks: Mapping[Steps, Mark], steps: Steps, fragment: str) -> Iterator[str]:
    """Another entry of a block list, from its hyphen on."""
    start, end = entry_slices(text, marks, steps[:-1], with_comments=False)[int(steps[-1])]
    first, *more = fragment.rstrip("\n").split("\n")
    lines = "".join("\n" + (" " * column_at(text, start) + line if line else "") for line in more)
    value_end = block_end(text, marks, steps)
    if lines and text[value_end:end].strip():
        return
    yield text[:start] + first + lines + text[value_end:]


def _set_in_flow(text: str, marks: Mapping[Steps, Mark], steps: Steps, value: Plain) -> str:
    """A value inside brackets: replaced, or added before they close."""
    if steps in marks and marks[steps].value[0] != marks[steps].value[1]:
        start, end = marks[steps].value
        return text[:start] + _in_flow(value) + text[end:]
    holder = marks[steps[:-1]].value
    close = holder[1] - 1
    inside = text[holder[0] + 1 : close].rstrip()
    at = holder[0] + 1 + len(inside)
    comma = "" if not inside else " " if inside.endswith(",") else ", "
    entry = to_yaml([value] if isinstance(steps[-1], int) else {steps[-1]: value}, "flow").strip()[1:-1]
    return text[:at] + comma + entry + text[at:]


def _in_flow(value: Plain) -> str:
    return to_yaml([value], "flow").strip()[1:-1]


def _indent(fragment: str, column: int) -> str:
    return "".join(" " * column + line if line.strip() else line for line in fragment.splitlines(keepends=True))


def _end_line(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"
