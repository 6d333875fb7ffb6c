"""The year's meetings as data (OParl): organs, people, agendas, papers and decisions, as the public may know them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from osloregion_docs.documents.document import Document, DocumentKind, Properties, Shelf, file_stem
from osloregion_docs.documents.parts.attachments.attachable_documents import stem_of
from osloregion_docs.documents.parts.attachments.attached_files import of_meeting
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.parts.meetings.editions import Edition
from osloregion_docs.documents.parts.meetings.meeting_documents import (
    agenda_name,
    has_paper,
    minutes_name,
    pack_name,
    paper_name,
    was_held,
)
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.documents.parts.meetings.outcome import decided
from osloregion_docs.documents.parts.open_data.oparl import (
    AgendaPoint,
    Consultation,
    File,
    MeetingData,
    MeetingObject,
    Paper,
    Place,
)
from osloregion_docs.documents.parts.open_data.people import BODY, People, organ_id
from osloregion_docs.documents.parts.open_data.web_identifiers import home_of
from osloregion_docs.documents.parts.plain_text import plain_text
from osloregion_docs.labels.forms import in_oslo
from osloregion_docs.language import Language
from osloregion_docs.model.meetings.attachment import Attachment
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.slug import slug

_FORMAT: Final = ("pdf", "application/pdf")
"""The format of a document that is made where nobody asks for any, and that everybody can read."""

_TYPES: Final[Mapping[str, str]] = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
}
"""What is mostly sent along; the lists of machines differ, and would change the bytes."""


class _Composer:
    """Composes the data of one meeting in one language."""

    def __init__(self, programme: Programme, meeting: Meeting, people: People) -> None:
        self.programme = programme
        self.meeting = meeting
        self.people = people
        self.edition = Edition(meeting)
        self.language = people.printer.language
        self.printed = MeetingPrinter(programme, self.edition, self.language)
        self.id = f"#meetings/{meeting.id}"
        self.places = {item.case: place for place, item in enumerate(meeting.agenda, 1) if item.case}

    def as_object(self) -> MeetingObject:
        held, where = was_held(self.meeting), self.printed.where()
        words = self.printed.words
        present = tuple(self.people.person(each.person) for each in self.edition.attendance)
        called = "eingeladen" if self.meeting.notice.sent else "terminiert"
        return MeetingObject(
            id=self.id,
            name=words.meeting_of.format(organ=self.printed.names()),
            meeting_state="durchgeführt" if held else called,
            date=self.meeting.date,
            start=self.moment(self.meeting.begins),
            end=self.moment(self.meeting.ends),
            location=Place(id=f"{self.id}/place", description=where.text) if where else None,
            organization=tuple(map(organ_id, self.meeting.organs)),
            participant=tuple(dict.fromkeys(present)) or None,
            invitation=self.document(agenda_name(self.printed), words.agenda),
            results_protocol=self.document(minutes_name(self.printed), self.printed.minutes_word()) if held else None,
            auxiliary_file=(self.document(pack_name(self.printed), words.pack),),
            agenda_item=tuple(self.agenda()),
        )

    def moment(self, time: datetime.time | None) -> datetime.datetime | None:
        day = self.meeting.date
        return in_oslo(day, time) if day and time else None

    def agenda(self) -> Iterator[AgendaPoint]:
        """The points of the agenda; what is exempt by its public title alone."""
        cases = {case.id: case for case in self.meeting.cases}
        for place, item in enumerate(self.meeting.agenda, 1):
            case = cases.get(item.case or "")
            if case is not None:
                yield self.case(place, case)
            elif item.talk is not None:
                name = self.people.printer.text(item.talk)
                yield AgendaPoint(id=self.item_id(place), order=place, name=name, public=True)

    def case(self, place: int, case: Case) -> AgendaPoint:
        shown = self.edition.shows(case)
        return AgendaPoint(
            id=self.item_id(place),
            order=place,
            number=case.number,
            name=self.printed.title_of(case).text,
            public=shown,
            consultation=f"{self.paper_id(case)}/consultation" if shown and has_paper(case) else None,
            resolution_text=plain_text(decided(self.printed, case)) or None if shown and case.is_decided else None,
        )

    def papers(self) -> Iterator[Paper]:
        """The papers of the cases that the public edition shows."""
        words = self.printed.words
        for case in self.meeting.in_order:
            if not (has_paper(case) and self.edition.shows(case)):
                continue
            consultation = Consultation(
                id=f"{self.paper_id(case)}/consultation",
                agenda_item=self.item_id(self.places[case.id]),
                meeting=self.id,
                organization=(organ_id(self.meeting.organ_of(case)),),
                role=words.kinds[case.kind],
            )
            yield Paper(
                id=self.paper_id(case),
                body=BODY,
                name=self.printed.title_of(case).text,
                reference=case.number,
                paper_type=words.case_paper,
                main_file=self.paper(case),
                auxiliary_file=tuple(self.attachments(case)) or None,
                consultation=(consultation,),
            )

    def attachments(self, case: Case) -> Iterator[File]:
        """The attachments of a case, with where those lie that are built or sent along."""
        for place, attachment in enumerate(case.attachments, 1):
            id_, name = f"{self.paper_id(case)}/attachments/{place}", self.people.printer.text(attachment.title)
            if attachment.document:
                if stem := stem_of(attachment.document, self.programme, self.language):
                    yield self.file(stem, name).model_copy(update={"id": id_})
            else:
                yield self.sent(attachment, id_, name)

    def sent(self, attachment: Attachment, id_: str, name: str) -> File:
        """An attachment that is no built document, with its file if that is sent along."""
        sent = of_meeting(self.meeting).get(attachment.file or "")
        if sent is None or attachment.kind == "unprinted":
            return File(id=id_, name=name, file_name=attachment.file)
        path = PurePosixPath(sent.file)
        return File(id=id_, name=name, file_name=path.name, mime_type=_TYPES.get(path.suffix), access_url=sent.file)

    def paper(self, case: Case) -> File:
        """The paper of a case, in its own language."""
        printed = MeetingPrinter(self.programme, self.edition, self.language, case)
        return self.document(paper_name(printed, case), printed.called(case), printed.language)

    def document(self, built: str, name: str, language: Language | None = None) -> File:
        """A document of the meeting, by what its files are called, with its name for readers."""
        return self.file(file_stem(built, language or self.printed.language, self.programme), name)

    def file(self, stem: str, name: str) -> File:
        """A file that is built in the same folder: its stem, and its name for readers."""
        suffix, mime_type = _FORMAT
        path = f"{stem}.{suffix}"
        called = PurePosixPath(path).name
        return File(id=f"#files/{path}", name=name, file_name=called, mime_type=mime_type, access_url=path)

    def item_id(self, place: int) -> str:
        return f"{self.id}/agenda/{place}"

    def paper_id(self, case: Case) -> str:
        return f"{self.id}/cases/{case.id}"


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The year's meetings in one language; none of a year without any."""
    if not programme.meetings:
        return ()
    printer, organisation = Printer(language), programme.organisation
    people, words = People(programme, printer), printer.labels.open_data
    organs = tuple(people.organs())
    meetings = [_Composer(programme, meeting, people) for meeting in programme.meetings]
    objects = tuple(meeting.as_object() for meeting in meetings)
    context = MeetingData(
        id=BODY,
        name=printer.text(organisation.name),
        website=home_of(organisation),
        year=programme.year,
        language=language,
        organization=organs,
        person=tuple(people.persons()),
        meeting=objects,
        paper=tuple(paper for meeting in meetings for paper in meeting.papers()),
    )
    title = words.meetings_of.format(year=programme.year)
    author = printer.text(organisation.secretariat.name)
    about = Properties(title=f"{title} – {context.name}", author=author, language=language, heading=title)
    name, subject = f"{slug(words.meetings)}-{programme.year}", f"programme-{programme.year}"
    return (Document("meeting_data", subject, name, language, about, context, shelf=Shelf(words.group, "~3")),)


MEETING_DATA = DocumentKind(
    name="meeting_data",
    title="Møter og saker som data",
    context=MeetingData,
    formats=("json",),
    compose=compose,
)
