"""Edits of a Markdown text as candidates: texts that may be what is wanted, with the fewest changes first.

A candidate is not proved here: the caller reads it back and takes the first whose values are those wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from osloregion_docs.sources.editing.inline_edit import edit_inline
from osloregion_docs.sources.editing.markdown_places import Node, locate_blocks
from osloregion_docs.sources.editing.markdown_writer import (
    SPELLINGS,
    Spelling,
    indent_rest,
    write_blocks,
    write_item,
)
from osloregion_docs.sources.editing.operations import DeleteAt, InsertAt, MoveTo, Operation, ReorderAt, SetAt, value_at
from osloregion_docs.sources.tree import Plain, Steps

_MARKER: Final = re.compile(r"(?:[-+*]|(\d+)([.)]))")


@dataclass(frozen=True, slots=True)
class _Siblings:
    """The blocks of a text or an item, or the items of a list, and the column that they begin in."""

    holder: Node
    column: int

    @property
    def nodes(self) -> list[Node]:
        return self.holder.nodes

    @property
    def are_items(self) -> bool:
        return self.holder.kind == "List"


def edit_blocks(text: str, blocks: Sequence[Plain], operation: Operation) -> Iterator[str]:
    """Candidates for a Markdown text after an operation that its blocks allow.

    Args:
        text: The Markdown.
        blocks: What reading it gives.
        operation: An edit of the blocks; no steps mean all of them.
    """
    root = locate_blocks(text)
    if len(root.nodes) != len(blocks):
        return
    for spelling in SPELLINGS:
        yield from _edit(text, root, list(blocks), operation, spelling)


def replace_blocks(text: str, first: int, last: int, blocks: list[Plain]) -> Iterator[str]:
    """Candidates for a Markdown text with the blocks from one position to another replaced by others."""
    root = locate_blocks(text)
    for spelling in SPELLINGS:
        yield _splice(text, _Siblings(root, 0), (first, last), blocks, spelling)


def _edit(text: str, root: Node, blocks: list[Plain], operation: Operation, spelling: Spelling) -> Iterator[str]:
    match operation:
        case SetAt((), value) if isinstance(value, list):
            yield _splice(text, _Siblings(root, 0), (0, len(root.nodes)), value, spelling)
        case DeleteAt(()):
            yield _splice(text, _Siblings(root, 0), (0, len(root.nodes)), [], spelling)
        case ReorderAt(steps, order) if (siblings := _siblings(text, root, (*steps, 0))) is not None:
            yield _permute(text, siblings, order)
        case MoveTo():
            yield from _move(text, root, blocks, operation, spelling)
        case SetAt(steps) | InsertAt(steps) | DeleteAt(steps) | ReorderAt(steps):
            yield from _edit_at(text, root, blocks, operation, spelling, steps)


def _edit_at(  # noqa: PLR0913 - what is edited, where, and how
    text: str, root: Node, blocks: list[Plain], operation: Operation, spelling: Spelling, steps: Steps
) -> Iterator[str]:
    siblings = _siblings(text, root, steps)
    if siblings is None:  # a value inside a block: the block is rewritten
        depth = _depth_of_block(steps)
        after = value_at(operation.apply(list(blocks)), steps[:depth])
        outer = _siblings(text, root, steps[:depth])
        if outer is not None and isinstance(after, dict):
            place = int(steps[depth - 1])
            yield from edit_inline(text, outer.nodes[place], after, spelling, _column(text, outer.nodes[place].start))
            yield _splice(text, outer, (place, place + 1), [after], spelling)
        return
    place = int(steps[-1])
    match operation:
        case SetAt(_, value):
            yield from edit_inline(text, siblings.nodes[place], value, spelling, siblings.column)
            yield _splice(text, siblings, (place, place + 1), [value], spelling)
        case InsertAt(_, value):
            yield _splice(text, siblings, (place, place), [value], spelling)
        case DeleteAt():
            yield _splice(text, siblings, (place, place + 1), [], spelling)


def _move(text: str, root: Node, blocks: list[Plain], operation: MoveTo, spelling: Spelling) -> Iterator[str]:
    siblings = _siblings(text, root, operation.steps)
    if siblings is None:
        return
    if operation.steps[:-1] == operation.to[:-1]:
        order = list(range(len(siblings.nodes)))
        order.insert(int(operation.to[-1]), order.pop(int(operation.steps[-1])))
        yield _permute(text, siblings, order)
        return
    entry, place = value_at(blocks, operation.steps), int(operation.steps[-1])
    without = _splice(text, siblings, (place, place + 1), [], spelling)
    target = _siblings(without, locate_blocks(without), operation.to_after_removal)
    if target is not None and target.are_items == siblings.are_items:
        at = int(operation.to_after_removal[-1])
        yield _splice(without, target, (at, at), [entry], spelling)


def _siblings(text: str, root: Node, steps: Steps) -> _Siblings | None:
    """The blocks or items among which a place is; None for a place inside a block."""
    holder, column = root, 0
    rest = list(steps)
    while len(rest) > 1:
        step = rest.pop(0)
        if not isinstance(step, int) or step >= len(holder.nodes):
            return None
        holder = holder.nodes[step]
        if holder.kind == "List" and rest[:1] == ["items"] and len(rest) > 1:
            rest.pop(0)
            column = _column(text, holder.start)
        elif holder.kind == "Item":
            column = _content_column(text, holder)
        else:
            return None
    return _Siblings(holder, column) if len(rest) == 1 and isinstance(rest[0], int) else None


def _depth_of_block(steps: Steps) -> int:
    """How many of the steps lead to the innermost block."""
    depth = 1
    while len(steps) > depth + 2 and steps[depth] == "items":
        depth += 3
    return depth


def _splice(text: str, siblings: _Siblings, at: tuple[int, int], values: list[Plain], spelling: Spelling) -> str:
    """The text with the siblings from one position to another replaced by others."""
    nodes, (first, last) = siblings.nodes, at
    if not values:
        return _cut(text, siblings, first, last)
    written = indent_rest(_write(text, siblings, first, values, spelling), siblings.column)
    gap = _gap(text, siblings) + " " * siblings.column
    if first < last:
        start, end = nodes[first].start, nodes[last - 1].end
    elif first > 0:
        start = end = nodes[first - 1].end
        written = gap + written
    elif nodes:
        start = end = nodes[0].start
        written += gap
    else:
        start = end = len(text)
        written = ("\n" if not text or text.strip("\n") else "") + written + "\n"
    return text[:start] + written + text[end:]


def _cut(text: str, siblings: _Siblings, first: int, last: int) -> str:
    """The text without the siblings from one position to another; comments between them and the next stay."""
    nodes = siblings.nodes
    if first == last:
        return text
    start, end = _after_number(text, siblings, nodes[first]), nodes[last - 1].end
    if last < len(nodes) and start > nodes[first].start:
        end = _after_number(text, siblings, nodes[last])
    elif last == len(nodes) and first > 0:
        start = nodes[first - 1].end
    elif not text[end:].strip():
        start, end = len(text[:start].rstrip("\n")), len(text.rstrip("\n"))
    else:
        end += len(text[end:]) - len(text[end:].lstrip())
    return text[:start] + text[end:]


def _permute(text: str, siblings: _Siblings, order: Sequence[int]) -> str:
    """Siblings exchanged for each other; what is between them stays where it is."""
    parts, done = [], 0
    slices = [(_after_number(text, siblings, node), node.end) for node in siblings.nodes]
    for (start, end), source in zip(slices, order, strict=True):
        parts += [text[done:start], text[slice(*slices[source])]]
        done = end
    return "".join((*parts, text[done:]))


def _after_number(text: str, siblings: _Siblings, node: Node) -> int:
    """Where a sibling begins; in a numbered list after its number, since the numbers stay in order."""
    found = _MARKER.match(text, node.start) if siblings.are_items else None
    return found.end() if found and found[1] else node.start


def _write(text: str, siblings: _Siblings, place: int, values: list[Plain], spelling: Spelling) -> str:
    if not siblings.are_items:
        return write_blocks(values, spelling)
    items = []
    for at, value in enumerate(values):
        marker = _marker(text, siblings, place, at)
        items.append(write_item(value if isinstance(value, list) else [], marker, spelling))
    return _gap(text, siblings).join(items)


def _marker(text: str, siblings: _Siblings, place: int, further: int) -> str:
    """The marker of a new item: a number higher than the one above, or the same bullet."""
    model = siblings.nodes[min(max(place - 1, 0), len(siblings.nodes) - 1)]
    found = _MARKER.match(text, model.start)
    if found is None or found[1] is None:
        return found[0] if found else "-"
    return f"{int(found[1]) + further + (place > 0)}{found[2]}"


def _gap(text: str, siblings: _Siblings) -> str:
    """What is between siblings: a blank line, but for items of a list that are written without."""
    if not siblings.are_items:
        return "\n\n"
    nodes = siblings.nodes
    return "\n\n" if len(nodes) > 1 and "\n\n" in text[nodes[0].end : nodes[1].start] else "\n"


def _content_column(text: str, item: Node) -> int:
    """The column in which the blocks of an item begin."""
    found = _MARKER.match(text, item.start)
    width = len(found[0]) if found else 1
    if item.nodes and "\n" not in text[item.start : item.nodes[0].start]:
        return _column(text, item.nodes[0].start)
    return _column(text, item.start) + width + 1


def _column(text: str, at: int) -> int:
    return at - (text.rfind("\n", 0, at) + 1)
