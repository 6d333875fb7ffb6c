"""Diagnostics as annotations on the lines of a pull request.

*Source*: GitHub Actions, workflow commands.
"""

from __future__ import annotations

from collections.abc import Iterable

from osloregion_docs.diagnostics import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """One workflow command a diagnostic."""
    return "".join(_command(diagnostic) for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    place = f"file={_property(span.file)},line={span.line},col={span.column},title={diagnostic.code}"
    text = (
        (f"{span.cell}: " if span.cell else "")
        + diagnostic.message
        + (f"\nhint: {diagnostic.hint}" if diagnostic.hint else "")
    )
    return f"::{_COMMANDS[diagnostic.severity]} {place}::{_escape(text)}\n"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
