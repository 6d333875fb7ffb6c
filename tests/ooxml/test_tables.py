"""Tables of figures as WordprocessingML: their area on the page, widths that add up, texts that are escaped."""

from __future__ import annotations

import re

import pytest

from osloregion_docs.ooxml.reader import NAMESPACE, parse
from osloregion_docs.ooxml.sections import page_layout
from osloregion_docs.ooxml.tables import Column, FigureTable, Row, TableArea, TableStyles, figure_table

STYLES = TableStyles("Talltabell", "Tabelltekst", "Tabelltall", "Strong")


def body(*sections: tuple[int, int, int]) -> bytes:
    """A body with sections of these page widths, left and right margins."""
    written = "".join(
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="1"/><w:pgMar w:left="{left}" w:right="{right}"/></w:sectPr>'
        for width, left, right in sections
    )
    return f'<w:body xmlns:w="{NAMESPACE}">{written}</w:body>'.encode()


@pytest.mark.parametrize(
    ("part", "area"),
    [
        (body((11906, 2155, 1531)), TableArea(8220, 737)),
        (body((11906, 1417, 1417)), TableArea(9072, 567)),
        (body((11906, 800, 800)), TableArea(10306, 0)),
        (body((16838, 2155, 1531), (11906, 1417, 1417)), TableArea(9072, 567)),
        (body(), TableArea()),
        (body((100, 2155, 1531)), TableArea()),
    ],
    ids=["ours", "Word's own", "narrow margins", "the last section", "no section", "no room"],
)
def test_area_of_tables_is_that_of_the_last_section(part: bytes, area: TableArea) -> None:
    """The width of its text, and of its left margin what is left of fifteen millimetres."""
    assert TableArea.on_page(page_layout(parse(part))) == area


@pytest.mark.parametrize("shares", [(1, 1, 1), (700, 150, 150), (333, 333, 334), (999, 1)])
def test_columns_fill_the_width(shares: tuple[int, ...]) -> None:
    """To the last twentieth of a point."""
    columns = [Column("A", share, numeric=False) for share in shares]
    written = figure_table(FigureTable("T", columns, []), STYLES, TableArea(8220))

    assert sum(map(int, re.findall(r'gridCol w:w="(\d+)"', written))) == 8220


def test_texts_are_escaped() -> None:
    """In cells and in what names the table."""
    table = FigureTable("A & <B>", [Column("<C>", 1, numeric=False)], [Row(["D & E"])])
    written = figure_table(table, STYLES, TableArea())

    assert [text in written for text in ("A &amp; &lt;B&gt;", "&lt;C&gt;", "D &amp; E")] == [True] * 3


def test_marked_cells_are_bold() -> None:
    """And no others of their row."""
    columns = [Column(title, 1, numeric=False) for title in "AB"]
    written = figure_table(FigureTable("T", columns, [Row(["C", "D"], marked=(1,))]), STYLES, TableArea())

    assert re.findall(r'<w:rStyle w:val="Strong"/></w:rPr><w:t[^>]*>(\w)', written) == ["D"]
