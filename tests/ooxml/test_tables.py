"""Tables of a Word file: whole, with a header that is repeated, and with room for words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.ooxml.markup import W
from osloregion_docs.ooxml.package import check_well_formed
from osloregion_docs.ooxml.tables import MANY, TableLook, table, widths

LOOK = TableLook("Tabell", "Etikett", "Verdi", header_bold=False)
ROWS = (("Område", "I gang"), ("Areal & <transport>", "2"))
TEXTS = st.text("abc æøå", max_size=40)


def written(rows: tuple[tuple[str, ...], ...] = ROWS, look: TableLook = LOOK) -> str:
    """A table of these rows, its first column of words."""
    return table(rows, 1, 8000, look)


@given(st.integers(1, 12), st.data())
def test_table_is_well_formed_and_fits_its_grid(columns: int, data: st.DataObject) -> None:
    """Every row has as many cells as the grid has columns, whatever stands in them."""
    row = st.tuples(*[TEXTS] * columns)
    xml = table(data.draw(st.lists(row, min_size=1, max_size=4)), 1, 8000, LOOK)
    check_well_formed(xml, namespaces=False)
    assert {row.count("<w:tc>") for row in xml.split("<w:tr>")[1:]} == {xml.count("<w:gridCol ")} == {columns}


def test_first_row_is_the_header() -> None:
    """It alone is marked, and repeated on every page that the table goes on to."""
    head, *rows = written().split("<w:tr>")[1:]
    assert ["<w:tblHeader/>" in row for row in (head, *rows)] == [True, False]


def test_styles_are_the_templates() -> None:
    """Lines and letters come from the template where it has styles for them."""
    assert re.findall(r'<w:(?:tbl|p)Style w:val="(\w+)"/>', written()) == [
        "Tabell",
        "Etikett",
        "Etikett",
        "Verdi",
        "Verdi",
    ]
    assert "<w:tblBorders>" not in written()


def test_without_styles_it_has_lines_of_its_own() -> None:
    """A template without a style for tables gets plain lines and a bold header."""
    bare = written(look=TableLook("", "BodyText", "BodyText", header_bold=True))
    assert ("<w:tblBorders>" in bare, bare.count("<w:b/>")) == (True, 2)


def test_figures_stand_to_the_right() -> None:
    """Columns after those of words are aligned at their end."""
    assert [row.count('<w:jc w:val="end"/>') for row in written().split("<w:tr>")[1:]] == [1, 1]


@pytest.mark.parametrize(("columns", "small"), [(MANY, False), (MANY + 1, True)])
def test_many_columns_have_smaller_letters(columns: int, small: bool) -> None:
    """So that the longest word of each has room."""
    assert ("<w:sz " in written((("a",) * columns,))) == small


@given(st.lists(st.lists(TEXTS, min_size=4, max_size=4), min_size=1, max_size=4))
def test_widths_fill_the_table(rows: list[list[str]]) -> None:
    """The columns take the whole width between them, and none of them nothing."""
    made = widths(rows, 8000)
    assert 8000 - 4 <= sum(made) <= 8000
    assert min(made) > 400


def test_column_with_more_to_say_is_wider() -> None:
    """What is left beside the longest words goes to long texts."""
    first, second = widths([["to ord og mange ord til i en lang rekke", "3"]], 8000)
    assert first > 2 * second


def test_namespace_is_that_of_the_part() -> None:
    """The prefix is the one that Word's own parts declare."""
    check_well_formed(f'<w:body xmlns:w="{W}">{written()}</w:body>'.encode())
