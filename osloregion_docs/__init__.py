"""Documents as code for a public body: typed sources in, official Word documents out.

    from osloregion_docs import Workspace, build, check, load

    outcome = build(Workspace.find("."), 2018)

Verbs take a workspace and a year and return an `Outcome`; they never print and never exit. Names are imported when
they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from osloregion_docs.version import __version__

if TYPE_CHECKING:
    from osloregion_docs.api.build import build
    from osloregion_docs.api.check import check
    from osloregion_docs.api.explain import explain
    from osloregion_docs.api.results import export_results, import_results
    from osloregion_docs.builder.options import BuildOptions, Choice
    from osloregion_docs.diagnostics import Diagnostic, Outcome, Severity
    from osloregion_docs.errors import OsloregionDocsError
    from osloregion_docs.model.programme import Programme
    from osloregion_docs.workspace.load import Loaded, load
    from osloregion_docs.workspace.workspace import Workspace

__all__ = [
    "BuildOptions",
    "Choice",
    "Diagnostic",
    "Loaded",
    "OsloregionDocsError",
    "Outcome",
    "Programme",
    "Severity",
    "Workspace",
    "__version__",
    "build",
    "check",
    "explain",
    "export_results",
    "import_results",
    "load",
]

_HOMES = {
    "BuildOptions": "builder.options",
    "Choice": "builder.options",
    "Diagnostic": "diagnostics",
    "Loaded": "workspace.load",
    "OsloregionDocsError": "errors",
    "Outcome": "diagnostics",
    "Programme": "model.programme",
    "Severity": "diagnostics",
    "Workspace": "workspace.workspace",
    "build": "api.build",
    "check": "api.check",
    "explain": "api.explain",
    "export_results": "api.results",
    "import_results": "api.results",
    "load": "workspace.load",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
