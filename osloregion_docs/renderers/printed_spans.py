"""The texts that a value prints, each with the addresses of its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.documents.document import Anchored, Blocks, Context, GeneratedList, Line, Printed, Table, ValueRun
from osloregion_docs.documents.value import Value
from osloregion_docs.errors import RenderingFailed, RenderingRefused
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.content import Block, Insert, ListBlock, Run, plain
from osloregion_docs.ooxml.markup import IllegalCharacter, escape


@dataclass(frozen=True, slots=True)
class PrintedSpan:
    """A paragraph, item of a list, cell or stretch of text, and where it comes from."""

    text: str
    sources: tuple[KeyPath, ...]


def spans_of(value: object) -> Iterator[PrintedSpan]:
    """The spans of one printed value whose sources are known: blocks before the computed stretches in them."""
    if isinstance(value, Value):
        if value.sources and value.text:
            yield PrintedSpan(value.text, value.sources)
    elif isinstance(value, Anchored):
        yield from spans_of(value.text)
    elif isinstance(value, Line):
        yield from _computed(value.runs)
    elif isinstance(value, Blocks):
        for block, address in zip(value.items, value.sources or repeat(None), strict=False):
            yield from _block(block, address)


def list_spans(item: object) -> Iterator[PrintedSpan]:
    """The spans of everything that a context contains."""
    if isinstance(item, Value | Anchored | Line | Blocks):
        yield from spans_of(item)
    elif isinstance(item, tuple):
        for inner in item:
            yield from list_spans(inner)
    elif isinstance(item, Context):
        yield from list_spans(tuple(item.__dict__.values()))


def locate_refusal(value: object, error: IllegalCharacter) -> RenderingFailed:
    """The refusal of a character that no file of a format can hold, at the source of the text that contains it."""
    hint = "delete the character in the source"
    refused = (span.sources[0] for span in spans_of(value) if _is_illegal(span.text))
    if (address := next(refused, None)) is None:
        return RenderingFailed(str(error), hint)
    return RenderingRefused([Finding(address, str(error), hint, code="TPL516", severity=Severity.ERROR)])


def _is_illegal(text: str) -> bool:
    try:
        escape(text)
    except IllegalCharacter:
        return True
    return False


def _block(block: Printed | Block, address: KeyPath | None) -> Iterator[PrintedSpan]:
    if isinstance(block, Table):
        for cell in (cell for row in block.rows for cell in row.cells):
            yield from spans_of(cell)
    elif isinstance(block, ListBlock):
        yield from _items(block, address)
    elif not isinstance(block, Insert):
        if address:
            yield PrintedSpan(plain(block.runs), (address,))
        yield from _computed(block.runs)


def _items(block: ListBlock, address: KeyPath | None) -> Iterator[PrintedSpan]:
    is_generated = isinstance(block, GeneratedList)
    for place, item in enumerate(block.items, 1):
        for nth, inner in enumerate(item, 1):
            own = address if address is None or is_generated else address / "items" / place / nth
            yield from _block(inner, own)


def _computed(runs: Iterable[Run]) -> Iterator[PrintedSpan]:
    for run in runs:
        if isinstance(run, ValueRun):
            for value in run.values:
                yield from spans_of(value)
