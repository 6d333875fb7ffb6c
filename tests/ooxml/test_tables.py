"""Tables of figures as WordprocessingML: the room they have, widths that add up, texts that are escaped."""

from __future__ import annotations

import re

import pytest

from osloregion_docs.ooxml.tables import Column, FigureTable, Page, Row, TableStyles, figure_table, page_of

STYLES = TableStyles("Talltabell", "Tabelltekst", "Tabelltall", "Strong")


def section(width: int, left: int, right: int) -> str:
    """The end of a section."""
    margins = f'<w:pgMar w:top="1" w:right="{right}" w:bottom="1" w:left="{left}"/>'
    return f'<w:sectPr><w:pgSz w:w="{width}" w:h="1"/>{margins}</w:sectPr>'


@pytest.mark.parametrize(
    ("body", "page"),
    [
        (section(11906, 2155, 1531), Page(8220, 737)),
        (section(11906, 1417, 1417), Page(9072, 567)),
        (section(11906, 800, 800), Page(10306, 0)),
        (section(16838, 2155, 1531) + section(11906, 1417, 1417), Page(9072, 567)),
        ("<w:body/>", Page()),
        (section(100, 2155, 1531), Page()),
    ],
    ids=["ours", "Word's own", "narrow margins", "the last section", "no section", "no room"],
)
def test_room_for_tables_is_that_of_the_last_section(body: str, page: Page) -> None:
    """The width of its text, and of its left margin what is left of fifteen millimetres."""
    assert page_of(body) == page


@pytest.mark.parametrize("shares", [(1, 1, 1), (700, 150, 150), (333, 333, 334), (999, 1)])
def test_columns_fill_the_width(shares: tuple[int, ...]) -> None:
    """To the last twentieth of a point."""
    columns = [Column("A", share, numeric=False) for share in shares]
    written = figure_table(FigureTable("T", columns, []), STYLES, Page(8220))

    assert sum(map(int, re.findall(r'gridCol w:w="(\d+)"', written))) == 8220


def test_texts_are_escaped() -> None:
    """In cells and in what names the table."""
    table = FigureTable("A & <B>", [Column("<C>", 1, numeric=False)], [Row(["D & E"])])
    written = figure_table(table, STYLES, Page())

    assert [text in written for text in ("A &amp; &lt;B&gt;", "&lt;C&gt;", "D &amp; E")] == [True] * 3


def test_marked_cells_are_bold() -> None:
    """And no others of their row."""
    columns = [Column(title, 1, numeric=False) for title in "AB"]
    written = figure_table(FigureTable("T", columns, [Row(["C", "D"], marked=(1,))]), STYLES, Page())

    assert re.findall(r'<w:rStyle w:val="Strong"/></w:rPr><w:t[^>]*>(\w)', written) == ["D"]
