"""Word files as rendered: whole, the same every time, with lists, links and properties as they should be."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.model.programme import Programme
from osloregion_docs.ooxml.package import read_package, readable
from tests.conftest import Golden
from tests.renderers.one_measure import as_word, document_with
from tests.renderers.reading import Shown, W, after_contents, body


def render_word(programme: Programme, template: Path, markdown: str) -> bytes:
    """The year with one measure, whose content is that Markdown."""
    return as_word(document_with(programme, content=markdown), template).content


def list_paragraphs(package: bytes) -> list[Shown]:
    """The paragraphs of lists in the measure."""
    found = after_contents(package)
    styles = [paragraph.style for paragraph in found]
    inside = found[styles.index("Tiltak") : len(styles) - styles[::-1].index("Heading1")]
    return [paragraph for paragraph in inside if paragraph.style.startswith("List")]


def number_ids(package: bytes) -> list[str]:
    """The list of each numbered paragraph in turn."""
    numbers = body(package).iter(f"{W}numId")
    return [number.get(f"{W}val") or "" for number in numbers if _style(number) == "ListNumber"]


def _style(number: etree._Element) -> str | None:
    properties = next(number.iterancestors(f"{W}pPr"))
    style = properties.find(f"{W}pStyle")
    return None if style is None else style.get(f"{W}val")


def test_action_programme(golden: Golden, word_2018: bytes) -> None:
    """The year's programme as Word, as a reader of bokmål gets it."""
    golden("action_programme.nb.xml", readable(word_2018))


def test_every_part_parses(word_2018: bytes) -> None:
    """Each part that is XML is well-formed."""
    parts = read_package(word_2018)

    assert [name for name in parts if name.endswith((".xml", ".rels")) and etree.fromstring(parts[name]) is None] == []


def test_python_docx_opens_it(word_2018: bytes) -> None:
    """A program that is none of ours opens the file."""
    assert docx.Document(BytesIO(word_2018)).core_properties.title == "Handlingsprogram 2018 – Osloregionen"


def test_same_bytes_every_time(document_2018: Document, template_file: Path, word_2018: bytes) -> None:
    """Rendering again gives the same file."""
    assert as_word(document_2018, template_file).content == word_2018


def test_without_libreoffice_word_fills_in_the_pages(document_2018: Document, template_file: Path) -> None:
    """The error names what is missing."""
    assert "page numbers" in " ".join(as_word(document_2018, template_file).notes)


def test_nothing_of_the_template_is_left(word_2018: bytes) -> None:
    """No part contains a tag."""
    parts = read_package(word_2018)

    assert [name for name in parts if name.endswith(".xml") and re.search(rb"\{\{|\{%|%\}", parts[name])] == []


def test_bookmarks_have_names_and_numbers_of_their_own(word_2018: bytes) -> None:
    """No two bookmarks share a name or a number."""
    marks = list(body(word_2018).iter(f"{W}bookmarkStart"))

    for attribute in ("name", "id"):
        values = [mark.get(f"{W}{attribute}") for mark in marks]
        assert len(values) == len(set(values))


def test_links_inside_lead_to_bookmarks(word_2018: bytes) -> None:
    """Every link of the document and its contents has somewhere to go."""
    names = {mark.get(f"{W}name") for mark in body(word_2018).iter(f"{W}bookmarkStart")}
    anchors = {link.get(f"{W}anchor") for link in body(word_2018).iter(f"{W}hyperlink")} - {None}

    assert anchors - names == set()


def test_link_outside_has_a_relationship(programme_2018: Programme, template_file: Path) -> None:
    """A web address occurs once in the relationships, however often it is linked to."""
    package = render_word(programme_2018, template_file, "[a](https://x.no/?a=1&b=2) og [b](https://x.no/?a=1&b=2)")
    links = etree.fromstring(read_package(package)["word/_rels/document.xml.rels"])

    assert [link.get("Target") for link in links if link.get("TargetMode") == "External"] == ["https://x.no/?a=1&b=2"]


def test_link_to_a_file_leads_out_of_the_document(programme_2018: Programme, template_file: Path) -> None:
    """Relative to the folder of the document; to a built document as PDF."""
    package = render_word(programme_2018, template_file, "[a](vedlegg/a.pdf) og [b](built:../b)")
    links = etree.fromstring(read_package(package)["word/_rels/document.xml.rels"])
    outside = [link.get("Target") for link in links if link.get("TargetMode") == "External"]

    assert outside == ["vedlegg/a.pdf", "../b.pdf"]


def test_link_to_a_measure_has_an_anchor(programme_2018: Programme, template_file: Path) -> None:
    """A link without words prints the number and leads to the title."""
    package = render_word(programme_2018, template_file, "Se [](gods).")
    [link] = [link for link in body(package).iter(f"{W}hyperlink") if link.get(f"{W}anchor") == "tiltak_gods"]

    assert "".join(text.text or "" for text in link.iter(f"{W}t")) == "1.1"


