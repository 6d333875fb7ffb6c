"""A change of one measure's results that a row of the workbook requests, and its description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osloregion_docs.keypath import KeyPath
from osloregion_docs.language import Language
from osloregion_docs.model.reports.results import StatusEntry
from osloregion_docs.model.text import Localised

if TYPE_CHECKING:
    from osloregion_docs.diagnostics import Span
    from osloregion_docs.sources.tree import Plain
    from osloregion_docs.workbook.reader import SheetRow

Filled = dict[str, "Plain"]
"""The fields of an entry as sources hold them; `values` by indicator."""

_VALUES = "values"


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a row requests: a new entry of a measure, or other values in an existing one."""

    measure: str
    number: str
    title: str
    row: SheetRow
    place: int
    """Which entry of the measure, counted from 0; as many as there are for a new one."""
    filled: Filled
    """The fields that are new, or other than those of the existing entry."""
    language: Language
    """That of the texts that are filled in."""
    entry: StatusEntry | None = None
    """The existing entry; none for a new one."""

    @property
    def path(self) -> KeyPath:
        """The address of the entry."""
        return KeyPath(("results", "measures", self.measure, "entries", str(self.place + 1)))

    def edits(self) -> Iterator[tuple[tuple[str, ...], Plain]]:
        """The edits of an existing entry: each value with its place in it."""
        for key, value in self.filled.items():
            if isinstance(value, dict):
                yield from (((key, id_), number) for id_, number in value.items())
            else:
                per_language = isinstance(getattr(self.entry, key), Localised)
                yield ((key, self.language) if per_language else (key,)), value

    def lines(self) -> Iterator[str]:
        """The change as people compare texts: what goes after a minus, what comes after a plus."""
        date = self.filled["date"] if self.entry is None else self.entry.date
        yield f"{'+' if self.entry is None else '~'} {date}"
        before = describe_entry(self.entry, self.language) if self.entry else {}
        for key, value in flatten_fields(self.filled).items():
            if key != "date":
                yield from (f"-   {line}" for line in _lines(key, before.get(key, "")))
                yield from (f"+   {line}" for line in _lines(key, value))

    def span_of(self, path: KeyPath) -> Span | None:
        """The cell that a value of the entry was typed into; None for an address elsewhere."""
        if not path.within(self.path):
            return None
        inner = path.steps[len(self.path.steps) :]
        key = inner[0] if inner else "status"
        if key == _VALUES and len(inner) > 1:
            ids = (name for name in self.row.cells if name.startswith("indicator-id:"))
            key = next((f"value:{name[13:]}" for name in ids if self.row.text(name) == inner[1]), key)
        return self.row.span(key if key in self.row.sheet.keys else "status")


def describe_entry(entry: StatusEntry, language: Language) -> dict[str, str]:
    """The fields of an existing entry in the form of those that are filled in: in one language, stripped."""
    fields: Filled = entry.model_dump(mode="json", exclude_defaults=True)
    for key in ("text", "result"):
        if isinstance(forms := fields.get(key), dict):
            fields[key] = forms.get(language, "")
    return {key: value.strip() for key, value in flatten_fields(fields).items()}


def flatten_fields(filled: Filled) -> dict[str, str]:
    """The fields with each value of an indicator apart, as values/indicator."""
    fields: dict[str, str] = {}
    for key, value in filled.items():
        inner = value.items() if isinstance(value, dict) else ()
        fields |= {f"{key}/{id_}": str(number) for id_, number in inner} or {key: str(value)}
    return fields


def _lines(key: str, value: str) -> list[str]:
    first, *more = value.split("\n")
    return [f"{key}: {first}", *(f"  {line}" for line in more)] if value else []
