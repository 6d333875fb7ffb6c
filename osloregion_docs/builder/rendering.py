"""Renders jobs: those that share a document and a template are populated once, and several run at the same time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TypeAlias

from osloregion_docs.builder.files import digest, digest_file
from osloregion_docs.builder.options import Progress
from osloregion_docs.builder.plan import Job
from osloregion_docs.charts.drawing import versions as drawing_versions
from osloregion_docs.documents.document import Document, pictures
from osloregion_docs.errors import OsloregionDocsError
from osloregion_docs.renderers.program import stop_all
from osloregion_docs.renderers.renderer import Rendered
from osloregion_docs.version import __version__

Attempt: TypeAlias = Rendered | OsloregionDocsError
"""The bytes of a document, or the error that prevented them."""

_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Digests:
    """Digests of files and documents, computed once for jobs that share them; both must stay unchanged meanwhile."""

    _files: dict[Path, str] = field(default_factory=dict)
    _documents: dict[int, str] = field(default_factory=dict)

    def of_file(self, file: Path) -> str:
        """The digest of a file's content."""
        if file not in self._files:
            self._files[file] = digest_file(file)
        return self._files[file]

    def of_document(self, document: Document) -> str:
        """The digest of a document's content."""
        if id(document) not in self._documents:
            parts = "".join(map(self.of_document, document.parts))
            content = document.properties.model_dump_json() + document.context.model_dump_json()
            self._documents[id(document)] = digest(f"{document.kind}\n{document.language}\n{content}{parts}".encode())
        return self._documents[id(document)]


def digest_inputs(job: Job, digests: Digests) -> dict[str, str]:
    """The digests of all inputs of a rendering: context, template, assets, renderer and programs."""
    renderer = job.renderer
    drawing = drawing_versions() if any(pictures(job.document)) else {}
    programs = json.dumps({**renderer.programs(), **drawing}, sort_keys=True)
    assets = [f"{name} {digests.of_file(file)}" for name, file in sorted(job.assets.shared.items())]
    assets += [f"{other.format} {other.file}" for other in job.assets.linked_files]
    assets += [f"bound {digests.of_file(template)}" for _, template in job.parts]
    return {
        "context": digests.of_document(job.document),
        "template": digests.of_file(job.template) if job.template else "",
        "around": digest("\n".join(assets).encode()),
        "renderer": f"{renderer.format}/{renderer.version} of {__version__}",
        "programs": programs,
    }


def render_jobs(jobs: Sequence[Job], workers: int, progress: Progress) -> list[Attempt]:
    """Render jobs, in order; one that fails does not stop the others."""
    groups = [list(group) for _, group in groupby(jobs, key=lambda job: (id(job.document), job.template))]
    return [attempt for attempts in _render_groups(groups, workers, progress) for attempt in attempts]


def render_job(job: Job, populated: bytes) -> Attempt:
    """Render one job from its populated template."""
    try:
        return job.renderer.render(job.document, populated, job.assets)
    except OsloregionDocsError as error:
        return error


def _render_groups(groups: Sequence[list[Job]], workers: int, progress: Progress) -> Iterator[list[Attempt]]:
    if min(workers, len(groups)) < 2:  # noqa: PLR2004 - two or more are worth a pool
        for group in groups:
            _report_start(group, progress)
            yield _render_group(group)
        return
    from concurrent.futures import ThreadPoolExecutor, wait  # noqa: PLC0415 - 20 ms, and one document needs none

    # Threads: LibreOffice, Pandoc and Typst do the long work in processes of their own.
    with ThreadPoolExecutor(min(workers, len(groups))) as pool:
        for group in groups:
            _report_start(group, progress)
        futures = [pool.submit(_render_group, group) for group in groups]
        try:
            yield from (future.result() for future in futures)
        except BaseException:  # Ctrl-C reaches this thread only: stop the programs, so that the others end as well
            pool.shutdown(wait=False, cancel_futures=True)
            while running := [future for future in futures if not future.done()]:  # cancelled ones count as done
                wait(running, timeout=_POLL_SECONDS)
                stop_all()
            raise


def _report_start(jobs: Sequence[Job], progress: Progress) -> None:
    for job in jobs:
        progress("rendering", job.file)


def _render_group(jobs: Sequence[Job]) -> list[Attempt]:
    """Render jobs of one document and one template: the template is populated once, and written in each format."""
    try:
        populated = _populate(jobs[0])
    except OsloregionDocsError as error:
        return [error] * len(jobs)
    return [render_job(job, populated) for job in jobs]


def _populate(job: Job) -> bytes:
    """The job's populated template, its parts merged in; empty where the format needs no template."""
    if job.template is None:
        return b""
    populated = job.renderer.populate(job.document, job.template)
    if job.parts and job.renderer.merge:
        parts = [job.renderer.populate(document, template) for document, template in job.parts]
        return job.renderer.merge(populated, parts)
    return populated
