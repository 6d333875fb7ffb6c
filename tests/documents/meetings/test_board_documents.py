"""Agendas, papers, minutes and extracts: one fact, several views, and nothing lost on the way."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.meetings.agenda import AGENDA, AgendaContext
from osloregion_docs.documents.kinds.meetings.case_paper import CASE_PAPER, CasePaperContext
from osloregion_docs.documents.kinds.meetings.extract import EXTRACT, EXTRACTED
from osloregion_docs.documents.kinds.meetings.minutes import MINUTES, MinutesContext
from osloregion_docs.documents.parts.meetings.attachment_list import numbers
from osloregion_docs.documents.parts.meetings.editions import Edition
from osloregion_docs.documents.parts.meetings.meeting_formatting import MeetingPrinter
from osloregion_docs.documents.parts.meetings.outcome import phrase
from osloregion_docs.documents.registry import KINDS, MEETING_PACK
from osloregion_docs.language import LANGUAGES, Language
from osloregion_docs.model.content import walk_runs
from osloregion_docs.model.meetings.case import Case, Phrase
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.organ import Organ
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.timeframe import read_timeframe

MEETING = {
    "id": "2025-03-06-styret",
    "organ": "styret",
    "date": "2025-03-06",
    "begins": "10:00",
    "ends": "13:30",
    "agenda": ["a", {"talk": "Jernbanen i Norden", "speaker": "Statens banedirektorat"}, "b"],
    "cases": {
        "a": {"title": "Plan for [Mälardalens trafik]{lang=sv}", "kind": "decision", "number": "3/25"},
        "b": {"title": "Budsjett", "kind": "decision", "attachments": [{"title": "En"}, {"title": "To"}]},
    },
}


def year_with(example: Programme, meeting: dict[str, object] | None = None, **organ: object) -> Programme:
    """The example's year with one meeting of a board, and the options of that."""
    made = Organ.model_validate({"id": "styret", "name": "Styret", "kind": "board", **organ})
    meetings = (Meeting.model_validate(meeting or MEETING),)
    return example.model_copy(update={"meetings": meetings, "organs": (made,)})


def case_with(**changes: object) -> dict[str, object]:
    """The meeting with one case, changed."""
    case = {"title": "Budsjett", "kind": "decision", "number": "3/25", **changes}
    return {**MEETING, "agenda": ["b"], "cases": {"b": case}}


def paragraph(text: str) -> list[dict[str, object]]:
    """One paragraph, as it is read."""
    return [{"kind": "paragraph", "runs": [{"text": text}]}]


def voters(case: Case) -> list[str]:
    """The persons and parties that voted on the proposals of a case, for or against."""
    votes = [proposal.vote for proposal in case.proposals if proposal.vote]
    sides = [side for vote in votes for side in (vote.in_favour, vote.against) if side]
    return [name for side in sides for name in (*side.names, *side.parties)]


def test_file_names_are_unique(documents: list[Document]) -> None:
    """No two documents of a year are written over each other."""
    assert max(Counter(each.name for each in documents).values()) == 1


def test_subjects_are_unique_within_a_kind(documents: list[Document]) -> None:
    """The manifest knows each by kind, subject and language."""
    assert max(Counter((each.kind, each.subject) for each in documents).values()) == 1


def test_agenda_has_every_point_in_order(example: Programme) -> None:
    """Cases and talks, as meeting.yaml lists them."""
    [document] = AGENDA.compose(year_with(example), "nb")
    assert isinstance(document.context, AgendaContext)

    assert [item.title.text for item in document.context.items] == [
        "Plan for Mälardalens trafik",
        "Jernbanen i Norden",
        "Budsjett",
    ]


def test_time_is_printed_with_weekday_and_clock(example: Programme) -> None:
    """As in a notice: the weekday is computed, so that it cannot disagree with the date."""
    [document] = AGENDA.compose(year_with(example), "nb")
    assert isinstance(document.context, AgendaContext)

    assert document.context.when.replace("\u00a0", " ") == "Torsdag 6. mars 2025 kl. 10.00–13.30"


def test_foreign_words_of_a_title_keep_their_language(example: Programme) -> None:
    """For hyphenation and for those who listen."""
    [document] = AGENDA.compose(year_with(example), "nb")
    assert isinstance(document.context, AgendaContext)

    assert [(run.text, run.language) for run in document.context.items[0].title.runs] == [
        ("Plan for ", ""),
        ("Mälardalens trafik", "sv"),
    ]


@pytest.mark.parametrize(("way", "printed"), [("case", [1, 1, 2]), ("meeting", [1, 2, 3])])
def test_attachments_are_numbered_as_the_organ_wants(example: Programme, way: str, printed: list[int]) -> None:
    """From 1 in each case, or through the meeting."""
    two = {**MEETING["cases"], "a": {"title": "A", "kind": "decision", "attachments": [{"title": "Null"}]}}  # type: ignore[dict-item]
    programme = year_with(example, {**MEETING, "cases": two}, attachment_numbers=way)
    meeting = MeetingPrinter(programme, Edition(programme.meetings[0]), "nb")

    assert list(numbers(meeting).values()) == printed


