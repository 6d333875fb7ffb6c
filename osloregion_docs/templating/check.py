"""A template file checked whole: its tags as they are written, and what they ask for."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic, in_order
from osloregion_docs.templating.typecheck import check_placeholders
from osloregion_docs.templating.word import read_tags


def check_template(file: Path, shown: str, context: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a template whose documents have this context."""
    read = read_tags(file, shown)
    return in_order((*read.faults, *check_placeholders(read.tags, context)))
