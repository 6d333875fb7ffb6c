"""Edits of plain values at a place given by keys and positions: what the values are after each of them."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TypeAlias

from osloregion_docs.sources.tree import Plain, Steps


class InvalidEdit(ValueError):
    """The edit names a place that does not exist, or a value that cannot be there."""


@dataclass(frozen=True, slots=True)
class SetAt:
    """Replace a value, or add a key at the end of a mapping."""

    steps: Steps
    value: Plain

    def apply(self, values: Plain) -> Plain:
        """The values after the edit.

        Raises:
            InvalidEdit: the place does not exist, or holds keys or entries and would be replaced by text.
        """
        after, holder = _copy_with_holder(values, self.steps)
        last = self.steps[-1]
        if isinstance(holder, dict) and isinstance(last, str):
            _check_shape(holder.get(last), self.value)
            holder[last] = copy.deepcopy(self.value)
        elif isinstance(holder, list) and isinstance(last, int) and 0 <= last < len(holder):
            _check_shape(holder[last], self.value)
            holder[last] = copy.deepcopy(self.value)
        else:
            raise InvalidEdit("the address does not exist")
        return after


@dataclass(frozen=True, slots=True)
class DeleteAt:
    """Remove a key or an entry of a list."""

    steps: Steps

    def apply(self, values: Plain) -> Plain:
        """The values after the edit.

        Raises:
            InvalidEdit: the place does not exist.
        """
        after, holder = _copy_with_holder(values, self.steps)
        _take(holder, self.steps[-1])
        return after


@dataclass(frozen=True, slots=True)
class InsertAt:
    """Insert an entry in a list, at the position in the last step; a list whose key is missing is created."""

    steps: Steps
    value: Plain

    def apply(self, values: Plain) -> Plain:
        """The values after the edit.

        Raises:
            InvalidEdit: there is no list, or the position is beyond its end.
        """
        after = copy.deepcopy(values)
        _put(after, self.steps, copy.deepcopy(self.value))
        return after


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Move an entry of a list to a position of that list or of another; `to` counts without the entry."""

    steps: Steps
    to: Steps

    def apply(self, values: Plain) -> Plain:
        """The values after the edit.

        Raises:
            InvalidEdit: the entry or the list does not exist, or the list is inside the entry.
        """
        if self.to[: len(self.steps)] == self.steps and len(self.to) > len(self.steps):
            raise InvalidEdit("an entry cannot be moved into itself")
        if not isinstance(self.steps[-1], int):
            raise InvalidEdit("only entries of lists can be moved")
        after, holder = _copy_with_holder(values, self.steps)
        target, _ = _holder(after, self.to)
        entry = _take(holder, self.steps[-1])
        position = self.to[-1]
        if not isinstance(target, list) or not isinstance(position, int) or not 0 <= position <= len(target):
            raise InvalidEdit("the list has no such position")
        target.insert(position, entry)
        return after

    @property
    def to_after_removal(self) -> Steps:
        """The target once the entry is gone from its list: a step past it in the same list is one less."""
        depth = len(self.steps) - 1
        step = self.to[depth] if len(self.to) > depth + 1 else None
        if self.to[:depth] == self.steps[:-1] and isinstance(step, int) and step > int(self.steps[-1]):
            return (*self.to[:depth], step - 1, *self.to[depth + 1 :])
        return self.to


@dataclass(frozen=True, slots=True)
class ReorderAt:
    """Put the entries of a list, or the keys of a mapping, in another order, given by their present positions."""

    steps: Steps
    order: tuple[int, ...]

    def apply(self, values: Plain) -> Plain:
        """The values after the edit.

        Raises:
            InvalidEdit: there is no list or mapping, or the order does not name each entry once.
        """
        after = copy.deepcopy(values)
        holder, _ = _holder(after, (*self.steps, 0))
        if sorted(self.order) != list(range(len(holder))):
            raise InvalidEdit("the order does not name each entry once")
        if isinstance(holder, list):
            holder[:] = [holder[each] for each in self.order]
        else:
            pairs = list(holder.items())
            holder.clear()
            holder.update(pairs[each] for each in self.order)
        return after


Operation: TypeAlias = SetAt | DeleteAt | InsertAt | MoveTo | ReorderAt


def value_at(values: Plain, steps: Steps) -> Plain:
    """The value at a place, or None where there is none."""
    for step in steps:
        if isinstance(values, dict) and isinstance(step, str):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and 0 <= step < len(values):
            values = values[step]
        else:
            return None
    return values


def _holder(values: Plain, steps: Steps) -> tuple[dict[str, Plain] | list[Plain], str | int]:
    """The mapping or list that holds a place, and the last step to it."""
    if not steps:
        raise InvalidEdit("a whole file is added or removed, not edited")
    holder = value_at(values, steps[:-1])
    if not isinstance(holder, dict | list):
        raise InvalidEdit("the address does not exist")
    return holder, steps[-1]


def _copy_with_holder(values: Plain, steps: Steps) -> tuple[Plain, dict[str, Plain] | list[Plain]]:
    after = copy.deepcopy(values)
    return after, _holder(after, steps)[0]


def _take(holder: dict[str, Plain] | list[Plain], step: str | int) -> Plain:
    if isinstance(holder, dict) and isinstance(step, str) and step in holder:
        return holder.pop(step)
    if isinstance(holder, list) and isinstance(step, int) and 0 <= step < len(holder):
        return holder.pop(step)
    raise InvalidEdit("the address does not exist")


def _put(values: Plain, steps: Steps, value: Plain) -> None:
    holder, key = _holder(values, steps[:-1])
    if isinstance(holder, dict) and isinstance(key, str) and holder.get(key) is None:
        holder[key] = []
    entries, position = value_at(values, steps[:-1]), steps[-1]
    if not isinstance(entries, list):
        raise InvalidEdit("there is no list at this address")
    if not isinstance(position, int) or not 0 <= position <= len(entries):
        raise InvalidEdit(f"the list has {len(entries)} entries, and no such position")
    entries.insert(position, value)


def _check_shape(before: Plain, value: Plain) -> None:
    """Refuse text for something that has keys or entries of its own."""
    if isinstance(before, dict) and not isinstance(value, dict):
        raise InvalidEdit("the value has keys of its own; set one of them")
    if isinstance(before, list) and not isinstance(value, list):
        raise InvalidEdit("the value is a list; set one of its entries")
