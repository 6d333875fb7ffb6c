"""Diagnostics for programs: JSON with a version, described in docs/diagnostics.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from osloregion_docs.diagnostics import Diagnostic, Severity

VERSION = 1


def report(diagnostics: Iterable[Diagnostic], more: Mapping[str, object]) -> str:
    """All diagnostics and their count as one JSON object; `more` is further keys of it."""
    listed = list(diagnostics)
    counts = Counter(diagnostic.severity for diagnostic in listed)
    content = {
        "version": VERSION,
        **more,
        "diagnostics": [_entry(diagnostic) for diagnostic in listed],
        "summary": {f"{severity.value}s": counts[severity] for severity in Severity},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _entry(diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    return {
        "file": span.file,
        **({"cell": span.cell} if span.cell else {}),
        "line": span.line,
        "column": span.column,
        "end_line": max(span.end_line, span.line),
        "end_column": span.end_column or span.column,
        "severity": diagnostic.severity.value,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "message_id": diagnostic.message_id,
        "facts": dict(diagnostic.facts),
        "excerpt": diagnostic.excerpt,
    }
