"""The edits there are. Each is a value; several are applied in order, each to what the one before it left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from osloregion_docs.keypath import KeyPath
    from osloregion_docs.sources.tree import Plain


@dataclass(frozen=True, slots=True)
class Set:
    """Replace the value at an address, or add a key at the end of the mapping that is to hold it.

    A value has the form that reading gives it: text in YAML, blocks and runs in the body of a Markdown file; but a
    chapter's title is a line of text.
    """

    path: KeyPath
    value: Plain


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove a key, an entry of a list, a block, an item or a run."""

    path: KeyPath


@dataclass(frozen=True, slots=True)
class Insert:
    """Insert an entry in the list at an address; the list is created where only its key is missing."""

    path: KeyPath
    value: Plain
    place: int | None = None
    """The entry's place, counted from 1; at the end if none is given."""


@dataclass(frozen=True, slots=True)
class Move:
    """Move an entry to a place in its own list or in another list of the same file."""

    path: KeyPath
    to: KeyPath
    """The list that it moves to."""
    place: int | None = None
    """Its place there, counted from 1 without the entry itself; at the end if none is given."""


@dataclass(frozen=True, slots=True)
class Reorder:
    """Put the entries of a list, or the keys of a mapping, in another order."""

    path: KeyPath
    order: tuple[str, ...]
    """The last step of each entry's address, in the new order."""


@dataclass(frozen=True, slots=True)
class AddFile:
    """Add a source file. Its name is relative to the folder of the year, with slashes."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class RemoveFile:
    """Remove a source file. Its name is relative to the folder of the year, with slashes."""

    file: str


Edit: TypeAlias = Set | Delete | Insert | Move | Reorder | AddFile | RemoveFile
