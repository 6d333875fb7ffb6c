"""Where figures come from: every one that the reports print leads to lines of the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from osloregion_docs.documents.document import Context, Document, Table
from osloregion_docs.documents.kinds.reports.annual_report import ANNUAL_REPORT
from osloregion_docs.documents.kinds.reports.budget import BUDGET
from osloregion_docs.documents.kinds.reports.status_report import STATUS_REPORT
from osloregion_docs.documents.parts.traceability.named_values import list_named_values
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.documents.value import Value
from osloregion_docs.model.lookup import at
from osloregion_docs.model.programme import Programme

FIGURE = re.compile(r"[-−]?\d[\d\s]*(?:,\d+)?(?:\s%)?")
NUMBERS = {"1", "2", "3", "4"}
"""Of notes, and the factors of members."""
TOTALS = {"5018"}
"""Of the income, below its parts."""
REPORTS = (ANNUAL_REPORT, STATUS_REPORT, BUDGET)


@pytest.fixture(scope="module")
def figures(example: Programme) -> list[Value]:
    """The figures that the documents of the example's year print."""
    documents = (document for kind in KINDS for document in kind.compose(example, "nb"))
    return [figure for document in documents for figure in list_named_values(document)]


def named(figures: list[Value], name: str) -> Value:
    """The figure of that name."""
    return next(figure for figure in figures if figure.name == name)


def tables(value: object) -> Iterator[Table]:
    """Every table in a context, those of pictures among them."""
    if isinstance(value, Table):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from tables(inner)
    elif isinstance(value, Context):
        for inner in value.__dict__.values():
            yield from tables(inner)


def numeric_cells(table: Table) -> Iterator[object]:
    """The cells in a table's columns of numbers."""
    for row in table.rows:
        yield from (cell for column, cell in zip(table.columns, row.cells, strict=True) if column.numeric)


def documents(example: Programme) -> list[Document]:
    """Both reports and the budget."""
    return [document for kind in REPORTS for document in kind.compose(example, "nb")]


def test_every_figure_in_a_table_has_its_sources(example: Programme) -> None:
    """Also sums, deviations, shares, the reserve and what each member pays; totals of a figure's table need none."""
    shown = [
        cell
        for document in documents(example)
        for table in tables(document.context)
        for cell in numeric_cells(table)
        if FIGURE.fullmatch(str(cell)) and str(cell) != "0"
    ]
    left = {str(cell) for cell in shown if not (isinstance(cell, Value) and cell.sources)}

    assert len(shown) > len(left)
    assert left <= NUMBERS | TOTALS


def test_every_indicator_has_its_source(example: Programme, figures: list[Value]) -> None:
    """The value that the report prints is that of one entry."""
    counted = [each for results in example.results.measures for each in results.indicators if each.id]

    assert counted
    assert all(any(figure.name.startswith(f"{each.title} (") for figure in figures) for each in counted)


def test_every_source_is_there(example: Programme, figures: list[Value]) -> None:
    """An address that leads nowhere would point at the wrong line."""
    gone = [str(address) for figure in figures for address in figure.sources if at(example, address) is None]

    assert not gone


def test_figure_of_one_line_has_one_source(figures: list[Value]) -> None:
    """The cell it is typed in."""
    figure = named(figures, "Medlemskontingent, regnskap 2025")

    assert [str(address) for address in figure.sources] == [
        "budget/lines/inntekter/lines/kontingent/amounts/regnskap-2025"
    ]


def test_sum_comes_from_each_of_its_lines(figures: list[Value]) -> None:
    """And from no other column."""
    assert [address.steps[-3:] for address in named(figures, "Sum inntekter, regnskap 2025").sources] == [
        ("kontingent", "amounts", "regnskap-2025"),
        ("tilskudd", "amounts", "regnskap-2025"),
        ("renter", "amounts", "regnskap-2025"),
    ]


def test_deviation_comes_from_two_columns(figures: list[Value]) -> None:
    """That which is looked at, and that which it is held against."""
    sources = named(figures, "Renter, avvik").sources

    assert [address.steps[-1] for address in sources] == ["regnskap-2025", "revidert-2025"]


def test_contribution_of_a_member_has_all_its_factors(figures: list[Value]) -> None:
    """Inhabitants, rate, and the multiplier of who has one."""
    first, second = (named(figures, f"Kontingent, {name}").sources for name in ("Fjordby kommune", "Skogvik kommune"))

    assert [str(address) for address in first] == [
        "members/fjordby/inhabitants",
        "budget/contribution/rate",
        "budget/contribution/multipliers/1/factor",
    ]
    assert len(second) == len(first) - 1


def test_change_at_another_rate_comes_from_both_rates(figures: list[Value], example: Programme) -> None:
    """And from every member's inhabitants and factor."""
    figure = named(figures, "Endring fra 2025, kr\u00a04,20")

    assert figure.text == "218\u00a0007"
    assert [str(address) for address in figure.sources[:2]] == [
        "budget/contribution/rate",
        "budget/contribution/alternatives/full/rate",
    ]
    assert len(figure.sources) == len(example.members) + 3


def test_counts_lead_to_what_is_counted(figures: list[Value]) -> None:
    """As many sources as the count says."""
    counts = [figure for figure in figures if ": " in figure.name and figure.text.isdigit()]

    assert counts
    assert all(len(figure.sources) == int(figure.text) for figure in counts)
