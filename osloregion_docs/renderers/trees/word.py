"""The simple Word file: Pandoc's tree as its Word writer needs it, and what Pandoc wrote put right.

Pandoc writes the numbers of headings as text, and contents without entries. Here Word counts the headings itself
wherever its counting gives the numbers that the document has, and the contents are filled in: without pages, which come
when the reader lets Word update them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.language import LOCALES
from osloregion_docs.ooxml import properties, toc
from osloregion_docs.ooxml.drawings import with_pictures
from osloregion_docs.ooxml.markup import PAGE_BREAK_BEFORE, bookmark_name, escape, list_position
from osloregion_docs.ooxml.numbering import Numbering
from osloregion_docs.ooxml.package import read_package, write_package
from osloregion_docs.ooxml.pandoc_output import (
    CONTENTS_END,
    CONTENTS_START,
    contents_field,
    mark_heading,
    normalize,
    with_header_columns,
    with_heading_lists,
    with_heading_properties,
)
from osloregion_docs.ooxml.reader import parse
from osloregion_docs.ooxml.sections import page_layout
from osloregion_docs.ooxml.styles import StyleSheet
from osloregion_docs.ooxml.tables import CAPTION, FigureTable, TableArea, TableStyles, figure_table
from osloregion_docs.renderers.figures.figure_word import PictureWriter, in_word
from osloregion_docs.renderers.pandoc.run import pandoc
from osloregion_docs.renderers.trees.number_tables import figures_in
from osloregion_docs.renderers.trees.numbered import CountedList, Place, count_headings
from osloregion_docs.renderers.trees.office_styles import DEEPEST, fact_table, fill_fields, front, in_style
from osloregion_docs.renderers.trees.outline import (
    Element,
    Outline,
    element,
    in_paragraph_style,
    rewrite,
    without_number,
)

_WRITE: Final = ("--from", "json", "--to", "docx", "--syntax-highlighting", "none", "--fail-if-warnings")
_BODY, _STYLES, _NUMBERING, _SETTINGS = (f"word/{name}.xml" for name in ("document", "styles", "numbering", "settings"))
_JUNK: Final = ("docProps/app.xml", "docProps/custom.xml")
_NAMES_JUNK: Final = re.compile(r'<(?:Override|Relationship) [^>]*"/?docProps/(?:app|custom)\.xml"[^>]*/>')
_EDGE: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_LABEL, _VALUE = "Faktaetikett", "Faktaverdi"
_FIRST_LIST: Final = 3_000
_FIRST_PICTURE: Final = 1_000


def word_file(document: Document, populated: bytes, reference: Path) -> bytes:
    """The document as a Word file that looks as the reference document does.

    Raises:
        PackageFault: the reference document is no Word file, or lacks what Word files have.
        RenderingFailed: the headings of the file are not those of the document.
        ToolFailed: Pandoc refused the document or the reference.
    """
    sample = read_package(reference.read_bytes())
    styles = StyleSheet(sample.get(_STYLES, b""))
    pictures = PictureWriter(styles, document.language, None, _FIRST_PICTURE)
    outline = Outline(in_word(populated, document, pictures))
    lists, places = count_headings(outline.headings)
    with_tables = rewrite(outline.blocks, _Tables(styles, parse(sample[_BODY])).change)
    body = rewrite(rewrite(with_tables, _as_fact_table), _Rewriter(places).change)
    tree = outline.to_tree([*front(outline), *_contents(outline), *body])
    parts = read_package(pandoc([*_WRITE, "--reference-doc", str(reference)], tree))
    made = _with_properties(_set(parts, lists, places), document, outline)
    return write_package(with_pictures(made, pictures.pictures))


class _Tables:
    """Writes tables of figures as the Word template has them, where the reference document has the styles for it."""

    def __init__(self, styles: StyleSheet, body: etree._Element) -> None:
        self._styles = TableStyles.from_sheet(styles)
        self._area = TableArea.on_page(page_layout(body))

    def change(self, part: Element) -> list[Element] | None:
        """The table that a Div of that class holds, below its caption; None for other blocks."""
        found = figures_in(part)
        if found is None or self._styles is None:
            return None
        table = FigureTable(found.name, found.columns, found.rows, found.wide, found.kept)
        made = element("RawBlock", ["openxml", figure_table(table, self._styles, self._area)])
        return [*([in_paragraph_style(CAPTION, found.caption)] if found.caption else []), made]


class _Rewriter:
    """Marks headings, so that they are known again in what Pandoc writes, and gives places names that Word takes."""

    def __init__(self, places: Sequence[Place | None]) -> None:
        self._places: Iterator[tuple[int, Place | None]] = iter(enumerate(places))

    def change(self, part: Element) -> list[Element] | None:
        """The replacement of a block or an inline; None for those that stay."""
        kind = part["t"]
        if kind == "Header":
            return [self._heading(part)]
        if kind in {"Div", "Span"}:
            attr, inner = in_style(part)["c"]
            return [element(kind, [attr, rewrite(inner, self.change)])]
        if kind == "Link" and part["c"][2][0].startswith("#"):
            attr, words, (target, tip) = part["c"]
            return [element(kind, [attr, rewrite(words, self.change), [f"#{bookmark_name(target[1:])}", tip]])]
        return None

    def _heading(self, header: Element) -> Element:
        level, (anchor, *_), line = header["c"]
        which, place = next(self._places)
        shown = without_number(line)[1] if place else line
        mark = element("RawInline", ["openxml", mark_heading(which)])
        return element("Header", [level, [bookmark_name(anchor), [], []], [mark, *rewrite(shown, self.change)]])


def _as_fact_table(block: Element) -> list[Element] | None:
    return [fact_table(block, _LABEL, _VALUE)] if block["t"] == "Table" else None


def _contents(outline: Outline) -> list[Element]:
    """The contents, still empty: they are filled in when Word's numbers are known."""
    if not outline.headings or not outline.lines("toc-title"):
        return []
    field = [element("RawInline", ["openxml", contents_field(DEEPEST)])]
    titles = [in_paragraph_style("TOC Heading", line) for line in outline.lines("toc-title")]
    opening, closing = (element("RawBlock", ["openxml", xml]) for xml in (CONTENTS_START, CONTENTS_END))
    return [opening, *titles, in_paragraph_style("toc 1", field), closing]


