"""The sums of a budget: exact, in every sign convention, with what is missing left out honestly."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.amount import read_amount
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.changes import ChangeTable
from osloregion_docs.model.budget.contribution import Contribution, Member, contribution_of, contribution_total
from osloregion_docs.model.budget.number import Count, Number
from osloregion_docs.model.budget.sums import closing, convert, in_cell, percent, result, sum_changes, total
from osloregion_docs.model.budget.table import Column, Line, Signs
from osloregion_docs.model.lookup import at
from tests.budgets import BUDGET, budget_of

CENTS = st.decimals(min_value=0, max_value=10**9, places=2)


def line(id_: str, amount: object = None, side: str | None = None, *lines: Line) -> Line:
    """A line with a number in the column b."""
    amounts = {} if amount is None else {"b": amount}
    return Line.model_validate({"id": id_, "title": id_, "side": side, "amounts": amounts, "lines": lines})


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("6640", "6640"),
        ("6 640", "6640"),
        ("1\u00a0234\u202f567,50", "1234567.50"),
        ("6,64", "6.64"),
        ("-12.5", "-12.5"),
        ("−12", "-12"),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, number: str) -> None:
    """Spaces between thousands, comma or point, hyphen or minus; no digit is lost."""
    assert TypeAdapter(Number).validate_python(written) == Decimal(number)


@pytest.mark.parametrize("written", ["12 34", "1.2.3", "1,2,3", "tolv", "NaN", "Infinity", "1" * 19, "0.1234567", ""])
def test_what_is_no_number_is_refused(written: str) -> None:
    """Nothing is guessed, and nothing absurdly long is taken."""
    with pytest.raises(ValidationError):
        TypeAdapter(Number).validate_python(written)


def test_inhabitants_may_have_spaces() -> None:
    """As spreadsheets show them."""
    assert TypeAdapter(Count).validate_python("673 469") == 673469


def test_a_group_is_the_sum_of_its_lines() -> None:
    """As deep as they go."""
    group = line("a", None, "expense", line("b", "1.10"), line("c", None, None, line("d", "2.20"), line("e", "3.30")))

    assert total(group, "b", "natural") == Decimal("6.60")


def test_a_group_without_numbers_has_no_sum() -> None:
    """Not nought, which would say that there is nothing."""
    assert total(line("a", None, "expense", line("b"), line("c")), "b", "natural") is None


def test_a_given_sum_is_used_where_a_line_is_missing() -> None:
    """The other way round the sum would be too small."""
    assert total(line("a", 10, "expense", line("b", 4), line("c")), "b", "natural") == 10


def test_what_is_on_the_other_side_counts_off() -> None:
    """Refunds among expenses make them less, without a minus of their own."""
    group = line("a", None, "expense", line("b", 100), line("refusjon", 30, "income"))

    assert total(group, "b", "natural") == 70


def test_a_group_of_both_sides_is_income_less_expense() -> None:
    """As a project with its own grants."""
    assert total(line("a", None, None, line("b", 100, "income"), line("c", 130, "expense")), "b", "natural") == -30


@given(st.lists(CENTS, min_size=1, max_size=6), st.lists(CENTS, min_size=1, max_size=6))
def test_the_result_is_the_same_in_every_sign_convention(income: list[Decimal], expense: list[Decimal]) -> None:
    """The same year written in three ways has one result, to the last øre."""
    results = set()
    for signs, factors in _FACTORS.items():
        lines = [
            line("i", None, "income", *(line(f"i{n}", factors[0] * each) for n, each in enumerate(income))),
            line("u", None, "expense", *(line(f"u{n}", factors[1] * each) for n, each in enumerate(expense))),
        ]
        results.add(result(lines, "b", signs))

    assert results == {sum(income) - sum(expense)}


_FACTORS: dict[Signs, tuple[int, int]] = {
    "natural": (1, 1),
    "income-negative": (-1, 1),
    "expense-negative": (1, -1),
}


@pytest.mark.parametrize(("signs", "shown"), [("natural", 20), ("expense-negative", 20), ("income-negative", -20)])
def test_a_result_line_sums_up_those_above_it(signs: Signs, shown: int) -> None:
    """With the sign that the table has; lines below it do not count."""
    income, expense = _FACTORS[signs]
    lines = (line("i", income * 100, "income"), line("u", expense * 80, "expense"), line("r", None, "result"))
    budget = Budget(signs=signs, lines=(*lines, line("f", expense * 5, "expense")))

    assert in_cell(budget, lines[2], "b") == shown


@pytest.mark.parametrize(
    ("deviation", "against", "printed"),
    [("5", "0", None), ("5", "40", "12.5"), ("-10", "-80", "-12.5"), ("1", "3", "33.3"), ("0.25", "1000", "0.0")],
)
def test_percent_of_what_it_is_held_against(deviation: str, against: str, printed: str | None) -> None:
    """To one decimal, with the sign of the deviation; of nought there is none."""
    found = percent(Decimal(deviation), Decimal(against))

    assert found == (None if printed is None else Decimal(printed))


@pytest.mark.parametrize(
    ("number", "unit", "into", "same"),
    [("6.64", "mill. kr", "1000 kr", "6640"), ("12345.67", "kr", "1000 kr", "12.34567"), ("7", "kr", "kr", "7")],
)
def test_units_are_exchanged_exactly(number: str, unit: str, into: str, same: str) -> None:
    """No digit is lost on the way."""
    assert convert(Decimal(number), unit, into) == Decimal(same)  # type: ignore[arg-type]


def test_the_reserve_at_the_end_is_opening_and_result() -> None:
    """Worked out where it is not given."""
    budget = budget_of(BUDGET).budget

    assert [closing(budget, column) for column in budget.columns] == [100, 95, 90, None]


def test_lost_income_counts_as_an_expense_in_the_sum_of_changes() -> None:
    """4,0 + 1,5 + 0,15 = 5,65: an organ's changes to a proposal, as they are written."""
    lines = [
        {"id": "a", "title": "A", "amounts": {"2020": "4.0"}},
        {"id": "b", "title": "Inntekt som faller bort", "side": "income", "amounts": {"2020": "-1.5"}},
        {"id": "c", "title": "C", "amounts": {"2020": "0.15"}},
    ]
    table = ChangeTable.model_validate({"id": "t", "title": "T", "years": ["2020", "2021"], "lines": lines})

    assert (sum_changes(table, 2020, "natural"), sum_changes(table, 2021, "natural")) == (Decimal("5.65"), 0)


