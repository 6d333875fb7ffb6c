"""What is reported on a source: by address (Finding) and by line (Diagnostic). Values, never printed here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.catalogue import find_pages
from osloregion_docs.messages.message import Facts, Message

T_co = TypeVar("T_co", covariant=True)


class Severity(StrEnum):
    """How bad it is: an error stops a build, a warning wants a human look, a note is for knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic, with its page in the manual."""

    value: str
    title: str
    manual: str
    severity: Severity = Severity.ERROR


def list_codes() -> tuple[Code, ...]:
    """Return the codes with a page in the catalogue: all but those of rules, whose pages are their docstrings."""
    return tuple(
        Code(code, page["title"], page["manual"], Severity(page.get("severity", "error")))
        for code, page in find_pages()
    )


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file, 1-based, end exclusive. Columns count characters, as an editor does.

    In a workbook, lines and columns are those of the sheet, and `cell` names it: ``Tiltak!F7``.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0
    cell: str = ""

    @property
    def place(self) -> str:
        """The file and the place in it, as people look it up: ``a.yaml:7:2``, ``a.xlsx:Tiltak!F7``."""
        return f"{self.file}:{self.cell or f'{self.line}:{self.column}'}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule reports on one address (funn).

    `quote` is words inside that value to point at, and `word` the part of them that is meant; both may be left out.
    Where the quote occurs several times, `occurrence` is the number of the one meant, counted from 0. `message` and
    `hint` are the English wording of `message_id` and `facts`.
    """

    path: KeyPath
    message: str
    hint: str = ""
    quote: str = ""
    word: str = ""
    occurrence: int = 0
    at_key: bool = False
    code: str = ""
    severity: Severity = Severity.WARNING
    message_id: str = ""
    facts: Facts = ()

    @classmethod
    def of(
        cls,
        path: KeyPath,
        message: Message,
        severity: Severity = Severity.WARNING,
        *,
        quote: str = "",
        at_key: bool = False,
    ) -> Finding:
        """Create a finding of a message of the catalogue."""
        return cls(
            path,
            message.text(),
            message.hint(),
            quote,
            at_key=at_key,
            code=message.code,
            severity=severity,
            message_id=message.id,
            facts=message.facts,
        )


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with its place: file, line and column, and the source line as written."""

    span: Span
    severity: Severity
    code: str
    message: str
    hint: str = ""
    excerpt: str = ""
    message_id: str = ""
    facts: Facts = ()

    @classmethod
    def of(cls, span: Span, severity: Severity, message: Message, excerpt: str = "") -> Diagnostic:
        """Create a diagnostic of a message of the catalogue."""
        return cls(span, severity, message.code, message.text(), message.hint(), excerpt, message.id, message.facts)

    @classmethod
    def from_finding(cls, span: Span, finding: Finding, excerpt: str = "") -> Diagnostic:
        """Create the diagnostic of a finding, at the place of its address."""
        words = (finding.message, finding.hint)
        return cls(span, finding.severity, finding.code, *words, excerpt, finding.message_id, finding.facts)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """What a verb returns: a value, where there is one, and all that was reported on the way."""

    value: T_co | None
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that stop a build."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that want a human look."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.WARNING)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics by file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.span, d.code, d.message)))
