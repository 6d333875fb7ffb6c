"""The kinds of document there are: one line each."""

from osloregion_docs.documents.action_programme import ACTION_PROGRAMME
from osloregion_docs.documents.document import DocumentKind

KINDS: tuple[DocumentKind, ...] = (ACTION_PROGRAMME,)
