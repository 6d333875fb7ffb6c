"""A fact as documents list it: what it is called, and its value in a line."""

from __future__ import annotations

from osloregion_docs.documents.document import Context, Line
from osloregion_docs.model.content import Run


class FactEntry(Context):
    """One fact: its label, and its value, with line breaks between several."""

    label: str
    value: Line


def plain(text: str, link: str = "") -> Line:
    """A line in the document's language; all of it a link, where an address is given."""
    return Line(runs=(Run(text=text, link=link),))
