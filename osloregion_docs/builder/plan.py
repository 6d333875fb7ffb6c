"""What is to be made of a programme, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from osloregion_docs.builder.options import Choice
from osloregion_docs.documents.document import Document, DocumentKind
from osloregion_docs.documents.kinds import KINDS
from osloregion_docs.errors import NotAvailable
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.renderer import Renderer
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Job:
    """One artefact to make: a document, its template, the format, and the name of the file."""

    document: Document
    template: Path
    format: str
    file: str

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
    """The formats asked for that this kind comes in.

    Raises:
        NotAvailable: there is no format of that name.
    """
    _known("format", choice.formats, list(RENDERERS))
    return tuple(name for name in kind.formats if not choice.formats or name in choice.formats)


def plan(workspace: Workspace, programme: Programme, choice: Choice) -> tuple[Job, ...]:
    """The jobs, by kind, language, document and format.

    Raises:
        NotAvailable: a kind, format or language is asked for that there is not.
        TemplateMissing: a kind has no template of a format.
    """
    _known("language among those of the programme", choice.languages, programme.languages)
    languages = tuple(name for name in programme.languages if not choice.languages or name in choice.languages)
    return tuple(_jobs(workspace, programme, choice, languages))


def _jobs(workspace: Workspace, programme: Programme, choice: Choice, languages: tuple[Language, ...]) -> Iterator[Job]:
    for kind in chosen_kinds(choice):
        for language in languages:
            for document in kind.compose(programme, language):
                mark = "" if language == programme.languages[0] else f"-{language}"
                for name in chosen_formats(choice, kind):
                    renderer = RENDERERS[name]
                    template = workspace.template(kind.name, renderer.template_suffix)
                    yield Job(document, template, name, f"{document.name}{mark}{renderer.suffix}")


def _known(noun: str, wanted: tuple[str, ...], available: tuple[str, ...] | list[str]) -> None:
    for name in wanted:
        if name not in available:
            raise NotAvailable(noun, name, available)
