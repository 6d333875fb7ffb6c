"""Carries out the jobs: renders what is not made yet, and puts every file in place, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from osloregion_docs.builder.cache import Cache, key_of, made_from
from osloregion_docs.builder.files import digest, write_whole
from osloregion_docs.builder.manifest import Artefact, read_manifest
from osloregion_docs.builder.plan import Job
from osloregion_docs.builder.result import Progress, Result, State, Target
from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.errors import OsloregionDocsError
from osloregion_docs.renderers.renderer import Rendered


@dataclass(frozen=True, slots=True)
class Pending:
    """A job with its key, and what is kept of it already."""

    job: Job
    parts: dict[str, str]
    key: str
    kept: Rendered | None


def looked_up(jobs: Sequence[Job], target: Target, cache: Cache) -> list[Pending]:
    """The jobs with what is kept of each already."""
    return [_looked_up(job, target, cache) for job in jobs]


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
        if isinstance(result, OsloregionDocsError):
            results.append(_missing(target, waiting.job, "OUT901", str(result), result.hint))
        else:
            results.append(_placed(waiting, result, target, lambda sha256: sha256 in ours or cache.knows(sha256)))
    return results


def _looked_up(job: Job, target: Target, cache: Cache) -> Pending:
    parts = made_from(job)
    key = key_of(parts)
    return Pending(job, parts, key, None if target.force else cache.find(key))


def _rendered(pending: Sequence[Pending], workers: int, progress: Progress) -> Iterator[Rendered | OsloregionDocsError]:
    """What is kept, or rendered now; several at once where there are several."""
    todo = [waiting for waiting in pending if waiting.kept is None]
    if min(workers, len(todo)) < 2:  # noqa: PLR2004 - two or more are worth a pool
        for waiting in pending:
            if waiting.kept is None:
                progress("rendering", waiting.job.file)
            yield waiting.kept or _render(waiting.job)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - 40 ms, and one document needs none

    with ProcessPoolExecutor(min(workers, len(todo))) as pool:
        for waiting in todo:
            progress("rendering", waiting.job.file)
        coming = {id(waiting): pool.submit(_render, waiting.job) for waiting in todo}
        for waiting in pending:
            yield waiting.kept or coming[id(waiting)].result()


def _render(job: Job) -> Rendered | OsloregionDocsError:
    try:
        return job.renderer.render(job.document, job.template)
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
            write_whole(file, rendered.content)
    except OSError as error:
        reason = os.strerror(error.errno).lower() if error.errno else str(error)
        hint = "close it in Word and other programs, and see that the disk has room"
        return _missing(target, job, "OUT903", f"the file cannot be written: {reason}", hint)
    state: State = "kept" if standing == sha256 else "built"
    notes = tuple(Diagnostic(Span(f"{target.shown}/{job.file}"), Severity.NOTE, "OUT904", n) for n in rendered.notes)
    return Result(job.file, _artefact(waiting, sha256, len(rendered.content)), state, notes)


def _artefact(waiting: Pending, sha256: str, size: int) -> Artefact:
    job, document = waiting.job, waiting.job.document
    about = (document.kind, document.subject, document.language, job.format)
    return Artefact(job.file, *about, sha256, size, waiting.parts)


def _missing(target: Target, job: Job, code: str, message: str, hint: str) -> Result:
    said = Diagnostic(Span(f"{target.shown}/{job.file}"), Severity.ERROR, code, message, hint)
    return Result(job.file, None, "missing", (said,))
