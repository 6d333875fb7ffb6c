"""Diagnostics for programs: one JSON object whose keys do not change within a version."""

from __future__ import annotations

import json
from typing import Any

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.reporting.json import report
from tests.reporting.said import said


def told(*diagnostics: Diagnostic, **more: object) -> dict[str, Any]:
    """What a program reads."""
    read: dict[str, Any] = json.loads(report(diagnostics, more))
    return read


def test_keys_of_the_whole() -> None:
    """The version first, then what the command adds, then the diagnostics and their count."""
    assert list(told(said(), year=2018)) == ["version", "year", "diagnostics", "summary"]


def test_version() -> None:
    """The first there is."""
    assert told()["version"] == 1


def test_keys_of_a_diagnostic() -> None:
    """Everything there is to know, each by its name."""
    assert told(said("et ord", (4, 6), hint="stryk det"))["diagnostics"] == [
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
    """A program needs not ask whether there is an end."""
    whole = Diagnostic(Span("a.md", 7, 4), Severity.ERROR, "TXT999", "noe er galt")
    [entry] = told(whole)["diagnostics"]

    assert (entry["end_line"], entry["end_column"]) == (7, 4)


def test_summary_names_every_severity() -> None:
    """Also those of which there are none."""
    assert told(said(), said(severity=Severity.ERROR))["summary"] == {"errors": 1, "warnings": 1, "notes": 0}


def test_nothing_found_is_an_object_too() -> None:
    """Programs read the same keys when all is well."""
    assert told() == {"version": 1, "diagnostics": [], "summary": {"errors": 0, "warnings": 0, "notes": 0}}


def test_letters_stand_as_they_are() -> None:
    """For the people who read it after all."""
    assert "«blåbær»" in report([said("«blåbær»")], {})


def test_last_line_ends() -> None:
    """As a text file does."""
    assert report([], {})[-2:] == "}\n"
