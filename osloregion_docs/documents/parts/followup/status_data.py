"""What came of the measures, as both reports tell it: status, text, result and indicators of each, and pictures."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from osloregion_docs.documents.document import Anchored, Blocks, Document, Line, Picture, Printed, ValueRun
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.facts import FactEntry, plain
from osloregion_docs.documents.parts.figures.figure_context import Place
from osloregion_docs.documents.parts.figures.status_figure import CountedArea, StatusName, statuses
from osloregion_docs.documents.parts.figures.timeline_figure import RunningArea, RunningMeasure, Span, timeline
from osloregion_docs.documents.parts.followup.report_contexts import (
    MeasureEntry,
    ReportContext,
    SectionEntry,
)
from osloregion_docs.documents.parts.formatting import Printer, measure_numbers
from osloregion_docs.documents.parts.issuer import properties_of, secretariat_of
from osloregion_docs.documents.parts.prose import ProseFiller, anchor_of, bullets
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels import forms
from osloregion_docs.labels.reports import ReportLabels
from osloregion_docs.language import Language
from osloregion_docs.model.content import Block, ListBlock, Paragraph, Run
from osloregion_docs.model.measure import Measure
from osloregion_docs.model.programme import MeasureArea, Programme
from osloregion_docs.model.reports.annual_report import AnnualReport
from osloregion_docs.model.reports.results import MeasureResults, StatusEntry
from osloregion_docs.model.text import Localised

_NOT_REPORTED = "not-reported"
_RESULTS = KeyPath(("results", "measures"))
_LONGEST_ALTERNATIVE = 250
"""Characters of an alternative text; a longer one says where the values stand as text."""


class FollowUp:
    """Tells what came of a year's measures up to a cut-off date, in one language."""

    def __init__(
        self, programme: Programme, language: Language, as_of: datetime.date | None, anchors: Anchors | None = None
    ) -> None:
        """A teller; without `anchors` of its own, each measure has the place that links to it lead to."""
        self.programme = programme
        self.printer = Printer(language)
        self.as_of = as_of
        self.report = programme.annual_report or AnnualReport()
        self.numbers = measure_numbers(programme)
        self.prose = ProseFiller(programme, self.printer, self.numbers, links=False)
        self.measures = {measure.id: measure for measure in programme.measures}
        places = {anchor_of(id_): f"measures/{id_}" for id_ in self.measures}
        self.anchors = Anchors(places) if anchors is None else anchors

    @property
    def words(self) -> ReportLabels:
        """The fixed words of reports."""
        return self.printer.labels.reports

    def date(self, day: datetime.date) -> str:
        """A day in running text."""
        return forms.long_date(day, self.printer.language)

    def entry(self, measure: str) -> StatusEntry | None:
        """The newest entry of a measure up to the cut-off date."""
        return self.programme.results.of(measure).latest(self.as_of)

    def status(self, measure: str) -> str:
        """The status of a measure in words; that it is not reported where it is not."""
        entry = self.entry(measure)
        if entry is None:
            return self.words.not_reported
        known = self.programme.results.status(entry.status)
        return self.printer.text(known.title) if known else entry.status

    def reported(self) -> Paragraph:
        """``9 av 12 tiltak er rapportert per 31. desember 2025.``; that nothing is where there is no date."""
        if self.as_of is None:
            return Paragraph(runs=(Run(text=f"{self.words.not_reported}."),))
        sources = tuple(self._status_address(id_) for id_ in self.numbers if self.entry(id_))
        count = Value(str(len(sources)), sources, self.printer.labels.trace.measures)
        text = self.words.reported.format(count=count, total=len(self.numbers), date=self.date(self.as_of))
        return Paragraph(runs=(ValueRun(text=text, values=(count,)),))

    def _status_address(self, measure: str) -> KeyPath:
        """The address of the newest status of a measure; that of its title where there is none."""
        entry = self.entry(measure)
        if entry is None:
            return KeyPath(("measures", measure, "title"))
        return self._entry_address(self.programme.results.of(measure), entry) / "status"

    def _entry_address(self, results: MeasureResults, entry: StatusEntry) -> KeyPath:
        return _RESULTS / results.id / "entries" / (results.entries.index(entry) + 1)

    def areas(self) -> Iterator[SectionEntry]:
        """A section for each measure area that has measures, with what came of each."""
        for area in self.programme.measure_areas:
            entries = tuple(self.measure(self.measures[id_]) for id_ in area.measures if id_ in self.measures)
            if entries:
                heading, address = self.printer.text(area.title), f"measure_areas/{area.id}"
                yield self.section(heading, (), address, level=2).model_copy(update={"measures": entries})

    def measure(self, measure: Measure) -> MeasureEntry:
        """What came of one measure."""
        return MeasureEntry(
            number=self.numbers[measure.id],
            title=Anchored(text=self.printer.text(measure.title), anchor=anchor_of(measure.id)),
            status=self.status(measure.id),
            facts=(
                FactEntry(label=self.printer.labels.timeframe, value=plain(self.printer.timeframe(measure.timeframe))),
                *self._facts(measure, self.programme.results.of(measure.id), self.entry(measure.id)),
            ),
        )

    def _facts(self, measure: Measure, results: MeasureResults, entry: StatusEntry | None) -> Iterator[FactEntry]:
        words, text = self.words, self.printer.text
        if entry is None:
            if results.not_reported:
                yield FactEntry(label=words.text, value=plain(text(results.not_reported)))
            return
        as_of = self.printer.labels.pictures.as_of.format(date=self.date(entry.date))
        yield FactEntry(label=words.as_of, value=plain(as_of))
        entries = ((words.text, text(entry.text)), (words.result, text(entry.result)))
        yield from (FactEntry(label=label, value=plain(value)) for label, value in entries if value)
        if lines := tuple(self._values(results)):
            figures = tuple(self._indicator_figures(measure, results))
            yield FactEntry(label=words.indicators, value=Line(runs=(ValueRun(text="\n".join(lines), values=figures),)))
        if entry.link:
            address = entry.link.partition("://")[2].removesuffix("/")
            yield FactEntry(label=words.read_more, value=plain(f"{text(measure.title)} ({address})", entry.link))

    def _values(self, results: MeasureResults) -> Iterator[str]:
        """``Nye boliger nær stasjon: 47,5 prosent (mål 60)``; indicators that are not counted say so."""
        for indicator in results.indicators:
            value, unit = results.value(indicator.id, self.as_of), self.printer.text(indicator.unit)
            printed = self.words.not_reported.lower() if value is None else self._number(value)
            target = "" if indicator.target is None else self.words.target.format(value=self._number(indicator.target))
            counted = " ".join(part for part in (printed, unit if value is not None else "") if part)
            yield f"{self.printer.text(indicator.title)}: {counted}" + (f" ({target})" if target else "")

    def _indicator_figures(self, measure: Measure, results: MeasureResults) -> Iterator[Value]:
        """The newest value of each indicator, and its target."""
        target = self.words.target.format(value="").strip()
        for place, indicator in enumerate(results.indicators, 1):
            name = f"{self.printer.text(indicator.title)} ({self.printer.text(measure.title)})"
            history = (each for each in reversed(results.history) if self.as_of is None or each.date <= self.as_of)
            if entry := next((each for each in history if indicator.id in each.values), None):
                address = self._entry_address(results, entry) / "values" / indicator.id
                yield Value(self._number(entry.values[indicator.id]), (address,), name)
            if indicator.target is not None:
                address = _RESULTS / results.id / "indicators" / (indicator.id or place) / "target"
                yield Value(self._number(indicator.target), (address,), f"{name}, {target}")

    def _number(self, value: object) -> str:
        return self.printer.value(value, "")

    def status_picture(self) -> Picture:
        """How many measures of each area have which status."""
        vocabulary = self.programme.results.vocabulary
        names = [StatusName(status.id, self.printer.text(status.title)) for status in vocabulary]
        names.append(StatusName(_NOT_REPORTED, self.words.not_reported))
        areas = [self._counted(area) for area in self._with_measures()]
        place = Place(self.anchors.new("figur", "status", "results"), self.words.statuses)
        short = self.words.statuses_short.format(count=len(self.numbers), areas=len(areas))
        return shortly(statuses(self.printer, place, names, areas), short)

    def _counted(self, area: MeasureArea) -> CountedArea:
        """How many measures of an area have which status, with the addresses of what is counted."""
        sources: dict[str, tuple[KeyPath, ...]] = {}
        for id_ in area.measures:
            if id_ in self.measures:
                entry = self.entry(id_)
                status = entry.status if entry else _NOT_REPORTED
                sources[status] = (*sources.get(status, ()), self._status_address(id_))
        counts = {status: len(addresses) for status, addresses in sources.items()}
        return CountedArea(self.printer.text(area.title), counts, sources)

    def timeline_picture(self) -> Picture:
        """When each measure runs."""
        areas = [
            RunningArea(
                self.printer.text(area.title),
                [self._running(self.measures[id_]) for id_ in area.measures if id_ in self.measures],
            )
            for area in self._with_measures()
        ]
        year = self.programme.span
        span = Span(datetime.date(year.first, 1, 1), datetime.date(year.last, 12, 31), self.as_of)
        place = Place(self.anchors.new("figur", "tidslinje", "measures"), self.words.timeline)
        short = self.words.timeline_short.format(count=len(self.numbers), areas=len(areas))
        return without_table(shortly(timeline(self.printer, place, areas, span), short))

    def _running(self, measure: Measure) -> RunningMeasure:
        first, last = measure.timeframe.first, measure.timeframe.last
        return RunningMeasure(
            self.numbers[measure.id],
            self.printer.text(measure.title),
            first.first_day if first else None,
            last.last_day if last else None,
            self.printer.timeframe(measure.timeframe),
        )

    def _with_measures(self) -> list[MeasureArea]:
        return [area for area in self.programme.measure_areas if any(id_ in self.measures for id_ in area.measures)]

    def section(self, heading: str, blocks: tuple[Printed, ...], address: str, *, level: int = 1) -> SectionEntry:
        """A section with its place; its number is given when all sections are known."""
        anchor = self.anchors.new("kapittel" if level == 1 else "del", heading, address)
        return SectionEntry(level=level, number="", heading=heading, anchor=anchor, text=Blocks(items=blocks))

    def paragraphs(self, text: str | Localised | None) -> tuple[Block, ...]:
        """A text of several paragraphs; that it is not written where there is none."""
        if text is None:
            return self.missing(self.words.not_written)
        paragraphs = self.printer.text(text).split("\n\n")
        return tuple(Paragraph(runs=(Run(text=" ".join(part.split())),)) for part in paragraphs if part.strip())

    def missing(self, words: str) -> tuple[Block, ...]:
        """That something is not there, in italics."""
        return (Paragraph(runs=(Run(text=f"{words}.", emphasis=True),)),)

    def listed(self, texts: tuple[str, ...]) -> ListBlock:
        """A list of points."""
        return bullets(tuple(map(plain, texts)))


