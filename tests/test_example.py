"""The example workspace: it has no errors, shows rare features of meetings, and is invented."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pikepdf
import pytest

from osloregion_docs import build
from osloregion_docs.api.check import check
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.model.lookup import walk
from osloregion_docs.model.meetings.attachment import Attachment
from osloregion_docs.model.meetings.case import Case, Proposal
from osloregion_docs.model.meetings.meeting import Attendee, Meeting
from osloregion_docs.model.organ import Organ, Seat
from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace
from tests.cli.running import ROOT

EXAMPLE = ROOT / "examples" / "fjordregionen"
YEAR = EXAMPLE / "programme" / "2025"
TEXTS = [file for file in sorted(EXAMPLE.rglob("*")) if file.suffix in {".md", ".yaml"} and "out" not in file.parts]
OF_2018 = [*sorted((ROOT / "programme" / "2018").rglob("*.yaml")), *sorted((ROOT / "programme" / "2018").rglob("*.md"))]
NAMES_OF_2018 = (
    *("Oslo", "Østlandet", "Gøteborg", "Stockholm", "Osloregionen", "Osloregionens Europakontor", "VisitOSLO"),
    *("Østlandssamarbeidet", "Østlandspakka", "Mälardalsrådet", "NIBR", "MIPIM", "Innovasjon Norge", "Kunnskap Oslo"),
)
"""The places and bodies named in the programme of 2018."""


@pytest.fixture(scope="module")
def programme() -> Programme:
    """The example's year."""
    outcome = load(Workspace(EXAMPLE), 2025)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.programme


