"""The kinds of document there are: one line each."""

from osloregion_docs.documents.document import DocumentKind
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.documents.kinds.meetings.agenda import AGENDA
from osloregion_docs.documents.kinds.meetings.attachment import ATTACHMENT
from osloregion_docs.documents.kinds.meetings.calendar import CALENDAR
from osloregion_docs.documents.kinds.meetings.case_paper import CASE_PAPER
from osloregion_docs.documents.kinds.meetings.extract import EXTRACT
from osloregion_docs.documents.kinds.meetings.meeting_pack import MEETING_PACK
from osloregion_docs.documents.kinds.meetings.minutes import MINUTES
from osloregion_docs.documents.kinds.open_data.measure_register import MEASURE_REGISTER
from osloregion_docs.documents.kinds.open_data.meeting_data import MEETING_DATA
from osloregion_docs.documents.kinds.open_data.strategic_plan import STRATEGIC_PLAN
from osloregion_docs.documents.kinds.reports.annual_report import ANNUAL_REPORT
from osloregion_docs.documents.kinds.reports.budget import BUDGET
from osloregion_docs.documents.kinds.reports.status_report import STATUS_REPORT
from osloregion_docs.documents.kinds.reports.traceability import TRACE
from osloregion_docs.documents.kinds.start_page import START_PAGE

KINDS: tuple[DocumentKind, ...] = (
    *(ACTION_PROGRAMME, BUDGET, STATUS_REPORT, ANNUAL_REPORT, TRACE),
    *(AGENDA, CASE_PAPER, MINUTES, EXTRACT, MEETING_PACK, ATTACHMENT),
    *(CALENDAR, MEASURE_REGISTER, STRATEGIC_PLAN, MEETING_DATA),
    START_PAGE,
)
