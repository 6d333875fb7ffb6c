"""The address of one value, the same everywhere: in rules, sources, prose and Word files."""

from __future__ import annotations

from typing import NamedTuple


class KeyPath(NamedTuple):
    """The address of one value of a year, such as ``measures/gods-og-logistikk/timeframe``.

    A step is a field name, an entry's id, or, where the entries of a list have no id, its position counted from 1.
    """

    steps: tuple[str, ...] = ()

    @classmethod
    def of(cls, written: str) -> KeyPath:
        """Parse a written address, its steps separated by slashes."""
        return cls(tuple(step for step in written.split("/") if step))

    def __truediv__(self, step: str | int) -> KeyPath:
        """Append one step."""
        return KeyPath((*self.steps, step if isinstance(step, str) else str(step)))

    def __str__(self) -> str:
        """Return the written form, as used in prose and messages."""
        return "/".join(self.steps)

    def within(self, outer: KeyPath) -> bool:
        """Return whether this address is `outer` or inside it."""
        return self.steps[: len(outer.steps)] == outer.steps
