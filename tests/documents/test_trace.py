"""The thread from strategy to result: what serves what, which cases name it, what came of it, and how it is told."""

from __future__ import annotations

import pytest

from osloregion_docs.documents.trace.thread import thread_of
from osloregion_docs.documents.trace.trace import TRACE, TraceContext
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
    coverage = thread_of(year()).coverage

    assert (coverage.served_percent, coverage.reported_percent, coverage.is_told) == (50, 33, True)


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


def test_gaps_are_told_in_words() -> None:
    """An activity without measures, a measure without result, a measure without case."""
    [area, _] = told(year()).areas

    assert (area.activities[1].gap, area.activities[2].measures[0]) == (
        "Ingen tiltak.",
        area.activities[2]
        .measures[0]
        .model_copy(update={"line": "1.2 Moter: Ikke rapportert", "notes": ("Ikke nevnt i noen offentlig sak.",)}),
    )


def test_measures_are_told_with_status_and_cases() -> None:
    """The newest status with its day, and each case with organ, day and number."""
    [served] = told(year(case("jernbane", LINK))).areas[0].activities[0].measures

    assert (served.line, served.notes) == (
        "1.1 Gods: I gang (31.\N{NO-BREAK SPACE}juli\N{NO-BREAK SPACE}2018)",
        ("Samarbeidsrådet 6.\N{NO-BREAK SPACE}mars\N{NO-BREAK SPACE}2018, sak 4/18: Jernbane",),
    )


def test_no_gap_is_claimed_where_no_measure_names_activities() -> None:
    """As rule COV802 has it."""
    context = told(year(serves=()).model_copy(update={"annual_report": AnnualReport()}))

    assert ([each.gap for each in context.areas[0].activities], context.summary[0][:50]) == (
        ["Ikke oppgitt hvilke tiltak.", "Ikke oppgitt hvilke tiltak.", ""],
        "Tiltakene sier ikke hvilke aktiviteter de svarer p",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_summary_in_every_language(language: Language) -> None:
    """How much of the thread holds."""
    assert (
        told(year(), language).summary
        == {
            "nb": ("1 av 2 aktiviteter har tiltak (50 prosent).", "1 av 3 tiltak har en status (33 prosent)."),
            "nn": ("1 av 2 aktivitetar har tiltak (50 prosent).", "1 av 3 tiltak har ein status (33 prosent)."),
            "en": ("1 of 2 activities have measures (50 percent).", "1 of 3 measures have a status (33 percent)."),
        }[language]
    )


def test_every_place_has_an_address(programme_2018: Programme) -> None:
    """Of 2018: what a format refuses can be looked up in the sources."""
    [document] = TRACE.compose(programme_2018, "nb")
    areas = told(programme_2018).areas

    assert {place.anchor for area in areas for place in (area, *area.activities)} == set(document.addresses)
