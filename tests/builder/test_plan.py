"""The plan: what is made of a programme, in which order, and under which names."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path

import pytest

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import choose_formats, choose_kinds, plan, render_assets
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.errors import NotAvailable
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.resources import default_templates
from osloregion_docs.workspace.workspace import Workspace
from tests.years import AS_WORD, USUAL, small_programme, workspace_with

ALL = Choice()


def planned(root: Path, programme: Programme, choice: Choice = ALL) -> list[str]:
    """The files that would be made."""
    return [job.file for job in plan(Workspace(root), programme, choice)]


def in_languages(*languages: str) -> Programme:
    """The smallest programme, in these languages."""
    return small_programme(languages=languages)


def test_one_language_needs_no_mark(tmp_path: Path) -> None:
    """A programme in one language makes one file of each format."""
    assert planned(tmp_path, small_programme(), AS_WORD) == ["handlingsprogram-2018.docx"]


def test_further_languages_are_marked(tmp_path: Path) -> None:
    """The first language has the plain name; the others bear theirs, in the order of the programme."""
    assert planned(tmp_path, in_languages("nb", "en", "nn"), AS_WORD) == [
        "handlingsprogram-2018.docx",
        "action-programme-2018-en.docx",
        "handlingsprogram-2018-nn.docx",
    ]


def test_first_language_is_the_programmes_own(tmp_path: Path) -> None:
    """Nynorsk needs no mark where it comes first."""
    assert planned(tmp_path, in_languages("nn", "nb"), AS_WORD) == [
        "handlingsprogram-2018.docx",
        "handlingsprogram-2018-nb.docx",
    ]


def test_names_are_the_same_when_one_language_is_chosen(tmp_path: Path) -> None:
    """Choosing a language leaves others out and renames nothing."""
    programme = in_languages("nb", "nn")

    assert planned(tmp_path, programme, replace(AS_WORD, languages=("nn",))) == ["handlingsprogram-2018-nn.docx"]


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
    [job] = plan(Workspace(tmp_path), small_programme(), AS_WORD)

    assert job.template == default_templates() / "action_programme" / "main.docx"


def test_every_kind_has_a_template_of_every_format() -> None:
    """Nothing that can be asked for lacks its default template, where it needs one."""
    wanted = [(kind.name, RENDERERS[name].template_suffix) for kind in KINDS for name in kind.formats]

    assert [w for w in wanted if w[1] and not (default_templates() / w[0] / f"main{w[1]}").is_file()] == []


def test_format_without_template_has_none(tmp_path: Path) -> None:
    """What is made of the context alone asks for no file."""
    jobs = plan(workspace_with(tmp_path), small_programme(), Choice(formats=("stratml",)))

    assert [(job.file, job.template) for job in jobs] == [("strategi-2018.stratml.xml", None)]


@pytest.mark.parametrize(
    ("choice", "message", "hint"),
    [
        (Choice(kinds=("action_program",)), 'document kind "action_program"', 'did you mean "action_programme"?'),
        (
            Choice(kinds=("fortellinger",)),
            'document kind "fortellinger"',
            f"there is: {', '.join(kind.name for kind in KINDS)}",
        ),
        (Choice(formats=("doc",)), 'format "doc"', 'did you mean "docx"?'),
        (Choice(formats=("rtf",)), 'format "rtf"', f"there is: {', '.join(RENDERERS)}"),
        (Choice(languages=("nn",)), '"nn"', "there is: nb"),
        (Choice(languages=("nb", "se")), '"se"', "there is: nb"),
    ],
)
def test_what_there_is_not(tmp_path: Path, choice: Choice, message: str, hint: str) -> None:
    """A kind, format or language that there is not is named, with what there is."""
    with pytest.raises(NotAvailable) as caught:
        plan(Workspace(tmp_path), small_programme(), choice)

    assert (message in str(caught.value), caught.value.hint) == (True, hint)


def test_empty_choice_is_every_kind() -> None:
    """Who asks for nothing gets all there are."""
    assert choose_kinds(Choice()) == KINDS


def test_empty_choice_is_the_usual_formats() -> None:
    """Who asks for nothing gets those that are not made on request alone."""
    assert choose_formats(Choice(), ACTION_PROGRAMME) == USUAL == ("docx", "pdf", "html")


@pytest.mark.parametrize("name", ACTION_PROGRAMME.formats)
def test_requested_format_is_built_alone(tmp_path: Path, name: str) -> None:
    """Also one that is made on request alone."""
    jobs = plan(Workspace(tmp_path), small_programme(), Choice(formats=(name,)))

    assert [(job.format, job.file) for job in jobs] == [(name, f"handlingsprogram-2018{RENDERERS[name].suffix}")]


def test_formats_have_one_order(tmp_path: Path) -> None:
    """The order in which one asks for them does not matter."""
    asked = [planned(tmp_path, small_programme(), Choice(formats=names)) for names in (USUAL, USUAL[::-1])]

    assert asked[0] == asked[1] == [f"handlingsprogram-2018{RENDERERS[name].suffix}" for name in USUAL]


def test_kind_that_does_not_come_in_a_format(tmp_path: Path) -> None:
    """A request for the start page as Word is answered with the formats that exist."""
    with pytest.raises(NotAvailable, match='no format of start_page "docx"'):
        planned(tmp_path, small_programme(), Choice(kinds=("start_page",), formats=("docx",)))


def test_kind_that_does_not_come_in_a_format_is_passed_over(tmp_path: Path) -> None:
    """Where another requested one does."""
    choice = Choice(kinds=("action_programme", "start_page"), formats=("docx",))

    assert planned(tmp_path, small_programme(), choice) == ["handlingsprogram-2018.docx"]


def test_page_knows_its_neighbours(tmp_path: Path) -> None:
    """The other formats of its document in this build, and no other document's."""
    jobs = plan(Workspace(tmp_path), in_languages("nb", "nn"), Choice(formats=("docx", "html")))

    assert {job.file: [(other.format, other.file) for other in job.assets.linked_files] for job in jobs} == {
        "handlingsprogram-2018.docx": [],
        "handlingsprogram-2018.html": [("docx", "handlingsprogram-2018.docx")],
        "handlingsprogram-2018-nn.docx": [],
        "handlingsprogram-2018-nn.html": [("docx", "handlingsprogram-2018-nn.docx")],
    }


@pytest.mark.parametrize("name", RENDERERS)
def test_what_a_format_draws_in_is_shipped(tmp_path: Path, name: str) -> None:
    """Every file that a renderer names is among the default templates."""
    drawn_in = render_assets(Workspace(tmp_path), RENDERERS[name], {}).shared

    assert [pattern for pattern in RENDERERS[name].shared if not any(fnmatch(file, pattern) for file in drawn_in)] == []


def test_own_file_is_drawn_in_before_that_which_is_shipped(tmp_path: Path) -> None:
    """File by file: a style sheet of the workspace's own leaves the page template as it is."""
    own = tmp_path / "templates" / "shared" / "page.css"
    own.parent.mkdir(parents=True)
    own.write_text("body { color: black }", "utf-8")
    drawn_in = render_assets(Workspace(tmp_path), RENDERERS["html"], {}).shared

    assert (drawn_in["page.css"], drawn_in["page.html"]) == (own, default_templates() / "shared" / "page.html")
