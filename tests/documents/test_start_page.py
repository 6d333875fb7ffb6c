"""The start page as composed: what it lists, in which order, and in which words."""

from __future__ import annotations

import pytest

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.start_page import (
    START_PAGE,
    ListedDocument,
    ListedFile,
    StartPageContext,
    compose_start_page,
)
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme
from tests.years import small_programme

WORD = ListedFile("docx", "handlingsprogram-2018.docx", 343_600)
PAGE = ListedFile("html", "handlingsprogram-2018.html", 1_234_567)
BOKMAL = ListedDocument("Handlingsprogram 2018", "nb", (WORD, PAGE))
ENGLISH = ListedDocument("Action programme 2018", "en", (ListedFile("docx", "action-programme-2018-en.docx", 999),))
S = "\u00a0"


def composed(*listed: ListedDocument, language: Language = "nb") -> Document:
    """The start page of the smallest year that lists these."""
    return compose_start_page(small_programme(), language, listed)


def context(*listed: ListedDocument, language: Language = "nb") -> StartPageContext:
    """What its template may use."""
    found = composed(*listed, language=language).context
    assert isinstance(found, StartPageContext)
    return found


def test_every_document_is_listed() -> None:
    """By its title and in its language, in the order they come in."""
    assert [(entry.title, entry.language) for entry in context(ENGLISH, BOKMAL).documents] == [
        ("Action programme 2018", "en"),
        ("Handlingsprogram 2018", "nb"),
    ]


def test_every_file_is_listed() -> None:
    """By what readers call its format, with its name and its size."""
    [entry] = context(BOKMAL).documents

    assert [(file.format, file.file, file.size) for file in entry.files] == [
        ("Word", "handlingsprogram-2018.docx", f"344{S}kB"),
        ("Nettside", "handlingsprogram-2018.html", f"1,2{S}MB"),
    ]


def test_file_with_a_title_is_listed_by_it() -> None:
    """What is sent along is no format of a document."""
    [entry] = context(
        ListedDocument("Vedlegg", "nb", (ListedFile("file", "brev.pdf", 999, "Brev fra fylket"),))
    ).documents

    assert [file.format for file in entry.files] == ["Brev fra fylket"]


@pytest.mark.parametrize(
    ("language", "format_", "size"), [("nb", "Nettside", f"1,2{S}MB"), ("en", "Web page", f"1.2{S}MB")]
)
def test_formats_and_sizes_are_in_the_language_of_the_page(language: Language, format_: str, size: str) -> None:
    """Whatever the language of the document."""
    file = context(BOKMAL, language=language).documents[0].files[1]

    assert (file.format, file.size) == (format_, size)


def test_documents_have_anchors_of_their_own() -> None:
    """Also two editions under the same title."""
    nynorsk = ListedDocument("Handlingsprogram 2018", "nn", (WORD,))

    assert [entry.anchor for entry in context(BOKMAL, nynorsk).documents] == [
        "dokument-handlingsprogram-2018-nb",
        "dokument-handlingsprogram-2018-nn",
    ]


@pytest.mark.parametrize(
    ("language", "title"), [("nb", "Dokumenter 2018"), ("nn", "Dokument 2018"), ("en", "Documents 2018")]
)
def test_title_names_the_year(language: Language, title: str) -> None:
    """In the language of the page."""
    assert context(language=language).title == title


def test_page_names_who_it_is_from() -> None:
    """The organisation, its secretariat, and where it is found."""
    found = context()

    assert (found.organisation, found.secretariat, found.website, found.address) == (
        "Osloregionen",
        "Sekretariatet",
        "www.osloregionen.no",
        ("Rådhuset", "0037 Oslo"),
    )


def test_page_without_documents_is_a_page() -> None:
    """It lists nothing."""
    assert context().documents == ()


def test_document_says_what_it_is() -> None:
    """Kind, subject, name and title."""
    page = composed(BOKMAL)

    assert (page.kind, page.subject, page.name, page.properties.title) == (
        "start_page",
        "programme-2018",
        "index",
        "Dokumenter 2018 – Osloregionen",
    )


def test_kind_composes_nothing_by_itself(programme_2018: Programme) -> None:
    """What it lists is known only when the others stand, so the builder composes it."""
    assert START_PAGE.compose(programme_2018, "nb") == ()
