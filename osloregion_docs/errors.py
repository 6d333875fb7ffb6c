"""What stops the tool, as exceptions; what is wrong in a source is a Diagnostic instead.

OsloregionDocsError
├── WorkspaceNotFound      no programme/ here or above
├── YearNotFound           the workspace has no such year
├── NotAvailable           a kind, format or language that this year does not have
├── TemplateMissing        a document kind has no template of the format
├── RenderingFailed        a template and its values do not make a document
│   └── RenderingRefused   the format refuses it, with its places
├── ToolFailed             a program that we called broke down or took too long
├── WorkbookUnreadable     a file is no workbook of this year's results
├── WorkbookFilledIn       a workbook would be written over that somebody has begun to fill in
├── WorkspaceBusy          another build holds the output folder
├── EditRefused            an edit of a source is not possible
├── NotWritten             something new cannot be put where it belongs
└── CodeUnknown            explain got a code that does not exist
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from osloregion_docs.spelling import did_you_mean

if TYPE_CHECKING:
    from pathlib import Path


class HasMessage(Protocol):
    """What is reported on a source, by address or by place: a Finding or a Diagnostic, which know nothing of errors."""

    @property
    def message(self) -> str:
        """What is there, and what was wanted."""


_WRITABLE = "close it in other programs, and look whether the folder can be written to"


class OsloregionDocsError(Exception):
    """The base of all that stops the tool. `hint` is what to do about it."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class WorkspaceNotFound(OsloregionDocsError):
    """Neither the folder nor one above it holds ``programme/``."""

    def __init__(self, start: Path) -> None:
        super().__init__(
            f"there is no folder named programme in {start} or above it",
            "go to the folder that holds programme/, or name it with --workspace",
        )


class YearNotFound(OsloregionDocsError):
    """The workspace holds no such year."""

    def __init__(self, year: int, years: Iterable[int]) -> None:
        held = ", ".join(map(str, years)) or "none"
        super().__init__(f"there is no programme/{year}", f"years here: {held}")


class NotAvailable(OsloregionDocsError):
    """A requested name is not among those there are."""

    def __init__(self, noun: str, wanted: str, available: Iterable[str]) -> None:
        names = tuple(available)
        near = did_you_mean(wanted, names)
        super().__init__(f'there is no {noun} "{wanted}"', near or f"there is: {', '.join(names)}")


class TemplateMissing(OsloregionDocsError):
    """A file is missing from the templates, in the workspace and among the defaults."""

    def __init__(self, folder: str, file: str) -> None:
        super().__init__(
            f"there is no templates/{folder}/{file}",
            "put one there (where there was a default, that can be copied back), or leave out the format",
        )


class RenderingFailed(OsloregionDocsError):
    """The template and its values do not make a whole document; nothing was written."""


class RenderingRefused(RenderingFailed):
    """A format refuses the document. `issues` is its findings and diagnostics, each to be fixed in its place."""

    def __init__(self, issues: Iterable[HasMessage]) -> None:
        self.issues = tuple(issues)
        super().__init__("; ".join(found.message for found in self.issues))


class ToolFailed(OsloregionDocsError):
    """A program that we call is not there, failed or took too long. `output` is its error output."""

    def __init__(self, program: str, what: str, output: str = "") -> None:
        super().__init__(f"{program} {what}")
        self.output = output


class WorkbookUnreadable(OsloregionDocsError):
    """A file is no workbook that was made to fill in results of this year."""

    def __init__(self, file: str, why: str, hint: str) -> None:
        super().__init__(f"{file}: {why}", hint)


class WorkbookFilledIn(OsloregionDocsError):
    """A workbook with so many rows filled in, or (-1) another file of that name, would be written over."""

    def __init__(self, file: str, rows: int) -> None:
        filled = f"{rows} row{'' if rows == 1 else 's'} of {file} {'is' if rows == 1 else 'are'} filled in"
        message = filled if rows > 0 else f"{file} is there, and is no workbook of these results"
        super().__init__(message, "import it first, take another name, or write over it with --force")


class WorkspaceBusy(OsloregionDocsError):
    """Another build holds the output folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"another build is writing to {folder}", "wait until it has ended, then build again")


class NotWritten(OsloregionDocsError):
    """Something cannot be put where it belongs; nothing was written, and what was there is unchanged."""

    def __init__(self, place: str, why: str, hint: str = _WRITABLE) -> None:
        super().__init__(f"{place} {why}; nothing was written", hint)


class EditRefused(OsloregionDocsError):
    """An edit of a source is not possible: `address` is where, and `why` for which reason; nothing was changed."""

    def __init__(self, address: str, why: str, hint: str) -> None:
        super().__init__(f"{address}: {why}; nothing was changed", hint)
        self.address = address
        self.why = why


class CodeUnknown(NotAvailable):
    """There is no diagnostic with that code."""

    def __init__(self, code: str, codes: Iterable[str]) -> None:
        super().__init__("code", code, codes)
