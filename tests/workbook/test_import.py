"""Importing results from the workbook: which sources change, and how; what is skipped; all changes or none."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from osloregion_docs.api.check import check
from osloregion_docs.api.results import Imported, ImportOptions
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.workbook.apply import NEW_FILE
from osloregion_docs.workspace.workspace import Workspace
from tests.workbook.filling import (
    GODS_RESULTS,
    Filled,
    export_workbook,
    fill_in,
    fill_in_and_import,
    format_diagnostics,
    import_workbook,
    sources,
    year_with,
)
from tests.years import MAIN

DAY = datetime.date(2018, 7, 31)
BREV: Filled = {("brev", "status"): "I gang", ("brev", "date"): DAY, ("brev", "text"): "Fire brev\ner sendt"}
GODS: Filled = {
    ("gods", "status"): "Gjennomført",
    ("gods", "date"): datetime.date(2018, 12, 31),
    ("gods", "result"): "Prosjektet: levert",
    ("gods", "value:1"): 5,
    ("gods", "value:2"): "12,5",
    ("gods", "link"): "https://www.example.org/rapport",
    ("gods", "by"): "Kari Nordby",
}
ADDED = """\
  - date: 2018-12-31
    status: done
    result: 'Prosjektet: levert'
    values:
      moter: 5
      andel: 12.5
    link: https://www.example.org/rapport
    by: Kari Nordby
