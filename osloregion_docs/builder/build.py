"""Carries out the jobs: renders what is not made yet, and puts every file in place, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.builder.cache import Cache, Digests, key_of, made_from
from osloregion_docs.builder.files import digest
from osloregion_docs.builder.manifest import Artefact, read_manifest
from osloregion_docs.builder.plan import Job
from osloregion_docs.builder.result import Progress, Result, State, Target
from osloregion_docs.diagnostics import Diagnostic, Finding, Severity, Span
from osloregion_docs.errors import OsloregionDocsError, RenderingRefused
from osloregion_docs.publicity import Audience
from osloregion_docs.renderers.program import stop_all
from osloregion_docs.renderers.renderer import Rendered

_MOMENT = 0.1
"""Seconds between two looks at whether what was stopped has ended."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A job with its key, and what is kept of it already."""

    job: Job
    parts: dict[str, str]
    key: str
    kept: Rendered | None


def looked_up(jobs: Sequence[Job], target: Target, cache: Cache) -> list[Pending]:
    """The jobs with what is kept of each already."""
    digests = Digests()
    return [_looked_up(job, target, cache, digests) for job in jobs]


def all_standing(pending: Sequence[Pending], target: Target) -> bool:
    """Whether every artefact is made already and stands in its place, so that nothing needs writing."""
    for waiting in pending:
        file = target.folder / waiting.job.file
        if waiting.kept is None or not file.is_file() or file.read_bytes() != waiting.kept.content:
            return False
    return True


def render_all(
    pending: Sequence[Pending], cache: Cache, workers: int, progress: Progress
) -> list[Rendered | OsloregionDocsError]:
    """Every document, kept or rendered now and kept for the next time; one that fails does not stop the others."""
    rendered = []
    for waiting, result in zip(pending, _rendered(pending, workers, progress), strict=True):
        if waiting.kept is None and isinstance(result, Rendered):
            cache.keep(waiting.key, result)
        rendered.append(result)
    if any(waiting.kept is None for waiting in pending):
        cache.prune()
    return rendered


def place_all(
    pending: Sequence[Pending], rendered: Sequence[Rendered | OsloregionDocsError], target: Target, cache: Cache
) -> list[Result]:
    """Put every document that was rendered in its place, each whole or not at all."""
    ours = {artefact.sha256 for artefact in read_manifest(target.folder).values()}
    results = []
    for waiting, result in zip(pending, rendered, strict=True):
        if isinstance(result, RenderingRefused):
            said = tuple(found for found in result.said if isinstance(found, Diagnostic))
            said += tuple(target.locate(found) for found in result.said if isinstance(found, Finding))
            results.append(Result(waiting.job.file, None, "missing", said))
        elif isinstance(result, OsloregionDocsError):
            results.append(_missing(target, waiting.job, "OUT901", str(result), result.hint))
        else:
            results.append(_placed(waiting, result, target, lambda sha256: sha256 in ours or cache.knows(sha256)))
    return results


def _looked_up(job: Job, target: Target, cache: Cache, digests: Digests) -> Pending:
    parts = made_from(job, digests)
    key = key_of(parts)
    if job.renderer.copies:
        copied = _render_one(job, b"")
        return Pending(job, parts, key, copied if isinstance(copied, Rendered) else None)
    return Pending(job, parts, key, None if target.force else cache.find(key))


def _rendered(pending: Sequence[Pending], workers: int, progress: Progress) -> Iterator[Rendered | OsloregionDocsError]:
    """What is kept, or rendered now; several documents at once where there are several."""
    made: dict[int, Rendered | OsloregionDocsError] = {}
    todo = [waiting.job for waiting in pending if waiting.kept is None]
    groups = [list(jobs) for _, jobs in groupby(todo, key=lambda job: (id(job.document), job.template))]
    for group, results in zip(groups, _by_group(groups, workers, progress), strict=True):
        made |= zip(map(id, group), results, strict=True)
    for waiting in pending:
        yield waiting.kept or made[id(waiting.job)]


