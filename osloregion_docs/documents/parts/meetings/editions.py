"""Public and internal editions: what of a meeting each of them shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from osloregion_docs.language import Language
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Attendee, Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Text

INTERNAL: Final = "intern"
"""The folder of all that is not for the public."""


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a meeting's documents: for the public, or for those who may read what is exempt."""

    meeting: Meeting
    is_internal: bool = False
    parts: Mapping[tuple[str, str], int] = field(default_factory=dict, hash=False)
    """In a pack: case id and document kind to the place, counted from one, where it is bound in."""

    def shows(self, case: Case) -> bool:
        """Whether it shows what a case is about."""
        return self.is_internal or not case.exempt

    def title(self, case: Case) -> Text | None:
        """The title of a case; of an exempt one its public title, if it has one."""
        return case.title if self.shows(case) else case.public_title

    @property
    def attendance(self) -> tuple[Attendee, ...]:
        """Those whom it names as present."""
        return tuple(each for each in self.meeting.attendance if self.is_internal or not each.exempt)

    @property
    def folder(self) -> str:
        """Where its documents lie: what is internal lies apart, so that it is not published with the rest."""
        return f"{INTERNAL}/{self.meeting.id}" if self.is_internal else self.meeting.id


def is_made(own: Language | None, programme: Programme, language: Language) -> bool:
    """Whether documents with a language of their own are made among those in `language`.

    They are made once: in that language, or among the first ones if the programme has no edition in it.
    """
    return own is None or language == (own if own in programme.languages else programme.languages[0])


def meetings_in(programme: Programme, language: Language) -> Iterator[Edition]:
    """The editions of the meetings whose documents are made among those in a language."""
    for meeting in programme.meetings:
        if is_made(meeting.language, programme, language):
            yield from editions(meeting)


def editions(meeting: Meeting) -> Iterator[Edition]:
    """The editions of a meeting: an internal one only where something is exempt."""
    yield Edition(meeting)
    if any(case.exempt for case in meeting.cases) or any(each.exempt for each in meeting.attendance):
        yield Edition(meeting, is_internal=True)
