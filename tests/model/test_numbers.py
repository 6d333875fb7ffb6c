"""The numbers of cases in their series: which is the next that is free."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.model.meetings.numbers import Series, form_for, next_number
from osloregion_docs.model.organ import Numbered, read_number, write_number
from osloregion_docs.model.programme import Programme
from tests.years import small_programme

FORM, LETTERS = "{number}/{year:02}", "RS {number:02}/{year:02}"
ORGANS = [
    {"id": "radet", "name": "Samarbeidsrådet", "kind": "council", "case_numbers": FORM},
    {"id": "styret", "name": "Styret", "kind": "board", "case_numbers": [FORM, LETTERS]},
]


def meetings(**cases: str | None) -> Programme:
    """A year with one meeting of the board on 6 March 2018: kinds of cases, and the number of each."""
    listed = {f"sak-{kind}": {"title": "Sak", "kind": kind, "number": number} for kind, number in cases.items()}
    meeting = {"organ": "styret", "date": "2018-03-06", "agenda": list(listed), "cases": listed}
    return small_programme(organs=ORGANS, meetings={"2018-03-06-styret": meeting})


@pytest.mark.parametrize(
    ("series", "free"),
    [
        (Series("styret", FORM, 18), 8),
        (Series("styret", FORM, 17), 1),
        (Series("styret", LETTERS, 18), 3),
        (Series("radet", FORM, 18), 1),
    ],
)
def test_next_number_of_a_series(series: Series, free: int) -> None:
    """It follows the highest of that organ, form and year; gaps are left."""
    programme = meetings(decision="7/18", approval="3/18", reference="RS 02/18")

    assert next_number([programme], series) == free


def test_number_of_a_case_that_is_left_out_of_account() -> None:
    """As if it had none."""
    programme = meetings(decision="6/18", other="7/18")
    other = programme.meetings[0].cases[1]

    assert next_number([programme], Series("styret", FORM, 18), other) == 7


def test_numbers_of_another_year_are_read_in_this_form() -> None:
    """An organ may have had no form there."""
    bare = [{key: value for key, value in organ.items() if key != "case_numbers"} for organ in ORGANS]
    other = meetings(decision="6/18").model_copy(update={"organs": small_programme(organs=bare).organs})

    assert next_number([meetings(), other], Series("styret", FORM, 18)) == 7


@pytest.mark.parametrize(("kind", "form"), [("reference", LETTERS), ("decision", FORM), ("election", FORM)])
def test_form_of_a_kind(kind: str, form: str) -> None:
    """As the organ's last case of that kind has it, or else its first."""
    programme = meetings(decision="7/18", reference="RS 02/18")

    assert form_for([programme], programme.organs[1], kind) == form


@pytest.mark.parametrize(("number", "form"), [("7/18", FORM), (None, None)])
def test_eventuelt_is_numbered_as_it_was(number: str | None, form: str | None) -> None:
    """Where the organ's last one had no number, the next has none."""
    programme = meetings(decision="6/18", other=number)

    assert form_for([programme], programme.organs[1], "other") == form


@given(
    form=st.sampled_from([FORM, LETTERS, "{number:03}-{year}", "Sak {number}", "{year}/{number:04}"]),
    number=st.integers(1, 99_999),
    year=st.integers(1900, 2200),
)
def test_what_is_written_is_read(form: str, number: int, year: int) -> None:
    """Any number of any year, in any form."""
    assert read_number(form, write_number(form, number, year)) == Numbered(
        number, year % 100 if "{year" in form else None
    )
