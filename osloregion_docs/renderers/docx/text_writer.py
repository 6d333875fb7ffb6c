"""Running text as WordprocessingML, in the styles that the template gives its names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jinja2 import Undefined

from osloregion_docs.documents.document import Anchored, Blocks, Line, Picture, Printed, Table
from osloregion_docs.documents.parts.attachments.document_links import as_file
from osloregion_docs.documents.value import Value
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.model.content import Block, Heading, ListBlock, Paragraph, Run
from osloregion_docs.ooxml import markup, tables
from osloregion_docs.ooxml.numbering import Numbering
from osloregion_docs.ooxml.styles import StyleSheet
from osloregion_docs.ooxml.tables import TableArea, TableStyles
from osloregion_docs.renderers.figures.figure_word import PictureWriter
from osloregion_docs.renderers.printed_spans import locate_refusal

_NAMES = {"text": "Body Text", "bullet": "List Bullet", "number": "List Number", "continue": "List Continue"}
_BELOW_TABLE = markup.spacing(before=160)
_DEEPEST = 9


class _Form(NamedTuple):
    """The style of the paragraphs of a list item, and their further properties."""

    style: str
    properties: str


class TextWriter:
    """Writes the values of one document; gathers the links, bookmarks and lists that they need on the way."""

    def __init__(
        self, styles: StyleSheet, numbering: Numbering, area: TableArea, pictures: PictureWriter | None = None
    ) -> None:
        """A writer for a template; `area` is where its tables may be."""
        self._styles = styles
        self._pictures = pictures
        self._numbering = numbering
        self._area = area
        self._bookmarks = 0
        self.printed: list[object] = []
        """The values that were printed, in order."""
        self._relationships: dict[str, str] = {}

    @property
    def links(self) -> list[tuple[str, str]]:
        """The links to the web and to files that were written: relationship id and address."""
        return [(id_, address) for address, id_ in self._relationships.items()]

    def print_value(self, value: object) -> str:
        """A value as markup that is safe to put into a part: every character of a text is escaped here.

        Raises:
            RenderingFailed: the template prints what is no text, or a text that no Word file can hold.
            UndefinedError: the template names what there is not.
        """
        try:
            self.printed.append(value)
            if type(value) is str or isinstance(value, Value):
                return markup.inline(str(value))
            if isinstance(value, Blocks | Line | Anchored | Picture):
                return self._mark_up(value)
        except markup.IllegalCharacter as error:
            raise locate_refusal(value, error) from error
        if type(value) is int or isinstance(value, Undefined):
            return str(value)
        raise RenderingFailed(f"the template prints {value!r:.40}, which is no text", "run osloregion-docs check")

    def _mark_up(self, value: Blocks | Line | Anchored | Picture) -> str:
        if isinstance(value, Picture):
            return self._pictures.write(value) if self._pictures else ""
        if isinstance(value, Blocks):
            return "".join(self._blocks(value.items))
        return self._runs(value.runs) if isinstance(value, Line) else self._bookmark(value)

    def _blocks(self, items: tuple[Printed, ...]) -> Iterator[str]:
        """The blocks; a paragraph below a table keeps away from it."""
        above: Printed | None = None
        for block in items:
            if isinstance(block, Paragraph) and isinstance(above, Table):
                yield markup.paragraph(self._style(_NAMES["text"]), self._runs(block.runs), _BELOW_TABLE)
            else:
                yield self._block(block)
            above = block

    def _bookmark(self, value: Anchored) -> str:
        self._bookmarks += 1
        return markup.bookmark(markup.run(str(value.text)), markup.bookmark_name(value.anchor), self._bookmarks)

    def _block(self, block: Printed) -> str:
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, ListBlock):
            return self._list(block, 0)
        if isinstance(block, Heading):
            return markup.paragraph(self._style(f"heading {block.level}"), self._runs(block.runs))
        if isinstance(block, Paragraph):
            return markup.paragraph(self._style(_NAMES["text"]), self._runs(block.runs))
        raise RenderingFailed("a placeholder was left in the text")

    def _table(self, table: Table) -> str:
        """A table under its caption; what is in small tables stays on one page."""
        styles = TableStyles.from_sheet(self._styles)
        if styles is None:
            raise RenderingFailed(
                f"the template lacks a style for tables: it needs {', '.join(tables.STYLES)}",
                "copy the styles from the default template, or begin from it",
            )
        made = tables.FigureTable(
            table.name,
            [tables.Column(column.title, column.width, column.numeric) for column in table.columns],
            [tables.Row(tuple(map(str, row.cells)), row.role, row.level, row.marked) for row in table.rows],
            wide=table.wide,
            kept=table.is_small,
        )
        written = tables.figure_table(made, styles, self._area)
        if not table.caption:
            return written
        indent = tables.caption_indent(table.wide, self._area)
        return markup.paragraph(self._style(tables.CAPTION), markup.run(table.caption), indent) + written

    def _list(self, block: ListBlock, level: int) -> str:
        """A list and the lists inside it; numbered ones count from one each time, bullets share one list."""
        if level >= _DEEPEST:
            raise RenderingFailed("a list is more than nine levels deep, and Word has nine", "make it flatter")
        style = self._style(_NAMES["number" if block.ordered else "bullet"])
        place = self._styles.list_place(style)
        list_id = place[0] if place else ""
        if block.ordered and list_id:
            list_id = self._numbering.restart(list_id, level, block.start)
        numbered = _Form(style, markup.list_position(list_id, level) if list_id else "")
        return "".join([self._item(item, numbered, list_id, level) for item in block.items])

    def _item(self, item: tuple[Block, ...], form: _Form, list_id: str, level: int) -> str:
        """An item: its first paragraph has the bullet or number, those after it are indented."""
        written = []
        for block in item:
            if isinstance(block, ListBlock):
                written.append(self._list(block, level + 1))
            elif isinstance(block, Paragraph):
                written.append(markup.paragraph(form.style, self._runs(block.runs), form.properties))
                form = self._continuation(list_id, level) if len(item) > 1 else form
        return "".join(written)

    def _continuation(self, list_id: str, level: int) -> _Form:
        definition = self._numbering.level(list_id, level)
        return _Form(self._style(_NAMES["continue"]), markup.indent(definition.indent) if definition else "")

    def _runs(self, runs: tuple[Run, ...]) -> str:
        return "".join([self._run(run) for run in runs])

    def _run(self, run: Run) -> str:
        if not (run.link or run.strong or run.emphasis or run.language):
            return markup.run(run.text)
        written = markup.run(run.text, *self._format(run))
        if not run.link:
            return written
        if run.link.startswith("#"):
            return markup.link_to_bookmark(markup.bookmark_name(run.link[1:]), written)
        relationship = self._relationships.setdefault(as_file(run.link), f"rIdLink{len(self._relationships) + 1}")
        return markup.link_to_address(relationship, written)

    def _format(self, run: Run) -> tuple[str, str]:
        """The character style of a run, where the template has it, and the formatting that the style does not give."""
        names = {"Hyperlink": bool(run.link), "Strong": run.strong, "Emphasis": run.emphasis}
        name = next((name for name, applies in names.items() if applies), "")
        style = self._styles.id_of(name) or "" if name else ""
        given = name if style else ""
        bold = markup.BOLD * (run.strong and given != "Strong")
        italic = markup.ITALIC * (run.emphasis and given != "Emphasis")
        return style, bold + italic + (markup.language(run.language) if run.language else "")

    def _style(self, name: str) -> str:
        style = self._styles.id_of(name)
        if style is None:
            raise RenderingFailed(
                f'the template has no style "{name}"', "add the style in Word, or begin from the default template"
            )
        return style
