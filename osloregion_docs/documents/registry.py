"""The registered document kinds: one line each."""

from __future__ import annotations

from collections.abc import Callable

from osloregion_docs.documents.document import Document, DocumentKind
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.documents.kinds.meetings.agenda import AGENDA, agenda_of
from osloregion_docs.documents.kinds.meetings.attachment import ATTACHMENT
from osloregion_docs.documents.kinds.meetings.calendar import CALENDAR
from osloregion_docs.documents.kinds.meetings.case_paper import CASE_PAPER, case_paper_of
from osloregion_docs.documents.kinds.meetings.extract import EXTRACT
from osloregion_docs.documents.kinds.meetings.meeting_pack import PartComposers, meeting_pack
from osloregion_docs.documents.kinds.meetings.minutes import MINUTES
from osloregion_docs.documents.kinds.open_data.measure_register import MEASURE_REGISTER
from osloregion_docs.documents.kinds.open_data.meeting_data import MEETING_DATA
from osloregion_docs.documents.kinds.open_data.strategic_plan import STRATEGIC_PLAN
from osloregion_docs.documents.kinds.reports.annual_report import ANNUAL_REPORT
from osloregion_docs.documents.kinds.reports.annual_report import compose as compose_annual_report
from osloregion_docs.documents.kinds.reports.budget import BUDGET
from osloregion_docs.documents.kinds.reports.status_report import STATUS_REPORT
from osloregion_docs.documents.kinds.reports.traceability import TRACE
from osloregion_docs.documents.kinds.start_page import START_PAGE
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme


def _without_links(kind: DocumentKind) -> Callable[[Programme, Language, str], tuple[Document, ...]]:
    """The composer of a document that links to no file, and so is the same in every folder."""
    return lambda programme, language, _folder: kind.compose(programme, language)


MEETING_PACK = meeting_pack(
    PartComposers(
        agenda_of,
        case_paper_of,
        {
            ANNUAL_REPORT.name: compose_annual_report,
            **{kind.name: _without_links(kind) for kind in (ACTION_PROGRAMME, BUDGET, STATUS_REPORT)},
        },
    )
)

KINDS: tuple[DocumentKind, ...] = (
    *(ACTION_PROGRAMME, BUDGET, STATUS_REPORT, ANNUAL_REPORT, TRACE),
    *(AGENDA, CASE_PAPER, MINUTES, EXTRACT, MEETING_PACK, ATTACHMENT),
    *(CALENDAR, MEASURE_REGISTER, STRATEGIC_PLAN, MEETING_DATA),
    START_PAGE,
)
