"""Diagnostics to report on."""

from __future__ import annotations

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.reporting.text import Ink, report


def said(
    excerpt: str = "", at: tuple[int, int] = (1, 2), severity: Severity = Severity.WARNING, hint: str = ""
) -> Diagnostic:
    """A diagnostic of line 7 of a.md, from one column to before another."""
    return Diagnostic(Span("a.md", 7, at[0], 7, at[1]), severity, "TXT999", "noe er galt", hint, excerpt)


def shown(diagnostic: Diagnostic) -> list[str]:
    """The lines that people see, without colours."""
    return report([diagnostic], Ink(on=False)).splitlines()


def pointed_at(diagnostic: Diagnostic) -> str:
    """What stands above the carets."""
    _place, line, carets, *_rest = shown(diagnostic)
    return line[carets.index("^") : carets.rindex("^") + 1]
