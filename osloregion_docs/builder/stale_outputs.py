"""What stands beside a document in its folder: its other formats, as long as they say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from osloregion_docs.builder.build import Pending
from osloregion_docs.builder.cache import digest_of
from osloregion_docs.builder.manifest import Artefact
from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import Job, chosen_formats, chosen_kinds
from osloregion_docs.documents.document import Document
from osloregion_docs.errors import OsloregionDocsError
from osloregion_docs.renderers.renderer import LinkedFile, Rendered
from osloregion_docs.renderers.renderers import RENDERERS


def with_standing(jobs: Sequence[Job], standing: Iterable[Artefact]) -> tuple[Job, ...]:
    """The jobs; those of formats that link to others, also with those that stand from earlier and say the same."""
    artefacts = [artefact for artefact in standing if artefact.format in RENDERERS]
    return tuple(_with_standing(job, artefacts) if job.renderer.links_to_formats else job for job in jobs)


def without_missing(
    pending: Sequence[Pending], rendered: Sequence[Rendered | OsloregionDocsError]
) -> Iterator[tuple[int, Job]]:
    """The jobs that link to what could not be made, by their place, without those links."""
    missing = {
        waiting.job.file
        for waiting, result in zip(pending, rendered, strict=True)
        if isinstance(result, OsloregionDocsError)
    }
    for place, waiting in enumerate(pending):
        kept = tuple(other for other in waiting.job.assets.linked_files if other.file not in missing)
        if kept != waiting.job.assets.linked_files:
            yield place, replace(waiting.job, assets=replace(waiting.job.assets, linked_files=kept))


def outdated(artefacts: Iterable[Artefact], documents: Iterable[Document]) -> list[Artefact]:
    """The artefacts of these documents that were made of another text than they have now."""
    told: dict[tuple[str, str, str], Document] = {
        (document.kind, document.subject, document.language): document for document in documents
    }
    return [each for each in artefacts if (now := told.get(_known_as(each))) and digest_of(now) != _said_then(each)]


def orphaned(artefacts: Iterable[Artefact], planned: Iterable[Document], choice: Choice) -> list[Artefact]:
    """The artefacts that belong to a group, such as a meeting, and are not of any document that is made now."""
    asked = {kind.name for kind in chosen_kinds(choice) if chosen_formats(choice, kind)}
    made = {(document.kind, document.subject, document.language) for document in planned}
    return [
        each
        for each in artefacts
        if each.kind in asked
        and each.group
        and (not choice.languages or each.language in choice.languages)
        and _known_as(each) not in made
    ]


def _with_standing(job: Job, artefacts: Sequence[Artefact]) -> Job:
    document = job.document
    known_as, said = (document.kind, document.subject, document.language), digest_of(document)
    found: Mapping[str, str] = {
        artefact.format: artefact.file
        for artefact in artefacts
        if _known_as(artefact) == known_as and _said_then(artefact) == said and artefact.format != job.format
    }
    files = {**found, **{other.format: other.file for other in job.assets.linked_files}}
    beside = tuple(LinkedFile(name, files[name]) for name in RENDERERS if name in files)
    return replace(job, assets=replace(job.assets, linked_files=beside))


def _known_as(artefact: Artefact) -> tuple[str, str, str]:
    return artefact.kind, artefact.subject, artefact.language


def _said_then(artefact: Artefact) -> str:
    return artefact.made_from.get("context", "")
