"""A template file checked whole: its tags as they are written, and what they ask for."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic, in_order
from osloregion_docs.templating import markdown, word
from osloregion_docs.templating.template import Tags
from osloregion_docs.templating.typecheck import Dialect, check_placeholders


def check_word_template(file: Path, shown: str, context: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a Word template whose documents have this context."""
    return _check(word.read_tags(file, shown), context, word.WORD)


def check_markdown_template(file: Path, shown: str, context: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the tags of a Markdown template whose documents have this context."""
    return _check(markdown.read_tags(file, shown), context, markdown.MARKDOWN)


def _check(read: Tags, context: type[BaseModel], dialect: Dialect) -> tuple[Diagnostic, ...]:
    return in_order((*read.faults, *check_placeholders(read.tags, context, dialect)))
