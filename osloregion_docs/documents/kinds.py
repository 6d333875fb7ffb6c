"""The kinds of document there are: one line each."""

from osloregion_docs.documents.action_programme import ACTION_PROGRAMME
from osloregion_docs.documents.document import DocumentKind
from osloregion_docs.documents.reports.budget import BUDGET
from osloregion_docs.documents.start_page import START_PAGE

KINDS: tuple[DocumentKind, ...] = (ACTION_PROGRAMME, BUDGET, START_PAGE)
