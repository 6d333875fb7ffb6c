"""The register as CSV: opens as a table in a Norwegian Excel, holds no formula, and gives every text back."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.open_data.csv_file import escape_formula
from tests.conftest import Golden
from tests.renderers.open_data.rendering import compose_first, render, year_of

CALM = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60)
RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TEXT_COLUMNS = (
    *("Tittel", "Tiltaksområde", "Innsatsområder", "Ansvar/organisering"),
    *("Deltar", "Samarbeid med", "Nærmere om innhold"),
)


def rows(raw: bytes) -> list[list[str]]:
    """The rows, as a program reads them."""
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_back(cell: str) -> str:
    """A cell's text as it was: one apostrophe at its beginning is taken away."""
    return cell.removeprefix("'")


def register(programme: Programme, text: str) -> list[list[str]]:
    """The rows of a register whose every text is that one."""
    return rows(render(compose_first(year_of(programme, text), "measure_register"), "csv"))


def test_register(golden: Golden, programme_2018: Programme) -> None:
    """The file as it is, less its mark."""
    raw = render(compose_first(programme_2018, "measure_register"), "csv")

    golden("tiltaksoversikt-2018.csv", raw.decode("utf-8-sig").replace("\r\n", "\n"))


def test_file_is_what_a_norwegian_excel_opens(programme_2018: Programme) -> None:
    """A mark that says UTF-8, semicolons, and lines that end the Windows way."""
    raw = render(compose_first(programme_2018, "measure_register"), "csv")

    assert (raw[:3], raw[3:22], raw[-2:]) == (b"\xef\xbb\xbf", b'"Nummer";"Tittel";"', b"\r\n")


def test_every_row_is_as_long_as_the_first(programme_2018: Programme) -> None:
    """Whatever the texts contain."""
    found = rows(render(compose_first(programme_2018, "measure_register"), "csv"))

    assert {len(row) for row in found} == {len(found[0])}
    assert len(found) == 1 + len(programme_2018.measures)


def test_number_of_a_measure_is_no_date(programme_2018: Programme) -> None:
    """Excel would read 1.1 as the first of January."""
    assert register(programme_2018, "tekst")[1][0] == "Tiltak 1.1"


@CALM
@given(TEXT)
@example("a;b")
@example('"')
@example("a\r\nb")
@example("'=1")
@example("''")
def test_any_text_is_read_back(programme_2018: Programme, text: str) -> None:
    """By a program that takes away one apostrophe at the beginning."""
    headings, row = register(programme_2018, text)

    assert [read_back(row[headings.index(column)]) for column in TEXT_COLUMNS] == [text] * len(TEXT_COLUMNS)


@CALM
@given(TEXT)
def test_no_cell_begins_as_a_formula(programme_2018: Programme, text: str) -> None:
    """Whatever the texts contain."""
    found = [cell for row in register(programme_2018, text) for cell in row]

    assert [cell for cell in found if cell.startswith(RISKY)] == []


@pytest.mark.parametrize("begins", RISKY)
def test_what_begins_as_a_formula_gets_an_apostrophe(begins: str) -> None:
    """All that OWASP names."""
    assert escape_formula(f"{begins}1") == f"'{begins}1"


def test_other_texts_stay_as_they_are() -> None:
    """Most have nothing to fear."""
    assert escape_formula("Få mer gods på bane = bra") == "Få mer gods på bane = bra"
