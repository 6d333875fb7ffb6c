"""check and build as a person calls them again and again: where no file has changed, the last answer stands."""

from __future__ import annotations

from pathlib import Path

from osloregion_docs.builder.files import digest
from osloregion_docs.builder.manifest import NAME
from osloregion_docs.builder.memory import Memory, fingerprint, recall, remember
from osloregion_docs.builder.options import BuildOptions
from osloregion_docs.builder.result import Progress, Result
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.renderers.program import libreoffice_version
from osloregion_docs.workspace.workspace import Workspace


def check_again(workspace: Workspace, year: int) -> Outcome[bool]:
    """What is wrong in a year, as `check` says it; the value is whether the year could be put together.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    key = fingerprint(workspace, year, ("check",))
    if known := recall(workspace, key):
        return Outcome(value=True, diagnostics=known.diagnostics)
    from osloregion_docs.api.check import check  # noqa: PLC0415 - 300 ms with what it brings

    outcome = check(workspace, year)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    remember(workspace, key, Memory(outcome.diagnostics))
    return Outcome(value=True, diagnostics=outcome.diagnostics)


def build_again(
    workspace: Workspace, year: int, options: BuildOptions, progress: Progress
) -> Outcome[tuple[Result, ...]]:
    """Build a year, as `build` does; at once where neither the year's files nor the documents have changed.

    Raises:
        OsloregionDocsError: as `build`.
    """
    choice = options.choice
    out = options.out or workspace.root / "out" / str(year)
    asked = ("build", str(out), *choice.kinds, "", *choice.formats, "", *choice.languages)
    key = fingerprint(workspace, year, asked)
    plain = not (options.force or options.strict)
    if plain and (known := recall(workspace, key)) and _stands(known, out):
        results = (Result(artefact.file, artefact, "kept") for artefact in known.artefacts)
        return Outcome(tuple(results), known.diagnostics)
    from osloregion_docs.api.build import build  # noqa: PLC0415 - 300 ms with what it brings

    outcome = build(workspace, year, options, progress)
    if outcome.value and plain and all(result.artefact for result in outcome.value) and not _unfinished(outcome):
        artefacts = tuple(result.artefact for result in outcome.value if result.artefact)
        manifest = digest((out / NAME).read_bytes())
        remember(workspace, key, Memory(outcome.diagnostics, artefacts, manifest))
    return outcome


def _stands(known: Memory, out: Path) -> bool:
    """Whether the documents and the manifest stand as they were left."""
    files = {NAME: known.manifest, **{artefact.file: artefact.sha256 for artefact in known.artefacts}}
    return all((out / file).is_file() and digest((out / file).read_bytes()) == sha for file, sha in files.items())


def _unfinished(outcome: Outcome[tuple[Result, ...]]) -> bool:
    """Whether a program that is there did not do its part, so that the next build should try again."""
    return libreoffice_version() != "" and any(said.code == "OUT904" for said in outcome.diagnostics)
