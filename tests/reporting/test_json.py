"""Diagnostics for programs: one JSON object whose keys do not change within a version."""

from __future__ import annotations

import json
from typing import Any

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.reporting.json import report
from tests.reporting.diagnostic_samples import sample_diagnostic


def read_report(*diagnostics: Diagnostic, **more: object) -> dict[str, Any]:
    """Parse the JSON of a report."""
    read: dict[str, Any] = json.loads(report(diagnostics, more))
    return read


def test_keys_of_the_whole() -> None:
    """The version first, then what the command adds, then the diagnostics and their count."""
    assert list(read_report(sample_diagnostic(), year=2018)) == ["version", "year", "diagnostics", "summary"]


def test_version() -> None:
    """The first version."""
    assert read_report()["version"] == 1


def test_keys_of_a_diagnostic() -> None:
    """Every fact under its own key."""
    assert read_report(sample_diagnostic("et ord", (4, 6), hint="stryk det"))["diagnostics"] == [
        {
            "file": "a.md",
            "line": 7,
            "column": 4,
            "end_line": 7,
            "end_column": 6,
            "severity": "warning",
            "code": "TXT999",
            "message": "noe er galt",
            "hint": "stryk det",
            "message_id": "",
            "facts": {},
            "excerpt": "et ord",
        }
    ]


def test_place_without_an_end_ends_where_it_begins() -> None:
    """An end is always present."""
    whole = Diagnostic(Span("a.md", 7, 4), Severity.ERROR, "TXT999", "noe er galt")
    [entry] = read_report(whole)["diagnostics"]

    assert (entry["end_line"], entry["end_column"]) == (7, 4)


def test_summary_names_every_severity() -> None:
    """Also those without diagnostics."""
    assert read_report(sample_diagnostic(), sample_diagnostic(severity=Severity.ERROR))["summary"] == {
        "errors": 1,
        "warnings": 1,
        "notes": 0,
    }


def test_nothing_found_is_an_object_too() -> None:
    """The keys are the same without diagnostics."""
    assert read_report() == {"version": 1, "diagnostics": [], "summary": {"errors": 0, "warnings": 0, "notes": 0}}


def test_letters_are_not_escaped() -> None:
    """For readability."""
    assert "«blåbær»" in report([sample_diagnostic("«blåbær»")], {})


def test_last_line_ends() -> None:
    """As a text file does."""
    assert report([], {})[-2:] == "}\n"
