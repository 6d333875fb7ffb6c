"""What edits make wrong is found on the year as it would be, and nothing that was wrong before."""

from __future__ import annotations

from osloregion_docs.changes.draft import Draft
from osloregion_docs.changes.edits import Insert, RemoveFile, Set
from osloregion_docs.changes.new_findings import find_new
from osloregion_docs.keypath import KeyPath
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace
from tests.changes.test_any_edit import YEARS

ROOT, YEAR = YEARS["fjordregionen"]
DATA = KeyPath.of("strategy/roles")


def codes(*edits: Insert | RemoveFile | Set) -> list[tuple[str, str]]:
    """The code and address of each new finding."""
    before = load(Workspace(ROOT), YEAR).value
    assert before is not None
    draft = Draft(Workspace(ROOT), YEAR, before.tree.sources)
    draft.apply(edits)
    after = draft.load().value
    assert after is not None
    return [(finding.code, str(finding.path)) for finding in find_new(before, after)]


def test_harmless_edits_find_nothing() -> None:
    """Also where they give the entries of a list other places."""
    assert codes(Insert(DATA, "være et sted å møtes", 1)) == []


def test_value_that_the_model_refuses_is_found_alone() -> None:
    """By its address; the rules do not check a year without it."""
    assert codes(Set(KeyPath.of("organisation/established"), "i går")) == [("MOD103", "organisation/established")]


def test_reference_to_a_removed_file_is_found() -> None:
    """By the rules, at what refers to it."""
    assert codes(RemoveFile("measures/fjordbanen.md")) == [
        ("REF301", "measure_areas/areal-og-transport/measures/1"),
        ("RES102", "results/measures/fjordbanen"),
    ]
