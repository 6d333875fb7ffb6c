"""The fixed words of registers, calendars and data."""

from __future__ import annotations

from osloregion_docs.labels.common import CommonLabels


class OpenDataLabels(CommonLabels):
    """Every fixed word of registers, calendars and data in one language."""

    group: str
    """What they are listed under."""
    measure_register: str
    measure_register_of: str
    sheet: str
    about: str
    organisation: str
    status: str
    sender: str
    website: str
    measures: str
    day_form: str
    """How a spreadsheet shows a day."""

    number: str
    title: str
    area: str
    focus_areas: str
    first_day: str
    last_day: str

    strategy: str
    strategy_of: str
    activity: str
    roles: str
    strategies: str

    meetings: str
    meetings_of: str
    deputy: str

    calendar: str
    calendar_of: str
    in_calendar: str