def shortly(picture: Picture, short: str) -> Picture:
    """The picture; with the short alternative text where its own is too long to be listened to."""
    is_short = len(picture.alternative) <= _LONGEST_ALTERNATIVE
    return picture if is_short else picture.model_copy(update={"alternative": short})


def without_table(picture: Picture) -> Picture:
    """The picture without the table of its values, which stand beside it as text already."""
    return picture.model_copy(update={"table": Blocks()})


def numbered(sections: list[SectionEntry], *, with_numbers: bool) -> tuple[SectionEntry, ...]:
    """The sections with their numbers: ``4`` and ``4.1``."""
    chapter = part = 0
    made = []
    for section in sections:
        chapter, part = (chapter + 1, 0) if section.level == 1 else (chapter, part + 1)
        number = f"{chapter}.{part}" if section.level > 1 else str(chapter)
        made.append(section.model_copy(update={"number": number if with_numbers else ""}))
    return tuple(made)


def document(followup: FollowUp, kind: str, name: str, context: ReportContext) -> Document:
    """The document of a report; `name` is that of its files, without suffix."""
    about = properties_of(context, followup.printer.language)
    return Document(kind, name, name, followup.printer.language, about, context, followup.anchors.addresses)


def head(followup: FollowUp, title: str, name: str, edition: str, sections: list[SectionEntry]) -> ReportContext:
    """The context of a report, with its sections numbered."""
    programme, printer = followup.programme, followup.printer
    with_numbers = followup.report.numbered
    return ReportContext(
        title=title,
        name=name,
        year=programme.year,
        edition=edition,
        organisation=printer.text(programme.organisation.name),
        secretariat=secretariat_of(programme.organisation, printer),
        labels=followup.words,
        numbered=with_numbers,
        sections=numbered(sections, with_numbers=with_numbers),
    )
