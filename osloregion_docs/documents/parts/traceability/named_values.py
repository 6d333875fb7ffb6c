"""The figures that a composed document prints, each with a name and the addresses of its sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import BaseModel

from osloregion_docs.documents.document import Document, Table
from osloregion_docs.documents.value import Value
from osloregion_docs.labels import forms


def list_named_values(document: Document) -> Iterator[Value]:
    """Every figure of a document that has a name: computed ones in text, and the cells of tables that have sources."""
    yield from _named(document.context)


def _named(item: object) -> Iterator[Value]:
    if isinstance(item, Value):
        if item.name and item.sources:
            yield item
    elif isinstance(item, Table):
        yield from _cells(item)
    elif isinstance(item, tuple):
        for inner in item:
            yield from _named(inner)
    elif isinstance(item, BaseModel):
        yield from _named(tuple(item.__dict__.values()))


def _cells(table: Table) -> Iterator[Value]:
    """The cells of a table that have sources, named by row and column where they have no name."""
    for row in table.rows:
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
            if isinstance(cell, Value) and cell.sources:
                yield replace(cell, name=cell.name or f"{row.cells[0]}, {forms.in_sentence(column.title)}")
