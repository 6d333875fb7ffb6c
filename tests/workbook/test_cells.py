"""Cells that cannot be read: each is named, all in one run, and nothing at all is written."""

from __future__ import annotations

import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from osloregion_docs.diagnostics import list_codes
from tests.workbook.filling import (
    Filled,
    export_workbook,
    fill_in,
    fill_in_and_import,
    format_diagnostics,
    import_workbook,
    save_to_bytes,
    sources,
    year_with,
)

DAY = datetime.date(2018, 7, 31)
ROW: Filled = {("brev", "status"): "I gang", ("brev", "date"): DAY}

FAULTS: dict[str, tuple[Filled, list[str]]] = {
    "a formula": ({("brev", "text"): "=1+1"}, ["Tiltak!L4 error RES201 the cell holds a formula"]),
    "a formula over several cells": (
        {("brev", "text"): ArrayFormula("L4", "=SUM(A1:A2)")},
        ["Tiltak!L4 error RES201 the cell holds a formula"],
    ),
    "a formula for a value": (
        {("gods", "status"): "I gang", ("gods", "date"): DAY, ("gods", "value:1"): "=2+1"},
        ["Tiltak!P3 error RES201 the cell holds a formula"],
    ),
    "an error": ({("brev", "result"): "#REF!"}, ["Tiltak!M4 error RES201 the cell holds the error #REF!"]),
    "true": ({("brev", "by"): True}, ["Tiltak!U4 error RES201 the cell holds TRUE"]),
    "a time": ({("brev", "date"): datetime.time(10)}, ["Tiltak!K4 error RES201 the cell holds 10:00:00"]),
    "no status": ({("brev", "status"): "Igang"}, ['Tiltak!J4 error RES202 there is no status "Igang"']),
    "no day": ({("brev", "date"): "i sommer"}, ['Tiltak!K4 error RES202 "i sommer" is not a day']),
    "no day of the calendar": ({("brev", "date"): "31.02.2018"}, ['Tiltak!K4 error RES202 "31.02.2018" is not a day']),
    "no number": (
        {("gods", "status"): "I gang", ("gods", "date"): DAY, ("gods", "value:1"): "mange"},
        ['Tiltak!P3 error RES202 "mange" is not a number'],
    ),
    "a number that reads in two ways": (
        {("gods", "status"): "I gang", ("gods", "date"): DAY, ("gods", "value:1"): "1.500"},
        ['Tiltak!P3 error RES202 "1.500" can be read in two ways'],
    ),
    "a day for a number": (
        {("gods", "status"): "I gang", ("gods", "date"): DAY, ("gods", "value:2"): DAY},
        ["Tiltak!S3 error RES202 the cell holds a date"],
    ),
    "a control character": (
        {("brev", "text"): "a_x000B_b"},
        ["Tiltak!L4 error RES202 the text holds the control character U+000B"],
    ),
    "too long a text": (
        {("brev", "text"): "a" * 20_001},
        ["Tiltak!L4 error RES202 the text has 20001 characters, and 20000 is the most"],
    ),
    "too long a name": ({("brev", "by"): "a" * 201}, ["Tiltak!U4 error RES202 the name has 201 characters"]),
    "no address": (
        {("brev", "link"): "www.example.org"},
        ['Tiltak!T4 error RES202 "www.example.org" is not an address on the web'],
    ),
    "no date": ({("brev", "date"): None}, ["Tiltak!K4 error RES203 the date is missing"]),
    "no status, and no entry to correct": (
        {("brev", "status"): None, ("brev", "text"): "Fire brev"},
        ["Tiltak!J4 error RES203 the status is missing"],
    ),
    "no measure": ({("brev", "id"): "brevene"}, ['Tiltak!E4 error RES204 there is no measure "brevene"']),
    "no id": ({("brev", "id"): None}, ["Tiltak!E4 error RES204 the row is of no measure"]),
    "another title": (
        {("brev", "measure"): "Noe annet"},
        ["Tiltak!E4 error RES205 the locked cells of the row are not those that were exported"],
    ),
    "another history": (
        {("brev", "history"): "0" * 16},
        ["Tiltak!E4 error RES205 the locked cells of the row are not those that were exported"],
    ),
    "a value for an indicator that is not there": (
        {("brev", "value:1"): 3},
        ["Tiltak!P4 error RES208 the measure has no such indicator"],
    ),
    "several": (
        {("brev", "status"): "Ferdig", ("brev", "date"): "i går", ("gods", "text"): "Møte"},
        [
            "Tiltak!J3 error RES203 the status is missing",
            "Tiltak!K3 error RES203 the date is missing",
            'Tiltak!J4 error RES202 there is no status "Ferdig"',
            'Tiltak!K4 error RES202 "i går" is not a day',
        ],
    ),
}


@pytest.mark.parametrize(("cells", "faults"), FAULTS.values(), ids=FAULTS)
def test_cell_is_named(tmp_path: Path, cells: Filled, faults: list[str]) -> None:
    """By its sheet and place, as spreadsheet programs do."""
    assert format_diagnostics(fill_in_and_import(year_with(tmp_path), {**ROW, **cells})) == faults


