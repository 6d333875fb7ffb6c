"""The figures of a year's documents that are counted or worked out, each with the addresses that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from osloregion_docs.documents.parts.budget.budget_table import BudgetTable, Row
from osloregion_docs.documents.parts.figures.shares_figure import percent_of
from osloregion_docs.documents.parts.followup.accounts_chapter import column_of, income_of
from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.table_layout import numbers
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels import forms
from osloregion_docs.model.budget.alternatives import outcomes
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.budget_values import reserve_at_end
from osloregion_docs.model.budget.contribution import (
    Contribution,
    Member,
    applies_to,
    contribution_of,
    contribution_total,
)
from osloregion_docs.model.budget.sums import lines_of, result, sum_changes
from osloregion_docs.model.budget.table import Column, Deviation
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.results import MeasureResults, StatusEntry

_BUDGET: Final = KeyPath(("budget",))
_RESULTS: Final = KeyPath(("results", "measures"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is printed, what it is called, and the addresses of the values that it comes from."""

    printed: str
    name: str
    sources: tuple[KeyPath, ...]
    files: tuple[str, ...] = ()
    """Those of other years that it is counted from as well, relative to the workspace."""


def figures_of(programme: Programme) -> Iterator[Figure]:
    """The figures of budget, accounts, contribution, results and meetings, in the first language of the year."""
    printer = Printer(programme.languages[0])
    yield from _table(programme.budget, printer)
    yield from _reserve(programme.budget, printer)
    yield from _changes(programme.budget, printer)
    yield from _shares(programme, printer)
    yield from _contribution(programme, printer)
    yield from _alternatives(programme, printer)
    yield from _indicators(programme, printer)
    yield from _statuses(programme, printer)
    yield from _meetings(programme, printer)


def _table(budget: Budget, printer: Printer) -> Iterator[Figure]:
    """Every cell of the budget table: a line's own number, a sum of lines, or a deviation between two columns."""
    if not (budget.lines and budget.columns):
        return
    table = BudgetTable(budget, printer)
    columns: list[tuple[str, ...]] = [(column.id,) for column in budget.columns]
    for deviation in budget.deviations:
        columns += [(deviation.of, deviation.against)] * _shown(deviation)
    for row, cells in table.rows():
        for head, cell, behind in zip(table.heads(), cells, columns, strict=True) if row.numbers else ():
            sources = tuple(address for column in behind for address in _amounts(budget, column, row.address))
            if sources:
                yield Figure(cell, _name(row, head.title), sources)


def _shown(deviation: Deviation) -> int:
    """How many columns of the table a deviation takes."""
    return 1 if deviation.show in {"amount", "percent"} else 2


def _name(row: Row, column: str) -> str:
    return f"{row.title}, {forms.in_sentence(column)}"


def _amounts(budget: Budget, column: str, within: KeyPath | None) -> Iterator[KeyPath]:
    """The addresses of the numbers that a cell is worked out from; of a result, those of the lines above it."""
    line = next((line for path, line, _ in lines_of(budget.lines) if path == within), None)
    if line is None or line.side == "result":
        above = budget.lines[: budget.lines.index(line)] if line in budget.lines else budget.lines
        found = lines_of(above)
    else:
        found = (each for each in lines_of(budget.lines) if within and each[0].within(within))
    yield from (path / "amounts" / column for path, each, _ in found if column in each.amounts)


def _reserve(budget: Budget, printer: Printer) -> Iterator[Figure]:
    """The reserve at both ends of the year, in every column that has one."""
    labels, table = printer.labels.budget, BudgetTable(budget, printer)
    for column in budget.columns:
        opening, closing = (_BUDGET / "columns" / column.id / end for end in ("opening", "closing"))
        given = [column.opening, result(budget.lines, column.id, budget.signs), reserve_at_end(budget, column)]
        first, _, last = numbers(given, printer.language)
        title = forms.in_sentence(table.column_title(column))
        if column.opening is not None:
            yield Figure(first, f"{labels.reserve_opening}, {title}", (opening,))
        if given[2] is not None and (sources := tuple(_closing(budget, column, opening, closing))):
            yield Figure(last, f"{labels.reserve_closing}, {title}", sources)


