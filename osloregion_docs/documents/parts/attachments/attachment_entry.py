"""How an attachment is listed: its number, its title with a link, and notes on it."""

from __future__ import annotations

from osloregion_docs.documents.document import Line
from osloregion_docs.model.content import Run


def linked(title: Line, link: str) -> Line:
    """The title as a link; as it is where there is nothing to lead to."""
    return Line(runs=tuple(run.model_copy(update={"link": link}) for run in title.runs)) if link else title


def listed(number: str, title: Line, note: str) -> Line:
    """``Vedlegg 2: Uttalelse fra revisor (fra Fjordby revisjon)``."""
    return Line(runs=(Run(text=f"{number}: "), *title.runs, *((Run(text=f" ({note})"),) if note else ())))
