"""How far a measure has come, as it was last reported."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from osloregion_docs.documents.document import Context
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.model.reports.results import Results, StatusEntry


class ReportedStatus(Context):
    """The newest report on a measure (statusmelding)."""

    id: str
    """The id of the status: in-progress, or one of the workspace's own."""
    status: str
    """The status in words."""
    day: datetime.date
    """The day that it holds for."""
    text: str | None = None
    """What has been done, or what stands in the way (omtale)."""
    result: str | None = None
    """What came of it (resultat)."""
    link: str | None = None
    """Where one reads more."""


def latest(results: Results, printer: Printer) -> Mapping[str, ReportedStatus]:
    """Measure id to its newest report, up to the cut-off date of the status report; others are not there."""
    as_of = results.as_of or results.newest
    entries = {measure.id: measure.latest(as_of) for measure in results.measures}
    return {id_: _status(entry, results, printer) for id_, entry in entries.items() if entry}


def _status(entry: StatusEntry, results: Results, printer: Printer) -> ReportedStatus:
    known = results.status(entry.status)
    return ReportedStatus(
        id=entry.status,
        status=printer.text(known.title) if known else entry.status,
        day=entry.date,
        text=printer.text(entry.text) or None,
        result=printer.text(entry.result) or None,
        link=entry.link,
    )
