"""Rules on meetings: their dates, their agenda, and what they refer to."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.lookup import walk
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.organ import Decision, Organ
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import did_you_mean

_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-|$)")


@rule("MTG901", "a meeting's folder and its file say the same day")
def folders_are_dated_right(programme: Programme) -> Iterator[Finding]:
    """The folder of a meeting begins with its date, and `date` in meeting.yaml says another, or none.

    A meeting that is moved keeps its folder: write the old day under `postponed_from`. While no day is fixed, name the
    folder without one.
    """
    for meeting in programme.meetings:
        named = _DATED.match(meeting.id)
        if named is None or _is_its_day(meeting, named[1]):
            continue
        path, hint = _path(meeting), "correct the date, or write the folder's day under postponed_from"
        if meeting.date:
            yield Finding(path / "date", f"the folder says {named[1]}, and the file {meeting.date}", hint)
        else:
            yield Finding(path, f"the folder says {named[1]}, and the file no date", f"write date: {named[1]}")


@rule("MTG902", "a notice is sent in time")
def notices_are_in_time(programme: Programme) -> Iterator[Finding]:
    """A notice is sent so many days before the meeting as `notice_days` of its organ in organs.yaml says.

    Late papers are a reason to put a case off.
    """
    for meeting in programme.meetings:
        days = [organ.notice_days for organ in _organs(programme, meeting) if organ.notice_days is not None]
        sent = meeting.notice.sent
        if not (days and sent and meeting.date):
            continue
        before = (meeting.date - sent).days
        if before < max(days):
            said = f"{before} days before" if before >= 0 else f"{-before} days after"
            message = f"the notice is sent {said} the meeting, and {max(days)} days before is the rule"
            yield Finding(_path(meeting) / "notice" / "sent", message, "correct the day, or send the notice earlier")


@rule("MTG903", "an agenda closes with Eventuelt")
def agendas_close_with_the_rest(programme: Programme) -> Iterator[Finding]:
    """An organ that has `any_other_business` in organs.yaml closes its meetings with a case of the kind other.

    What comes up there has no papers; if it stands in the middle, the cases after it seem to be left over.
    """
    for meeting in programme.meetings:
        closes = any(organ.any_other_business for organ in _organs(programme, meeting))
        if not (closes and meeting.in_order):
            continue
        *before, last = meeting.in_order
        misplaced = [case for case in before if case.kind == "other"]
        if last.kind == "other":
            continue
        path = _path(meeting) / "agenda"
        if misplaced:
            place = _place(meeting, misplaced[0].id)
            yield Finding(path / place, "Eventuelt is not the last case", "move it to the end")
        else:
            hint = "add a case with kind: other at the end"
            yield Finding(path, "the agenda has no Eventuelt", hint, at_key=True)


@rule("MTG904", "minutes are approved in a later meeting")
def minutes_are_approved_later(programme: Programme) -> Iterator[Finding]:
    """A meeting cannot approve its own minutes; the day of their approval lies after the meeting.

    Minutes that were approved without the day being known have no `date` under `approved`.
    """
    for meeting in programme.meetings:
        approved = meeting.minutes.approved
        if approved and approved.date and meeting.date and approved.date <= meeting.date:
            message = f"the minutes are approved on {approved.date}, and the meeting is on {meeting.date}"
            path = _path(meeting) / "minutes" / "approved" / "date"
            yield Finding(path, message, "write the day of the later meeting")


@rule("REF311", "a case that is named exists, and is on the agenda once", Severity.ERROR)
def agendas_name_cases(programme: Programme) -> Iterator[Finding]:
    """Each id under a meeting's `agenda` is the name of a file beside it, without .md, and each file there is listed.

    So are the cases that someone was there for (`only_for`) or could not take part in (`disqualified`). The organ of a
    case is one of those that meet; the proposals that are adopted, or that another steps in for, are among the case's.
    """
    for meeting in programme.meetings:
        known = {case.id for case in meeting.cases}
        counts = Counter(item.case for item in meeting.agenda)
        for place, item in enumerate(meeting.agenda, 1):
            path = _path(meeting) / "agenda" / place
            if item.case and item.case not in known:
                hint = did_you_mean(item.case, known) or f"write {item.case}.md beside meeting.yaml, or delete the line"
                yield Finding(path, f'there is no case "{item.case}"', hint)
            elif item.case and counts[item.case] > 1:
                yield Finding(path, f'"{item.case}" is on the agenda {counts[item.case]} times', "keep one of them")
        for id_ in sorted(known - set(counts)):
            hint = "list its id under agenda in meeting.yaml, or delete the file"
            yield Finding(_path(meeting) / "cases" / id_, f'"{id_}" is not on the agenda', hint)
        yield from _inside(meeting, known)


@rule("REF313", "a case that is referred to stands in the meeting's files")
def decisions_stand_in_meetings(programme: Programme) -> Iterator[Finding]:
    """A decision names organ, day and case. If the year has a meeting of that organ on that day, it has the case.

    Asked of the adoption, the contribution, the strategy, the approval of minutes, and earlier cases.
    """
    for path, decision in walk(programme, Decision):
        if not (decision.case and decision.date):
            continue
        held = [m for m in programme.meetings if decision.organ in m.organs and m.date == decision.date]
        numbers = {case.number for m in held for case in m.cases if case.number and m.organ_of(case) == decision.organ}
        if held and decision.case not in numbers:
            there = f"there is: {', '.join(sorted(numbers))}" if numbers else "none of its cases has a number"
            hint = did_you_mean(decision.case, numbers) or there
            message = f'the meeting of "{decision.organ}" on {decision.date} has no case {decision.case}'
            yield Finding(path / "case", message, hint)


def _inside(meeting: Meeting, known: set[str]) -> Iterator[Finding]:
    """What is named in a meeting and its cases, and is not there."""
    for place, attendee in enumerate(meeting.attendance, 1):
        path = _path(meeting) / "attendance" / place
        yield from _unknown(attendee.only_for, known, path / "only_for", "case")
        yield from _unknown(attendee.disqualified, known, path / "disqualified", "case")
        if attendee.organ and attendee.organ not in meeting.organs:
            yield _elsewhere(path / "organ", attendee.organ, meeting)
    for case in meeting.cases:
        path = _path(meeting) / "cases" / case.id
        proposals = {proposal.id for proposal in case.proposals}
        yield from _unknown(case.adopted, proposals, path / "adopted", "proposal")
        for proposal in case.proposals:
            if proposal.subsidiary_to and proposal.subsidiary_to not in proposals - {proposal.id}:
                hint = did_you_mean(proposal.subsidiary_to, proposals) or "name another proposal of this case"
                place_of = path / "proposals" / proposal.id / "subsidiary_to"
                yield Finding(place_of, f'there is no other proposal "{proposal.subsidiary_to}"', hint)
        if case.organ and case.organ not in meeting.organs:
            yield _elsewhere(path / "organ", case.organ, meeting)


def _elsewhere(path: KeyPath, organ: str, meeting: Meeting) -> Finding:
    hint = f"those that meet are: {', '.join(meeting.organs)}; a second one is named under together_with"
    return Finding(path, f'"{organ}" does not meet here', hint)


def _unknown(ids: tuple[str, ...], known: set[str], path: KeyPath, noun: str) -> Iterator[Finding]:
    for place, id_ in enumerate(ids, 1):
        if id_ not in known:
            there = f"there is: {', '.join(sorted(known))}" if known else f"there is no {noun} here"
            yield Finding(path / place, f'there is no {noun} "{id_}"', did_you_mean(id_, known) or there)


def _is_its_day(meeting: Meeting, written: str) -> bool:
    try:
        return meeting.was_on(datetime.date.fromisoformat(written))
    except ValueError:
        return False


def _organs(programme: Programme, meeting: Meeting) -> list[Organ]:
    return [organ for organ in programme.organs if organ.id in meeting.organs]


def _place(meeting: Meeting, case: str) -> int:
    """The place of a case on the agenda, counted from 1."""
    return next(place for place, item in enumerate(meeting.agenda, 1) if item.case == case)


def _path(meeting: Meeting) -> KeyPath:
    return KeyPath(("meetings", meeting.id))


RULES: tuple[Rule, ...] = (
    folders_are_dated_right,
    notices_are_in_time,
    agendas_close_with_the_rest,
    minutes_are_approved_later,
    agendas_name_cases,
    decisions_stand_in_meetings,
)
