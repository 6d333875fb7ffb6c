"""What is to be made of a programme, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from osloregion_docs.builder.options import Choice
from osloregion_docs.documents.document import Document, DocumentKind, file_stem
from osloregion_docs.documents.kinds.meetings.attachment import AttachmentContext
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.errors import NotAvailable
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.renderer import LinkedFile, RenderAssets, Renderer
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.workspace import Workspace

_ALONE = RenderAssets()


class Templates(Protocol):
    """Where templates and what they draw in are found: a workspace."""

    def template(self, kind: str, suffix: str) -> Path:
        """The template of a document kind."""

    def shared(self, pattern: str) -> dict[str, Path]:
        """The files that templates draw in, by name."""


class _LookedUp:
    """A workspace's templates, looked for once and not for each job."""

    def __init__(self, workspace: Workspace) -> None:
        self._template, self._shared = cache(workspace.template), cache(workspace.shared)

    def template(self, kind: str, suffix: str) -> Path:
        return self._template(kind, suffix)

    def shared(self, pattern: str) -> dict[str, Path]:
        return self._shared(pattern)


@dataclass(frozen=True, slots=True)
class Job:
    """One artefact to make: a document, its template, the format, the name of the file, and what it draws in."""

    document: Document
    template: Path | None
    """None where the format needs none."""
    format: str
    file: str
    assets: RenderAssets = _ALONE
    parts: tuple[tuple[Document, Path], ...] = ()
    """The documents that are merged into it, each with its template."""

    @property
    def renderer(self) -> Renderer:
        """The renderer of the job's format."""
        return RENDERERS[self.format]


def chosen_kinds(choice: Choice) -> tuple[DocumentKind, ...]:
    """The document kinds asked for.

    Raises:
        NotAvailable: there is no kind of that name.
    """
    _known("document kind", choice.kinds, [kind.name for kind in KINDS])
    return tuple(kind for kind in KINDS if not choice.kinds or kind.name in choice.kinds)


def chosen_formats(choice: Choice, kind: DocumentKind) -> tuple[str, ...]:
    """The formats asked for that this kind comes in; the usual ones where none is asked for.

    What is only copied comes with any format, since documents of every format link to it.

    Raises:
        NotAvailable: there is no format of that name.
    """
    _known("format", choice.formats, list(RENDERERS))
    wanted = choice.formats or [name for name, renderer in RENDERERS.items() if not renderer.on_request]
    return tuple(name for name in kind.formats if name in wanted or RENDERERS[name].copies)


def plan(workspace: Workspace, programme: Programme, choice: Choice, folder: Path | None = None) -> tuple[Job, ...]:
    """The jobs, by kind, language, document and format.

    `folder` is where the year's sources lie, if not in the one of that name.

    Raises:
        NotAvailable: a kind, format or language is asked for that there is not.
        TemplateMissing: a kind has no template of a format.
    """
    asked = [(kind.name, kind.formats) for kind in chosen_kinds(choice)]
    if choice.formats and not any(chosen_formats(choice, kind) for kind in chosen_kinds(choice)):
        raise NotAvailable(f"format of {asked[0][0]}", choice.formats[0], asked[0][1])
    _known("language among those of the programme", choice.languages, programme.languages)
    languages = tuple(name for name in programme.languages if not choice.languages or name in choice.languages)
    folder = folder or workspace.root / "programme" / str(programme.year)
    return tuple(_jobs(_LookedUp(workspace), folder, cut_off(programme, choice), choice, languages))


def cut_off(programme: Programme, choice: Choice) -> Programme:
    """The programme with the cut-off date that was asked for."""
    if choice.as_of is None:
        return programme
    results = programme.results.model_copy(update={"as_of": choice.as_of})
    return programme.model_copy(update={"results": results})


def _jobs(
    workspace: Templates, folder: Path, programme: Programme, choice: Choice, languages: tuple[Language, ...]
) -> Iterator[Job]:
    for kind in chosen_kinds(choice):
        renderers = [RENDERERS[name] for name in chosen_formats(choice, kind)]
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
    """What a document is rendered with; one that is sent along as it is, with its file."""
    if isinstance(document.context, AttachmentContext):
        source = document.context.file
        return RenderAssets({source: folder / source})
    return render_assets(workspace, renderer, files)


def template_of(workspace: Templates, kind: str, renderer: Renderer) -> Path | None:
    """The template that a kind's documents are populated into in a format; None where the format needs none.

    Raises:
        TemplateMissing: it needs one, and there is none.
    """
    return workspace.template(kind, renderer.template_suffix) if renderer.template_suffix else None


def render_assets(workspace: Templates, renderer: Renderer, files: Mapping[str, str]) -> RenderAssets:
    """What a document is rendered with besides its template; `files` is the document's formats and their files."""
    shared = {name: file for pattern in renderer.shared for name, file in workspace.shared(pattern).items()}
    others = files.items() if renderer.links_to_formats else ()
    return RenderAssets(shared, tuple(LinkedFile(name, file) for name, file in others if name != renderer.format))


def _known(noun: str, wanted: tuple[str, ...], available: tuple[str, ...] | list[str]) -> None:
    for name in wanted:
        if name not in available:
            raise NotAvailable(noun, name, available)
