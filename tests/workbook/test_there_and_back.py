"""Laws of the way out and home: what nobody changed is unchanged, what somebody wrote is what is read."""

from __future__ import annotations

import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from osloregion_docs.model.programme import Programme
from osloregion_docs.model.reports.results import MeasureResults, StatusEntry
from osloregion_docs.sources.editing.yaml_writer import to_yaml
from osloregion_docs.workspace.load import load
from tests.workbook.filling import export_workbook, fill_in, import_workbook, sources, year_with

_CHARACTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Zl", "Zp"], exclude_characters="\ufeff"
)
_LINES = st.lists(st.text(_CHARACTERS, max_size=20), min_size=1, max_size=3)
TEXTS = _LINES.map("\n".join).map(str.strip).filter(lambda text: text and not text.startswith(("=", "#")))
"""What begins otherwise is no text to the program that fills it in here, but a formula or an error."""
DAYS = st.dates(datetime.date(2018, 1, 1), datetime.date(2018, 12, 31))
NUMBERS = st.decimals(-1_000_000, 1_000_000, places=2, allow_nan=False).map(str)
STATUSES = st.sampled_from(["not-started", "in-progress", "done", "delayed", "postponed", "cancelled"])
ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"date": DAYS.map(str), "status": STATUSES},
        optional={"text": TEXTS, "result": TEXTS, "values": st.fixed_dictionaries({"moter": NUMBERS})},
    ),
    max_size=3,
    unique_by=lambda entry: entry["date"],
)
FILLED = st.fixed_dictionaries(
    {"status": STATUSES, "date": DAYS},
    optional={
        "text": TEXTS,
        "result": TEXTS,
        "value:1": st.integers(-1000, 1000) | st.floats(-1e6, 1e6).map(lambda number: round(number, 3)),
    },
)


def results_of(programme: Programme) -> MeasureResults:
    """Those of the measure that has some."""
    return programme.results.of("gods")


def source_of(entries: list[dict[str, Any]]) -> str:
    """A source with these entries."""
    return "indicators: [{id: moter, title: Møter}]\n" + to_yaml({"entries": entries})  # type: ignore[dict-item]


def assert_filled_in(entry: StatusEntry, filled: dict[str, Any]) -> None:
    """An entry has the status, the texts and the value that were filled in."""
    assert entry.status == filled["status"]
    for key in filled.keys() & {"text", "result"}:
        assert getattr(entry, key) == "\n".join(line.rstrip() for line in filled[key].split("\n"))
    if "value:1" in filled:
        assert float(entry.values["moter"]) == filled["value:1"]


@settings(max_examples=25)
@given(entries=ENTRIES)
def test_export_and_import_change_nothing(entries: list[dict[str, Any]]) -> None:
    """Whatever the sources contain."""
    with TemporaryDirectory() as folder:
        workspace = year_with(Path(folder), {"results/gods.yaml": source_of(entries)})
        before = sources(workspace)
        outcome = import_workbook(workspace, export_workbook(workspace))

        assert outcome.value is not None
        assert (outcome.value.changes, outcome.diagnostics, sources(workspace)) == ((), (), before)


@settings(max_examples=40)
@given(entries=ENTRIES, filled=FILLED)
def test_what_is_filled_in_is_what_is_read(entries: list[dict[str, Any]], filled: dict[str, Any]) -> None:
    """In the entry of its day; the other entries are those that they were."""
    with TemporaryDirectory() as folder:
        workspace = year_with(Path(folder), {"results/gods.yaml": source_of(entries)})
        cells = {("gods", key): value for key, value in filled.items()}
        assert import_workbook(workspace, fill_in(export_workbook(workspace), cells)).value is not None
        loaded = load(workspace, 2018).value

        assert loaded is not None
        results = results_of(loaded.programme)
        [entry] = [entry for entry in results.entries if entry.date == filled["date"]]
        others = [str(entry.date) for entry in results.entries if entry.date != filled["date"]]
        assert others == [entry["date"] for entry in entries if entry["date"] != str(filled["date"])]
        assert_filled_in(entry, filled)
