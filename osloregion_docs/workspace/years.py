"""A year with its neighbours: meetings of one calendar year lie in the folders of several, and number on together."""

from __future__ import annotations

import datetime

from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.meetings.numbers import CENTURY, Series, form_for, next_number
from osloregion_docs.model.organ import Organ, write_number
from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace


def years_around(workspace: Workspace, programme: Programme, day: datetime.date | None) -> tuple[Programme, ...]:
    """A year first, then those around the calendar year of a day, as far as there are any that can be read."""
    near = [year for year in workspace.years if day and abs(year - day.year) <= 1 and year != programme.year]
    read = [loaded.programme for year in near if (loaded := load(workspace, year).value)]
    return (programme, *read)


def next_in_series(
    years: tuple[Programme, ...], organ: Organ, kind: str, day: datetime.date | None, leaving: Case | None = None
) -> tuple[Series, int] | None:
    """The next free number for a case of a kind, one case left out of account; none without a day or a form."""
    form = form_for(years, organ, kind)
    if day is None or form is None:
        return None
    series = Series(organ.id, form, day.year % CENTURY)
    return series, next_number(years, series, leaving)


def format_number(series: Series, number: int, day: datetime.date) -> str:
    """A number of a series as it is written."""
    return write_number(series.form, number, day.year)


def last_meeting(years: tuple[Programme, ...], organ: Organ, day: datetime.date | None) -> tuple[int, Meeting] | None:
    """The meeting of an organ before a day whose minutes are to be approved next, and the year it belongs to."""
    held = [
        (meeting.date, programme.year, meeting)
        for programme in years
        for meeting in programme.meetings
        if day and meeting.date and meeting.date < day and meeting.organ == organ.id
    ]
    last = max(held, key=lambda each: each[0], default=None)
    return None if last is None or last[2].minutes.approved else last[1:]
