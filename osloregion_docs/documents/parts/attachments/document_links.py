"""Links to what is built beside a document: files that are sent along, other documents, and parts of a pack.

A document is composed once for all its formats, so a link to another document does not name the format: each renderer
says which suits it. All of these are composed here; a source can only link to a measure or to the web (REF304).
"""

from __future__ import annotations

import posixpath
from typing import Final

_BUILT: Final = "built:"
_PART: Final = "part:"


def to_file(file: str, seen_from: str) -> str:
    """A link to a file; both the file and the folder that it is seen from are relative to the output folder."""
    return posixpath.relpath(file, seen_from or ".")


def to_document(stem: str, seen_from: str) -> str:
    """A link to a built document, by the name of its files less the suffix."""
    return f"{_BUILT}{to_file(stem, seen_from)}"


def to_part(place: int) -> str:
    """A link to the document that is bound in at a place, counted from one."""
    return f"{_PART}{place}"


def is_document(link: str) -> bool:
    """Whether a link leads to a built document."""
    return link.startswith(_BUILT)


def as_file(link: str) -> str:
    """The link as it is written; to a built document as PDF, which everybody can read and print."""
    return f"{link.removeprefix(_BUILT)}.pdf" if is_document(link) else link


def part_of(link: str) -> int | None:
    """The place of the bound document that a link leads to, if it leads to one."""
    return int(link.removeprefix(_PART)) if link.startswith(_PART) else None
