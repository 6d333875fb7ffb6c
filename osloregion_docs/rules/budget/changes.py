"""The rule on changes: they add up, and they explain the difference."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.labels.forms import number
from osloregion_docs.messages.message import Message, message
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.changes import ChangeTable
from osloregion_docs.model.budget.sums import convert, result, sum_changes
from osloregion_docs.model.lookup import walk
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule


@rule("BUD711", "changes add up", Severity.ERROR)
def changes_add_up(programme: Programme) -> Iterator[Finding]:
    """The sum of the changes of a year, where it is given, is what they add up to.

    With natural signs an income that is lost, written with a minus, counts as an expense: 4,0 + 1,5 + 0,15 = 5,65. A
    table of changes that names the columns `before` and `after` explains by how much the result differs between them.
    """
    budget = programme.budget
    for path, table in walk(programme, ChangeTable):
        for year in table.years:
            stored, worked_out = table.sums.get(str(year)), sum_changes(table, year, budget.signs)
            if stored is not None and stored != worked_out:
                computed, given = number(worked_out, "nb"), number(stored, "nb")
                found = message("BUD711.sum", year=str(year), computed=computed, stored=given)
                yield Finding.of(path / "sums" / str(year), found)
        moved = _moved(budget, table)
        if moved is not None and moved[0] != moved[1]:
            yield Finding.of(path / "after", _unexplained(table, *moved))


def _unexplained(table: ChangeTable, moved: Decimal, differs: Decimal) -> Message:
    return message(
        "BUD711.unexplained",
        moved=number(moved, "nb"),
        differs=number(differs, "nb"),
        before=table.before or "",
        after=table.after or "",
        unit=table.unit,
    )


def _moved(budget: Budget, table: ChangeTable) -> tuple[Decimal, Decimal] | None:
    """By how much the changes move the result, and by how much it does differ, in the unit of the changes."""
    before, after = budget.column(table.before or ""), budget.column(table.after or "")
    if before is None or after is None or after.in_year not in table.years:
        return None
    results = [result(budget.lines, column.id, budget.signs) for column in (before, after)]
    if results[0] is None or results[1] is None:
        return None
    first, second = convert(results[0], before.unit, table.unit), convert(results[1], after.unit, table.unit)
    change = sum_changes(table, after.in_year, budget.signs)
    return (change if budget.signs == "expense-negative" else -change), second - first


RULES: tuple[Rule, ...] = (changes_add_up,)
