"""The fixed words of annual reports and status reports."""

from __future__ import annotations

from osloregion_docs.labels.common import CommonLabels


class ReportLabels(CommonLabels):
    """Every fixed word of the reports in one language."""

    annual_report: str
    status_report: str
    status_as_of: str
    closed: str
    """What it is called when the year is closed."""
    draft: str
    """What an annual report is called while a year is not closed."""
    not_reported: str
    not_written: str

    foreword: str
    highlights: str
    vision: str
    goal: str
    strategy: str
    results: str
    reported: str
    """How many of the measures have been reported on."""
    served: str
    unserved: str
    organisation: str
    meetings: str
    one_meeting: str
    many_meetings: str
    members_of: str
    vacant: str
    accounts: str
    members: str
    membership: str
    audit: str

    status: str
    as_of: str
    text: str
    result: str
    indicators: str
    target: str
    read_more: str

    timeline: str
    timeline_short: str
    statuses_short: str
    accounts_short: str
    statuses: str
    money_from: str
    one_case: str
    many_cases: str
