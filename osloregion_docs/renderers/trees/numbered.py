"""The lists that Word counts headings in, found from the numbers that the headings have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from osloregion_docs.renderers.trees.outline import Heading

_NUMBER: Final = re.compile(r"([1-9]\d{0,5}(?:\.[1-9]\d{0,5}){0,8})(\.?)")


@dataclass(slots=True)
class CountedList:
    """Headings that count on from each other; `forms` has for each depth what follows the number, and their level."""

    start: int
    forms: list[tuple[str, int]] = field(default_factory=list)
    last: list[int] = field(default_factory=list)

    def takes(self, parts: list[int], form: tuple[str, int]) -> bool:
        """Whether Word would give a heading of this form these very numbers, if it came next; then it has come."""
        depth = len(parts) - 1
        if depth > len(self.last) or self.last[:depth] != parts[:-1]:
            return False
        before = self.last[depth] if depth < len(self.last) else 0 if depth else self.start - 1
        if before + 1 != parts[-1] or (depth < len(self.forms) and self.forms[depth] != form):
            return False
        self.last = parts
        self.forms += [form] if depth == len(self.forms) else []
        return True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a heading is counted: the number of its list, and its level there, from 0."""

    list: int
    level: int


def count_headings(headings: Sequence[Heading]) -> tuple[list[CountedList], list[Place | None]]:
    """The lists, and the place of each heading; None for one without a number, or with one that nothing counts to."""
    lists: list[CountedList] = []
    return lists, [_place(heading, lists) for heading in headings]


def _place(heading: Heading, lists: list[CountedList]) -> Place | None:
    found = _NUMBER.fullmatch(heading.number)
    if found is None:
        return None
    parts, form = [int(part) for part in found[1].split(".")], (found[2], heading.level)
    for which in reversed(range(len(lists))):
        if lists[which].takes(parts, form):
            return Place(which, len(parts) - 1)
    if len(parts) > 1:
        return None
    lists.append(CountedList(parts[0]))
    lists[-1].takes(parts, form)
    return Place(len(lists) - 1, 0)
