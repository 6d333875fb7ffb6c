"""Templates of the workspace's own: which is used, and what a faulty one does to a build."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from osloregion_docs.api.build import build
from osloregion_docs.api.check import check
from osloregion_docs.builder.options import BuildOptions
from osloregion_docs.builder.plan import plan
from osloregion_docs.resources import default_templates
from osloregion_docs.workspace.workspace import Workspace
from tests.renderers.reading import paragraphs
from tests.templating.templates import write_template
from tests.years import AS_WORD, CHAPTER, small_programme, workspace_with

FILE = "handlingsprogram-2018.docx"
TEMPLATE = "templates/action_programme/main.docx"
ONE_AT_A_TIME = BuildOptions(AS_WORD, workers=1)


def with_template(root: Path, *lines: str) -> Workspace:
    """The smallest year with a template of its own, of these paragraphs."""
    workspace = workspace_with(root)
    (root / TEMPLATE).parent.mkdir(parents=True, exist_ok=True)
    write_template((root / TEMPLATE).parent, lines)
    return workspace


def output(workspace: Workspace) -> dict[str, bytes]:
    """Read all files in the output folder, less the lock."""
    folder = workspace.root / "out" / "2018"
    return {file.name: file.read_bytes() for file in folder.glob("[!.]*")}


def test_own_template_wins(tmp_path: Path) -> None:
    """The document is populated into the workspace's own template."""
    workspace = with_template(tmp_path, "Vår mal: {{ title }}")
    build(workspace, 2018, ONE_AT_A_TIME)

    assert [p.text for p in paragraphs(output(workspace)[FILE])] == ["Vår mal: Handlingsprogram 2018"]


def test_default_template_is_used_where_there_is_no_own(tmp_path: Path) -> None:
    """File by file: templates of another kind do not hide the default."""
    workspace = workspace_with(tmp_path)
    (tmp_path / "templates" / "agenda").mkdir(parents=True)
    write_template(tmp_path / "templates" / "agenda", ["{{ title }}"])
    [job] = plan(workspace, small_programme(), AS_WORD)

    assert job.template.is_relative_to(default_templates())


def test_changed_template_renders_the_document_again(tmp_path: Path) -> None:
    """A template is part of what a document is made from."""
    workspace = with_template(tmp_path, "{{ title }}")
    build(workspace, 2018, ONE_AT_A_TIME)
    with_template(tmp_path, "{{ title }} – ny mal")
    outcome = build(workspace, 2018, ONE_AT_A_TIME)

    assert [result.state for result in outcome.value or ()] == ["built"]


def test_faulty_template_is_named(tmp_path: Path) -> None:
    """The finding is in the template, at its paragraph."""
    workspace = with_template(tmp_path, "{{ title }}", "{{ titel }}")

    assert [(d.span.file, d.span.line, d.code) for d in check(workspace, 2018).errors] == [(TEMPLATE, 2, "TPL501")]


def test_faulty_template_stops_the_build(tmp_path: Path) -> None:
    """Nothing is built, and what was found is given."""
    outcome = build(with_template(tmp_path, "{{ titel }}"), 2018, ONE_AT_A_TIME)

    assert (outcome.value, [d.code for d in outcome.errors]) == (None, ["TPL501"])


def test_faulty_template_leaves_what_was_built(tmp_path: Path) -> None:
    """Documents and manifest remain as they were."""
    workspace = with_template(tmp_path, "{{ title }}")
    build(workspace, 2018, ONE_AT_A_TIME)
    before = output(workspace)
    with_template(tmp_path, "{{ titel }}")
    build(workspace, 2018, BuildOptions(AS_WORD, force=True, workers=1))

    assert output(workspace) == before


def test_faulty_template_is_named_every_time(tmp_path: Path) -> None:
    """What is remembered is that a template is without fault, never the other way round."""
    workspace = with_template(tmp_path, "{{ titel }}")
    first = check(workspace, 2018)

    assert check(workspace, 2018).errors == first.errors != ()


