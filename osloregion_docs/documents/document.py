"""What a document kind is, and what one composed document holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, ClassVar, Literal, TypeAlias, get_args

from pydantic import BaseModel, ConfigDict, Field

from osloregion_docs.charts.kinds.kinds import AnyChart
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.language import Language
from osloregion_docs.model.content import Block, Heading, Insert, ListBlock, Paragraph, Run
from osloregion_docs.model.programme import Programme
from osloregion_docs.publicity import Audience

_ROWS_OF_SMALL = 20


class Context(BaseModel):
    """What a template may use; every value is text ready to print, in the document's language."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    hidden: ClassVar[frozenset[str]] = frozenset()
    """Its fields that are for renderers, and no names in templates."""


class TableColumn(Context):
    """A column of a table: its heading, its share of the width in thousandths, and whether it holds numbers."""

    title: str
    width: int
    numeric: bool = False


class TableRow(Context):
    """A row of a table; its first cell is its heading. A title begins a group, a sum ends one; `level` sets it in."""

    cells: tuple[str | Value, ...]
    role: Literal["line", "title", "sum"] = "line"
    level: int = 0
    anchor: str = ""
    """Its name on the web page, where links should lead to it."""
    marked: tuple[int, ...] = ()
    """The places of its cells that are set in bold, such as a gap; the first is 0."""


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
        """Whether it should stand on one page; rows of words alone take too many lines to tell."""
        return len(self.rows) <= _ROWS_OF_SMALL and any(column.numeric for column in self.columns)


Printed: TypeAlias = Annotated[Paragraph | ListBlock | Heading | Insert | Table, Field(discriminator="kind")]


class Blocks(Context):
    """Paragraphs, lists and tables. A Word template shows it alone in a paragraph: ``{{p chapter.text }}``."""

    printed_as: ClassVar[str] = "p"
    hidden: ClassVar[frozenset[str]] = frozenset({"sources"})

    items: tuple[Printed, ...] = ()
    sources: tuple[KeyPath, ...] = Field(default=(), exclude=True)
    """The address of each item, such as ``texts/innledning/content/2``; empty where none is known."""

    def __bool__(self) -> bool:
        """Whether there is anything to print, so that a template can ask ``{%p if measure.content %}``."""
        return bool(self.items)


class GeneratedList(ListBlock):
    """A list that the sources do not contain: its items have the address of the whole list."""

    items: tuple[tuple[Block, ...], ...]


class ValueRun(Run):
    """A stretch of text that is computed, or that contains computed values."""

    values: tuple[Value, ...] = Field(default=(), exclude=True)


class Line(Context):
    """A line of text with its words of other languages marked. A Word template shows it as ``{{r case.title }}``."""

    printed_as: ClassVar[str] = "line"

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The line as plain text."""
        return "".join(run.text for run in self.runs)


class Anchored(Context):
    """A line of text that links can lead to. A Word template shows it as ``{{r measure.title }}``."""

    printed_as: ClassVar[str] = "r"

    text: str | Value
    anchor: str


class Picture(Context):
    """A picture (figur), drawn when it is rendered. A Word template shows it alone in a paragraph: ``{{p figure }}``.

    It is false while there is nothing to draw, so that a template can ask ``{%p if figure %}``.
    """

    printed_as: ClassVar[str] = "picture"
    hidden: ClassVar[frozenset[str]] = frozenset({"chart"})

    anchor: str
    """Its name in the document: links can lead to it, and no other place has it."""
    caption: str
    alternative: str
    """One sentence with every value that it shows, for those who do not see it."""
    description: str = ""
    """How it is drawn and read."""
    table: Blocks = Blocks()
    """The values that it shows, as a table."""
    chart: AnyChart

    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.chart)


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
class Shelf:
    """Where a document stands among those of its year; no document shows it."""

    group: str = ""
    """What it is listed under, such as a meeting; empty for what stands by itself."""
    key: str = ""
    """What groups and documents are ordered by."""
    audience: Audience = Audience.PUBLIC


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
    shelf: Shelf = field(default_factory=Shelf)
    parts: tuple[Document, ...] = ()
    """The documents that are merged into it, one after the other, as in a meeting pack."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document (dokumenttype): its context, what it can be about, and how it is composed."""

    name: str
    title: str
    context: type[Context]
    formats: tuple[str, ...]
    compose: Callable[[Programme, Language], tuple[Document, ...]]


def file_stem(name: str, language: Language, programme: Programme) -> str:
    """The name of a document's files less the suffix; those of the programme's later languages are marked with it."""
    return f"{name}-{language}" if language in programme.languages[1:] else name


def pictures(document: Document) -> Iterator[Picture]:
    """The pictures of a document and of those that are merged into it, in order."""
    yield from _pictures(document.context)
    for each in document.parts:
        yield from pictures(each)


def _pictures(value: object) -> Iterator[Picture]:
    if isinstance(value, Picture):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _pictures(inner)
    elif isinstance(value, Context) and _may_show(type(value)):
        for inner in value.__dict__.values():
            yield from _pictures(inner)


@cache
def _may_show(kind: type[Context]) -> bool:
    """Whether contexts of a type can hold a picture: most cannot, and need not be searched."""
    return kind is Picture or any(_names_one(field.annotation) for field in kind.model_fields.values())


def _names_one(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Context):
        return _may_show(annotation)
    return any(_names_one(inner) for inner in get_args(annotation))
