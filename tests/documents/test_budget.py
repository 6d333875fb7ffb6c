"""The budget as composed: sections, rows, sums and words as readers get them."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.documents.document import Printed, Table
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME, ActionProgrammeContext
from osloregion_docs.documents.kinds.reports.budget import BUDGET as KIND
from osloregion_docs.documents.kinds.reports.budget import BudgetContext
from osloregion_docs.labels.forms import HARD_SPACE as S
from osloregion_docs.language import Language
from osloregion_docs.model.content import ListBlock, Paragraph, plain
from osloregion_docs.model.programme import Programme
from tests.budgets import BUDGET, FILES, budget_of
from tests.years import load_with, small_programme


def composed(programme: Programme, language: Language = "nb") -> BudgetContext:
    """The budget of a year."""
    [document] = KIND.compose(programme, language)
    assert isinstance(document.context, BudgetContext)
    return document.context


def section(programme: Programme, id_: str, language: Language = "nb") -> tuple[Printed, ...]:
    """What stands in one section; nothing where there is no such section."""
    return next((each.text.items for each in composed(programme, language).sections if each.id == id_), ())


def tables(items: tuple[Printed, ...]) -> list[Table]:
    """The tables among them."""
    return [item for item in items if isinstance(item, Table)]


def texts(items: tuple[Printed, ...]) -> list[str]:
    """The paragraphs among them, those of lists too."""
    found = []
    for item in items:
        if isinstance(item, Paragraph):
            found.append(plain(item.runs))
        elif isinstance(item, ListBlock):
            found += [text for entry in item.items for text in texts(entry)]
    return found


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Programme:
    """A year with a whole budget, members and costs, read from its files."""
    loaded = load_with(tmp_path_factory.mktemp("year"), FILES)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value.programme


def test_year_2018_shows_its_frame_and_says_that_the_table_is_not_there(programme_2018: Programme) -> None:
    """What the source says, and no more."""
    context = composed(programme_2018)

    [frame] = tables(context.sections[0].text.items)
    assert [row.cells for row in frame.rows] == [
        ("Medlemskontingent per innbygger", f"kr{S}1,50"),
        ("Inntektsramme", f"6,64{S}mill.{S}kroner"),
        ("Til prosjekter og utviklingstiltak", f"ca.{S}2,9{S}mill.{S}kroner"),
        ("Ubrukt reserve ved utgangen av 2018", f"ca.{S}2,9{S}mill.{S}kroner"),
    ]
    assert [text for each in context.sections[1:] for text in texts(each.text.items)] == [
        f"Medlemskontingenten for 2018 er kr{S}1,50 per innbygger. Oslo kommune betaler dobbel sats.",
        f"Fastsatt av samarbeidsrådet 12.{S}juni{S}2017 (sak 4/17).",
        "Budsjettabellen er ikke lagt inn.",
    ]


def test_a_year_that_says_nothing_of_its_budget_has_no_such_document() -> None:
    """Nothing is built of nothing."""
    assert KIND.compose(small_programme(), "nb") == ()


def test_edition_is_that_of_the_programme_or_its_own() -> None:
    """A budget may be adopted in another case than the programme."""
    own = "income: 1 mill. kr\nadopted: {organ: radet, case: 34/24, date: 2024-12-05}"

    assert composed(budget_of("income: 1 mill. kr")).edition == "Utkast"
    assert composed(budget_of(own)).edition == f"Vedtatt av samarbeidsrådet 5.{S}desember{S}2024 (sak 34/24)"


def test_sections_that_have_something_are_numbered(year: Programme) -> None:
    """In the order of a budget."""
    assert [(each.number, each.heading) for each in composed(year).sections] == [
        ("1", "Økonomisk ramme"),
        ("2", "Medlemskontingent"),
        ("3", "Inntekter og utgifter"),
        ("4", "Endringer"),
        ("5", "Medlemskontingent per medlem"),
        ("6", "Kostnad og finansiering av tiltak"),
    ]


def test_table_has_titles_lines_sums_and_a_result(year: Programme) -> None:
    """Sums and the result are worked out; a column has as many decimals as it needs."""
    table, _reserve = tables(section(year, "lines"))

    assert [(row.role, row.level, row.cells) for row in table.rows] == [
        ("title", 0, ("Inntekter", "", "", "", "", "", "", "")),
        ("line", 1, ("Medlemskontingent", "1", "290,0", "300", "300", "300", "0", "0,0")),
        ("line", 1, ("Renter", "", "4,5", "0", "5", "3", "5", "–")),
        ("sum", 0, ("Sum inntekter", "", "294,5", "300", "305", "303", "5", "1,7")),
        ("title", 0, ("Utgifter", "", "", "", "", "", "", "")),
        ("line", 1, ("Lønn", "", "200,0", "210", "220", "118", "10", "4,8")),
        ("line", 1, ("Prosjekter", "", "74,5", "95", "95", "–", "0", "0,0")),
        ("sum", 0, ("Sum utgifter", "", "274,5", "305", "315", "118", "10", "3,3")),
        ("sum", 0, ("Resultat", "", "20,0", "−5", "−10", "185", "−5", "−100,0")),
    ]


def test_columns_are_named_by_what_they_are(year: Programme) -> None:
    """From kind, year and day."""
    table, _reserve = tables(section(year, "lines"))

    assert [column.title for column in table.columns] == [
        "Post",
        "Note",
        "Regnskap 2017",
        "Budsjett 2018",
        "Revidert budsjett 2018",
        "Regnskap per 31.7.2018",
        "Avvik",
        f"Avvik i{S}%",
    ]


def test_what_the_table_needs_is_said_below_it(year: Programme) -> None:
    """What the deviation is, what a dash means, and the notes by number."""
    assert texts(section(year, "lines")) == [
        (
            "Avvik er revidert budsjett 2018 minus budsjett 2018. "
            "En strek (–) betyr at tallet ikke er lagt inn, eller ikke kan regnes ut."
        ),
        "Noter til tabellen:",
        "Medlemskontingent: Etter folketallet.",
    ]


def test_reserve_is_opening_result_and_closing(year: Programme) -> None:
    """In the columns that have one."""
    _table, reserve = tables(section(year, "lines"))

    assert [row.cells for row in reserve.rows] == [
        ("Reserve ved inngangen av året", "80,0", "100", "100"),
        ("Resultat", "20,0", "−5", "−10"),
        ("Reserve ved utgangen av året", "100,0", "95", "90"),
    ]


def test_changes_say_where_they_were_decided(year: Programme) -> None:
    """With their sum, and how it is made."""
    items = section(year, "changes")
    [changes] = tables(items)

    assert changes.caption == (
        f"Endringer i budsjettet for 2018. Vedtatt av samarbeidsrådet 8.{S}mai{S}2018 (sak 9/18). Beløp i 1000 kroner."
    )
    assert [row.cells for row in changes.rows] == [
        ("Lønnsoppgjøret", "10"),
        ("Renteinntekter", "5"),
        ("Sum (økt netto utgift)", "5"),
    ]
    assert texts(items) == [
        "Endringer i inntekter teller motsatt av endringer i utgifter: tapt inntekt øker netto utgift."
    ]


def test_each_member_pays_by_its_inhabitants(year: Programme) -> None:
    """Rate × inhabitants × factor, øre included, and the sum."""
    [members] = tables(section(year, "members"))

    assert members.caption == f"Beløp i kroner. Innbyggere per 1.{S}januar{S}2018."
    assert [row.cells for row in members.rows] == [
        ("Storby kommune", f"90{S}000", "2", f"270{S}000,00"),
        ("Lille; By kommune", f"20{S}001", "1", f"30{S}001,50"),
        ("Sum", f"110{S}001", "", f"300{S}001,50"),
    ]


def test_costs_and_who_pays_stand_by_measure(year: Programme) -> None:
    """With the measure's number behind its title."""
    [costs] = tables(section(year, "measures"))

    assert [row.cells for row in costs.rows] == [
        (
            "Få mer gods på bane (1.1)",
            f"450{S}tusen{S}kroner",
            f"Alliansen: 250{S}tusen{S}kroner\nStaten: 200{S}tusen{S}kroner",
        )
    ]


