"""Renders CSV for a Norwegian Excel: semicolons, a byte order mark, and nothing that is evaluated as a formula.

*Source*: RFC 4180; OWASP, "CSV Injection".
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Final

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.parts.open_data.spreadsheet_table import Tabular, Value
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.renderers.open_data import from_context
from osloregion_docs.renderers.renderer import RenderAssets, Rendered

_MARK: Final = "'"
"""Precedes what would begin a formula; also itself, so that removing one restores the text."""
_RISKY: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", _MARK)


def render(document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
    """Render the table of a document, all values in quotes.

    Raises:
        RenderingFailed: the document is not a table.
    """
    import csv  # noqa: PLC0415 - only rendering needs it
    from io import StringIO  # noqa: PLC0415

    if not isinstance(document.context, Tabular):
        raise RenderingFailed(f"{document.kind} is not a table", "leave out the format")
    table, out = document.context.table(), StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([escape_formula(column.heading) for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(value, column.noun) for column, value in zip(table.columns, row, strict=True)])
    return Rendered(out.getvalue().encode("utf-8-sig"))


def escape_formula(text: str) -> str:
    """Return the text, with an apostrophe before it where a spreadsheet would read it as a formula.

    A program that reads it removes one apostrophe at the beginning to restore the text.
    """
    return _MARK + text if text.startswith(_RISKY) else text


def _cell(value: Value, noun: str) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f").replace(".", ",")
    if noun and value:
        value = f"{noun} {value}"
    return escape_formula(value or "")


CSV = from_context.renderer(format="csv", suffix=".csv", version=1, render=render)
