"""The steps of a build: plan, approve, reuse, render, write (the start page last), record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from osloregion_docs.builder.cache import Cache, make_key
from osloregion_docs.builder.checks import check_loaded, check_templates
from osloregion_docs.builder.manifest import Artefact, Identity
from osloregion_docs.builder.options import BuildOptions, Choice, Progress, Result
from osloregion_docs.builder.outputs import START_PAGE_FILE, Outputs, find_orphaned, find_outdated
from osloregion_docs.builder.plan import Job, choose_formats, choose_kinds, plan, plan_start_page
from osloregion_docs.builder.record import format_manifests
from osloregion_docs.builder.rendering import Attempt, Digests, digest_inputs, render_job, render_jobs
from osloregion_docs.diagnostics import Diagnostic, Finding, Outcome, Severity, in_order
from osloregion_docs.documents.kinds.start_page import START_PAGE
from osloregion_docs.errors import OsloregionDocsError, RenderingRefused
from osloregion_docs.publicity import Audience
from osloregion_docs.renderers.renderer import LinkedFile, Rendered
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.load import Loaded, load
from osloregion_docs.workspace.workspace import Workspace

_START_PAGE = Choice(kinds=(START_PAGE.name,))


@dataclass(frozen=True, slots=True)
class Item:
    """A job on its way through the steps, which fill in the other fields."""

    job: Job
    inputs: dict[str, str] = field(default_factory=dict)
    key: str = ""
    attempt: Attempt | None = None
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class Build:
    """A build on its way through the steps."""

    workspace: Workspace
    options: BuildOptions
    progress: Progress
    loaded: Loaded
    outputs: Outputs
    cache: Cache
    checked: tuple[Diagnostic, ...]
    """The diagnostics of sources and templates."""
    items: tuple[Item, ...] = ()
    stale: tuple[Artefact, ...] = ()
    """Artefacts of earlier builds that are outdated or orphaned."""
    notes: tuple[Diagnostic, ...] = ()
    """The diagnostics of stale artefacts."""
    digests: Digests = field(default_factory=Digests)


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build, and whether building the same again would give the same."""

    outcome: Outcome[tuple[Result, ...]]
    is_reproducible: bool


def run(workspace: Workspace, year: int, options: BuildOptions, progress: Progress, outputs: Outputs) -> Built:
    """Read, check and build a year, step by step.

    Raises:
        OsloregionDocsError: as `pipeline.build_year`.
    """
    cache, choice = outputs.cache, options.choice
    has_start_page = _wants_start_page(choice) or outputs.has_file(START_PAGE_FILE)
    extra = tuple(check_templates(workspace, _START_PAGE, cache)) if has_start_page else ()
    templates = (*check_templates(workspace, choice, cache), *extra)
    read = load(workspace, year)
    if read.value is None or _is_failing((*read.diagnostics, *templates), strict=False):
        return Built(Outcome(None, in_order((*check_loaded(read).diagnostics, *templates))), is_reproducible=True)
    checked = in_order((*check_loaded(read).diagnostics, *templates))
    build = Build(workspace, options, progress, read.value, outputs, cache, checked)
    build = plan_jobs(build, workspace.year_folder(year))
    if not is_approved(build):
        return Built(Outcome(None, checked), is_reproducible=True)
    with outputs:
        build = find_stale(write(render(reuse(build))))
        if has_start_page:
            build = add_start_page(build)
        record(build)
    return finish(build)


def plan_jobs(build: Build, folder: Path) -> Build:
    """Plan the jobs; formats that link to others also link to those of earlier builds with the same content."""
    jobs = plan(build.workspace, build.loaded.programme, build.options.choice, folder)
    existing = [artefact for artefact in build.outputs.list_existing().values() if artefact.format in RENDERERS]
    linked = (_with_existing(job, existing, build.digests) if job.renderer.links_to_formats else job for job in jobs)
    return replace(build, items=tuple(map(Item, linked)))


def is_approved(build: Build) -> bool:
    """Whether nothing was found in sources and templates that stops the build."""
    return not _is_failing(build.checked, strict=build.options.strict)


