"""The command results, as people call it: out, filled in, looked at, and home."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from tests.cli.running import ran
from tests.workbook.filling import Filled, fill_in, sources, year_with

FILLED: Filled = {
    ("gods", "status"): "Forsinket",
    ("gods", "date"): datetime.date(2018, 7, 31),
    ("gods", "text"): "Venter på svar",
}


def out_and_filled_in(root: Path, cells: Filled) -> None:
    """Export, and write into the file."""
    year_with(root)
    ended = ran("results", "export", "2018", "tiltak.xlsx", cwd=root)
    assert (ended.code, ended.out, ended.err) == (0, "wrote tiltak.xlsx: 2 measures\n", "")
    file = root / "tiltak.xlsx"
    file.write_bytes(fill_in(file.read_bytes(), cells))


def test_looking_first(tmp_path: Path) -> None:
    """What would change, and nothing changes."""
    out_and_filled_in(tmp_path, FILLED)
    ended = ran("results", "import", "2018", "tiltak.xlsx", "--dry-run", cwd=tmp_path)

    assert (ended.code, ended.err) == (0, "2018: 1 measure would change, 1 unchanged; nothing was written\n")
    assert ended.out.splitlines() == [
        "1.1 Få mer gods på bane  (programme/2018/results/gods.yaml)",
        "  + 2018-07-31",
        "  +   status: delayed",
        "  +   text: Venter på svar",
    ]
    assert "Venter" not in sources(year_with(tmp_path))["results/gods.yaml"]


def test_home(tmp_path: Path) -> None:
    """The same is reported, and it is written."""
    out_and_filled_in(tmp_path, FILLED)
    ended = ran("results", "import", "2018", "tiltak.xlsx", cwd=tmp_path)

    assert (ended.code, ended.err) == (0, "2018: 1 measure changed, 1 unchanged\n")
    assert "Venter på svar" in (tmp_path / "programme/2018/results/gods.yaml").read_text("utf-8")


def test_fault(tmp_path: Path) -> None:
    """The file, the sheet and the cell, and what to do."""
    out_and_filled_in(tmp_path, {**FILLED, ("gods", "date"): "i sommer"})
    ended = ran("results", "import", "2018", "tiltak.xlsx", cwd=tmp_path)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines() == [
        'tiltak.xlsx:Tiltak!K3: error RES202: "i sommer" is not a day',
        "  hint: write it like 31.07.2018",
        "",
        "2018: nothing was written: fix these first",
    ]


def test_measure_that_is_not_imported(tmp_path: Path) -> None:
    """It is reported, and the command ends with 1."""
    out_and_filled_in(tmp_path, FILLED)
    file = tmp_path / "programme/2018/results/gods.yaml"
    file.write_text(file.read_text("utf-8").replace("er i gang", "er godt i gang"), "utf-8")
    ended = ran("results", "import", "2018", "tiltak.xlsx", cwd=tmp_path)

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines()[-1] == "2018: 0 measures changed, 1 skipped, 1 unchanged; nothing was written"


def test_for_programs(tmp_path: Path) -> None:
    """As JSON: the changes, and the cells of the findings."""
    out_and_filled_in(tmp_path, {**FILLED, ("gods", "date"): datetime.date(2019, 1, 3)})
    report = json.loads(ran("results", "import", "2018", "tiltak.xlsx", "--output-format", "json", cwd=tmp_path).out)

    assert [(one["cell"], one["code"]) for one in report["diagnostics"]] == [("Tiltak!K3", "RES105")]
    assert (report["written"], report["changes"]) == (
        True,
        [
            {
                "measure": "gods",
                "file": "programme/2018/results/gods.yaml",
                "kind": "entry",
                "date": "2019-01-03",
                "filled": {"date": "2019-01-03", "status": "delayed", "text": "Venter på svar"},
            }
        ],
    )


def test_on_a_pull_request(tmp_path: Path) -> None:
    """An annotation says the cell in words."""
    out_and_filled_in(tmp_path, {**FILLED, ("gods", "status"): "Igang"})
    ended = ran("results", "import", "2018", "tiltak.xlsx", "--output-format", "github", cwd=tmp_path)

    assert ended.out.startswith(
        '::error file=tiltak.xlsx,line=3,col=10,title=RES202::Tiltak!J3: there is no status "Igang"'
    )


def test_file_that_is_filled_in_is_not_written_over(tmp_path: Path) -> None:
    """Unless one insists."""
    out_and_filled_in(tmp_path, FILLED)
    refused = ran("results", "export", "2018", "tiltak.xlsx", cwd=tmp_path)
    forced = ran("results", "export", "2018", "tiltak.xlsx", "--force", cwd=tmp_path)

    assert (refused.code, refused.err.splitlines()[0]) == (2, "error: 1 row of tiltak.xlsx is filled in")
    assert forced.code == 0


def test_file_of_another_kind(tmp_path: Path) -> None:
    """Is refused in a line."""
    year_with(tmp_path)
    (tmp_path / "brev.ods").write_bytes(b"PK")
    ended = ran("results", "import", "2018", "brev.ods", cwd=tmp_path)

    assert (ended.code, ended.err.splitlines()) == (
        2,
        ["error: brev.ods: it is not a workbook (.xlsx)", "  hint: save it as an Excel workbook (.xlsx)"],
    )
