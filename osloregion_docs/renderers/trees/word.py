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

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.language import LOCALES
from osloregion_docs.ooxml import properties, toc
from osloregion_docs.ooxml.drawings import with_pictures
from osloregion_docs.ooxml.markup import bookmark_name, escape
from osloregion_docs.ooxml.numbering import Numbering
from osloregion_docs.ooxml.package import read_package, write_package
from osloregion_docs.ooxml.styles import StyleSheet
from osloregion_docs.ooxml.tables import CAPTION, FigureTable, TableStyles, figure_table, page_of
from osloregion_docs.renderers.figures.figure_word import PictureWriter, in_word
from osloregion_docs.renderers.pandoc.run import pandoc
from osloregion_docs.renderers.trees.number_tables import figures_in
from osloregion_docs.renderers.trees.numbered import CountedList, Place, counted
from osloregion_docs.renderers.trees.office_styles import DEEPEST, fact_table, filled, front, in_style
from osloregion_docs.renderers.trees.outline import Element, Outline, changed, element, styled, without_number

_WRITE: Final = ("--from", "json", "--to", "docx", "--syntax-highlighting", "none", "--fail-if-warnings")
_BODY, _STYLES, _NUMBERING, _SETTINGS = (f"word/{name}.xml" for name in ("document", "styles", "numbering", "settings"))
_JUNK: Final = ("docProps/app.xml", "docProps/custom.xml")
_NAMES_JUNK: Final = re.compile(r'<(?:Override|Relationship) [^>]*"/?docProps/(?:app|custom)\.xml"[^>]*/>')
_EDGE: Final = re.compile(r"word/(?:header|footer)\d*\.xml")
_MARK: Final = re.compile(r"</w:pPr>\s*<!--heading (\d+)-->")
_LIST_INDENT: Final = re.compile(r'w:left="(\d+)" w:hanging="360"')
_PANDOCS_STEP, _STEP, _HANGING = 720, 340, 737
_LABEL, _VALUE = "Faktaetikett", "Faktaverdi"
_FACTS: Final = re.compile(
    r"<w:tblLook [^>]*/>(?=</w:tblPr><w:tblGrid>(?:<w:gridCol [^>]*/>)*</w:tblGrid>"
    r"(?:</?w:(?:tr|trPr|tc|tcPr)(?: [^>]*)?/?>|<w:tblHeader[^>]*/>)*"
    rf'<w:p><w:pPr><w:pStyle w:val="{_LABEL}"/>)'
)
_FACTS_LOOK: Final = (
    '<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/>'
)
_FIRST_LIST: Final = 3_000
_FIRST_PICTURE: Final = 1_000
_FIELD: Final = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{DEEPEST}" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_OPENING: Final = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    "</w:sdtPr><w:sdtContent>"
)


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
    lists, places = counted(outline.headings)
    with_tables = changed(outline.blocks, _Tables(styles, sample[_BODY].decode()).change)
    body = changed(changed(with_tables, _headed), _Rewriter(places).change)
    tree = outline.populated([*front(outline), *_contents(outline), *body])
    parts = read_package(pandoc([*_WRITE, "--reference-doc", str(reference)], tree))
    made = _dressed(_set(parts, lists, places), document, outline)
    return write_package(with_pictures(made, pictures.pictures))


class _Tables:
    """Writes tables of figures as the Word template has them, where the reference document has the styles for it."""

    def __init__(self, styles: StyleSheet, body: str) -> None:
        self._styles = TableStyles.of(styles)
        self._page = page_of(body)

    def change(self, part: Element) -> list[Element] | None:
        """The table that a Div of that class holds, below its caption; None for other blocks."""
        found = figures_in(part)
        if found is None or self._styles is None:
            return None
        table = FigureTable(found.name, found.columns, found.rows, found.wide, found.kept)
        made = element("RawBlock", ["openxml", figure_table(table, self._styles, self._page)])
        return [*([styled(CAPTION, found.caption)] if found.caption else []), made]


class _Rewriter:
    """Marks headings, so that they are known again in what Pandoc writes, and gives places names that Word takes."""

    def __init__(self, places: Sequence[Place | None]) -> None:
        self._places: Iterator[tuple[int, Place | None]] = iter(enumerate(places))

    def change(self, part: Element) -> list[Element] | None:
        """What stands for a block or an inline; None for those that stay."""
        kind = part["t"]
        if kind == "Header":
            return [self._heading(part)]
        if kind in {"Div", "Span"}:
            attr, inner = in_style(part)["c"]
            return [element(kind, [attr, changed(inner, self.change)])]
        if kind == "Link" and part["c"][2][0].startswith("#"):
            attr, words, (target, tip) = part["c"]
            return [element(kind, [attr, changed(words, self.change), [f"#{bookmark_name(target[1:])}", tip]])]
        return None

    def _heading(self, header: Element) -> Element:
        level, (anchor, *_), line = header["c"]
        which, place = next(self._places)
        shown = without_number(line)[1] if place else line
        mark = element("RawInline", ["openxml", f"<!--heading {which}-->"])
        return element("Header", [level, [bookmark_name(anchor), [], []], [mark, *changed(shown, self.change)]])


