"""Running text without looks: for cells, calendars and data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from osloregion_docs.documents.document import Blocks, Printed, Table
from osloregion_docs.model.content import Block, Insert, ListBlock, Run

_BULLET = "•"
_INDENT = "  "


def plain_text(text: Blocks) -> str:
    """The text, a paragraph or point a line; points behind a bullet or their number, inner ones further in."""
    return "\n".join(_lines(text.items, ""))


def _lines(blocks: Iterable[Printed], indent: str) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (indent + "; ".join(map(str, filter(None, row.cells))) for row in block.rows)
        elif isinstance(block, ListBlock):
            for place, item in enumerate(block.items, block.start):
                yield from _point(item, f"{place}." if block.ordered else _BULLET, indent)
        elif not isinstance(block, Insert):
            yield indent + "".join(map(_format_block, block.runs))


def _point(item: tuple[Block, ...], mark: str, indent: str) -> Iterator[str]:
    """A point: its mark before its first line, the others as far in as its text."""
    inner = list(_lines(item, indent + _INDENT))
    for place, line in enumerate(inner):
        yield f"{indent}{mark} {line.removeprefix(indent + _INDENT)}" if place == 0 else line
    if not inner:
        yield f"{indent}{mark}"


def _format_block(run: Run) -> str:
    """The text, with the address that it leads to, where that is on the web and not what is written."""
    if "://" not in run.link or run.link in run.text:
        return run.text
    return f"{run.text} ({run.link})" if run.text else run.link
