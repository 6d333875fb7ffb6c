"""Rules on when a meeting is held, and when its notice and papers are sent."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.located import all_cases, cases_of, organs_of, path_of
from osloregion_docs.rules.rule import Rule, rule

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
        path, hint = path_of(meeting), "correct the date, or write the folder's day under postponed_from"
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
        days = [organ.notice_days for organ in organs_of(programme, meeting) if organ.notice_days is not None]
        sent = meeting.notice.sent
        if not (days and sent and meeting.date):
            continue
        before = (meeting.date - sent).days
        if before < max(days):
            said = f"{before} days before" if before >= 0 else f"{-before} days after"
            message = f"the notice is sent {said} the meeting, and {max(days)} days before is the rule"
            yield Finding(path_of(meeting) / "notice" / "sent", message, "correct the day, or send the notice earlier")


@rule("MTG920", "notice, revisions and papers come one after the other, and before the meeting")
def papers_follow_the_notice(programme: Programme) -> Iterator[Finding]:
    """Notice and revised agendas are sent before the meeting; what is new came with a revision, and after the notice.

    The agenda prints these days (ny sak, oppdatert, ettersendes), so members see when two of them cannot be right.
    """
    for meeting in programme.meetings:
        path, sent = path_of(meeting), meeting.notice.sent
        timed = any(organ.notice_days is not None for organ in organs_of(programme, meeting))  # then MTG902 speaks
        if sent and meeting.date and sent > meeting.date and not timed:
            message = f"the notice is sent {sent}, and the meeting is on {meeting.date}"
            yield Finding(path / "notice" / "sent", message, "correct one of the two days")
        for place, day in enumerate(meeting.notice.revised, 1):
            if meeting.date and day > meeting.date:
                message = f"the agenda is revised {day}, and the meeting is on {meeting.date}"
                yield Finding(path / "notice" / "revised" / place, message, "correct one of the two days")
        for place, item in enumerate(meeting.agenda, 1):
            if item.added and item.added not in meeting.notice.revised:
                hint = "write the day of the revised agenda here and under notice, revised"
                message = f"no revised agenda was sent on {item.added}"
                yield Finding(path / "agenda" / place / "added", message, hint)
        if sent:
            yield from _before_the_notice(meeting, sent)


@rule("MTG921", "a case looks back, and not ahead")
def cases_look_back(programme: Programme) -> Iterator[Finding]:
    """What a case follows up, and what another organ recommends, was decided before the meeting or on its day.

    Nor was a meeting moved from the day on which it is held (`postponed_from`).
    """
    for meeting in programme.meetings:
        for place, day in enumerate(meeting.postponed_from, 1):
            if day == meeting.date:
                hint = "write the day on which it is held under date"
                yield Finding(path_of(meeting) / "postponed_from" / place, f"{day} is the day of the meeting", hint)
    for meeting, case, path in all_cases(programme):
        named = [(path / "follows" / place, decision) for place, decision in enumerate(case.follows, 1)]
        named += [
            (path / "recommendations" / place / "by", each.by) for place, each in enumerate(case.recommendations, 1)
        ]
        for where, decision in named:
            if decision.date and meeting.date and decision.date > meeting.date:
                message = f"the decision is of {decision.date}, after the meeting on {meeting.date}"
                yield Finding(where / "date", message, "correct one of the two days")


def _before_the_notice(meeting: Meeting, sent: datetime.date) -> Iterator[Finding]:
    """What comes after the notice by its nature, and has a day before it."""
    for _meeting, case, path in cases_of(meeting):
        if case.papers_by and case.papers_by < sent:
            message = f"papers are to follow by {case.papers_by}, and the notice was sent {sent}"
            yield Finding(path / "papers_by", message, "write a later day, or papers: written")
        for place, attachment in enumerate(case.attachments, 1):
            if attachment.updated and attachment.updated < sent:
                message = f"the attachment was exchanged {attachment.updated}, and the notice was sent {sent}"
                hint = "delete updated: only what changes after the notice has it"
                yield Finding(path / "attachments" / place / "updated", message, hint)


def _is_its_day(meeting: Meeting, written: str) -> bool:
    try:
        return meeting.was_on(datetime.date.fromisoformat(written))
    except ValueError:
        return False


RULES: tuple[Rule, ...] = (folders_are_dated_right, notices_are_in_time, papers_follow_the_notice, cases_look_back)