def _set(parts: dict[str, bytes], lists: Sequence[CountedList], places: Sequence[Place | None]) -> dict[str, bytes]:
    """The parts with headings counted by Word, and the contents filled in."""
    heading_lists = [
        (_FIRST_LIST + index, list_.start, [ending for ending, _ in list_.forms]) for index, list_ in enumerate(lists)
    ]
    numbering = with_heading_lists(normalize(parts[_NUMBERING].decode()), heading_lists).encode()
    styles = StyleSheet(parts[_STYLES])
    body = with_heading_properties(normalize(parts[_BODY].decode()), lambda index: _properties(index, places[index]))
    body = with_header_columns(body, _LABEL)
    body, entries = toc.mark_headings(body, styles, Numbering(numbering))
    if len(entries) != len(places):
        message = f"the Word file has {len(entries)} headings, the document {len(places)}"
        raise RenderingFailed(message, "give the headings of reference.docx the outline levels that they had")
    body = toc.fill(body, entries, None, styles, refresh=False)
    return {**parts, _BODY: body.encode(), _NUMBERING: numbering}


def _properties(index: int, place: Place | None) -> str:
    """The further properties of a heading: the first begins a page, numbered ones have a position in a list."""
    page = "" if index else PAGE_BREAK_BEFORE
    return page + (list_position(_FIRST_LIST + place.list, place.level) if place else "")


def _with_properties(parts: dict[str, bytes], document: Document, outline: Outline) -> dict[str, bytes]:
    """The parts with properties, language, header and footer of this document, and without what Pandoc adds."""
    about, locale = document.properties, LOCALES[document.language]
    made = {name: part for name, part in parts.items() if name not in _JUNK}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        made[name] = _NAMES_JUNK.sub("", made[name].decode()).encode()
    made = properties.with_core(made, properties.core_properties(about.title, about.author, locale, about.status))
    made[_STYLES] = properties.in_locale(made[_STYLES], locale)
    made[_SETTINGS] = properties.settings_in_locale(made[_SETTINGS], locale)
    for name in filter(_EDGE.fullmatch, made):
        made[name] = fill_fields(made[name].decode(), outline, document.language, escape).encode()
    return made
