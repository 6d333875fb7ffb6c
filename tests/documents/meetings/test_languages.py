"""A meeting or a case in a language of its own: what its documents are in, and what is marked in those around it."""

from __future__ import annotations

import pytest

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.meetings.agenda import AGENDA, AgendaContext
from osloregion_docs.documents.kinds.meetings.case_paper import CASE_PAPER, CasePaperContext
from osloregion_docs.documents.kinds.meetings.extract import EXTRACT
from osloregion_docs.documents.kinds.meetings.minutes import MINUTES, MinutesContext
from osloregion_docs.documents.registry import MEETING_PACK
from osloregion_docs.language import Language
from osloregion_docs.model.content import Run, walk_runs
from osloregion_docs.model.programme import Programme
from tests.documents.meetings.test_board_documents import MEETING, case_with, paragraph, year_with

PLACED = {"kind": "paragraph", "runs": [{"text": "I "}, {"placeholder": {"path": "organisation/name"}}]}
NYNORSK = case_with(
    language="nn",
    title="Høyring",
    number="3/25",
    attachments=[{"title": "Høyringsnotat"}],
    content={"background": [*paragraph("Bakgrunnen."), PLACED], "decision": paragraph("Ordninga er vedteken.")},
)


def programme_in(example: Programme, meeting: dict[str, object], *languages: Language) -> Programme:
    """The example's year with that meeting, and editions in these languages."""
    return year_with(example, meeting).model_copy(update={"languages": languages})


def tags(runs: tuple[Run, ...]) -> dict[str, str]:
    """Each stretch of text, and the language it is marked with."""
    return {run.text: run.language for run in runs}


def paper(example: Programme, *languages: Language) -> Document:
    """The paper of the case in nynorsk."""
    [document] = CASE_PAPER.compose(programme_in(example, NYNORSK, *languages), "nb")
    return document


def test_paper_and_extract_are_in_the_language_of_the_case(example: Programme) -> None:
    """In a year that has no edition in that language."""
    year = programme_in(example, NYNORSK, "nb")

    assert [kind.compose(year, "nb")[0].language for kind in (CASE_PAPER, EXTRACT)] == ["nn", "nn"]


def test_fixed_words_of_the_paper_are_in_that_language(example: Programme) -> None:
    """So that headings and text speak alike."""
    document = paper(example, "nb")
    assert isinstance(document.context, CasePaperContext)

    assert document.context.name == "Saksframlegg"


def test_what_the_paper_draws_from_the_programme_keeps_its_language(example: Programme) -> None:
    """The text itself needs no mark; a name that the programme has in bokmål does."""
    document = paper(example, "nb")
    assert isinstance(document.context, CasePaperContext)
    [background, *_] = document.context.sections

    assert tags(tuple(walk_runs(background.text.items))) == {
        "Bakgrunnen.": "",
        "I ": "",
        "Fjordregionen interkommunalt politisk råd": "nb-NO",
    }


def test_title_is_marked_on_an_agenda_in_another_language(example: Programme) -> None:
    """So are the titles of its attachments, but not the words around them."""
    [document] = AGENDA.compose(programme_in(example, NYNORSK, "nb"), "nb")
    assert isinstance(document.context, AgendaContext)
    [item] = document.context.items

    assert tags(item.title.runs) == {"Høyring": "nn-NO"}
    assert tags(item.papers[-1].runs) == {"Vedlegg 1: ": "", "Høyringsnotat": "nn-NO"}


def test_decision_is_marked_in_minutes_in_another_language(example: Programme) -> None:
    """It is the case's text, as it was adopted."""
    [document] = MINUTES.compose(programme_in(example, NYNORSK, "nb"), "nb")
    assert isinstance(document.context, MinutesContext)
    [case] = document.context.cases

    assert tags(tuple(walk_runs(case.sections[-1].text.items))) == {"Ordninga er vedteken.": "nn-NO"}


@pytest.mark.parametrize(("languages", "made"), [(("nb", "nn"), [0, 1]), (("nb", "en"), [1, 0])])
def test_paper_is_made_once(example: Programme, languages: tuple[Language, ...], made: list[int]) -> None:
    """In its language's edition, or in the first where there is none."""
    year = programme_in(example, NYNORSK, *languages)

    assert [len(CASE_PAPER.compose(year, language)) for language in languages] == made


def test_paper_lies_among_the_documents_of_its_meeting(example: Programme) -> None:
    """On the start page, under the name that the meeting has there."""
    year = programme_in(example, NYNORSK, "nb")
    [document], [agenda] = CASE_PAPER.compose(year, "nb"), AGENDA.compose(year, "nb")

    assert document.shelf.group == agenda.shelf.group


def test_fixed_phrase_is_in_the_language_of_the_case(example: Programme) -> None:
    """The same words in the minutes around it as in its extract, and marked there."""
    meeting = case_with(language="nn", decides="noted")
    [document] = MINUTES.compose(programme_in(example, meeting, "nb"), "nb")
    assert isinstance(document.context, MinutesContext)
    [case] = document.context.cases

    assert tags(tuple(walk_runs(case.sections[-1].text.items))) == {"Saka blir teken til orientering.": "nn-NO"}


def test_meeting_has_a_language_of_its_own(example: Programme) -> None:
    """Its agenda, minutes and pack are in it, and so are the papers bound into the pack."""
    year = programme_in(example, {**case_with(content={"background": paragraph("Tekst.")}), "language": "nn"}, "nb")
    [agenda], [pack] = AGENDA.compose(year, "nb"), MEETING_PACK.compose(year, "nb")

    assert (agenda.language, agenda.properties.heading) == ("nn", "Innkalling")
    assert [pack.language, *(each.language for each in pack.parts)] == ["nn", "nn", "nn"]


def test_plain_text_is_marked_in_an_edition_in_another_language(example: Programme) -> None:
    """An English agenda of a meeting that is written in bokmål says so of every title."""
    [document] = AGENDA.compose(programme_in(example, MEETING, "nb", "en"), "en")
    assert isinstance(document.context, AgendaContext)
    first, talk, _ = document.context.items

    assert tags(first.title.runs) == {"Plan for ": "nb-NO", "Mälardalens trafik": "sv"}
    assert tags(talk.title.runs) == {"Jernbanen i Norden": "nb-NO"}


def test_text_that_lacks_the_language_is_marked_as_what_stands_in_for_it(example: Programme) -> None:
    """Where it is given per language."""
    meeting = case_with(title={"nb": "Budsjett", "nn": "Budsjett på nynorsk"})
    [document] = AGENDA.compose(programme_in(example, meeting, "nn", "en"), "en")
    assert isinstance(document.context, AgendaContext)

    assert tags(document.context.items[0].title.runs) == {"Budsjett": "nb-NO"}
