"""Rules on the cases of meetings: their numbers, papers and attachments, and what was proposed and decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.meetings.case import Attachment, Case
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.organ import read_number
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import said
from osloregion_docs.rules.rule import Rule, rule

_CENTURY = 100
_DECIDING = {"decision", "consultation", "election"}
"""The kinds of case in which something is proposed and voted on; notices and minutes are approved without that."""


class _Placed(NamedTuple):
    """A case with its meeting and its address."""

    meeting: Meeting
    case: Case
    path: KeyPath


class _Series(NamedTuple):
    """A series of numbers: of which organ, in which of its forms, in which year (two digits, if known)."""

    organ: str
    form: str
    year: int | None


@rule("MTG905", "a case number is written as its organ writes them")
def numbers_have_their_form(programme: Programme) -> Iterator[Finding]:
    """A case number has the form that its organ has under `case_numbers` in organs.yaml, and the year of the meeting.

    The number is what others find the decision by: `42/ 25` and `42/25` are two to a search.
    """
    forms = {organ.id: organ.case_numbers for organ in programme.organs}
    for meeting, case, path in _placed(programme):
        of_organ = forms.get(meeting.organ_of(case), ())
        if not (case.number and of_organ):
            continue
        read = next((read for form in of_organ if (read := read_number(form, case.number))), None)
        if read is None:
            message = f'"{case.number}" is not a case number of "{meeting.organ_of(case)}"'
            yield Finding(path / "number", message, f"write it in the form {' or '.join(of_organ)}")
        elif read.year is not None and meeting.date and read.year != meeting.date.year % _CENTURY:
            message = f"{case.number} is not a number of {meeting.date.year}, the year of the meeting"
            yield Finding(path / "number", message, "correct the number, or the date of the meeting")


@rule("MTG906", "a case number is given once", Severity.ERROR)
def numbers_are_given_once(programme: Programme) -> Iterator[Finding]:
    """Two cases of the same series and year have the same number, so a reference to it leads to either."""
    given: defaultdict[tuple[_Series, int], list[_Placed]] = defaultdict(list)
    for placed in _placed(programme):
        if number := _number(programme, placed):
            given[number].append(placed)
    for cases in given.values():
        for placed in cases if len(cases) > 1 else ():
            other = next(each for each in cases if each is not placed)
            hint = f"give one of them another number; the other is {other.path}"
            yield Finding(placed.path / "number", f"{placed.case.number} is the number of {len(cases)} cases", hint)


@rule("MTG907", "the cases of a meeting stand in the order of their numbers")
def numbers_are_in_order(programme: Programme) -> Iterator[Finding]:
    """On the agenda the numbers of a series go upwards. Gaps are fine."""
    for meeting in programme.meetings:
        last: dict[_Series, tuple[int, str]] = {}
        places = {item.case: place for place, item in enumerate(meeting.agenda, 1)}
        for case in meeting.in_order:
            number = _number(programme, _Placed(meeting, case, KeyPath()))
            if number is None:
                continue
            series, value = number
            if series in last and value < last[series][0]:
                path = KeyPath(("meetings", meeting.id, "agenda", str(places[case.id])))
                yield Finding(
                    path, f"{case.number} stands after {last[series][1]}", "put them in order of their numbers"
                )
            last[series] = (value, case.number or "")


@rule("MTG908", "papers that are promised are there")
def promised_papers_are_there(programme: Programme) -> Iterator[Finding]:
    """A case whose `papers` are written has a text or an attachment; papers that are to follow come before the meeting.

    What is said of the papers stands on the agenda, so members look for them.
    """
    for meeting, case, path in _placed(programme):
        has_papers = bool(case.attachments) or any(name != "decision" for name in case.content.parts())
        late = case.papers_by and meeting.date and case.papers_by > meeting.date
        hint = "write the text below the second ---, or say papers: oral"
        if case.papers == "written" and not has_papers:
            yield Finding(path / "papers", "papers are promised, and the case has neither text nor attachment", hint)
        elif case.papers == "later" and meeting.minutes.approved and not has_papers:
            yield Finding(path / "papers", "papers were to follow, and the case has neither text nor attachment", hint)
        elif late:
            message = f"papers are to follow by {case.papers_by}, and the meeting is on {meeting.date}"
            yield Finding(path / "papers_by", message, "write a day before the meeting")


@rule("MTG909", "an attachment is listed once")
def attachments_are_listed_once(programme: Programme) -> Iterator[Finding]:
    """The same file, document or title stands twice among a case's attachments, so it would be sent twice."""
    for _meeting, case, path in _placed(programme):
        seen: set[str] = set()
        for place, attachment in enumerate(case.attachments, 1):
            marks = set(_marks(attachment, programme))
            if marks & seen:
                name = next(iter(sorted(marks & seen)))
                yield Finding(path / "attachments" / place, f'"{name}" is listed already', "keep one of them")
            seen |= marks


