"""Sample diagnostics, and parts of their report."""

from __future__ import annotations

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.reporting.text import Ink, report


def sample_diagnostic(
    excerpt: str = "", at: tuple[int, int] = (1, 2), severity: Severity = Severity.WARNING, hint: str = ""
) -> Diagnostic:
    """Create a diagnostic in line 7 of a.md, from one column to before another."""
    return Diagnostic(Span("a.md", 7, at[0], 7, at[1]), severity, "TXT999", "noe er galt", hint, excerpt)


def report_lines(diagnostic: Diagnostic) -> list[str]:
    """Return the lines of the report, without colours."""
    return report([diagnostic], Ink(on=False)).splitlines()


def find_marked_text(diagnostic: Diagnostic) -> str:
    """Return the text above the carets."""
    _place, line, carets, *_rest = report_lines(diagnostic)
    return line[carets.index("^") : carets.rindex("^") + 1]
