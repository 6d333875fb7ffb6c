"""What the rows of the workbook show: each measure as it is, ready to print, with what was last reported of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.parties import party_names
from osloregion_docs.labels import forms
from osloregion_docs.language import Language
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.reports.results import Indicator, MeasureResults
from osloregion_docs.workbook.columns import history_digest, row_digest

LOCKED = ("id", "history", "measure")
"""The locked cells that identify the row; with the indicators they must be as exported."""

_LONG = 300


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: the text of each locked cell, by the key of its column, and how many values it can be given."""

    cells: dict[str, str]
    slots: int


def rows(programme: Programme, language: Language) -> tuple[Row, ...]:
    """The measures in the order in which the programme prints them; those that no area lists come last."""
    made = _Rows(programme, language)
    numbers = measure_numbers(programme)
    known = {measure.id: measure for measure in programme.measures}
    order = [*(id_ for id_ in numbers if id_ in known), *(id_ for id_ in known if id_ not in numbers)]
    return tuple(made.row(known[id_], numbers.get(id_, "")) for id_ in order)


class _Rows:
    """Prints the measures of one programme."""

    def __init__(self, programme: Programme, language: Language) -> None:
        self.programme = programme
        self.printer = Printer(language)
        self.organs = {organ.id: organ for organ in programme.organs}
        self.areas = {id_: area.title for area in programme.measure_areas for id_ in area.measures}

    def row(self, measure: Measure, number: str) -> Row:
        results, text = self.programme.results.of(measure.id), self.printer.text
        cells = {
            "id": measure.id,
            "history": history_digest(results),
            "number": number,
            "measure": text(measure.title),
            "area": text(self.areas.get(measure.id)),
            "responsible": "\n".join(party_names(measure.parties.responsible, self.organs, self.printer)),
            "timeframe": self.printer.timeframe(measure.timeframe),
            "latest": self.latest(results),
            **dict(self.indicators(results)),
        }
        sealed = [cells[key] for key in LOCKED]
        indicators = [cell for key, cell in cells.items() if key.startswith("indicator")]
        return Row({**cells, "row": row_digest((*sealed, *indicators))}, len(results.indicators))

    def latest(self, results: MeasureResults) -> str:
        """``I gang (31.07.2018)``, and the text."""
        latest = results.latest()
        if latest is None:
            return self.printer.text(results.not_reported)
        status = self.programme.results.status(latest.status)
        title = self.printer.text(status.title) if status else latest.status
        text = "\n".join(self.printer.text(text).strip() for text in (latest.text, latest.result) if text)
        return f"{title} ({latest.date:%d.%m.%Y})\n{text if len(text) <= _LONG else text[:_LONG] + '…'}".strip()

    def indicators(self, results: MeasureResults) -> Iterator[tuple[str, str]]:
        for slot, indicator in enumerate(results.indicators, 1):
            yield f"indicator-id:{slot}", indicator.id
            yield f"indicator:{slot}", self.indicator(indicator, results)

    def indicator(self, indicator: Indicator, results: MeasureResults) -> str:
        """``Nyhetsbrev sendt (stk., mål 8, sist 5)``."""
        words, language = self.printer.labels.workbook, self.printer.language
        last = results.value(indicator.id)
        more = (
            self.printer.text(indicator.unit),
            words.target.format(value=forms.number(indicator.target, language)) if indicator.target is not None else "",
            words.last_value.format(value=forms.number(last, language)) if last is not None else "",
        )
        details = ", ".join(part for part in more if part)
        return self.printer.text(indicator.title) + (f" ({details})" if details else "")