def test_it_has_no_errors() -> None:
    """Neither errors nor warnings."""
    assert check(Workspace(EXAMPLE), 2025).diagnostics == ()


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (Case, "kind"),
        (Case, "papers"),
        (Attachment, "kind"),
        (Attendee, "capacity"),
        (Organ, "kind"),
        (Organ, "minutes"),
        (Organ, "attachment_numbers"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_every_choice_is_shown(programme: Programme, kind: type[Case], field: str) -> None:
    """Each value that can be written occurs in the example."""
    used = {getattr(value, field) for _path, value in walk(programme, kind)}

    assert set(_list_choices(kind.model_fields[field].annotation)) <= used


def _list_choices(annotation: object) -> Iterator[str]:
    """The words of a Literal, alone or in a union with None."""
    if isinstance(annotation, str):
        yield annotation
    for inner in get_args(annotation):
        yield from _list_choices(inner)


SHOWN = {
    "a seat that is vacant": (Seat, lambda seat: seat.member is None),
    "a seat with a former member": (Seat, lambda seat: seat.until is not None),
    "several deputies for a seat": (Seat, lambda seat: len(seat.deputies) > 1),
    "two organs in one event": (Meeting, lambda meeting: meeting.together_with),
    "a meeting on screen": (Meeting, lambda meeting: meeting.digital and not meeting.place),
    "a postponed meeting": (Meeting, lambda meeting: meeting.postponed_from),
    "an agenda that was revised": (Meeting, lambda meeting: any(item.added for item in meeting.agenda)),
    "a talk": (Meeting, lambda meeting: any(item.talk for item in meeting.agenda)),
    "minutes that are approved": (Meeting, lambda meeting: meeting.minutes.approved),
    "minutes that are a draft": (Meeting, lambda meeting: meeting.attendance and not meeting.minutes.approved),
    "a correction of minutes": (Meeting, lambda meeting: meeting.minutes.errata),
    "somebody who came late": (Attendee, lambda each: each.arrives),
    "somebody who left early": (Attendee, lambda each: each.leaves),
    "an observer who may speak": (Attendee, lambda each: each.capacity == "observer" and each.may_speak),
    "a guest for one case": (Attendee, lambda each: each.capacity == "guest" and each.only_for),
    "a member who is disqualified": (Attendee, lambda each: each.capacity == "member" and each.disqualified),
    "a deputy for a vacant seat": (Attendee, lambda each: each.deputy_for == "Åsfylket fylkeskommune"),
    "somebody left out of public minutes": (Attendee, lambda each: each.exempt),
    "an exempt case": (Case, lambda case: case.exempt and case.legal_basis and case.public_title),
    "a case that follows up another": (Case, lambda case: case.follows),
    "a divided recommendation": (Case, lambda case: len(case.recommendations) > 1),
    "a remark in the minutes": (Case, lambda case: case.remarks),
    "a postponed case": (Case, lambda case: case.decides == "postponed"),
    "an attachment with a file": (Attachment, lambda each: each.file),
    "an attachment that is built": (Attachment, lambda each: each.document),
    "an updated attachment": (Attachment, lambda each: each.updated),
    "an amendment": (Proposal, lambda each: each.amends),
    "a subsidiary proposal": (Proposal, lambda each: each.subsidiary_to),
    "a unanimous vote": (Proposal, lambda each: each.vote and each.vote.unanimous),
    "a vote by parties": (Proposal, lambda each: each.vote and each.vote.against and each.vote.against.parties),
    "a vote by names": (Proposal, lambda each: each.vote and each.vote.against and each.vote.against.names),
}


@pytest.mark.parametrize("what", SHOWN)
def test_it_shows(programme: Programme, what: str) -> None:
    """Rare features of board papers."""
    kind, is_so = SHOWN[what]

    assert any(is_so(value) for _path, value in walk(programme, kind))


def test_every_measure_has_results(programme: Programme) -> None:
    """A closed year: reports in the summer, and final results."""
    days = {measure.id: len(programme.results.of(measure.id).entries) for measure in programme.measures}

    assert (programme.results.closed, len(days), min(days.values())) == (True, 12, 2)


def test_status_equals_that_of_the_board_paper(programme: Programme) -> None:
    """The paper of August counts the measures by their status on 30 June; so do the results."""
    day = datetime.date(2025, 6, 30)
    latest = [programme.results.of(measure.id).latest(day) for measure in programme.measures]

    assert Counter(entry.status for entry in latest if entry) == {
        "done": 1,
        "in-progress": 7,
        "delayed": 2,
        "not-started": 2,
    }


def test_a_person_has_two_seats(programme: Programme) -> None:
    """In one organ, on one day."""
    held = [
        (organ.id, seat.member)
        for organ in programme.organs
        for seat in organ.seats
        if seat.member and seat.until is None
    ]

    assert len(held) > len(set(held))


@pytest.mark.parametrize("name", NAMES_OF_2018)
def test_names_of_2018_are_of_2018(name: str) -> None:
    """The list above names nothing that the programme of 2018 does not."""
    assert any(re.search(rf"\b{name}\b", file.read_text("utf-8")) for file in OF_2018)


@pytest.mark.parametrize("name", NAMES_OF_2018)
def test_no_name_of_2018_is_in_it(name: str) -> None:
    """An invented region has neither the places nor the bodies of the real one."""
    assert [file.name for file in TEXTS if re.search(rf"\b{name}\b", file.read_text("utf-8"))] == []


@pytest.mark.parametrize("file", sorted(YEAR.rglob("*.pdf")), ids=lambda file: file.stem)
def test_attachment_is_tagged(file: Path) -> None:
    """Attachments are accessible: tagged, titled, and with their language."""
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        found = bool(root.MarkInfo.Marked), "/StructTreeRoot" in root, str(root.Lang)[:2], bool(pdf.docinfo.Title)

    assert found in [(True, True, language, True) for language in ("nb", "sv")]


def test_it_builds(tmp_path: Path) -> None:
    """Every document is built, and none is rejected."""
    outcome = build(Workspace(EXAMPLE), 2025, BuildOptions(out=tmp_path, choice=Choice(formats=("md",))))

    assert outcome.diagnostics == ()
