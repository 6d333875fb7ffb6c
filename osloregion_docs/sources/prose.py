"""The result of reading Markdown: blocks, faults, and the places of headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from osloregion_docs.sources.tree import Plain


class Fault(NamedTuple):
    """Something wrong in a stretch of Markdown: from byte to byte of it, and words inside that to point at, if any."""

    start: int
    end: int
    code: str
    message: str
    hint: str
    quote: str = ""


@dataclass(slots=True)
class Prose:
    """What came of reading one stretch of Markdown."""

    blocks: list[Plain] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    """The byte range of each heading of level 2, in order."""

    @property
    def content(self) -> Plain:
        """The blocks, as a value of the tree; nothing if there are none."""
        return self.blocks or None
