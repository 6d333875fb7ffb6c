"""Files that come back: what is no workbook of results is refused, whatever it holds, and nothing of it is run."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from osloregion_docs.errors import WorkbookUnreadable
from osloregion_docs.ooxml.package import WORKBOOK, read_package, write_package
from osloregion_docs.workbook import reader
from osloregion_docs.workbook.reader import read_rows
from tests.workbook.filling import export_workbook, fill_in, save_to_bytes, year_with


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One that is filled in."""
    workspace = year_with(tmp_path_factory.mktemp("year"))
    return fill_in(export_workbook(workspace), {("brev", "text"): "Fire brev"})


def with_part(workbook: bytes, name: str, old: str, new: str) -> bytes:
    """The workbook with some words of one of its parts exchanged."""
    parts = read_package(workbook, WORKBOOK)
    assert old.encode() in parts[name]
    return write_package({**parts, name: parts[name].replace(old.encode(), new.encode(), 1)})


def other_workbook(cell: str) -> bytes:
    """A workbook with one cell."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = cell
    return save_to_bytes(book)


SHEET = "xl/worksheets/sheet1.xml"
PARTS = ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'


def test_rows_that_hold_anything_are_read(workbook: bytes) -> None:
    """With their cells by the keys of their columns."""
    rows = read_rows(workbook, "a.xlsx", 2018)

    assert [(row.number, row.text("id"), row.text("text")) for row in rows] == [
        (3, "gods", ""),
        (4, "brev", "Fire brev"),
    ]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "it is not a workbook"),
        (b"et brev", "it is not a workbook"),
        (b"PK\x03\x04halv", "it is not a workbook"),
        (write_package({"[Content_Types].xml": b"<a/>", "_rels/.rels": b"<a/>"}), "xl/workbook.xml is missing"),
        (write_package({"[Content_Types].xml": b"<a/>", "_rels/.rels": b"<a/>", "xl/workbook.xml": b"<a/>"}), "read"),
        (
            write_package({"[Content_Types].xml": BOMB.encode(), "_rels/.rels": b"", "xl/workbook.xml": b""}),
            "document type",
        ),
        (other_workbook("Tiltak"), "it is no workbook of results"),
        (other_workbook("osloregion-docs results 2 2018"), "it is no workbook of results"),
        (other_workbook("osloregion-docs results 1 2017"), "it is of 2017, and not of 2018"),
    ],
)
def test_what_is_no_workbook_of_results(raw: bytes, why: str) -> None:
    """And the reason, in a line."""
    with pytest.raises(WorkbookUnreadable, match=why):
        read_rows(raw, "a.xlsx", 2018)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<sheetData>", BOMB + "<sheetData>"),
        ("</sheetData>", "</sheetDat>"),
        ('r="A3"', 'r="3A"'),
        ('t="inlineStr"', 't="s"'),
        (' s="1"', ' s="99999"'),
    ],
)
def test_damaged_sheet(workbook: bytes, old: str, new: str) -> None:
    """Is refused in a line, or read as it is; never a traceback."""
    with suppress(WorkbookUnreadable):
        assert read_rows(with_part(workbook, SHEET, old, new), "a.xlsx", 2018)


def test_sheet_that_claims_to_be_endless(workbook: bytes) -> None:
    """What a file says of its size is not believed."""
    far = with_part(workbook, SHEET, '<dimension ref="A1:U4"', '<dimension ref="A1:XFD1048576"')

    assert len(read_rows(far, "a.xlsx", 2018)) == 2


def test_rows_far_below_are_not_looked_for(workbook: bytes) -> None:
    """A row with a huge number makes no million empty ones."""
    row = '<row r="1048576"><c r="E1048576" t="inlineStr"><is><t>a</t></is></c></row></sheetData>'

    assert len(read_rows(with_part(workbook, SHEET, "</sheetData>", row), "a.xlsx", 2018)) == 2


def test_more_rows_than_a_year_has(monkeypatch: pytest.MonkeyPatch, workbook: bytes) -> None:
    """Are not read half."""
    monkeypatch.setattr(reader, "MAX_ROWS", 3)

    with pytest.raises(WorkbookUnreadable, match="it has more than 3 rows"):
        read_rows(workbook, "a.xlsx", 2018)


def test_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is not even opened."""
    monkeypatch.setattr(reader, "MAX_BYTES", 10)

    with pytest.raises(WorkbookUnreadable, match="larger than"):
        read_rows(b"0" * 11, "a.xlsx", 2018)


def test_file_that_would_grow(workbook: bytes) -> None:
    """A small file that unpacks to a huge one."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in read_package(workbook, WORKBOOK).items():
            archive.writestr(name, part)
        archive.writestr("xl/media/image1.png", b"0" * (101 * 1024 * 1024))
    assert len(out.getvalue()) < 1024 * 1024

    with pytest.raises(WorkbookUnreadable, match="100 MiB"):
        read_rows(out.getvalue(), "a.xlsx", 2018)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """Is named."""
    from osloregion_docs.api.results import import_results  # noqa: PLC0415 - only one test needs it

    with pytest.raises(WorkbookUnreadable, match="it cannot be opened: No such file"):
        import_results(year_with(tmp_path), 2018, tmp_path / "borte.xlsx")
