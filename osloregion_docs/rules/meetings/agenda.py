"""Rules on the agenda: what it opens and closes with, and that what it names is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import dropwhile
from typing import Final

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import forms
from osloregion_docs.rules.meetings.located import cases_of, organs_of, path_of
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest

_WORDS: Final = {
    "notice": re.compile("innkalling|sakliste|saksliste|dagsorden|notice|agenda", re.IGNORECASE),
    "last minutes": re.compile("referat|protokoll|møtebok|minutes", re.IGNORECASE),
}
"""What the titles of the first cases speak of, in bokmål, nynorsk and English, where there is no fixed phrase."""
_PHRASES: Final = {"notice-approved": "notice", "minutes-approved": "last minutes"}
_BEFORE: Final = {"approval", "election"}
"""What may come before these cases: one another, and the choice of who leads the meeting."""


@rule("MTG918", "an agenda opens with approving the notice and the last minutes")
def agendas_open_with_approvals(programme: Programme) -> Iterator[Finding]:
    """An organ that has `opening_cases` in organs.yaml approves the notice, and the minutes of its last meeting, first.

    Whether the organ is called as it should be decides whether it can treat the rest. Both are cases of the kind
    approval; `proposes` or `decides` names what they approve (notice-approved, minutes-approved), or the title does.
    Where two organs meet in one event, each can have its own, before its other cases.
    """
    for meeting in programme.meetings:
        organs = [organ.id for organ in organs_of(programme, meeting) if organ.opening_cases]
        if organs and meeting.in_order:
            yield from _find_missing_approvals(meeting)
        for organ in organs:
            yield from _find_late_approvals(meeting, organ)


@rule("MTG903", "an agenda closes with Eventuelt")
def agendas_close_with_the_rest(programme: Programme) -> Iterator[Finding]:
    """An organ that has `any_other_business` in organs.yaml closes its meetings with a case of the kind other.

    What comes up there has no papers; if it is in the middle, the cases after it seem to be left over.
    """
    for meeting in programme.meetings:
        closes = any(organ.any_other_business for organ in organs_of(programme, meeting))
        if not (closes and meeting.in_order):
            continue
        *before, last = meeting.in_order
        misplaced = [case for case in before if case.kind == "other"]
        if last.kind == "other":
            continue
        path = path_of(meeting) / "agenda"
        if misplaced:
            place = _place(meeting, misplaced[0].id)
            yield Finding.of(path / place, message("MTG903.early"))
        else:
            yield Finding.of(path, message("MTG903.missing"), at_key=True)


@rule("REF311", "a case that is named exists, and is on the agenda once", Severity.ERROR)
def agendas_name_cases(programme: Programme) -> Iterator[Finding]:
    """Each id under a meeting's `agenda` is the name of a file beside it, without .md, and each file there is listed.

    So are the cases that someone was there for (`only_for`) or could not take part in (`disqualified`). The organ of a
    case is one of those that meet; the proposals that are adopted, or that another changes or steps in for, are among
    the case's.
    """
    for meeting in programme.meetings:
        known = {case.id for case in meeting.cases}
        counts = Counter(item.case for item in meeting.agenda)
        for place, item in enumerate(meeting.agenda, 1):
            path = path_of(meeting) / "agenda" / place
            if item.case and item.case not in known:
                near = find_nearest(item.case, known)
                yield Finding.of(path, message("REF311.unlisted-case", id=item.case, near=near))
            elif item.case and counts[item.case] > 1:
                yield Finding.of(path, message("REF311.repeated", id=item.case, count=counts[item.case]))
        for id_ in sorted(known - set(counts)):
            yield Finding.of(path_of(meeting) / "cases" / id_, message("REF311.unlisted", id=id_))
        yield from _inside(meeting, known)


def _find_missing_approvals(meeting: Meeting) -> Iterator[Finding]:
    """Find what no case of a meeting approves, of notice and last minutes."""
    opened = {what for case in meeting.in_order for what in _approves(case)}
    if missing := [what for what in _WORDS if what not in opened]:
        found = message("MTG918.missing", approvals=tuple(f"the {each}" for each in missing))
        yield Finding.of(path_of(meeting) / "agenda", found, at_key=True)


def _find_late_approvals(meeting: Meeting, organ: str) -> Iterator[Finding]:
    """Find the opening cases of an organ that come after another of its cases."""
    own = [case for case in meeting.in_order if meeting.organ_of(case) == organ]
    for case in dropwhile(lambda each: each.kind in _BEFORE, own):
        if what := _approves(case):
            found = message("MTG918.late", approves=tuple(f"the {each}" for each in what))
            yield Finding.of(path_of(meeting) / "agenda" / _place(meeting, case.id), found)


def _inside(meeting: Meeting, known: set[str]) -> Iterator[Finding]:
    """What is named in a meeting and its cases, and is not there."""
    for place, attendee in enumerate(meeting.attendance, 1):
        path = path_of(meeting) / "attendance" / place
        yield from _unknown_cases(attendee.only_for, known, path / "only_for")
        yield from _unknown_cases(attendee.disqualified, known, path / "disqualified")
        if attendee.organ and attendee.organ not in meeting.organs:
            yield _elsewhere(path / "organ", attendee.organ, meeting)
    for _meeting, case, path in cases_of(meeting):
        yield from _unknown_proposals(case.adopted, {proposal.id for proposal in case.proposals}, path / "adopted")
        yield from _other_proposals(case, path)
        if case.organ and case.organ not in meeting.organs:
            yield _elsewhere(path / "organ", case.organ, meeting)


def _other_proposals(case: Case, path: KeyPath) -> Iterator[Finding]:
    """Proposals that would change, or step in for, one that is not there, or in the end themselves."""
    known = {proposal.id for proposal in case.proposals}
    for name in ("amends", "subsidiary_to"):
        leads = {proposal.id: getattr(proposal, name) for proposal in case.proposals}
        for id_, other in leads.items():
            place = path / "proposals" / id_ / name
            if other and other not in known - {id_}:
                near = find_nearest(other, known - {id_})
                yield Finding.of(place, message("REF311.other-proposal", id=other, near=near))
            elif other and _leads_back(id_, leads):
                yield Finding.of(place, message("REF311.circular", other=other, id=id_))


def _leads_back(id_: str, leads: Mapping[str, str | None]) -> bool:
    """Whether what a proposal names, and what that names in turn, comes back to it."""
    seen, at = {id_}, leads.get(id_)
    while at and at not in seen:
        seen.add(at)
        at = leads.get(at)
    return at == id_


def _elsewhere(path: KeyPath, organ: str, meeting: Meeting) -> Finding:
    return Finding.of(path, message("REF311.organ", id=organ, organs=tuple(meeting.organs)))


def _unknown_cases(ids: tuple[str, ...], known: set[str], path: KeyPath) -> Iterator[Finding]:
    for place, id_ in enumerate(ids, 1):
        if id_ not in known and known:
            near, listed = find_nearest(id_, known), tuple(sorted(known))
            yield Finding.of(path / place, message("REF311.case", id=id_, known=listed, near=near))
        elif id_ not in known:
            yield Finding.of(path / place, message("REF311.no-cases", id=id_))


def _unknown_proposals(ids: tuple[str, ...], known: set[str], path: KeyPath) -> Iterator[Finding]:
    for place, id_ in enumerate(ids, 1):
        if id_ not in known and known:
            near, listed = find_nearest(id_, known), tuple(sorted(known))
            yield Finding.of(path / place, message("REF311.proposal", id=id_, known=listed, near=near))
        elif id_ not in known:
            yield Finding.of(path / place, message("REF311.no-proposals", id=id_))


def _place(meeting: Meeting, case: str) -> int:
    """The place of a case on the agenda, counted from 1."""
    return next(place for place, item in enumerate(meeting.agenda, 1) if item.case == case)


def _approves(case: Case) -> list[str]:
    """Which of the opening cases one is, or both."""
    if case.kind != "approval":
        return []
    phrases = [_PHRASES[phrase] for phrase in (case.proposes, case.decides) if phrase in _PHRASES]
    titles = " ".join(forms(case.title))
    return phrases[:1] or [what for what, words in _WORDS.items() if words.search(titles)]


RULES: tuple[Rule, ...] = (agendas_open_with_approvals, agendas_close_with_the_rest, agendas_name_cases)
