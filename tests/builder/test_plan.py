"""The plan: what is made of a programme, in which order, and under which names."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import chosen_formats, chosen_kinds, plan
from osloregion_docs.documents.kinds import KINDS
from osloregion_docs.errors import NotAvailable
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.workspace import Workspace, default_templates
from tests.years import small_programme

ALL = Choice()


def planned(root: Path, programme: Programme, choice: Choice = ALL) -> list[str]:
    """The files that would be made."""
    return [job.file for job in plan(Workspace(root), programme, choice)]


def in_languages(*languages: str) -> Programme:
    """The smallest programme, in these languages."""
    return small_programme(languages=languages)


def test_one_language_needs_no_mark(tmp_path: Path) -> None:
    """A programme in one language makes one file of each kind."""
    assert planned(tmp_path, small_programme()) == ["handlingsprogram-2018.docx"]


def test_further_languages_are_marked(tmp_path: Path) -> None:
    """The first language has the plain name; the others bear theirs, in the order of the programme."""
    assert planned(tmp_path, in_languages("nb", "en", "nn")) == [
        "handlingsprogram-2018.docx",
        "action-programme-2018-en.docx",
        "handlingsprogram-2018-nn.docx",
    ]


def test_first_language_is_the_programmes_own(tmp_path: Path) -> None:
    """Nynorsk needs no mark where it comes first."""
    assert planned(tmp_path, in_languages("nn", "nb")) == [
        "handlingsprogram-2018.docx",
        "handlingsprogram-2018-nb.docx",
    ]


def test_names_are_the_same_when_one_language_is_chosen(tmp_path: Path) -> None:
    """Choosing a language leaves others out and renames nothing."""
    programme = in_languages("nb", "nn")

    assert planned(tmp_path, programme, Choice(languages=("nn",))) == ["handlingsprogram-2018-nn.docx"]


def test_order_is_that_of_the_programme(tmp_path: Path) -> None:
    """The order in which one asks does not matter."""
    programme = in_languages("nb", "nn")

    assert planned(tmp_path, programme, Choice(languages=("nn", "nb"))) == planned(tmp_path, programme)


def test_every_file_has_its_own_name(tmp_path: Path) -> None:
    """No file would be written over another, in all languages there are."""
    files = planned(tmp_path, in_languages("nb", "nn", "en"))

    assert len(files) == len(set(files))


def test_names_are_plain(tmp_path: Path) -> None:
    """A file's name has no spaces and no capitals, so that it can be sent and linked to."""
    files = planned(tmp_path, in_languages("nb", "nn", "en"))

    assert [file for file in files if " " in file or file != file.lower()] == []


def test_job_names_its_template(tmp_path: Path) -> None:
    """A workspace without templates uses those that are shipped."""
    [job] = plan(Workspace(tmp_path), small_programme(), ALL)

    assert job.template == default_templates() / "action_programme" / "main.docx"


def test_every_kind_has_a_template_of_every_format() -> None:
    """Nothing that can be asked for lacks its default template."""
    wanted = [(kind.name, RENDERERS[name].template_suffix) for kind in KINDS for name in kind.formats]

    assert [w for w in wanted if not (default_templates() / w[0] / f"main{w[1]}").is_file()] == []


@pytest.mark.parametrize(
    ("choice", "message", "hint"),
    [
        (Choice(kinds=("action_program",)), 'document kind "action_program"', 'did you mean "action_programme"?'),
        (Choice(kinds=("agenda",)), 'document kind "agenda"', "there is: action_programme"),
        (Choice(formats=("doc",)), 'format "doc"', 'did you mean "docx"?'),
        (Choice(formats=("pdf",)), 'format "pdf"', "there is: docx"),
        (Choice(languages=("nn",)), '"nn"', "there is: nb"),
        (Choice(languages=("nb", "se")), '"se"', "there is: nb"),
    ],
)
def test_what_there_is_not(tmp_path: Path, choice: Choice, message: str, hint: str) -> None:
    """A kind, format or language that there is not is named, with what there is."""
    with pytest.raises(NotAvailable) as caught:
        plan(Workspace(tmp_path), small_programme(), choice)

    assert (message in str(caught.value), caught.value.hint) == (True, hint)


def test_empty_choice_is_all() -> None:
    """Who asks for nothing gets every kind in every format."""
    assert (chosen_kinds(Choice()), chosen_formats(Choice(), KINDS[0])) == (KINDS, KINDS[0].formats)
