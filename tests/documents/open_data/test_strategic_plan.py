"""The strategic plan: what of a programme becomes goal, objective and stakeholder."""

from __future__ import annotations

import datetime

from osloregion_docs.documents.kinds.open_data.strategic_plan import STRATEGIC_PLAN, StrategicPlan
from osloregion_docs.model.programme import Programme
from tests.years import small_programme

MEASURES = [
    {
        "id": id_,
        "title": id_.capitalize(),
        "timeframe": "2018",
        "parties": {"responsible": [{"organ": "radet"}], "cooperating": ["Andre"]},
    }
    for id_ in ("en", "to", "tre")
]
AREAS = [
    {"id": "bane", "title": "Bane", "serves": ["areal"], "measures": ["en"]},
    {"id": "annet", "title": "Annet", "measures": ["to"]},
    {"id": "flere", "title": "Flere", "serves": ["finnes-ikke", "areal"], "measures": ["tre"]},
]


def plan_of(programme: Programme) -> StrategicPlan:
    """The plan of a programme."""
    [document] = STRATEGIC_PLAN.compose(programme, "nb")
    assert isinstance(document.context, StrategicPlan)
    return document.context


def small_plan() -> StrategicPlan:
    """The plan of a small year with three measures in three areas."""
    return plan_of(small_programme(measures=MEASURES, measure_areas=AREAS))


def test_measures_stand_under_the_focus_area_they_serve() -> None:
    """And those whose area serves none under the area itself, after the focus areas."""
    told = [(goal.sequence, goal.name, [each.name for each in goal.objectives]) for goal in small_plan().goals]

    assert told == [("1", "Areal og transport", ["En", "Tre"]), ("2", "Annet", ["To"])]


def test_every_measure_and_activity_is_told_once(programme_2018: Programme) -> None:
    """Nothing is lost, and nothing stands twice."""
    told = sorted(objective.name for goal in plan_of(programme_2018).goals for objective in goal.objectives)
    activities = [each.text for area in programme_2018.strategy.focus_areas for each in area.activities]

    assert told == sorted([*map(str, activities), *(str(measure.title) for measure in programme_2018.measures)])


def test_identifiers_are_unique(programme_2018: Programme) -> None:
    """As XML demands."""
    plan = plan_of(programme_2018)
    ids = [plan.organisation_identifier, plan.vision_identifier, plan.mission_identifier]
    for goal in plan.goals:
        ids += [goal.identifier, *(objective.identifier for objective in goal.objectives)]

    assert len(ids) == len(set(ids))


def test_parties_are_stakeholders() -> None:
    """With their part; an organ of the alliance is known to be an organisation."""
    told = [(each.name, each.description, each.kind) for each in small_plan().goals[1].objectives[0].stakeholders]

    assert told == [("Samarbeidsrådet", "Ansvar/organisering", "Organization"), ("Andre", "Samarbeid med", "")]


def test_plan_runs_as_long_as_the_programme() -> None:
    """Its own year, or the years it covers."""
    plan = plan_of(small_programme(period="2018-2019"))

    assert (plan.start, plan.end) == (datetime.date(2018, 1, 1), datetime.date(2019, 12, 31))


def test_plan_is_published_when_it_is_adopted() -> None:
    """On the day of the decision; before that, no day is told."""
    decision = {"organ": "radet", "date": "2017-12-05"}
    adopted = plan_of(small_programme(adoption={"state": "adopted", "decision": decision}))

    assert (adopted.published, small_plan().published) == (datetime.date(2017, 12, 5), None)
