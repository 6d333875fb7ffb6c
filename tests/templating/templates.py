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


def written(folder: Path, paragraphs: Sequence[str], header: str = "", footer: str = "") -> Path:
    """A Word file with these paragraphs, and perhaps a header and a footer."""
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


def checked(file: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with a template whose documents have Entries."""
    return check_word_template(file, SHOWN, Entries)


def said(folder: Path, *paragraphs: str) -> list[str]:
    """What is wrong with a template of these paragraphs, as `paragraph:column code message`."""
    return [shown(diagnostic) for diagnostic in checked(written(folder, paragraphs))]


def shown(diagnostic: Diagnostic) -> str:
    """A diagnostic of a template in one line."""
    return f"{diagnostic.span.line}:{diagnostic.span.column} {diagnostic.code} {diagnostic.message}"
