"""Running text with tables as pieces of Pandoc's tree: a header row, a column of headers, sums in bold."""

from __future__ import annotations

from collections.abc import Iterable

from osloregion_docs.documents.document import Printed, Table, TableColumn, TableRow
from osloregion_docs.renderers.pandoc.values import Node, attributes, blocks, inlines, legal

FIGURES = "figures"
"""The class of the Div around such a table; further classes are `wide` and `kept`."""
INDENT = "indent"
"""The class of what is set in by a step."""
MARKED = "marked"
"""The class of a cell in bold."""


def to_nodes(items: Iterable[Printed]) -> list[Node]:
    """Running text as blocks, tables among it."""
    made: list[Node] = []
    for item in items:
        made += [_table(item)] if isinstance(item, Table) else blocks([item])
    return made


def _table(table: Table) -> Node:
    """A table in a region of its own, which can be scrolled where the page is narrower than it is."""
    columns: list[Node] = [[_align(column), {"t": "ColWidth", "c": column.width / 1000}] for column in table.columns]
    titles = [_cell(column.title, heads="col") for column in table.columns]
    head: Node = [attributes(), [[attributes(), titles]]]
    rows: list[Node] = [_row(row) for row in table.rows]
    caption: Node = [None, [{"t": "Plain", "c": inlines(table.caption)}] if table.caption else []]
    body: Node = [attributes(), 1, [], rows]
    made: Node = {"t": "Table", "c": [attributes(), caption, columns, head, [body], [attributes(), []]]}
    region: Node = [["role", "region"], ["tabindex", "0"], ["aria-label", legal(table.name)]]
    flags = {"wide": table.wide, "kept": table.is_small, "words": not any(column.numeric for column in table.columns)}
    looks: list[Node] = [FIGURES, *(name for name, is_so in flags.items() if is_so)]
    return {"t": "Div", "c": [["", looks, region], [made]]}


def _row(row: TableRow) -> Node:
    first, *others = row.cells
    looks = [_look(row, place) for place in range(len(row.cells))]
    cells = [_cell(str(text), look) for text, look in zip(others, looks[1:], strict=True)]
    return [
        attributes(row.anchor, row.role, f"level-{row.level}"),
        [_cell(str(first), looks[0], row.level, "row"), *cells],
    ]


def _look(row: TableRow, place: int) -> str:
    """The class of a cell, which is bold where there is one."""
    return MARKED if place in row.marked else row.role if row.role != "line" else ""


def _cell(text: str, look: str = "", level: int = 0, heads: str = "") -> Node:
    words = inlines(text)
    if look and words:
        words = [{"t": "Strong", "c": words}]
    for _ in range(level):
        words = [{"t": "Span", "c": [attributes("", INDENT), words]}]
    about: Node = ["", [MARKED] if look == MARKED else [], [["scope", heads]] if heads else []]
    return [about, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": words}] if words else []]


def _align(column: TableColumn) -> Node:
    return {"t": "AlignRight" if column.numeric else "AlignLeft"}