def test_sections_are_in_the_order_of_the_organ(example: Programme) -> None:
    """Those that the organ does not name follow, so that no text is lost."""
    content = {name: paragraph(name) for name in ("background", "facts", "proposal")}
    programme = year_with(example, case_with(content=content), sections=["proposal", "facts"], proposer="Daglig leder")
    [document] = CASE_PAPER.compose(programme, "nb")
    assert isinstance(document.context, CasePaperContext)

    headings = [section.heading for section in document.context.sections]
    assert headings == ["Daglig leders forslag til vedtak", "Saksopplysninger", "Bakgrunn"]


def test_papers_hold_every_text_of_their_cases(example: Programme, documents: list[Document]) -> None:
    """Any text under a heading is printed, but for what was decided later."""
    papers = {each.subject: each.context.model_dump_json() for each in documents if each.kind == "case_paper"}
    for meeting in example.meetings:
        for case in meeting.cases:
            folder = f"intern/{meeting.id}" if case.exempt else meeting.id
            paper = papers.get(f"meetings/{folder}/cases/{case.id}", "")
            printed = [
                run.text for name, text in case.content.parts().items() if name != "decision" for run in walk_runs(text)
            ]
            assert [text for text in printed if text.replace('"', '\\"') not in paper] == []


def test_minutes_hold_every_proposal_voter_and_remark(example: Programme, documents: list[Document]) -> None:
    """Kommuneloven § 11-4: all proposals, and who voted for what."""
    minutes = {each.subject: each.context.model_dump_json() for each in documents if each.kind == "minutes"}
    for meeting in example.meetings:
        printed = minutes[f"meetings/{meeting.id}"]
        for case in (case for case in meeting.cases if not case.exempt):
            assert all(proposal.by in printed for proposal in case.proposals)
            assert all(remark.by in printed for remark in case.remarks)
            assert all(name in printed for name in voters(case))


def test_minutes_name_everybody_who_was_there_or_away(example: Programme, documents: list[Document]) -> None:
    """Also who came late, or sat there for someone else."""
    minutes = {each.subject: each.context.model_dump_json() for each in documents if each.kind == "minutes"}
    for meeting in example.meetings:
        names = [*(each.person for each in meeting.attendance if not each.exempt), *meeting.absent]
        assert [name for name in names if name not in minutes[f"meetings/{meeting.id}"]] == []


def test_minutes_are_a_draft_until_approved(example: Programme) -> None:
    """And then say where that was."""
    held = {**MEETING, "attendance": [{"person": "Kari", "capacity": "member"}]}
    approved = {**held, "minutes": {"approved": {"organ": "styret", "case": "9/25", "date": "2025-04-24"}}}
    states = []
    for meeting in (held, approved):
        [document] = MINUTES.compose(year_with(example, meeting), "nb")
        assert isinstance(document.context, MinutesContext)
        states.append(document.context.edition.replace("\u00a0", " "))

    assert states == ["Utkast", "Godkjent: styret 24. april 2025, sak 9/25"]


def test_no_minutes_of_a_meeting_that_was_not_held(example: Programme) -> None:
    """Nobody was there yet, and nothing is decided."""
    assert MINUTES.compose(year_with(example), "nb") == ()


def test_decision_that_is_the_only_proposal_is_printed_once(example: Programme) -> None:
    """With who proposed it, and how it was voted on."""
    proposal = {"id": "s", "by": "sekretariatet", "vote": "unanimous"}
    case = case_with(proposals=[proposal], adopted=["s"], content={"proposal": paragraph("Budsjettet vedtas.")})
    [document] = MINUTES.compose(year_with(example, case), "nb")
    assert isinstance(document.context, MinutesContext)
    [section] = document.context.cases[0].sections

    assert [run.text for run in walk_runs(section.text.items)] == [
        "Budsjettet vedtas.",
        "I samsvar med forslaget fra sekretariatet.",
        "Enstemmig vedtatt.",
    ]


def test_vote_is_printed_with_numbers_and_outcome(example: Programme) -> None:
    """What fell and what was adopted, each with its votes."""
    vote = {"in_favour": {"count": 5, "parties": ["A"]}, "against": {"count": 8, "parties": ["B"]}}
    won = {"in_favour": {"count": 8, "parties": ["B"]}, "against": {"count": 5, "parties": ["A"]}}
    proposals = [
        {"id": "en", "by": "Kari", "text": "Ja.", "vote": vote},
        {"id": "to", "by": "Ola", "text": "Nei.", "amends": "en", "vote": won},
    ]
    case = case_with(proposals=proposals, adopted=["to"])
    [document] = MINUTES.compose(year_with(example, case), "nb")
    assert isinstance(document.context, MinutesContext)
    voting = next(each for each in document.context.cases[0].sections if each.heading == "Votering")

    assert [run.text for run in walk_runs(voting.text.items)] == [
        "Forslag fra Kari: falt med 5 mot 8 stemmer. For: A. Mot: B.",
        "Endringsforslag fra Ola: vedtatt med 8 mot 5 stemmer. For: B. Mot: A.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wanted", get_args(Phrase))
