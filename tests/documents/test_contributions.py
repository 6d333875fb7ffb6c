"""The contribution as readers get it: multipliers in words, rounded sums, and tables of other rates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from osloregion_docs.documents.document import Table
from osloregion_docs.documents.parts.budget.budget_parts import BudgetParts
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.labels.forms import HARD_SPACE as S
from osloregion_docs.language import Language
from osloregion_docs.model.amount import Amount, read_amount
from osloregion_docs.model.budget.contribution import Multiplier, Multipliers
from osloregion_docs.model.programme import Programme
from tests.budgets import budget_of
from tests.model.test_alternatives import LILLEBY, STORBY, WITH_RATES


def of(*factors: tuple[str, str]) -> Multipliers:
    """Multipliers of members."""
    return Multipliers(Multiplier(member=member, factor=Decimal(factor)) for member, factor in factors)


@pytest.mark.parametrize(
    ("factor", "language", "phrase", "clause"),
    [
        ("2", "nb", "dobbel kontingent for Oslo kommune", "Oslo kommune betaler dobbel sats"),
        ("2.0", "nn", "dobbel kontingent for Oslo kommune", "Oslo kommune betaler dobbel sats"),
        ("3", "nb", "tredobbel kontingent for Oslo kommune", "Oslo kommune betaler tredobbel sats"),
        ("0.5", "nb", "halv kontingent for Oslo kommune", "Oslo kommune betaler halv sats"),
        ("1.5", "nb", "1,5 ganger kontingent for Oslo kommune", "Oslo kommune betaler 1,5 ganger satsen"),
        ("1.5", "nn", "1,5 gonger kontingent for Oslo kommune", "Oslo kommune betaler 1,5 gonger satsen"),
        ("2", "en", "double the contribution for Oslo kommune", "Oslo kommune pays double the rate"),
        ("1.5", "en", "1.5 times the contribution for Oslo kommune", "Oslo kommune pays 1.5 times the rate"),
    ],
)
def test_a_multiplier_is_told_in_words(factor: str, language: Language, phrase: str, clause: str) -> None:
    """The usual ones have a word of their own."""
    printer, multipliers = Printer(language), of(("Oslo kommune", factor))

    assert (printer.value(multipliers, ""), printer.value(multipliers, "clause")) == (phrase, clause)


@pytest.mark.parametrize(
    ("multipliers", "phrase"),
    [
        (of(("A", "2"), ("B", "0.5")), "dobbel kontingent for A og halv kontingent for B"),
        (of(("A", "2"), ("B", "2")), "dobbel kontingent for A og B"),
        (of(("A", "2"), ("B", "0.5"), ("C", "2")), "dobbel kontingent for A og C, og halv kontingent for B"),
    ],
)
def test_several_multipliers_are_joined(multipliers: Multipliers, phrase: str) -> None:
    """Those with the same factor are named together; a comma tells where a group of names ends."""
    assert Printer("nb").value(multipliers, "phrase") == phrase


def test_clauses_are_parted_by_a_comma() -> None:
    """They are sentences of their own."""
    said = Printer("nb").value(of(("A", "2"), ("B", "0.5")), "clause")

    assert said == "A betaler dobbel sats, og B betaler halv sats"


@pytest.mark.parametrize(
    ("amount", "form", "printed"),
    [
        ("840.20 kr", "kroner", f"840{S}kroner"),
        ("840.50 kr", "kroner", f"841{S}kroner"),
        ("-840.50 kr", "kroner", f"−841{S}kroner"),
        ("-0.20 kr", "kroner", f"0{S}kroner"),
        ("900 tusen kr", "kroner", f"900{S}000{S}kroner"),
        ("109003.70 kr", "thousands", f"109{S}000{S}kroner"),
        ("3000.60 kr", "thousands", f"3000{S}kroner"),
        ("109500 kr", "thousands", f"110{S}000{S}kroner"),
        ("4578155.40 kr", "millions", f"4,58{S}millioner{S}kroner"),
        ("2400 tusen kr", "millions", f"2,40{S}millioner{S}kroner"),
        ("4575000 kr", "millions", f"4,58{S}millioner{S}kroner"),
        ("ca. 2.9 mill. kr", "kroner", f"ca.{S}2{S}900{S}000{S}kroner"),
    ],
)
def test_forms_that_round_say_so_by_their_name(amount: str, form: str, printed: str) -> None:
    """Whole kroner, whole thousands, hundredths of millions; a half away from nothing."""
    assert Printer("nb").value(read_amount(amount), form) == printed


def test_the_largest_sums_can_be_rounded() -> None:
    """No number that can be written is too long for a form."""
    printed = Printer("nb").value(Amount(number=Decimal("9" * 20), unit="mill. kr"), "kroner")

    assert printed.replace(S, "") == "9" * 20 + "000000kroner"


@pytest.fixture(scope="module")
def year() -> Programme:
    """A year with two rates under discussion."""
    return budget_of(WITH_RATES, members=[STORBY, LILLEBY])


def table(year: Programme, address: str, language: Language = "nb") -> Table:
    """The table that an address stands for."""
    [made] = BudgetParts(year, Printer(language)).inserted(address)
    assert isinstance(made, Table)
    return made


def test_alternatives_stand_in_a_table(year: Programme) -> None:
    """From the lowest rate to the highest, in whole kroner; one without a title has none."""
    made = table(year, "budget/contribution/alternatives")

    assert [column.title for column in made.columns] == [
        *("Alternativ", "Sats per innbygger", "Inntekt", "Endring fra 2018", f"Endring i{S}%"),
    ]
    assert [row.cells for row in made.rows] == [
        ("", f"kr{S}1,40", f"280{S}001", f"−20{S}000", "−6,7"),
        ("Mer", f"kr{S}1,65", f"330{S}002", f"30{S}000", "10,0"),
    ]


def test_the_caption_tells_what_the_table_is_worked_out_from(year: Programme) -> None:
    """This year's rate, who pays more, and how it is rounded."""
    assert table(year, "budget/contribution/alternatives").caption == (
        "Alternative satser. Inntekt og endring er rundet av til hele kroner. "
        f"Satsen for 2018 er kr{S}1,50. Storby kommune betaler dobbel sats."
    )


def test_rates_without_titles_have_no_column_for_them() -> None:
    """An empty column would say nothing."""
    year = budget_of(WITH_RATES.replace(", title: Mer", ""), members=[LILLEBY])

    assert table(year, "budget/contribution/alternatives", "en").columns[0].title == "Rate per inhabitant"


def test_each_member_has_what_it_would_pay(year: Programme) -> None:
    """To the last øre, with the sums that the other table rounds."""
    made = table(year, "members/alternatives")

    assert [column.title for column in made.columns] == ["Medlem", "Innbyggere", f"kr{S}1,40", f"kr{S}1,65"]
    assert [row.cells for row in made.rows] == [
        ("Storby kommune", f"90{S}000", f"252{S}000,00", f"297{S}000,00"),
        ("Lilleby kommune", f"20{S}001", f"28{S}001,40", f"33{S}001,65"),
        ("Sum", f"110{S}001", f"280{S}001,40", f"330{S}001,65"),
    ]


@pytest.mark.parametrize("address", ["budget/contribution/alternatives", "members/alternatives"])
def test_without_members_there_is_no_table(address: str) -> None:
    """BUD718 and BUD719 say so."""
    assert list(BudgetParts(budget_of(WITH_RATES), Printer("nb")).inserted(address)) == []
