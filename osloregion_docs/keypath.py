"""The address of one value, the same everywhere: in rules, sources, prose and Word files."""

from __future__ import annotations

from typing import NamedTuple


class KeyPath(NamedTuple):
    """Where one value of a year sits, such as ``measures/gods-og-logistikk/timeframe``.

    A step is a field's name, an entry's id, or, where the entries of a list have no id, its place counted from 1.
    """

    steps: tuple[str, ...] = ()

    @classmethod
    def of(cls, written: str) -> KeyPath:
        """The address that `written` spells, its steps parted by slashes."""
        return cls(tuple(step for step in written.split("/") if step))

    def __truediv__(self, step: str | int) -> KeyPath:
        """The address one step further in."""
        return KeyPath((*self.steps, step if isinstance(step, str) else str(step)))

    def __str__(self) -> str:
        """The written form, as it stands in prose and in messages."""
        return "/".join(self.steps)

    def within(self, outer: KeyPath) -> bool:
        """Whether this address is `outer` itself or lies inside it."""
        return self.steps[: len(outer.steps)] == outer.steps
