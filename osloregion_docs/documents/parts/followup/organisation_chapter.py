"""The chapters of an annual report on the organisation: its organs, its meetings and cases, its members."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from osloregion_docs.documents.document import Line, Printed, ValueRun
from osloregion_docs.documents.parts.budget.contributions import Contributions
from osloregion_docs.documents.parts.followup.report_contexts import SectionEntry
from osloregion_docs.documents.parts.followup.status_data import FollowUp
from osloregion_docs.documents.parts.prose import bullets
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels import forms
from osloregion_docs.model.content import Block
from osloregion_docs.model.organ import Organ, Seat


def organisation_sections(told: FollowUp) -> Iterator[SectionEntry]:
    """The organisation, the meetings and cases of each organ, who sits in it, and the members of the alliance."""
    words, report = told.words, told.report
    yield told.section(words.organisation, told.paragraphs(report.organisation), "organs")
    held = tuple(line for organ in told.programme.organs for line in _meetings(told, organ))
    counted: tuple[Block, ...] = (bullets(held),) if held else told.missing(words.not_reported)
    yield told.section(words.meetings, counted, "meetings", level=2)
    for organ in told.programme.organs:
        if seats := tuple(_seats(told, organ)):
            name = told.printer.text(organ.name)
            heading = words.members_of.format(organ=forms.in_sentence(name))
            yield told.section(heading, (told.listed(seats),), f"organs/{organ.id}", level=2)
    yield told.section(words.members, _membership(told), "organisation/membership")


def _meetings(told: FollowUp, organ: Organ) -> Iterator[Line]:
    """``Styret: 3 møter, 21 saker (13. mars, 12. juni og 28. august)``; nothing for one that did not meet."""
    mine, elsewhere = told.programme.meetings_of(organ.id)
    if not (mine or elsewhere):
        return
    words, name = told.words, told.printer.text(organ.name)
    count = sum(len(meeting.cases_of_organ(organ.id)) for meeting in mine) + sum(each.cases for each in elsewhere)
    cases = words.one_case if count == 1 else words.many_cases.format(count=count)
    held = sorted([*(meeting.date for meeting in mine if meeting.date), *(each.date for each in elsewhere)])
    form, days = words.one_meeting if len(held) == 1 else words.many_meetings, [told.date(day) for day in held]
    listed = forms.listed(days, told.printer.labels.meetings.conjunction)
    text = f"{form.format(organ=name, count=len(held), cases=cases)} ({listed})"
    yield Line(runs=(ValueRun(text=text, values=_counts(told, organ)),))


def _counts(told: FollowUp, organ: Organ) -> tuple[Value, Value]:
    """How many meetings an organ had and how many cases it treated; those filed under another year have one address."""
    mine, elsewhere = told.programme.meetings_of(organ.id)
    words, name = told.printer.labels.meetings, told.printer.text(organ.name)
    addresses = {meeting.id: KeyPath(("meetings", meeting.id)) for meeting in mine}
    cases = [
        addresses[meeting.id] / "cases" / case.id / "title"
        for meeting in mine
        for case in meeting.cases_of_organ(organ.id)
    ]
    places = enumerate(told.programme.other_year_meetings, 1)
    others = tuple(KeyPath(("other_year_meetings", str(place))) for place, each in places if each in elsewhere)
    count = len(cases) + sum(each.cases for each in elsewhere)
    days = tuple(address / "date" for address in addresses.values())
    meetings = Value(str(len(mine) + len(elsewhere)), (*days, *others), f"{name}: {words.meeting.lower()}")
    return meetings, Value(str(count), (*cases, *others), f"{name}: {words.cases.lower()}")


def _seats(told: FollowUp, organ: Organ) -> Iterator[str]:
    """Who held each seat at the end of the year."""
    last_day = datetime.date(told.programme.year, 12, 31)
    text = told.printer.text
    for seat in organ.seats:
        if seat.holds_on(last_day):
            yield ", ".join(part for part in (_holder(told, seat), text(seat.represents), text(seat.role)) if part)


def _holder(told: FollowUp, seat: Seat) -> str:
    """Who sits there, with the party; that it is vacant where nobody does."""
    if seat.member is None:
        return told.words.vacant.capitalize()
    return f"{seat.member} ({seat.party})" if seat.party else seat.member


def _membership(told: FollowUp) -> tuple[Printed, ...]:
    """How many members there are; which, and what they pay, where members.csv lists them."""
    membership = told.programme.organisation.membership
    words = told.words.membership.format(
        date=told.date(membership.as_of), municipalities=membership.municipalities, counties=membership.counties
    )
    paying = tuple(Contributions(told.programme, told.printer).members())
    named = told.listed(tuple(member.name for member in told.programme.members))
    return (*told.paragraphs(words), *(paying or ((named,) if named.items else ())))
