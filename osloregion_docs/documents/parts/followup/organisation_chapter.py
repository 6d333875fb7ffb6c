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


def organisation_sections(followup: FollowUp) -> Iterator[SectionEntry]:
    """The organisation, the meetings and cases of each organ, who sits in it, and the members of the alliance."""
    words, report = followup.words, followup.report
    yield followup.section(words.organisation, followup.paragraphs(report.organisation), "organs")
    held = tuple(line for organ in followup.programme.organs for line in _meetings(followup, organ))
    counted: tuple[Block, ...] = (bullets(held),) if held else followup.missing(words.not_reported)
    yield followup.section(words.meetings, counted, "meetings", level=2)
    for organ in followup.programme.organs:
        if seats := tuple(_seats(followup, organ)):
            name = followup.printer.text(organ.name)
            heading = words.members_of.format(organ=forms.in_sentence(name))
            yield followup.section(heading, (followup.listed(seats),), f"organs/{organ.id}", level=2)
    yield followup.section(words.members, _membership(followup), "organisation/membership")


def _meetings(followup: FollowUp, organ: Organ) -> Iterator[Line]:
    """``Styret: 3 møter, 21 saker (13. mars, 12. juni og 28. august)``; nothing for one that did not meet."""
    mine, elsewhere = followup.programme.meetings_of(organ.id)
    if not (mine or elsewhere):
        return
    words, name = followup.words, followup.printer.text(organ.name)
    count = sum(len(meeting.cases_of_organ(organ.id)) for meeting in mine) + sum(each.cases for each in elsewhere)
    cases = words.one_case if count == 1 else words.many_cases.format(count=count)
    held = sorted([*(meeting.date for meeting in mine if meeting.date), *(each.date for each in elsewhere)])
    form, days = words.one_meeting if len(held) == 1 else words.many_meetings, [followup.date(day) for day in held]
    listed = forms.listed(days, followup.printer.labels.meetings.conjunction)
    text = f"{form.format(organ=name, count=len(held), cases=cases)} ({listed})"
    yield Line(runs=(ValueRun(text=text, values=_counts(followup, organ)),))


def _counts(followup: FollowUp, organ: Organ) -> tuple[Value, Value]:
    """How many meetings an organ had and how many cases it treated; those filed under another year have one address."""
    mine, elsewhere = followup.programme.meetings_of(organ.id)
    words, name = followup.printer.labels.meetings, followup.printer.text(organ.name)
    addresses = {meeting.id: KeyPath(("meetings", meeting.id)) for meeting in mine}
    cases = [
        addresses[meeting.id] / "cases" / case.id / "title"
        for meeting in mine
        for case in meeting.cases_of_organ(organ.id)
    ]
    places = enumerate(followup.programme.other_year_meetings, 1)
    others = tuple(KeyPath(("other_year_meetings", str(place))) for place, each in places if each in elsewhere)
    count = len(cases) + sum(each.cases for each in elsewhere)
    days = tuple(address / "date" for address in addresses.values())
    meetings = Value(str(len(mine) + len(elsewhere)), (*days, *others), f"{name}: {words.meeting.lower()}")
    return meetings, Value(str(count), (*cases, *others), f"{name}: {words.cases.lower()}")


def _seats(followup: FollowUp, organ: Organ) -> Iterator[str]:
    """Who held each seat at the end of the year."""
    last_day = datetime.date(followup.programme.year, 12, 31)
    text = followup.printer.text
    for seat in organ.seats:
        if seat.holds_on(last_day):
            yield ", ".join(part for part in (_holder(followup, seat), text(seat.represents), text(seat.role)) if part)


def _holder(followup: FollowUp, seat: Seat) -> str:
    """Who sits there, with the party; that it is vacant where nobody does."""
    if seat.member is None:
        return followup.words.vacant.capitalize()
    return f"{seat.member} ({seat.party})" if seat.party else seat.member


def _membership(followup: FollowUp) -> tuple[Printed, ...]:
    """How many members there are; which, and what they pay, where members.csv lists them."""
    membership = followup.programme.organisation.membership
    words = followup.words.membership.format(
        date=followup.date(membership.as_of), municipalities=membership.municipalities, counties=membership.counties
    )
    paying = tuple(Contributions(followup.programme, followup.printer).members())
    named = followup.listed(tuple(member.name for member in followup.programme.members))
    return (*followup.paragraphs(words), *(paying or ((named,) if named.items else ())))
