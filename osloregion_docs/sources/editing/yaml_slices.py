"""Where the entries of lists and the keys of mappings begin and end in a YAML text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osloregion_docs.sources.tree import Mark, Steps


def is_flow(text: str, marks: Mapping[Steps, Mark], holder: Steps) -> bool:
    """Whether a place is inside brackets."""
    return any(text[marks[holder[:depth]].value[0]] in "[{" for depth in range(len(holder) + 1))


def entry_slices(
    text: str, marks: Mapping[Steps, Mark], holder: Steps, *, with_comments: bool, with_blank_lines: bool = False
) -> list[tuple[int, int]]:
    """From where to where each entry of a list, or each key with its value, reaches; without the end of its last line.

    Args:
        text: The YAML.
        marks: Where its values are.
        holder: The place of the list or mapping.
        with_comments: Whether comment lines right above an entry belong to it.
        with_blank_lines: Whether blank lines below an entry belong to it, as they do in a text kept with `|+`.
    """
    inner = [steps for steps in marks if steps[:-1] == holder and steps]
    if is_flow(text, marks, holder):
        return [(min(marks[each].key[0], marks[each].value[0]), marks[each].value[1]) for each in inner]
    slices = []
    for each in inner:
        *_, last = ends = list(block_ends(text, marks, each))
        end = last if with_blank_lines else ends[0]
        start = entry_start(text, marks, each) if with_comments else _start(text, marks, each)
        slices.append((start, end - text[:end].endswith("\n")))
    return slices


def entry_start(text: str, marks: Mapping[Steps, Mark], steps: Steps) -> int:
    """Where an entry of a block begins, with the comment lines right above it that are as far in."""
    start = _start(text, marks, steps)
    column = column_at(text, start)
    line = start - column
    if text[line:start].strip():
        return start
    while (above := text[: max(line - 1, 0)].rpartition("\n")[2]).lstrip().startswith("#"):
        if not above.startswith(" " * column):
            break
        line -= len(above) + 1
    return line + len(text[line:]) - len(text[line:].lstrip(" "))


def block_ends(text: str, marks: Mapping[Steps, Mark], holder: Steps) -> Iterator[int]:
    """Where the last line of a block ends: before the blank lines below it, or, if they belong to it, after them."""
    end = _inner_end(text, marks, holder)
    if text[:end].endswith("\n"):
        yield len(text[:end].rstrip()) + 1
        yield end
    else:
        line = text.find("\n", end)
        yield len(text) if line < 0 else line + 1


def block_end(text: str, marks: Mapping[Steps, Mark], steps: Steps) -> int:
    """Where a value of a block ends: after its last character that is no space."""
    start = marks[steps].value[0]
    return max(start, len(text[: _inner_end(text, marks, steps)].rstrip()))


def entries_column(text: str, marks: Mapping[Steps, Mark], steps: Steps) -> int:
    """The column of the keys, or of the hyphens, of the block that a place is in."""
    first = next(inner for inner in marks if inner[:-1] == steps[:-1] and inner)
    return column_at(text, _start(text, marks, first))


def column_at(text: str, at: int) -> int:
    """How many characters of its line are before an offset."""
    return at - (text.rfind("\n", 0, at) + 1)


def _start(text: str, marks: Mapping[Steps, Mark], steps: Steps) -> int:
    """Where a key of a block, or the hyphen of an entry, is."""
    if not isinstance(steps[-1], int):
        return marks[steps].key[0]
    before = text[: marks[steps].value[0]]
    hyphen = len(before.rstrip()) - 1
    return hyphen if before[hyphen : hyphen + 1] == "-" else before.rfind("-")


def _inner_end(text: str, marks: Mapping[Steps, Mark], holder: Steps) -> int:
    """Where the last value in a block ends; where a block ends, its own mark does not say."""
    blocks = {steps[:-1] for steps in marks if steps and text[marks[steps[:-1]].value[0]] not in "[{"}
    inner = [mark for steps, mark in marks.items() if steps[: len(holder)] == holder and steps not in blocks]
    return max(max(mark.value[1], mark.key[1]) for mark in inner)
