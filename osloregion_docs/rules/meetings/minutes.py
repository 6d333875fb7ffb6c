"""Rules on minutes: when they are approved, and what may be corrected afterwards."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.meetings.located import path_of
from osloregion_docs.rules.rule import Rule, rule


@rule("MTG904", "minutes are approved in a later meeting")
def minutes_are_approved_later(programme: Programme) -> Iterator[Finding]:
    """A meeting cannot approve its own minutes; the day of their approval lies after the meeting.

    Minutes that were approved without the day being known have no `date` under `approved`.
    """
    for meeting in programme.meetings:
        approved = meeting.minutes.approved
        if approved and approved.date and meeting.date and approved.date <= meeting.date:
            message = f"the minutes are approved on {approved.date}, and the meeting is on {meeting.date}"
            path = path_of(meeting) / "minutes" / "approved" / "date"
            yield Finding(path, message, "write the day of the later meeting")


@rule("MTG922", "a correction of minutes comes after their approval")
def errata_come_after_approval(programme: Programme) -> Iterator[Finding]:
    """What is wrong in a draft is corrected in the draft. Only minutes that are approved or signed have `errata`.

    Those who read the minutes when they were approved did not see a correction that bears an earlier day.
    """
    for meeting in programme.meetings:
        minutes, path = meeting.minutes, path_of(meeting) / "minutes" / "errata"
        if minutes.errata and not (minutes.approved or minutes.signed_by):
            hint = "correct the text itself, or write where the minutes were approved"
            yield Finding(path, "the minutes are a draft, and have errata", hint, at_key=True)
        since = (minutes.approved and minutes.approved.date) or meeting.date
        for place, erratum in enumerate(minutes.errata, 1):
            if since and erratum.date < since:
                done = "approved" if minutes.approved and minutes.approved.date else "of"
                message = f"the correction is of {erratum.date}, and the minutes are {done} {since}"
                yield Finding(path / place / "date", message, "correct one of the two days")


@rule("MTG923", "minutes are approved in the next meeting")
def minutes_do_not_stay_drafts(programme: Programme) -> Iterator[Finding]:
    """The organ has met again, and the minutes of this meeting are still a draft.

    A meeting counts as held once it has approved something, or its own minutes are approved. If the next meeting put
    the approval off, this stands as a reminder.
    """
    for meeting in programme.meetings:
        if meeting.date is None or meeting.minutes.approved or not _has_minutes(meeting):
            continue
        later = [each for each in programme.meetings if meeting.organ in each.organs and _after(each, meeting)]
        held = next((each for each in sorted(later, key=lambda each: str(each.date)) if _was_held(each)), None)
        if held:
            case = next((case for case in held.cases if case.decides == "minutes-approved"), None)
            number = f", case: {case.number}" if case and case.number else ""
            message = f'the minutes are not approved, and "{meeting.organ}" has met again on {held.date}'
            hint = f"write minutes: {{approved: {{organ: {meeting.organ}{number}, date: {held.date}}}}}"
            yield Finding(path_of(meeting), message, hint)


def _has_minutes(meeting: Meeting) -> bool:
    """Whether anything is told that minutes would hold."""
    return bool(meeting.attendance) or any(case.is_decided for case in meeting.cases)


def _after(later: Meeting, meeting: Meeting) -> bool:
    return later.date is not None and meeting.date is not None and later.date > meeting.date


def _was_held(meeting: Meeting) -> bool:
    approvals = (case for case in meeting.cases if case.kind == "approval")
    return meeting.minutes.approved is not None or any(case.is_decided for case in approvals)


RULES: tuple[Rule, ...] = (minutes_are_approved_later, errata_come_after_approval, minutes_do_not_stay_drafts)
