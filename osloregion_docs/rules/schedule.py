"""Rules on time: the programme's year, its period, and when measures run."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.programme import Period, Programme
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
            yield Finding.of(path, message("SCH201.over", ends=timeframe.last.year, first=span.first))
        else:
            yield Finding.of(path, message("SCH201.later", begins=timeframe.first.year, last=span.last))


@rule("SCH202", "the programme's period holds its year", Severity.ERROR)
def period_holds_the_year(programme: Programme) -> Iterator[Finding]:
    """A programme may cover one to four years, and its own year is one of them."""
    span = programme.span
    if not span.first <= programme.year <= span.last:
        found = message("SCH202.outside", period=_format_years(span), year=programme.year)
        yield Finding.of(KeyPath(("period",)), found)
    if span.last - span.first >= _LONGEST:
        length = span.last - span.first + 1
        yield Finding.of(KeyPath(("period",)), message("SCH202.long", years=length, most=_LONGEST))


@rule("SCH203", "the programme is within its strategy period")
def inside_the_strategy(programme: Programme) -> Iterator[Finding]:
    """The programme carries out a strategy, so its years are years of the strategy period.

    When a new strategy period begins, vision, focus areas and period are changed together.
    """
    span, strategy = programme.span, programme.strategy.period
    if span.first < strategy.first or span.last > strategy.last:
        found = message("SCH203.outside", strategy=f"{strategy.first}–{strategy.last}", period=_format_years(span))
        yield Finding.of(KeyPath(("strategy", "period")), found)


def _format_years(span: Period) -> str:
    return f"{span.first}" if span.first == span.last else f"{span.first}–{span.last}"


RULES: tuple[Rule, ...] = (runs_in_the_year, period_holds_the_year, inside_the_strategy)
