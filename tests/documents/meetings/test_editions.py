"""Public and internal editions: nothing that is exempt is in what may be published."""

from __future__ import annotations

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.registry import MEETING_PACK
from osloregion_docs.model.content import walk_runs
from osloregion_docs.model.meetings.case import Case
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import localise
from osloregion_docs.publicity import Audience, file_audience


def exempt(programme: Programme) -> list[Case]:
    """The cases that are kept from the public."""
    return [case for meeting in programme.meetings for case in meeting.cases if case.exempt]


def secrets(case: Case) -> list[str]:
    """What no public document may say of a case: its title, and every text in it."""
    runs = [run.text for content in case.content.parts().values() for run in walk_runs(content)]
    attachments = [localise(each.title, "nb") for each in case.attachments]
    return [text for text in (localise(case.title, "nb"), *runs, *attachments) if len(text) > 8]


def spoken(document: Document) -> str:
    """All that a document says, of itself and in its text, with what is bound into it."""
    own = document.context.model_dump_json() + document.properties.model_dump_json() + document.name
    return own + "".join(spoken(each) for each in document.parts)


def test_example_has_something_to_hide(example: Programme) -> None:
    """Else the tests below would claim nothing."""
    assert exempt(example)
    assert all(secrets(case) for case in exempt(example))


def test_public_documents_say_nothing_of_exempt_cases(example: Programme, documents: list[Document]) -> None:
    """Neither title, text nor attachment, in no kind of document, nor in a pack."""
    public = [
        each for each in (*documents, *MEETING_PACK.compose(example, "nb")) if each.shelf.audience is Audience.PUBLIC
    ]
    leaks = [
        (document.name, secret)
        for document in public
        for case in exempt(example)
        for secret in secrets(case)
        if secret in spoken(document)
    ]

    assert leaks == []


def test_public_agenda_tells_by_which_law_a_case_is_exempt(example: Programme, documents: list[Document]) -> None:
    """The case stands there with its number and its legal basis."""
    agendas = "".join(
        spoken(each) for each in documents if each.kind == "agenda" and each.shelf.audience is Audience.PUBLIC
    )

    assert all(str(case.legal_basis) in agendas for case in exempt(example))


def test_internal_documents_lie_apart(documents: list[Document]) -> None:
    """In a folder of their own, and in no other."""
    assert all(file_audience(each.name) is each.shelf.audience for each in documents)


def test_internal_edition_tells_all(example: Programme, documents: list[Document]) -> None:
    """What the public does not get, those who decide do."""
    internal = "".join(spoken(each) for each in documents if each.shelf.audience is Audience.INTERNAL)

    assert all(localise(case.title, "nb") in internal for case in exempt(example))


def test_hidden_person_is_left_out_of_public_minutes(example: Programme) -> None:
    """Someone whose presence is exempt stands in the internal minutes alone."""
    from osloregion_docs.documents.kinds.meetings.minutes import MINUTES  # noqa: PLC0415 - next to its only use

    meeting = next(each for each in example.meetings if each.attendance)
    hidden = meeting.attendance[-1].model_copy(update={"person": "Gjest Skjultesen", "exempt": True})
    changed = meeting.model_copy(update={"attendance": (*meeting.attendance, hidden)})
    year = example.model_copy(update={"meetings": (changed,)})
    public, internal = MINUTES.compose(year, "nb")

    assert "Gjest Skjultesen" not in spoken(public)
    assert "Gjest Skjultesen" in spoken(internal)