def _closing(budget: Budget, column: Column, opening: KeyPath, closing: KeyPath) -> Iterator[KeyPath]:
    if column.closing is not None:
        yield closing
    elif column.opening is not None:
        yield from (opening, *_amounts(budget, column.id, None))


def _changes(budget: Budget, printer: Printer) -> Iterator[Figure]:
    """Each change of the budget, and the sum of each year."""
    for table in budget.changes:
        lines, title = _BUDGET / "changes" / table.id / "lines", printer.text(table.title)
        for year in table.years:
            given = {lines / line.id / "amounts" / str(year): line for line in table.lines if str(year) in line.amounts}
            amounts = [line.amounts[str(year)] for line in given.values()]
            *printed, whole = numbers([*amounts, sum_changes(table, year, budget.signs)], printer.language)
            for (address, line), cell in zip(given.items(), printed, strict=True):
                yield Figure(cell, f"{printer.text(line.title)}, {year}", (address,))
            if given:
                yield Figure(whole, f"{title}, {printer.labels.budget.sum.lower()} {year}", tuple(given))


def _shares(programme: Programme, printer: Printer) -> Iterator[Figure]:
    """Where the money comes from: the share of each line of income in all of them."""
    column = column_of(programme, "accounts")
    parts = list(income_of(programme.budget, column, printer)) if column else []
    if column is None or not parts:
        return
    whole, labels = sum((part.amount for _, part in parts), Decimal(0)), printer.labels.pictures
    everything = tuple(each for path, _ in parts for each in _amounts(programme.budget, column.id, path))
    for _, part in parts:
        share = percent_of(part.amount, whole, printer.language)
        yield Figure(share, f"{part.label}, {forms.in_sentence(labels.share)}", everything)


def _contribution(programme: Programme, printer: Printer) -> Iterator[Figure]:
    """What each member pays, and all of them together."""
    rule, members, labels = programme.budget.contribution, programme.members, printer.labels.budget
    if rule is None or not members:
        return
    rate, counted = _BUDGET / "contribution" / "rate", [Decimal(member.inhabitants) for member in members]
    paid = [contribution_of(rule, member) for member in members]
    people = numbers([*counted, sum(counted, Decimal(0))], printer.language)
    printed = numbers([*map(_kroner, paid), _kroner(contribution_total(rule, members))], printer.language)
    everything, addresses = [], [KeyPath(("members", member.id, "inhabitants")) for member in members]
    for member, own, cell in zip(members, addresses, printed, strict=False):
        factors = _factors(rule, member)
        everything += [own, *factors]
        yield Figure(cell, f"{labels.pays}, {member.name}", (own, rate, *factors))
    yield Figure(people[-1], f"{labels.inhabitants}, {labels.sum.lower()}", tuple(addresses))
    yield Figure(printed[-1], f"{labels.pays}, {labels.sum.lower()}", (rate, *everything))


def _factors(rule: Contribution, member: Member) -> tuple[KeyPath, ...]:
    return tuple(
        _BUDGET / "contribution" / "multipliers" / place / "factor"
        for place, multiplier in enumerate(rule.multipliers, 1)
        if applies_to(multiplier, member)
    )


def _alternatives(programme: Programme, printer: Printer) -> Iterator[Figure]:
    """What each rate under discussion would give, and how much more that is than the year's."""
    rule, members, labels = programme.budget.contribution, programme.members, printer.labels.budget
    if rule is None or not members:
        return
    path = _BUDGET / "contribution"
    people = [KeyPath(("members", member.id, "inhabitants")) for member in members]
    basis = (*people, *(factor for member in members for factor in _factors(rule, member)))
    for each in outcomes(programme.budget, members):
        rate, sources = printer.value(each.rate, ""), (path / "alternatives" / each.id / "rate", *basis)
        change = labels.change_from.format(year=programme.year)
        yield Figure(printer.value(each.income, ""), f"{labels.other_income}, {rate}", sources)
        yield Figure(printer.value(each.total, "kroner"), f"{labels.other_income}, {rate}", sources)
        yield Figure(printer.value(each.change, "kroner"), f"{change}, {rate}", (path / "rate", *sources))


