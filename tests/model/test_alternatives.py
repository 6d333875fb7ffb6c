"""What another rate would give: exact, rounded in one place, and found by address."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.amount import Amount, read_amount
from osloregion_docs.model.budget.alternatives import outcomes
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.contribution import Contribution, Member, Multiplier, Multipliers
from osloregion_docs.model.lookup import at, list_steps
from osloregion_docs.model.organ import Decision
from osloregion_docs.model.programme import Programme
from tests.budgets import BUDGET, budget_of

RATES = "  alternatives: [{id: mer, rate: 1.65 kr, title: Mer}, {id: mindre, rate: 1.40 kr}]\n"
WITH_RATES = BUDGET.replace("income: 0.3", f"{RATES}income: 0.3")
STORBY = Member(id="0301", name="Storby kommune", inhabitants=90_000)
LILLEBY = Member(id="0219", name="Lilleby kommune", inhabitants=20_001)
OUT = "budget/contribution/alternatives"


@pytest.fixture(scope="module")
def year() -> Programme:
    """A year with two members, one of them with a double rate, and two rates under discussion."""
    return budget_of(WITH_RATES, members=[STORBY, LILLEBY])


def value(year: Programme, address: str) -> object:
    """The value at an address."""
    return at(year, KeyPath.of(address))


def kroner(number: str) -> Amount:
    """A sum in kroner."""
    return Amount(number=Decimal(number), unit="kr")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("mer/rate", read_amount("1.65 kr")),
        ("mer/total", kroner("330001.65")),
        ("mer/income", read_amount("0.3 mill. kr")),
        ("mer/change", kroner("30000.15")),
        ("mer/percent", Decimal(10)),
        ("mindre/change", kroner("-20000.10")),
        ("mindre/percent", Decimal("-6.7")),
        ("mer/members/0219/pays", kroner("33001.65")),
        ("mer/members/0219/change", kroner("3000.15")),
        ("mer/members/0301/change", kroner("27000.00")),
    ],
)
def test_what_a_rate_gives_has_an_address(year: Programme, address: str, found: object) -> None:
    """Inhabitants × rate × multiplier; a change is against the year's own rate; income is rounded as the year's is."""
    assert value(year, f"{OUT}/{address}") == found


def test_rates_are_listed_from_the_lowest(year: Programme) -> None:
    """However they are listed."""
    assert [outcome.id for outcome in outcomes(year.budget, year.members)] == ["mindre", "mer"]


def test_without_members_only_the_rate_is_known() -> None:
    """Nothing is guessed."""
    year = budget_of(WITH_RATES)

    assert value(year, f"{OUT}/mer/rate") == read_amount("1.65 kr")
    assert value(year, f"{OUT}/mer/income") is None


def test_without_a_frame_the_income_is_exact() -> None:
    """Then nothing says how it should be rounded."""
    year = budget_of(WITH_RATES.replace("income: 0.3 mill. kr\n", ""), members=[LILLEBY])

    assert value(year, f"{OUT}/mer/income") == kroner("33001.65")


def test_what_a_rate_gives_is_offered_when_an_address_is_mistyped(year: Programme) -> None:
    """The hint of REF307 names what there is."""
    assert "change" in list_steps(year, KeyPath.of(f"{OUT}/mer/chnge"))


def test_multipliers_are_one_value_with_names() -> None:
    """A member given by id is named; one that pays the plain rate is left out."""
    named = BUDGET.replace("{member: Storby kommune, factor: 2}", '{member: "0301", factor: 2}, {member: B, factor: 1}')

    found = value(budget_of(named, members=[STORBY]), "budget/contribution/multipliers")

    assert found == Multipliers([Multiplier(member="Storby kommune", factor=Decimal(2))])


def test_a_year_without_multipliers_has_no_such_value() -> None:
    """So that no text can mention one."""
    plain = BUDGET.replace("  multipliers: [{member: Storby kommune, factor: 2}]\n", "")

    assert value(budget_of(plain), "budget/contribution/multipliers") is None


@pytest.mark.parametrize(
    ("like", "total", "rounded"),
    [
        ("4.36 mill. kr", "4578155.40", "4.58 mill. kr"),
        ("4.36 mill. kr", "4575000", "4.58 mill. kr"),
        ("4.36 mill. kr", "4574999.99", "4.57 mill. kr"),
        ("4360 tusen kr", "4578155.40", "4578 tusen kr"),
        ("ca. 4.4 mill. kr", "4578155.40", "ca. 4.6 mill. kr"),
        ("4 mill. kr", "-4500000", "-5 mill. kr"),
    ],
)
def test_a_sum_is_rounded_as_another_is_written(like: str, total: str, rounded: str) -> None:
    """In its unit, with its decimals, a half away from nothing."""
    assert read_amount(like).round_to_unit(Decimal(total)) == read_amount(rounded)


@given(
    rate=st.decimals(min_value="0.01", max_value=1000, places=2),
    other=st.decimals(min_value="0.01", max_value=1000, places=2),
    inhabitants=st.lists(st.integers(min_value=1, max_value=10**6), min_size=1, max_size=5),
)
def test_members_changes_make_up_the_change(rate: Decimal, other: Decimal, inhabitants: list[int]) -> None:
    """To the last øre, whatever the rates."""
    members = tuple(Member(id=f"m{n}", name=f"M {n}", inhabitants=count) for n, count in enumerate(inhabitants))
    rule = Contribution.model_validate(
        {
            "rate": Amount(number=rate, unit="kr"),
            "decided": Decision(organ="radet", case="1/17"),
            "multipliers": [{"member": "m0", "factor": Decimal("2.5")}],
            "alternatives": [{"id": "a", "rate": Amount(number=other, unit="kr")}],
        }
    )

    [outcome] = outcomes(Budget(contribution=rule), members)

    assert outcome.change is not None
    assert sum(member.change.kroner for member in outcome.members) == outcome.change.kroner
