"""Tables put together: how wide each column is, and numbers of one column with as many decimals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from osloregion_docs.documents.document import Table, TableColumn, TableRow
from osloregion_docs.documents.value import Value
from osloregion_docs.labels import forms
from osloregion_docs.language import Language

MISSING = "–"
"""The content of a cell whose number is unknown or cannot be computed."""

_EXACT = Context(prec=200)
_WHOLE = 1000
_ROOM, _WIDE_ROOM = 82, 93
"""How many characters fit in a line, and in one that reaches into the margin."""
_LEAST_TEXT, _MOST_TEXT = 24, 44
_AROUND = 3
_MANY_DIGITS = 10_000


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a column, and whether numbers stand under it."""

    title: str
    numeric: bool = False


def table(name: str, caption: str, heads: Sequence[Head], rows: Sequence[TableRow]) -> Table:
    """A table whose columns are as wide as what they hold; what is left goes to those that hold text."""
    wide, widths = _share_width(
        heads, [_measure_width(head, [row.cells[at] for row in rows]) for at, head in enumerate(heads)]
    )
    columns = tuple(
        TableColumn(title=head.title, width=width, numeric=head.numeric)
        for head, width in zip(heads, widths, strict=True)
    )
    return Table(name=name, caption=caption, columns=columns, rows=tuple(rows), wide=wide)


def _share_width(heads: Sequence[Head], wanted: Sequence[int]) -> tuple[bool, list[int]]:
    """Whether the table needs the margin, and the thousandths of the width that each column gets."""
    figures = sum(width for width, head in zip(wanted, heads, strict=True) if head.numeric)
    texts = sum(width for width, head in zip(wanted, heads, strict=True) if not head.numeric)
    wide = figures + min(texts, _LEAST_TEXT * sum(not head.numeric for head in heads)) > _ROOM
    left = (_WIDE_ROOM if wide else _ROOM) - figures
    shares = [
        width if head.numeric else max(_LEAST_TEXT, left * width // max(texts, 1))
        for width, head in zip(wanted, heads, strict=True)
    ]
    widths = [_WHOLE * share // sum(shares) for share in shares]
    widths[0] += _WHOLE - sum(widths)
    return wide, widths


def numbers(values: Sequence[Decimal | None], language: Language) -> list[str]:
    """Numbers of one column: decimals and thousands alike in all of them; a dash for none."""
    given = [value for value in values if value is not None]
    step = Decimal(1).scaleb(-max((_decimals(value) for value in given), default=0))
    parted = 4 if any(abs(value) >= _MANY_DIGITS for value in given) else 5
    return [
        MISSING if value is None else forms.number(value.quantize(step, context=_EXACT), language, parted)
        for value in values
    ]


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _measure_width(head: Head, cells: Sequence[str | Value]) -> int:
    """How many characters wide a column would be if it could choose."""
    longest = max((len(line) for cell in cells for line in str(cell).split("\n")), default=0)
    if head.numeric:
        return max(longest, *map(len, head.title.split(" "))) + _AROUND
    return min(max(longest, len(head.title), _LEAST_TEXT), _MOST_TEXT)