def _kroner(number: Decimal) -> Decimal:
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _indicators(programme: Programme, printer: Printer) -> Iterator[Figure]:
    """The newest value of every indicator, and its target."""
    titles = {measure.id: printer.text(measure.title) for measure in programme.measures}
    for results in programme.results.measures:
        for place, indicator in enumerate(results.indicators, 1):
            name = f"{printer.text(indicator.title)} ({titles.get(results.id, results.id)})"
            entry = next((each for each in reversed(results.history) if indicator.id in each.values), None)
            if entry:
                value = printer.value(entry.values[indicator.id], "")
                yield Figure(value, name, (_entry(results, entry) / "values" / indicator.id,))
            if indicator.target is not None:
                target = printer.labels.reports.target.format(value="").strip()
                address = _RESULTS / results.id / "indicators" / (indicator.id or place) / "target"
                yield Figure(printer.value(indicator.target, ""), f"{name}, {target}", (address,))


def _entry(results: MeasureResults, entry: StatusEntry) -> KeyPath:
    return _RESULTS / results.id / "entries" / (results.entries.index(entry) + 1)


def _statuses(programme: Programme, printer: Printer) -> Iterator[Figure]:
    """How many measures have been reported on, and how many of each area have which status."""
    known = {results.id: results for results in programme.results.measures}
    latest = {id_: (results, entry) for id_, results in known.items() if (entry := results.latest())}
    reported = [_entry(*latest[id_]) / "status" for id_ in measure_numbers(programme) if id_ in latest]
    if reported:
        yield _counted(printer, printer.labels.trace.measures, reported)
    yield from _unreported(programme, printer, set(latest))
    for status in programme.results.vocabulary:
        for area in programme.measure_areas:
            theirs = [latest[id_] for id_ in area.measures if id_ in latest and latest[id_][1].status == status.id]
            if theirs:
                name = f"{printer.text(area.title)}: {printer.text(status.title).lower()}"
                yield _counted(printer, name, [_entry(*each) / "status" for each in theirs])


def _unreported(programme: Programme, printer: Printer, reported: set[str]) -> Iterator[Figure]:
    """How many measures of each area have not been reported on."""
    for area in programme.measure_areas:
        if missing := [id_ for id_ in area.measures if id_ not in reported]:
            name = f"{printer.text(area.title)}: {printer.labels.reports.not_reported.lower()}"
            yield _counted(printer, name, [KeyPath(("measures", id_, "title")) for id_ in missing])


def _meetings(programme: Programme, printer: Printer) -> Iterator[Figure]:
    """How many meetings each organ held in the year, and how many cases it treated."""
    words = printer.labels.meetings
    for organ in programme.organs:
        held, elsewhere = programme.meetings_of(organ.id)
        if not (held or elsewhere):
            continue
        name, places = printer.text(organ.name), [KeyPath(("meetings", meeting.id)) for meeting in held]
        cases = [
            place / "cases" / case.id
            for place, meeting in zip(places, held, strict=True)
            for case in meeting.cases_of_organ(organ.id)
        ]
        files = tuple(each.file for each in elsewhere)
        more = sum(each.cases for each in elsewhere)
        counts = (
            (words.meeting, len(held) + len(elsewhere), [place / "date" for place in places]),
            (words.cases, len(cases) + more, [case / "title" for case in cases]),
        )
        for word, count, sources in counts:
            yield Figure(printer.value(count, "digits"), f"{name}: {word.lower()}", tuple(sources), files)


def _counted(printer: Printer, name: str, sources: Iterable[KeyPath]) -> Figure:
    found = tuple(sources)
    return Figure(printer.value(len(found), "digits"), name, found)
