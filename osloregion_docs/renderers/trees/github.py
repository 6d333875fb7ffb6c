"""Pandoc's tree as its Markdown writer needs it: lines ready-made, no divisions, links that GitHub can follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from osloregion_docs.renderers.trees.github_line import IN_CELL, IN_HEADING, LineWriter, bold, heading_names
from osloregion_docs.renderers.trees.outline import (
    Cell,
    Element,
    Heading,
    Outline,
    Rows,
    classes,
    element,
    lines_of,
    nest,
    rewrite,
)

_DEEPEST: Final = 6
_SET_OFF: Final = "vision"
_BOLD: Final = "content-label"


def for_github(populated: bytes) -> bytes:
    """The tree, with the front of the document and its contents in the metadata for the page."""
    outline = Outline(populated)
    title, contents = outline.text("title"), outline.text("toc-title")
    first = [text for text in (title, contents) if text]
    names = heading_names([*first, *(heading.text for heading in outline.headings)])[len(first) :]
    writer = LineWriter({heading.anchor: name for heading, name in zip(outline.headings, names, strict=True)})
    entries = [(heading.level, _link_to(heading, writer)) for heading in outline.headings]
    front = outline.front(lambda line: _raw(writer.line(line, IN_HEADING)))
    blocks = rewrite(outline.blocks, _Rewriter(writer).block)
    listed = {"contents": element("MetaBlocks", nest(entries))} if contents else {}
    return outline.to_tree(blocks, {**front, **listed})


class _Rewriter:
    """Rewrites blocks; each line of text in them becomes a piece of ready Markdown."""

    def __init__(self, writer: LineWriter) -> None:
        self._writer = writer

    def block(self, block: Element) -> list[Element] | None:
        """The replacement of a block; None for those that only contain others."""
        kind = block["t"]
        if kind in {"Para", "Plain"}:
            return [element(kind, _raw(self._writer.line(block["c"])))]
        if kind == "Header":
            level, _, line = block["c"]
            head = [min(level + 1, _DEEPEST), ["", [], []], _raw(self._writer.line(line, IN_HEADING))]
            return [element("Header", head)]
        if kind == "Table":
            return self._table(block)
        return self._unwrap(block) if kind == "Div" else None

    def _unwrap(self, block: Element) -> list[Element]:
        marks, inner = classes(block), block["c"][1]
        if _BOLD in marks:
            lines = [self._writer.line(one["c"], IN_HEADING) for one in inner if one["t"] in {"Para", "Plain"}]
            return [element("Para", _raw(bold(line))) for line in lines]
        blocks = rewrite(inner, self.block)
        return [element("BlockQuote", blocks)] if _SET_OFF in marks else blocks

    def _table(self, block: Element) -> list[Element]:
        """A table with one line in each cell, which is what GitHub's tables can hold, below its caption.

        Headers of rows are bold where there is no header row.
        """
        attr, (_, captions), columns, (head_attr, head), bodies, foot = block["c"]
        rows = [[body[0], 0, [], self._rows([*body[2], *body[3]], 0 if head else body[1])] for body in bodies]
        table = [attr, [None, []], columns, [head_attr, self._rows(head, 0)], rows, foot]
        return [*(element("Para", _raw(self._writer.line(one["c"]))) for one in captions), element("Table", table)]

    def _rows(self, rows: Rows, headed: int) -> Rows:
        return [
            (attr, [self._cell(cell, bold if place < headed else str) for place, cell in enumerate(cells)])
            for attr, cells in rows
        ]

    def _cell(self, cell: Cell, look: Callable[[str], str]) -> Cell:
        attr, align, _, _, blocks = cell
        lines = [self._writer.line(one["c"], IN_CELL) for one in lines_of(blocks)]
        shown = IN_CELL.join(look(line) for line in lines)
        return attr, align, 1, 1, [element("Plain", _raw(shown))]


def _link_to(heading: Heading, writer: LineWriter) -> list[Element]:
    """A heading in the contents, as a link to itself."""
    link = element("Link", [["", [], []], [element("Str", heading.text)], [f"#{heading.anchor}", ""]])
    return _raw(writer.line([link]))


def _raw(markdown: str) -> list[Element]:
    return [element("RawInline", ["gfm", markdown])] if markdown else []
