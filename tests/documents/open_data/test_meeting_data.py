"""Meetings as data: everything that the public may know, by ids that lead somewhere, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import plan
from osloregion_docs.documents.kinds.open_data.meeting_data import MEETING_DATA
from osloregion_docs.documents.parts.open_data.oparl import MeetingData, MeetingObject
from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.workspace import Workspace
from tests.conftest import ROOT
from tests.years import small_programme

EXEMPT = ("2025-03-13-styret", "lonn-daglig-leder")
"""The meeting of the example that has an exempt case, and the case."""
NOT_REFERENCES = {"id", "type", "name", "fileName", "mimeType", "accessUrl", "description", "role", "website"}
NOT_REFERENCES |= {"resolutionText", "meetingState", "organizationType", "number", "reference", "paperType"}


@pytest.fixture(scope="module")
def data(example: Programme) -> MeetingData:
    """The meetings of the example."""
    return data_of(example)


def data_of(programme: Programme) -> MeetingData:
    """The meetings of a programme."""
    [document] = MEETING_DATA.compose(programme, "nb")
    assert isinstance(document.context, MeetingData)
    return document.context


def one_meeting(**values: object) -> MeetingObject:
    """A small year's one meeting."""
    meeting = {"id": "motet", "organ": "radet", **values}
    return data_of(small_programme(meetings=[meeting])).meeting[0]


def told(data: MeetingData) -> str:
    """All that is written."""
    return data.model_dump_json(by_alias=True, exclude_none=True)


def test_every_meeting_is_there(data: MeetingData, example: Programme) -> None:
    """Also those whose day is not fixed."""
    assert [each.id for each in data.meeting] == [f"#meetings/{meeting.id}" for meeting in example.meetings]


def test_exempt_case_has_its_public_title_and_no_more(data: MeetingData) -> None:
    """Neither papers nor decision."""
    [meeting] = [each for each in data.meeting if each.id == f"#meetings/{EXEMPT[0]}"]
    [point] = [each for each in meeting.agenda_item if not each.public]

    assert (point.name, point.number, point.consultation, point.resolution_text) == ("Personalsak", "8/25", None, None)


def test_nothing_exempt_is_told(data: MeetingData, example: Programme) -> None:
    """No word of the case's title, id, archive number or text, and nobody who was there for it alone."""
    [meeting] = [each for each in example.meetings if each.id == EXEMPT[0]]
    [case] = [each for each in meeting.cases if each.id == EXEMPT[1]]
    hidden = [str(case.title), case.id, *(each.person for each in meeting.attendance if each.exempt)]

    assert case.exempt
    assert [words for words in hidden if words in told(data)] == []


def test_exempt_title_is_its_kind_without_a_public_one() -> None:
    """As in the agenda."""
    case = {"id": "hemmelig", "title": "Lønn til Ola", "kind": "decision", "exempt": "true"}
    [point] = one_meeting(agenda=["hemmelig"], cases=[case]).agenda_item

    assert (point.name, point.public) == ("Vedtakssak", False)


def test_person_marked_exempt_is_not_named() -> None:
    """Neither as taking part nor in the list of persons."""
    attendance = [
        {"person": "Kari Nordby", "capacity": "member"},
        {"person": "Nils Dal", "capacity": "guest", "exempt": "true"},
    ]
    meeting = {"id": "motet", "organ": "radet", "attendance": attendance}
    found = data_of(small_programme(meetings=[meeting]))

    assert ([each.name for each in found.person], found.meeting[0].participant) == (
        ["Kari Nordby"],
        ("#person-kari-nordby",),
    )


def test_ids_are_unique(data: MeetingData) -> None:
    """But for files, which may be told of in two places."""
    ids = [id_ for id_ in _ids(json.loads(told(data))) if not id_.startswith("#files/")]

    assert sorted(ids) == sorted(set(ids))


def test_references_lead_to_objects(data: MeetingData) -> None:
    """Each is the id of something in the file."""
    whole = json.loads(told(data))
    ids = set(_ids(whole))

    assert [each for each in _references(whole) if each not in ids] == []


