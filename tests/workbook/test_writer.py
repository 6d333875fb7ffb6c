"""The workbook as exported: what its cells contain, which cells are unlocked, and the same bytes each time."""

from __future__ import annotations

import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from osloregion_docs.api.results import ExportOptions, export_results
from osloregion_docs.errors import WorkbookFilledIn
from osloregion_docs.ooxml.package import WORKBOOK, read_package
from tests.workbook.filling import BREV, export_workbook, fill_in, year_with


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """That of the small year."""
    return export_workbook(year_with(tmp_path_factory.mktemp("year")))


def sheet_of(workbook: bytes) -> Worksheet:
    """The sheet of measures."""
    return openpyxl.load_workbook(BytesIO(workbook)).worksheets[0]


def table(workbook: bytes) -> list[dict[str, object]]:
    """The rows by the headings of their columns, without those that are hidden."""
    sheet = sheet_of(workbook)
    heads = [cell.value for cell in sheet[2]]
    shown = [not sheet.column_dimensions[cell.column_letter].hidden for cell in sheet[2]]
    rows = sheet.iter_rows(min_row=3, values_only=True)
    return [{str(h): v for h, v, is_shown in zip(heads, row, shown, strict=True) if is_shown} for row in rows]


def test_row_of_a_measure(workbook: bytes) -> None:
    """What it is, what was last reported, and empty cells to fill in."""
    assert table(workbook)[0] == {
        "Nr.": "1.1",
        "Tiltak": "Få mer gods på bane",
        "Tiltaksområde": "Areal og transport",
        "Ansvar/organisering": "Sekretariatet",
        "Tidsramme": "Løpende",
        "Sist meldt": "I gang (31.03.2018)\nForprosjektet er i gang",
        "Ny status": None,
        "Dato": None,
        "Omtale": None,
        "Resultat": None,
        "Indikator 1": "Møter (stk., mål 4, sist 1)",
        "Verdi 1": None,
        "Indikator 2": "Gods på bane (prosent)",
        "Verdi 2": None,
        "Lenke": None,
        "Meldt av": None,
    }


def test_measures_are_in_their_order(workbook: bytes) -> None:
    """That of the programme."""
    assert [row["Nr."] for row in table(workbook)] == ["1.1", "1.2"]


def test_only_cells_to_fill_in_can_be_written_in(workbook: bytes) -> None:
    """And not the value of an indicator that a measure does not have."""
    sheet = sheet_of(workbook)
    heads = {cell.column: cell.value for cell in sheet[2]}
    free = {row: [heads[c.column] for c in sheet[row] if not c.protection.locked] for row in (1, 2, 3, 4)}

    filled = ["Ny status", "Dato", "Omtale", "Resultat"]
    assert free == {
        1: [],
        2: [],
        3: [*filled, "Verdi 1", "Verdi 2", "Lenke", "Meldt av"],
        4: [*filled, "Lenke", "Meldt av"],
    }


def test_sheet_is_protected_without_a_password(workbook: bytes) -> None:
    """A lock against mistakes, not against people."""
    protection = sheet_of(workbook).protection

    assert (protection.sheet, protection.password) == (True, None)


def test_ids_are_hidden(workbook: bytes) -> None:
    """With the keys of the columns, and a checksum that shows whether a row is unchanged."""
    sheet = sheet_of(workbook)
    hidden = [cell.value for cell in sheet[1] if sheet.column_dimensions[cell.column_letter].hidden]

    assert hidden == ["osloregion-docs results 1 2018", "history", "row", "indicator-id:1", "indicator-id:2"]
    assert sheet.row_dimensions[1].hidden


def test_statuses_are_chosen_from_a_list(workbook: bytes) -> None:
    """Their titles, as on the sheet with the instructions."""
    book = openpyxl.load_workbook(BytesIO(workbook))
    [listed] = [v for v in book["Tiltak"].data_validations.dataValidation if v.type == "list"]
    sheet, _, cells = str(listed.formula1).replace("$", "").partition("!")

    assert str(listed.sqref) == "J3:J4"
    assert [row[0].value for row in book[sheet.strip("'")][cells]] == [
        "Ikke startet",
        "I gang",
        "Gjennomført",
        "Forsinket",
        "Utsatt",
        "Avlyst",
    ]


