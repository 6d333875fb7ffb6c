"""OpenDocument as rendered: contents filled in, tables with headers, every value as it is, the same file every time."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.office import ODT
from osloregion_docs.renderers.renderer import RenderAssets
from tests.conftest import Golden
from tests.renderers.one_measure import document_with
from tests.renderers.pandoc_formats import CALM, ODD, TEXTS, as_read, document_of, list_expected, render_with

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
TEXT, TABLE, FO, STYLE = (f"{{{_ODF}:{name}:1.0}}" for name in ("text", "table", "xsl-fo-compatible", "style"))
HREF = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture(scope="module")
def odt(document_2018: Document) -> bytes:
    """The action programme of 2018."""
    return render_with(ODT, document_2018)


def part(package: bytes, name: str = "content.xml") -> etree._Element:
    """One part of the file."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return etree.fromstring(archive.read(name))


def text_in(element: etree._Element) -> str:
    """The text of a paragraph as programs show it."""
    shown = re.sub(r"[ \n\t\r]+", " ", element.text or "")
    for inner in element:
        if inner.tag == f"{TEXT}s":
            shown += " " * int(inner.get(f"{TEXT}c") or 1)
        elif inner.tag in {f"{TEXT}tab", f"{TEXT}line-break"}:
            shown += " "
        else:
            shown += text_in(inner)
        shown += re.sub(r"[ \n\t\r]+", " ", inner.tail or "")
    return shown


def measures(package: bytes) -> list[dict[str, list[str]]]:
    """The content of each measure: title, facts and content."""
    found: list[dict[str, list[str]]] = []
    for element in part(package).iter(f"{TEXT}h", f"{TEXT}p"):
        style, shown = element.get(f"{TEXT}style-name") or "", as_read(text_in(element))
        if element.tag == f"{TEXT}h" and re.match(r"1\.\d+( |$)", shown) and "4" in style:
            found.append({"title": [as_read(shown.partition(" ")[2])], "facts": [], "content": []})
        elif found and style == "Table_20_Contents":
            found[-1]["facts"].append(shown)
        elif found and style in {"Text_20_body", "First_20_paragraph"} and len(found[-1]["content"]) < 3:
            found[-1]["content"].append(shown)
    return found


def test_action_programme(golden: Golden, odt: bytes) -> None:
    """The year's programme as OpenDocument: its text, indented."""
    root = part(odt)
    body = next(root.iter(f"{{{_ODF}:office:1.0}}text"))
    golden("action_programme.nb.odt.xml", re.sub(r' xmlns:\w+="[^"]*"', "", _indent(body)))


def _indent(element: etree._Element) -> str:
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    parser = etree.XMLParser(remove_blank_text=True)
    return etree.tostring(etree.fromstring(text, parser), pretty_print=True, encoding="unicode")


def test_same_bytes_every_time(document_2018: Document, odt: bytes) -> None:
    """Rendering again gives the same file."""
    assert render_with(ODT, document_2018) == odt


