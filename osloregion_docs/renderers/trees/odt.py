"""OpenDocument: Pandoc's tree as its writer needs it, and the file put together the same way every time.

Pandoc's own lists and tables bring a look of their own with each of them, and its contents are empty. Here lists,
tables and contents are given to it as OpenDocument already, in the styles of the reference document; what stands in
them is still written by Pandoc.

*Source*: OASIS Open Document Format 1.3, part 3 (schema): 5.3 (lists), 8.3 (table of contents), 9.1 (tables).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from osloregion_docs.charts.look import TEXT_WIDTH
from osloregion_docs.ooxml.markup import escape
from osloregion_docs.ooxml.tables import MANY, SMALL
from osloregion_docs.renderers.trees.looks import DEEPEST, fact_table, front, in_style
from osloregion_docs.renderers.trees.outline import (
    Element,
    Heading,
    Outline,
    Row,
    changed,
    element,
    styled,
    without_number,
)

_BULLETS, _NUMBERS = "List_20_1", "Numbering_20_1"
_LABEL, _VALUE = "Table_20_Heading", "Table_20_Contents"
_CLOSE_ITEM: Final = "</text:list-item>"


@dataclass(frozen=True, slots=True)
class TableLook:
    """The styles of a table of facts, as the table in the reference document has them; cells by row and column."""

    table: str
    row: str
    columns: Sequence[str]
    cells: Sequence[Sequence[str]]

    def column(self, place: int) -> str:
        """The attribute that names the style of a column."""
        return _named(self.columns[place]) if place < len(self.columns) else ""

    def cell(self, row: int, place: int) -> str:
        """The attribute that names the style of a cell; further ones look like the last that is shown."""
        if not self.cells or not self.cells[0]:
            return ""
        cells = self.cells[min(row, len(self.cells) - 1)]
        return _named(cells[min(place, len(cells) - 1)]) if cells else ""


def for_opendocument(outline: Outline, look: TableLook) -> tuple[bytes, str]:
    """The tree of the whole document, and the styles that its tables need besides those of the reference.

    The document is what stands before the contents, the contents, and the text.
    """
    rewriter = _Rewriter(look)
    blocks = changed(outline.blocks, rewriter.block)
    return outline.poured([*front(outline), *_contents(outline), *blocks]), "".join(rewriter.styles)


class _Rewriter:
    """Rewrites blocks; counts tables, since each has a name of its own."""

    def __init__(self, look: TableLook) -> None:
        self._look = look
        self._tables = 0
        self.styles: list[str] = []

    def block(self, part: Element) -> list[Element] | None:
        """What stands for a block or an inline; None for those that stay."""
        kind = part["t"]
        if kind == "Header":
            return [self._heading(part)]
        if kind in {"Div", "Span"}:
            attr, inner = in_style(part)["c"]
            return [element(kind, [attr, changed(inner, self.block)])]
        if kind in {"BulletList", "OrderedList"}:
            return list(self._list(part))
        return list(self._table(part)) if kind == "Table" else None

    def _heading(self, header: Element) -> Element:
        """A heading whose number hangs in the margin, which the tab after it tells from others."""
        level, attr, line = header["c"]
        number, title = without_number(line)
        if number:
            title = [element("Str", number), _raw_inline("<text:tab/>"), *title]
        return element("Header", [level, attr, changed(title, self.block)])

    def _list(self, part: Element) -> Iterator[Element]:
        style = _BULLETS if part["t"] == "BulletList" else _NUMBERS
        (start, *_), items = part["c"] if style == _NUMBERS else ((1,), part["c"])
        yield _raw(f'<text:list text:style-name="{style}">')
        for place, item in enumerate(items):
            first = f' text:start-value="{start}"' if not place and style == _NUMBERS else ""
            yield _raw(f"<text:list-item{first}>")
            for block in item:
                if block["t"] in {"Para", "Plain"}:
                    yield styled(style, changed(block["c"], self.block))
                else:
                    yield from changed([block], self.block)
            yield _raw(_CLOSE_ITEM)
        yield _raw("</text:list>")

    def _table(self, table: Element) -> Iterator[Element]:
        _, _, columns, (_, head), bodies, (_, foot) = fact_table(table, _LABEL, _VALUE)["c"]
        is_facts = not table["c"][3][1]
        rows = [*head, *chain.from_iterable((*body[2], *body[3]) for body in bodies), *foot]
        self._tables += 1
        yield _raw(f'<table:table table:name="Tabell{self._tables}"{_named(self._look.table)}>')
        named = map(self._look.column, range(len(columns))) if is_facts else self._columns(columns)
        yield _raw("".join(f"<table:table-column{style}/>" for style in named))
        cells = (
            [("", "")] * len(columns)
            if is_facts
            else [self._in_cells(column, len(columns) > MANY) for column in columns]
        )
        if head:
            yield _raw("<table:table-header-rows>")
            yield from self._rows(rows[: len(head)], 0, [label for label, _ in cells])
            yield _raw("</table:table-header-rows>")
        yield from self._rows(rows[len(head) :], len(head), [value for _, value in cells])
        yield _raw("</table:table>")

    def _columns(self, columns: Sequence[list[Element]]) -> Iterator[str]:
        """The attributes that name the styles of columns: as wide as the tree says, else all alike."""
        for place, (_, width) in enumerate(columns, 1):
            share = width["c"] if width["t"] == "ColWidth" else 1 / len(columns)
            name = f"Tabell{self._tables}.{place}"
            self.styles.append(
                f'<style:style style:name="{name}" style:family="table-column"><style:table-column-properties '
                f'style:column-width="{share * TEXT_WIDTH:.2f}pt"/></style:style>'
            )
            yield _named(name)

    def _in_cells(self, column: list[Element], small: bool) -> tuple[str, str]:  # noqa: FBT001 - a look of the letters
        """The paragraph styles of a column, in its header and below it; figures stand to the right."""
        align = ' fo:text-align="end"' if column[0]["t"] == "AlignRight" else ""
        size = f'<style:text-properties fo:font-size="{SMALL}pt"/>' if small else ""
        if not (align or size):
            return _LABEL, _VALUE
        prefix = ("Tall" if align else "Ord") + ("liten" if small else "")
        names = {f"{prefix}etikett": _LABEL, f"{prefix}verdi": _VALUE}
        for name, based in names.items():
            style = (
                f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{based}">'
                f"<style:paragraph-properties{align}/>{size}</style:style>"
            )
            if style not in self.styles:
                self.styles.append(style)
        label, value = names
        return label, value

    def _rows(self, rows: Iterable[Row], first: int, styles: Sequence[str]) -> Iterator[Element]:
        """Rows from the one of that number on; the paragraphs of their cells in these styles, by column."""
        for count, (_, cells) in enumerate(rows, first):
            yield _raw(f"<table:table-row{_named(self._look.row)}>")
            for place, (_, _, _, _, blocks) in enumerate(cells):
                yield _raw(f'<table:table-cell{self._look.cell(count, place)} office:value-type="string">')
                yield from changed(_in_cells(blocks, styles[place] if place < len(styles) else ""), self.block)
                yield _raw("</table:table-cell>")
            yield _raw("</table:table-row>")


def _in_cells(blocks: list[Element], style: str) -> list[Element]:
    """The blocks of a cell, its paragraphs in the style of its column; those of facts have theirs already."""
    return [styled(style or _VALUE, block["c"]) if block["t"] in {"Para", "Plain"} else block for block in blocks]


def _contents(outline: Outline) -> list[Element]:
    """The contents with all entries; pages come when the reader lets LibreOffice update them."""
    shown = [heading for heading in outline.headings if heading.level <= DEEPEST]
    if not shown:
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


def _named(style: str) -> str:
    return f' table:style-name="{escape(style)}"' if style else ""


def _raw(xml: str) -> Element:
    return element("RawBlock", ["opendocument", xml])


def _raw_inline(xml: str) -> Element:
    return element("RawInline", ["opendocument", xml])