def test_fixed_template_builds(tmp_path: Path) -> None:
    """After the fault is gone the build goes through."""
    workspace = with_template(tmp_path, "{{ titel }}")
    build(workspace, 2018, ONE_AT_A_TIME)
    with_template(tmp_path, "{{ title }}")

    assert build(workspace, 2018, ONE_AT_A_TIME).errors == ()


def test_template_that_was_valid_and_is_no_more(tmp_path: Path) -> None:
    """That it was once checked does not hide what was done to it since."""
    workspace = with_template(tmp_path, "{{ title }}")
    check(workspace, 2018)
    with_template(tmp_path, "{{ titel }}")

    assert [d.code for d in check(workspace, 2018).errors] == ["TPL501"]


def test_faults_of_sources_and_templates_are_reported_in_one_run(tmp_path: Path) -> None:
    """A user who fixes one need not run it again to learn of the other."""
    workspace = with_template(tmp_path, "{{ titel }}")
    workspace_with(tmp_path, {"budget.yaml": "income: mye\n"})

    assert [d.code for d in build(workspace, 2018, ONE_AT_A_TIME).errors] == ["MOD103", "TPL501"]


@pytest.mark.parametrize("linked", [TEMPLATE, "templates/action_programme", "templates"])
def test_template_linked_from_outside_is_not_used(tmp_path: Path, linked: str) -> None:
    """As with sources: a link out of the workspace is refused, and nothing is built from what it leads to."""
    outside, inside = tmp_path / "utenfor", workspace_with(tmp_path / "inne")
    (outside / TEMPLATE).parent.mkdir(parents=True)
    write_template((outside / TEMPLATE).parent, ["{{ title }} fra utsiden"])
    (inside.root / linked).parent.mkdir(parents=True, exist_ok=True)
    (inside.root / linked).symlink_to(outside / linked)

    assert [d.span.file for d in build(inside, 2018, ONE_AT_A_TIME).errors] == [TEMPLATE]


def without_end(name: str, part: bytes) -> bytes | None:
    """A body whose table of contents never ends."""
    if name != "word/document.xml":
        return part
    before, after = part.split(b"TOC ", 1)
    return before + b"TOC " + after.replace(b'"end"', b'"separate"', 1)


def in_utf_16(name: str, part: bytes) -> bytes | None:
    """A body in the other encoding that XML allows."""
    if name != "word/document.xml":
        return part
    return part.decode("utf-8").replace('"UTF-8"', '"UTF-16"').encode("utf-16")


def less(gone: str) -> Callable[[str, bytes], bytes | None]:
    """All parts but one."""
    return lambda name, part: None if name == gone else part


TORN = {
    "contents that never end": without_end,
    "another encoding": in_utf_16,
    "no links": less("word/_rels/document.xml.rels"),
    "no links of the package": less("_rels/.rels"),
    "no types": less("[Content_Types].xml"),
    "no styles": less("word/styles.xml"),
    "no numbering": less("word/numbering.xml"),
    "no settings": less("word/settings.xml"),
    "no properties": less("docProps/core.xml"),
    "no footer": less("word/footer1.xml"),
}


@pytest.mark.parametrize("change", TORN.values(), ids=TORN)
def test_torn_template_is_no_crash(tmp_path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """Either a document is made, or an error says why not; nothing is raised."""
    lines = f"{CHAPTER}\n[lenke](https://x.no)\n\n1. en\n\n{{{{ measure_areas }}}}\n"
    workspace = workspace_with(tmp_path, {"texts/om-oss.md": lines})
    (tmp_path / TEMPLATE).parent.mkdir(parents=True)
    source = default_templates() / "action_programme" / "main.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(tmp_path / TEMPLATE, "w") as new:
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)

    outcome = build(workspace, 2018, ONE_AT_A_TIME)

    assert bool(outcome.errors) != (FILE in output(workspace))
