"""An axis of years: the position of a day on it, and how its years and quarters are written."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_YEAR_ROOM: Final = 26.0
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_QUARTERS: Final = (1, 4, 7, 10)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Whole years from the first to the last, between two places in points."""

    first: int
    last: int
    left: float
    right: float

    @property
    def per_year(self) -> float:
        """How wide a year is, in points."""
        return (self.right - self.left) / (self.last - self.first + 1)

    def at(self, day: datetime.date) -> float:
        """Where a day begins; days before and after the axis lie at its ends."""
        in_year = (day - datetime.date(day.year, 1, 1)).days / (366 if _is_leap(day.year) else 365)
        return min(max(self.left + (day.year - self.first + in_year) * self.per_year, self.left), self.right)

    def after(self, day: datetime.date) -> float:
        """Where a day ends."""
        if day == datetime.date.max:
            return self.right
        return self.at(day + datetime.timedelta(days=1))

    def years(self) -> Iterator[tuple[int, float]]:
        """The years that are written, with the place where each begins: as many as there is room for."""
        step = next((step for step in _STEPS if step * self.per_year >= _YEAR_ROOM), _STEPS[-1])
        for year in range(self.first, self.last + 1):
            if year % step == 0:
                yield year, self.left + (year - self.first) * self.per_year

    def quarters(self) -> Iterator[tuple[int, float]]:
        """The quarters of all years, 0 to 3, with the place where each begins."""
        for year in range(self.first, self.last + 1):
            for quarter, month in enumerate(_QUARTERS):
                yield quarter, self.at(datetime.date(year, month, 1))


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
