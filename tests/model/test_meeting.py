"""Meetings and cases as values: short forms, what cannot be true at once, and case numbers."""

from __future__ import annotations

import datetime
from typing import get_args

import pytest
from pydantic import ValidationError

from osloregion_docs.documents.parts.attachments.attachable_documents import ATTACHABLE
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.model.meetings.attachment import Attachment
from osloregion_docs.model.meetings.case import Case, Votes, Voting
from osloregion_docs.model.meetings.meeting import AgendaItem, Attendee, Meeting, Notice
from osloregion_docs.model.organ import Numbered, Organ, read_number, write_number


@pytest.mark.parametrize(
    ("form", "written", "read"),
    [
        ("{number}/{year:02}", "38/25", Numbered(38, 25)),
        ("{number}/{year:02}", "4/17", Numbered(4, 17)),
        ("{number}-{year:02}", "16-24", Numbered(16, 24)),
        ("{number:03}/{year:02}", "001/12", Numbered(1, 12)),
        ("{number:02}/{year}", "03/2015", Numbered(3, 15)),
        ("PS {number}/{year:02}", "PS 22/14", Numbered(22, 14)),
        ("Sak {number}", "Sak 2", Numbered(2, None)),
        ("{number:03}/{year:02}", "1234/12", Numbered(1234, 12)),
    ],
)
def test_case_number_is_read(form: str, written: str, read: Numbered) -> None:
    """Forms that have been seen at the alliance and its peers."""
    assert read_number(form, written) == read


@pytest.mark.parametrize(
    ("form", "number", "year", "written"),
    [
        ("{number}/{year:02}", 38, 2025, "38/25"),
        ("{number}/{year:02}", 4, 2007, "4/07"),
        ("{number:03}/{year:02}", 1, 2012, "001/12"),
        ("{number:02}/{year}", 3, 2015, "03/2015"),
        ("PS {number}/{year:02}", 22, 2014, "PS 22/14"),
        ("Sak {number}", 2, 2018, "Sak 2"),
    ],
)
def test_case_number_is_written(form: str, number: int, year: int, written: str) -> None:
    """As it is read."""
    assert write_number(form, number, year) == written


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("{number}/{year:02}", "42/ 25"),
        ("{number}/{year:02}", "04/08"),
        ("{number}/{year:02}", "4/2017"),
        ("{number}/{year:02}", "0/17"),
        ("{number}/{year:02}", "4/17 "),
        ("{number}/{year:02}", "٤/١٧"),
        ("{number}/{year:02}", ""),
        ("{number:03}/{year:02}", "1/12"),
        ("PS {number}/{year:02}", "ps 22/14"),
        ("{number}.{year:02}", "4x17"),
    ],
)
def test_case_number_of_another_form_is_none(form: str, written: str) -> None:
    """What is almost a number is not one; plain text of a form is taken as it is."""
    assert read_number(form, written) is None


@pytest.mark.parametrize(
    "form",
    [
        "",
        "{year}",
        "{number}{number}",
        "{number}/{year}/{year}",
        "{number}/{year:03}",
        "{number!r}",
        "{number.x}",
        "{0}",
    ],
)
def test_form_that_is_none_is_refused(form: str) -> None:
    """A form has its number once and its year at most once, and nothing else between braces."""
    with pytest.raises(ValidationError, match="is not a form of case numbers"):
        Organ.model_validate({"id": "styret", "name": "Styret", "kind": "board", "case_numbers": form})


def test_organ_has_one_form_or_many() -> None:
    """One form needs no brackets."""
    organ = Organ.model_validate({"id": "a", "name": "A", "kind": "board", "case_numbers": "{number}"})

    assert organ.case_numbers == ("{number}",)


def test_point_of_the_agenda_is_a_case_by_its_id() -> None:
    """An id alone is a case."""
    assert AgendaItem.model_validate("budsjett") == AgendaItem(case="budsjett")


def test_votes_are_a_number() -> None:
    """A number alone is how many."""
    assert Votes.model_validate("11") == Votes(count=11)


def test_vote_is_a_word() -> None:
    """The word alone says that nobody was against."""
    assert Voting.model_validate("unanimous") == Voting(unanimous=True)


@pytest.mark.parametrize(
    ("kind", "values", "message"),
    [
        (AgendaItem, {"case": "a", "talk": "B"}, "a case or a talk"),
        (AgendaItem, {"case": "a", "speaker": "Kari Nordby"}, "a case has no speaker"),
        (Attachment, {"title": "A", "file": "a.pdf", "document": "action_programme"}, "a file or a built document"),
        (Votes, {"count": "1", "names": ["A", "B"]}, "2 names are given for 1 votes"),
        (Voting, {"unanimous": "true", "against": "1"}, "is not unanimous"),
        (Voting, {"in_favour": "11"}, "a vote has a result"),
        (Voting, "enstemmig", "keys|dictionary"),
        (Notice, {"revised": ["2018-01-01"]}, "revised, but not sent"),
        (Notice, {"sent": "2018-02-01", "revised": ["2018-01-01"]}, "out of order"),
        (Attendee, {"person": "A", "capacity": "member", "deputy_for": "B"}, "write capacity: deputy"),
        (Attendee, {"person": "A", "capacity": "guest", "arrives": "12:00", "leaves": "11:00"}, "leaves before"),
        (Meeting, {"id": "a", "organ": "b", "begins": "12:00", "ends": "11:00"}, "ends before it begins"),
        (Case, {"id": "a", "title": "A", "kind": "other", "papers_by": "2018-01-01"}, "papers are not to follow"),
        (Case, {"id": "a", "title": "A", "kind": "other", "legal_basis": "lov"}, "the case is public"),
    ],
)
def test_contradictory_values_are_refused(kind: type[Meeting], values: object, message: str) -> None:
    """Values that contradict each other are reported where they are."""
    with pytest.raises(ValidationError, match=message):
        kind.model_validate(values)


@pytest.mark.parametrize("file", ["../hemmelig.pdf", "/etc/passwd", ".skjult", "a/b.pdf", "a\\b.pdf", ""])
def test_attachment_is_a_file_of_the_meeting(file: str) -> None:
    """No attachment leads out of the meeting's folder."""
    with pytest.raises(ValidationError):
        Attachment.model_validate({"title": "A", "file": file})


def test_documents_to_attach_are_those_there_are() -> None:
    """An attachment can be any document that a meeting pack knows how to bind in."""
    choices = get_args(Attachment.model_fields["document"].annotation)[0]

    assert set(get_args(choices)) == set(ATTACHABLE) <= {kind.name for kind in KINDS}


def test_cases_come_in_the_order_of_the_agenda() -> None:
    """Not in the order of their files; talks are passed over."""
    cases = {"a": {"title": "A", "kind": "other"}, "b": {"title": "B", "kind": "decision"}}
    meeting = Meeting.model_validate({"id": "m", "organ": "o", "agenda": ["b", {"talk": "T"}, "a"], "cases": cases})

    assert [case.id for case in meeting.in_order] == ["b", "a"]


def test_moved_meeting_was_on_both_days() -> None:
    """The day it was called for counts, too."""
    meeting = Meeting.model_validate({"id": "m", "organ": "o", "date": "2018-06-12", "postponed_from": ["2018-06-05"]})

    assert [meeting.was_on(datetime.date(2018, 6, day)) for day in (5, 6, 12)] == [True, False, True]
