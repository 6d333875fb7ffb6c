"""Public and internal editions: what of a meeting each of them shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from osloregion_docs.language import Language
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Attendee, Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Text
from osloregion_docs.publicity import Audience, attendee_audience, case_audience, editions_of, folder_of, title_for


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of a meeting's documents, for one audience."""

    meeting: Meeting
    audience: Audience = Audience.PUBLIC
    parts: Mapping[tuple[str, str], int] = field(default_factory=dict, hash=False)
    """In a pack: case id and document kind to the place, counted from one, where it is bound in."""

    def shows(self, case: Case) -> bool:
        """Whether it shows what a case is about."""
        return self.audience.may_read(case_audience(case))

    def has_paper_of(self, case: Case) -> bool:
        """Whether a case's own documents are in this edition: the internal one holds only what the public one lacks."""
        return self.audience is case_audience(case)

    def title(self, case: Case) -> Text | None:
        """The title of a case; of an exempt one its public title, if it has one."""
        return title_for(self.audience, case)

    @property
    def attendance(self) -> tuple[Attendee, ...]:
        """Those whom it names as present."""
        return tuple(each for each in self.meeting.attendance if self.audience.may_read(attendee_audience(each)))

    @property
    def folder(self) -> str:
        """The output folder of its documents."""
        return folder_of(self.meeting, self.audience)


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
    yield from (Edition(meeting, audience) for audience in editions_of(meeting))
