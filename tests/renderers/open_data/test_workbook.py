"""The register as an Excel file: text is text, days are days, and it looks and prints as it should."""

from __future__ import annotations

import datetime
import re
import subprocess
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from hypothesis import HealthCheck, example, given, settings
from openpyxl.worksheet.worksheet import Worksheet

from osloregion_docs.errors import RenderingFailed, RenderingRefused
from osloregion_docs.model.amount import read_amount
from osloregion_docs.model.programme import Programme
from osloregion_docs.ooxml.package import WORKBOOK, read_package
from tests.conftest import Golden
from tests.programs import CALC
from tests.renderers.open_data.rendering import compose_first, render, year_of
from tests.renderers.test_any_text import TEXT

CALM = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT_COLUMNS = (
    *("Tittel", "Tiltaksområde", "Innsatsområder", "Ansvar/organisering"),
    *("Deltar", "Samarbeid med", "Nærmere om innhold"),
)
"""Those that hold a text of the measure."""


@pytest.fixture(scope="module")
def raw(programme_2018: Programme) -> bytes:
    """The register of 2018."""
    return render(compose_first(programme_2018, "measure_register"), "xlsx")


@pytest.fixture(scope="module")
def sheet(raw: bytes) -> Worksheet:
    """Its sheet of measures, as openpyxl reads it."""
    return first_sheet(raw)


def first_sheet(raw: bytes) -> Worksheet:
    """The first sheet of a workbook."""
    found = openpyxl.load_workbook(BytesIO(raw)).worksheets[0]
    assert isinstance(found, Worksheet)
    return found


def read_cell(text: object) -> str:
    """The text of a cell as readers see it: `_x005F_` is an underscore that would begin an escape."""
    return str(text).replace("_x005F_", "_")


def texts_of(programme: Programme, text: str) -> list[str]:
    """The text cells of a register whose every text is the given one."""
    found = first_sheet(render(compose_first(year_of(programme, text), "measure_register"), "xlsx"))
    headings = [cell.value for cell in found[1]]
    return [read_cell(found.cell(2, headings.index(column) + 1).value) for column in TEXT_COLUMNS]


def test_register(golden: Golden, raw: bytes) -> None:
    """All sheets as text: a row a line, cells parted by bars."""
    lines = []
    for each in openpyxl.load_workbook(BytesIO(raw)).worksheets:
        lines.append(f"# {each.title}")
        lines += [
            " | ".join("" if value is None else str(value).replace("\n", " / ") for value in row)
            for row in each.iter_rows(values_only=True)
        ]
    golden("tiltaksoversikt-2018.xlsx.txt", "\n".join((*lines, "")))


def test_same_bytes(programme_2018: Programme, raw: bytes) -> None:
    """No clock gets in."""
    assert render(compose_first(programme_2018, "measure_register"), "xlsx") == raw


def test_no_time_is_recorded(raw: bytes) -> None:
    """Neither in the properties nor in any part of the file."""
    parts = read_package(raw, WORKBOOK)

    assert [name for name, part in parts.items() if re.search(rb"20\d\d-\d\d-\d\dT", part)] == []


def test_table_can_be_filtered(sheet: Worksheet) -> None:
    """Every column of it."""
    [table] = sheet.tables.values()

    assert (table.ref, table.autoFilter is not None) == (sheet.dimensions, True)


def test_headings_and_titles_stay_in_view(sheet: Worksheet) -> None:
    """When one scrolls down or to the right."""
    assert sheet.freeze_panes == "C2"


