"""Diagnostics for people: the place, the line with its caret, the hint, and the count."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.reporting.text import Ink, report, summary
from tests.reporting.diagnostic_samples import find_marked_text, report_lines, sample_diagnostic

LONG = " ".join(f"ord{place:03}" for place in range(43))
"""300 characters: words of six letters, each with its number."""


def of_word(place: int) -> tuple[int, int]:
    """Return the columns of the word with that number, end exclusive."""
    return (7 * place + 1, 7 * place + 7)


def test_whole_paragraph() -> None:
    """Place, severity, code and message; the line; the caret; the hint; and an empty line."""
    text = report([sample_diagnostic("tiltak - her", (8, 9), hint="bruk en tankestrek")], Ink(on=False))

    assert text == (
        "a.md:7:8: warning TXT999: noe er galt\n  7 | tiltak - her\n    |        ^\n  hint: bruk en tankestrek\n\n"
    )


def test_empty_report() -> None:
    """Without diagnostics nothing is printed."""
    assert report([], Ink(on=False)) == ""


def test_without_an_excerpt() -> None:
    """A diagnostic of a whole file has no line to show."""
    assert report_lines(sample_diagnostic()) == ["a.md:7:1: warning TXT999: noe er galt", ""]


@pytest.mark.parametrize(
    ("line", "at", "words"),
    [
        ("tiltak", (1, 7), "tiltak"),
        ("ære være øya på ås", (10, 13), "øya"),
        ("«å» og ‘æ’ – øl", (14, 16), "øl"),
        ("\tinnrykket\tord", (12, 15), "ord"),
        ("slutt", (5, 6), "t"),
        ("hardt\u00a0mellomrom", (7, 16), "mellomrom"),
    ],
)
def test_caret_is_under_the_words(line: str, at: tuple[int, int], words: str) -> None:
    """Also behind Norwegian letters, quotation marks and tabs."""
    assert find_marked_text(sample_diagnostic(line, at)) == words


def test_caret_behind_the_line() -> None:
    """What is missing at the end of a line is pointed at behind it."""
    _place, line, carets, *_rest = report_lines(sample_diagnostic("tittel:", (8, 8)))

    assert carets.index("^") == len(line)


def test_numbers_of_any_length_are_aligned() -> None:
    """The bar of the caret is under the bar of the line."""
    far = dataclasses.replace(sample_diagnostic("ord", (1, 4)), span=Span("a.md", 1234, 1, 1234, 4))
    _place, line, carets, *_rest = report_lines(far)

    assert line.index("|") == carets.index("|")


def test_words_over_several_lines_are_marked_to_the_end_of_the_first() -> None:
    """Only the first is shown."""
    over = dataclasses.replace(sample_diagnostic("en liste her"), span=Span("a.md", 7, 4, 9, 2))

    assert find_marked_text(over) == "liste her"


@pytest.mark.parametrize("place", [0, 1, 21, 42])
def test_long_line_is_cut_around_the_caret(place: int) -> None:
    """The words are shown wherever they are in the line."""
    assert find_marked_text(sample_diagnostic(LONG, of_word(place))) == f"ord{place:03}"


@pytest.mark.parametrize(("place", "cut"), [(1, (False, True)), (21, (True, True)), (42, (True, False))])
def test_dots_say_where_a_line_is_cut(place: int, cut: tuple[bool, bool]) -> None:
    """At the end that is left out."""
    line = report_lines(sample_diagnostic(LONG, of_word(place)))[1].removeprefix("  7 | ")

    assert (line.startswith("…"), line.endswith("…")) == cut


@pytest.mark.parametrize("at", [(1, 2), (148, 151), (298, 301), (10, 290)])
def test_long_line_fits_on_a_screen(at: tuple[int, int]) -> None:
    """Line and caret both."""
    assert max(map(len, report_lines(sample_diagnostic(LONG, at)))) <= 120


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300), st.data())
def test_what_is_pointed_at_is_what_was_meant(line: str, data: st.DataObject) -> None:
    """In any line, any range of it: the marked characters are its first ones."""
    start = data.draw(st.integers(1, len(line)))
    end = data.draw(st.integers(start + 1, len(line) + 1))
    lines = report([sample_diagnostic(line, (start, end))], Ink(on=False)).split("\n")
    found = lines[1][lines[2].index("^") : lines[2].rindex("^") + 1]

    assert found == line[start - 1 : end - 1][: len(found)] != ""


def test_message_of_several_lines_is_shown_in_one() -> None:
    """A value with a line break in it does not look like two findings."""
    several = dataclasses.replace(sample_diagnostic("ord"), message='"a\nb" is not a timeframe')

    assert [line for line in report_lines(several) if line.startswith("b")] == []


@pytest.mark.parametrize("field", ["message", "hint", "excerpt"])
def test_source_cannot_steer_the_terminal(field: str) -> None:
    """A control character in a source, and so in its message, does not reach the terminal."""
    steering = dataclasses.replace(sample_diagnostic("ord"), **{field: "a\x1b[31mb\x07\x9b"})

    assert [c for c in report([steering], Ink(on=False)) if c in "\x1b\x07\x9b"] == []


@pytest.mark.parametrize(
    ("severity", "code"), [(Severity.ERROR, "31;1"), (Severity.WARNING, "33;1"), (Severity.NOTE, "36;1")]
)
def test_severities_have_colours(severity: Severity, code: str) -> None:
    """Red, yellow and cyan, where there are colours."""
    assert f"\x1b[{code}m{severity} TXT999\x1b[0m" in report([sample_diagnostic(severity=severity)], Ink(on=True))


def test_colours_change_no_words() -> None:
    """Taken out again, what is left is the text without colours."""
    one = sample_diagnostic("et ord her", (4, 7), hint="stryk det")
    coloured = report([one], Ink(on=True))
    for code in ("31;1", "33;1", "36;1", "36", "1", "2", "0"):
        coloured = coloured.replace(f"\x1b[{code}m", "")

    assert coloured == report([one], Ink(on=False))


def create_diagnostics(*severities: str, files: int = 1) -> list[Diagnostic]:
    """Create diagnostics of these severities, alternating between files."""
    return [
        Diagnostic(Span(f"{place % files}.md"), Severity(severity), "TXT999", "noe er galt")
        for place, severity in enumerate(severities)
    ]


@pytest.mark.parametrize(
    ("diagnostics", "words"),
    [
        ([], "nothing found"),
        (create_diagnostics("error"), "1 error in 1 file"),
        (create_diagnostics("warning", "warning"), "2 warnings in 1 file"),
        (create_diagnostics("warning", "error", "error", files=3), "2 errors and 1 warning in 3 files"),
        (create_diagnostics("note", "warning", "error", files=2), "1 error, 1 warning and 1 note in 2 files"),
        (create_diagnostics("note", "note"), "2 notes in 1 file"),
    ],
)
def test_summary(diagnostics: list[Diagnostic], words: str) -> None:
    """How many of each, the worst first, and in how many files."""
    assert summary(diagnostics) == words


def test_diagnostics_may_come_one_by_one() -> None:
    """The summary iterates over them once."""
    assert summary(iter(create_diagnostics("error", "error"))) == "2 errors in 1 file"