def _by_group(
    groups: Sequence[list[Job]], workers: int, progress: Progress
) -> Iterator[list[Rendered | OsloregionDocsError]]:
    """What comes of the jobs that share a document and a template, group by group."""
    if min(workers, len(groups)) < 2:  # noqa: PLR2004 - two or more are worth a pool
        for group in groups:
            _tell(group, progress)
            yield _render(group)
        return
    from concurrent.futures import ThreadPoolExecutor, wait  # noqa: PLC0415 - 20 ms, and one document needs none

    # Threads: LibreOffice, Pandoc and Typst do the long work in processes of their own.
    with ThreadPoolExecutor(min(workers, len(groups))) as pool:
        for group in groups:
            _tell(group, progress)
        coming = [pool.submit(_render, group) for group in groups]
        try:
            yield from (each.result() for each in coming)
        except BaseException:  # Ctrl-C reaches this thread alone: the others are let go, and tidy up behind them
            pool.shutdown(wait=False, cancel_futures=True)
            while running := [each for each in coming if not each.done()]:  # those let go count as done
                wait(running, timeout=_MOMENT)
                stop_all()
            raise


def _tell(jobs: Sequence[Job], progress: Progress) -> None:
    for job in jobs:
        progress("rendering", job.file)


def _render(jobs: Sequence[Job]) -> list[Rendered | OsloregionDocsError]:
    """Jobs of one document and one template: the template is filled once, and written in each format."""
    first = jobs[0]
    try:
        populated = _populated(first)
    except OsloregionDocsError as error:
        return [error] * len(jobs)
    return [_render_one(job, populated) for job in jobs]


def _populated(job: Job) -> bytes:
    """The job's template filled, with what is merged into it; nothing where the format needs no template."""
    if job.template is None:
        return b""
    populated = job.renderer.populate(job.document, job.template)
    if job.parts and job.renderer.merge:
        others = [job.renderer.populate(document, template) for document, template in job.parts]
        return job.renderer.merge(populated, others)
    return populated


def _render_one(job: Job, populated: bytes) -> Rendered | OsloregionDocsError:
    try:
        return job.renderer.render(job.document, populated, job.assets)
    except OsloregionDocsError as error:
        return error


def _placed(waiting: Pending, rendered: Rendered, target: Target, is_ours: Callable[[str], bool]) -> Result:
    """Put a rendered document in its place, unless somebody has edited what stands there."""
    job, sha256 = waiting.job, rendered.sha256
    file = target.folder / job.file
    try:
        standing = digest(file.read_bytes()) if file.exists() else None
        if standing not in {None, sha256} and not is_ours(standing or "") and not target.force:
            message = "the file was edited since it was built, and is left as it is"
            hint = (
                "take the edits into the sources or save it under another name, then build again; --force overwrites it"
            )
            return _missing(target, job, "OUT902", message, hint)
        if standing != sha256:
            write_atomically(file, rendered.content)
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        hint = "close it in Word and other programs, and see that the disk has room"
        return _missing(target, job, "OUT903", f"the file cannot be written: {reason}", hint)
    state: State = "kept" if standing == sha256 else "built"
    notes = tuple(Diagnostic(Span(f"{target.shown}/{job.file}"), Severity.NOTE, "OUT904", n) for n in rendered.notes)
    return Result(job.file, _artefact(waiting, sha256, len(rendered.content)), state, notes)


def _artefact(waiting: Pending, sha256: str, size: int) -> Artefact:
    job, document = waiting.job, waiting.job.document
    title = document.properties.heading or document.properties.title
    shelf = document.shelf
    about = (title, document.kind, document.subject, document.language, job.format)
    made = (sha256, size, waiting.parts)
    return Artefact(job.file, *about, *made, shelf.group, shelf.key, shelf.audience is Audience.PUBLIC)


def _missing(target: Target, job: Job, code: str, message: str, hint: str) -> Result:
    said = Diagnostic(Span(f"{target.shown}/{job.file}"), Severity.ERROR, code, message, hint)
    return Result(job.file, None, "missing", (said,))
