"""The kinds of document there are: one line each."""

from osloregion_docs.documents.action_programme import ACTION_PROGRAMME
from osloregion_docs.documents.attachments.attachment import ATTACHMENT
from osloregion_docs.documents.document import DocumentKind
from osloregion_docs.documents.followup.annual_report import ANNUAL_REPORT
from osloregion_docs.documents.followup.status_report import STATUS_REPORT
from osloregion_docs.documents.meetings.agenda import AGENDA
from osloregion_docs.documents.meetings.calendar import CALENDAR
from osloregion_docs.documents.meetings.case_paper import CASE_PAPER
from osloregion_docs.documents.meetings.extract import EXTRACT
from osloregion_docs.documents.meetings.minutes import MINUTES
from osloregion_docs.documents.meetings.pack import MEETING_PACK
from osloregion_docs.documents.open_data.measure_register import MEASURE_REGISTER
from osloregion_docs.documents.open_data.meeting_data import MEETING_DATA
from osloregion_docs.documents.open_data.strategic_plan import STRATEGIC_PLAN
from osloregion_docs.documents.reports.budget import BUDGET
from osloregion_docs.documents.start_page import START_PAGE
from osloregion_docs.documents.trace.trace import TRACE

KINDS: tuple[DocumentKind, ...] = (
    *(ACTION_PROGRAMME, BUDGET, STATUS_REPORT, ANNUAL_REPORT, TRACE),
    *(AGENDA, CASE_PAPER, MINUTES, EXTRACT, MEETING_PACK, ATTACHMENT),
    *(CALENDAR, MEASURE_REGISTER, STRATEGIC_PLAN, MEETING_DATA),
    START_PAGE,
)
