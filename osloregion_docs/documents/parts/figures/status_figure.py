"""Status by area (status per område): how many measures of each area have which status."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from osloregion_docs.charts.kinds.statuses import Status, Statuses, StatusRow
from osloregion_docs.charts.style import Pattern
from osloregion_docs.documents.document import Picture
from osloregion_docs.documents.parts.figures.figure_context import Place, listed, pattern_at, table
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels import forms


@dataclass(frozen=True, slots=True)
class StatusName:
    """A status of the workspace's vocabulary: its id, its printed name, and its pattern, if it should have its own."""

    id: str
    name: str
    pattern: Pattern | None = None


@dataclass(frozen=True, slots=True)
class CountedArea:
    """A measure area, and how many of its measures have each status, by the status's id."""

    title: str
    counts: Mapping[str, int]
    sources: Mapping[str, tuple[KeyPath, ...]] = field(default_factory=dict)
    """The addresses of what is counted, by the status's id."""

    def count(self, status: StatusName) -> Value:
        """How many measures have a status."""
        name = f"{self.title}: {forms.in_sentence(status.name)}"
        return Value(str(self.counts.get(status.id, 0)), self.sources.get(status.id, ()), name)

    def total(self, title: str, count: int) -> Value:
        """How many measures it has."""
        sources = tuple(address for each in self.sources.values() for address in each)
        return Value(str(count), sources, f"{self.title}: {forms.in_sentence(title)}")


def statuses(printer: Printer, place: Place, names: Sequence[StatusName], areas: Sequence[CountedArea]) -> Picture:
    """How many measures of each area have which status, in the order of the vocabulary.

    Its table has a column for each status that occurs, as the key of the drawing has.
    """
    labels = printer.labels.pictures
    counted = [tuple(area.counts.get(status.id, 0) for status in names) for area in areas]
    sentence = [
        f"{area.title}: {_format_counts(names, counts) or labels.none}"
        for area, counts in zip(areas, counted, strict=True)
    ]
    occurring = [nth for nth in range(len(names)) if any(counts[nth] for counts in counted)]
    rows: list[tuple[str | Value, ...]] = [
        (area.title, *(area.count(names[nth]) for nth in occurring), area.total(labels.total, sum(counts)))
        for area, counts in zip(areas, counted, strict=True)
    ]
    return Picture(
        anchor=place.anchor,
        caption=place.caption,
        alternative=labels.statuses.format(items=listed(sentence)),
        description=labels.statuses_read,
        table=table(place, (labels.area, *(names[nth].name for nth in occurring), labels.total), rows),
        chart=_chart(names, areas, counted),
    )


def _chart(names: Sequence[StatusName], areas: Sequence[CountedArea], counted: Sequence[tuple[int, ...]]) -> Statuses:
    return Statuses(
        statuses=tuple(
            Status(name=status.name, pattern=status.pattern or pattern_at(nth)) for nth, status in enumerate(names)
        ),
        rows=tuple(StatusRow(label=area.title, counts=counts) for area, counts in zip(areas, counted, strict=True)),
    )


def _format_counts(names: Sequence[StatusName], counts: Sequence[int]) -> str:
    """The counts of an area that are not nought."""
    sentence = zip(names, counts, strict=True)
    return ", ".join(f"{count} {forms.in_sentence(status.name)}" for status, count in sentence if count)