@pytest.mark.parametrize(
    ("signs", "income", "expense", "caption", "last"),
    [
        ("natural", 300, 310, "Beløp i 1000 kroner.", ("Resultat", "−10")),
        ("income-negative", -300, 310, "Beløp i 1000 kroner. Inntekter står med minus.", ("Netto utgift", "10")),
        ("expense-negative", 300, -310, "Beløp i 1000 kroner. Utgifter står med minus.", ("Resultat", "−10")),
    ],
)
def test_signs_are_said_and_kept(signs: str, income: int, expense: int, caption: str, last: tuple[str, str]) -> None:
    """The table is printed in the signs it is written in, and says so."""
    text = f"""\
signs: {signs}
columns: [{{id: b18, kind: budget, year: 2018}}]
lines:
  - {{id: i, title: Inntekter, side: income, amounts: {{b18: {income}}}}}
  - {{id: u, title: Utgifter, side: expense, amounts: {{b18: {expense}}}}}
"""
    [table] = tables(section(budget_of(text), "lines"))

    assert (table.caption, table.rows[-1].cells) == (caption, last)


def test_columns_of_several_units_name_theirs() -> None:
    """And a deviation is in the unit of what is looked at."""
    text = """\
columns:
  - {id: b18, kind: budget, year: 2018, unit: mill. kr}
  - {id: r18, kind: accounts, year: 2018, unit: 1000 kr}
deviations: [{id: avvik, of: r18, against: b18, show: amount}]
lines: [{id: u, title: Utgifter, side: expense, amounts: {b18: 6.5, r18: 6530}}]
"""
    [table] = tables(section(budget_of(text), "lines"))

    assert [column.title for column in table.columns[1:]] == [
        "Budsjett 2018 (millioner kroner)",
        "Regnskap 2018 (1000 kroner)",
        "Avvik (1000 kroner)",
    ]
    assert table.rows[-1].cells == ("Utgifter", "6,5", "6530", "30")


