"""The trace (sporbarhet): each activity of the strategy, its measures, their budget, cases and status, as a matrix."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.documents.document import Anchored, Blocks, Context, Document, DocumentKind, TableRow
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.budget.budget_table import BudgetTable
from osloregion_docs.documents.parts.followup.status_data import FollowUp
from osloregion_docs.documents.parts.issuer import SentContext, properties_of, secretariat_of
from osloregion_docs.documents.parts.traceability.matrix_tables import Matrix
from osloregion_docs.documents.parts.traceability.traceability_matrix import (
    FocusRow,
    MeasureRow,
    Thread,
    every_row,
    thread_of,
)
from osloregion_docs.labels import forms
from osloregion_docs.labels.trace import TraceLabels
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme


class TracedArea(Context):
    """A focus area with what is done for it, or the measures that lead to none."""

    heading: str
    anchor: str
    served_by: str
    """Which measure areas serve it, or that none does; empty where that is not asked."""
    matrix: Blocks
    """A table: each activity with its measures, and of each the budget, the cases and the status; gaps in words."""
    results: tuple[str, ...]
    """What came of each of its measures, or why that is not reported."""


class TraceContext(SentContext):
    """What templates/trace/ may use."""

    labels: TraceLabels
    summary: tuple[str, ...]
    areas: tuple[TracedArea, ...]


def compose(programme: Programme, language: Language) -> tuple[Document, ...]:
    """The trace in one language, of a year that reports, or whose measures say which activities they serve."""
    if programme.annual_report is None and not programme.has_served_activities:
        return ()
    thread = thread_of(programme)
    follow_up = FollowUp(programme, language, thread.as_of, Anchors())  # a measure may stand in several places here
    printer, words = follow_up.printer, follow_up.printer.labels.trace
    date = thread.as_of
    context = TraceContext(
        title=f"{words.trace} {programme.year}",
        edition=follow_up.words.status_as_of.format(date=follow_up.date(date))
        if date
        else follow_up.words.not_reported,
        organisation=printer.text(programme.organisation.name),
        secretariat=secretariat_of(programme.organisation, printer),
        labels=words,
        summary=tuple(_summary(follow_up, thread)),
        areas=tuple(_areas(follow_up, thread)),
    )
    about = properties_of(context, language)
    name, subject = f"sporbarhet-{programme.year}", f"programme-{programme.year}"
    return (Document("trace", subject, name, language, about, context, follow_up.anchors.addresses),)


def _summary(follow_up: FollowUp, thread: Thread) -> Iterator[str]:
    """How much of the thread holds, a sentence each."""
    words, coverage = follow_up.printer.labels.trace, thread.coverage
    if coverage.is_told:
        yield words.served.format(count=coverage.served, total=coverage.activities, percent=coverage.served_percent)
    else:
        yield words.not_told_anywhere
    yield " ".join(_money(follow_up, thread)) if coverage.costs_are_told else words.costs_not_told_anywhere
    yield words.reported.format(count=coverage.reported, total=coverage.measures, percent=coverage.reported_percent)


def _money(follow_up: FollowUp, thread: Thread) -> Iterator[str]:
    """How many measures have a budget, and what the amounts of its lines are."""
    words, coverage = follow_up.printer.labels.trace, thread.coverage
    yield words.budgeted.format(count=coverage.budgeted, total=coverage.measures, percent=coverage.budgeted_percent)
    if thread.column and thread.names_lines:
        title = BudgetTable(follow_up.programme.budget, follow_up.printer).column_title(thread.column)
        yield words.lines_from.format(column=forms.in_sentence(title))


def _areas(follow_up: FollowUp, thread: Thread) -> Iterator[TracedArea]:
    """The focus areas, and last the measures that lead to none."""
    matrix = Matrix(follow_up, thread)
    for focus in thread.focus_areas:
        yield _area(follow_up, matrix, focus)
    if thread.without:
        words = follow_up.printer.labels.trace
        anchor = follow_up.anchors.new("innsatsomrade", words.without_focus_area, "measures")
        rows = [matrix.measure(words.without_activity, row) for row in thread.without]
        yield _trace_area(matrix, Anchored(text=words.without_focus_area, anchor=anchor), rows, thread.without)


def _area(follow_up: FollowUp, matrix: Matrix, focus: FocusRow) -> TracedArea:
    words, text = follow_up.printer.labels.trace, follow_up.printer.text
    address = f"strategy/focus_areas/{focus.area.id}"
    heading = Anchored(
        text=text(focus.area.title), anchor=follow_up.anchors.new("innsatsomrade", focus.area.id, address)
    )
    rows = [made for row in focus.activities for made in matrix.activity(row, address)]
    rows += [matrix.measure(words.without_activity, row) for row in focus.others]
    titles = ", ".join(text(each.title) for each in focus.measure_areas)
    served_by = words.measure_areas.format(areas=titles) if titles else words.no_measure_area
    return _trace_area(matrix, heading, rows, tuple(every_row(focus)), served_by)


def _trace_area(
    matrix: Matrix, heading: Anchored, rows: list[TableRow], measures: tuple[MeasureRow, ...], served_by: str = ""
) -> TracedArea:
    return TracedArea(
        heading=str(heading.text),
        anchor=heading.anchor,
        served_by=served_by,
        matrix=Blocks(items=(matrix.table(str(heading.text), rows),) if rows else ()),
        results=tuple(matrix.results(measures)),
    )


TRACE = DocumentKind(
    name="trace",
    title="Sporbarhet",
    context=TraceContext,
    formats=("pdf", "html", "md", "txt"),
    compose=compose,
)