def _headed(block: Element) -> list[Element] | None:
    return [fact_table(block, _LABEL, _VALUE)] if block["t"] == "Table" else None


def _contents(outline: Outline) -> list[Element]:
    """The contents, still empty: they are filled in when Word's numbers are known."""
    if not outline.headings or not outline.lines("toc-title"):
        return []
    field = [element("RawInline", ["openxml", _FIELD])]
    titles = [styled("TOC Heading", line) for line in outline.lines("toc-title")]
    opening, closing = (element("RawBlock", ["openxml", xml]) for xml in (_OPENING, "</w:sdtContent></w:sdt>"))
    return [opening, *titles, styled("toc 1", field), closing]


def _set(parts: dict[str, bytes], lists: Sequence[CountedList], places: Sequence[Place | None]) -> dict[str, bytes]:
    """The parts with headings counted by Word, and the contents filled in."""
    numbering = _with_lists(parts[_NUMBERING].decode().replace(" />", "/>"), lists).encode()
    styles = StyleSheet(parts[_STYLES])
    body = parts[_BODY].decode().replace(" />", "/>")
    body = _MARK.sub(lambda mark: _properties(int(mark[1]), places) + "</w:pPr>", body)
    body = _FACTS.sub(_FACTS_LOOK, body)
    body, entries = toc.headings(body, styles, Numbering(numbering))
    if len(entries) != len(places):
        message = f"the Word file has {len(entries)} headings, the document {len(places)}"
        raise RenderingFailed(message, "give the headings of reference.docx the outline levels that they had")
    body = toc.filled(body, entries, None, styles).replace(' w:dirty="true"', "")
    return {**parts, _BODY: body.encode(), _NUMBERING: numbering}


def _properties(which: int, places: Sequence[Place | None]) -> str:
    """What a heading has besides its style: the first begins a page, and those with a number have a place in a list."""
    page = "" if which else "<w:pageBreakBefore/>"
    place = places[which]
    if place is None:
        return page
    number = f'<w:ilvl w:val="{place.level}"/><w:numId w:val="{_FIRST_LIST + place.list}"/>'
    return f"{page}<w:numPr>{number}</w:numPr>"


def _with_lists(numbering: str, lists: Sequence[CountedList]) -> str:
    """The lists of Pandoc, indented as ours are, and those of the headings."""
    numbering = _LIST_INDENT.sub(
        lambda indent: f'w:left="{int(indent[1]) // _PANDOCS_STEP * _STEP}" w:hanging="{_STEP}"', numbering
    )
    ids = range(_FIRST_LIST, _FIRST_LIST + len(lists))
    abstract = "".join(_abstract(id_, list_) for id_, list_ in zip(ids, lists, strict=True))
    used = "".join(f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>' for id_ in ids)
    numbering = numbering.replace('<w:lvlText w:val="o"/>', '<w:lvlText w:val="–"/>')
    at = numbering.find("<w:num ")
    return f"{numbering[:at]}{abstract}{numbering[at:]}".replace("</w:numbering>", f"{used}</w:numbering>")


def _abstract(id_: int, list_: CountedList) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{1 if level else list_.start}"/><w:numFmt w:val="decimal"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{".".join(f"%{n + 1}" for n in range(level + 1))}{after}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:hanging="{_HANGING}"/></w:pPr></w:lvl>'
        for level, (after, _) in enumerate(list_.forms)
    )
    return f'<w:abstractNum w:abstractNumId="{id_}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'


def _dressed(parts: dict[str, bytes], document: Document, outline: Outline) -> dict[str, bytes]:
    """The parts with properties, language, header and footer of this document, and without what Pandoc adds."""
    about, locale = document.properties, LOCALES[document.language]
    made = {name: part for name, part in parts.items() if name not in _JUNK}
    for name in ("[Content_Types].xml", "_rels/.rels"):
        made[name] = _NAMES_JUNK.sub("", made[name].decode()).encode()
    made = properties.with_core(made, properties.core_properties(about.title, about.author, locale, about.status))
    made[_STYLES] = properties.in_locale(made[_STYLES], locale)
    made[_SETTINGS] = properties.settings_in_locale(made[_SETTINGS], locale)
    for name in filter(_EDGE.fullmatch, made):
        made[name] = filled(made[name].decode(), outline, document.language, escape).encode()
    return made
