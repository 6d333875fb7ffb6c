"""When things run: a bar for each on an axis of years, in groups, with a mark at one day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

from osloregion_docs.charts.chart import Chart, Part

if TYPE_CHECKING:
    from osloregion_docs.charts.layout import Layout
    from osloregion_docs.charts.ruler import Ruler


class TimelineBar(Part):
    """One thing that runs: its number and title, its first and last day (none: open at that end), both as printed."""

    number: str
    title: str
    first: datetime.date | None
    last: datetime.date | None
    printed: str


class TimelineGroup(Part):
    """Things under a heading."""

    title: str
    bars: tuple[TimelineBar, ...]


class Mark(Part):
    """A day that is marked, and the label of the mark."""

    day: datetime.date
    label: str


class Timeline(Chart):
    """Things that run from day to day, in groups, on an axis that covers at least the days from `first` to `last`."""

    kind: Literal["timeline"] = "timeline"
    first: datetime.date
    last: datetime.date
    groups: tuple[TimelineGroup, ...]
    mark: Mark | None = None
    quarters: tuple[str, str, str, str]
    """What the quarters of a year are called where there is room for them."""

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return any(group.bars for group in self.groups)

    def layout(self, ruler: Ruler, width: float) -> Layout:
        """A row for each, under the headings of their groups, on lines for the years that run through all of them."""
        from osloregion_docs.charts.kinds.timeline_plan import Plan  # noqa: PLC0415 - it knows this file

        return Plan(self, ruler, width).layout()
