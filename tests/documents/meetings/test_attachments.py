"""The lines of attachments: each leads to the file or document that a build makes, and to nothing else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

import pytest

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.meetings.agenda import AGENDA, AgendaContext
from osloregion_docs.documents.kinds.meetings.case_paper import CASE_PAPER
from osloregion_docs.documents.kinds.meetings.meeting_pack import MeetingPackContext
from osloregion_docs.documents.parts.attachments.attachable_documents import ATTACHABLE
from osloregion_docs.documents.parts.attachments.attached_files import of_meeting
from osloregion_docs.documents.registry import KINDS, MEETING_PACK
from osloregion_docs.labels.labels import labels_of
from osloregion_docs.language import LANGUAGES
from osloregion_docs.model.content import Run
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.model.programme import Programme
from osloregion_docs.publicity import Audience
from tests.years import small_programme

NAMES = (
    "brev.pdf",
    "Høring nr. 1 (50 %) #2?.PDF",
    "a b.pdf",
    "a-b.pdf",
    "A-B.PDF",
    "javascript:x.pdf",
    "第.pdf",
    "notat",
)


PAPERS = [labels_of(language).meetings.case_paper for language in LANGUAGES]
"""What links to the paper of a case are called."""


def meeting_with(*attachments: dict[str, str], files: tuple[str, ...] = NAMES, **case: object) -> dict[str, object]:
    """A meeting with one case that has these attachments."""
    value = {"id": "sak", "title": "En sak", "kind": "decision", "number": "1/18", "attachments": attachments, **case}
    return {"id": "2018-06-12-radet", "organ": "radet", "agenda": ["sak"], "cases": {"sak": value}, "files": files}


def year_with(*attachments: dict[str, str], files: tuple[str, ...] = NAMES, **case: object) -> Programme:
    """A small year with that meeting."""
    return small_programme(meetings=[meeting_with(*attachments, files=files, **case)])


def file(name: str, **more: str) -> dict[str, str]:
    """An attachment with a file."""
    return {"title": f"Vedlegget {name}", "file": name, **more}


def links(document: Document) -> list[str]:
    """The links of a document to attachments in order, of its lines and of its text."""
    return [run.link for run in runs_in(document.context) if run.link and run.text not in PAPERS]


def papers(document: Document) -> list[str]:
    """The links of a document to the papers of cases, in order."""
    return [run.link for run in runs_in(document.context) if run.link and run.text in PAPERS]


def runs_in(value: object) -> Iterator[Run]:
    """Every run in a value."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from runs_in(inner)
    elif hasattr(value, "__dict__"):
        for inner in vars(value).values():
            yield from runs_in(inner)


def agendas(programme: Programme) -> tuple[Document, ...]:
    """The agendas of a year, public and internal."""
    return AGENDA.compose(programme, "nb")


def test_line_leads_to_the_file() -> None:
    """Seen from the folder of the meeting, in the agenda and in the paper."""
    year = year_with(file("brev.pdf"))
    documents = (*agendas(year), *CASE_PAPER.compose(year, "nb"))

    assert [set(links(document)) for document in documents] == [{"vedlegg/brev.pdf"}] * 2


def test_words_of_the_link_are_the_title() -> None:
    """Neither its number nor who sent it."""
    [agenda] = agendas(year_with(file("brev.pdf", sender="Fylket")))
    assert isinstance(agenda.context, AgendaContext)
    [item] = agenda.context.items
    [_, line] = item.papers

    assert [(run.text, bool(run.link)) for run in line.runs] == [
        ("Vedlegg 1: ", False),
        ("Vedlegget brev.pdf", True),
        (" (fra Fylket)", False),
    ]


@pytest.mark.parametrize(
    "attachment",
    [
        pytest.param({"title": "Brev"}, id="without a file"),
        pytest.param(file("borte.pdf"), id="a file that is not there"),
        pytest.param(file("brev.pdf", kind="unprinted"), id="a file that is not printed"),
        pytest.param({"title": "Budsjett", "document": "budget"}, id="a document that is not made"),
    ],
)
def test_line_without_anything_to_lead_to_is_no_link(attachment: dict[str, str]) -> None:
    """It is listed by its title."""
    [agenda] = agendas(year_with(attachment))

    assert links(agenda) == []


def test_internal_edition_links_to_separate_attachments() -> None:
    """The public one neither shows the attachment nor has it in its folder."""
    public, internal = agendas(year_with(file("brev.pdf"), exempt=True))

    assert (links(public), set(links(internal))) == ([], {"vedlegg/brev.pdf"})
    assert internal.name.startswith("intern/")


def test_internal_edition_leads_to_public_files_where_they_lie(example: Programme) -> None:
    """There is one of each, with the public papers."""
    [internal] = [each for each in agendas(example) if each.shelf.audience is Audience.INTERNAL]

    assert set(links(internal)) == {"../../2025-03-13-styret/vedlegg/regnskap-2024.pdf"}


def test_built_document_is_linked_without_a_format() -> None:
    """Each renderer says which suits it."""
    year = year_with({"title": "Programmet", "document": "action_programme"})
    [agenda] = agendas(year)

    assert set(links(agenda)) == {"built:../handlingsprogram-2018"}


