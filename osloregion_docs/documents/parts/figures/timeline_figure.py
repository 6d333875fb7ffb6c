"""The timeline of measures (tidslinje): when each runs, area by area, with a mark at the day of the report."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from osloregion_docs.charts.kinds.timeline import Mark, Timeline, TimelineBar, TimelineGroup
from osloregion_docs.documents.document import Picture
from osloregion_docs.documents.parts.figures.figure_context import Place, listed, table
from osloregion_docs.documents.parts.formatting import Printer


@dataclass(frozen=True, slots=True)
class RunningMeasure:
    """A measure: printed number, title, first and last day (none: open at that end), and its timeframe as printed."""

    number: str
    title: str
    first: datetime.date | None
    last: datetime.date | None
    timeframe: str


@dataclass(frozen=True, slots=True)
class RunningArea:
    """A measure area with its measures."""

    title: str
    measures: Sequence[RunningMeasure]


@dataclass(frozen=True, slots=True)
class Span:
    """The days that the axis covers at least, and the day that is marked (status per)."""

    first: datetime.date
    last: datetime.date
    as_of: datetime.date | None = None


def timeline(printer: Printer, place: Place, areas: Sequence[RunningArea], span: Span) -> Picture:
    """The timeline of measures; areas without measures are left out."""
    labels, groups = printer.labels.pictures, [area for area in areas if area.measures]
    day = printer.value(span.as_of, "long") if span.as_of else ""
    items = listed(f"{area.title}: {listed(map(_format_area, area.measures))}" for area in groups)
    return Picture(
        anchor=place.anchor,
        caption=place.caption,
        alternative=(labels.timeline_as_of if day else labels.timeline).format(date=day, items=items),
        description=labels.timeline_read,
        table=table(
            place,
            (labels.area, labels.number, labels.measure, printer.labels.timeframe),
            ((area.title, each.number, each.title, each.timeframe) for area in groups for each in area.measures),
            words=4,
        ),
        chart=Timeline(
            first=span.first,
            last=span.last,
            groups=tuple(TimelineGroup(title=area.title, bars=tuple(map(_bar, area.measures))) for area in groups),
            mark=Mark(day=span.as_of, label=labels.as_of.format(date=day)) if span.as_of else None,
            quarters=labels.quarters,
        ),
    )


def _format_area(measure: RunningMeasure) -> str:
    return f"{measure.number} {measure.title} ({measure.timeframe})".strip()


def _bar(measure: RunningMeasure) -> TimelineBar:
    return TimelineBar(
        number=measure.number,
        title=measure.title,
        first=measure.first,
        last=measure.last,
        printed=measure.timeframe,
    )
