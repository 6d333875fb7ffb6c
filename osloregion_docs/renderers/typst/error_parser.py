"""What Typst says of a document, as findings at the place in the sources or in the page template that it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from osloregion_docs.diagnostics import Diagnostic, Finding, Severity, Span
from osloregion_docs.documents.document import Document
from osloregion_docs.keypath import KeyPath
from osloregion_docs.renderers.printed_spans import list_spans

_REPORT: Final = re.compile(
    r"(?ms)^(?:error|warning): (?P<message>.*?)\n(?: *┌─ (?P<file>\S*?):(?P<line>\d+):(?P<column>\d+)\n)?"
    r"(?P<rest>.*?)(?=^(?:error|warning): |\Z)"
)
_HINT: Final = re.compile(r"(?m)= hint: (.+)$")
_LABEL: Final = re.compile(r"<([\w.:-]+)>\s*$")
_STANDARDS: Final = re.compile(r"^PDF/\S+(?:, PDF/\S+)* error: ")
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_NO_GLYPH: Final = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of refusal: what Typst's words hold, our code, our message and our hint; {0} is what was matched."""

    words: re.Pattern[str]
    code: str
    message: str
    hint: str


_KINDS: Final = (
    _Kind(
        _NO_GLYPH,
        "PDF601",
        'no font of the PDF has the character "{0}" ({1})',
        "write it in other words, or put a font that has it in templates/shared/fonts/",
    ),
    _Kind(
        re.compile(r'codepoint `"(.+?)"`'),
        "PDF601",
        "a PDF for the archive cannot hold the character {1}",
        "delete the character, or write it in other words",
    ),
    _Kind(
        re.compile(r"unknown font family: (.+)"),
        "PDF602",
        'there is no font "{0}" in templates/shared/fonts/',
        "put the font's files there, or name another font",
    ),
)
"""The refusals that have words of their own; any other is reported in Typst's words."""


def findings(reports: list[str], source: str, document: Document, page: Path) -> Iterator[Finding | Diagnostic]:
    """What Typst reports, each once, by the address of the text there or by its line in the page template.

    Args:
        reports: Typst's own reports, errors and warnings.
        source: The Typst source that they are about.
        document: The document that it was rendered from.
        page: The page template.
    """
    lines = source.splitlines()
    unique = dict.fromkeys(match.group(0) for report in reports for match in _REPORT.finditer(report.rstrip() + "\n"))
    for match in filter(None, map(_REPORT.match, unique)):
        code, message, hint, quote = _describe(match)
        line = int(match["line"] or 0)
        if place := _in_page(lines, line, page):
            column = int(match["column"]) + 1  # Typst's package counts columns from 0
            span = Span(f"templates/shared/{page.name}", place, column, place, column)
            yield Diagnostic(span, Severity.ERROR, code, message, hint, lines[line - 1])
        else:
            address = KeyPath.of(_address([*lines[:line], *_own_label(lines, line)], document.addresses))
            address = _source_of(quote, address, document)
            yield Finding(address, message, hint, quote=quote, code=code, severity=Severity.ERROR)


def _source_of(quote: str, heading: KeyPath, document: Document) -> KeyPath:
    """The source of the first text below a heading that contains the words to point at; else the heading's address."""
    if not quote:
        return heading
    spans = (span for span in list_spans(document.context) if quote in span.text)
    sources = (source for span in spans for source in span.sources if source.within(heading))
    return next(sources, heading)


def _describe(match: re.Match[str]) -> tuple[str, str, str, str]:
    """Code, message, hint, and the words to point at."""
    message = _STANDARDS.sub("", match["message"].strip())
    for kind in _KINDS:
        if found := kind.words.search(message):
            first = _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), found[1])
            named = " ".join(f"U+{ord(character):04X}" for character in first)
            quote = first if kind.code == "PDF601" else ""
            return kind.code, kind.message.format(first, named), kind.hint.format(first), quote
    hint = _HINT.search(match["rest"])
    return "PDF603", f"Typst refuses it: {message}", hint[1] if hint else "look at templates/shared/page.typ", ""


def _in_page(lines: list[str], line: int, page: Path) -> int:
    """The line of the page template that a line of the source is, counted from 1; 0 if it is none."""
    if not 0 < line <= len(lines) or not lines[line - 1].strip():
        return 0
    template = page.read_text("utf-8").splitlines()
    return template.index(lines[line - 1]) + 1 if lines[line - 1] in template else 0


def _own_label(lines: list[str], line: int) -> list[str]:
    """The label of a heading, which Pandoc writes on the line after it."""
    return [after for after in lines[line : line + 1] if _LABEL.fullmatch(after)]


def _address(before: list[str], addresses: Mapping[str, str]) -> str:
    """The address of the nearest heading at or above a line that has one; the programme itself above the first."""
    for text in reversed(before):
        if (label := _LABEL.search(text)) and label[1] in addresses:
            return addresses[label[1]]
    return ""
