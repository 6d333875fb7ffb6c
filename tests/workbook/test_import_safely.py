"""Bringing home with care: all files or none, nothing outside the year, nothing that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs import atomic_files
from osloregion_docs.api.results import export_results, import_results
from osloregion_docs.errors import NotWritten, WorkbookUnreadable
from tests.workbook.filling import (
    GODS_RESULTS,
    export_workbook,
    fill_in,
    fill_in_and_import,
    format_diagnostics,
    import_workbook,
    sources,
    year_with,
)
from tests.workbook.test_import import ADDED, BREV, GODS


def test_odd_source_is_left_alone(tmp_path: Path) -> None:
    """What cannot be put in without touching more is refused, and the file named."""
    odd = "entries: [{date: 2018-03-31, status: in-progress}, # nei\n]\n"
    workspace = year_with(tmp_path, {"results/brev.yaml": odd})

    name = "programme/2018/results/brev.yaml"

    assert format_diagnostics(fill_in_and_import(workspace, {**BREV, **GODS})) == [
        "Tiltak!J3 warning RES106 the measure is done, and its timeframe is løpende",
        f"Tiltak!J4 error RES207 the change cannot be put into {name} without touching more than is meant",
    ]
    assert sources(workspace) == {"results/brev.yaml": odd, "results/gods.yaml": GODS_RESULTS}


def test_links_are_not_followed_out(tmp_path: Path) -> None:
    """A folder that leads elsewhere is not written into."""
    workspace = year_with(tmp_path / "ws", {"results/gods.yaml": None})
    (tmp_path / "ute").mkdir()
    (workspace.year_folder(2018) / "results").symlink_to(tmp_path / "ute")

    assert format_diagnostics(fill_in_and_import(workspace, BREV)) == [
        "Tiltak!J4 error RES207 programme/2018/results/brev.yaml is a link, or is not read"
    ]
    assert list((tmp_path / "ute").iterdir()) == []


def test_line_ends_of_a_file_stay(tmp_path: Path) -> None:
    """Also those of Windows, and a byte order mark."""
    raw = "\ufeff" + GODS_RESULTS.replace("\n", "\r\n")
    workspace = year_with(tmp_path, {"results/gods.yaml": raw.encode()})
    fill_in_and_import(workspace, GODS)
    after = sources(workspace)["results/gods.yaml"]

    assert after.replace(ADDED.replace("\n", "\r\n"), "") == raw


def test_all_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full after the first of them leaves all as they were."""
    workspace = year_with(tmp_path)
    before, write, count = sources(workspace), atomic_files.write_atomically, iter(range(9))

    def fails_at_the_second(file: Path, content: bytes) -> None:
        if next(count) == 1:
            raise OSError(28, "No space left on device")
        write(file, content)

    workbook = fill_in(export_workbook(workspace), {**BREV, **GODS})
    monkeypatch.setattr(atomic_files, "write_atomically", fails_at_the_second)
    with pytest.raises(NotWritten, match=r"gods.yaml, .*brev.yaml cannot be written: No space left on device"):
        import_workbook(workspace, workbook)

    assert sources(workspace) == before


def test_faulty_year_takes_nothing(tmp_path: Path) -> None:
    """Errors in its results are reported first."""
    workspace = year_with(tmp_path)
    workbook = fill_in(export_workbook(workspace), BREV)
    year_with(tmp_path, {"results/gods.yaml": "entries: [{date: i dag, status: done}]"})

    assert format_diagnostics(import_workbook(workspace, workbook)) == [
        'programme/2018/results/gods.yaml:1:18 error MOD103 "i dag" is not a date'
    ]


def test_workbook_of_another_year(tmp_path: Path) -> None:
    """Is of other measures, even if they are called the same."""
    workspace = year_with(tmp_path)
    workbook = export_workbook(workspace)
    (tmp_path / "programme" / "2018").rename(tmp_path / "programme" / "2019")
    (tmp_path / "tiltak.xlsx").write_bytes(workbook)

    with pytest.raises(WorkbookUnreadable, match="it is of 2018, and not of 2019"):
        import_results(workspace, 2019, tmp_path / "tiltak.xlsx")


def test_export_to_where_nothing_can_be_written(tmp_path: Path) -> None:
    """Such as a folder that is a file; or a workbook that is open in Excel, on Windows."""
    (tmp_path / "fil").write_text("", "utf-8")

    with pytest.raises(NotWritten, match=r"tiltak.xlsx cannot be written"):
        export_results(year_with(tmp_path), 2018, tmp_path / "fil" / "tiltak.xlsx")
