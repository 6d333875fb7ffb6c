"""Values by their address, and addresses of all values."""

from __future__ import annotations

import pytest

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.lookup import at, list_steps, walk, walk_models
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.programme import FocusArea, Milestone, Programme


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("year", 2018),
        ("organisation/membership/municipalities", 79),
        ("organisation/milestones/samlokalisering/year", 2017),
        ("strategy/focus_areas/verdiskaping-kompetanse/title", "Verdiskaping og kompetanse"),
        ("strategy/roles/2", "styrke felles identitet"),
        ("measure_areas/interessepolitikk/measures/3", "informasjon"),
        ("budget/contribution/decided/case", "4/17"),
    ],
)
def test_value_at_an_address(programme_2018: Programme, path: str, value: object) -> None:
    """Fields by name, entries by id, or by place where they have none."""
    assert at(programme_2018, KeyPath.of(path)) == value


@pytest.mark.parametrize(
    "path",
    [
        "aar",
        "year/x",
        "strategy/roles/0",
        "strategy/roles/7",
        "budget/incom",
        "__class__",
        "span",
        "model_fields",
        "strategy/roles/-1",
    ],
)
def test_address_of_nothing(programme_2018: Programme, path: str) -> None:
    """An address leads to a field of the model, and to nothing else of Python's."""
    assert at(programme_2018, KeyPath.of(path)) is None


@pytest.mark.parametrize(
    ("path", "step"),
    [("budget/incom", "income"), ("strategy/focus_areas/x", "areal-transport-klima"), ("x", "measure_areas")],
)
def test_possible_steps_are_listed(programme_2018: Programme, path: str, step: str) -> None:
    """What could be the last step is known, for "did you mean"."""
    assert step in list_steps(programme_2018, KeyPath.of(path))


def test_no_steps_lead_on_from_a_plain_value(programme_2018: Programme) -> None:
    """A number contains nothing."""
    assert list_steps(programme_2018, KeyPath.of("year/x")) == ()


def test_walk_finds_all_of_a_type(programme_2018: Programme) -> None:
    """Every value of a type, with its address."""
    assert [str(path) for path, _ in walk(programme_2018, Milestone)] == ["organisation/milestones/samlokalisering"]


def test_walk_goes_in_the_order_of_the_model(programme_2018: Programme) -> None:
    """Entries come in the order in which they are listed."""
    paths = [str(path) for path, _ in walk(programme_2018, FocusArea)]

    assert paths == [f"strategy/focus_areas/{area.id}" for area in programme_2018.strategy.focus_areas]


def test_every_address_leads_to_its_value(programme_2018: Programme) -> None:
    """Walking and looking up are one another's inverse."""
    wrong = [str(path) for path, model in walk_models(programme_2018) if at(programme_2018, path) is not model]

    assert wrong == []


def test_addresses_are_unique(programme_2018: Programme) -> None:
    """No two values have the same address."""
    paths = [path for path, _ in walk_models(programme_2018)]

    assert len(paths) == len(set(paths))


def test_measures_are_known_by_their_files(programme_2018: Programme) -> None:
    """A measure's address is its room and its id."""
    assert all(path == KeyPath(("measures", measure.id)) for path, measure in walk(programme_2018, Measure))
