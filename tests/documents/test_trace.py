"""The trace from strategy to result: what serves what, what pays for it, what names it and its results."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from osloregion_docs.documents.document import Table
from osloregion_docs.documents.kinds.reports.traceability import TRACE, TraceContext, TracedArea
from osloregion_docs.documents.parts.traceability.traceability_matrix import thread_of
from osloregion_docs.labels.forms import HARD_SPACE as S
from osloregion_docs.language import LANGUAGES, Language
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.reports.annual_report import AnnualReport
from tests.years import small_programme

ACTIVITIES = [{"id": "bane", "text": "Mer gods på bane."}, {"id": "sykkel", "text": "Flere sykkelveier"}]
AREAS = [
    {"id": "areal", "title": "Areal", "serves": ["areal"], "measures": ["gods", "moter"]},
    {"id": "drift", "title": "Drift", "measures": ["informasjon"]},
]
LINK = {"kind": "paragraph", "runs": [{"text": "", "link": "gods"}]}
VALUE = {"kind": "paragraph", "runs": [{"text": "", "placeholder": {"path": "measures/gods/title"}}]}
INSERT = {"kind": "insert", "placeholder": {"path": "measures/gods/title"}}
WHOLE_LIST = {"kind": "insert", "placeholder": {"path": "measures/starting"}}


def measure(id_: str, *serves: str) -> dict[str, object]:
    """A measure of that id."""
    return {
        "id": id_,
        "title": id_.title(),
        "timeframe": "løpende",
        "parties": {"responsible": ["Sekretariatet"]},
        "serves": list(serves),
    }


def case(id_: str, *content: object, exempt: bool = False) -> dict[str, object]:
    """A case of that id with some background."""
    told = {"id": id_, "title": id_.title(), "kind": "decision", "number": "4/18", "exempt": exempt}
    return {**told, "content": {"background": list(content)}}


def year(*cases: dict[str, object], serves: tuple[str, ...] = ("areal/bane",), **values: object) -> Programme:
    """A year with two activities and three measures, the first of which serves what is given."""
    plain = small_programme()
    strategy = plain.strategy.model_dump(mode="json") | {
        "period": "2017-2020",
        "focus_areas": [{"id": "areal", "title": "Areal og transport", "activities": ACTIVITIES}],
    }
    meeting = {
        "id": "2018-03-06-radet",
        "organ": "radet",
        "date": "2018-03-06",
        "agenda": [each["id"] for each in cases],
        "cases": list(cases),
    }
    given: dict[str, object] = {
        "strategy": strategy,
        "measure_areas": AREAS,
        "measures": [measure("informasjon"), measure("moter"), measure("gods", *serves)],
        "meetings": [meeting],
        "results": {"measures": [{"id": "gods", "entries": [{"date": "2018-07-31", "status": "in-progress"}]}]},
    }
    return small_programme(**{**given, **values})


def paid(
    *cases: dict[str, object],
    columns: object = ({"id": "b18", "kind": "budget", "year": 2018},),
    amounts: Mapping[str, object] = MappingProxyType({"b18": 300}),
    signs: str = "natural",
    measures: tuple[str, ...] = ("gods",),
) -> Programme:
    """A year with a budget line that pays for measures."""
    line = {
        "id": "jernbane",
        "title": "Jernbane",
        "side": "expense",
        "amounts": dict(amounts),
        "measures": measures,
    }
    return year(*cases, budget={"signs": signs, "columns": columns, "lines": [line]})


def told(programme: Programme, language: Language = "nb") -> TraceContext:
    """What the document says."""
    [document] = TRACE.compose(programme, language)
    assert isinstance(document.context, TraceContext)
    return document.context


def named(programme: Programme) -> dict[str, list[str]]:
    """Each measure of the first activity with the cases that name it."""
    [focus] = thread_of(programme).focus_areas
    return {row.measure.id: [each.case.id for each in row.cases] for row in focus.activities[0].measures}


def test_measures_stand_below_the_activities_they_serve() -> None:
    """An activity that none serves has none."""
    [focus] = thread_of(year()).focus_areas

    assert [[row.measure.id for row in each.measures] for each in focus.activities] == [["gods"], []]


def test_measures_without_activity_stand_by_their_area() -> None:
    """Where their measure area serves the focus area; the others stand by themselves."""
    thread = thread_of(year())

    assert (
        [row.measure.id for row in thread.focus_areas[0].others],
        [row.measure.id for row in thread.without],
    ) == (["moter"], ["informasjon"])


def test_coverage_counts_activities_and_results() -> None:
    """Percents are rounded down."""
    coverage = thread_of(paid()).coverage

    assert (coverage.served_percent, coverage.budgeted_percent, coverage.reported_percent) == (50, 33, 33)


def test_of_no_activities_all_are_served() -> None:
    """A strategy without activities lacks nothing."""
    assert thread_of(small_programme()).coverage.served_percent == 100


@pytest.mark.parametrize("content", [LINK, VALUE, INSERT, {"kind": "list", "items": [[INSERT]]}])
def test_cases_that_name_a_measure_belong_to_it(content: dict[str, object]) -> None:
    """By a link, or by putting a value of it in; also inside lists."""
    assert named(year(case("jernbane", content))) == {"gods": ["jernbane"]}


def test_cases_that_put_in_a_list_name_no_measure() -> None:
    """The list of all that begins this year says nothing about one of them."""
    assert named(year(case("program", WHOLE_LIST))) == {"gods": []}


def test_cases_that_are_kept_from_the_public_are_left_out() -> None:
    """Nobody learns from the trace what they are about."""
    assert named(year(case("avtale", LINK, exempt=True))) == {"gods": []}


def cells(area: TracedArea) -> list[tuple[str, ...]]:
    """The matrix of a focus area, row by row."""
    return [row.cells for item in area.matrix.items if isinstance(item, Table) for row in item.rows]


def marked(area: TracedArea) -> list[str]:
    """The cells that are set off as gaps."""
    tables = [item for item in area.matrix.items if isinstance(item, Table)]
    return [row.cells[place] for table in tables for row in table.rows for place in row.marked]


def test_matrix_can_be_read_across() -> None:
    """A column for each step of the thread, a row for each measure of an activity."""
    [area, _] = told(paid(case("jernbane", LINK))).areas
    [table] = area.matrix.items
    assert isinstance(table, Table)

    assert ([column.title for column in table.columns], table.rows[0].cells) == (
        ["Aktivitet", "Tiltak", "Budsjett", "Sak", "Status"],
        (
            "Mer gods på bane",
            "1.1 Gods",
            f"Budsjettpost: Jernbane (300{S}tusen{S}kroner)",
            "Samarbeidsrådet 6.3.2018, sak 4/18",
            "I gang (31.7.2018)",
        ),
    )


def test_gaps_are_marked_with_words() -> None:
    """An activity without measures, a measure without budget, case or status."""
    [area, _] = told(paid(case("jernbane", LINK))).areas

    assert marked(area) == ["Mangler tiltak", "Mangler budsjett", "Ingen offentlig sak", "Ikke rapportert"]


def test_what_no_measure_has_is_no_gap() -> None:
    """No cost anywhere: no column of gaps, one sentence in the summary. No case anywhere: reported, but not marked."""
    context = told(year(results={}, annual_report={}))

    assert (cells(context.areas[0])[0][2:], marked(context.areas[0]), context.summary[1]) == (
        ("Ingen offentlig sak", "Ikke rapportert"),
        ["Mangler tiltak"],
        "Det er ikke oppgitt hva tiltakene koster, eller hvilke budsjettposter som betaler for dem.",
    )


def test_no_gap_is_claimed_where_no_measure_names_activities() -> None:
    """As rule COV802 has it."""
    context = told(year(serves=()).model_copy(update={"annual_report": AnnualReport()}))

    assert ([row[1] for row in cells(context.areas[0])][:2], marked(context.areas[0]), context.summary[0][:50]) == (
        ["Ikke oppgitt", "Ikke oppgitt"],
        ["Ikke rapportert"],
        "Tiltakene sier ikke hvilke aktiviteter de svarer p",
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"cost": "450 tusen kr"}, f"Kostnad: 450{S}tusen{S}kroner"),
        (
            {"financing": [{"source": "Stat", "amount": "2 kr"}, {"source": "Fylke", "amount": "1 kr"}]},
            f"Stat: kr{S}2\nFylke: kr{S}1",
        ),
    ],
)
def test_budget_tells_cost_and_financing(values: dict[str, object], said: str) -> None:
    """Those of the measure itself, a line each."""
    programme = year(measures=[measure("informasjon"), measure("moter"), {**measure("gods", "areal/bane"), **values}])

    assert cells(told(programme).areas[0])[0][2] == said


def test_a_shared_line_says_for_how_many() -> None:
    """Its amount is set aside for all of them together."""
    programme = paid(measures=("gods", "moter"))

    assert cells(told(programme).areas[0])[0][2] == f"Budsjettpost: Jernbane (300{S}tusen{S}kroner til 2 tiltak)"


def test_amounts_are_those_of_the_revised_budget() -> None:
    """Where it has any; their column is named once."""
    columns = [{"id": "b18", "kind": "budget", "year": 2018}, {"id": "rb18", "kind": "revised", "year": 2018}]
    programme = paid(columns=columns, amounts={"b18": 300, "rb18": "0,4"})

    assert (cells(told(programme).areas[0])[0][2], told(programme).summary[1]) == (
        f"Budsjettpost: Jernbane (0,4{S}tusen{S}kroner)",
        "1 av 3 tiltak har et budsjett (33 prosent). Beløp i budsjettposter er hentet fra revidert budsjett 2018.",
    )


def test_an_expense_with_a_minus_is_an_amount_all_the_same() -> None:
    """The sign tells the side of the table; what is set aside is what it is."""
    programme = paid(signs="expense-negative", amounts={"b18": -300})

    assert cells(told(programme).areas[0])[0][2] == f"Budsjettpost: Jernbane (300{S}tusen{S}kroner)"


def test_results_stand_below_the_matrix() -> None:
    """Each measure once, by its number; the reason where nothing is reported."""
    entries = [{"date": "2018-07-31", "status": "in-progress", "result": "Halvveis."}]
    results = [{"id": "gods", "entries": entries}, {"id": "moter", "not_reported": "Venter på tall."}]

    assert told(year(results={"measures": results})).areas[0].results == (
        "1.1 Gods: Halvveis.",
        "1.2 Moter: Venter på tall.",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_in_every_language(language: Language) -> None:
    """How much of the thread holds."""
    found = told(paid(), language).summary

    assert (found[0], found[1].partition(". ")[0], found[2]) == {
        "nb": (
            "1 av 2 aktiviteter har tiltak (50 prosent).",
            "1 av 3 tiltak har et budsjett (33 prosent)",
            "1 av 3 tiltak har en status (33 prosent).",
        ),
        "nn": (
            "1 av 2 aktivitetar har tiltak (50 prosent).",
            "1 av 3 tiltak har eit budsjett (33 prosent)",
            "1 av 3 tiltak har ein status (33 prosent).",
        ),
        "en": (
            "1 of 2 activities have measures (50 percent).",
            "1 of 3 measures have a budget (33 percent)",
            "1 of 3 measures have a status (33 percent).",
        ),
    }[language]


@pytest.mark.parametrize("programme", ["programme_2018", "example"])
def test_every_place_has_an_address(programme: str, request: pytest.FixtureRequest) -> None:
    """Each focus area and each row: a link to it leads to its sources."""
    [document] = TRACE.compose(request.getfixturevalue(programme), "nb")
    areas = told(request.getfixturevalue(programme)).areas
    tables = [item for area in areas for item in area.matrix.items if isinstance(item, Table)]
    anchors = [area.anchor for area in areas] + [row.anchor for table in tables for row in table.rows]

    assert sorted(anchors) == sorted(document.addresses)
