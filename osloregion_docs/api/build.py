"""build: a year's documents, made and put in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from osloregion_docs.api.check import cache_of, check_loaded, template_diagnostics
from osloregion_docs.builder.build import Pending, all_standing, looked_up, place_all, render_all
from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.manifest import Artefact, read_manifest
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.builder.plan import chosen_formats, chosen_kinds, plan
from osloregion_docs.builder.record import record
from osloregion_docs.builder.result import Progress, Result, State, Target
from osloregion_docs.builder.stale_outputs import orphaned, outdated, with_standing, without_missing
from osloregion_docs.builder.start_page import FILE as START_PAGE_FILE
from osloregion_docs.builder.start_page import start_page_job
from osloregion_docs.diagnostics import Diagnostic, Outcome, Severity, Span, in_order
from osloregion_docs.documents.kinds.start_page import START_PAGE
from osloregion_docs.errors import OsloregionDocsError, ToolFailed, WorkspaceBusy
from osloregion_docs.renderers.renderer import Rendered
from osloregion_docs.workspace.load import Loaded, load
from osloregion_docs.workspace.workspace import Workspace

_PATIENCE_SECONDS = 120
_AS_USUAL = BuildOptions()
_START_PAGE = Choice(kinds=(START_PAGE.name,))


def _silent(_state: State, _file: str) -> None:
    """Show no progress."""


def build(
    workspace: Workspace, year: int, options: BuildOptions = _AS_USUAL, progress: Progress = _silent
) -> Outcome[tuple[Result, ...]]:
    """Build every document of a year that was asked for.

    Returns:
        One result for each document, in order. No value where errors in the sources or templates stopped the build.

    Raises:
        YearNotFound, NotAvailable, TemplateMissing: something was asked for that there is not.
        WorkspaceBusy: another build holds the output folder.
    """
    out = options.out or workspace.root / "out" / str(year)
    with_start_page = _wants_start_page(options.choice, out)
    also = template_diagnostics(workspace, _START_PAGE) if with_start_page else ()
    templates = (*template_diagnostics(workspace, options.choice), *also)
    read = load(workspace, year)
    if read.value is None or _stopped((*read.diagnostics, *templates), strict=False):
        return Outcome(None, in_order((*check_loaded(read).diagnostics, *templates)))
    shown = workspace.name_of(out.resolve())
    target, cache = Target(out, shown, force=options.force, locate=read.value.locate), cache_of(workspace)
    planned = plan(workspace, read.value.programme, options.choice, workspace.year_folder(year))
    jobs = with_standing(planned, _standing(out).values())
    pending = looked_up(jobs, target, cache)
    rendered = render_all(pending, cache, options.workers, progress)
    for place, job in list(without_missing(pending, rendered)):
        pending[place : place + 1] = looked_up([job], target, cache)
        rendered[place : place + 1] = render_all(pending[place : place + 1], cache, 1, progress)
    checked = in_order((*check_loaded(read).diagnostics, *templates))
    if _stopped(checked, strict=options.strict):
        for waiting in pending:
            progress("missing", waiting.job.file)
        return Outcome(None, checked)
    results = _put_in_place(pending, rendered, target, cache, read.value)
    made = {result.file for result in results if result.artefact}
    others = [artefact for artefact in _standing(out).values() if artefact.file not in made]
    old = outdated(others, (job.document for job in jobs))
    gone = orphaned(others, (job.document for job in jobs), options.choice)
    if with_start_page:
        current = [artefact for artefact in _standing(out).values() if artefact not in (*old, *gone)]
        page = start_page_job(workspace, read.value.programme, current)
        pending = looked_up([page], target, cache)
        results += _put_in_place(pending, render_all(pending, cache, 1, progress), target, cache, read.value)
    for result in results:
        progress(result.state, result.file)
    said = (diagnostic for result in results for diagnostic in result.diagnostics)
    return Outcome(
        tuple(results),
        in_order((*checked, *said, *(_outdated(shown, each) for each in old), *(_gone(shown, each) for each in gone))),
    )


def _standing(out: Path) -> dict[str, Artefact]:
    """What the manifest names and still stands."""
    return {file: artefact for file, artefact in read_manifest(out).items() if (out / file).is_file()}


def _outdated(shown: str, artefact: Artefact) -> Diagnostic:
    message = "the file was built from an earlier text of the document, and stands as it was"
    hint = f"build it again with --format {artefact.format}, or delete it"
    return Diagnostic(Span(f"{shown}/{artefact.file}"), Severity.NOTE, "OUT905", message, hint)


def _gone(shown: str, artefact: Artefact) -> Diagnostic:
    message = "the sources do not give this document any more, and the file stands as it was"
    hint = "delete it, if it is not to be read any longer"
    return Diagnostic(Span(f"{shown}/{artefact.file}"), Severity.WARNING, "OUT906", message, hint)


def _wants_start_page(choice: Choice, out: Path) -> bool:
    """Whether the start page is made: where it is among what was asked for, or stands already and would be outdated."""
    asked = START_PAGE in chosen_kinds(choice) and bool(chosen_formats(choice, START_PAGE))
    return asked or (out / START_PAGE_FILE).is_file()


def _put_in_place(
    pending: Sequence[Pending],
    rendered: Sequence[Rendered | OsloregionDocsError],
    target: Target,
    cache: Cache,
    loaded: Loaded,
) -> list[Result]:
    """Every artefact in its place and in the manifest, under the folder's lock if anything has to be written."""
    with nullcontext() if all_standing(pending, target) else _held(target.folder):
        results = place_all(pending, rendered, target, cache)
        now = {result.file: result.artefact for result in results if result.artefact}
        record(target.folder, list({**_standing(target.folder), **now}.values()), loaded)
        return results


def _stopped(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether something was found that keeps documents from being put in place."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(said.severity in failing for said in diagnostics)


@contextmanager
def _held(out: Path) -> Iterator[None]:
    """The output folder, made if it is not there, and held against other builds."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - 100 ms, and only writing needs it

    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = FileLock(out / ".build.lock")
        lock.acquire(timeout=_PATIENCE_SECONDS)
    except Timeout:
        raise WorkspaceBusy(out) from None
    except OSError as error:
        raise ToolFailed("the output folder", f"cannot be written to: {error}") from error
    try:
        yield
    finally:
        lock.release()
