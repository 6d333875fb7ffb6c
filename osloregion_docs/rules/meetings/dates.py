"""Rules on when a meeting is held, and when its notice and papers are sent."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.messages.message import message
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.located import all_cases, cases_of, organs_of, path_of
from osloregion_docs.rules.rule import Rule, rule

_DATED = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-|$)")


@rule("MTG901", "a meeting's folder and its file say the same day")
def folders_are_dated_right(programme: Programme) -> Iterator[Finding]:
    """The folder of a meeting begins with its date, and `date` in meeting.yaml is another, or missing.

    A meeting that is moved keeps its folder: write the old day under `postponed_from`. While no day is fixed, name the
    folder without one.
    """
    for meeting in programme.meetings:
        named = _DATED.match(meeting.id)
        if named is None or _is_its_day(meeting, named[1]):
            continue
        path = path_of(meeting)
        if meeting.date:
            found = message("MTG901.differs", folder=named[1], date=str(meeting.date))
            yield Finding.of(path / "date", found)
        else:
            yield Finding.of(path, message("MTG901.missing", folder=named[1]))


@rule("MTG902", "a notice is sent in time")
def notices_are_in_time(programme: Programme) -> Iterator[Finding]:
    """A notice is sent so many days before the meeting as `notice_days` of its organ in organs.yaml requires.

    Late papers are a reason to put a case off.
    """
    for meeting in programme.meetings:
        days = [organ.notice_days for organ in organs_of(programme, meeting) if organ.notice_days is not None]
        sent = meeting.notice.sent
        if not (days and sent and meeting.date):
            continue
        before = (meeting.date - sent).days
        if before < max(days):
            if before >= 0:
                found = message("MTG902.late", days=before, required=max(days))
            else:
                found = message("MTG902.after", days=-before, required=max(days))
            yield Finding.of(path_of(meeting) / "notice" / "sent", found)


@rule("MTG920", "notice, revisions and papers come one after the other, and before the meeting")
def papers_follow_the_notice(programme: Programme) -> Iterator[Finding]:
    """Notice and revised agendas are sent before the meeting; what is new came with a revision, and after the notice.

    The agenda prints these days (ny sak, oppdatert, ettersendes), so members see when two of them cannot be right.
    """
    for meeting in programme.meetings:
        sent = meeting.notice.sent
        timed = any(organ.notice_days is not None for organ in organs_of(programme, meeting))  # then MTG902 speaks
        if sent and meeting.date and sent > meeting.date and not timed:
            found = message("MTG920.notice", sent=str(sent), date=str(meeting.date))
            yield Finding.of(path_of(meeting) / "notice" / "sent", found)
        yield from _check_revisions(meeting)
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
                yield Finding.of(
                    path_of(meeting) / "postponed_from" / place, message("MTG921.postponed", date=str(day))
                )
    for meeting, case, path in all_cases(programme):
        named = [(path / "follows" / place, decision) for place, decision in enumerate(case.follows, 1)]
        named += [
            (path / "recommendations" / place / "by", each.by) for place, each in enumerate(case.recommendations, 1)
        ]
        for where, decision in named:
            if decision.date and meeting.date and decision.date > meeting.date:
                found = message("MTG921.decision", decided=str(decision.date), date=str(meeting.date))
                yield Finding.of(where / "date", found)


def _check_revisions(meeting: Meeting) -> Iterator[Finding]:
    """Find revisions after the meeting, and cases that were added on a day without one."""
    path = path_of(meeting)
    for place, day in enumerate(meeting.notice.revised, 1):
        if meeting.date and day > meeting.date:
            found = message("MTG920.revised", revised=str(day), date=str(meeting.date))
            yield Finding.of(path / "notice" / "revised" / place, found)
    for place, item in enumerate(meeting.agenda, 1):
        if item.added and item.added not in meeting.notice.revised:
            yield Finding.of(path / "agenda" / place / "added", message("MTG920.added", date=str(item.added)))


def _before_the_notice(meeting: Meeting, sent: datetime.date) -> Iterator[Finding]:
    """What comes after the notice by its nature, and has a day before it."""
    for _meeting, case, path in cases_of(meeting):
        if case.papers_by and case.papers_by < sent:
            found = message("MTG920.papers", due=str(case.papers_by), sent=str(sent))
            yield Finding.of(path / "papers_by", found)
        for place, attachment in enumerate(case.attachments, 1):
            if attachment.updated and attachment.updated < sent:
                found = message("MTG920.updated", updated=str(attachment.updated), sent=str(sent))
                yield Finding.of(path / "attachments" / place / "updated", found)


def _is_its_day(meeting: Meeting, written: str) -> bool:
    try:
        return meeting.was_on(datetime.date.fromisoformat(written))
    except ValueError:
        return False


RULES: tuple[Rule, ...] = (folders_are_dated_right, notices_are_in_time, papers_follow_the_notice, cases_look_back)
