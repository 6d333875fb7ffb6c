"""Checks and builds a year: answered from the cache where nothing has changed, else by the steps.

This module imports neither the model nor the renderers, so that an unchanged year is answered quickly.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from osloregion_docs.builder.cache import Cache, make_key, year_facts
from osloregion_docs.builder.manifest import Artefact
from osloregion_docs.builder.options import BuildOptions, Choice, Progress, Result
from osloregion_docs.builder.outputs import START_PAGE_FILE, Outputs
from osloregion_docs.diagnostics import Diagnostic, Outcome, Severity, Span
from osloregion_docs.messages.message import freeze_facts
from osloregion_docs.workspace.workspace import Workspace


def check_year(workspace: Workspace, year: int, choice: Choice) -> Outcome[bool]:
    """Check a year and the templates of the chosen documents.

    Returns:
        The value is True, or None where the sources cannot be assembled to a programme.

    Raises:
        YearNotFound, NotAvailable, TemplateMissing: something was requested that does not exist.
    """
    cache = Cache.of_workspace(workspace)
    key = _key("check", workspace, year, choice)
    if (known := _restore_check(cache.find(key))) is not None:
        return known
    from osloregion_docs.builder.checks import check_all  # noqa: PLC0415 - the model and the renderers: 600 ms

    checked = check_all(workspace, year, choice, cache)
    outcome = Outcome(None if checked.value is None else True, checked.diagnostics)
    if _key("check", workspace, year, choice) == key:
        diagnostics = [asdict(each) for each in outcome.diagnostics]
        cache.store(key, {"is_complete": bool(outcome.value), "diagnostics": diagnostics})
    return outcome


def build_year(
    workspace: Workspace, year: int, options: BuildOptions, progress: Progress
) -> Outcome[tuple[Result, ...]]:
    """Build the chosen documents of a year.

    Returns:
        One result for each document, in order; no value where errors in sources or templates stopped the build.

    Raises:
        YearNotFound, NotAvailable, TemplateMissing: something was requested that does not exist.
        WorkspaceBusy: another build keeps the output folder locked.
    """
    folder = options.out or workspace.root / "out" / str(year)
    cache = Cache.of_workspace(workspace)
    outputs = Outputs(folder, workspace.name_of(folder.resolve()), cache, force=options.force)
    key = _key("build", workspace, year, options.choice, f"{folder}", options.strict)
    if not options.force and (known := _restore_build(cache.find(key), outputs)) is not None:
        return known
    from osloregion_docs.builder.steps import run  # noqa: PLC0415 - the model and the renderers: 600 ms

    built = run(workspace, year, options, progress, outputs)
    if built.is_reproducible and _key("build", workspace, year, options.choice, f"{folder}", options.strict) == key:
        cache.store(key, _describe_build(built.outcome, outputs))
    return built.outcome


def _key(verb: str, workspace: Workspace, year: int, choice: Choice, *options: object) -> str:
    """The key of an answer about a year: what was requested, and all that it depends on."""
    return make_key(verb, {**year_facts(workspace, year), "choice": asdict(choice), "options": options})


def _describe_build(outcome: Outcome[tuple[Result, ...]], outputs: Outputs) -> dict[str, object]:
    """The entry of a build, with the state of the output folder that it depends on."""
    results = None if outcome.value is None else [asdict(result) for result in outcome.value]
    return {"results": results, "diagnostics": [asdict(each) for each in outcome.diagnostics], **_state(outputs)}


def _state(outputs: Outputs) -> dict[str, object]:
    """What else in the output folder determines the results of a build."""
    return {
        "manifests": outputs.manifests.digest,
        "existing": sorted(outputs.list_existing()),
        "has_start_page": outputs.has_file(START_PAGE_FILE),
    }


def _restore_check(entry: dict[str, Any] | None) -> Outcome[bool] | None:
    if entry is None:
        return None
    try:
        return Outcome(entry["is_complete"] or None, _read_diagnostics(entry["diagnostics"]))
    except (KeyError, TypeError, ValueError):
        return None


def _restore_build(entry: dict[str, Any] | None, outputs: Outputs) -> Outcome[tuple[Result, ...]] | None:
    """The outcome of an earlier build, if the output folder is still as it left it."""
    try:
        if entry is None or any(entry[name] != value for name, value in _state(outputs).items()):
            return None
        results = None if entry["results"] is None else tuple(map(_read_result, entry["results"]))
        diagnostics = _read_diagnostics(entry["diagnostics"])
    except (KeyError, TypeError, ValueError):
        return None
    written = [result.artefact for result in results or () if result.artefact]
    if not all(outputs.is_current(artefact.file, artefact.sha256) for artefact in written):
        return None
    return Outcome(results, diagnostics)


def _read_result(entry: dict[str, Any]) -> Result:
    artefact = None if entry["artefact"] is None else Artefact(**entry["artefact"])
    return Result(entry["file"], artefact, "kept" if artefact else "missing", _read_diagnostics(entry["diagnostics"]))


def _read_diagnostics(entries: list[dict[str, Any]]) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic(
            **{
                **entry,
                "span": Span(**entry["span"]),
                "severity": Severity(entry["severity"]),
                "facts": freeze_facts(entry["facts"]),
            }
        )
        for entry in entries
    )