@pytest.mark.parametrize(
    ("language", "titles"),
    [("nn", ["Post", "Rekneskap 2017"]), ("en", ["Item", "Accounts 2017"])],
)
def test_words_are_those_of_the_language(year: Programme, language: Language, titles: list[str]) -> None:
    """Columns, sums and sentences."""
    table, _reserve = tables(section(year, "lines", language))

    assert [table.columns[place].title for place in (0, 2)] == titles


def test_a_chapter_can_hold_the_tables(tmp_path: Path) -> None:
    """The programme with its budget as one document: an address alone in its paragraph is a table."""
    chapter = (
        "---\ntitle: Økonomi\n---\n\nSlik er det:\n\n{{ budget/lines }}\n\n{{ budget/changes }}\n\n{{ members }}\n"
    )
    loaded = load_with(tmp_path, {**FILES, "texts/om-oss.md": chapter}).value
    assert loaded is not None
    [document] = ACTION_PROGRAMME.compose(loaded.programme, "nb")
    assert isinstance(document.context, ActionProgrammeContext)

    [part] = document.context.chapters[0].parts
    assert [table.name for table in tables(part.text.items)] == [
        "Inntekter og utgifter",
        "Reserve",
        "Endringer i budsjettet for 2018",
        "Medlemskontingent per medlem",
    ]


def test_a_value_may_stand_alone_in_its_paragraph(tmp_path: Path) -> None:
    """It is printed as anywhere else."""
    chapter = "---\ntitle: Økonomi\n---\n\n{{ budget/result/b18 }}\n"
    loaded = load_with(tmp_path, {**FILES, "texts/om-oss.md": chapter}).value
    assert loaded is not None
    [document] = ACTION_PROGRAMME.compose(loaded.programme, "nb")
    assert isinstance(document.context, ActionProgrammeContext)

    assert texts(document.context.chapters[0].parts[0].text.items) == [f"−5{S}tusen{S}kroner"]


def test_costs_stand_among_the_facts_of_a_measure(year: Programme) -> None:
    """Where they are known."""
    [document] = ACTION_PROGRAMME.compose(year, "nb")
    assert isinstance(document.context, ActionProgrammeContext)
    [measure] = document.context.chapters[-1].parts[0].measure_areas[0].measures

    assert (measure.cost, len(measure.financing)) == (f"450{S}tusen{S}kroner", 2)


def test_budget_without_lines_prints_that_there_is_no_table() -> None:
    """Columns alone are none."""
    programme = budget_of("income: 1 mill. kr\ncolumns: [{id: b18, kind: budget, year: 2018}]")

    assert texts(section(programme, "lines")) == ["Budsjettabellen er ikke lagt inn."]


def test_sample_year_has_nothing_wrong() -> None:
    """The budget that the tests are made of adds up."""
    assert budget_of(BUDGET).budget.columns
