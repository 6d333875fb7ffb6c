"""Public and internal editions: what of a meeting each of them shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osloregion_docs.documents.printed import Printer
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Attendee, Meeting
from osloregion_docs.model.text import Localised


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a meeting's documents: for the public, or for those who may read what is exempt."""

    meeting: Meeting
    is_internal: bool = False

    def shows(self, case: Case) -> bool:
        """Whether it shows what a case is about."""
        return self.is_internal or not case.exempt

    def title(self, case: Case, printer: Printer) -> str | Localised:
        """The title of a case; of an exempt one its public title, or its kind."""
        if self.shows(case):
            return case.title
        return case.public_title or printer.labels.meetings.kinds[case.kind]

    @property
    def attendance(self) -> tuple[Attendee, ...]:
        """Those whom it names as present."""
        return tuple(each for each in self.meeting.attendance if self.is_internal or not each.exempt)

    @property
    def folder(self) -> str:
        """Where its documents lie: what is internal lies apart, so that it is not published with the rest."""
        return f"intern/{self.meeting.id}" if self.is_internal else self.meeting.id


def editions(meeting: Meeting) -> Iterator[Edition]:
    """The editions of a meeting: an internal one only where something is exempt."""
    yield Edition(meeting)
    if any(case.exempt for case in meeting.cases) or any(each.exempt for each in meeting.attendance):
        yield Edition(meeting, is_internal=True)
