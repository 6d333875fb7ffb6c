"""OpenDocument: Pandoc's tree as its writer needs it, and the file put together the same way every time.

Pandoc's own lists and tables bring a look of their own with each of them, and its contents are empty. Here lists,
tables and contents are given to it as OpenDocument already, in the styles of the reference document; their
content is still written by Pandoc.

*Source*: OASIS Open Document Format 1.3, part 3 (schema): 5.3 (lists), 8.3 (table of contents), 9.1 (tables).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from osloregion_docs.ooxml.markup import escape
from osloregion_docs.renderers.trees.number_tables import Figures, figures_in, role_of
from osloregion_docs.renderers.trees.office_styles import DEEPEST, fact_table, front, in_style
from osloregion_docs.renderers.trees.outline import (
    Element,
    Heading,
    Outline,
    Row,
    element,
    in_paragraph_style,
    rewrite,
    without_number,
)

_BULLETS, _NUMBERS = "List_20_1", "Numbering_20_1"
_LABEL, _VALUE = "Table_20_Heading", "Table_20_Contents"
_TITLE, _TEXT, _NUMBER = "Tabelltittel", "Tabelltekst", "Tabelltall"
REACH: Final = 36.85
"""How far a wide table reaches into the left margin, in points: where the numbers of headings begin."""
_CLOSE_ITEM: Final = "</text:list-item>"


@dataclass(frozen=True, slots=True)
class TableLook:
    """The styles of a table of facts, as the table in the reference document has them; cells by row and column."""

    table: str
    row: str
    columns: Sequence[str]
    cells: Sequence[Sequence[str]]
    width: float = 0.0
    """In points."""

    def column(self, place: int) -> str:
        """The attribute that names the style of a column."""
        return _style_name(self.columns[place]) if place < len(self.columns) else ""

    def cell(self, row: int, place: int) -> str:
        """The attribute that names the style of a cell; further ones look like the last that is shown."""
        if not self.cells or not self.cells[0]:
            return ""
        cells = self.cells[min(row, len(self.cells) - 1)]
        return _style_name(cells[min(place, len(cells) - 1)]) if cells else ""


def for_opendocument(outline: Outline, look: TableLook, figures: TableLook) -> bytes:
    """The tree of the whole document: the front, the contents, and the text.

    `look` is that of tables of facts, `figures` that of tables of figures; without a name the former is for both.
    """
    blocks = rewrite(outline.blocks, _Rewriter(look, figures).block)
    return outline.to_tree([*front(outline), *_contents(outline), *blocks])


class _Rewriter:
    """Rewrites blocks; counts tables, since each has a name of its own."""

    def __init__(self, look: TableLook, figures: TableLook) -> None:
        self._look = look
        self._figures = figures
        self._tables = 0

    def block(self, part: Element) -> list[Element] | None:
        """The replacement of a block or an inline; None for those that stay."""
        kind = part["t"]
        if kind == "Header":
            return [self._heading(part)]
        if kind in {"Div", "Span"}:
            return list(self._division(part))
        if kind in {"BulletList", "OrderedList"}:
            return list(self._list(part))
        return list(self._table(part)) if kind == "Table" else None

    def _division(self, part: Element) -> Iterator[Element]:
        """A table of figures, or a Div or Span in the style of its class."""
        found = figures_in(part) if self._figures.table else None
        if found is not None:
            yield from self._figure_table(found, part)
        else:
            attr, inner = in_style(part)["c"]
            yield element(part["t"], [attr, rewrite(inner, self.block)])

    def _heading(self, header: Element) -> Element:
        """A heading whose number hangs in the margin, marked by the tab after it."""
        level, attr, line = header["c"]
        number, title = without_number(line)
        if number:
            title = [element("Str", number), _raw_inline("<text:tab/>"), *title]
        return element("Header", [level, attr, rewrite(title, self.block)])

    def _list(self, part: Element) -> Iterator[Element]:
        style = _BULLETS if part["t"] == "BulletList" else _NUMBERS
        (start, *_), items = part["c"] if style == _NUMBERS else ((1,), part["c"])
        yield _raw(f'<text:list text:style-name="{style}">')
        for place, item in enumerate(items):
            first = f' text:start-value="{start}"' if not place and style == _NUMBERS else ""
            yield _raw(f"<text:list-item{first}>")
            for block in item:
                if block["t"] in {"Para", "Plain"}:
                    yield in_paragraph_style(style, rewrite(block["c"], self.block))
                else:
                    yield from rewrite([block], self.block)
            yield _raw(_CLOSE_ITEM)
        yield _raw("</text:list>")

    def _table(self, table: Element) -> Iterator[Element]:
        _, _, columns, (_, head), bodies, (_, foot) = fact_table(table, _LABEL, _VALUE)["c"]
        rows = [*head, *chain.from_iterable((*body[2], *body[3]) for body in bodies), *foot]
        self._tables += 1
        yield _raw(f'<table:table table:name="Tabell{self._tables}"{_style_name(self._look.table)}>')
        yield _raw("".join(f"<table:table-column{self._look.column(place)}/>" for place in range(len(columns))))
        if head:
            yield _raw("<table:table-header-rows>")
            yield from self._rows(rows[: len(head)], 0)
            yield _raw("</table:table-header-rows>")
        yield from self._rows(rows[len(head) :], len(head))
        yield _raw("</table:table>")

    def _figure_table(self, found: Figures, div: Element) -> Iterator[Element]:
        """A table of figures; the names of its style and of its columns say what is to be made of them."""
        look = self._figures
        self._tables += 1
        if found.caption:
            yield in_paragraph_style(_TITLE, found.caption)
        name = look.table + ".wide" * found.wide + ".kept" * found.kept
        yield _raw(f'<table:table table:name="Tabell{self._tables}"{_style_name(name)}>')
        width = look.width + REACH * found.wide
        columns = [f"{look.table}.w{round(width * column.share / 10)}" for column in found.columns]
        yield _raw("".join(f"<table:table-column{_style_name(column)}/>" for column in columns))
        _, _, _, (_, head), bodies, _ = div["c"][1][0]["c"]
        yield _raw("<table:table-header-rows>")
        yield from self._figure_row(found, head[0], 0, "_20_hode")
        yield _raw("</table:table-header-rows>")
        for row in (row for body in bodies for row in body[3]):
            yield from self._figure_row(found, row, 2 if role_of(row) == "sum" else 1)
        yield _raw("</table:table>")

    def _figure_row(self, found: Figures, row: Row, look: int, header: str = "") -> Iterator[Element]:
        yield _raw(f"<table:table-row{_style_name(self._figures.row)}>")
        for place, (column, cell) in enumerate(zip(found.columns, row[1], strict=True)):
            style = f"{_NUMBER if column.numeric else _TEXT}{header}"
            yield _raw(f'<table:table-cell{self._figures.cell(look, place)} office:value-type="string">')
            line = cell[4][0]["c"] if cell[4] else []
            yield (
                in_paragraph_style(style, rewrite(line, self.block))
                if line
                else _raw(f'<text:p text:style-name="{style}"/>')
            )
            yield _raw("</table:table-cell>")
        yield _raw("</table:table-row>")

    def _rows(self, rows: Iterable[Row], first: int) -> Iterator[Element]:
        for count, (_, cells) in enumerate(rows, first):
            yield _raw(f"<table:table-row{_style_name(self._look.row)}>")
            for place, (_, _, _, _, blocks) in enumerate(cells):
                yield _raw(f'<table:table-cell{self._look.cell(count, place)} office:value-type="string">')
                yield from rewrite(_in_cells(blocks), self.block)
                yield _raw("</table:table-cell>")
            yield _raw("</table:table-row>")


def _in_cells(blocks: list[Element]) -> list[Element]:
    """The blocks of a cell, its paragraphs in the style of cells; those of facts have theirs already."""
    return [in_paragraph_style(_VALUE, block["c"]) if block["t"] in {"Para", "Plain"} else block for block in blocks]


def _contents(outline: Outline) -> list[Element]:
    """The contents with all entries; pages come when the reader lets LibreOffice update them."""
    shown = [heading for heading in outline.headings if heading.level <= DEEPEST]
    if not shown or not outline.lines("toc-title"):
        return []
    title = escape(outline.text("toc-title"))
    templates = "".join(_template(level) for level in range(1, DEEPEST + 1))
    heading = f'<text:p text:style-name="Contents_20_Heading">{title}</text:p>'
    return [
        _raw(
            f'<text:table-of-content text:name="Innhold" text:protected="true">'
            f'<text:table-of-content-source text:outline-level="{DEEPEST}">'
            f'<text:index-title-template text:style-name="Contents_20_Heading">{title}</text:index-title-template>'
            f"{templates}</text:table-of-content-source><text:index-body>"
            f'<text:index-title text:name="Innhold_Head">{heading}</text:index-title>'
            f"{''.join(map(_entry, shown))}</text:index-body></text:table-of-content>"
        )
    ]


def _template(level: int) -> str:
    """How LibreOffice writes an entry of that level when it updates the contents."""
    return (
        f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
        '<text:index-entry-link-start text:style-name="Index_20_Link"/><text:index-entry-text/>'
        '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
        "<text:index-entry-link-end/></text:table-of-content-entry-template>"
    )


def _entry(heading: Heading) -> str:
    number = f"{escape(heading.number)}<text:tab/>" if heading.number else ""
    look = 'text:style-name="Index_20_Link" text:visited-style-name="Index_20_Link"'
    link = f'<text:a xlink:type="simple" xlink:href="#{escape(heading.anchor)}" {look}>'
    entry = f"{link}{number}{escape(heading.title)}</text:a>"
    return f'<text:p text:style-name="Contents_20_{heading.level}">{entry}</text:p>'


def _style_name(style: str) -> str:
    return f' table:style-name="{escape(style)}"' if style else ""


def _raw(xml: str) -> Element:
    return element("RawBlock", ["opendocument", xml])


def _raw_inline(xml: str) -> Element:
    return element("RawInline", ["opendocument", xml])
