"""From the rows of a workbook to the changes that they ask for, and everything that is wrong in them by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from osloregion_docs.diagnostics import Diagnostic, Severity, Span
from osloregion_docs.documents.parts.formatting import measure_numbers
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.results import MeasureResults, StatusEntry
from osloregion_docs.model.text import localise
from osloregion_docs.spelling import did_you_mean
from osloregion_docs.workbook.cells import CellFault, read_day, read_line, read_link, read_status, read_text, read_value
from osloregion_docs.workbook.changes import Change, Filled, told
from osloregion_docs.workbook.columns import history_digest, row_digest
from osloregion_docs.workbook.read import Cell, SheetRow
from osloregion_docs.workbook.rows import SEALED

_VALUE = "value:"
_WORDS = ("text", "result", "link", "by")


@dataclass(slots=True)
class Proposed:
    """What a workbook asks for: its changes, those that are held back, and what is said of its cells."""

    changes: list[Change] = field(default_factory=list)
    held_back: list[Change] = field(default_factory=list)
    """Those of measures whose sources have changed since the workbook was made."""
    said: list[Diagnostic] = field(default_factory=list)
    unchanged: int = 0
    """How many rows ask for nothing, or for what stands already."""

    def fault(self, span: Span, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        """Note something that is wrong with a cell."""
        self.said.append(Diagnostic(span, severity, code, message, hint))


def proposed(programme: Programme, rows: Sequence[SheetRow], *, regardless: bool) -> Proposed:
    """What the rows of a workbook ask for.

    Args:
        programme: The year as its sources say it now.
        rows: Those of the sheet of measures.
        regardless: Whether also measures are changed whose sources have changed since the workbook was made.
    """
    made = Proposed()
    measures = {measure.id: measure for measure in programme.measures}
    counts = Counter(row.text("id") for row in rows if is_filled(row))
    for row in rows:
        for cell in row.beside:
            hint = "move it into a white cell, or empty the cell"
            made.fault(cell.span, "RES208", "nothing is read from this column", hint, Severity.WARNING)
        if not is_filled(row):
            made.unchanged += 1
        elif measure := _measure_of(row, measures, counts, made):
            _propose(programme, measure, row, made, regardless=regardless)
    return made


def is_filled(row: SheetRow) -> bool:
    """Whether anything is filled in: a date alone, which may have stood there from the start, says nothing."""
    return any(key in {"status", *_WORDS} or key.startswith(_VALUE) for key in row.cells)


def _measure_of(row: SheetRow, measures: dict[str, Measure], counts: Counter[str], made: Proposed) -> Measure | None:
    """The measure that a row is of, if its locked cells can be trusted."""
    id_ = row.text("id")
    if id_ and counts[id_] > 1:
        made.fault(row.span("measure"), "RES204", f'the measure "{id_}" has {counts[id_]} rows', "keep one of them")
    elif id_ not in measures:
        message = f'there is no measure "{id_}"' if id_ else "the row is of no measure"
        hint = did_you_mean(id_, measures) or "export anew, and move what is filled in to the row of its measure"
        made.fault(row.span("measure"), "RES204", message, hint)
    elif row.text("row") != row_digest(_sealed(row)):
        message = "the locked cells of the row are not those that were exported"
        made.fault(row.span("measure"), "RES205", message, "export anew, and fill in that file")
    else:
        return measures[id_]
    return None


def _sealed(row: SheetRow) -> Iterator[str]:
    yield from (row.text(key) for key in SEALED)
    yield from (row.text(key) for key in row.sheet.keys if key.startswith("indicator") and key in row.cells)


def _propose(programme: Programme, measure: Measure, row: SheetRow, made: Proposed, *, regardless: bool) -> None:
    """What a row that is filled in asks for."""
    faults = len(made.said)
    results = programme.results.of(measure.id)
    filled = _filled(programme, row, made)
    place, entry = _standing_entry(results, str(filled.get("date")))
    if "date" not in row.cells:
        made.fault(row.span("date"), "RES203", "the date is missing", "write the day that the row holds for")
    if "status" not in row.cells and entry is None:
        made.fault(row.span("status"), "RES203", "the status is missing", "choose one from the list")
    if len(made.said) > faults:
        return
    language = programme.languages[0]
    asked = _other_than(filled, told(entry, language)) if entry else filled
    number, title = measure_numbers(programme).get(measure.id, ""), localise(measure.title, language)
    change = Change(measure.id, number, title, row, place, asked, language, entry)
    if not asked:
        made.unchanged += 1
    elif row.text("history") != history_digest(results) and not regardless:
        made.held_back.append(change)
        message = f"the results of {measure.id} have changed since the workbook was made"
        hint = "look at them; then import with --force, or export anew"
        made.fault(row.span("measure"), "RES206", message, hint, Severity.WARNING)
    else:
        made.changes.append(change)


def _filled(programme: Programme, row: SheetRow, made: Proposed) -> Filled:
    """The fields of the entry that a row spells, in the order in which sources have them."""
    filled: Filled = {}
    readers: dict[str, Callable[[Cell], str]] = {
        "date": read_day,
        "status": partial(read_status, vocabulary=programme.results.vocabulary),
        "text": read_text,
        "result": read_text,
        "link": read_link,
        "by": read_line,
    }
    for key in ("date", "status", "text", "result"):
        _take(filled, key, readers[key], row, made)
    values: Filled = {}
    for key in [key for key in row.cells if key.startswith(_VALUE)]:
        indicator = row.text(f"indicator-id:{key.removeprefix(_VALUE)}")
        if not indicator:
            hint = "declare the indicator in the results of the measure, then export anew; or empty the cell"
            made.fault(row.cells[key].span, "RES208", "the measure has no such indicator", hint)
        elif (value := _read(read_value, row.cells[key], made)) is not None:
            values[indicator] = value
    if values:
        filled["values"] = values
    for key in ("link", "by"):
        _take(filled, key, readers[key], row, made)
    return filled


def _take(filled: Filled, key: str, read: Callable[[Cell], str], row: SheetRow, made: Proposed) -> None:
    if key in row.cells and (value := _read(read, row.cells[key], made)) is not None:
        filled[key] = value


def _read(read: Callable[[Cell], str], cell: Cell, made: Proposed) -> str | None:
    try:
        return read(cell)
    except CellFault as fault:
        made.fault(cell.span, fault.code, str(fault), fault.hint)
        return None


def _standing_entry(results: MeasureResults, date: str) -> tuple[int, StatusEntry | None]:
    """The entry of a day and its place; the place after all others where there is none."""
    for place, entry in enumerate(results.entries):
        if entry.date.isoformat() == date:
            return place, entry
    return len(results.entries), None


def _other_than(filled: Filled, before: dict[str, str]) -> Filled:
    """The fields that differ from those that stand; numbers differ by value, not by how they are written."""
    other: Filled = {}
    for key, value in filled.items():
        if isinstance(value, dict):
            numbers: Filled = {id_: n for id_, n in value.items() if not _same(str(n), before.get(f"{key}/{id_}"))}
            other |= {key: numbers} if numbers else {}
        elif value != before.get(key):
            other[key] = value
    return other


def _same(number: str, before: str | None) -> bool:
    return before is not None and Decimal(number) == Decimal(before)
