"""Tables put together: widths that add up, numbers that stand alike under each other."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.documents.document import TableRow
from osloregion_docs.documents.parts.table_layout import Head, numbers, table
from osloregion_docs.labels.forms import HARD_SPACE

S = HARD_SPACE
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60)


@pytest.mark.parametrize(
    ("values", "printed"),
    [
        (["6640", "-2", None], ["6640", "−2", "–"]),
        (["9771", "10000"], [f"9{S}771", f"10{S}000"]),
        (["1.5", "12.25", "0"], ["1,50", "12,25", "0,00"]),
        ([None, None], ["–", "–"]),
    ],
)
def test_numbers_of_a_column_are_alike(values: list[str | None], printed: list[str]) -> None:
    """As many decimals in all as one needs; thousands parted in all or in none; a dash for what is not known."""
    assert numbers([None if value is None else Decimal(value) for value in values], "nb") == printed


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=12), st.lists(WORDS, max_size=5))
def test_widths_are_the_whole_table(heads: list[tuple[str, bool]], firsts: list[str]) -> None:
    """Whatever stands in them, no column is without width, and together they are all there is."""
    rows = [TableRow(cells=(first, *("1" for _ in heads[1:]))) for first in firsts]

    widths = [column.width for column in table("T", "", [Head(*head) for head in heads], rows).columns]

    assert sum(widths) == 1000
    assert min(widths) > 0


def test_a_table_of_many_columns_is_wide() -> None:
    """It reaches into the margin; one of few does not."""
    few, many = (table("T", "", [Head("Post"), *[Head("Regnskap 2018", numeric=True)] * count], []) for count in (3, 8))

    assert (few.wide, many.wide) == (False, True)
