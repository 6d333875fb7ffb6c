"""The table of a picture in Pandoc's tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from osloregion_docs.charts.look import TEXT_WIDTH
from osloregion_docs.documents.document import PictureTable
from osloregion_docs.ooxml.tables import widths as columns_of
from osloregion_docs.renderers.pandoc.values import Node, attributes, inlines

_WIDTH: Final = round(TEXT_WIDTH * 20)


def table(values: PictureTable) -> Node:
    """A table with a header row, in a block that a narrow window can scroll; figures stand to the right."""
    widths = columns_of((values.header, *(row.cells for row in values.rows)), _WIDTH)
    columns: list[Node] = [
        [{"t": "AlignLeft" if place < values.words else "AlignRight"}, {"t": "ColWidth", "c": width / sum(widths)}]
        for place, width in enumerate(widths)
    ]
    head: Node = [attributes(), [_row(values.header)]]
    body: Node = [attributes(), 0, [], [_row(row.cells) for row in values.rows]]
    made: Node = {"t": "Table", "c": [attributes(), [None, []], columns, head, [body], [attributes(), []]]}
    return {"t": "Div", "c": [["", ["values"], [["tabindex", "0"]]], [made]]}


def _row(cells: Iterable[str]) -> Node:
    made: list[Node] = [
        [attributes(), {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": inlines(cell)}]] for cell in cells
    ]
    return [attributes(), made]
