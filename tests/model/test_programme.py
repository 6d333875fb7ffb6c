"""The programme as a value: frozen, strict about its keys, and exact about periods and adoption."""

from __future__ import annotations

import datetime

import pytest
from pydantic import ValidationError

from osloregion_docs.model.adoption import Adoption
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.organ import Valid
from osloregion_docs.model.programme import Period, Programme
from osloregion_docs.model.text import Localised, localise
from tests.years import small_programme

DECISION = {"organ": "styret", "case": "57/17", "date": "2017-12-05"}
MEASURE = {"id": "gods", "title": "Gods", "timeframe": "2018", "parties": {"responsible": ["Sekretariatet"]}}


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2018", 2018, 2018),
        ("2017-2020", 2017, 2020),
        ("2017–2020", 2017, 2020),
        ("2017 - 2020", 2017, 2020),
        ("2017-20", 2017, 2020),
    ],
)
def test_period_as_written(written: str, first: int, last: int) -> None:
    """A year, or two with a hyphen or dash between them, the second perhaps shortened."""
    assert Period.model_validate(written) == Period(first=first, last=last)


@pytest.mark.parametrize("written", ["", "2017-", "-2020", "2017-2018-2019", "fra 2017", "2017/2020", "²"])
def test_period_that_cannot_be_read(written: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValidationError):
        Period.model_validate(written)


def test_period_that_ends_before_it_begins() -> None:
    """The years are in order."""
    with pytest.raises(ValidationError, match="the period ends in 2017, before it begins in 2020"):
        Period.model_validate("2020-2017")


def test_programme_without_period_covers_its_year() -> None:
    """One year is the usual length."""
    assert small_programme().span == Period(first=2018, last=2018)


@pytest.mark.parametrize(
    "values",
    [{}, {"state": "proposed"}, {"state": "proposed", "organ": "styret"}, {"state": "adopted", "decision": DECISION}],
)
def test_state_of_adoption(values: dict[str, object]) -> None:
    """Draft, proposed and adopted, each with what belongs to it."""
    assert Adoption.model_validate(values).state == values.get("state", "draft")


@pytest.mark.parametrize(
    "values",
    [{"state": "adopted"}, {"state": "proposed", "decision": DECISION}, {"decision": DECISION}, {"state": "vedtatt"}],
)
def test_state_that_contradicts_itself(values: dict[str, object]) -> None:
    """An adopted edition has a decision, and no other has."""
    with pytest.raises(ValidationError):
        Adoption.model_validate(values)


def test_programme_is_frozen(programme_2018: Programme) -> None:
    """Nothing can change a programme once it is read."""
    with pytest.raises(ValidationError, match="frozen"):
        programme_2018.year = 2019  # type: ignore[misc]


def test_values_inside_are_frozen(programme_2018: Programme) -> None:
    """Nor anything inside it."""
    with pytest.raises(ValidationError, match="frozen"):
        programme_2018.measures[0].parties.responsible[0].organ = "annet"  # type: ignore[misc]


def test_unknown_key_is_refused() -> None:
    """A key that is not read would lose its value, so it is an error."""
    with pytest.raises(ValidationError, match="Extra inputs"):
        Measure.model_validate({**MEASURE, "tidsramme": "2018"})


def test_measure_needs_somebody_responsible() -> None:
    """A measure without anybody responsible is refused."""
    with pytest.raises(ValidationError):
        Measure.model_validate({**MEASURE, "parties": {"responsible": []}})


@pytest.mark.parametrize("id_", ["Gods", "gods_og", "gods--og", "-gods", "gåds", "gods og", "", "gods\n"])
def test_what_is_no_id(id_: str) -> None:
    """An id is small letters, digits and single hyphens."""
    with pytest.raises(ValidationError):
        Measure.model_validate({**MEASURE, "id": id_})


@pytest.mark.parametrize(("language", "text"), [("nb", "Gods"), ("nn", "Gods"), ("en", "Freight")])
def test_text_in_a_language_that_is_not_given(language: str, text: str) -> None:
    """Where a language is missing, the first one given is used."""
    assert localise(Localised(nb="Gods", en="Freight"), language) == text  # type: ignore[arg-type]


def test_text_in_no_language() -> None:
    """A text per language is given in at least one."""
    with pytest.raises(ValidationError, match="no language is given"):
        Localised()


@pytest.mark.parametrize(
    ("day", "holds"), [("2016-12-31", False), ("2017-01-01", True), ("2018-12-31", True), ("2019-01-01", False)]
)
def test_what_holds_on_a_day(day: str, holds: bool) -> None:
    """Both the first and the last day are included."""
    valid = Valid.model_validate({"since": "2017-01-01", "until": "2018-12-31"})

    assert valid.holds_on(datetime.date.fromisoformat(day)) is holds
