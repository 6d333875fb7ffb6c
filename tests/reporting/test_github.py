"""Diagnostics as GitHub's workflow commands: one line each, whatever their text."""

from __future__ import annotations

import dataclasses

import pytest

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.reporting.github import report
from tests.reporting.diagnostic_samples import sample_diagnostic


def of(file: str = "a.md", message: str = "noe er galt", hint: str = "") -> str:
    """The command of a diagnostic."""
    return report([Diagnostic(Span(file, 7, 4, 7, 6), Severity.WARNING, "TXT999", message, hint)])


def test_whole_command() -> None:
    """Severity, file, line, column, code and message."""
    assert of() == "::warning file=a.md,line=7,col=4,title=TXT999::noe er galt\n"


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")]
)
def test_severities(severity: Severity, command: str) -> None:
    """A note is what GitHub calls a notice."""
    assert report([sample_diagnostic(severity=severity)]).startswith(f"::{command} ")


def test_hint_is_on_a_line_of_its_own() -> None:
    """A line break is escaped as GitHub requires."""
    assert of(hint="stryk det").endswith("::noe er galt%0Ahint: stryk det\n")


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("50 % av", "50 %25 av"),
        ("a\nb", "a%0Ab"),
        ("a\r\nb", "a%0D%0Ab"),
        ("%0A", "%250A"),
        ("a: b, c", "a: b, c"),
        ("a::b", "a::b"),
    ],
)
def test_message_is_escaped(message: str, written: str) -> None:
    """Per cent signs and line breaks; colons and commas are allowed in a message."""
    assert of(message=message).endswith(f"::{written}\n")


@pytest.mark.parametrize(
    ("file", "written"),
    [("a,b.md", "a%2Cb.md"), ("C:/a.md", "C%3A/a.md"), ("100%.md", "100%25.md"), ("a\nb.md", "a%0Ab.md")],
)
def test_file_is_escaped(file: str, written: str) -> None:
    """Colons and commas too: they separate here."""
    assert f"file={written},line=7" in of(file)


def test_one_line_each() -> None:
    """A message cannot begin a command of its own."""
    sly = dataclasses.replace(sample_diagnostic(), message="a\n::set-output name=x::y", hint="\r::error::z")

    assert [line[:10] for line in report([sly, sample_diagnostic()]).splitlines()] == ["::warning "] * 2


def test_empty_report() -> None:
    """Without diagnostics nothing is printed."""
    assert report([]) == ""
