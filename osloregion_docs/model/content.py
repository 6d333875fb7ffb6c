"""Running text as a tree: paragraphs, lists of any depth, headings, and values inserted by address."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from osloregion_docs.model.base import Model


class Placeholder(Model):
    """A value of the programme in running text: its address, and the form it is printed in."""

    path: str
    form: str = ""

    @property
    def written(self) -> str:
        """The address as the author wrote it, for diagnostics."""
        return self.path


class Run(Model):
    """A stretch of text with one style. A link without text prints the number of the measure it names."""

    text: str = ""
    strong: bool = False
    emphasis: bool = False
    link: str = ""
    language: str = ""
    """The tag of its language, where that is not the document's: sv, en-GB."""
    placeholder: Placeholder | None = None


class Paragraph(Model):
    """One paragraph."""

    kind: Literal["paragraph"] = "paragraph"
    runs: tuple[Run, ...]


class ListBlock(Model):
    """A list of bullets, or of numbers if `ordered`. Each item holds blocks, so lists nest to any depth."""

    kind: Literal["list"] = "list"
    ordered: bool = False
    start: int = 1
    """The number of its first item, if it is ordered."""
    items: tuple[tuple[Block, ...], ...]


class Heading(Model):
    """A heading inside a chapter; the chapter's own title is level 1."""

    kind: Literal["heading"] = "heading"
    level: int = Field(ge=2, le=3)
    runs: tuple[Run, ...]


class Insert(Model):
    """A place where a whole part of the programme is inserted, such as its measures."""

    kind: Literal["insert"] = "insert"
    placeholder: Placeholder


Block = Annotated[Paragraph | ListBlock | Heading | Insert, Field(discriminator="kind")]
Content = tuple[Block, ...]


def walk_blocks(content: Content) -> list[tuple[Block, int]]:
    """List every block in reading order, with the number of lists it is nested in."""
    found: list[tuple[Block, int]] = []
    for block in content:
        found.append((block, 0))
        if isinstance(block, ListBlock):
            found += [(inner, depth + 1) for item in block.items for inner, depth in walk_blocks(item)]
    return found


def walk_runs(content: Content) -> list[Run]:
    """List every run in reading order."""
    found: list[Run] = []
    for block in content:
        if isinstance(block, ListBlock):
            for item in block.items:
                found += walk_runs(item)
        elif not isinstance(block, Insert):
            found += block.runs
    return found


def depth_of(content: Content) -> int:
    """Return the greatest nesting depth of lists."""
    depth, inside = 0, list(content)
    while lists := [block for block in inside if isinstance(block, ListBlock)]:
        depth, inside = depth + 1, [block for each in lists for item in each.items for block in item]
    return depth


def plain(runs: tuple[Run, ...]) -> str:
    """Return the text of the runs, without inserted values."""
    return "".join(run.text for run in runs)
