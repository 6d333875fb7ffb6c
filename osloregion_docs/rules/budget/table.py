"""Rules on the budget table: parts and sums agree, and every number has its column and sign."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels.forms import number
from osloregion_docs.messages.message import message
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.changes import ChangeTable
from osloregion_docs.model.budget.sums import effect, holds_both, in_cell, lines_of, side_of, total
from osloregion_docs.model.budget.table import Column, Deviation, Line, Side
from osloregion_docs.model.lookup import walk
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest

_LINES = KeyPath(("budget", "lines"))
_THOUSANDTHS = -3
_THOUSAND = 1000


@rule("BUD701", "parts and sums agree", Severity.ERROR)
def parts_and_sums_agree(programme: Programme) -> Iterator[Finding]:
    """A line with lines of its own is their sum, in every column where all of them have a number.

    So is a line that is the result: income less expense of the lines above it. Neither needs a number: leave it out,
    and it is worked out. The board decides the sum; a table that does not add up is sent back.
    """
    budget = programme.budget
    for path, line, side in lines_of(budget.lines):
        for column, stored in line.amounts.items():
            worked_out = _worked_out(budget, line, side, column)
            if worked_out is not None and worked_out != stored:
                computed, given = _format(worked_out), _format(stored)
                is_result = line.side == "result"
                found = message(
                    "BUD701.result" if is_result else "BUD701.sum", computed=computed, column=column, stored=given
                )
                yield Finding.of(path / "amounts" / column, found)


@rule("BUD702", "a number is in a declared column", Severity.ERROR)
def columns_are_declared(programme: Programme) -> Iterator[Finding]:
    """Each number of a budget line names one of the columns declared under `columns`.

    So do deviations, and the columns that a table of changes leads from and to; the numbers in it name one of its
    years.
    """
    known = {column.id for column in programme.budget.columns}
    for path, line in walk(programme, Line):
        for column in line.amounts:
            if column not in known:
                found = message("BUD702.undeclared", column=column, near=find_nearest(column, known))
                yield Finding.of(path / "amounts" / column, found, at_key=True)
    for path, named in _named_columns(programme):
        if named not in known:
            yield Finding.of(path, message("BUD702.unknown", column=named, near=find_nearest(named, known)))
    yield from _years_are_declared(programme)


@rule("BUD704", "a number has the sign that the table declares")
def signs_are_as_declared(programme: Programme) -> Iterator[Finding]:
    """With `signs: natural` no number has a minus: `side` decides which side it counts on.

    With `income-negative` every income has one and no expense; with `expense-negative` it is the other way round. One
    wrong sign moves the result by twice the number. What lowers a sum for good reason is a line on the other side.
    """
    signs = programme.budget.signs
    for path, line, inherited in lines_of(programme.budget.lines):
        side = line.side or inherited
        if line.lines or side in {None, "result"}:
            continue
        negative = signs != "natural" and signs.startswith(str(side))
        for column, amount in line.amounts.items():
            if amount and (amount < 0) != negative:
                written = _format(amount)
                found = message(
                    "BUD704.missing" if negative else "BUD704.surplus", amount=written, side=str(side), signs=signs
                )
                yield Finding.of(path / "amounts" / column, found)


@rule("BUD705", "a line has a number in every column that is filled in")
def lines_have_their_numbers(programme: Programme) -> Iterator[Finding]:
    """Where a column has numbers, a line without one leaves readers in doubt whether it is nothing or forgotten.

    Write 0 where it is nothing. A column that has no numbers at all is one that is to come, and is not reported;
    nor where only a group has a number, and none of its lines.
    """
    budget = programme.budget
    named = {column for _, line, _ in lines_of(budget.lines) for column in line.amounts}
    filled = [column for column in budget.columns if column.id in named]
    missing: dict[KeyPath, list[str]] = {}
    for column in filled:
        for path in _without(budget.lines, _LINES, column):
            missing.setdefault(path, []).append(column.id)
    for path, columns in missing.items():
        yield Finding.of(path, message("BUD705.missing", columns=tuple(columns)))


@rule("BUD710", "a line is income or expense")
def lines_have_a_side(programme: Programme) -> Iterator[Finding]:
    """The result is income less expense. A line that is on neither side is left out of it.

    Write `side: income` or `side: expense` on the outermost line; those in it follow. A line that is the result itself
    (`side: result`) is among the outermost lines and has none in it: it sums up all those above it.
    """
    budget = programme.budget
    lines = tuple(lines_of(budget.lines))
    for path, line, _ in lines:
        if line.side == "result" and (line.lines or path.steps[:-1] != _LINES.steps):
            yield Finding.of(path / "side", message("BUD710.result"))
    if budget.signs != "natural" or not any(line.side for _, line, _ in lines):
        return
    for line in budget.lines:
        if not (side_of(line) or holds_both(line)):
            yield Finding.of(_LINES / line.id, message("BUD710.sideless"))


@rule("BUD715", "a number can be read in one way")
def numbers_are_plain(programme: Programme) -> Iterator[Finding]:
    """A point is a decimal point, so 1.500 thousand kroner is one and a half thousand.

    Who meant fifteen hundred writes 1500 or 1 500; who did not, 1.5.
    """
    units = {column.id: column.unit for column in programme.budget.columns}
    for path, line in walk(programme, Line):
        for column, amount in line.amounts.items():
            in_thousands = amount.as_tuple().exponent == _THOUSANDTHS and 1 <= abs(amount) < _THOUSAND
            if in_thousands and units.get(column) in {"kr", "1000 kr"}:
                thousands, plain = f"{amount:.3f}".replace(".", ""), f"{amount.normalize():f}"
                written, unit = str(amount), units[column]
                found = message("BUD715.ambiguous", written=written, unit=unit, thousands=thousands, plain=plain)
                yield Finding.of(path / "amounts" / column, found)


@rule("BUD720", "a measure that a line pays for exists", Severity.ERROR)
def paid_measures_exist(programme: Programme) -> Iterator[Finding]:
    """Each id under a budget line's `measures` is the name of a file in measures/, without .md.

    It is what leads from a measure to the budget in `osloregion-docs trace`.
    """
    known = {measure.id for measure in programme.measures}
    for path, line in walk(programme, Line):
        for place, id_ in enumerate(line.measures, 1):
            if id_ not in known:
                found = message("BUD720.unknown", id=id_, near=find_nearest(id_, known))
                yield Finding.of(path / "measures" / place, found)


@rule("BUD721", "a line that pays for measures is an expense")
def measures_are_paid_by_expenses(programme: Programme) -> Iterator[Finding]:
    """What a measure is paid with is among the expenses; an income or a result pays for nothing.

    A grant that is given for one measure belongs in that measure's `financing`.
    """
    for path, line, inherited in lines_of(programme.budget.lines):
        side = side_of(line, inherited)
        if line.measures and side in {"income", "result"}:
            found = message("BUD721.income") if side == "income" else message("BUD721.result")
            yield Finding.of(path / "measures", found, at_key=True)


def _worked_out(budget: Budget, line: Line, side: Side | None, column: str) -> Decimal | None:
    """What a sum or a result must be; None for a plain line, and where something is missing for it."""
    if line.side == "result":
        above = budget.lines[: budget.lines.index(line)] if line in budget.lines else ()
        is_complete = all(each.side == "result" or effect(each, column, budget.signs) is not None for each in above)
        return in_cell(budget, line, column) if above and is_complete else None
    if not line.lines or any(total(part, column, budget.signs) is None for part in line.lines):
        return None
    return total(line.model_copy(update={"amounts": {}}), column, budget.signs, side)


def _years_are_declared(programme: Programme) -> Iterator[Finding]:
    for path, table in walk(programme, ChangeTable):
        years = {str(year) for year in table.years}
        held = [(path / "lines" / line.id / "amounts", line.amounts) for line in table.lines]
        for where, numbers in (*held, (path / "sums", table.sums)):
            for year in set(numbers) - years:
                yield Finding.of(where / year, message("BUD702.year", year=year), at_key=True)


def _named_columns(programme: Programme) -> Iterator[tuple[KeyPath, str]]:
    for path, deviation in walk(programme, Deviation):
        yield from ((path / "of", deviation.of), (path / "against", deviation.against))
    for path, table in walk(programme, ChangeTable):
        ends = (("before", table.before), ("after", table.after))
        yield from ((path / name, column) for name, column in ends if column)


def _without(lines: tuple[Line, ...], path: KeyPath, column: Column) -> Iterator[KeyPath]:
    """The lines that should have a number in a column, and have none."""
    for line in lines:
        here = path / line.id
        given = column.id in line.amounts
        inside = any(column.id in each.amounts for _, each, _ in lines_of(line.lines))
        if line.lines and (inside or not given):
            yield from _without(line.lines, here / "lines", column)
        elif not given and line.side != "result":
            yield here


def _format(amount: Decimal) -> str:
    return number(amount, "nb")


RULES: tuple[Rule, ...] = (
    parts_and_sums_agree,
    columns_are_declared,
    signs_are_as_declared,
    lines_have_their_numbers,
    lines_have_a_side,
    numbers_are_plain,
    paid_measures_exist,
    measures_are_paid_by_expenses,
)