def reuse(build: Build) -> Build:
    """Take what was rendered before from the cache."""
    return replace(build, items=tuple(_reuse(build, item) for item in build.items))


def render(build: Build) -> Build:
    """Render what was not reused, and store it; then again what links to a format that failed, without the link."""
    items = _render(build, build.items, build.options.workers)
    failed = {item.job.file for item in items if isinstance(item.attempt, OsloregionDocsError)}
    for place, job in list(_without_failed(items, failed)):
        items[place : place + 1] = _render(build, [_reuse(build, Item(job))], 1)
    if any(item.attempt is None for item in build.items):
        build.cache.prune()
    return replace(build, items=tuple(items))


def write(build: Build) -> Build:
    """Write every artefact that was rendered, unless somebody has edited the file."""
    outputs = build.outputs
    rendered = [(item.job.file, item.attempt) for item in build.items]
    if not all(isinstance(each, Rendered) and outputs.is_current(file, each.sha256) for file, each in rendered):
        outputs.lock()
    return replace(build, items=tuple(replace(item, result=_write(build, item)) for item in build.items))


def find_stale(build: Build) -> Build:
    """Find the artefacts of earlier builds that are outdated or orphaned."""
    written = _artefacts(build)
    others = [artefact for artefact in build.outputs.list_existing().values() if artefact.file not in written]
    documents = [item.job.document for item in build.items]
    digests: dict[Identity, str] = {
        (each.kind, each.subject, each.language): build.digests.of_document(each) for each in documents
    }
    choice = build.options.choice
    kinds = {kind.name for kind in choose_kinds(choice) if choose_formats(choice, kind)}
    outdated, orphaned = find_outdated(others, digests), find_orphaned(others, digests, kinds, choice.languages)
    notes = (*map(build.outputs.report_outdated, outdated), *map(build.outputs.report_orphaned, orphaned))
    return replace(build, stale=(*outdated, *orphaned), notes=notes)


def add_start_page(build: Build) -> Build:
    """Send the start page, which lists what exists by now, through the same steps as the last job."""
    current = [artefact for artefact in _list_current(build).values() if artefact not in build.stale]
    job = plan_start_page(build.workspace, build.loaded.programme, current)
    page = write(render(reuse(replace(build, items=(Item(job),)))))
    return replace(build, items=(*build.items, *page.items))


def record(build: Build) -> None:
    """Write the manifests."""
    existing = build.outputs.manifests.contents
    build.outputs.write_manifests(format_manifests(build.loaded, _list_current(build).values(), existing))


def finish(build: Build) -> Built:
    """Report the results."""
    results = tuple(item.result for item in build.items if item.result)
    for result in results:
        build.progress(result.state, result.file)
    diagnostics = (diagnostic for result in results for diagnostic in result.diagnostics)
    outcome = Outcome(results, in_order((*build.checked, *diagnostics, *build.notes)))
    return Built(outcome, is_reproducible=all(map(_is_reproducible, build.items)))


def _wants_start_page(choice: Choice) -> bool:
    return START_PAGE in choose_kinds(choice) and bool(choose_formats(choice, START_PAGE))


