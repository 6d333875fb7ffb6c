"""There and back through a real spreadsheet program."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

import pytest

from tests.programs import CALC
from tests.workbook.filling import YEAR, export_workbook, fill_in, import_workbook, sources, year_with

pytestmark = pytest.mark.skipif(CALC is None, reason="LibreOffice Calc is not installed")


def save_with_libreoffice(workbook: bytes, folder: Path) -> bytes:
    """The workbook after LibreOffice has opened it, saved it in its own format, and that as a workbook again."""
    file = folder / "tiltak.xlsx"
    file.write_bytes(workbook)
    for kind in ("ods", "xlsx:Calc MS Excel 2007 XML"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [str(CALC), profile, "--headless", "--convert-to", kind, "--outdir", str(folder / "ut"), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        file = folder / "ut" / f"tiltak.{kind[:4].rstrip(':')}"
    return file.read_bytes()


def test_workbook_that_libreoffice_saved_changes_nothing(tmp_path: Path) -> None:
    """Not a cell is read otherwise, and no row looks as if it had been tampered with."""
    workspace = year_with(tmp_path / "year")
    before = sources(workspace)
    outcome = import_workbook(workspace, save_with_libreoffice(export_workbook(workspace), tmp_path))

    assert outcome.value is not None
    assert (outcome.value.changes, outcome.diagnostics, sources(workspace)) == ((), (), before)


def test_results_filled_in_with_libreoffice_are_imported(tmp_path: Path) -> None:
    """The same sources as without it: statuses, days, numbers, lines, and texts that look like formulas."""
    cells = {
        ("gods", "status"): "Forsinket",
        ("gods", "date"): datetime.date(2018, 7, 31),
        ("gods", "text"): "Linje én\nLinje to: «sitat» & <tegn>",
        ("gods", "result"): "+47 er landkoden",
        ("gods", "value:1"): 3,
        ("gods", "value:2"): 12.5,
        ("gods", "link"): "https://www.example.org/a?b=c&d=e",
        ("brev", "status"): "Gjennomført",
        ("brev", "date"): "31.12.2018",
        ("brev", "result"): "@kommunene fikk ti brev",
        ("brev", "by"): "Kari Nordby",
    }
    straight, around = year_with(tmp_path / "a"), year_with(tmp_path / "b")
    workbook = fill_in(export_workbook(straight), cells)
    assert import_workbook(straight, workbook).errors == ()
    assert import_workbook(around, save_with_libreoffice(workbook, tmp_path)).errors == ()

    assert sources(around) == sources(straight)
    assert sources(around)["results/gods.yaml"] != YEAR["results/gods.yaml"]
