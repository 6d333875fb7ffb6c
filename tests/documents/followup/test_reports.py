"""Annual report and status report: they contain what the sources contain, and report what is missing."""

from __future__ import annotations

import datetime

import pytest

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import with_cutoff
from osloregion_docs.documents.kinds.reports.annual_report import compose as annual_report
from osloregion_docs.documents.kinds.reports.status_report import compose as status_report
from osloregion_docs.documents.parts.followup.report_contexts import ReportContext, SectionEntry
from osloregion_docs.language import LANGUAGES, Language
from osloregion_docs.model.content import walk_runs
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.reports.annual_report import AnnualReport
from osloregion_docs.model.reports.results import MeasureResults, Results
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace
from tests.cli.running import ROOT


@pytest.fixture(scope="module")
def example() -> Programme:
    """The example's programme with its results."""
    outcome = load(Workspace(ROOT / "examples" / "fjordregionen"), 2025)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.programme


def context(programme: Programme, language: Language = "nb") -> ReportContext:
    """The annual report of a programme."""
    [document] = annual_report(programme, language)
    assert isinstance(document.context, ReportContext)
    return document.context


def status(programme: Programme, language: Language = "nb") -> ReportContext:
    """The status report of a programme."""
    [document] = status_report(programme, language)
    assert isinstance(document.context, ReportContext)
    return document.context


def find_section(report: ReportContext, heading: str) -> SectionEntry:
    """The section of that heading."""
    return next(section for section in report.sections if section.heading == heading)


def words(section: SectionEntry) -> str:
    """The text of a section."""
    return " ".join(run.text for run in walk_runs(section.text.items))  # type: ignore[arg-type]


def test_attachments_stand_last_with_links(example: Programme) -> None:
    """By number and title, with who sent them; each leads to the file next to the report."""
    section = context(example).sections[-1]
    runs = walk_runs(section.text.items)  # type: ignore[arg-type]

    assert (section.heading, words(section)) == (
        "Vedlegg",
        "Vedlegg 1:  Revisjonsberetning 2025  (fra Fjordby revisjon)",
    )
    assert [run.link for run in runs if run.link] == ["vedlegg/revisjonsberetning-2025.pdf"]


def test_attachment_without_a_file_is_no_link(example: Programme) -> None:
    """It is listed all the same."""
    report = AnnualReport.model_validate({"attachments": [{"title": "Noter"}, {"title": "B", "file": "b.pdf"}]})
    section = context(example.model_copy(update={"annual_report": report})).sections[-1]
    runs = walk_runs(section.text.items)  # type: ignore[arg-type]

    assert (words(section), [run.link for run in runs if run.link]) == ("Vedlegg 1:  Noter Vedlegg 2:  B", [])


def test_report_without_attachments_has_no_such_chapter(example: Programme) -> None:
    """There is nothing to say."""
    changed = example.model_copy(update={"annual_report": AnnualReport()})

    assert "Vedlegg" not in {section.heading for section in context(changed).sections}


def test_every_measure_comes_back(example: Programme) -> None:
    """What was adopted is reported on, each measure once, in both reports."""
    for report in (context(example), status(example)):
        printed = [measure.title.text for section in report.sections for measure in section.measures]
        assert sorted(printed) == sorted(str(measure.title) for measure in example.measures)


def test_measure_without_results_is_reported_as_such(programme_2018: Programme) -> None:
    """The source of 2018 has no results, and the draft says that of every measure."""
    report = context(programme_2018)
    printed = {measure.status for section in report.sections for measure in section.measures}

    assert printed == {"Ikke rapportert"}
    assert report.edition == "Utkast: året er ikke avsluttet"


@pytest.mark.parametrize("heading", ["Forord", "Høydepunkter", "Regnskap", "Revisjon"])
def test_missing_text_is_reported(programme_2018: Programme, heading: str) -> None:
    """No gap is left without a word."""
    assert words(find_section(context(programme_2018), heading)) in {"Ikke skrevet ennå.", "Ikke rapportert."}


def test_activity_is_not_called_unserved_without_evidence(programme_2018: Programme) -> None:
    """The source of 2018 does not say which activities its measures serve, so nobody knows that none does."""
    printed = " ".join(words(section) for section in context(programme_2018).sections)

    assert "ikke oppgitt" in printed
    assert "ingen tiltak" not in printed