def _is_failing(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether any diagnostic stops a build."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(each.severity in failing for each in diagnostics)


def _with_existing(job: Job, artefacts: Sequence[Artefact], digests: Digests) -> Job:
    document = job.document
    identity, content = (document.kind, document.subject, document.language), digests.of_document(document)
    files = {
        artefact.format: artefact.file
        for artefact in artefacts
        if artefact.identity == identity
        and artefact.made_from.get("context", "") == content
        and artefact.format != job.format
    }
    files |= {other.format: other.file for other in job.assets.linked_files}
    linked = tuple(LinkedFile(name, files[name]) for name in RENDERERS if name in files)
    return replace(job, assets=replace(job.assets, linked_files=linked))


def _without_failed(items: Sequence[Item], failed: set[str]) -> Iterator[tuple[int, Job]]:
    """The jobs that link to failed ones, by their place, without those links."""
    for place, item in enumerate(items):
        links = tuple(other for other in item.job.assets.linked_files if other.file not in failed)
        if links != item.job.assets.linked_files:
            yield place, replace(item.job, assets=replace(item.job.assets, linked_files=links))


def _reuse(build: Build, item: Item) -> Item:
    inputs = digest_inputs(item.job, build.digests)
    key = make_key("artefact", inputs)
    if item.job.renderer.copies:
        copied = render_job(item.job, b"")
        return replace(item, inputs=inputs, key=key, attempt=copied if isinstance(copied, Rendered) else None)
    attempt = None if build.options.force else find_rendered(build.cache, key)
    return replace(item, inputs=inputs, key=key, attempt=attempt)


def find_rendered(cache: Cache, key: str) -> Rendered | None:
    """The rendered document under a key, if it is in the cache."""
    entry: Any = cache.find(key)
    if entry is None or not isinstance(entry.get("sha256"), str) or not isinstance(entry.get("notes"), list):
        return None
    content = cache.find_content(entry["sha256"])
    return None if content is None else Rendered(content, tuple(entry["notes"]))


def store_rendered(cache: Cache, key: str, rendered: Rendered) -> None:
    """Store a rendered document; under its key only where rendering again would give the same."""
    cache.store_content(rendered.content, rendered.sha256)
    if rendered.cacheable:
        cache.store(key, {"sha256": rendered.sha256, "notes": rendered.notes})


def _render(build: Build, items: Sequence[Item], workers: int) -> list[Item]:
    missing = [item for item in items if item.attempt is None]
    attempts = iter(render_jobs([item.job for item in missing], workers, build.progress))
    rendered = [item if item.attempt else replace(item, attempt=next(attempts)) for item in items]
    for before, item in zip(items, rendered, strict=True):
        if before.attempt is None and isinstance(item.attempt, Rendered):
            store_rendered(build.cache, item.key, item.attempt)
    return rendered


def _write(build: Build, item: Item) -> Result:
    outputs, file, attempt = build.outputs, item.job.file, item.attempt
    if isinstance(attempt, RenderingRefused):
        located = tuple(each for each in attempt.issues if isinstance(each, Diagnostic))
        located += tuple(build.loaded.locate(each) for each in attempt.issues if isinstance(each, Finding))
        return Result(file, None, "missing", located)
    if not isinstance(attempt, Rendered):
        hint = attempt.hint if attempt else ""
        return Result(file, None, "missing", (outputs.report(file, Severity.ERROR, "OUT901", str(attempt), hint),))
    state = outputs.write(file, attempt.content, attempt.sha256)
    if isinstance(state, Diagnostic):
        return Result(file, None, "missing", (state,))
    notes = tuple(outputs.report(file, Severity.NOTE, "OUT904", note) for note in attempt.notes)
    return Result(file, _describe(item, attempt), state, notes)


def _describe(item: Item, rendered: Rendered) -> Artefact:
    job, document = item.job, item.job.document
    title, shelf = document.properties.heading or document.properties.title, document.shelf
    about = (title, document.kind, document.subject, document.language, job.format)
    content = (rendered.sha256, len(rendered.content), item.inputs)
    return Artefact(job.file, *about, *content, shelf.group, shelf.key, shelf.audience is Audience.PUBLIC)


def _artefacts(build: Build) -> dict[str, Artefact]:
    """The artefacts of this build, by file."""
    results = (item.result for item in build.items)
    return {result.file: result.artefact for result in results if result and result.artefact}


def _list_current(build: Build) -> dict[str, Artefact]:
    """The artefacts that exist now, of this build and of earlier ones."""
    return {**build.outputs.list_existing(), **_artefacts(build)}


def _is_reproducible(item: Item) -> bool:
    """Whether building the same again would give the same: nothing failed that may succeed another time."""
    if isinstance(item.attempt, RenderingRefused):
        return True
    written = item.result is not None and item.result.artefact is not None
    return written and isinstance(item.attempt, Rendered) and item.attempt.cacheable
