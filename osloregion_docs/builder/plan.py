"""Plans the jobs of a year, in a fixed order, and the start page after them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Protocol

from osloregion_docs.builder.manifest import Artefact
from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.outputs import START_PAGE_FILE
from osloregion_docs.builder.record import artefact_audience
from osloregion_docs.documents.document import Document, DocumentKind, file_stem
from osloregion_docs.documents.kinds.meetings.attachment import AttachmentContext
from osloregion_docs.documents.kinds.start_page import START_PAGE, ListedDocument, ListedFile, compose_start_page
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.errors import NotAvailable
from osloregion_docs.labels.labels import labels_of
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme
from osloregion_docs.publicity import Audience
from osloregion_docs.renderers.html import HTML
from osloregion_docs.renderers.renderer import LinkedFile, RenderAssets, Renderer
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.workspace import Workspace

_NO_ASSETS = RenderAssets()
_FIRST_FORMATS = ("html",)
"""The formats that the start page lists first: most visitors want them."""


class Templates(Protocol):
    """Finds templates and their assets: a workspace."""

    def template(self, kind: str, suffix: str) -> Path:
        """The template of a document kind."""

    def find_shared(self, pattern: str) -> dict[str, Path]:
        """The assets of templates, by name."""


class _CachedTemplates:
    """A workspace's templates, looked up once for all jobs."""

    def __init__(self, workspace: Workspace) -> None:
        self._template, self._shared = cache(workspace.template), cache(workspace.find_shared)

    def template(self, kind: str, suffix: str) -> Path:
        return self._template(kind, suffix)

    def find_shared(self, pattern: str) -> dict[str, Path]:
        return self._shared(pattern)


@dataclass(frozen=True, slots=True)
class Job:
    """One artefact to build: a document, its template, the format, the file name and the assets."""

    document: Document
    template: Path | None
    """None where the format needs none."""
    format: str
    file: str
    assets: RenderAssets = _NO_ASSETS
    parts: tuple[tuple[Document, Path], ...] = ()
    """The documents that are merged into it, each with its template."""

    @property
    def renderer(self) -> Renderer:
        """The renderer of the job's format."""
        return RENDERERS[self.format]


def choose_kinds(choice: Choice) -> tuple[DocumentKind, ...]:
    """The requested document kinds.

    Raises:
        NotAvailable: no kind has that name.
    """
    _check_available("document kind", choice.kinds, [kind.name for kind in KINDS])
    return tuple(kind for kind in KINDS if not choice.kinds or kind.name in choice.kinds)


def choose_formats(choice: Choice, kind: DocumentKind) -> tuple[str, ...]:
    """The requested formats that this kind is available in; the default ones where none is requested.

    Files that are only copied come with any format, since documents of every format link to them.

    Raises:
        NotAvailable: no format has that name.
    """
    _check_available("format", choice.formats, list(RENDERERS))
    wanted = choice.formats or [name for name, renderer in RENDERERS.items() if not renderer.on_request]
    return tuple(name for name in kind.formats if name in wanted or RENDERERS[name].copies)


def plan(workspace: Workspace, programme: Programme, choice: Choice, folder: Path | None = None) -> tuple[Job, ...]:
    """The jobs, by kind, language, document and format.

    `folder` holds the year's sources, where it is not the one named for the year.

    Raises:
        NotAvailable: a requested kind, format or language does not exist.
        TemplateMissing: a kind has no template of a format.
    """
    requested = [(kind.name, kind.formats) for kind in choose_kinds(choice)]
    if choice.formats and not any(choose_formats(choice, kind) for kind in choose_kinds(choice)):
        raise NotAvailable(f"format of {requested[0][0]}", choice.formats[0], requested[0][1])
    _check_available("language among those of the programme", choice.languages, programme.languages)
    languages = tuple(name for name in programme.languages if not choice.languages or name in choice.languages)
    folder = folder or workspace.root / "programme" / str(programme.year)
    return tuple(_jobs(_CachedTemplates(workspace), folder, with_cutoff(programme, choice), choice, languages))


def with_cutoff(programme: Programme, choice: Choice) -> Programme:
    """The programme with the requested cut-off date."""
    if choice.as_of is None:
        return programme
    results = programme.results.model_copy(update={"as_of": choice.as_of})
    return programme.model_copy(update={"results": results})


