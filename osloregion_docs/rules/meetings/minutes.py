"""Rules on minutes: when they are approved, and what may be corrected afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.messages.message import Message, message
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.located import path_of
from osloregion_docs.rules.rule import Rule, rule


@rule("MTG904", "minutes are approved in a later meeting")
def minutes_are_approved_later(programme: Programme) -> Iterator[Finding]:
    """A meeting cannot approve its own minutes; the day of their approval is after the meeting.

    Minutes that were approved without the day being known have no `date` under `approved`.
    """
    for meeting in programme.meetings:
        approved = meeting.minutes.approved
        if approved and approved.date and meeting.date and approved.date <= meeting.date:
            found = message("MTG904.early", approved=str(approved.date), date=str(meeting.date))
            yield Finding.of(path_of(meeting) / "minutes" / "approved" / "date", found)


@rule("MTG922", "a correction of minutes comes after their approval")
def errata_come_after_approval(programme: Programme) -> Iterator[Finding]:
    """What is wrong in a draft is corrected in the draft. Only minutes that are approved or signed have `errata`.

    Those who read the minutes when they were approved did not see a correction that bears an earlier day.
    """
    for meeting in programme.meetings:
        minutes, path = meeting.minutes, path_of(meeting) / "minutes" / "errata"
        if minutes.errata and not (minutes.approved or minutes.signed_by):
            yield Finding.of(path, message("MTG922.draft"), at_key=True)
        since = (minutes.approved and minutes.approved.date) or meeting.date
        for place, erratum in enumerate(minutes.errata, 1):
            if since and erratum.date < since:
                is_approved = minutes.approved is not None and minutes.approved.date is not None
                found = message(
                    "MTG922.before-approval" if is_approved else "MTG922.before-meeting",
                    corrected=str(erratum.date),
                    since=str(since),
                )
                yield Finding.of(path / place / "date", found)


@rule("MTG923", "minutes are approved in the next meeting")
def minutes_do_not_stay_drafts(programme: Programme) -> Iterator[Finding]:
    """The organ has met again, and the minutes of this meeting are still a draft.

    A meeting counts as held once it has approved something, or its own minutes are approved. If the next meeting put
    the approval off, this is a reminder.
    """
    for meeting in programme.meetings:
        if meeting.date is None or meeting.minutes.approved or not _has_minutes(meeting):
            continue
        if held := _find_next_held(programme, meeting):
            yield Finding.of(path_of(meeting), _describe_unapproved(meeting, held))


def _find_next_held(programme: Programme, meeting: Meeting) -> Meeting | None:
    """Find the first later meeting of an organ that was held."""
    later = [each for each in programme.meetings if meeting.organ in each.organs and _after(each, meeting)]
    return next((each for each in sorted(later, key=lambda each: str(each.date)) if _was_held(each)), None)


def _describe_unapproved(meeting: Meeting, held: Meeting) -> Message:
    """Describe that a meeting did not approve the minutes of an earlier one, with its case on minutes if it has one."""
    case = next((case for case in held.cases if case.decides == "minutes-approved"), None)
    organ, date = meeting.organ, str(held.date)
    if case and case.number:
        return message("MTG923.unapproved-in-case", organ=organ, date=date, case=case.number)
    return message("MTG923.unapproved", organ=organ, date=date)


def _has_minutes(meeting: Meeting) -> bool:
    """Whether there is anything that minutes would contain."""
    return bool(meeting.attendance) or any(case.is_decided for case in meeting.cases)


def _after(later: Meeting, meeting: Meeting) -> bool:
    return later.date is not None and meeting.date is not None and later.date > meeting.date


def _was_held(meeting: Meeting) -> bool:
    approvals = (case for case in meeting.cases if case.kind == "approval")
    return meeting.minutes.approved is not None or any(case.is_decided for case in approvals)


RULES: tuple[Rule, ...] = (minutes_are_approved_later, errata_come_after_approval, minutes_do_not_stay_drafts)
