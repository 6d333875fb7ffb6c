"""Rules on time: the programme's year, its period, and when measures run."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule

_LONGEST = 4


@rule("SCH201", "a measure runs in the programme's year")
def runs_in_the_year(programme: Programme) -> Iterator[Finding]:
    """A measure may begin before the programme's year and end after it, but must touch it.

    A measure that is over belongs in the annual report; the board should not adopt it anew. One that begins later
    belongs in a later programme.
    """
    span = programme.span
    first, last = datetime.date(span.first, 1, 1), datetime.date(span.last, 12, 31)
    for measure in programme.measures:
        timeframe = measure.timeframe
        if timeframe.first is None or timeframe.last is None or timeframe.touches(first, last):
            continue
        path = KeyPath(("measures", measure.id, "timeframe"))
        if timeframe.last.last_day < first:
            hint = "carry the measure on, or move it to the annual report"
            yield Finding(path, f"the timeframe ends in {timeframe.last.year}, before {span.first}", hint)
        else:
            hint = "move the measure to a later programme, or let it begin earlier"
            yield Finding(path, f"the timeframe begins in {timeframe.first.year}, after {span.last}", hint)


@rule("SCH202", "the programme's period holds its year", Severity.ERROR)
def period_holds_the_year(programme: Programme) -> Iterator[Finding]:
    """A programme may cover one to four years, and its own year is one of them."""
    span = programme.span
    if not span.first <= programme.year <= span.last:
        years = f"{span.first}" if span.first == span.last else f"{span.first}–{span.last}"
        hint = "write a period that holds the year, or leave the period out"
        yield Finding(KeyPath(("period",)), f"the period {years} does not hold {programme.year}", hint)
    if span.last - span.first >= _LONGEST:
        length = span.last - span.first + 1
        yield Finding(
            KeyPath(("period",)), f"the period is {length} years long, and {_LONGEST} is the most", "make it shorter"
        )


@rule("SCH203", "the programme lies inside its strategy period")
def inside_the_strategy(programme: Programme) -> Iterator[Finding]:
    """The programme carries out a strategy, so its years are years of the strategy period.

    When a new strategy period begins, vision, focus areas and period are changed together.
    """
    span, strategy = programme.span, programme.strategy.period
    if span.first < strategy.first or span.last > strategy.last:
        years = f"{span.first}" if span.first == span.last else f"{span.first}–{span.last}"
        message = f"the strategy period {strategy.first}–{strategy.last} does not hold {years}"
        yield Finding(KeyPath(("strategy", "period")), message, "bring the strategy up to date, or correct the year")


RULES: tuple[Rule, ...] = (runs_in_the_year, period_holds_the_year, inside_the_strategy)
