"""What several board documents print of a meeting: when, where, which organ, which case."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property

from osloregion_docs.documents.document import Blocks, Line, Properties, Shelf
from osloregion_docs.documents.parts.facts import FactEntry, plain
from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.issuer import secretariat_of
from osloregion_docs.documents.parts.meetings.editions import Edition
from osloregion_docs.documents.parts.meetings.meeting_contexts import HeadedContext
from osloregion_docs.documents.parts.prose import ProseFiller
from osloregion_docs.labels import forms
from osloregion_docs.labels.meetings import MeetingLabels
from osloregion_docs.language import Language
from osloregion_docs.model.content import Content
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.organ import Decision, Organ
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import Text
from osloregion_docs.publicity import Audience, case_audience


class MeetingPrinter:
    """Prints one meeting, or one case of it, in one edition: in a language of its own, or in `language`."""

    def __init__(self, programme: Programme, edition: Edition, language: Language, case: Case | None = None) -> None:
        self.programme = programme
        self.edition = edition
        self.meeting = edition.meeting
        self.meeting_language = edition.meeting.language or language
        self.language = (case and case.language) or self.meeting_language
        self.printer = Printer(self.language, written=programme.languages[0])
        self.organs = {organ.id: organ for organ in programme.organs}

    @property
    def words(self) -> MeetingLabels:
        """The fixed words of board documents."""
        return self.printer.labels.meetings

    @cached_property
    def organ(self) -> Organ | None:
        """The organ whose meeting it is, if the year knows it."""
        return self.organs.get(self.meeting.organ)

    def line(self, text: Text, case: Case | None = None) -> Line:
        """What is written about the meeting or one of its cases, in a line."""
        return Printer(self.language, self._source_language(case)).line(text)

    def blocks(self, content: Content, case: Case) -> Blocks:
        """What is written about one of its cases, with its addresses filled in."""
        written = self._source_language(case)
        return ProseFiller(self.programme, self.printer, self._numbers, links=False, written=written).blocks(content)

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return measure_numbers(self.programme)

    def _source_language(self, case: Case | None) -> Language:
        own = self.meeting.language_of(case) if case else self.meeting.language
        return own or self.programme.languages[0]

    def name(self, organ: str, *, inside: bool = False) -> str:
        """The name of an organ; with a small letter inside running text."""
        name = self.printer.text(self.organs[organ].name) if organ in self.organs else organ
        return forms.in_sentence(name) if inside else name

    def names(self, *, inside: bool = True) -> str:
        """The organ that meets, or the two."""
        first, *second = (
            self.name(organ, inside=inside or place > 0) for place, organ in enumerate(self.meeting.organs)
        )
        return forms.listed((first, *second), self.words.conjunction)

    def date(self, day: datetime.date) -> str:
        """A day in running text."""
        return forms.long_date(day, self.language)

    def when(self) -> str:
        """Day and time: ``Tirsdag 6. mars 2018 kl. 10.00–13.30``; or that they are not fixed."""
        meeting = self.meeting
        if meeting.date is None:
            shown = self.words.not_fixed
        else:
            day = forms.dated_weekday(meeting.date, self.language)
            shown = " ".join(part for part in (day[:1].upper() + day[1:], self._times()) if part)
        if meeting.postponed_from:
            moved = (self.words.postponed_from.format(date=self.date(day)) for day in meeting.postponed_from)
            shown += f" ({', '.join(moved)})"
        return shown

    def _times(self) -> str:
        begins, ends = self.meeting.begins, self.meeting.ends
        if begins is None:
            return ""
        form = self.words.clock_range if ends else self.words.clock
        printed = form.format(begins=self.clock(begins), ends=self.clock(ends) if ends else "")
        return printed.replace(" ", forms.HARD_SPACE)

    def clock(self, time: datetime.time) -> str:
        """A time of day."""
        return forms.clock(time, self.language)

    def where(self) -> Line | None:
        """The place; on screen, or both."""
        place = self.meeting.place
        if not self.meeting.digital:
            return self.line(place) if place else None
        shown = self.words.digital_too.format(place=self.printer.text(place)) if place else self.words.digital
        return plain(shown)

    def title_of(self, case: Case) -> Line:
        """The title of a case as the edition shows it, or its kind."""
        title = self.edition.title(case)
        return self.line(title, case) if title else plain(self.words.kinds[case.kind])

    def numbered(self, case: Case) -> str:
        """``Sak 5/18``; nothing for a case without a number."""
        return f"{self.words.case}{forms.HARD_SPACE}{case.number}" if case.number else ""

    def anchor_words(self, case: Case) -> str:
        """What the name of its place is made of: its id, unless the edition is to hide what the case is about."""
        return case.id if self.edition.shows(case) else f"unntatt {case.number or ''}"

    def called(self, case: Case) -> str:
        """``Sak 5/18 Årsrapport 2017``; only its title for a case without a number."""
        return " ".join(part for part in (self.numbered(case), self.title_of(case).text) if part)

    def exemption(self, case: Case) -> str:
        """That a case is exempt, and by which law; nothing for a public one."""
        if case_audience(case) is Audience.PUBLIC:
            return ""
        return self.words.exempt_by.format(law=case.legal_basis) if case.legal_basis else self.words.exempt

    def treated(self, decision: Decision) -> str:
        """``Samarbeidsrådet 12. juni 2017, sak 4/17``."""
        day = self.date(decision.date) if decision.date else str(decision.year or "")
        organ = " ".join(part for part in (self.name(decision.organ), day) if part)
        case = f"{self.printer.labels.case}{forms.HARD_SPACE}{decision.case}" if decision.case else ""
        return ", ".join(part for part in (organ, case) if part)

    def minutes_word(self) -> str:
        """What the minutes of this organ are called."""
        return self.words.protokoll if self.minutes_kind() == "protokoll" else self.words.referat

    def minutes_kind(self, organ_id: str = "") -> str:
        """``referat`` or ``protokoll``: as the organ says, or by what it is; the meeting's first if none is named."""
        organ = self.organs.get(organ_id or self.meeting.organ)
        if organ is None:
            return "referat"
        return organ.minutes or ("protokoll" if organ.kind == "council" else "referat")

    def approval(self) -> str:
        """``Utkast``, or where the minutes were approved: ``Godkjent av styret 24. april 2018, sak 9/18``."""
        approved = self.meeting.minutes.approved
        if approved is None:
            return self.printer.labels.draft
        return f"{self.words.approved}: {forms.in_sentence(self.treated(approved))}"

    def head(self, title: Line, edition: str, *rows: tuple[str, str | Line | None]) -> HeadedContext:
        """What the document begins with: title, edition, sender, when, and the facts that there are of these rows."""
        organisation = self.programme.organisation
        return HeadedContext(
            title=title,
            edition=edition,
            organisation=self.printer.text(organisation.name),
            secretariat=secretariat_of(organisation, self.printer),
            labels=self.words,
            when=self.when(),
            facts=tuple(_facts(rows)),
        )

    def about(self, head: HeadedContext, title: str, heading: str, description: str = "") -> Properties:
        """What the file of a document with that head says of itself; `heading` names it in lists."""
        return Properties(
            title=title,
            author=head.secretariat.name,
            language=self.language,
            status=head.edition,
            description=description or f"{head.title.text}. {head.when}.",
            heading=heading,
        )

    def status(self, *parts: str) -> str:
        """The line below the title: what there is of these, and whether the edition is internal."""
        internal = self.words.internal if self.edition.audience is Audience.INTERNAL else ""
        shown = ", ".join(part for part in parts if part)
        return " · ".join(part for part in (shown[:1].upper() + shown[1:], internal) if part)

    def shelf(self, place: int) -> Shelf:
        """Where its documents stand among those of the year."""
        if self.language != self.meeting_language:
            return MeetingPrinter(self.programme, self.edition, self.meeting_language).shelf(place)
        day = self.meeting.date
        group = " ".join((self.names(inside=False), self.date(day) if day else f"({self.words.not_fixed.lower()})"))
        key = f"{day or '9999'} {self.meeting.id} {place:03}"
        return Shelf(group, key, self.edition.audience)


def _facts(rows: tuple[tuple[str, str | Line | None], ...]) -> Iterator[FactEntry]:
    for label, value in rows:
        if isinstance(value, Line):
            yield FactEntry(label=label, value=value)
        elif value:
            yield FactEntry(label=label, value=plain(value))
