"""results: a workbook to fill in what came of the measures, and what was filled in brought back to the sources."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.changes.draft import Draft
from osloregion_docs.diagnostics import Diagnostic, Outcome, Severity, in_order
from osloregion_docs.errors import NotWritten, WorkbookFilledIn, WorkbookUnreadable
from osloregion_docs.workspace.load import Loaded, load

if TYPE_CHECKING:
    from osloregion_docs.language import Language
    from osloregion_docs.workbook.row_changes import RowChange
    from osloregion_docs.workspace.workspace import Workspace

_OF_RESULTS = {"results", "measures"}
"""The parts of a programme that have to be sound for results to be imported."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How a workbook is made: in which language (that of the year by default), and with which day in every row."""

    language: Language | None = None
    date: datetime.date | None = None
    force: bool = False
    """Whether a workbook that somebody has begun to fill in is written over."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a workbook is imported."""

    dry_run: bool = False
    """Whether to say only what would be written."""
    strict: bool = False
    """Whether nothing is written where there are warnings."""
    force: bool = False
    """Whether measures are changed as well whose sources have changed since the workbook was made."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a workbook: its changes with the file of each, and what requested none."""

    changes: tuple[tuple[RowChange, str], ...]
    skipped: tuple[RowChange, ...]
    unchanged: int
    written: bool


_AS_USUAL = ExportOptions()
_FOR_GOOD = ImportOptions()


def export_results(workspace: Workspace, year: int, file: Path, options: ExportOptions = _AS_USUAL) -> Outcome[int]:
    """Write the workbook in which the results of a year are filled in.

    Returns:
        How many measures it has; no value where errors in the sources prevent it.

    Raises:
        YearNotFound: the workspace has no such year.
        WorkbookFilledIn: the file is there, and is no workbook that nobody has written in.
        NotWritten: it cannot be written.
    """
    loaded, errors = _sound(workspace, year)
    if loaded is None:
        return Outcome(None, errors)
    from osloregion_docs.workbook.writer import write_workbook  # noqa: PLC0415 - 130 ms, and only this verb needs it

    programme = loaded.programme
    made = write_workbook(programme, options.language or programme.languages[0], options.date)
    if not options.force:
        _refuse_to_overwrite(file, year)
    _write(file, made)
    return Outcome(len(programme.measures))


def import_results(
    workspace: Workspace, year: int, file: Path, options: ImportOptions = _FOR_GOOD
) -> Outcome[Imported]:
    """Import what was filled in: every change is written into its source, or, if anything is wrong, none is.

    A measure whose results have changed since the workbook was made is skipped, with a warning.

    Returns:
        What changes; no value where something is wrong. The diagnostics name the cells.

    Raises:
        YearNotFound: the workspace has no such year.
        WorkbookUnreadable: the file is no workbook of results of that year.
        NotWritten: a source cannot be written; then none is.
    """
    loaded, errors = _sound(workspace, year)
    if loaded is None:
        return Outcome(None, errors)
    from osloregion_docs.workbook.apply import apply_changes  # noqa: PLC0415 - 130 ms, and only this verb needs it
    from osloregion_docs.workbook.import_validation import validate_changes  # noqa: PLC0415
    from osloregion_docs.workbook.propose import propose_changes  # noqa: PLC0415
    from osloregion_docs.workbook.reader import read_rows  # noqa: PLC0415

    rows = read_rows(_bytes_of(file), workspace.name_of(file.resolve()), year)
    proposal = propose_changes(loaded.programme, rows, regardless=options.force)
    draft = Draft(workspace, year, loaded.tree.sources)
    applied, refused = apply_changes(draft, proposal.changes)
    after = draft.load().value
    found = validate_changes(loaded, after, proposal.changes) if after else []
    diagnostics = [*proposal.diagnostics, *found, *refused]
    stops = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    if any(one.severity in stops for one in diagnostics):
        return Outcome(None, in_order(diagnostics))
    if not options.dry_run:
        draft.changes.write(workspace)
    applied.sort(key=lambda change: change[0].row.number)
    written = bool(applied) and not options.dry_run
    return Outcome(
        Imported(tuple(applied), tuple(proposal.skipped), proposal.unchanged, written), in_order(diagnostics)
    )


def _sound(workspace: Workspace, year: int) -> tuple[Loaded | None, tuple[Diagnostic, ...]]:
    """The year, if its measures and results can be trusted, or the errors that prevent it."""
    outcome = load(workspace, year)
    folder = workspace.name_of(workspace.year_folder(year))
    in_the_way = [each for each in outcome.errors if each.span.file.startswith(f"{folder}/results")]
    if outcome.value is None or outcome.value.left_out & _OF_RESULTS or in_the_way:
        return None, outcome.errors
    return outcome.value, ()


def _write(file: Path, content: bytes) -> None:
    try:
        write_atomically(file, content)
    except OSError as error:
        raise NotWritten(file.name, f"cannot be written: {error.strerror or error}") from error


def _bytes_of(file: Path) -> bytes:
    from osloregion_docs.workbook.reader import MAX_BYTES  # noqa: PLC0415 - only where a workbook is read

    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise WorkbookUnreadable(str(file), f"it cannot be opened: {error.strerror}", "look at the name") from error


def _refuse_to_overwrite(file: Path, year: int) -> None:
    """Raise if a file would be written over in which something has not been imported."""
    if not file.exists():
        return
    from osloregion_docs.workbook.propose import is_filled  # noqa: PLC0415 - only where a workbook is read
    from osloregion_docs.workbook.reader import read_rows  # noqa: PLC0415

    try:
        filled = sum(is_filled(row) for row in read_rows(_bytes_of(file), file.name, year))
    except WorkbookUnreadable:
        filled = -1
    if filled:
        raise WorkbookFilledIn(file.name, filled)
