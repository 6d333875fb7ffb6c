"""Running text with tables as pieces of Pandoc's tree: a header row, a column of headers, sums in bold."""

from __future__ import annotations

from collections.abc import Iterable

from osloregion_docs.documents.document import Printed, Table, TableColumn, TableRow
from osloregion_docs.renderers.pandoc.values import Node, attributes, blocks, inlines, legal

FIGURES = "figures"
"""The class of what holds such a table; beside it may stand `wide` and `kept`."""
INDENT = "indent"
"""The class of what is set in by a step."""


def printed(items: Iterable[Printed]) -> list[Node]:
    """Running text as blocks, tables among it."""
    made: list[Node] = []
    for item in items:
        made += [_table(item)] if isinstance(item, Table) else blocks([item])
    return made


def _table(table: Table) -> Node:
    """A table in a region of its own, which can be scrolled where the page is narrower than it is."""
    columns: list[Node] = [[_align(column), {"t": "ColWidth", "c": column.width / 1000}] for column in table.columns]
    titles = [_cell(column.title) for column in table.columns]
    head: Node = [attributes(), [[attributes(), titles]]]
    rows: list[Node] = [_row(row) for row in table.rows]
    caption: Node = [None, [{"t": "Plain", "c": inlines(table.caption)}] if table.caption else []]
    body: Node = [attributes(), 1, [], rows]
    made: Node = {"t": "Table", "c": [attributes(), caption, columns, head, [body], [attributes(), []]]}
    region: Node = [["role", "region"], ["tabindex", "0"], ["aria-label", legal(table.name)]]
    looks: list[Node] = [FIGURES, *(["wide"] if table.wide else []), *(["kept"] if table.is_small else [])]
    return {"t": "Div", "c": [["", looks, region], [made]]}


def _row(row: TableRow) -> Node:
    strong = row.role != "line"
    cells = [_cell(text, strong=strong, level=0 if place else row.level) for place, text in enumerate(row.cells)]
    return [attributes("", row.role, f"level-{row.level}"), cells]


def _cell(text: str, *, strong: bool = False, level: int = 0) -> Node:
    words = inlines(text)
    if strong and words:
        words = [{"t": "Strong", "c": words}]
    for _ in range(level):
        words = [{"t": "Span", "c": [attributes("", INDENT), words]}]
    return [attributes(), {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": words}] if words else []]


def _align(column: TableColumn) -> Node:
    return {"t": "AlignRight" if column.numeric else "AlignLeft"}
