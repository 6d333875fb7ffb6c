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
from osloregion_docs.model.reports.results import MeasureResults, StatusEntry
from osloregion_docs.model.text import localise
from osloregion_docs.spelling import did_you_mean
from osloregion_docs.workbook.cells import CellFault, read_day, read_line, read_link, read_status, read_text, read_value
from osloregion_docs.workbook.columns import history_digest, row_digest
from osloregion_docs.workbook.measure_rows import LOCKED
from osloregion_docs.workbook.reader import Cell, SheetRow
from osloregion_docs.workbook.row_changes import Filled, RowChange, describe_entry

_VALUE = "value:"
_WORDS = ("text", "result", "link", "by")


@dataclass(slots=True)
class Proposal:
    """What a workbook requests: its changes, those that are skipped, and the diagnostics of its cells."""

    changes: list[RowChange] = field(default_factory=list)
    skipped: list[RowChange] = field(default_factory=list)
    """Those of measures whose sources have changed since the workbook was made."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unchanged: int = 0
    """How many rows request nothing, or what exists already."""

    def fault(self, span: Span, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        """Note something that is wrong with a cell."""
        self.diagnostics.append(Diagnostic(span, severity, code, message, hint))


def propose_changes(programme: Programme, rows: Sequence[SheetRow], *, regardless: bool) -> Proposal:
    """What the rows of a workbook ask for.

    Args:
        programme: The year as its sources say it now.
        rows: Those of the sheet of measures.
        regardless: Whether also measures are changed whose sources have changed since the workbook was made.
    """
    proposal = Proposal()
    measures = {measure.id: measure for measure in programme.measures}
    counts = Counter(row.text("id") for row in rows if is_filled(row))
    for row in rows:
        for cell in row.unread:
            hint = "move it into a white cell, or empty the cell"
            proposal.fault(cell.span, "RES208", "nothing is read from this column", hint, Severity.WARNING)
        if not is_filled(row):
            proposal.unchanged += 1
        elif measure := _find_measure(row, measures, counts, proposal):
            _propose(programme, measure, row, proposal, regardless=regardless)
    return proposal


def is_filled(row: SheetRow) -> bool:
    """Whether anything is filled in: a date alone, which may be from the export, does not count."""
    return any(key in {"status", *_WORDS} or key.startswith(_VALUE) for key in row.cells)


def _find_measure(
    row: SheetRow, measures: dict[str, Measure], counts: Counter[str], proposal: Proposal
) -> Measure | None:
    """The measure of a row, if its locked cells can be trusted."""
    id_ = row.text("id")
    if id_ and counts[id_] > 1:
        proposal.fault(row.span("measure"), "RES204", f'the measure "{id_}" has {counts[id_]} rows', "keep one of them")
    elif id_ not in measures:
        message = f'there is no measure "{id_}"' if id_ else "the row is of no measure"
        hint = did_you_mean(id_, measures) or "export anew, and move what is filled in to the row of its measure"
        proposal.fault(row.span("measure"), "RES204", message, hint)
    elif row.text("row") != row_digest(_get_locked_texts(row)):
        message = "the locked cells of the row are not those that were exported"
        proposal.fault(row.span("measure"), "RES205", message, "export anew, and fill in that file")
    else:
        return measures[id_]
    return None


def _get_locked_texts(row: SheetRow) -> Iterator[str]:
    yield from (row.text(key) for key in LOCKED)
    yield from (row.text(key) for key in row.sheet.keys if key.startswith("indicator") and key in row.cells)


def _propose(programme: Programme, measure: Measure, row: SheetRow, proposal: Proposal, *, regardless: bool) -> None:
    """What a row that is filled in asks for."""
    faults = len(proposal.diagnostics)
    results = programme.results.of(measure.id)
    filled = _read_fields(programme, row, proposal)
    place, entry = _find_entry(results, str(filled.get("date")))
    if "date" not in row.cells:
        proposal.fault(row.span("date"), "RES203", "the date is missing", "write the day that the row holds for")
    if "status" not in row.cells and entry is None:
        proposal.fault(row.span("status"), "RES203", "the status is missing", "choose one from the list")
    if len(proposal.diagnostics) > faults:
        return
    language = programme.languages[0]
    changed = _select_changed(filled, describe_entry(entry, language)) if entry else filled
    number, title = measure_numbers(programme).get(measure.id, ""), localise(measure.title, language)
    change = RowChange(measure.id, number, title, row, place, changed, language, entry)
    if not changed:
        proposal.unchanged += 1
    elif row.text("history") != history_digest(results) and not regardless:
        proposal.skipped.append(change)
        message = f"the results of {measure.id} have changed since the workbook was made"
        hint = "look at them; then import with --force, or export anew"
        proposal.fault(row.span("measure"), "RES206", message, hint, Severity.WARNING)
    else:
        proposal.changes.append(change)


def _read_fields(programme: Programme, row: SheetRow, proposal: Proposal) -> Filled:
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
        _take(filled, key, readers[key], row, proposal)
    values: Filled = {}
    for key in [key for key in row.cells if key.startswith(_VALUE)]:
        indicator = row.text(f"indicator-id:{key.removeprefix(_VALUE)}")
        if not indicator:
            hint = "declare the indicator in the results of the measure, then export anew; or empty the cell"
            proposal.fault(row.cells[key].span, "RES208", "the measure has no such indicator", hint)
        elif (value := _read(read_value, row.cells[key], proposal)) is not None:
            values[indicator] = value
    if values:
        filled["values"] = values
    for key in ("link", "by"):
        _take(filled, key, readers[key], row, proposal)
    return filled


def _take(filled: Filled, key: str, read: Callable[[Cell], str], row: SheetRow, proposal: Proposal) -> None:
    if key in row.cells and (value := _read(read, row.cells[key], proposal)) is not None:
        filled[key] = value


def _read(read: Callable[[Cell], str], cell: Cell, proposal: Proposal) -> str | None:
    try:
        return read(cell)
    except CellFault as fault:
        proposal.fault(cell.span, fault.code, str(fault), fault.hint)
        return None


def _find_entry(results: MeasureResults, date: str) -> tuple[int, StatusEntry | None]:
    """The entry of a day and its place; the place after all others where there is none."""
    for place, entry in enumerate(results.entries):
        if entry.date.isoformat() == date:
            return place, entry
    return len(results.entries), None


def _select_changed(filled: Filled, before: dict[str, str]) -> Filled:
    """The fields that differ from the existing ones; numbers differ by value, not by how they are written."""
    other: Filled = {}
    for key, value in filled.items():
        if isinstance(value, dict):
            numbers: Filled = {id_: n for id_, n in value.items() if not _is_equal(str(n), before.get(f"{key}/{id_}"))}
            other |= {key: numbers} if numbers else {}
        elif value != before.get(key):
            other[key] = value
    return other


def _is_equal(number: str, before: str | None) -> bool:
    return before is not None and Decimal(number) == Decimal(before)
