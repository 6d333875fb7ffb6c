"""The register: which measures it contains, and its data on each."""

from __future__ import annotations

import datetime

import pytest

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.open_data.measure_register import (
    MEASURE_REGISTER,
    MeasureRegister,
    RegisteredMeasure,
)
from osloregion_docs.model.programme import FocusArea, Programme
from tests.years import small_programme

AREAS = [
    {"id": "areal", "title": "Areal", "serves": ["klima", "areal"], "measures": ["to", "en"]},
    {"id": "annet", "title": "Annet", "measures": ["tre", "finnes-ikke"]},
]
FOCUS = tuple(FocusArea(id=id_, title=id_.capitalize()) for id_ in ("areal", "klima", "reise"))


def measure(id_: str, **values: object) -> dict[str, object]:
    """A measure with little in it."""
    return {"id": id_, "title": id_, "timeframe": "løpende", "parties": {"responsible": ["Styret"]}, **values}


def register(*measures: dict[str, object], language: str = "nb", **more: object) -> MeasureRegister:
    """The register of a small year with these measures."""
    programme = small_programme(measures=measures, measure_areas=AREAS, **more)
    strategy = programme.strategy.model_copy(update={"focus_areas": FOCUS})
    [document] = MEASURE_REGISTER.compose(programme.model_copy(update={"strategy": strategy}), language)  # type: ignore[arg-type]
    assert isinstance(document.context, MeasureRegister)
    return document.context


def the_first(*measures: dict[str, object], language: str = "nb") -> RegisteredMeasure:
    """The first measure in the register."""
    return register(*measures, language=language).measures[0]


def test_measures_are_in_the_order_of_the_programme() -> None:
    """With their printed numbers, whatever the order of the files; one that is not there leaves no gap."""
    found = register(measure("en"), measure("to"), measure("tre")).measures

    assert [(each.number, each.id) for each in found] == [("1.1", "to"), ("1.2", "en"), ("2.1", "tre")]


def test_measure_serves_what_its_area_serves() -> None:
    """In the order of the strategy."""
    assert the_first(measure("en")).focus_areas == ("Areal", "Klima")


def test_measure_serves_what_it_says_itself_too() -> None:
    """An activity names its focus area."""
    assert the_first(measure("en", serves=["reise/tog"])).focus_areas == ("Areal", "Klima", "Reise")


@pytest.mark.parametrize(
    ("timeframe", "first", "last"),
    [
        ("løpende", None, None),
        ("2018", (2018, 1, 1), (2018, 12, 31)),
        ("2017-19", (2017, 1, 1), (2019, 12, 31)),
        ("2018-H1", (2018, 1, 1), (2018, 6, 30)),
        ("2018-02-03", (2018, 2, 3), (2018, 2, 3)),
    ],
)
def test_days_of_a_timeframe(timeframe: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """The first and the last, both included."""
    found = the_first(measure("en", timeframe=timeframe))

    assert (found.first_day, found.last_day) == tuple(day and datetime.date(*day) for day in (first, last))


def test_parties_are_named_as_they_are_printed() -> None:
    """An organ by its name; by the name given here, where there is one."""
    parties = {"responsible": [{"organ": "radet"}, {"organ": "radet", "name": "Rådet"}], "cooperating": ["Andre"]}
    found = the_first(measure("en", parties=parties))

    assert (found.responsible, found.participating, found.cooperating) == (("Samarbeidsrådet", "Rådet"), (), ("Andre",))


def test_cost_is_given_in_kroner() -> None:
    """Whatever unit it was decided in; who pays as it is printed."""
    financing = [{"source": "Rådet", "amount": "100 tusen kr"}]
    found = the_first(measure("en", cost="0.64 mill. kr", financing=financing))

    assert (found.cost, found.financing) == (640_000, ("Rådet: 100\u00a0tusen\u00a0kroner",))


def test_columns_of_costs_are_there_where_any_is_given() -> None:
    """In a year without costs, they would be empty."""
    headings = [
        [column.heading for column in register(measure("en", **given)).table().columns]
        for given in ({}, {"cost": "640 tusen kr"})
    ]

    assert ["Kostnad (kr)" in each for each in headings] == [False, True]


def test_texts_are_in_the_language_of_the_register() -> None:
    """Title, timeframe and headings."""
    title = {"nb": "Mer gods", "en": "More freight"}
    found = register(measure("en", title=title), language="en")

    assert (found.measures[0].title, found.measures[0].timeframe, found.labels["title"]) == (
        "More freight",
        "Ongoing",
        "Title",
    )


def test_year_without_measures_has_no_register() -> None:
    """There is nothing to list."""
    assert MEASURE_REGISTER.compose(small_programme(), "nb") == ()


@pytest.mark.parametrize("year", ["programme_2018", "example"])
def test_table_has_a_value_for_each_column(request: pytest.FixtureRequest, year: str) -> None:
    """In every row, with results and without."""
    [document] = MEASURE_REGISTER.compose(request.getfixturevalue(year), "nb")
    table = _register(document).table()

    assert {len(row) for row in table.rows} == {len(table.columns)}


def reported(*entries: dict[str, object], **more: object) -> MeasureRegister:
    """The register of a small year of two measures, on the first of which this was reported."""
    results = {"measures": [{"id": "to", "entries": entries}], **more}
    return register(measure("to"), measure("en"), results=results)


def test_newest_report_is_included() -> None:
    """Whatever the order in the file, with its status in words."""
    found = (
        reported(
            {"date": "2018-12-31", "status": "done", "result": "Ferdig."},
            {"date": "2018-06-30", "status": "in-progress"},
        )
        .measures[0]
        .reported
    )

    assert found is not None
    assert (found.id, found.status, str(found.day), found.result) == ("done", "Gjennomført", "2018-12-31", "Ferdig.")


def test_report_after_the_cut_off_date_is_not_included() -> None:
    """As in the status report."""
    entries = ({"date": "2018-06-30", "status": "in-progress"}, {"date": "2018-12-31", "status": "done"})
    found = reported(*entries, as_of="2018-07-31").measures[0].reported

    assert found is not None
    assert found.id == "in-progress"


def test_columns_of_reports_are_there_where_something_is_reported() -> None:
    """Measures without reports are marked as such."""
    table = reported({"date": "2018-06-30", "status": "in-progress"}).table()
    place = [column.heading for column in table.columns].index("Status")

    assert [row[place] for row in table.rows] == ["I gang", "Ikke rapportert"]


def test_year_without_reports_has_no_columns_for_them() -> None:
    """Rather than empty ones."""
    assert "Rapportert" not in [column.heading for column in register(measure("en")).table().columns]


def test_rows_lead_to_their_measures(programme_2018: Programme) -> None:
    """By address, so that an error in one is reported at its place."""
    [document] = MEASURE_REGISTER.compose(programme_2018, "nb")
    context = _register(document)

    assert context.table().addresses == tuple(f"measures/{each.id}" for each in context.measures)


def _register(document: Document) -> MeasureRegister:
    assert isinstance(document.context, MeasureRegister)
    return document.context