@pytest.mark.parametrize(("language", "stem"), [("nn", "handlingsprogram-2018-nn"), ("en", "handlingsprogram-2018")])
def test_meeting_in_a_language_of_its_own_leads_to_documents_in_it(language: str, stem: str) -> None:
    """To those of the first language where there are none."""
    meeting = {**meeting_with({"title": "Programmet", "document": "action_programme"}), "language": language}
    year = small_programme(meetings=[meeting], languages=["nb", "nn"])
    found = [links(agenda) for name in year.languages for agenda in AGENDA.compose(year, name)]

    assert [set(each) for each in found] == [{f"built:../{stem}"}]


def test_every_document_that_can_be_attached_comes_as_page_and_pdf() -> None:
    """So that a link to it never leads to a format that is not made."""
    assert all({"html", "pdf"} <= set(kind.formats) for kind in KINDS if kind.name in ATTACHABLE)


def test_pack_leads_to_what_is_bound_in() -> None:
    """From its agenda and its paper to the part after the paper."""
    year = year_with({"title": "Programmet", "document": "action_programme"})
    [pack] = MEETING_PACK.compose(year, "nb")
    agenda, paper, programme = pack.parts

    assert (programme.kind, set(links(agenda)), set(links(paper))) == ("action_programme", {"part:3"}, {"part:3"})


def test_agenda_leads_to_the_papers() -> None:
    """Each case's is the first of its attachments."""
    year = year_with(file("brev.pdf"))
    [agenda], [paper] = agendas(year), CASE_PAPER.compose(year, "nb")

    assert papers(agenda) == [f"built:{posixpath.basename(paper.name)}"]


def test_case_without_a_paper_has_no_link_to_one() -> None:
    """What is given orally has nothing to lead to."""
    [agenda] = agendas(year_with(file("brev.pdf"), papers="oral"))

    assert papers(agenda) == []


def test_public_agenda_leads_to_no_exempt_paper(example: Programme) -> None:
    """The internal one does, and to the public papers where they lie."""
    public, internal = [each for each in agendas(example) if "2025-03-13" in each.name]
    exempt = {link for link in papers(internal) if not link.startswith("built:../../")}

    assert exempt == {"built:sak-8-25-lonn-daglig-leder"}
    assert len(papers(internal)) == len(papers(public)) + len(exempt)


def test_paper_in_a_language_of_its_own_is_led_to_where_it_is() -> None:
    """From the agendas of all languages."""
    year = small_programme(meetings=[meeting_with(file("brev.pdf"), language="nn")], languages=["nb", "nn"])
    found = [papers(agenda) for name in year.languages for agenda in AGENDA.compose(year, name)]

    assert found == [["built:sak-1-18-sak-nn"]] * 2


def test_pack_leads_to_the_papers_in_it() -> None:
    """The agenda is the first part, the paper the second."""
    [pack] = MEETING_PACK.compose(year_with(file("brev.pdf")), "nb")

    assert papers(pack.parts[0]) == ["part:2"]


def test_pack_lists_files_apart_with_links() -> None:
    """They lie beside it."""
    [pack] = MEETING_PACK.compose(year_with(file("brev.pdf")), "nb")
    assert isinstance(pack.context, MeetingPackContext)

    assert [run.link for line in pack.context.apart for run in line.runs if run.link] == ["vedlegg/brev.pdf"]


def test_report_that_is_bound_in_leads_to_its_own_attachments() -> None:
    """Seen from the folder of the pack."""
    meeting = meeting_with({"title": "Rapporten", "document": "annual_report"})
    report = {"attachments": [file("beretning.pdf")], "files": ["beretning.pdf"]}
    [pack] = MEETING_PACK.compose(small_programme(meetings=[meeting], annual_report=report), "nb")

    assert links(pack.parts[-1]) == ["../vedlegg/beretning.pdf"]


def names_of(*names: str) -> dict[str, str]:
    """What files are called in the output."""
    [meeting] = year_with(*(file(name) for name in names), files=names).meetings
    return {name: posixpath.basename(sent.file) for name, sent in of_meeting(meeting).items()}


def test_names_are_safe_in_addresses() -> None:
    """Small letters, digits and hyphens: nothing to quote, and nothing that a browser would run."""
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") for name in names_of(*NAMES).values())


def test_names_are_those_of_the_sources() -> None:
    """A reader knows them again."""
    assert names_of("brev.pdf", "Høring nr. 1.PDF", "notat") == {
        "brev.pdf": "brev.pdf",
        "Høring nr. 1.PDF": "horing-nr-1.pdf",
        "notat": "notat",
    }


def test_no_two_files_are_called_alike() -> None:
    """Also on a disk that does not tell capitals from small letters."""
    names = names_of(*NAMES).values()

    assert len(set(names)) == len(NAMES)


def test_name_does_not_depend_on_the_order() -> None:
    """A case that moves on the agenda moves no file."""
    assert names_of(*NAMES) == names_of(*reversed(NAMES))


def test_sent_files_are_those_of_the_agenda(example: Programme) -> None:
    """One for each attachment with a file that is printed."""
    sent = [name for meeting in example.meetings for name in of_meeting(meeting)]

    assert sent == [name for meeting in example.meetings for name in _named(meeting)]


def _named(meeting: Meeting) -> list[str]:
    return [each.file for case in meeting.in_order for each in case.attachments if each.file]
