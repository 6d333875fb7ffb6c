"""Diagnostics for people: place, severity, code and message, the source line with a caret, and a hint."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from osloregion_docs.diagnostics import Diagnostic, Severity

_INK = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.NOTE: "36;1"}
_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours for a terminal, or none."""

    on: bool

    def __call__(self, text: str, code: str) -> str:
        """The text in a colour, given as the number of an ANSI sequence."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text


def report(diagnostics: Iterable[Diagnostic], ink: Ink) -> str:
    """All diagnostics, one paragraph each; nothing where there are none."""
    return "".join(_paragraph(diagnostic, ink) for diagnostic in diagnostics)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many of each there are: ``2 errors and 1 warning in 3 files``; ``nothing found``."""
    listed = list(diagnostics)
    counts = Counter(diagnostic.severity for diagnostic in listed)
    parts = [f"{counts[s]} {s.value}{'' if counts[s] == 1 else 's'}" for s in Severity if counts[s]]
    if not parts:
        return "nothing found"
    files = len({diagnostic.span.file for diagnostic in listed})
    counted = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{counted} in {files} file{'' if files == 1 else 's'}"


def _paragraph(diagnostic: Diagnostic, ink: Ink) -> str:
    span = diagnostic.span
    severity = ink(f"{diagnostic.severity.value} {diagnostic.code}", _INK[diagnostic.severity])
    message = _in_one_line(diagnostic.message)
    lines = [f"{ink(span.place, '1')}: {severity}: {message}"]
    if diagnostic.excerpt:
        lines += _excerpt(diagnostic, ink)
    if diagnostic.hint:
        lines.append(f"  {ink('hint:', '36')} {_in_one_line(diagnostic.hint)}")
    return "\n".join(lines) + "\n\n"


def _in_one_line(text: str) -> str:
    return _harmless(" ".join(text.split("\n")))


def _harmless(text: str) -> str:
    """The text less what could steer a terminal: a source may come from anywhere."""
    return text if text.isprintable() else "".join("\ufffd" if unicodedata.category(c) == "Cc" else c for c in text)


def _excerpt(diagnostic: Diagnostic, ink: Ink) -> list[str]:
    """The source line and a caret under the place; a long line is cut around it."""
    span, line = diagnostic.span, _harmless(diagnostic.excerpt.replace("\t", " "))
    at = span.column - 1
    length = span.end_column - span.column if span.end_line == span.line else len(line) - at
    length = max(1, min(length, len(line) - at))
    start = max(0, at - _WIDTH // 2) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    before, after = ("…" if start else ""), ("…" if start + _WIDTH < len(line) else "")
    number = str(span.line)
    caret = " " * (at - start + len(before)) + "^" * min(length, len(shown) - (at - start) or 1)
    bar = ink("|", "2")
    return [
        f"  {ink(number, '2')} {bar} {before}{shown}{after}",
        f"  {' ' * len(number)} {bar} {ink(caret, _INK[diagnostic.severity])}",
    ]
