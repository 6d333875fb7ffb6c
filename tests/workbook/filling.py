"""A year with results, its workbook, and somebody who fills in cells of it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from osloregion_docs.api.results import ExportOptions, Imported, ImportOptions, export_results, import_results
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.workspace.workspace import Workspace
from tests.years import FILES, MAIN, MEASURE, workspace_with

BREV = "---\ntitle: Sende ut nyhetsbrev\ntimeframe: 2018\nparties: {responsible: [{organ: radet}]}\n---\n\n- Ti brev\n"
GODS_RESULTS = """\
# Godsprosjektet
indicators:
  - {id: moter, title: Møter, unit: stk., target: 4}   # i prosjektgruppen
  - id: andel
    title: Gods på bane
    unit: prosent

entries:
  - date: 2018-03-31   # første kvartal
    status: in-progress
    text: Forprosjektet er i gang
    values: {moter: 1}

# Neste melding: 31. juli
"""
YEAR: dict[str, str | bytes | None] = {
    **FILES,
    "programme.yaml": MAIN.replace("measures: [gods]", "measures: [gods, brev]"),
    "measures/gods.md": MEASURE,
    "measures/brev.md": BREV,
    "results/gods.yaml": GODS_RESULTS,
}
Filled = Mapping[tuple[str, str], Any]
"""The measure's id and the column's key, and what somebody writes there."""


def year_with(root: Path, changes: Mapping[str, str | bytes | None] = {}) -> Workspace:
    """A workspace with two measures, one of which has been reported on."""
    return workspace_with(root, {**YEAR, **changes})


def export_workbook(workspace: Workspace, options: ExportOptions = ExportOptions()) -> bytes:  # noqa: B008 - frozen
    """Export the workbook of its year."""
    file = workspace.root / "eksport.xlsx"
    file.unlink(missing_ok=True)
    assert export_results(workspace, 2018, file, options).value is not None
    return file.read_bytes()


def fill_in(workbook: bytes, cells: Filled) -> bytes:
    """Write into some cells of a workbook and save it, as a user does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(BytesIO(workbook))
    sheet = book.worksheets[0]
    keys = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, 1).value: row for row in range(3, sheet.max_row + 1)}
    for (measure, key), value in cells.items():
        sheet.cell(rows[measure], 1 if key == "id" else keys[key]).value = value
    return save_to_bytes(book)


def save_to_bytes(book: openpyxl.Workbook) -> bytes:
    """Save a workbook to bytes."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def import_workbook(
    workspace: Workspace,
    workbook: bytes,
    options: ImportOptions = ImportOptions(),  # noqa: B008 - frozen
) -> Outcome[Imported]:
    """Import the results from a workbook."""
    file = workspace.root / "tiltak.xlsx"
    file.write_bytes(workbook)
    return import_results(workspace, 2018, file, options)


def fill_in_and_import(workspace: Workspace, cells: Filled) -> Outcome[Imported]:
    """Fill in some cells of the workbook of a year, and import it."""
    return import_workbook(workspace, fill_in(export_workbook(workspace), cells))


def format_diagnostics(outcome: Outcome[Imported]) -> list[str]:
    """Format the diagnostics of the cells, a line each."""
    return [
        f"{one.span.place.removeprefix('tiltak.xlsx:')} {one.severity} {one.code} {one.message}"
        for one in outcome.diagnostics
    ]


def sources(workspace: Workspace) -> dict[str, str]:
    """The sources of results, by name."""
    folder = workspace.year_folder(2018)
    files = [*folder.glob("results/*"), *folder.glob("results.yaml")]
    return {file.relative_to(folder).as_posix(): file.read_bytes().decode() for file in sorted(files)}
