"""The chapter of an annual report on the accounts: the budget table, and what came in and went out as pictures."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.document import Picture, Printed
from osloregion_docs.documents.parts.budget.budget_sources import amount_sources
from osloregion_docs.documents.parts.budget.budget_table import BudgetTable, unit_word
from osloregion_docs.documents.parts.figures.accounts_figure import AccountLine, Columns, accounts
from osloregion_docs.documents.parts.figures.figure_context import Place
from osloregion_docs.documents.parts.figures.shares_figure import MoneyPart, shares
from osloregion_docs.documents.parts.followup.report_contexts import SectionEntry
from osloregion_docs.documents.parts.followup.status_data import FollowUp, shortly, without_table
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels import forms
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.sums import in_cell, side_of, total
from osloregion_docs.model.budget.table import Column, Line
from osloregion_docs.model.programme import Programme


def accounts_section(followup: FollowUp) -> SectionEntry:
    """The accounts against the budget; that they are not reported while there are none."""
    words = followup.words
    blocks: tuple[Printed, ...] = followup.paragraphs(followup.report.accounts) if followup.report.accounts else ()
    kept = column_of(followup.programme, "accounts")
    if kept is None:
        return followup.section(words.accounts, (*blocks, *followup.missing(words.not_reported)), "budget")
    table = BudgetTable(followup.programme.budget, followup.printer)
    section = followup.section(words.accounts, (*blocks, *table.blocks()), "budget")
    return section.model_copy(update={"pictures": tuple(_pictures(followup, table, kept))})


def column_of(programme: Programme, *kinds: str) -> Column | None:
    """The last column of the year that is of one of these kinds."""
    of_year = (each for each in programme.budget.columns if each.in_year == programme.year)
    return next(reversed([column for column in of_year if column.kind in kinds]), None)


def _pictures(followup: FollowUp, table: BudgetTable, kept: Column) -> Iterator[Picture]:
    """Budget against accounts, and where the money came from."""
    budget, words = followup.programme.budget, followup.words
    unit, short = unit_word(table.labels, kept.unit), words.accounts_short
    planned = column_of(followup.programme, "budget", "revised")
    if planned and planned.unit == kept.unit:
        names = Columns(table.column_title(planned), table.column_title(kept), unit)
        caption = f"{names.budget} {followup.printer.labels.meetings.conjunction} {forms.in_sentence(names.accounts)}"
        place = Place(followup.anchors.new("figur", "regnskap", "budget/lines"), caption)
        picture = accounts(followup.printer, place, names, list(_lines(followup, planned, kept)))
        yield without_table(shortly(picture, short))
    if parts := list(income_of(budget, kept, followup.printer)):
        place = Place(followup.anchors.new("figur", "inntekter", "budget/lines"), words.money_from)
        yield shortly(shares(followup.printer, place, parts, unit), short)


def income_of(budget: Budget, column: Column, printer: Printer) -> Iterator[MoneyPart]:
    """Where the money of a column comes from: each line of income."""
    sign = -1 if budget.signs == "income-negative" else 1
    for group in budget.lines:
        path = KeyPath(("budget", "lines", group.id))
        for line in (group.lines or (group,)) if side_of(group) == "income" else ():
            if amount := total(line, column.id, budget.signs, "income"):
                here = path / "lines" / line.id if group.lines else path
                sources = amount_sources(budget, (column.id,), here)
                yield MoneyPart(printer.text(line.title), sign * amount, sources)


def _lines(followup: FollowUp, planned: Column, kept: Column) -> Iterator[AccountLine]:
    """The lines below each group, and the group as their sum."""
    budget, text = followup.programme.budget, followup.printer.text
    for group in budget.lines:
        if group.side == "result":
            continue
        side = side_of(group)
        for line in group.lines:
            before, after = (total(line, column.id, budget.signs, side) for column in (planned, kept))
            yield AccountLine(text(line.title), before, after)
        yield _group(followup, group, planned, kept)


def _group(followup: FollowUp, group: Line, planned: Column, kept: Column) -> AccountLine:
    budget = followup.programme.budget
    before, after = (in_cell(budget, group, column.id) for column in (planned, kept))
    title = followup.printer.text(group.sum_title or group.title)
    return AccountLine(title, before, after, is_sum=bool(group.lines))