def test_no_clock(odt: bytes) -> None:
    """Neither inside nor in the package does it say when it was made."""
    with zipfile.ZipFile(BytesIO(odt)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"date" not in archive.read("meta.xml")


def test_begins_with_what_it_is(odt: bytes) -> None:
    """Programs know the file by its first bytes."""
    assert odt[30:85] == b"mimetypeapplication/vnd.oasis.opendocument.textPK\x03\x04\x14\x00\x00\x00"


def test_says_its_title_and_language(odt: bytes) -> None:
    """And no more than a reader should know."""
    names = [str(element.tag).partition("}")[2] for element in part(odt, "meta.xml").iter() if len(element) == 0]

    assert names == ["title", "initial-creator", "creator", "language"]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_language_is_declared(programme_2018: Programme, language: str) -> None:
    """Screen readers and spelling follow the language of the edition."""
    styles = part(render_with(ODT, document_with(programme_2018, language=language)), "styles.xml")
    default = next(style for style in styles.iter(f"{STYLE}default-style"))

    assert next(default.iter(f"{STYLE}text-properties")).get(f"{FO}language") == language


def test_contents_name_every_heading(odt: bytes) -> None:
    """In the order of the document, number and title."""
    contents = next(part(odt).iter(f"{TEXT}index-body"))
    entries = [text_in(entry) for entry in contents.iter(f"{TEXT}p")][1:]

    assert entries == [text_in(heading) for heading in part(odt).iter(f"{TEXT}h")]


def test_links_inside_lead_to_bookmarks(odt: bytes) -> None:
    """Also those of the contents."""
    root = part(odt)
    targets = {link.get(HREF) for link in root.iter(f"{TEXT}a")}

    assert targets <= {f"#{mark.get(f'{TEXT}name')}" for mark in root.iter(f"{TEXT}bookmark-start")}


def test_first_row_of_facts_is_marked_as_header(odt: bytes) -> None:
    """As in the Word template."""
    tables = list(part(odt).iter(f"{TABLE}table"))

    assert [len(table.findall(f"{TABLE}table-header-rows/{TABLE}table-row")) for table in tables] == [1] * len(tables)


def test_labels_of_facts_are_headings(odt: bytes) -> None:
    """In the first column, and nowhere else."""
    rows = [list(row.iter(f"{TEXT}p")) for row in part(odt).iter(f"{TABLE}table-row")]
    styles = {tuple(paragraph.get(f"{TEXT}style-name") for paragraph in row) for row in rows}

    assert styles == {("Table_20_Heading", "Table_20_Contents")}


def test_styles_that_are_used_are_there(odt: bytes) -> None:
    """Those of the reference document, and those of the text itself."""
    names = {s.get(f"{STYLE}name") for name in ("content.xml", "styles.xml") for s in part(odt, name).iter()}
    used = {e.get(f"{TEXT}style-name") or e.get(f"{TABLE}style-name") for e in part(odt).iter(etree.Element)}

    assert used - names - {None} == set()


def test_header_and_footer_are_filled_in(odt: bytes) -> None:
    """With the words of the document and its language."""
    styles = part(odt, "styles.xml")
    shown = [text_in(edge) for name in ("header", "footer") for edge in styles.iter(f"{STYLE}{name}")]

    assert shown == ["Osloregionen · Handlingsprogram 2018", "Side 1 av 1"]


def test_numbered_list_begins_where_it_says(programme_2018: Programme) -> None:
    """And a nested list is in its entry."""
    package = render_with(ODT, document_with(programme_2018, content="3. a\n   - b\n4. c\n"))
    [item] = [item for item in part(package).iter(f"{TEXT}list-item") if item.get(f"{TEXT}start-value")]

    assert (item.get(f"{TEXT}start-value"), text_in(item).split()) == ("3", ["a", "b"])


def test_reference_that_is_none_is_named(tmp_path: Path, document_2018: Document) -> None:
    """With its folder."""
    (tmp_path / "reference.odt").write_bytes(b"nei")
    assets = RenderAssets(shared={"reference.odt": tmp_path / "reference.odt"})

    with pytest.raises(RenderingFailed, match=r"templates/shared/reference\.odt: it is not a"):
        render_with(ODT, document_2018, assets)


def test_odd_texts_come_out_of_every_field(programme_2018: Programme) -> None:
    """Character for character."""
    found = measures(render_with(ODT, document_of(programme_2018, ODD)))

    assert found == [list_expected(text) for text in ODD]


@CALM
@given(TEXTS)
def test_any_text_comes_out_of_every_field(programme_2018: Programme, texts: list[str]) -> None:
    """Whatever a source contains."""
    filled = [f"x{text}" if not as_read(text) else text for text in texts]

    assert measures(render_with(ODT, document_of(programme_2018, filled))) == [list_expected(text) for text in filled]