@pytest.mark.parametrize("cells", [cells for cells, _faults in FAULTS.values()], ids=FAULTS)
def test_nothing_is_written(tmp_path: Path, cells: Filled) -> None:
    """Also of the rows that are right."""
    workspace = year_with(tmp_path)
    before = sources(workspace)
    fill_in_and_import(workspace, {("gods", "status"): "I gang", ("gods", "date"): DAY, **ROW, **cells})

    assert sources(workspace) == before


def test_measure_with_two_rows(tmp_path: Path) -> None:
    """A row that was copied: nobody knows which of them is meant."""
    workspace = year_with(tmp_path)
    book = openpyxl.load_workbook(BytesIO(fill_in(export_workbook(workspace), ROW)))
    for cell in book.worksheets[0][4]:
        book.worksheets[0].cell(5, cell.column).value = cell.value

    assert format_diagnostics(import_workbook(workspace, save_to_bytes(book))) == [
        'Tiltak!E4 error RES204 the measure "brev" has 2 rows',
        'Tiltak!E5 error RES204 the measure "brev" has 2 rows',
    ]


def test_columns_that_were_sorted_without_the_others(tmp_path: Path) -> None:
    """Results would end with the wrong measure."""
    cells = {**ROW, ("brev", "measure"): "Få mer gods på bane", ("gods", "measure"): "Sende ut nyhetsbrev"}

    assert format_diagnostics(fill_in_and_import(year_with(tmp_path), cells)) == [
        "Tiltak!E4 error RES205 the locked cells of the row are not those that were exported"
    ]


def test_notes_next_to_the_table(tmp_path: Path) -> None:
    """A warning reports that they are lost; the import continues."""
    workspace = year_with(tmp_path)
    book = openpyxl.load_workbook(BytesIO(fill_in(export_workbook(workspace), ROW)))
    book.worksheets[0]["Z4"] = "Ring Kari"
    outcome = import_workbook(workspace, save_to_bytes(book))

    assert (format_diagnostics(outcome), outcome.value is not None) == (
        ["Tiltak!Z4 warning RES208 nothing is read from this column"],
        True,
    )


READ = {
    "title": ("status", "Gjennomført", "  status: done"),
    "title in small letters": ("status", "  gjennomført ", "  status: done"),
    "title in English": ("status", "Done", "  status: done"),
    "id": ("status", "done", "  status: done"),
    "day": ("date", datetime.date(2018, 7, 1), "- date: 2018-07-01"),
    "moment": ("date", datetime.datetime(2018, 7, 1, 12, 30), "- date: 2018-07-01"),  # noqa: DTZ001 - as spreadsheets have it
    "number that is shown as a day": ("date", 43282, "- date: 2018-07-01"),
    "day as text": ("date", "1.7.2018", "- date: 2018-07-01"),
    "day as text, with zeros": ("date", "01. 07. 2018", "- date: 2018-07-01"),
    "day as in the sources": ("date", "2018-07-01", "- date: 2018-07-01"),
    "number": ("value:1", 12, "    moter: 12"),
    "broken number": ("value:1", 0.1 + 0.2, "    moter: 0.3"),
    "number as text": ("value:1", "12,50", "    moter: 12.50"),
    "large number": ("value:1", 1e20, "    moter: 100000000000000000000"),
    "number for a text": ("text", 2018, "  text: 2018"),
    "broken number for a text": ("text", 1.5, "  text: 1.5"),
    "day for a text": ("text", DAY, "  text: 31.07.2018"),
    "escaped character": ("text", "a_x0041_", "  text: aA"),
    "line end of Windows": ("text", "a_x000D_\nb", "  text: |-"),
    "name over two lines": ("by", "Kari\nNordby", "  by: Kari Nordby"),
}


@pytest.mark.parametrize(("key", "value", "line"), READ.values(), ids=READ)
def test_cell_is_read(tmp_path: Path, key: str, value: object, line: str) -> None:
    """In the ways in which people, and programs, write it."""
    workspace = year_with(tmp_path)
    cells = {("gods", "status"): "I gang", ("gods", "date"): DAY, ("gods", key): value}
    assert fill_in_and_import(workspace, cells).errors == ()

    assert f"  {line}" in sources(workspace)["results/gods.yaml"].splitlines()


def test_percentage_is_read_as_it_is_shown(tmp_path: Path) -> None:
    """A spreadsheet keeps 50 % as 0.5."""
    workspace = year_with(tmp_path)
    cells = {("gods", "status"): "I gang", ("gods", "date"): DAY, ("gods", "value:2"): 0.5}
    book = openpyxl.load_workbook(BytesIO(fill_in(export_workbook(workspace), cells)))
    book.worksheets[0]["S3"].number_format = "0%"
    import_workbook(workspace, save_to_bytes(book))

    assert "      andel: 50\n" in sources(workspace)["results/gods.yaml"]


@pytest.mark.parametrize("code", sorted(code.value for code in list_codes() if code.value.startswith("RES")))
def test_code_is_tested(code: str) -> None:
    """Every code of the workbook is found in a test of this room."""
    assert any(f" {code} " in file.read_text("utf-8") for file in Path(__file__).parent.glob("test_*.py"))