def test_status_is_that_of_the_with_cutoff_date(example: Programme) -> None:
    """A report as of June knows nothing of what was written in December."""
    june = status(with_cutoff(example, Choice(as_of=datetime.date(2025, 6, 30))))
    printed = {measure.number: measure.status for section in june.sections for measure in section.measures}
    numbers = [
        measure.id for area in example.measure_areas for measure in example.measures if measure.id in area.measures
    ]

    assert june.edition.replace("\u00a0", " ") == "Status per 30. juni 2025"
    assert len(printed) == len(numbers)
    assert printed != {m.number: m.status for section in status(example).sections for m in section.measures}


def test_meetings_and_cases_are_counted(example: Programme) -> None:
    """From the meeting files: those of the year, by organ. Eventuelt has no number, and is no case."""
    line = words(find_section(context(example), "Møter og saker")).replace("\u00a0", " ")
    meetings = [each for each in example.meetings if each.date and each.date.year == 2025 and "styret" in each.organs]
    ours = [case for meeting in meetings for case in meeting.in_order if meeting.organ_of(case) == "styret"]
    cases = sum(case.number is not None for case in ours)

    assert f"Styret: {len(meetings)} møter, {cases} saker" in line


def test_activities_name_the_measures_that_serve_them(example: Programme) -> None:
    """With their statuses; an activity without any is reported as such."""
    report = context(example)
    for area in example.strategy.focus_areas:
        printed = words(
            next(s for s in report.sections if s.heading == str(area.title) and s.level == 2 and not s.measures)
        )
        for activity in area.activities:
            served = any(f"{area.id}/{activity.id}" in measure.serves for measure in example.measures)
            assert str(activity.text).rstrip(".") in printed
            assert served or "ingen tiltak dette året" in printed


def test_chapters_can_be_without_numbers(example: Programme) -> None:
    """As in the reports of some years."""
    assert example.annual_report
    report = example.annual_report.model_copy(update={"numbered": False})
    sections = context(example.model_copy(update={"annual_report": report})).sections

    assert {section.number for section in sections} == {""}


def test_numbers_are_those_that_word_prints(example: Programme) -> None:
    """Chapters count, and the numbers of their sections restart in each."""
    numbers = [section.number for section in context(example).sections]

    assert numbers[:4] == ["1", "2", "3", "4"]
    assert numbers[4] == "4.1"


def test_indicators_are_printed_with_unit_and_target(example: Programme) -> None:
    """The newest value, and what was aimed at."""
    one = example.measures[0].id
    results = {
        "indicators": [{"id": "i", "title": "Samlinger", "unit": "stk.", "target": 3}],
        "entries": [{"date": "2025-06-30", "status": "in-progress", "values": {"i": 2.5}}],
    }
    year = Results(measures=(MeasureResults.model_validate({"id": one, **results}),))
    report = context(example.model_copy(update={"results": year}))
    facts = [fact for section in report.sections for measure in section.measures for fact in measure.facts]

    assert [fact.value.text for fact in facts if fact.label == "Måltall"] == ["Samlinger: 2,5 stk. (mål 3)"]


def test_long_timelines_have_a_short_alternative_text(example: Programme) -> None:
    """It says where the timeframes stand as text, and they do."""
    section = find_section(context(example), "Resultater")
    facts = [fact.label for each in context(example).sections for measure in each.measures for fact in measure.facts]

    assert all(len(picture.alternative) <= 250 for picture in section.pictures)
    assert facts.count("Tidsramme") == len(example.measures)


def test_values_of_figures_stand_as_text(example: Programme) -> None:
    """In a table below the figure; or with each measure and in the table of accounts, which contain them anyway."""
    pictures = {picture.caption: picture for section in context(example).sections for picture in section.pictures}

    assert {caption for caption, picture in pictures.items() if picture.table} == {
        "Tiltak etter status",
        "Hvor pengene kommer fra",
    }
    assert len(pictures) == 4


def test_link_to_more_says_what_it_leads_to(example: Programme) -> None:
    """The measure's title, and the address for those who read on paper."""
    facts = [fact for each in context(example).sections for measure in each.measures for fact in measure.facts]
    links = [run for fact in facts if fact.label == "Les mer" for run in fact.value.runs]

    assert links
    assert all(run.link.startswith("https://") and run.link.partition("://")[2] in run.text for run in links)


@pytest.mark.parametrize("language", LANGUAGES)
def test_reports_are_composed_in_every_language(example: Programme, language: Language) -> None:
    """With all their sections."""
    assert len(context(example, language).sections) == len(context(example).sections)