def test_numbered_lists_restart(programme_2018: Programme, template_file: Path) -> None:
    """Two numbered lists are two lists, each of them one."""
    one, again, other, last = number_ids(render_word(programme_2018, template_file, "1. a\n2. b\n\nså\n\n1. c\n2. d\n"))

    assert (one == again, other == last, one == other) == (True, True, False)


def test_new_lists_restart_at_one(programme_2018: Programme, template_file: Path) -> None:
    """Each new list restarts on every level."""
    package = render_word(programme_2018, template_file, "1. a\n\nså\n\n1. c\n")
    numbering = etree.fromstring(read_package(package)["word/numbering.xml"])
    lists = {number.get(f"{W}numId"): number for number in numbering.iter(f"{W}num")}

    starts = [lists[id_].find(f"{W}lvlOverride/{W}startOverride") for id_ in number_ids(package)]
    assert [None if start is None else start.get(f"{W}val") for start in starts] == ["1", "1"]


def test_nested_lists_bear_their_level(programme_2018: Programme, template_file: Path) -> None:
    """Word indents an entry by its level."""
    found = list_paragraphs(render_word(programme_2018, template_file, "- a\n  - b\n    1. c\n  - d\n- e\n"))

    assert [(p.text, p.style, p.level) for p in found] == [
        ("a", "ListBullet", 0),
        ("b", "ListBullet", 1),
        ("c", "ListNumber", 2),
        ("d", "ListBullet", 1),
        ("e", "ListBullet", 0),
    ]


def test_second_paragraph_of_an_entry_has_no_bullet(programme_2018: Programme, template_file: Path) -> None:
    """It is below the first, indented."""
    found = list_paragraphs(render_word(programme_2018, template_file, "- a\n\n  b\n"))

    assert [(p.text, p.style) for p in found] == [("a", "ListBullet"), ("b", "ListContinue")]


def test_nine_levels_are_written(programme_2018: Programme, template_file: Path) -> None:
    """As deep as Word goes."""
    found = list_paragraphs(render_word(programme_2018, template_file, "- " * 9 + "dypt"))

    assert [(p.text, p.level) for p in found] == [("dypt", 8)]


def test_tenth_level_is_refused(programme_2018: Programme, template_file: Path) -> None:
    """Deeper than Word goes nothing is written, rather than flattened."""
    with pytest.raises(RenderingFailed, match="nine levels"):
        render_word(programme_2018, template_file, "- " * 10 + "for dypt")


def test_bold_and_italic(programme_2018: Programme, template_file: Path) -> None:
    """Looks are styles of the template."""
    package = render_word(programme_2018, template_file, "**fet** *kursiv* ***begge***")
    styles = {r.findtext(f"{W}t"): s.get(f"{W}val") for r in body(package).iter(f"{W}r") for s in r.iter(f"{W}rStyle")}

    assert (styles["fet"], styles["kursiv"], styles["begge"]) == ("Strong", "Emphasis", "Strong")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_language_is_declared(programme_2018: Programme, template_file: Path, language: str) -> None:
    """Screen readers and spelling follow the language of the edition."""
    styles = read_package(as_word(document_with(programme_2018, language=language), template_file).content)[
        "word/styles.xml"
    ]

    assert re.search(rf'<w:docDefaults>.*w:lang [^>]*w:val="{language}-'.encode(), styles, re.DOTALL)


def test_template_without_a_style(tmp_path: Path, programme_2018: Programme) -> None:
    """A style that is missing is named, and nothing is written."""
    document = docx.Document()
    for text in (
        "{%p for c in chapters %}",
        "{%p for d in c.parts %}",
        "{{p d.text }}",
        "{%p endfor %}",
        "{%p endfor %}",
    ):
        document.add_paragraph(text)
    document.styles.element.remove(document.styles["Body Text"].element)
    document.save(str(tmp_path / "x.docx"))

    with pytest.raises(RenderingFailed, match='the template has no style "Body Text"'):
        as_word(document_with(programme_2018), tmp_path / "x.docx")


def test_template_that_is_no_word_file(tmp_path: Path, document_2018: Document) -> None:
    """The error names the template and its fault."""
    (tmp_path / "x.docx").write_bytes(b"nei")

    with pytest.raises(RenderingFailed, match="the template: it is not a Word file"):
        as_word(document_2018, tmp_path / "x.docx")


def test_name_that_is_missing_prints_no_blank(tmp_path: Path, document_2018: Document) -> None:
    """A misspelt name stops the rendering."""
    document = docx.Document()
    document.add_paragraph("{{ titel }}")
    document.save(str(tmp_path / "x.docx"))

    with pytest.raises(RenderingFailed, match="titel"):
        as_word(document_2018, tmp_path / "x.docx")


def test_package_holds_what_the_template_held(word_2018: bytes, template_file: Path) -> None:
    """No part of the template is lost."""
    with zipfile.ZipFile(template_file) as archive:
        assert set(archive.namelist()) <= set(read_package(word_2018))
