"""Budget against accounts (budsjett og regnskap): what was planned for each line, and what it came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from osloregion_docs.charts.kinds.pairs import Amount, Pair, Pairs
from osloregion_docs.documents.document import Picture
from osloregion_docs.documents.parts.figures.figure_context import Place, listed, table
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.labels import forms


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A line: its name, what was budgeted and what it came to (none: not reported yet); a sum stands out."""

    label: str
    budget: Decimal | None
    accounts: Decimal | None
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """What the two amounts are called (Budsjett 2018, Regnskap 2018), and what they are counted in (1000 kroner)."""

    budget: str
    accounts: str
    unit: str


def accounts(printer: Printer, place: Place, columns: Columns, lines: Sequence[AccountLine]) -> Picture:
    """Budget and accounts of each line, side by side."""
    labels = printer.labels.pictures
    unit = labels.unit.format(unit=columns.unit)
    pairs = tuple(
        Pair(
            label=line.label,
            amounts=(_amount(line.budget, printer), _amount(line.accounts, printer)),
            is_sum=line.is_sum,
        )
        for line in lines
    )
    series = labels.both.format(first=columns.budget, second=forms.in_sentence(columns.accounts))
    sentence = (f"{pair.label} {labels.both.format(**_both(pair))}" for pair in pairs)
    return Picture(
        anchor=place.anchor,
        caption=place.caption,
        alternative=labels.accounts.format(series=series, unit=forms.in_sentence(unit), items=listed(sentence)),
        description=labels.accounts_read,
        table=table(
            place,
            (labels.line, columns.budget, columns.accounts),
            ((pair.label, *(amount.printed for amount in pair.amounts)) for pair in pairs),
        ),
        chart=Pairs(names=(columns.budget, columns.accounts), lines=pairs, unit=unit),
    )


def _amount(number: Decimal | None, printer: Printer) -> Amount:
    printed = printer.labels.pictures.missing if number is None else printer.value(number, "")
    return Amount(number=number, printed=printed)


def _both(pair: Pair) -> dict[str, str]:
    first, second = pair.amounts
    return {"first": first.printed, "second": second.printed}
