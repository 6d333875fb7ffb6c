"""A printed value that keeps the addresses of what it was formatted from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import GetCoreSchemaHandler
from pydantic_core.core_schema import CoreSchema, is_instance_schema, to_string_ser_schema

from osloregion_docs.keypath import KeyPath


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """Text ready to print, with its sources. Templates, comparisons and JSON treat it as its text."""

    text: str
    sources: tuple[KeyPath, ...] = ()
    """The addresses of the values that it was formatted, added up or counted from."""
    name: str = ""
    """What a computed figure is called; a cell of a table is named by its row and column otherwise."""

    printed_as: ClassVar[str] = ""

    def __str__(self) -> str:
        """The text."""
        return self.text

    def __bool__(self) -> bool:
        """Whether there is anything to print."""
        return bool(self.text)

    def __len__(self) -> int:
        """The number of characters."""
        return len(self.text)

    def __iter__(self) -> Iterator[str]:
        """The characters, for the filters of templates."""
        return iter(self.text)

    def __contains__(self, text: str) -> bool:
        """Whether the text contains another one."""
        return text in self.text

    def __eq__(self, other: object) -> bool:
        """Whether it prints the same; compared with another value, also whether it has the same sources."""
        if isinstance(other, Value):
            return self.text == other.text and self.sources == other.sources
        return self.text == other

    def __hash__(self) -> int:
        """The hash of the text, to which it can be equal."""
        return hash(self.text)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """A schema that takes values as they are, and writes their text to JSON."""
        return is_instance_schema(cls, serialization=to_string_ser_schema())


def locate_entries(texts: Iterable[str], address: KeyPath) -> tuple[Value, ...]:
    """The printed entries of a list without ids, each with its address: the list's, and its place counted from 1."""
    return tuple(Value(text, (address / place,)) for place, text in enumerate(texts, 1))
