"""build: the documents of a year."""

from __future__ import annotations

from osloregion_docs.builder.options import BuildOptions, Progress, Result, ignore_progress
from osloregion_docs.builder.pipeline import build_year
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.workspace.workspace import Workspace

_DEFAULT_OPTIONS = BuildOptions()


def build(
    workspace: Workspace, year: int, options: BuildOptions = _DEFAULT_OPTIONS, progress: Progress = ignore_progress
) -> Outcome[tuple[Result, ...]]:
    """Build the requested documents of a year. An unchanged year is answered from the cache, except with `force`.

    Returns:
        One result for each document, in order. No value where errors in the sources or templates stopped the build.

    Raises:
        YearNotFound, NotAvailable, TemplateMissing: something was requested that does not exist.
        WorkspaceBusy: another build keeps the output folder locked.
    """
    return build_year(workspace, year, options, progress)
