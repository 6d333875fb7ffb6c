"""An OpenDocument file put together from what Pandoc wrote: fixed order, no clock, stored rather than deflated."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from lxml import etree

from osloregion_docs.documents.document import Document, Properties
from osloregion_docs.language import LOCALES
from osloregion_docs.ooxml.markup import escape
from osloregion_docs.ooxml.package import PackageFault
from osloregion_docs.ooxml.reader import parse
from osloregion_docs.renderers.figures.figure_odt import KINDS as PICTURE_KINDS
from osloregion_docs.renderers.figures.figure_odt import in_opendocument
from osloregion_docs.renderers.pandoc.run import pandoc
from osloregion_docs.renderers.trees.odt import TableLook, for_opendocument
from osloregion_docs.renderers.trees.odt_styles import figure_styles, width_of
from osloregion_docs.renderers.trees.office_styles import fill_fields
from osloregion_docs.renderers.trees.outline import Outline

_WRITE: Final = ("--from", "json", "--to", "odt", "--wrap", "none", "--fail-if-warnings")
_MIME: Final = "application/vnd.oasis.opendocument.text"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE: Final = f"{{{_ODF}:table:1.0}}"
_OFFICE: Final = f"{{{_ODF}:office:1.0}}"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_KINDS: Final = {".xml": "text/xml", **PICTURE_KINDS}
_FIGURES: Final = "Tall"
_TABLE_FAMILIES: Final = frozenset({"table", "table-column", "table-row", "table-cell"})
_HEADING: Final = re.compile(
    r'<text:h text:style-name="(Heading_20_\d)"([^>]*>(?:<text:bookmark-start [^>]*/>)?[^<]*<text:tab/>)'
)
_FIRST_HEADING: Final = re.compile(r'<text:h text:style-name="([^"]*)"')
_DECLARED: Final = re.compile(r' xmlns:\w+="[^"]*"')
_FIRST: Final = "Dokumentstart"
_LINK_LOOK: Final = '<text:span text:style-name="Definition">'


def odt_file(document: Document, populated: bytes, reference: Path) -> bytes:
    """The document as an OpenDocument file that looks as the reference document does.

    Raises:
        PackageFault: the reference document is no OpenDocument file.
        ToolFailed: Pandoc refused the document or the reference.
    """
    pictured, pictures = in_opendocument(populated, document)
    outline = Outline(pictured)
    sample = parse(_read(reference.read_bytes())["content.xml"])
    tree = for_opendocument(outline, _table_look(sample, ""), _table_look(sample, _FIGURES))
    parts = _read(pandoc([*_WRITE, "--reference-doc", str(reference)], tree))
    styles = fill_fields(parts["styles.xml"].decode(), outline, document.language, escape)
    made = {
        **{name: part for name, part in parts.items() if name.startswith("Pictures/")},
        **pictures,
        "content.xml": _content(parts["content.xml"].decode(), sample).encode(),
        "meta.xml": _meta(document.properties).encode(),
        "styles.xml": styles.encode(),
    }
    return _pack(made)


def _read(package: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    except zipfile.BadZipFile as error:
        raise PackageFault("it is not an OpenDocument file (.odt)") from error
    if missing := [name for name in ("content.xml", "styles.xml") if name not in parts]:
        raise PackageFault(f"it is not an OpenDocument file (.odt): {missing[0]} is missing")
    return parts


def _table_look(sample: etree._Element, name: str) -> TableLook:
    """How the table of that name in the reference document looks, or its first; nothing if it has none."""
    named = (table for table in sample.iter(f"{_TABLE}table") if name in {"", table.get(f"{_TABLE}name")})
    table = next(named, None)
    if table is None:
        return TableLook("", "", (), ())
    rows = list(table.iter(f"{_TABLE}table-row"))
    columns = [_style(column) for column in table.iter(f"{_TABLE}table-column")]
    cells = [[_style(cell) for cell in row.iter(f"{_TABLE}table-cell")] for row in rows]
    style = _style(table)
    return TableLook(style, _style(rows[0]) if rows else "", columns, cells, width_of(sample, style))


def _style(element: etree._Element) -> str:
    return element.get(f"{_TABLE}style-name") or ""


def _table_styles(sample: etree._Element) -> str:
    """The styles of the tables of the reference document."""
    automatic = sample.find(f"{_OFFICE}automatic-styles")
    family = f"{{{_ODF}:style:1.0}}family"
    styles = [] if automatic is None else [one for one in automatic if one.get(family) in _TABLE_FAMILIES]
    return "".join(etree.tostring(style, encoding="unicode", with_tail=False) for style in styles)


def _content(content: str, sample: etree._Element) -> str:
    """The text with numbers hung before headings, the first of which begins a page, and with the styles of tables."""
    styles = _table_styles(sample) + figure_styles(content, sample)
    content = _HEADING.sub(r'<text:h text:style-name="\1_20_Numbered"\2', content)
    content = content.replace(_LINK_LOOK, '<text:span text:style-name="Internet_20_link">')
    if first := _FIRST_HEADING.search(content):
        styles += (
            f'<style:style style:name="{_FIRST}" style:family="paragraph" style:parent-style-name="{first[1]}">'
            '<style:paragraph-properties fo:break-before="page"/></style:style>'
        )
        content = content.replace(first[0], f'<text:h text:style-name="{_FIRST}"', 1)
    styles = _DECLARED.sub(lambda name: "" if name[0] in content else name[0], styles)
    return content.replace("</office:automatic-styles>", f"{styles}</office:automatic-styles>", 1)


def _meta(about: Properties) -> str:
    """What the file says of itself; no clock, so no dates."""
    fields = {
        "dc:title": about.title,
        "meta:initial-creator": about.author,
        "dc:creator": about.author,
        "dc:language": LOCALES[about.language],
    }
    inner = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields.items() if text)
    names = f'xmlns:office="{_ODF}:office:1.0" xmlns:meta="{_ODF}:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f'{_HEAD}<office:document-meta {names} office:version="1.3"><office:meta>{inner}</office:meta>'
        "</office:document-meta>"
    )


def _manifest(names: Iterable[str]) -> str:
    kinds = {"/": _MIME, **{name: _KINDS.get(name[-4:], "") for name in names}}
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{escape(name)}" manifest:media-type="{kind}"/>'
        for name, kind in kinds.items()
    )
    opening = f'<manifest:manifest xmlns:manifest="{_ODF}:manifest:1.0" manifest:version="1.3">'
    return f"{_HEAD}{opening}{rows}</manifest:manifest>"


def _pack(parts: Mapping[str, bytes]) -> bytes:
    """The file: first what it is, as OpenDocument wants it, then its parts in order."""
    files = {"mimetype": _MIME.encode(), "META-INF/manifest.xml": _manifest(sorted(parts)).encode()}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in (*files.items(), *sorted(parts.items())):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return out.getvalue()
