"""The start page (startside) of a year's folder: which documents there are, and in which formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from osloregion_docs.documents.document import Context, Document, DocumentKind, Properties
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.labels import forms
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file to list: its format, its name, its size in bytes, and its title if it is not one of several formats."""

    format: str
    file: str
    size: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document to list, with its files."""

    title: str
    language: Language
    files: tuple[ListedFile, ...]
    group: str = ""
    """What it is listed under, such as a meeting; empty for a document outside any group."""


class FileEntry(Context):
    """One file: format (or title) and size as they are printed, and what a link to it leads to."""

    format: str
    file: str
    size: str


class DocumentEntry(Context):
    """One document with its files."""

    title: str
    language: str
    anchor: str
    files: tuple[FileEntry, ...]


class GroupEntry(Context):
    """Documents that belong together, such as those of a meeting."""

    title: str
    anchor: str
    documents: tuple[DocumentEntry, ...]


class StartPageContext(Context):
    """What templates/start_page/ may use."""

    title: str
    organisation: str
    secretariat: str
    website: str
    address: tuple[str, ...]
    documents: tuple[DocumentEntry, ...]
    """Those that stand by themselves."""
    groups: tuple[GroupEntry, ...]


def compose_start_page(programme: Programme, language: Language, listed: Sequence[ListedDocument]) -> Document:
    """The start page that lists these documents, in one language."""
    printer, anchors = Printer(language), Anchors()
    organisation = programme.organisation
    context = StartPageContext(
        title=printer.labels.documents.format(year=programme.year),
        organisation=printer.text(organisation.name),
        secretariat=printer.text(organisation.secretariat.name),
        website=organisation.secretariat.website,
        address=organisation.secretariat.address,
        documents=tuple(_entry(printer, anchors, entry) for entry in listed if not entry.group),
        groups=tuple(
            GroupEntry(
                title=group,
                anchor=anchors.new("mote", group, ""),
                documents=tuple(_entry(printer, anchors, entry) for entry in listed if entry.group == group),
            )
            for group in dict.fromkeys(entry.group for entry in listed if entry.group)
        ),
    )
    title = f"{context.title} – {context.organisation}"
    properties = Properties(title=title, author=context.secretariat, language=language)
    return Document("start_page", f"programme-{programme.year}", "index", language, properties, context)


def _entry(printer: Printer, anchors: Anchors, listed: ListedDocument) -> DocumentEntry:
    return DocumentEntry(
        title=listed.title,
        language=listed.language,
        anchor=anchors.new("dokument", f"{listed.title} {listed.language}", ""),
        files=tuple(
            FileEntry(
                format=file.title or printer.labels.formats[file.format],
                file=file.file,
                size=forms.file_size(file.size, printer.language),
            )
            for file in listed.files
        ),
    )


def _none(_programme: Programme, _language: Language) -> tuple[Document, ...]:
    """No documents: what it lists is only known when the others are in place, so the builder composes it."""
    return ()


START_PAGE = DocumentKind(
    name="start_page",
    title="Startside",
    context=StartPageContext,
    formats=("html",),
    compose=_none,
)
