"""Edits by address on the sources of a year: applied in order, all of a call or none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from osloregion_docs.changes.draft import Draft
from osloregion_docs.changes.edits import AddFile, Delete, Edit, Insert, Move, RemoveFile, Reorder, Set
from osloregion_docs.errors import EditRefused
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.tree import Plain
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace

EXAMPLE = Path(__file__).parents[2] / "examples" / "fjordregionen"
YEAR = 2025
BOAT = "measures/bat-og-buss"
BOARD = "meetings/2025-03-13-styret"


def paragraph(text: str) -> Plain:
    """A paragraph as reading gives it."""
    return {"kind": "paragraph", "runs": [{"text": text}]}


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """The example year, without edits."""
    shutil.copytree(EXAMPLE / "programme", tmp_path / "programme")
    workspace = Workspace(tmp_path)
    loaded = load(workspace, YEAR).value
    assert loaded is not None
    return Draft(workspace, YEAR, loaded.tree.sources)


def diff_lines(draft: Draft) -> list[str]:
    """The lines that go and come, without their places."""
    lines = draft.changes.diff().splitlines()
    return [line for line in lines if line[:1] in "+-" and not line.startswith(("--- ", "+++ "))]


def at(path: str) -> KeyPath:
    """The address that a text spells."""
    return KeyPath.of(path)


EDITS: dict[str, tuple[Edit, list[str]]] = {
    "a value": (
        Set(at("strategy/focus_areas/areal-og-transport/title"), "Areal: transport"),
        ["-      title: Areal og transport", "+      title: 'Areal: transport'"],
    ),
    "a value of front matter": (
        Set(at(f"{BOAT}/timeframe"), "2024–27"),
        ["-timeframe: 2024–26", "+timeframe: 2024–27"],
    ),
    "a key that is new": (
        Set(at("organisation/secretariat/phone"), "22"),
        ["+    phone: 22"],
    ),
    "a run of text in an item": (
        Set(
            at(f"{BOAT}/content/1/items/1/1/runs/1/text"),
            "Prøve ut felles billett for båt og tog, fra Storvåg til *Fjordby*",
        ),
        [
            "-- Prøve ut felles billett for båt, buss og tog på strekningen Storvåg–Fjordby",
            "+- Prøve ut felles billett for båt og tog, fra Storvåg til \\*Fjordby\\*",
        ],
    ),
    "an item": (
        Insert(at(f"{BOAT}/content/1/items"), [paragraph("Ny")], 2),
        ["+- Ny"],
    ),
    "a paragraph": (Insert(at(f"{BOAT}/content"), paragraph("Ny")), ["+", "+Ny"]),
    "an entry removed": (
        Delete(at("strategy/roles/2")),
        ["-    - skaffe kunnskap som ingen av medlemmene kan skaffe alene"],
    ),
    "an entry moved": (
        Move(at("strategy/strategies/samordne"), at("strategy/strategies")),
        [
            "-    - id: pavirke",
            "-      title: påvirke det andre bestemmer for regionen",
            "+    - id: pavirke",
            "+      title: påvirke det andre bestemmer for regionen",
        ],
    ),
    "entries in another order": (
        Reorder(at("strategy/strategies"), ("pavirke", "samordne")),
        [
            "-    - id: pavirke",
            "-      title: påvirke det andre bestemmer for regionen",
            "+    - id: pavirke",
            "+      title: påvirke det andre bestemmer for regionen",
        ],
    ),
}


@pytest.mark.parametrize(("edit", "lines"), EDITS.values(), ids=EDITS)
def test_edit_changes_only_its_lines(draft: Draft, edit: Edit, lines: list[str]) -> None:
    """In the file that the address is in."""
    draft.apply([edit])

    assert sorted(diff_lines(draft)) == sorted(lines)


REFUSED: dict[str, tuple[Edit, str]] = {
    "an address that does not exist": (Set(at("strategy/visjon/x"), "a"), "strategy/visjon/x: there is no visjon in"),
    "an entry that does not exist": (Delete(at("strategy/roles/9")), "strategy/roles/9: there is no 9 in"),
    "text for a mapping": (Set(at("strategy"), "a"), "strategy: the value has keys of its own"),
    "text for a list": (Set(at("strategy/roles"), "a"), "strategy/roles: the value is a list"),
    "text for a block": (Set(at(f"{BOAT}/content/1"), "a"), "the value has keys of its own"),
    "a place beyond the end": (Insert(at("strategy/roles"), "a", 9), "the list has 5 entries, and no such position"),
    "a place before the first": (Insert(at("strategy/roles"), "a", 0), "the list has 5 entries, and no such position"),
    "an entry in something else": (Insert(at("strategy/vision"), "a"), "there is no list at this address"),
    "a move into itself": (Move(at(f"{BOAT}/content/1/items/1"), at(f"{BOAT}/content/1/items/1")), "into itself"),
    "a move of a key": (Move(at("strategy/vision"), at("strategy/roles")), "only entries of lists can be moved"),
    "a move to another file": (Move(at("strategy/roles/1"), at(f"{BOAT}/serves")), "is in another file"),
    "an order that leaves one out": (Reorder(at("strategy/roles"), ("1", "2")), "does not name each entry once"),
    "a block that cannot be written": (Set(at(f"{BOAT}/content/1"), {"kind": "table"}), "without touching more"),
    "text that no document can hold": (Set(at("strategy/vision"), "a\x00"), "without touching more"),
    "a whole file": (Delete(at(BOAT)), "a whole file is added or removed"),
    "a spreadsheet": (Set(at("members/1/name"), "a"), "members.csv is not edited here"),
    "a file that exists": (AddFile("measures/bat-og-buss.md", "---\ntitle: a\n---\n"), "there is such a file already"),
    "a file that is not read": (AddFile("measures/../a.md", "---\ntitle: a\n---\n"), "no file of this name is read"),
    "a file that cannot be read": (AddFile("measures/ny.md", "a"), "the front matter is missing"),
    "removal of a file that does not exist": (RemoveFile("measures/ny.md"), "there is no such file"),
}


@pytest.mark.parametrize(("edit", "words"), REFUSED.values(), ids=REFUSED)
def test_impossible_edit_is_refused(draft: Draft, edit: Edit, words: str) -> None:
    """With its address and the reason; edits before it in the same call are undone."""
    with pytest.raises(EditRefused) as error:
        draft.apply([Set(at(f"{BOAT}/timeframe"), "2024–27"), edit])

    assert words in str(error.value)
    assert draft.changes.files == {}


def test_files_are_added_edited_and_removed(draft: Draft) -> None:
    """An added file has addresses at once; what is added and removed again is no change."""
    draft.apply([AddFile("measures/ny.md", "---\ntitle: a\n---\n"), Set(at("measures/ny/title"), "b")])
    draft.apply([AddFile("measures/nyere.md", "---\ntitle: a\n---\n"), RemoveFile("measures/nyere.md")])
    draft.apply([Set(at(f"{BOAT}/timeframe"), "2024–27"), RemoveFile("measures/bat-og-buss.md")])
    (new, added), (old, removed) = draft.changes.files.items()

    assert (new, added.before, added.after) == ("programme/2025/measures/ny.md", None, b"---\ntitle: b\n---\n")
    assert (old, removed.after) == ("programme/2025/measures/bat-og-buss.md", None)


def test_case_is_edited_by_its_parts(draft: Draft) -> None:
    """Blocks are inserted at the end of a part, and move from one part to another."""
    part = at(f"{BOARD}/cases/regnskap-2024/content")
    draft.apply([Insert(part / "facts", paragraph("Ny")), Move(part / "facts" / 4, part / "proposal", 1)])
    source = draft.tree.sources[at(f"{BOARD}/cases/regnskap-2024")]
    assert isinstance(source.values, dict)
    content = source.values["content"]

    assert isinstance(content, dict)
    assert (len(content["facts"]), content["proposal"][0]) == (3, paragraph("Ny"))  # type: ignore[index,arg-type]
