"""The simple Word file as rendered: headings that Word counts, contents filled in, every value as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.model.programme import Programme
from osloregion_docs.ooxml.package import read_package, readable
from osloregion_docs.renderers.office import SIMPLE_WORD
from osloregion_docs.renderers.renderer import RenderAssets
from osloregion_docs.renderers.trees.numbered import count_headings
from osloregion_docs.renderers.trees.outline import Heading, Outline
from tests.conftest import Golden
from tests.renderers.one_measure import document_with
from tests.renderers.pandoc_formats import CALM, ODD, TEMPLATES, TEXTS, as_read, document_of, list_expected, render_with
from tests.renderers.reading import W, body, paragraphs

MAIN = TEMPLATES / "action_programme" / "main.md"


@pytest.fixture(scope="module")
def word(document_2018: Document) -> bytes:
    """The action programme of 2018."""
    return render_with(SIMPLE_WORD, document_2018)


def measures(package: bytes) -> list[dict[str, list[str]]]:
    """The content of each measure: title, facts and content."""
    found: list[dict[str, list[str]]] = []
    for paragraph in paragraphs(package):
        shown = as_read(paragraph.text)
        if paragraph.style == "Heading4":
            found.append({"title": [shown], "facts": [], "content": []})
        elif found and paragraph.style == "Faktaverdi":
            found[-1]["facts"].append(shown)
        elif found and paragraph.style in {"BodyText", "FirstParagraph"} and len(found[-1]["content"]) < 3:
            found[-1]["content"].append(shown)
    return [measure for measure in found if measure["facts"]]


def without_soft_hyphens(texts: tuple[str, ...] | list[str]) -> list[str]:
    """The texts as they are read back: a soft hyphen is an element of Word's, which the reading here passes over."""
    return [text.replace("\u00ad", "") for text in texts]


def test_action_programme(golden: Golden, word: bytes) -> None:
    """The year's programme as a simple Word file."""
    golden("action_programme.nb.enkel.xml", readable(word))


def test_same_bytes_every_time(document_2018: Document, word: bytes) -> None:
    """Rendering again gives the same file."""
    assert render_with(SIMPLE_WORD, document_2018) == word


def test_contents_name_every_heading(document_2018: Document, word: bytes) -> None:
    """In the order of the document, with the numbers that it has."""
    headings = Outline(SIMPLE_WORD.populate(document_2018, MAIN)).headings
    entries = [p.text for p in paragraphs(word) if re.fullmatch(r"TOC\d", p.style)]

    assert entries == [f"{h.number}\t{h.title}" if h.number else h.title for h in headings]


def test_numbers_of_headings_are_word_s(word: bytes) -> None:
    """None is text."""
    headings = [p.text for p in paragraphs(word) if p.style.startswith("Heading")]

    assert [text for text in headings if re.match(r"\d", text)] == []


def test_links_inside_lead_to_bookmarks(word: bytes) -> None:
    """Also those of the contents."""
    names = {mark.get(f"{W}name") for mark in body(word).iter(f"{W}bookmarkStart")}

    assert {link.get(f"{W}anchor") for link in body(word).iter(f"{W}hyperlink")} - names <= {None}


def test_first_row_of_facts_is_marked_as_header(word: bytes) -> None:
    """And the first column as headings."""
    tables = list(body(word).iter(f"{W}tbl"))

    assert [len(list(table.iter(f"{W}tblHeader"))) for table in tables] == [1] * len(tables)
    assert {look.get(f"{W}firstColumn") for table in tables for look in table.iter(f"{W}tblLook")} == {"1"}


def test_header_is_filled_in(word: bytes) -> None:
    """With the words of the document."""
    assert "Osloregionen · Handlingsprogram 2018" in read_package(word)["word/header.xml"].decode()


def test_no_false_properties(word: bytes) -> None:
    """Pandoc's own properties, which describe another file, are left out."""
    parts = read_package(word)

    assert [name for name in parts if name.startswith("docProps/")] == ["docProps/core.xml"]
    assert b"dcterms" not in parts["docProps/core.xml"]
    assert b"docProps/app" not in parts["[Content_Types].xml"] + parts["_rels/.rels"]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_language_is_declared(programme_2018: Programme, language: str) -> None:
    """Screen readers and spelling follow the language of the edition."""
    package = render_with(SIMPLE_WORD, document_with(programme_2018, language=language))
    styles = read_package(package)["word/styles.xml"]

    assert re.search(rf'<w:docDefaults>.*w:lang [^>]*w:val="{language}-'.encode(), styles, re.DOTALL)


@pytest.mark.parametrize(
    ("numbers", "places"),
    [
        ("1. 2. 2.1 2.2 3.", "0.0 0.0 0.1 0.1 0.0"),
        ("4. 4.1 1. 2. 5.", "0.0 0.1 1.0 1.0 0.0"),
        ("1. 1. 1.1", "0.0 1.0 1.1"),
        ("1. 3. 1.2", "0.0 1.0 -"),
        ("x 01 1.1", "- - -"),
    ],
)
def test_lists_that_count_to_the_numbers(numbers: str, places: str) -> None:
    """Each heading has a place where Word counts to its number, or none: never another number."""
    headings = [Heading(1 + number.strip(".").count("."), "", number, "") for number in numbers.split()]
    found = [f"{place.list}.{place.level}" if place else "-" for place in count_headings(headings)[1]]

    assert " ".join(found) == places


def test_reference_that_is_none_is_named(tmp_path: Path, document_2018: Document) -> None:
    """With its folder."""
    (tmp_path / "reference.docx").write_bytes(b"nei")
    assets = RenderAssets(shared={"reference.docx": tmp_path / "reference.docx"})

    with pytest.raises(RenderingFailed, match=r"templates/shared/reference\.docx: it is not a"):
        render_with(SIMPLE_WORD, document_2018, assets)


def test_odd_texts_come_out_of_every_field(programme_2018: Programme) -> None:
    """Character for character."""
    found = measures(render_with(SIMPLE_WORD, document_of(programme_2018, ODD)))

    assert found == [list_expected(text) for text in without_soft_hyphens(ODD)]


@CALM
@given(TEXTS)
def test_any_text_comes_out_of_every_field(programme_2018: Programme, texts: list[str]) -> None:
    """Whatever a source contains."""
    filled = [f"x{text}" if not as_read(text) else text for text in texts]
    found = measures(render_with(SIMPLE_WORD, document_of(programme_2018, filled)))

    assert found == [list_expected(text) for text in without_soft_hyphens(filled)]