"""


def format_changes(outcome: Outcome[Imported]) -> list[str]:
    """Format the changes, each with its file."""
    assert outcome.value is not None, outcome.diagnostics
    changes = outcome.value.changes
    return [f"{name.removeprefix('programme/2018/')} {line}" for change, name in changes for line in change.lines()]


def test_workbook_that_nobody_filled_in_changes_nothing(tmp_path: Path) -> None:
    """And reports it."""
    workspace = year_with(tmp_path)
    before = sources(workspace)
    outcome = import_workbook(workspace, export_workbook(workspace))
    assert outcome.value is not None

    assert (outcome.value.changes, outcome.value.unchanged, outcome.value.written) == ((), 2, False)
    assert (sources(workspace), outcome.diagnostics) == (before, ())


def test_date_alone_changes_nothing(tmp_path: Path) -> None:
    """It may have been there from the start."""
    workspace = year_with(tmp_path)
    fill_in_and_import(workspace, {("brev", "date"): DAY})

    assert list(sources(workspace)) == ["results/gods.yaml"]


def test_first_entry_of_a_measure(tmp_path: Path) -> None:
    """Makes its file."""
    workspace = year_with(tmp_path)
    fill_in_and_import(workspace, BREV)

    assert sources(workspace)["results/brev.yaml"] == NEW_FILE + (
        "entries:\n  - date: 2018-07-31\n    status: in-progress\n    text: |-\n      Fire brev\n      er sendt\n"
    )


def test_further_entry(tmp_path: Path) -> None:
    """Is below the existing ones; comments, order and blank lines stay."""
    workspace = year_with(tmp_path)
    fill_in_and_import(workspace, GODS)

    before, after = GODS_RESULTS.split("\n\n# Neste")
    assert sources(workspace)["results/gods.yaml"] == f"{before}\n{ADDED}\n# Neste{after}"


def test_correction(tmp_path: Path) -> None:
    """With the day of an entry: what is filled in is exchanged, all else stays."""
    workspace = year_with(tmp_path)
    day = datetime.date(2018, 3, 31)
    fill_in_and_import(
        workspace, {("gods", "date"): day, ("gods", "text"): "Forprosjektet er ferdig", ("gods", "value:2"): 7}
    )

    assert sources(workspace)["results/gods.yaml"] == GODS_RESULTS.replace("er i gang", "er ferdig").replace(
        "{moter: 1}", "{moter: 1, andel: 7}"
    )


def test_text_that_is_there_already(tmp_path: Path) -> None:
    """Changes nothing when it is filled in again, whatever way it is written there."""
    text = GODS_RESULTS.replace("text: Forprosjektet er i gang", "text: |\n      Forprosjektet\n      er i gang")
    workspace = year_with(tmp_path, {"results/gods.yaml": text})
    cells = {("gods", "date"): datetime.date(2018, 3, 31), ("gods", "text"): "Forprosjektet\ner i gang"}

    assert format_changes(fill_in_and_import(workspace, cells)) == []


def test_correction_of_one_language(tmp_path: Path) -> None:
    """A text that is given in several is exchanged in the first; the others stay."""
    text = GODS_RESULTS.replace("text: Forprosjektet er i gang", "text: {nb: Forprosjektet er i gang, en: Begun}")
    workspace = year_with(tmp_path, {"results/gods.yaml": text})
    fill_in_and_import(workspace, {("gods", "date"): datetime.date(2018, 3, 31), ("gods", "text"): "Ferdig"})

    assert "text: {nb: Ferdig, en: Begun}" in sources(workspace)["results/gods.yaml"]


@pytest.mark.parametrize(
    ("changes", "file"),
    [
        ({"results.yaml": "measures:\n  brev:\n    indicators: []\n    # her\n"}, "results.yaml"),
        ({"programme.yaml": MAIN.replace("[gods]", "[gods, brev]") + "results:\n  closed: false\n"}, "programme.yaml"),
    ],
)
def test_results_that_stand_elsewhere(tmp_path: Path, changes: dict[str, str | bytes | None], file: str) -> None:
    """Are changed in place, since a value has one source."""
    workspace = year_with(tmp_path, {"results/gods.yaml": None, **changes})
    outcome = fill_in_and_import(workspace, BREV)

    assert {line.split()[0] for line in format_changes(outcome)} == {file}
    assert check(workspace, 2018).errors == ()


def test_changes_are_reported(tmp_path: Path) -> None:
    """As people compare texts, measure by measure in the order of the rows."""
    cells = {**BREV, ("gods", "date"): datetime.date(2018, 3, 31), ("gods", "value:1"): 2, ("gods", "text"): "Ferdig"}

    assert format_changes(fill_in_and_import(year_with(tmp_path), cells)) == [
        "results/gods.yaml ~ 2018-03-31",
        "results/gods.yaml -   text: Forprosjektet er i gang",
        "results/gods.yaml +   text: Ferdig",
        "results/gods.yaml -   values/moter: 1",
        "results/gods.yaml +   values/moter: 2",
        "results/brev.yaml + 2018-07-31",
        "results/brev.yaml +   status: in-progress",
        "results/brev.yaml +   text: Fire brev",
        "results/brev.yaml +     er sendt",
    ]


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    """And reports the same."""
    workspace = year_with(tmp_path)
    workbook = fill_in(export_workbook(workspace), {**BREV, **GODS})
    before = sources(workspace)
    changes = format_changes(import_workbook(workspace, workbook, ImportOptions(dry_run=True)))

    assert sources(workspace) == before
    assert changes == format_changes(import_workbook(workspace, workbook))


def test_same_workbook_twice(tmp_path: Path) -> None:
    """The second time there is nothing left to change, and no diagnostic."""
    workspace = year_with(tmp_path)
    workbook = fill_in(export_workbook(workspace), {**BREV, **GODS})
    import_workbook(workspace, workbook)
    once = sources(workspace)
    again = import_workbook(workspace, workbook)

    assert (format_changes(again), again.diagnostics, sources(workspace)) == ([], (), once)


def test_two_people_and_one_export(tmp_path: Path) -> None:
    """Each fills in other rows; neither import blocks the other."""
    workspace = year_with(tmp_path)
    workbook = export_workbook(workspace)
    outcomes = [import_workbook(workspace, fill_in(workbook, cells)) for cells in (GODS, BREV)]

    assert [outcome.errors + outcome.value.skipped for outcome in outcomes if outcome.value] == [(), ()]
    assert sorted(sources(workspace)) == ["results/brev.yaml", "results/gods.yaml"]


REPORTED_MEANWHILE = GODS_RESULTS.replace("er i gang", "er godt i gang")


def after_a_conflict(root: Path, *options: ImportOptions) -> tuple[Workspace, list[Outcome[Imported]]]:
    """A year of which one measure was reported on since the workbook was made, and what importing it gives."""
    workbook = fill_in(export_workbook(year_with(root)), {**BREV, **GODS})
    workspace = year_with(root, {"results/gods.yaml": REPORTED_MEANWHILE})
    return workspace, [import_workbook(workspace, workbook, option) for option in options]


def test_measure_that_was_reported_on_meanwhile_is_skipped(tmp_path: Path) -> None:
    """The others are changed."""
    _workspace, [outcome] = after_a_conflict(tmp_path, ImportOptions())
    assert outcome.value is not None

    assert format_diagnostics(outcome) == [
        "Tiltak!E3 warning RES206 the results of gods have changed since the workbook was made"
    ]
    assert [change.measure for change in outcome.value.skipped] == ["gods"]
    assert [change.measure for change, _name in outcome.value.changes] == ["brev"]


def test_skipped_rows_can_be_forced(tmp_path: Path) -> None:
    """The entry is added to what was reported meanwhile."""
    workspace, _outcomes = after_a_conflict(tmp_path, ImportOptions(), ImportOptions(force=True))
    text = sources(workspace)["results/gods.yaml"]

    assert ("er godt i gang" in text, ADDED in text) == (True, True)


FOUND = {
    "outside the year": (
        {**BREV, ("brev", "date"): datetime.date(2019, 1, 15)},
        ["Tiltak!K4 warning RES105 2019-01-15 is not in 2018"],
    ),
    "finished without a word": (
        {("brev", "status"): "Avlyst", ("brev", "date"): DAY},
        ["Tiltak!J4 warning RES110 the measure is cancelled, and there is neither result nor text"],
    ),
    "backwards": (
        {("gods", "status"): "Ikke startet", ("gods", "date"): DAY},
        ["Tiltak!J3 warning RES104 the status is not-started, and was in-progress on 2018-03-31"],
    ),
    "backwards, in an existing entry": (
        {("gods", "status"): "Gjennomført", ("gods", "date"): datetime.date(2018, 1, 31), ("gods", "text"): "Levert"},
        ["programme/2018/results/gods.yaml:10:13 warning RES104 the status is in-progress, and was done on 2018-01-31"],
    ),
    "a typing error": (
        {**BREV, ("brev", "text"): "Sendt 8 - 10 brev"},
        ['Tiltak!L4 warning TXT403 "8 - 10" is a range'],
    ),
}


@pytest.mark.parametrize(("cells", "found"), FOUND.values(), ids=FOUND)
def test_rules_look_at_what_is_filled_in(tmp_path: Path, cells: Filled, found: list[str]) -> None:
    """At its cell; existing issues of the year are not reported again."""
    outcome = fill_in_and_import(
        year_with(tmp_path, {"texts/om-oss.md": "---\ntitle: Om\n---\n\n8 - 10 brev.\n"}), cells
    )

    assert (format_diagnostics(outcome), outcome.value is not None) == (found, True)


def test_strict(tmp_path: Path) -> None:
    """With --strict warnings stop it, before anything is written."""
    workspace = year_with(tmp_path)
    workbook = fill_in(export_workbook(workspace), {("brev", "status"): "Avlyst", ("brev", "date"): DAY})
    outcome = import_workbook(workspace, workbook, ImportOptions(strict=True))

    assert (outcome.value, list(sources(workspace))) == (None, ["results/gods.yaml"])


def test_measure_that_is_marked_as_not_reported_on(tmp_path: Path) -> None:
    """Both at once cannot be."""
    workspace = year_with(tmp_path, {"results/brev.yaml": "not_reported: Ingen ansatt\n"})

    assert format_diagnostics(fill_in_and_import(workspace, BREV)) == [
        "Tiltak!J4 error MOD103 not_reported says that there are no entries, and there are"
    ]
