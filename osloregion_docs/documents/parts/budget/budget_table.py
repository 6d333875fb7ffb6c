"""The budget table as readers get it: lines and sums, results, deviations, notes, and the reserve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from osloregion_docs.documents.document import Printed, Table, TableRow
from osloregion_docs.documents.parts.budget.budget_sources import amount_sources, reserve_sources
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.parts.table_layout import MISSING, Head, numbers, table
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels import forms
from osloregion_docs.labels.budget import BudgetLabels
from osloregion_docs.model.amount import Unit
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.budget_values import reserve_at_end
from osloregion_docs.model.budget.sums import deviates, holds_both, in_cell, percent, result, result_in_table, side_of
from osloregion_docs.model.budget.table import Column, Deviation, Line
from osloregion_docs.model.content import ListBlock, Paragraph, Run

_LINES: Final = KeyPath(("budget", "lines"))
Numbers = tuple[Decimal | None, ...]
"""A number for each column of the table that holds some."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row before its numbers are printed; one without numbers is a title."""

    title: str
    numbers: Numbers = ()
    note: str = ""
    role: str = "line"
    level: int = 0
    address: KeyPath | None = None
    """Of the line whose numbers they are; None for the result of the whole table."""


@dataclass(frozen=True)
class BudgetTable:
    """Composes the table of a year's budget in one language."""

    budget: Budget
    printer: Printer

    @property
    def labels(self) -> BudgetLabels:
        """The fixed words of budgets."""
        return self.printer.labels.budget

    def blocks(self) -> Iterator[Printed]:
        """The table, what is said below it, its notes, and the reserve; or that there is no table."""
        if not self.budget.lines or not self.budget.columns:
            yield paragraph(self.labels.no_table)
            return
        made = self._table()
        yield made
        if sentence := " ".join(self._explain(made)):
            yield paragraph(sentence)
        yield from self._notes()
        if reserve := self._reserve():
            yield reserve

    def rows(self) -> list[tuple[Row, tuple[str, ...]]]:
        """The rows of the table, each with its numbers as they are printed."""
        rows = [row for line in self.budget.lines for row in self._rows(line, 0, _LINES / line.id)]
        if all(line.side != "result" for line in self.budget.lines):
            rows += self._result_row()
        return list(zip(rows, self._format_columns(rows), strict=True))

    def column_title(self, column: Column) -> str:
        """``Revidert budsjett 2025``, ``Regnskap per 31.7.2018``; with the unit where the table has several."""
        return self._with_unit(self._plain_title(column), column.unit)

    @cached_property
    def _units(self) -> tuple[Unit, ...]:
        return tuple(dict.fromkeys(column.unit for column in self.budget.columns))

    @cached_property
    def _noted(self) -> dict[int, int]:
        """The number of each line's note, by the line itself."""
        noted = [line for line in _every(self.budget.lines) if line.note]
        return {id(line): place for place, line in enumerate(noted, 1)}

    def _plain_title(self, column: Column) -> str:
        if column.title:
            return self.printer.text(column.title)
        kind = str(getattr(self.labels, f"column_{column.kind}"))
        if column.as_of:
            return self.labels.as_of.format(column=kind, date=forms.numeric_date(column.as_of))
        return f"{kind} {column.in_year}"

    def _with_unit(self, title: str, unit: Unit) -> str:
        return f"{title} ({unit_word(self.labels, unit)})" if len(self._units) > 1 else title

    def _table(self) -> Table:
        made = [
            TableRow.model_validate(
                {
                    "cells": (row.title, *([row.note] if self._noted else []), *self._with_sources(row, cells)),
                    "role": row.role,
                    "level": row.level,
                }
            )
            for row, cells in self.rows()
        ]
        note_head = [Head(self.labels.note, numeric=True)] if self._noted else []
        return table(self.labels.table, self._caption(), [Head(self.labels.item), *note_head, *self.heads()], made)

    def _with_sources(self, row: Row, cells: tuple[str, ...]) -> Iterator[str | Value]:
        """The printed numbers of a row, each with the addresses of the numbers that it is computed from."""
        columns: list[tuple[str, ...]] = [(column.id,) for column in self.budget.columns]
        for deviation in self.budget.deviations:
            count = 1 if deviation.show in {"amount", "percent"} else 2
            columns += [(deviation.of, deviation.against)] * count
        for cell, behind in zip(cells, columns, strict=True):
            yield Value(cell, amount_sources(self.budget, behind, row.address)) if row.numbers else cell

    def _caption(self) -> str:
        """In which unit the numbers are, and with which signs."""
        signs = {"income-negative": self.labels.income_negative, "expense-negative": self.labels.expense_negative}
        unit = amounts_in(self.labels, self._units[0]) if len(self._units) == 1 else ""
        return " ".join(filter(None, [unit, signs.get(self.budget.signs, "")]))

    def heads(self) -> list[Head]:
        """The headings above the numbers: the columns, and the deviations behind them."""
        heads = [Head(self.column_title(column), numeric=True) for column in self.budget.columns]
        for deviation in self.budget.deviations:
            title = self._deviation_title(deviation)
            unit = next((c.unit for c in self.budget.columns if c.id == deviation.of), self._units[0])
            in_percent = self.labels.deviation_percent.format(title=title)
            titles = {"amount": [self._with_unit(title, unit)], "percent": [in_percent]}
            both = [*titles["amount"], in_percent]
            heads += [Head(each, numeric=True) for each in titles.get(deviation.show, both)]
        return heads

    def _deviation_title(self, deviation: Deviation) -> str:
        return self.printer.text(deviation.title) or self.labels.deviation

    def _rows(self, line: Line, level: int, address: KeyPath) -> Iterator[Row]:
        """A line; of a group its title, its lines, and its sum."""
        title = self.printer.text(line.title)
        note = str(self._noted.get(id(line), ""))
        if not line.lines:
            role = "sum" if line.side == "result" else "line"
            yield Row(title, self._numbers(line), note, role, level, address)
            return
        yield Row(title, (), note, "title", level)
        for inner in line.lines:
            yield from self._rows(inner, level + 1, address / "lines" / inner.id)
        own = self.printer.text(line.sum_title)
        of = self.labels.sum_of.format(title=forms.in_sentence(title))
        yield Row(own or of, self._numbers(line), "", "sum", level, address)

    def _result_row(self) -> list[Row]:
        """What is left over: income less expense, where the table has both or tells them apart by signs."""
        budget, sides = self.budget, {side_of(line) for line in self.budget.lines}
        both = any(holds_both(line) for line in budget.lines) or {"income", "expense"} <= sides
        if not both:
            return []
        title = self.labels.net_expense if budget.signs == "income-negative" else self.labels.result
        found = [result_in_table(result(budget.lines, c.id, budget.signs), budget.signs) for c in budget.columns]
        return [Row(title, self._with_deviations(found), "", "sum")]

    def _numbers(self, line: Line) -> Numbers:
        return self._with_deviations([in_cell(self.budget, line, column.id) for column in self.budget.columns])

    def _with_deviations(self, found: Sequence[Decimal | None]) -> Numbers:
        """The numbers of a row, and behind them its deviations."""
        by_column = dict(zip((column.id for column in self.budget.columns), found, strict=True))
        made = list(found)
        for deviation in self.budget.deviations:
            of, against = by_column.get(deviation.of), by_column.get(deviation.against)
            amount = deviates(self.budget, deviation, of, against)
            base = None if amount is None or of is None else of - amount
            made += {"amount": [amount], "percent": [percent(amount, base)]}.get(
                deviation.show, [amount, percent(amount, base)]
            )
        return tuple(made)

    def _format_columns(self, rows: Sequence[Row]) -> list[tuple[str, ...]]:
        """The cells of each row, numbers printed alike in each column."""
        filled = [row for row in rows if row.numbers]
        columns = [numbers(column, self.printer.language) for column in zip(*(r.numbers for r in filled), strict=True)]
        printed = iter(list(zip(*columns, strict=True)))
        return [next(printed) if row.numbers else ("",) * len(columns) for row in rows]

    def _explain(self, made: Table) -> Iterator[str]:
        """What readers need to read the table by."""
        for deviation in self.budget.deviations:
            ends = [self.budget.column(id_) for id_ in (deviation.of, deviation.against)]
            of, against = (self._plain_title(column) if column else "" for column in ends)
            title = self._deviation_title(deviation)
            yield self.labels.deviation_means.format(
                title=title, of=forms.in_sentence(of), against=forms.in_sentence(against)
            )
        if any(MISSING in row.cells for row in made.rows):
            yield self.labels.missing

    def _notes(self) -> Iterator[Printed]:
        noted = [line for line in _every(self.budget.lines) if line.note]
        if noted:
            yield paragraph(self.labels.notes)
            items = tuple((Paragraph(runs=self._note(line)),) for line in noted)
            yield ListBlock(ordered=True, items=items)

    def _note(self, line: Line) -> tuple[Run, ...]:
        return (
            Run(text=f"{self.printer.text(line.title)}:", strong=True),
            Run(text=f" {self.printer.text(line.note)}"),
        )

    def _reserve(self) -> Table | None:
        """The reserve at both ends of the year, in every column that has one."""
        budget, labels = self.budget, self.labels
        columns = [column for column in budget.columns if column.opening is not None or column.closing is not None]
        if not columns:
            return None
        rows = {
            labels.reserve_opening: [column.opening for column in columns],
            labels.result: [result(budget.lines, column.id, budget.signs) for column in columns],
            labels.reserve_closing: [reserve_at_end(budget, column) for column in columns],
        }
        cells = zip(*(numbers(each, self.printer.language) for each in zip(*rows.values(), strict=True)), strict=True)
        sources = zip(*(reserve_sources(budget, column) for column in columns), strict=True)
        table_rows = [
            TableRow(cells=(title, *map(Value, row, behind)), role="sum" if title == labels.reserve_closing else "line")
            for title, row, behind in zip(rows, cells, sources, strict=True)
        ]
        return self._reserve_table(columns, table_rows)

    def _reserve_table(self, columns: Iterable[Column], rows: Sequence[TableRow]) -> Table:
        labels = self.labels
        unit = [amounts_in(labels, self._units[0])] if len(self._units) == 1 else []
        heads = [Head(labels.reserve), *(Head(self.column_title(column), numeric=True) for column in columns)]
        return table(labels.reserve, " ".join([f"{labels.reserve}.", *unit]), heads, rows)


def paragraph(text: str) -> Paragraph:
    """A paragraph of plain text."""
    return Paragraph(runs=(Run(text=text),))


def amounts_in(labels: BudgetLabels, unit: Unit) -> str:
    """The sentence that names the unit: ``Beløp i 1000 kroner.``."""
    return labels.amounts_in.format(unit=unit_word(labels, unit))


def unit_word(labels: BudgetLabels, unit: Unit) -> str:
    """A unit in words."""
    return {"kr": labels.unit_kroner, "1000 kr": labels.unit_thousand, "mill. kr": labels.unit_million}[unit]


def _every(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        yield from _every(line.lines)