def test_print_setup(sheet: Worksheet) -> None:
    """On its side, as wide as the page, on as many pages as it takes, the headings on each."""
    found = (sheet.page_setup.orientation, sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight)

    assert found == ("landscape", 1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_days_are_days(sheet: Worksheet) -> None:
    """Which can be sorted and reckoned with, shown as Norwegians write them."""
    cell = sheet["F3"]

    assert (cell.value, cell.number_format) == (datetime.datetime.fromisoformat("2018-01-01"), "DD.MM.YYYY")


def test_sums_are_numbers(programme_2018: Programme) -> None:
    """Which can be added, parted by thousands."""
    first = programme_2018.measures[0].model_copy(update={"cost": read_amount("0.64 mill. kr")})
    changed = programme_2018.model_copy(update={"measures": (first, *programme_2018.measures[1:])})
    found = first_sheet(render(compose_first(changed, "measure_register"), "xlsx"))
    cells = [cell for row in found.iter_rows() for cell in row if cell.number_format == "#,##0"]

    assert [cell.value for cell in cells] == [640_000]


def test_number_of_a_measure_is_text(sheet: Worksheet) -> None:
    """1.1 is no date and no decimal."""
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("1.1", "s")


def test_properties(raw: bytes) -> None:
    """What file lists and screen readers show of it."""
    found = openpyxl.load_workbook(BytesIO(raw)).properties

    assert (found.title, found.creator, found.language, found.contentStatus) == (
        "Tiltaksoversikt 2018 – Osloregionen",
        "Sekretariatet for Osloregionen",
        "nb-NO",
        "Forslag til behandling i styret",
    )


@CALM
@given(TEXT)
@example("=1+1")
@example('=HYPERLINK("https://x.no";"her")')
@example("+47 22 00 00 00")
@example("-2+3")
@example("@SUM(1)")
@example("_x0041_ og _x000D_")
@example("__x0041_")
@example("&P &N &&")
@example("å" * 32_767)
def test_any_text_comes_out_of_every_cell(programme_2018: Programme, text: str) -> None:
    """Character for character, and as text."""
    assert texts_of(programme_2018, text) == [text] * len(TEXT_COLUMNS)


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", "\n=", "＝"])
def test_nothing_is_a_formula(programme_2018: Programme, begins: str) -> None:
    """Whatever a text begins with."""
    raw = render(compose_first(year_of(programme_2018, f"{begins}1+1"), "measure_register"), "xlsx")

    assert {cell.data_type for row in first_sheet(raw).iter_rows() for cell in row} <= {"s", "n", "d"}
    assert b"<f>" not in read_package(raw, WORKBOOK)["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@"])
def test_what_begins_as_a_formula_stays_text_when_it_is_edited(programme_2018: Programme, begins: str) -> None:
    """Excel then shows it with an apostrophe before it."""
    raw = render(compose_first(year_of(programme_2018, f"{begins}1+1"), "measure_register"), "xlsx")

    assert first_sheet(raw)["B2"].quotePrefix


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b"])
def test_control_character_is_refused(programme_2018: Programme, character: str) -> None:
    """Nothing is dropped."""
    with pytest.raises(RenderingFailed, match="control character"):
        texts_of(programme_2018, f"før{character}etter")


def test_text_longer_than_a_cell_is_refused(programme_2018: Programme) -> None:
    """XLS601, at the measure: nothing is cut."""
    with pytest.raises(RenderingRefused) as caught:
        texts_of(programme_2018, "å" * 32_768)

    assert {(found.code, str(found.path)) for found in caught.value.issues} == {("XLS601", "measures/gods")}  # type: ignore[attr-defined]


def test_other_documents_are_no_table(programme_2018: Programme) -> None:
    """The format requires it."""
    with pytest.raises(RenderingFailed, match="not a table"):
        render(compose_first(programme_2018, "strategic_plan"), "xlsx")


@pytest.mark.skipif(CALC is None, reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_and_prints_it(raw: bytes, tmp_path: Path) -> None:
    """The measures on one wide page, and what it is on another; no column falls off."""
    (tmp_path / "register.xlsx").write_bytes(raw)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(CALC), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "register.xlsx")], check=True, capture_output=True, timeout=120)
    with pypdfium2.PdfDocument(tmp_path / "register.pdf") as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]

    assert [words in pages[0] for words in ("Nummer", "Nærmere om innhold", "Side 1 av 2")] == [True] * 3
    assert [len(pages), "Om oversikten" in pages[1] or "Antall tiltak" in pages[1]] == [2, True]