def _jobs(
    workspace: Templates, folder: Path, programme: Programme, choice: Choice, languages: tuple[Language, ...]
) -> Iterator[Job]:
    for kind in choose_kinds(choice):
        renderers = [RENDERERS[name] for name in choose_formats(choice, kind)]
        is_copied = any(renderer.copies for renderer in renderers)
        for language in languages[:1] if is_copied else languages:
            for document in kind.compose(programme, language):
                stem = document.name if is_copied else file_stem(document.name, document.language, programme)
                files = {renderer.format: f"{stem}{renderer.suffix}" for renderer in renderers}
                for renderer in renderers:
                    template = template_of(workspace, kind.name, renderer)
                    assets = _render_assets(workspace, folder, document, renderer, files)
                    suffix = renderer.template_suffix
                    parts = tuple((each, workspace.template(each.kind, suffix)) for each in document.parts)
                    yield Job(document, template, renderer.format, files[renderer.format], assets, parts)


def _render_assets(
    workspace: Templates, folder: Path, document: Document, renderer: Renderer, files: Mapping[str, str]
) -> RenderAssets:
    """The assets of a document; of an attachment, its file."""
    if isinstance(document.context, AttachmentContext):
        source = document.context.file
        return RenderAssets({source: folder / source})
    return render_assets(workspace, renderer, files)


def template_of(workspace: Templates, kind: str, renderer: Renderer) -> Path | None:
    """The template that a kind's documents populate in a format; None where the format needs none.

    Raises:
        TemplateMissing: it needs one, and none exists.
    """
    return workspace.template(kind, renderer.template_suffix) if renderer.template_suffix else None


def render_assets(workspace: Templates, renderer: Renderer, files: Mapping[str, str]) -> RenderAssets:
    """The assets of a document; `files` maps the document's formats to their files."""
    shared = {name: file for pattern in renderer.shared for name, file in workspace.find_shared(pattern).items()}
    others = files.items() if renderer.links_to_formats else ()
    return RenderAssets(shared, tuple(LinkedFile(name, file) for name, file in others if name != renderer.format))


def plan_start_page(workspace: Workspace, programme: Programme, artefacts: Iterable[Artefact]) -> Job:
    """The job of the start page that lists these artefacts."""

    def is_public(artefact: Artefact) -> bool:
        return artefact_audience(programme, artefact) is Audience.PUBLIC

    listed = [artefact for artefact in artefacts if artefact.kind != START_PAGE.name and is_public(artefact)]
    order = {language: place for place, language in enumerate(programme.languages)}
    documents = sorted(_group_by_document(listed), key=lambda files: (order.get(files[0].language, 0), files[0].place))
    document = compose_start_page(programme, programme.languages[0], tuple(map(_list_document, documents)))
    template = workspace.template(START_PAGE.name, HTML.template_suffix)
    return Job(document, template, HTML.format, START_PAGE_FILE, render_assets(workspace, HTML, {}))


def _group_by_document(artefacts: Iterable[Artefact]) -> list[list[Artefact]]:
    """The artefacts of each document, in the order of the formats."""
    places = sorted(RENDERERS, key=lambda name: (name not in _FIRST_FORMATS, list(RENDERERS).index(name)))
    known = sorted(
        (artefact for artefact in artefacts if artefact.format in RENDERERS),
        key=lambda artefact: (*_listing_group(artefact), artefact.place, places.index(artefact.format)),
    )
    return [list(files) for _, files in groupby(known, key=_listing_group)]


def _listing_group(artefact: Artefact) -> tuple[str, str, str]:
    """What is listed together: the formats of a document, and all attachments of a meeting."""
    return artefact.kind, artefact.group if _is_copy(artefact) else artefact.subject, artefact.language


def _list_document(artefacts: list[Artefact]) -> ListedDocument:
    first = artefacts[0]
    files = tuple(
        ListedFile(each.format, each.file, each.size, each.title if _is_copy(each) else "") for each in artefacts
    )
    title = labels_of(first.language).meetings.attachments if _is_copy(first) else first.title
    return ListedDocument(title, first.language, files, first.group)


def _is_copy(artefact: Artefact) -> bool:
    return RENDERERS[artefact.format].copies


def _check_available(noun: str, wanted: tuple[str, ...], available: tuple[str, ...] | list[str]) -> None:
    for name in wanted:
        if name not in available:
            raise NotAvailable(noun, name, available)
