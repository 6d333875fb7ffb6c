"""The trace (sporbarhet): each activity of the strategy, its measures, their cases and status, in words."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.anchors import Anchors
from osloregion_docs.documents.document import Context, Document, DocumentKind
from osloregion_docs.documents.followup.told import FollowUp
from osloregion_docs.documents.sender import SentContext, properties_of, secretariat_of
from osloregion_docs.documents.trace.thread import (
    ActivityRow,
    CaseRow,
    Coverage,
    FocusRow,
    MeasureRow,
    Thread,
    thread_of,
)
from osloregion_docs.labels.trace import TraceLabels
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme


class TraceLabelsEntry(Context):
    """The fixed words that stand in the template."""

    contents: str
    summary: str


class TracedMeasure(Context):
    """A measure with its status, and the cases that name it."""

    line: str
    """``1.1 Gods på bane: I gang (31. juli 2018)``."""
    notes: tuple[str, ...]
    """What came of it, and each case; that no case names it where none does."""


class TracedActivity(Context):
    """An activity, or a heading for measures that name none."""

    heading: str
    anchor: str
    gap: str
    """What is missing, in words; empty where measures follow."""
    measures: tuple[TracedMeasure, ...]


class TracedArea(Context):
    """A focus area with its activities."""

    heading: str
    anchor: str
    served_by: str
    """Which measure areas serve it, or that none does; empty where that is not asked."""
    activities: tuple[TracedActivity, ...]


class TraceContext(SentContext):
    """What templates/trace/ may use."""

    labels: TraceLabelsEntry
    summary: tuple[str, ...]
    areas: tuple[TracedArea, ...]


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The trace in one language, of a year that reports, or whose measures say which activities they serve."""
    if programme.annual_report is None and not any(measure.serves for measure in programme.measures):
        return ()
    thread = thread_of(programme)
    told = FollowUp(programme, language, thread.as_of, Anchors())  # a measure may stand in several places here
    printer, words = told.printer, told.printer.labels.trace
    date = thread.as_of
    context = TraceContext(
        title=f"{words.trace} {programme.year}",
        edition=told.words.status_as_of.format(date=told.date(date)) if date else told.words.not_reported,
        organisation=printer.text(programme.organisation.name),
        secretariat=secretariat_of(programme.organisation, printer),
        labels=TraceLabelsEntry(contents=printer.labels.contents, summary=words.summary),
        summary=tuple(_summary(thread.coverage, words)),
        areas=tuple(_Traced(told, thread.coverage).areas(thread)),
    )
    about = properties_of(context, language)
    name, subject = f"sporbarhet-{programme.year}", f"programme-{programme.year}"
    return (Document("trace", subject, name, language, about, context, told.anchors.addresses),)


def _summary(coverage: Coverage, words: TraceLabels) -> Iterator[str]:
    """How much of the thread holds, a sentence each."""
    if coverage.is_told:
        yield words.served.format(count=coverage.served, total=coverage.activities, percent=coverage.served_percent)
    else:
        yield words.not_told_anywhere
    yield words.reported.format(count=coverage.reported, total=coverage.measures, percent=coverage.reported_percent)


class _Traced:
    """Puts the rows of a thread into words."""

    def __init__(self, told: FollowUp, coverage: Coverage) -> None:
        self.told = told
        self.text = told.printer.text
        self.words = told.printer.labels.trace
        self.coverage = coverage

    def areas(self, thread: Thread) -> Iterator[TracedArea]:
        """The focus areas, and last the measures that lead to none."""
        yield from map(self._area, thread.focus_areas)
        if thread.without:
            heading, anchors = self.words.without_focus_area, self.told.anchors
            measures = self._measures(thread.without)
            anchor = anchors.new("aktivitet", self.words.without_activity, "measures")
            inner = TracedActivity(heading=self.words.measures, anchor=anchor, gap="", measures=measures)
            place = anchors.new("innsatsomrade", heading, "measures")
            yield TracedArea(heading=heading, anchor=place, served_by="", activities=(inner,))

    def _area(self, focus: FocusRow) -> TracedArea:
        heading, address = self.text(focus.area.title), f"strategy/focus_areas/{focus.area.id}"
        anchor = self.told.anchors.new("innsatsomrade", focus.area.id, address)
        titles = ", ".join(self.text(each.title) for each in focus.measure_areas)
        activities = [self._activity(row, address) for row in focus.activities]
        if focus.others:
            place = self.told.anchors.new("aktivitet", self.words.without_activity, address)
            measures = self._measures(focus.others)
            activities.append(
                TracedActivity(heading=self.words.without_activity, anchor=place, gap="", measures=measures)
            )
        return TracedArea(
            heading=heading,
            anchor=anchor,
            served_by=self.words.measure_areas.format(areas=titles) if titles else self.words.no_measure_area,
            activities=tuple(activities),
        )

    def _activity(self, row: ActivityRow, area: str) -> TracedActivity:
        address = f"{area}/activities/{row.activity.id}"
        gap = self.words.no_measure if self.coverage.is_told else self.words.not_told
        return TracedActivity(
            heading=self.text(row.activity.text).rstrip("."),
            anchor=self.told.anchors.new("aktivitet", row.activity.id, address),
            gap="" if row.measures else gap,
            measures=self._measures(row.measures),
        )

    def _measures(self, rows: tuple[MeasureRow, ...]) -> tuple[TracedMeasure, ...]:
        return tuple(self._measure(row) for row in rows)

    def _measure(self, row: MeasureRow) -> TracedMeasure:
        status = self.told.status(row.measure.id)
        if row.latest:
            status = f"{status} ({self.told.date(row.latest.date)})"
        name = f"{row.number} {self.text(row.measure.title)}".strip()
        return TracedMeasure(line=f"{name}: {status}", notes=tuple(self._notes(row)))

    def _notes(self, row: MeasureRow) -> Iterator[str]:
        if row.latest and row.latest.result:
            yield f"{self.told.words.result}: {self.text(row.latest.result)}"
        elif row.latest is None and (reason := self.told.programme.results.of(row.measure.id).not_reported):
            yield self.text(reason)
        yield from map(self._case, row.cases)
        if not row.cases:
            yield self.words.no_case

    def _case(self, row: CaseRow) -> str:
        """``Styret 28. august 2025, sak 21/25: Status for tiltakene``."""
        organ = row.meeting.organ_of(row.case)
        organs = {each.id: self.text(each.name) for each in self.told.programme.organs}
        date = self.told.date(row.meeting.date) if row.meeting.date else ""
        held = f"{organs.get(organ, organ)} {date}".strip()
        number = f", {self.told.printer.labels.case} {row.case.number}" if row.case.number else ""
        return f"{held}{number}: {self.text(row.case.title)}"


TRACE = DocumentKind(
    name="trace",
    title="Sporbarhet",
    context=TraceContext,
    formats=("pdf", "html", "md", "txt"),
    compose=compose,
)
