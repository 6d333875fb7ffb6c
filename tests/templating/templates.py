"""Small Word templates to test with, made from lists of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.text.paragraph import Paragraph
from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Anchored, Blocks
from osloregion_docs.templating.check import check_word_template

SHOWN = "main.docx"


class MeasureEntry(BaseModel):
    """A measure as these templates may show it."""

    title: Anchored
    timeframe: str
    parties: tuple[str, ...]
    content: Blocks


class Entries(BaseModel):
    """What these templates may use."""

    title: str
    year: int
    text: Blocks
    measures: tuple[MeasureEntry, ...]


def write_template(folder: Path, paragraphs: Sequence[str], header: str = "", footer: str = "") -> Path:
    """Write a Word file with these paragraphs, and perhaps a header and a footer."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    file = folder / SHOWN
    document.save(str(file))
    return file


def in_pieces(paragraph: Paragraph, pieces: Sequence[tuple[str, bool]]) -> None:
    """Runs of text in a paragraph, each bold or not."""
    for text, bold in pieces:
        paragraph.add_run(text).bold = bold or None


def check_template(file: Path) -> tuple[Diagnostic, ...]:
    """Check a template whose documents have Entries."""
    return check_word_template(file, SHOWN, Entries)


def list_issues(folder: Path, *paragraphs: str) -> list[str]:
    """List the issues of a template of these paragraphs, as `paragraph:column code message`."""
    return [format_issue(diagnostic) for diagnostic in check_template(write_template(folder, paragraphs))]


def format_issue(diagnostic: Diagnostic) -> str:
    """Format a diagnostic of a template as one line."""
    return f"{diagnostic.span.line}:{diagnostic.span.column} {diagnostic.code} {diagnostic.message}"