def test_with_signs_in_the_table_changes_are_summed_unchanged() -> None:
    """Where income is negative, lost income has no minus."""
    lines = [{"id": "b", "title": "B", "side": "income", "amounts": {"2020": "1.5"}}]
    table = ChangeTable.model_validate({"id": "t", "title": "T", "years": ["2020"], "lines": lines})

    assert sum_changes(table, 2020, "income-negative") == Decimal("1.5")


@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=20),
    st.decimals(min_value=0, max_value=100, places=2),
    st.decimals(min_value="0.01", max_value=10, places=2),
)
def test_contributions_add_up_to_the_last_oere(inhabitants: list[int], rate: Decimal, factor: Decimal) -> None:
    """What the members pay one by one is what they pay together."""
    members = tuple(
        Member.model_validate({"id": f"m{n}", "name": f"M {n}", "inhabitants": count})
        for n, count in enumerate(inhabitants)
    )
    rule = Contribution.model_validate(
        {"rate": f"{rate} kr", "multipliers": [{"member": "m0", "factor": factor}], "decided": {"organ": "radet"}}
    )

    paid = [contribution_of(rule, member) for member in members]

    assert contribution_total(rule, members) == sum(paid)
    assert paid[0] == rate * inhabitants[0] * factor


@pytest.mark.parametrize(
    ("path", "amount"),
    [
        ("budget/lines/inntekter/amounts/rb18", "305 tusen kr"),
        ("budget/lines/utgifter/lines/lonn/amounts/r17", "200 tusen kr"),
        ("budget/result/b18", "-5 tusen kr"),
        ("budget/columns/b18/opening", "100 tusen kr"),
        ("budget/columns/b18/closing", "95 tusen kr"),
    ],
)
def test_figures_have_addresses_and_units(path: str, amount: str) -> None:
    """Sums that are worked out among them, so that a text can print them."""
    assert at(budget_of(BUDGET), KeyPath.of(path)) == read_amount(amount)


@pytest.mark.parametrize(
    "path",
    [
        "budget/lines/inntekter/amounts/b99",
        "budget/lines/x/amounts/b18",
        "budget/lines/inntekter/x/renter/amounts/b18",
        "budget/lines/utgifter/lines/prosjekter/amounts/juli",
        "budget/result/b99",
        "budget/contribution/total",
        "budget/columns/juli/opening",
    ],
)
def test_what_has_no_number_has_no_address(path: str) -> None:
    """A text that inserts it is reported."""
    assert at(budget_of(BUDGET), KeyPath.of(path)) is None


def test_a_column_is_of_some_time() -> None:
    """A year or a day; a day has its year."""
    with pytest.raises(ValidationError, match="of no year"):
        Column.model_validate({"id": "b", "kind": "budget"})
    assert Column.model_validate({"id": "r", "kind": "accounts", "as_of": "2018-07-31"}).in_year == 2018
