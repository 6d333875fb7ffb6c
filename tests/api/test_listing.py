"""list and doctor: what there is."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import docx
import pytest

from osloregion_docs.api.doctor import doctor
from osloregion_docs.api.listing import listing
from osloregion_docs.api.placeholders import placeholders
from osloregion_docs.documents.kinds.action_programme import ActionProgrammeContext
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.errors import NotAvailable
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.resources import default_templates
from osloregion_docs.templating.check import check_word_template
from osloregion_docs.version import __version__
from osloregion_docs.workspace.workspace import Workspace
from tests.cli.running import ran
from tests.programs import SOFFICE
from tests.years import workspace_with


def test_years_are_listed(tmp_path: Path) -> None:
    """The oldest first, and nothing that is no year."""
    for name in ("2019", "2017", "schema", "20190", "2018.md"):
        (tmp_path / "programme" / name).mkdir(parents=True)
    (tmp_path / "programme" / "2016").write_text("ingen mappe", "utf-8")

    assert listing(Workspace(tmp_path)).years == (2017, 2019)


def test_kinds_are_listed_with_their_formats(tmp_path: Path) -> None:
    """Each kind, and a template of each format that it comes in."""
    assert {kind.name: list(kind.templates) for kind in listing(workspace_with(tmp_path)).kinds} == {
        kind.name: list(kind.formats) for kind in KINDS
    }


def test_kinds_are_listed_with_their_templates(tmp_path: Path) -> None:
    """By the name of the file that would be used: the workspace's own, and else that which is shipped."""
    workspace = workspace_with(tmp_path)
    own = tmp_path / "templates" / "action_programme" / "main.docx"
    own.parent.mkdir(parents=True)
    docx.Document().save(str(own))

    templates = {kind.name: kind.templates for kind in listing(workspace).kinds}["action_programme"]

    assert (templates["docx"], templates["html"]) == (
        "templates/action_programme/main.docx",
        str(default_templates() / "action_programme" / "main.md"),
    )


def test_formats_are_listed(tmp_path: Path) -> None:
    """All that can be asked for."""
    assert listing(workspace_with(tmp_path)).formats == tuple(RENDERERS)


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_placeholders_of_every_kind(kind: str) -> None:
    """Each has a tag and says what it is."""
    assert [(tag, what) for tag, what in placeholders(kind) if not tag.strip() or not what] == []


def test_placeholders_begin_with_the_first_field() -> None:
    """As they are written in a template."""
    assert placeholders("action_programme")[0] == ("{{ title }}", "text")


def test_placeholders_can_be_written_as_they_are_listed(tmp_path: Path) -> None:
    """A template of exactly these tags, every loop closed where it ends, has no fault."""
    document, opened = docx.Document(), list[int]()
    for tag, _what in placeholders("action_programme"):
        depth = len(tag) - len(tag.lstrip())
        while opened and depth <= opened[-1]:
            opened.pop()
            document.add_paragraph("{%p endfor %}")
        document.add_paragraph(tag.strip())
        if "for " in tag:
            opened.append(depth)
    for _loop in opened:
        document.add_paragraph("{%p endfor %}")
    document.save(str(tmp_path / "main.docx"))

    assert check_word_template(tmp_path / "main.docx", "main.docx", ActionProgrammeContext) == ()


def test_no_placeholder_holds_needless_spaces() -> None:
    """One space between the braces and their contents."""
    assert [tag for tag, _what in placeholders("action_programme") if re.search(r"\S {2,}\S", tag)] == []


def test_placeholders_of_a_kind_that_is_not_there() -> None:
    """The nearest is offered."""
    with pytest.raises(NotAvailable) as caught:
        placeholders("action_program")

    assert caught.value.hint == 'did you mean "action_programme"?'


def test_doctor_names_the_versions() -> None:
    """Of the tool itself and of Python first."""
    found = {item.name: item.what for item in doctor()}

    assert (found["osloregion-docs"], found["Python"]) == (__version__, ".".join(map(str, sys.version_info[:3])))


def test_doctor_finds_all_that_is_needed() -> None:
    """Where the tests run, everything needed is there."""
    assert [item.name for item in doctor() if item.needed and not item.found] == []


def test_doctor_looks_for_every_package_that_is_needed() -> None:
    """Those that pyproject.toml names, and no other."""
    project = (Path(__file__).parent.parent.parent / "pyproject.toml").read_text("utf-8")
    [wanted] = re.findall(r"(?ms)^dependencies = \[(.*?)^\]", project)
    names = {name.lower() for name in re.findall(r'"([\w-]+)>=', wanted)}

    assert {item.name.lower() for item in doctor() if item.needed} - {"osloregion-docs", "python"} == names


def test_doctor_without_libreoffice() -> None:
    """It is no fault, and its consequence is reported."""
    ended = ran("doctor", env={"OSLOREGION_DOCS_LIBREOFFICE": "off"})
    [line] = [line for line in ended.out.splitlines() if "LibreOffice" in line]

    assert (ended.code, line.split()[0], "Word fills in page numbers" in line) == (0, "no", True)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_doctor_with_libreoffice() -> None:
    """Its version is reported without starting it."""
    ended = ran("doctor", env={"OSLOREGION_DOCS_LIBREOFFICE": None})
    [line] = [line for line in ended.out.splitlines() if "LibreOffice" in line]

    assert (ended.code, line.split()[0], bool(re.search(r"LibreOffice +\d", line))) == (0, "ok", True)


def test_doctor_with_a_program_that_is_not_there() -> None:
    """A name that does not resolve counts as missing."""
    ended = ran("doctor", env={"OSLOREGION_DOCS_LIBREOFFICE": "/ingen/slik/fil"})

    assert (ended.code, "no      LibreOffice" in ended.out) == (0, True)
