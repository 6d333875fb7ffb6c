"""The job of the start page: what is in place of a year, and in which formats."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from osloregion_docs.builder.manifest import Artefact
from osloregion_docs.builder.plan import Job, render_assets
from osloregion_docs.builder.record import artefact_audience
from osloregion_docs.documents.kinds.start_page import START_PAGE, ListedDocument, ListedFile, compose_start_page
from osloregion_docs.labels.labels import labels_of
from osloregion_docs.model.programme import Programme
from osloregion_docs.publicity import Audience
from osloregion_docs.renderers.html import HTML
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.workspace import Workspace

FILE = "index.html"
_FIRST = ("html",)
"""What most who come by want."""


def start_page_job(workspace: Workspace, programme: Programme, artefacts: Iterable[Artefact]) -> Job:
    """What makes the start page that lists these artefacts."""

    def is_public(artefact: Artefact) -> bool:
        return artefact_audience(programme, artefact) is Audience.PUBLIC

    listed = [artefact for artefact in artefacts if artefact.kind != START_PAGE.name and is_public(artefact)]
    order = {language: place for place, language in enumerate(programme.languages)}
    documents = sorted(_by_document(listed), key=lambda files: (order.get(files[0].language, 0), files[0].place))
    document = compose_start_page(programme, programme.languages[0], tuple(map(_document, documents)))
    template = workspace.template(START_PAGE.name, HTML.template_suffix)
    return Job(document, template, HTML.format, FILE, render_assets(workspace, HTML, {}))


def _by_document(artefacts: Iterable[Artefact]) -> list[list[Artefact]]:
    """The artefacts of each document, in the order of the formats."""
    places = sorted(RENDERERS, key=lambda name: (name not in _FIRST, list(RENDERERS).index(name)))
    known = sorted(
        (artefact for artefact in artefacts if artefact.format in RENDERERS),
        key=lambda artefact: (*_known_as(artefact), artefact.place, places.index(artefact.format)),
    )
    return [list(files) for _, files in groupby(known, key=_known_as)]


def _known_as(artefact: Artefact) -> tuple[str, str, str]:
    """What is listed together: the formats of a document, and all that is sent along with a meeting."""
    return artefact.kind, artefact.group if _is_copy(artefact) else artefact.subject, artefact.language


def _document(artefacts: list[Artefact]) -> ListedDocument:
    first = artefacts[0]
    files = tuple(
        ListedFile(each.format, each.file, each.size, each.title if _is_copy(each) else "") for each in artefacts
    )
    title = labels_of(first.language).meetings.attachments if _is_copy(first) else first.title
    return ListedDocument(title, first.language, files, first.group)


def _is_copy(artefact: Artefact) -> bool:
    return RENDERERS[artefact.format].copies
