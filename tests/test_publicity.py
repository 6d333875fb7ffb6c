"""What is public is decided in one module, for every address."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import osloregion_docs
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.programme import Programme
from osloregion_docs.publicity import PUBLIC_CASE_FIELDS, Audience, audience
from tests.years import small_programme

SOURCE = Path(osloregion_docs.__file__).parent
MEETING = {
    "organ": "radet",
    "date": "2018-06-12",
    "agenda": ["kontingent", "leie"],
    "attendance": [
        {"person": "Kari Nordby", "capacity": "member"},
        {"person": "Siri Austli", "capacity": "guest", "exempt": "true"},
    ],
    "files": ["brev.pdf", "tilbud.pdf", "rest.pdf"],
    "cases": {
        "kontingent": {
            "title": "Kontingent",
            "kind": "decision",
            "attachments": [{"title": "Brev", "file": "brev.pdf"}],
        },
        "leie": {
            "title": "Leie",
            "kind": "decision",
            "exempt": "true",
            "attachments": [{"title": "Tilbud", "file": "tilbud.pdf"}],
        },
    },
}


@pytest.fixture(scope="module")
def programme() -> Programme:
    """A year with an exempt case, a hidden guest, and files of a public, an exempt and no case."""
    return small_programme(meetings={"moete": MEETING})


@pytest.mark.parametrize(
    "address",
    [
        "",
        "year",
        "measures/gods/title",
        "meetings",
        "meetings/moete",
        "meetings/moete/agenda/1",
        "meetings/moete/attendance/1/person",
        "meetings/moete/cases/kontingent/content/background",
        "meetings/moete/files/1",
        "meetings/moete/attachments/brev.pdf",
        *(f"meetings/moete/cases/leie/{name}" for name in sorted(PUBLIC_CASE_FIELDS)),
    ],
)
def test_public_addresses(programme: Programme, address: str) -> None:
    """Everything but what is exempt, and of an exempt case what the public agenda prints."""
    assert audience(programme, KeyPath.of(address)) is Audience.PUBLIC


@pytest.mark.parametrize(
    "address",
    [
        "meetings/moete/cases/leie",
        "meetings/moete/cases/leie/title",
        "meetings/moete/cases/leie/attachments/1/title",
        "meetings/moete/cases/leie/content",
        "meetings/moete/attendance/2",
        "meetings/moete/attendance/2/person",
        "meetings/moete/files/2",
        "meetings/moete/attachments/tilbud.pdf",
        "meetings/moete/files/3",
        "meetings/moete/attachments/rest.pdf",
    ],
)
def test_internal_addresses(programme: Programme, address: str) -> None:
    """An exempt case, a hidden attendee, and files that no public case attaches."""
    assert audience(programme, KeyPath.of(address)) is Audience.INTERNAL


@pytest.mark.parametrize("address", ["cases/other", "attachments/other.pdf", "attendance/3", "files/9", "files/x"])
def test_addresses_of_missing_values_are_internal(programme: Programme, address: str) -> None:
    """Nobody knows whether what was there was exempt."""
    assert audience(programme, KeyPath.of(f"meetings/moete/{address}")) is Audience.INTERNAL


def test_only_the_model_and_publicity_read_whether_something_is_exempt() -> None:
    """Everything else asks who the audience is."""
    readers = {
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "exempt" and not _is_label(node.value)
    }

    assert readers == {"publicity.py", "model/meetings/case.py"}


def _is_label(holder: ast.expr) -> bool:
    """Whether an attribute is read from the fixed words of documents."""
    return (isinstance(holder, ast.Attribute) and holder.attr == "words") or (
        isinstance(holder, ast.Name) and holder.id == "words"
    )