def test_files_are_those_that_a_build_makes(data: MeetingData, example: Programme) -> None:
    """Where it says that a file lies, one is put."""
    made = {job.file for job in plan(Workspace(ROOT / "examples" / "fjordregionen"), example, Choice(formats=("pdf",)))}
    named = {name[len("#files/") :] for name in _ids(json.loads(told(data))) if name.startswith("#files/")}

    assert named - made == set()


def test_attachment_says_where_its_file_lies(data: MeetingData) -> None:
    """As it is put beside this file."""
    files = [each for paper in data.paper for each in paper.auxiliary_file or () if each.name == "Regnskap 2024"]

    assert [(each.file_name, each.mime_type, each.access_url) for each in files] == [
        ("regnskap-2024.pdf", "application/pdf", "2025-03-13-styret/vedlegg/regnskap-2024.pdf"),
        (None, None, None),
    ]


def test_attachment_that_is_not_made_lies_nowhere() -> None:
    """A budget of a year that has none, and a file that is not there."""
    attachments = [{"title": "Budsjett", "document": "budget"}, {"title": "Brev", "file": "brev.pdf"}]
    case = {"title": "Sak", "kind": "decision", "attachments": attachments}
    year = small_programme(
        meetings=[{"id": "motet", "organ": "radet", "agenda": ["sak"], "cases": {"sak": case}, "files": []}]
    )
    [paper] = data_of(year).paper

    assert [(each.name, each.access_url) for each in paper.auxiliary_file or ()] == [("Brev", None)]


def test_two_of_nearly_the_same_name_are_two() -> None:
    """Ids are made of letters a to z; names that differ in others are told apart."""
    attendance = [{"person": name, "capacity": "member"} for name in ("Åse Vik", "Ase Vik", "Åse Vik")]

    assert one_meeting(attendance=attendance).participant == ("#person-ase-vik", "#person-ase-vik-2")


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({}, "terminiert"),
        ({"date": "2018-03-06"}, "terminiert"),
        ({"date": "2018-03-06", "notice": {"sent": "2018-02-26"}}, "eingeladen"),
        ({"date": "2018-03-06", "attendance": [{"person": "Kari", "capacity": "member"}]}, "durchgeführt"),
    ],
)
def test_state_of_a_meeting(values: dict[str, object], state: str) -> None:
    """In the words that OParl recommends."""
    assert one_meeting(**values).meeting_state == state


@pytest.mark.parametrize(
    ("day", "start"), [("2018-03-06", "2018-03-06T10:00:00+01:00"), ("2018-06-12", "2018-06-12T10:00:00+02:00")]
)
def test_time_is_told_with_its_zone(day: str, start: str) -> None:
    """Winter and summer."""
    found = one_meeting(date=day, begins="10:00").start

    assert found is not None
    assert found.isoformat() == start


def test_day_without_a_time_has_no_start() -> None:
    """The day stands under a name of our own, and no time is made up."""
    found = one_meeting(date="2018-03-06")

    assert (found.start, str(found.date)) == (None, "2018-03-06")


def test_deputy_has_no_vote_of_their_own() -> None:
    """A seat has; both are memberships of the organ."""
    seats = [{"represents": "Fjordby", "member": "Kari", "deputies": ["Per"], "role": "leder"}]
    organs = [{"id": "radet", "name": "Rådet", "kind": "council", "seats": seats}]
    found = data_of(small_programme(organs=organs, meetings=[{"id": "motet", "organ": "radet"}]))
    held = [(person.name, each.role, each.voting_right) for person in found.person for each in person.membership or ()]

    assert held == [("Kari", "leder", True), ("Per", "varamedlem", False)]


def test_year_without_meetings_has_no_data() -> None:
    """There is nothing to tell."""
    assert MEETING_DATA.compose(small_programme(), "nb") == ()


def _objects(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(inner)


def _ids(whole: object) -> Iterator[str]:
    return (str(each["id"]) for each in _objects(whole))


def _references(whole: object) -> Iterator[str]:
    for each in _objects(whole):
        for key, value in each.items():
            if key not in NOT_REFERENCES and ":" not in key:
                yield from (v for v in (value if isinstance(value, list) else [value]) if str(v).startswith("#"))  # type: ignore[misc]
