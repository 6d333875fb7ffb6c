"""The axis of years: days lie in order between its ends, and its labels have room."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osloregion_docs.charts.kinds.calendar import Calendar

YEARS = st.integers(1, 9999)


@given(st.lists(st.dates(), min_size=2, max_size=2), YEARS, st.integers(0, 200))
def test_days_lie_in_order(days: list[datetime.date], first: int, more: int) -> None:
    """A later day is never before an earlier one, and none is beyond the axis."""
    axis = Calendar(first, min(first + more, 9999), 100, 400)
    early, late = sorted(days)
    assert 100 <= axis.at(early) <= axis.at(late) <= axis.after(late) <= 400


@pytest.mark.parametrize(
    ("day", "place"),
    [((2018, 1, 1), 0), ((2018, 7, 2), 182), ((2019, 1, 1), 365), ((2019, 12, 31), 729), ((2020, 5, 1), 730)],
)
def test_place_of_a_day(day: tuple[int, int, int], place: float) -> None:
    """A day is positioned by the elapsed share of the year."""
    assert Calendar(2018, 2019, 0, 730).at(datetime.date(*day)) == pytest.approx(place, abs=0.01)


@given(YEARS, st.integers(0, 9998))
def test_years_have_room_for_their_labels(first: int, more: int) -> None:
    """However long the axis, two labels do not meet."""
    places = [x for _, x in Calendar(first, min(first + more, 9999), 0, 230).years()]
    assert all(b - a >= 23 for a, b in pairwise(places))
