"""What a document kind is, and what one composed document holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from osloregion_docs.language import Language
from osloregion_docs.model.content import Heading, Insert, ListBlock, Paragraph
from osloregion_docs.model.programme import Programme

_ROWS_OF_SMALL = 20


class Context(BaseModel):
    """What a template may use; every value is text ready to print, in the document's language."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class TableColumn(Context):
    """A column of a table: its heading, its share of the width in thousandths, and whether it holds numbers."""

    title: str
    width: int
    numeric: bool = False


class TableRow(Context):
    """A row of a table; its first cell is its heading. A title begins a group, a sum ends one; `level` sets it in."""

    cells: tuple[str, ...]
    role: Literal["line", "title", "sum"] = "line"
    level: int = 0


class Table(Context):
    """A table with a heading for each column and each row. The look is that of the formats; here is what it says.

    `name` tells those who do not see it what it is; `caption` stands above it. One that is `wide` reaches into the
    margin.
    """

    kind: Literal["table"] = "table"
    name: str
    caption: str = ""
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    wide: bool = False

    @property
    def is_small(self) -> bool:
        """Whether it should stand on one page."""
        return len(self.rows) <= _ROWS_OF_SMALL


Printed: TypeAlias = Annotated[Paragraph | ListBlock | Heading | Insert | Table, Field(discriminator="kind")]


class Blocks(Context):
    """Paragraphs, lists and tables. A Word template shows it alone in a paragraph: ``{{p chapter.text }}``."""

    printed_as: ClassVar[str] = "p"

    items: tuple[Printed, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to print, so that a template can ask ``{%p if measure.content %}``."""
        return bool(self.items)


class Anchored(Context):
    """A line of text that links can lead to. A Word template shows it as ``{{r measure.title }}``."""

    printed_as: ClassVar[str] = "r"

    text: str
    anchor: str


class Properties(Context):
    """What a file says of itself: shown by programs in its title bar and its list of properties."""

    title: str
    author: str
    language: Language
    status: str = ""
    description: str = ""
    """One sentence for those who find it in a search or as a link."""
    heading: str = ""
    """The title as it stands on the document itself, for lists among its like; `title` where there is none."""


@dataclass(frozen=True, slots=True)
class Document:
    """One composed document: a kind, about a subject, in a language."""

    kind: str
    subject: str
    name: str
    language: Language
    properties: Properties
    context: Context
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Anchor of a place in the document to the address of what stands there: where to look when a format refuses it."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document (dokumenttype): its context, what it can be about, and how it is composed."""

    name: str
    title: str
    context: type[Context]
    formats: tuple[str, ...]
    compose: Callable[[Programme, Language], tuple[Document, ...]]