def test_statuses_of_the_workspace_are_listed(tmp_path: Path) -> None:
    """Where it has declared its own."""
    workbook = export_workbook(
        year_with(tmp_path, {"results.yaml": "statuses:\n  - {id: in-progress, title: Pågår}\n"})
    )

    assert table(workbook)[0]["Sist meldt"] == "Pågår (31.03.2018)\nForprosjektet er i gang"


def test_print_and_view(workbook: bytes) -> None:
    """Landscape, as wide as the page, headings on each page; headings and titles stay in view."""
    sheet = sheet_of(workbook)
    assert sheet.sheet_properties.pageSetUpPr is not None

    assert (sheet.page_setup.orientation, sheet.sheet_properties.pageSetUpPr.fitToPage) == ("landscape", True)
    assert (sheet.page_setup.fitToHeight, sheet.print_title_rows, sheet.freeze_panes) == (0, "$2:$2", "F3")


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_text_is_never_a_formula(tmp_path: Path, first: str) -> None:
    """Whatever it begins with."""
    text = f"{first}SUM(A1:A9)"
    workbook = export_workbook(
        year_with(tmp_path, {"measures/brev.md": BREV.replace("Sende ut nyhetsbrev", f'"{text}"')})
    )
    cell = sheet_of(workbook)["E4"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_same_sources_make_the_same_bytes(tmp_path: Path) -> None:
    """No clock, and no place of the machine."""
    assert export_workbook(year_with(tmp_path / "a")) == export_workbook(year_with(tmp_path / "b"))


def test_properties(workbook: bytes) -> None:
    """Title, author and language, and neither dates nor the name of a library."""
    core = read_package(workbook, WORKBOOK)["docProps/core.xml"].decode()

    assert "<dc:title>Oppfølging av tiltak – Handlingsprogram 2018</dc:title>" in core
    assert "<dc:creator>Sekretariatet</dc:creator>" in core
    assert ("dcterms" in core, "openpyxl" in core) == (False, False)


def test_other_language(tmp_path: Path) -> None:
    """Headings, statuses and the guide."""
    book = openpyxl.load_workbook(BytesIO(export_workbook(year_with(tmp_path), ExportOptions(language="nn"))))

    assert (book.sheetnames, book["Rettleiing"]["A14"].value) == (["Tiltak", "Rettleiing"], "Ikkje starta")


def test_day_that_is_given(tmp_path: Path) -> None:
    """Is in every row from the start."""
    day = datetime.date(2018, 7, 31)
    rows = table(export_workbook(year_with(tmp_path), ExportOptions(date=day)))

    assert [row["Dato"] for row in rows] == [datetime.datetime(2018, 7, 31)] * 2  # noqa: DTZ001 - as openpyxl reads days


@pytest.mark.parametrize(
    "content",
    [
        lambda workbook: fill_in(workbook, {("brev", "status"): "I gang"}),
        lambda _workbook: b"et helt annet dokument",
    ],
    ids=["filled in", "another file"],
)
def test_nothing_is_written_over(tmp_path: Path, workbook: bytes, content: object) -> None:
    """Results filled in must be imported first."""
    file = tmp_path / "tiltak.xlsx"
    file.write_bytes(content(workbook))  # type: ignore[operator]

    with pytest.raises(WorkbookFilledIn):
        export_results(year_with(tmp_path), 2018, file)


def test_empty_workbook_is_written_over(tmp_path: Path, workbook: bytes) -> None:
    """Nobody has written in it, so nothing is lost."""
    file = tmp_path / "tiltak.xlsx"
    file.write_bytes(workbook)

    assert export_results(year_with(tmp_path), 2018, file).value == 2


def test_faulty_year_makes_no_workbook(tmp_path: Path) -> None:
    """Errors in its results are reported instead."""
    outcome = export_results(
        year_with(tmp_path, {"results/gods.yaml": "entries: [{date: i dag}]"}), 2018, tmp_path / "a"
    )

    assert (outcome.value, [one.code for one in outcome.errors]) == (None, ["MOD101", "MOD103"])
