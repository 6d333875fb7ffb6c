"""The columns of the workbook: the key, the heading and the protection of each."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from osloregion_docs.labels.labels import Labels
from osloregion_docs.model.reports.results import MeasureResults

KEYS_ROW: Final = 1
HEADINGS_ROW: Final = 2
FIRST_ROW: Final = 3
MARKER: Final = re.compile(r"osloregion-docs results 1 (\d{4})")
"""The first cell: which workbook this is, in which form, and of which year."""

_DIGITS: Final = 16


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the sheet of measures; its key is above it, in a hidden row."""

    key: str
    heading: str
    width: int
    kind: Literal["hidden", "locked", "fill"]


def columns(labels: Labels, slots: int) -> tuple[Column, ...]:
    """All columns, in order; `slots` is how many indicators the measure with the most of them has."""
    words = labels.workbook
    shown = (
        ("number", words.number, 6),
        ("measure", words.measure, 30),
        ("area", words.area, 18),
        ("responsible", labels.responsible, 20),
        ("timeframe", labels.timeframe, 11),
        ("latest", words.latest, 28),
    )
    filled = (
        ("status", words.status, 15),
        ("date", words.date, 11),
        ("text", words.text, 38),
        ("result", words.result, 38),
    )
    more = (("link", words.link, 16), ("by", words.by, 14))
    return (
        *(Column(key, key, 10, "hidden") for key in ("id", "history", "row")),
        *(Column(*column, "locked") for column in shown),
        *(Column(*column, "fill") for column in filled),
        *(column for slot in range(1, slots + 1) for column in _indicator(labels, slot)),
        *(Column(*column, "fill") for column in more),
    )


def _indicator(labels: Labels, slot: int) -> tuple[Column, Column, Column]:
    """The columns of one indicator: its id, what it is, and the cell for its value."""
    words = labels.workbook
    return (
        Column(f"indicator-id:{slot}", "id", 10, "hidden"),
        Column(f"indicator:{slot}", words.indicator.format(number=slot), 20, "locked"),
        Column(f"value:{slot}", words.value.format(number=slot), 10, "fill"),
    )


def history_digest(results: MeasureResults) -> str:
    """A digest that shows whether the results of a measure have changed since the export."""
    dumped = results.model_dump(mode="json", exclude_defaults=True)
    return _digest(json.dumps(dumped, sort_keys=True, ensure_ascii=False))


def row_digest(cells: Iterable[str]) -> str:
    """A digest that shows whether the locked cells of a row are those that were exported together."""
    return _digest("\x1f".join(" ".join(cell.split()) for cell in cells))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
