"""What the templates of board documents have in common."""

from __future__ import annotations

from osloregion_docs.documents.document import Blocks, Context, Line
from osloregion_docs.documents.parts.facts import FactEntry
from osloregion_docs.documents.parts.issuer import SecretariatEntry
from osloregion_docs.labels.meetings import MeetingLabels


class SectionEntry(Context):
    """A part of a document: its heading and its content."""

    heading: str
    anchor: str
    text: Blocks
    is_decision: bool = False
    """Whether it is what is proposed, recommended or decided."""


class HeadedContext(Context):
    """What every board document begins with."""

    title: Line
    edition: str
    organisation: str
    secretariat: SecretariatEntry
    labels: MeetingLabels
    when: str
    """Day and time of the meeting."""
    facts: tuple[FactEntry, ...]