@rule("MTG910", "a case that is kept from the public has a legal basis")
def exemptions_have_a_basis(programme: Programme) -> Iterator[Finding]:
    """Whoever may not read a case is to be told by which law. Write it under `legal_basis`.

    *Source*: offentleglova § 31.
    """
    for _meeting, case, path in _placed(programme):
        if case.exempt and not case.legal_basis:
            hint = "add legal_basis: offentleglova § …"
            yield Finding(path / "exempt", "the case is exempt, and no legal basis is given", hint)


@rule("MTG911", "what is decided was proposed")
def decisions_were_proposed(programme: Programme) -> Iterator[Finding]:
    """In a meeting whose minutes are approved, a case was decided without any proposal.

    Minutes hold every proposal that was made. Write it under the heading Forslag til vedtak, or under `proposals`. Not
    asked of approvals, orientations and the like.

    *Source*: kommuneloven § 11-4.
    """
    for meeting, case, path in _placed(programme):
        if meeting.minutes.approved and case.kind in _DECIDING and case.is_decided and not case.is_proposed:
            hint = "write what was proposed under ## Forslag til vedtak"
            yield Finding(path, "the case is decided, and nothing was proposed", hint)


@rule("MTG912", "a proposal says what is proposed")
def proposals_say_something(programme: Programme) -> Iterator[Finding]:
    """A proposal without `text` is the one under the heading Forslag til vedtak; one proposal can be that."""
    for _meeting, case, path in _placed(programme):
        bare = [proposal for proposal in case.proposals if proposal.text is None]
        for proposal in bare[1:] if case.content.proposal else bare:
            hint = "add text: …, or write it under ## Forslag til vedtak"
            yield Finding(path / "proposals" / proposal.id, f'the proposal "{proposal.id}" has no text', hint)


@rule("MTG913", "minutes tell how a proposal was voted on")
def proposals_were_voted_on(programme: Programme) -> Iterator[Finding]:
    """In a meeting whose minutes are approved, a proposal has no result of a vote.

    Write `vote: unanimous`, or how many were in favour and against. A proposal that only steps in for another need not
    have come to a vote.

    *Source*: kommuneloven § 11-4.
    """
    for meeting, case, path in _placed(programme):
        if not meeting.minutes.approved:
            continue
        for proposal in case.proposals:
            if proposal.vote is None and proposal.subsidiary_to is None:
                hint = "add vote: unanimous, or in_favour and against with how many"
                message = f'how "{proposal.id}" was voted on is not told'
                yield Finding(path / "proposals" / proposal.id, message, hint)
        if case.kind in _DECIDING and case.content.proposal and case.is_decided and not case.proposals:
            hint = "add proposals: [{id: …, by: …, vote: unanimous}]"
            yield Finding(path, "how the proposal was voted on is not told", hint)


def _placed(programme: Programme) -> Iterator[_Placed]:
    for meeting in programme.meetings:
        for case in meeting.cases:
            yield _Placed(meeting, case, KeyPath(("meetings", meeting.id, "cases", case.id)))


def _number(programme: Programme, placed: _Placed) -> tuple[_Series, int] | None:
    """The series of a case, and its number there. One that fits no form of its organ is a series of its own."""
    meeting, case, _path = placed
    if not case.number:
        return None
    organ, year = meeting.organ_of(case), meeting.date.year % _CENTURY if meeting.date else None
    for form in next((each.case_numbers for each in programme.organs if each.id == organ), ()):
        if read := read_number(form, case.number):
            return _Series(organ, form, year if read.year is None else read.year), read.number
    return _Series(organ, case.number, year), 0


def _marks(attachment: Attachment, programme: Programme) -> Iterator[str]:
    """What an attachment is known by: its file or document, and its title."""
    yield said(attachment.title, programme.languages[0])
    if known_by := attachment.file or attachment.document:
        yield known_by


RULES: tuple[Rule, ...] = (
    numbers_have_their_form,
    numbers_are_given_once,
    numbers_are_in_order,
    promised_papers_are_there,
    attachments_are_listed_once,
    exemptions_have_a_basis,
    decisions_were_proposed,
    proposals_say_something,
    proposals_were_voted_on,
)