def test_every_phrase_is_a_sentence_in_every_language(example: Programme, wanted: Phrase, language: Language) -> None:
    """No braces are left, and it ends as a sentence does."""
    programme = year_with(example)
    meeting = MeetingPrinter(programme, Edition(programme.meetings[0]), language)
    printed = phrase(meeting, Case.model_validate({"id": "b", "title": "Budsjett", "kind": "approval"}), wanted)

    assert printed.endswith(".")
    assert "{" not in printed


def test_minutes_that_are_approved_are_named_by_their_day(example: Programme) -> None:
    """The day is that of the earlier meeting, which says where its minutes were approved."""
    earlier = Meeting.model_validate(
        {
            "id": "m",
            "organ": "styret",
            "date": "2025-01-09",
            "minutes": {"approved": {"organ": "styret", "case": "3/25"}},
        }
    )
    programme = year_with(example, case_with(kind="approval", decides="minutes-approved"))
    programme = programme.model_copy(update={"meetings": (earlier, *programme.meetings)})
    meeting = MeetingPrinter(programme, Edition(programme.meetings[1]), "nb")
    printed = phrase(meeting, programme.meetings[1].cases[0], "minutes-approved")

    assert printed.replace("\u00a0", " ") == "Referatet fra møtet 9. januar 2025 godkjennes."


def test_extracts_are_of_decisions_that_are_sent_on(example: Programme) -> None:
    """Not of approved notices, talks and orientations."""
    cases = {f"meetings/{meeting.id}/cases/{case.id}": case for meeting in example.meetings for case in meeting.cases}
    found = [cases[each.subject.replace("intern/", "")] for each in EXTRACT.compose(example, "nb")]

    assert found
    assert all(case.kind in EXTRACTED and case.is_decided for case in found)


def test_pack_binds_in_the_order_of_the_agenda(example: Programme) -> None:
    """The notice first, then paper by paper, each followed by the documents that are attached to it."""
    attached = case_with(
        content={"background": paragraph("Tekst.")}, attachments=[{"title": "P", "document": "action_programme"}]
    )
    [document] = MEETING_PACK.compose(year_with(example, attached), "nb")

    assert [each.kind for each in document.parts] == ["agenda", "case_paper", "action_programme"]


def test_minutes_have_the_talks(example: Programme) -> None:
    """In their place between the cases, with the speaker."""
    held = {**MEETING, "attendance": [{"person": "Kari Nordmo", "capacity": "member"}]}
    [document] = MINUTES.compose(year_with(example, held), "nb")
    assert isinstance(document.context, MinutesContext)

    talk = document.context.cases[1]
    assert (talk.label, talk.title.text, talk.notes) == ("Innlegg", "Jernbanen i Norden", "Statens banedirektorat")


@pytest.mark.parametrize("text", [None, paragraph("Det som skal sies.")])
def test_paper_that_is_to_follow_is_there_with_its_text(example: Programme, text: object) -> None:
    """Until then nothing is made of a case but what the agenda says."""
    follows = case_with(papers="later", proposes="approved", content={"background": text} if text else {})

    assert len(CASE_PAPER.compose(year_with(example, follows), "nb")) == bool(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_are_composed_in_every_language(example: Programme, language: Language) -> None:
    """As many as in bokmål, with a title each; less what is in a language of its own."""
    made = [[each for kind in KINDS for each in kind.compose(example, name)] for name in ("nb", language)]
    shared = [each for each in made[0] if each.language == "nb"]

    assert len(shared) == len([each for each in made[1] if each.language == language])
    assert all(each.properties.title for each in made[1])


def test_case_paper_draws_measures_from_the_programme(example: Programme) -> None:
    """Alone in a paragraph, `measures/starting` is the list of those that begin in the year."""
    insert = [{"kind": "insert", "placeholder": {"path": "measures/starting"}}]
    later, *others = example.measures
    measures = (later.model_copy(update={"timeframe": read_timeframe("2026")}), *others)
    year = year_with(example.model_copy(update={"measures": measures}), case_with(content={"facts": insert}))
    printed = CASE_PAPER.compose(year, "nb")[0].context.model_dump_json()
    begins = {measure.id for measure in measures if measure.timeframe.first and measure.timeframe.first.year == 2025}

    assert begins
    assert all((str(measure.title) in printed) == (measure.id in begins) for measure in measures)
