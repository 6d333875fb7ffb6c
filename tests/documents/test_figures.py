"""Where figures come from: every one that the reports print leads to lines of the sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from osloregion_docs.documents.document import Context, Document, Table
from osloregion_docs.documents.kinds.reports.annual_report import ANNUAL_REPORT
from osloregion_docs.documents.kinds.reports.budget import BUDGET
from osloregion_docs.documents.kinds.reports.status_report import STATUS_REPORT
from osloregion_docs.documents.parts.table_layout import MISSING
from osloregion_docs.documents.parts.traceability.figure_sources import Figure, figures_of
from osloregion_docs.model.lookup import at
from osloregion_docs.model.programme import Programme

FIGURE = re.compile(r"[-−]?\d[\d\s]*(?:,\d+)?(?:\s%)?")
NUMBERS = {"1", "2"}
"""Of notes, and the factors of members."""
REPORTS = (ANNUAL_REPORT, STATUS_REPORT, BUDGET)


@pytest.fixture(scope="module")
def figures(example: Programme) -> list[Figure]:
    """The figures of the example's year."""
    return list(figures_of(example))


def named(figures: list[Figure], name: str) -> Figure:
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


def documents(example: Programme) -> list[Document]:
    """Both reports and the budget."""
    return [document for kind in REPORTS for document in kind.compose(example, "nb")]


def test_every_figure_in_a_table_has_its_sources(example: Programme, figures: list[Figure]) -> None:
    """Also sums, deviations, shares, the reserve and what each member pays; what a table copies needs none."""
    known = {figure.printed for figure in figures} | {MISSING, "", "0"}
    typed = {str(member.inhabitants) for member in example.members} | NUMBERS
    shown = {
        cell
        for document in documents(example)
        for table in tables(document.context)
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.numeric and FIGURE.fullmatch(cell)
    }
    left = {cell for cell in shown if cell not in known and re.sub(r"\s", "", cell) not in typed}

    assert len(shown) > len(typed)
    assert not left


def test_every_indicator_has_its_source(example: Programme, figures: list[Figure]) -> None:
    """The value that the report prints is that of one entry."""
    counted = [each for results in example.results.measures for each in results.indicators if each.id]

    assert counted
    assert all(any(figure.name.startswith(f"{each.title} (") for figure in figures) for each in counted)


def test_every_source_is_there(example: Programme, figures: list[Figure]) -> None:
    """An address that leads nowhere would point at the wrong line."""
    gone = [str(address) for figure in figures for address in figure.sources if at(example, address) is None]

    assert not gone


def test_figure_of_one_line_has_one_source(figures: list[Figure]) -> None:
    """The cell it is typed in."""
    figure = named(figures, "Medlemskontingent, regnskap 2025")

    assert [str(address) for address in figure.sources] == [
        "budget/lines/inntekter/lines/kontingent/amounts/regnskap-2025"
    ]


def test_sum_comes_from_each_of_its_lines(figures: list[Figure]) -> None:
    """And from no other column."""
    assert [address.steps[-3:] for address in named(figures, "Sum inntekter, regnskap 2025").sources] == [
        ("kontingent", "amounts", "regnskap-2025"),
        ("tilskudd", "amounts", "regnskap-2025"),
        ("renter", "amounts", "regnskap-2025"),
    ]


def test_deviation_comes_from_two_columns(figures: list[Figure]) -> None:
    """That which is looked at, and that which it is held against."""
    sources = named(figures, "Renter, avvik").sources

    assert [address.steps[-1] for address in sources] == ["regnskap-2025", "revidert-2025"]


def test_contribution_of_a_member_has_all_its_factors(figures: list[Figure]) -> None:
    """Inhabitants, rate, and the multiplier of who has one."""
    first, second = (named(figures, f"Kontingent, {name}").sources for name in ("Fjordby kommune", "Skogvik kommune"))

    assert [str(address) for address in first] == [
        "members/fjordby/inhabitants",
        "budget/contribution/rate",
        "budget/contribution/multipliers/1/factor",
    ]
    assert len(second) == len(first) - 1


def test_change_at_another_rate_comes_from_both_rates(figures: list[Figure], example: Programme) -> None:
    """And from every member's inhabitants and factor."""
    figure = named(figures, "Endring fra 2025, kr\u00a04,20")

    assert figure.printed == "218\u00a0007\u00a0kroner"
    assert [str(address) for address in figure.sources[:2]] == [
        "budget/contribution/rate",
        "budget/contribution/alternatives/full/rate",
    ]
    assert len(figure.sources) == len(example.members) + 3


def test_counts_lead_to_what_is_counted(figures: list[Figure]) -> None:
    """As many sources as the count says."""
    counts = [figure for figure in figures if ": " in figure.name and figure.printed.isdigit()]

    assert counts
    assert all(len(figure.sources) == int(figure.printed) for figure in counts)
