"""Fills a docxtpl template, strictly, as a Word file that is the same every time.

docxtpl's template language and its front end (`patch_xml`) are kept; its back end is not, since it parses the result
with recovery and so loses text without a word. Here the result is text that must parse.
"""

from __future__ import annotations

import re
from typing import Final

from docxtpl import DocxTemplate
from jinja2 import TemplateError

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.language import LOCALES
from osloregion_docs.ooxml import properties, toc
from osloregion_docs.ooxml.drawings import first_free_number, with_pictures
from osloregion_docs.ooxml.numbering import Numbering
from osloregion_docs.ooxml.package import PackageFault, check_well_formed, read_package, write_package
from osloregion_docs.ooxml.reader import parse
from osloregion_docs.ooxml.sections import page_layout
from osloregion_docs.ooxml.styles import StyleSheet
from osloregion_docs.ooxml.tables import TableArea
from osloregion_docs.renderers import layout
from osloregion_docs.renderers.docx.text_writer import TextWriter
from osloregion_docs.renderers.environment import IN_ATTRIBUTE, environment
from osloregion_docs.renderers.figures.figure_word import PictureWriter
from osloregion_docs.renderers.renderer import Rendered
from osloregion_docs.templating.word import text_parts

_ATTRIBUTE: Final = re.compile(r'="[^"<>]*\{\{[^"<>]*"')
BODY: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_SETTINGS: Final = "word/settings.xml"
_LINKS: Final = "word/_rels/document.xml.rels"


def fill(document: Document, template: bytes) -> Rendered:
    """The template filled with a document's context, as a Word file.

    Raises:
        RenderingFailed: the template and the values do not make a whole, well-formed document.
    """
    try:
        return _fill(document, template)
    except PackageFault as fault:
        hint = "run osloregion-docs check, or begin from the default template"
        raise RenderingFailed(f"the template: {fault}", hint) from fault


def _fill(document: Document, template: bytes) -> Rendered:
    parts, styles, numbering = _open(template)
    texts = {name: _text(parts[name]) for name in text_parts(parts)}
    trees = {name: parse(parts[name]) for name in texts}
    page = page_layout(trees[BODY])
    width = page.text_width_in_points if page else None
    pictures = PictureWriter(styles, document.language, width, first_free_number(trees.values()))
    writer = TextWriter(styles, numbering, TableArea.on_page(page), pictures)
    texts = {name: _render_part(text, document, writer) for name, text in texts.items()}
    texts[BODY], entries = toc.mark_headings(texts[BODY], styles, numbering)
    parts = with_pictures(_complete(parts, document, writer, numbering), pictures.pictures)
    if not toc.has_table_of_contents(texts[BODY]):
        return Rendered(_pack(parts, texts), printed=tuple(writer.printed))
    unpaged = texts[BODY]

    def draft() -> bytes:
        return _pack(parts, {**texts, BODY: toc.fill(unpaged, entries, [0] * len(entries), styles)})

    laid_out = layout.lay_out(draft, entries)
    texts[BODY] = toc.fill(texts[BODY], entries, laid_out.pages, styles)
    notes = (laid_out.note,) if laid_out.note else ()
    return Rendered(_pack(parts, texts), notes, laid_out.cacheable, tuple(writer.printed))


def _open(template: bytes) -> tuple[dict[str, bytes], StyleSheet, Numbering]:
    parts = read_package(template)
    if _STYLES not in parts:
        raise RenderingFailed("the template has no styles", "begin from the default template")
    return parts, StyleSheet(parts[_STYLES]), Numbering(parts.get(_NUMBERING))


def _text(part: bytes) -> str:
    try:
        return part.decode("utf-8")
    except UnicodeDecodeError as error:
        raise PackageFault("one of its parts is not UTF-8, as Word writes them") from error


def _render_part(part: str, document: Document, writer: TextWriter) -> str:
    """One part with its tags carried out."""
    if "{" not in part:
        return part
    source = _ATTRIBUTE.sub(_guard, DocxTemplate.patch_xml(None, part))
    values = {name: getattr(document.context, name) for name in type(document.context).model_fields}
    try:
        return environment(writer.print_value).from_string(source).render(values)
    except (TemplateError, TypeError, ValueError, ArithmeticError) as error:
        raise RenderingFailed(
            f"the template cannot be filled: {error}", "run osloregion-docs check to see where"
        ) from error


def _guard(attribute: re.Match[str]) -> str:
    """An attribute whose tags print one line."""
    return attribute[0].replace("{{", "{{ (").replace("}}", f") | {IN_ATTRIBUTE} }}}}")


def _complete(
    parts: dict[str, bytes], document: Document, writer: TextWriter, numbering: Numbering
) -> dict[str, bytes]:
    """The parts that are not text, for this document: properties, language, links and lists."""
    about, locale = document.properties, LOCALES[document.language]
    core = properties.core_properties(about.title, about.author, locale, about.status)
    made = properties.with_core(parts, core)
    made[_STYLES] = properties.in_locale(made[_STYLES], locale)
    if _SETTINGS in made:
        made[_SETTINGS] = properties.settings_in_locale(made[_SETTINGS], locale)
    if (lists := numbering.to_bytes()) is not None:
        made[_NUMBERING] = lists
    if writer.links:
        made[_LINKS] = properties.with_links(made.get(_LINKS), writer.links)
    return made


def _pack(parts: dict[str, bytes], texts: dict[str, str]) -> bytes:
    """The whole package; every part that was filled must parse."""
    made = dict(parts)
    for name, text in texts.items():
        raw = text.encode("utf-8")
        try:
            check_well_formed(raw, namespaces=False)
        except PackageFault as fault:
            message = f"the filled {name} is {fault}"
            raise RenderingFailed(message, "a tag is where no text can be; run osloregion-docs check") from fault
        made[name] = raw
    return write_package(made)
