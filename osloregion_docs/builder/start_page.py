"""The job of the start page: what is in place of a year, and in which formats."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from osloregion_docs.builder.manifest import Artefact
from osloregion_docs.builder.plan import Job, surroundings
from osloregion_docs.documents.start_page import START_PAGE, ListedDocument, ListedFile, compose_start_page
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.html import HTML
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.workspace import Workspace

FILE = "index.html"
_FIRST = ("html",)
"""What most who come by want."""


def start_page_job(workspace: Workspace, programme: Programme, artefacts: Iterable[Artefact]) -> Job:
    """What makes the start page that lists these artefacts."""
    listed = [artefact for artefact in artefacts if artefact.kind != START_PAGE.name and artefact.is_public]
    order = {language: place for place, language in enumerate(programme.languages)}
    documents = sorted(_by_document(listed), key=lambda files: (order.get(files[0].language, 0), files[0].place))
    document = compose_start_page(programme, programme.languages[0], tuple(map(_document, documents)))
    template = workspace.template(START_PAGE.name, HTML.template_suffix)
    return Job(document, template, HTML.format, FILE, surroundings(workspace, HTML, {}))


def _by_document(artefacts: Iterable[Artefact]) -> list[list[Artefact]]:
    """The artefacts of each document, in the order of the formats."""
    places = sorted(RENDERERS, key=lambda name: (name not in _FIRST, list(RENDERERS).index(name)))
    known = sorted(
        (artefact for artefact in artefacts if artefact.format in RENDERERS),
        key=lambda artefact: (*_known_as(artefact), places.index(artefact.format)),
    )
    return [list(files) for _, files in groupby(known, key=_known_as)]


def _known_as(artefact: Artefact) -> tuple[str, str, str]:
    return artefact.kind, artefact.subject, artefact.language


def _document(artefacts: list[Artefact]) -> ListedDocument:
    first = artefacts[0]
    files = tuple(ListedFile(each.format, each.file, each.size) for each in artefacts)
    return ListedDocument(first.title, first.language, files, first.group)
