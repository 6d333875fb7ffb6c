"""check and build as a person calls them again and again: where no file has changed, the last answer stands."""

from __future__ import annotations

from pathlib import Path

from osloregion_docs.builder.files import digest
from osloregion_docs.builder.manifest import read_bytes
from osloregion_docs.builder.memory import Memory, fingerprint, recall, remember
from osloregion_docs.builder.options import BuildOptions
from osloregion_docs.builder.result import Progress, Result
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.renderers.program import libreoffice_version
from osloregion_docs.workspace.workspace import Workspace

_CHECK = ("check",)


def check_again(workspace: Workspace, year: int) -> Outcome[bool]:
    """What is wrong in a year, as `check` says it; the value is whether the year could be put together.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    key = fingerprint(workspace, year, _CHECK)
    if known := recall(workspace, key):
        return Outcome(value=True, diagnostics=known.diagnostics)
    from osloregion_docs.api.check import check  # noqa: PLC0415 - 200 ms with what it brings

    outcome = check(workspace, year)
    if outcome.value is None:
        return Outcome(None, outcome.diagnostics)
    if fingerprint(workspace, year, _CHECK) == key:
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
    asked = ("build", str(out), *choice.kinds, "", *choice.formats, "", *choice.languages, f"{choice.as_of}")
    key = "" if options.force or options.strict else fingerprint(workspace, year, asked)
    if key and (known := recall(workspace, key)) and _stands(known, out):
        results = (Result(artefact.file, artefact, "kept") for artefact in known.artefacts)
        return Outcome(tuple(results), known.diagnostics)
    from osloregion_docs.api.build import build  # noqa: PLC0415 - 200 ms with what it brings

    outcome = build(workspace, year, options, progress)
    if key and _worth_keeping(outcome) and fingerprint(workspace, year, asked) == key:
        artefacts = tuple(result.artefact for result in outcome.value or () if result.artefact)
        remember(workspace, key, Memory(outcome.diagnostics, artefacts, digest(read_bytes(out))))
    return outcome


def _stands(known: Memory, out: Path) -> bool:
    """Whether the documents and the manifests stand as they were left."""
    if digest(read_bytes(out)) != known.manifest:
        return False
    files = {artefact.file: artefact.sha256 for artefact in known.artefacts}
    return all((out / file).is_file() and digest((out / file).read_bytes()) == sha for file, sha in files.items())


def _worth_keeping(outcome: Outcome[tuple[Result, ...]]) -> bool:
    """Whether every document is in place, and as good as it gets: LibreOffice, if it is there, has done its part."""
    if not outcome.value or not all(result.artefact for result in outcome.value):
        return False
    if any(said.code == "OUT905" for said in outcome.diagnostics):
        return False  # what it says depends on what stands in the folder
    return libreoffice_version() == "" or all(said.code != "OUT904" for said in outcome.diagnostics)
