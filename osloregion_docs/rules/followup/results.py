"""Rules on results: of measures there are, in words there are, dated in the year, and none missing when it is over."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.reports.results import MeasureResults, Results, StatusEntry
from osloregion_docs.model.text import localise
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest

_SHOWN = 6
"""How many of the known ids a hint lists."""


@rule("RES101", "every measure of a year that is over has a result")
def measures_have_results(programme: Programme) -> Iterator[Finding]:
    """The year is over, and no result of this measure is reported.

    The annual report covers every measure that was adopted. Write an entry in `results/`, or say why there is none:
    `not_reported: Prosjektlederen har sluttet`. Checked only where results.yaml says `closed: true`.

    *Source*: kommuneloven § 14-7, on what an annual report (årsberetning) states on goals.
    """
    if programme.results.closed:
        reported = {each.id for each in programme.results.measures if each.entries or each.not_reported}
        for measure in programme.measures:
            if measure.id not in reported:
                path = KeyPath(("measures", measure.id, "title"))
                yield Finding.of(path, message("RES101.missing", id=measure.id))


@rule("RES102", "results are of a measure there is", Severity.ERROR)
def results_are_of_measures(programme: Programme) -> Iterator[Finding]:
    """The name of a file in results/, without .yaml, is the id of a measure.

    So is each key of `measures` in results.yaml. What is reported of a measure that is not there would be lost.
    """
    known = {measure.id for measure in programme.measures}
    for path, results in _results(programme):
        if results.id not in known:
            near, listed = find_nearest(results.id, known), tuple(sorted(known)[:_SHOWN])
            yield Finding.of(path, message("RES102.unknown", id=results.id, known=listed, near=near), at_key=True)


@rule("RES103", "a status is one of those there are", Severity.ERROR)
def statuses_are_known(programme: Programme) -> Iterator[Finding]:
    """An entry's status is the id of one: not-started, in-progress, done, delayed, postponed, cancelled.

    If results.yaml declares `statuses` of its own, it is one of those.
    """
    known = {status.id: status for status in programme.results.vocabulary}
    titles = {localise(status.title, programme.languages[0]).lower(): status.id for status in known.values()}
    for path, entry in _entries(programme):
        if entry.status not in known:
            written = entry.status.lower()
            near = titles[written] if written in titles else find_nearest(written, known)
            found = message("RES103.unknown", status=entry.status, known=tuple(known), near=near)
            yield Finding.of(path / "status", found)


@rule("RES104", "a status does not run backwards")
def statuses_run_forwards(programme: Programme) -> Iterator[Finding]:
    """A measure that was finished, or cancelled, is not in progress later; and one that was begun has been begun.

    One of the dates may be wrong, or the earlier status was. If the measure was in fact taken up again, leave it so.
    """
    results = programme.results
    first = results.vocabulary[0].id
    for path, measure in _results(programme):
        for earlier, later in pairwise(measure.history):
            is_back = later.status == first != earlier.status
            if is_back or (_is_final(results, earlier) and not _is_final(results, later)):
                status, was, date = later.status, earlier.status, str(earlier.date)
                found = message("RES104.backwards", status=status, was=was, date=date)
                yield Finding.of(_place(path, measure, later) / "status", found)


@rule("RES105", "an entry is dated in the programme's years")
def entries_are_of_the_year(programme: Programme) -> Iterator[Finding]:
    """The date is the day that an entry holds for, not the day it was written.

    What is reported in January of the year before holds for 31 December. What came later belongs to the next programme.
    """
    span = programme.span
    first, last = datetime.date(span.first, 1, 1), datetime.date(span.last, 12, 31)
    for path, entry in _entries(programme):
        if not first <= entry.date <= last:
            years = f"{span.first}" if span.first == span.last else f"{span.first}–{span.last}"
            found = message("RES105.outside", date=str(entry.date), years=years, last=str(last))
            yield Finding.of(path / "date", found)


@rule("RES106", "a finished measure does not go on")
def finished_measures_end(programme: Programme) -> Iterator[Finding]:
    """The measure is finished by its last entry, and goes on by its timeframe (løpende).

    Give the timeframe an end, or use a status that is not final: next year's programme is made from both.
    """
    ongoing = {measure.id for measure in programme.measures if measure.timeframe.ongoing}
    for path, results in _results(programme):
        latest = results.latest()
        if latest and results.id in ongoing and _is_final(programme.results, latest):
            place = _place(path, results, latest) / "status"
            yield Finding.of(place, message("RES106.ongoing", status=latest.status))


@rule("RES107", "a value is of an indicator that is declared", Severity.ERROR)
def values_are_of_indicators(programme: Programme) -> Iterator[Finding]:
    """Each key under `values` is the id of an indicator that the measure declares under `indicators`.

    The indicator defines what is counted, and in what unit; without it a number means nothing.
    """
    for path, results in _results(programme):
        known = {indicator.id for indicator in results.indicators}
        for place, entry in enumerate(results.entries, 1):
            for id_ in entry.values:
                if id_ not in known:
                    found = message("RES107.unknown", id=id_, near=find_nearest(id_, known))
                    yield Finding.of(path / "entries" / place / "values" / id_, found, at_key=True)


@rule("RES108", "a measure has one entry a day", Severity.ERROR)
def entries_are_of_different_days(programme: Programme) -> Iterator[Finding]:
    """Two entries of one measure hold for the same day, so it is unclear which of them is the later one."""
    for path, results in _results(programme):
        days = Counter(entry.date for entry in results.entries)
        for place, entry in enumerate(results.entries, 1):
            if days[entry.date] > 1:
                found = message("RES108.repeated", count=days[entry.date], date=str(entry.date))
                yield Finding.of(path / "entries" / place / "date", found)


@rule("RES109", "an indicator of a year that is over has a value")
def indicators_have_values(programme: Programme) -> Iterator[Finding]:
    """The measure declares an indicator, the year is over, and no entry has a value for it.

    Checked only where results.yaml says `closed: true`, and the measure has entries.
    """
    if programme.results.closed:
        for path, results in _results(programme):
            for indicator in results.indicators if results.entries else ():
                if results.value(indicator.id) is None:
                    yield Finding.of(path / "indicators" / indicator.id, message("RES109.missing"))


@rule("RES110", "a finished measure has a result or a text")
def finished_measures_have_text(programme: Programme) -> Iterator[Finding]:
    """The last entry marks the measure as done, or cancelled, and neither what came of it nor why."""
    for path, results in _results(programme):
        latest = results.latest()
        if latest and _is_final(programme.results, latest) and not (latest.result or latest.text):
            place = _place(path, results, latest) / "status"
            yield Finding.of(place, message("RES110.bare", status=latest.status))


def _results(programme: Programme) -> Iterator[tuple[KeyPath, MeasureResults]]:
    """The results of every measure that has some, with their address."""
    for results in programme.results.measures:
        yield KeyPath(("results", "measures", results.id)), results


def _entries(programme: Programme) -> Iterator[tuple[KeyPath, StatusEntry]]:
    """Every entry with its address."""
    for path, results in _results(programme):
        yield from ((path / "entries" / place, entry) for place, entry in enumerate(results.entries, 1))


def _place(path: KeyPath, results: MeasureResults, entry: StatusEntry) -> KeyPath:
    """The address of an entry."""
    return path / "entries" / (results.entries.index(entry) + 1)


def _is_final(results: Results, entry: StatusEntry) -> bool:
    status = results.status(entry.status)
    return status is not None and status.final


RULES: tuple[Rule, ...] = (
    measures_have_results,
    results_are_of_measures,
    statuses_are_known,
    statuses_run_forwards,
    entries_are_of_the_year,
    finished_measures_end,
    values_are_of_indicators,
    entries_are_of_different_days,
    indicators_have_values,
    finished_measures_have_text,
)
