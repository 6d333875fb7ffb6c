"""The start page of a year: it lists the existing files, and is built when requested or when it would be outdated."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from osloregion_docs.api.build import build
from osloregion_docs.builder.files import digest
from osloregion_docs.builder.manifest import NAME, Artefact, format_manifest
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.builder.outputs import START_PAGE_FILE as FILE
from osloregion_docs.builder.plan import plan_start_page
from osloregion_docs.documents.kinds.start_page import StartPageContext
from osloregion_docs.labels.forms import file_size
from osloregion_docs.labels.labels import labels_of
from osloregion_docs.workspace.workspace import Workspace
from tests.years import AS_WORD, CHAPTER, MAIN, small_programme, workspace_with

WORD, PAGE, NYNORSK = "handlingsprogram-2018.docx", "handlingsprogram-2018.html", "handlingsprogram-2018-nn.docx"
AS_PAGES = Choice(formats=("html",))
AS_BOTH = Choice(formats=("docx", "html"))
OTHER = {"texts/om-oss.md": CHAPTER.replace("allianse", "forening og mye mer")}
MORE = " ".join(digest(str(n).encode()) for n in range(200))
"""Words that no compression makes small."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest year, built as Word and as web pages; only to be read."""
    workspace = workspace_with(tmp_path_factory.mktemp("bygd"))
    states(workspace, AS_BOTH)
    return workspace.root


@pytest.fixture
def year(built: Path, tmp_path: Path) -> Workspace:
    """The same, to be changed."""
    shutil.copytree(built, tmp_path / "år")
    return Workspace(tmp_path / "år")


def states(workspace: Workspace, choice: Choice, *, force: bool = False) -> dict[str, str]:
    """Build, and what came of each file: its state, or the code that says why not."""
    outcome = build(workspace, 2018, BuildOptions(choice, force=force, workers=1))
    assert outcome.value is not None, outcome.diagnostics
    return {result.file: result.state if result.artefact else result.diagnostics[0].code for result in outcome.value}


def page(workspace: Workspace) -> Path:
    """Where the start page is."""
    return workspace.root / "out" / "2018" / FILE


def listed(root: Path) -> dict[str, str]:
    """Return the files that the start page links to, with the text about each."""
    whole: Any = html.fromstring((root / "out" / "2018" / FILE).read_text("utf-8"))
    items = whole.xpath("//main//li[.//a/@href]")
    return {item.xpath(".//a/@href")[0]: re.sub(r"[ \n]+", " ", item.text_content()).strip() for item in items}


def test_every_artefact_is_listed(built: Path) -> None:
    """With the name of its format, and the size of the file as it is."""
    sizes = {file: file_size((built / "out" / "2018" / file).stat().st_size, "nb") for file in (WORD, PAGE)}

    assert listed(built) == {WORD: f"Word {sizes[WORD]}", PAGE: f"Nettside {sizes[PAGE]}"}


def test_start_page_does_not_list_itself(built: Path) -> None:
    """Nor the manifest: only documents."""
    assert {FILE, NAME} & set(listed(built)) == set()


def test_start_page_is_an_artefact(built: Path) -> None:
    """The manifest names it, as the last that was made."""
    told = json.loads((built / "out" / "2018" / NAME).read_text("utf-8"))

    assert {entry["file"]: entry["kind"] for entry in told["artefacts"]}[FILE] == "start_page"


def test_start_page_is_made_with_web_pages(tmp_path: Path) -> None:
    """A request for these builds it, after all else."""
    assert list(states(workspace_with(tmp_path), AS_PAGES).items()) == [(PAGE, "built"), (FILE, "built")]


def test_start_page_is_not_made_for_word_alone(tmp_path: Path) -> None:
    """A request for no web page builds none."""
    assert states(workspace_with(tmp_path), AS_WORD) == {WORD: "built"}


@pytest.mark.parametrize(
    ("choice", "made"),
    [
        (Choice(kinds=("start_page",)), [FILE]),
        (Choice(kinds=("action_programme",), formats=("html",)), [PAGE]),
    ],
)
def test_start_page_is_built_where_its_kind_is_requested(tmp_path: Path, choice: Choice, made: list[str]) -> None:
    """And in a format that it comes in."""
    assert list(states(workspace_with(tmp_path), choice)) == made


def test_start_page_is_brought_up_to_date_where_it_exists(year: Workspace) -> None:
    """Also by a build of Word alone, whose file it lists with the size that it now has."""
    workspace_with(year.root, {"texts/om-oss.md": f"{CHAPTER}\n{MORE}\n"})
    before = listed(year.root)

    assert (states(year, AS_WORD), before[WORD] == listed(year.root)[WORD]) == ({WORD: "built", FILE: "built"}, False)


def test_nothing_changed_is_kept(year: Workspace) -> None:
    """The page is not rendered again."""
    assert states(year, AS_BOTH) == {WORD: "kept", PAGE: "kept", FILE: "kept"}


def test_same_sizes_leave_it_as_it_is(year: Workspace) -> None:
    """It shows nothing of a document but title, format and size."""
    before = page(year).stat()
    workspace_with(year.root, {"texts/om-oss.md": CHAPTER.replace("allianse", "alliense")})
    after = states(year, AS_BOTH)

    assert (after, page(year).stat().st_mtime_ns) == (
        {WORD: "built", PAGE: "built", FILE: "kept"},
        before.st_mtime_ns,
    )


def test_document_that_was_built_before_is_listed_still(tmp_path: Path) -> None:
    """Existing files are listed, whichever build made them."""
    workspace = workspace_with(tmp_path)
    states(workspace, AS_WORD)
    states(workspace, AS_PAGES)

    assert set(listed(tmp_path)) == {WORD, PAGE}


def test_document_that_is_gone_is_listed_no_more(year: Workspace) -> None:
    """A link to nothing would be worse than none."""
    (year.root / "out" / "2018" / WORD).unlink()
    states(year, AS_PAGES)

    assert set(listed(year.root)) == {PAGE}


def test_document_that_was_edited_is_listed(year: Workspace) -> None:
    """It exists, so readers find it."""
    (year.root / "out" / "2018" / WORD).write_bytes(b"redigert")
    states(year, AS_BOTH)

    assert set(listed(year.root)) == {WORD, PAGE}


def test_strange_file_is_not_listed(year: Workspace) -> None:
    """What was not built here is nobody's business."""
    (year.root / "out" / "2018" / "notat.docx").write_bytes(b"x")
    states(year, AS_BOTH)

    assert set(listed(year.root)) == {WORD, PAGE}


def test_every_language_is_listed(tmp_path: Path) -> None:
    """Each edition under its own heading, which says its language."""
    states(workspace_with(tmp_path, {"programme.yaml": MAIN + "languages: [nb, nn]\n"}), AS_BOTH)
    text = (tmp_path / "out" / "2018" / FILE).read_text("utf-8")

    assert (NYNORSK in listed(tmp_path), re.findall(r'<h2 class="listed"><span lang="(\w\w)">', text)) == (
        True,
        ["nb", "nn"],
    )


@pytest.mark.parametrize("changes", [{}, OTHER], ids=["same sources", "other sources"])
def test_edited_start_page_is_left_alone(year: Workspace, changes: dict[str, str]) -> None:
    """And reported, whatever was requested."""
    page(year).write_text("mitt eget", "utf-8")
    workspace_with(year.root, changes)

    assert [states(year, choice)[FILE] for choice in (AS_WORD, AS_BOTH)] == ["OUT902"] * 2
    assert page(year).read_text("utf-8") == "mitt eget"


def test_edited_start_page_is_overwritten_by_force(year: Workspace) -> None:
    """Who asks for it gets it."""
    before = page(year).read_bytes()
    page(year).write_text("mitt eget", "utf-8")

    assert (states(year, AS_BOTH, force=True)[FILE], page(year).read_bytes()) == ("built", before)


def test_strange_start_page_is_left_alone(tmp_path: Path) -> None:
    """Somebody's own page, from before the first build, is not overwritten, not even by a build of Word."""
    workspace = workspace_with(tmp_path)
    page(workspace).parent.mkdir(parents=True)
    page(workspace).write_text("mitt eget", "utf-8")

    assert (states(workspace, AS_WORD), page(workspace).read_text("utf-8")) == (
        {WORD: "built", FILE: "OUT902"},
        "mitt eget",
    )


def test_start_page_that_is_gone_is_put_back(year: Workspace) -> None:
    """By the next build of web pages."""
    before = page(year).read_bytes()
    page(year).unlink()

    assert (states(year, AS_BOTH)[FILE], page(year).read_bytes()) == ("built", before)


@pytest.mark.parametrize("change", ["edit", "delete"])
def test_last_answer_does_not_stand_where_the_start_page_does_not(year: Workspace, change: str) -> None:
    """A build that remembers looks again."""
    options = BuildOptions(AS_BOTH)
    build(year, 2018, options, lambda *_: None)
    page(year).unlink() if change == "delete" else page(year).write_text("mitt eget", "utf-8")
    outcome = build(year, 2018, options, lambda *_: None)

    assert {result.file: result.state for result in outcome.value or ()}[FILE] == {
        "edit": "missing",
        "delete": "built",
    }[change]


def test_build_that_is_stopped_leaves_it(year: Workspace) -> None:
    """As it leaves all else."""
    before = page(year).read_bytes()
    workspace_with(year.root, {"budget.yaml": "income: mye\n"})
    build(year, 2018, BuildOptions(AS_BOTH))

    assert page(year).read_bytes() == before


def artefact(file: str, format_: str, subject: str = "programme-2018", language: str = "nb") -> Artefact:
    """An artefact as a manifest names it."""
    return Artefact(file, "Handlingsprogram 2018", "action_programme", subject, language, format_, "", 1000, {})  # type: ignore[arg-type]


def files_of(artefacts: list[Artefact]) -> list[list[tuple[str, str]]]:
    """The files of each document that the page would list, with their formats."""
    context = plan_start_page(Workspace(Path("her")), small_programme(), artefacts).document.context
    assert isinstance(context, StartPageContext)
    return [[(entry.format, entry.file) for entry in document.files] for document in context.documents]


FORMATS = labels_of("nb").formats


def test_files_stand_by_document_and_format() -> None:
    """In one order, whatever that of the manifest: first what most who come by want."""
    artefacts = [artefact("b.html", "html", language="nn"), artefact("a.html", "html"), artefact("a.docx", "docx")]
    expected = [[(FORMATS["html"], "a.html"), (FORMATS["docx"], "a.docx")], [(FORMATS["html"], "b.html")]]

    assert files_of(artefacts) == files_of(artefacts[::-1]) == expected


def test_format_that_there_is_no_more_is_passed_over() -> None:
    """A manifest of another version of the tool may name what this one does not know."""
    assert files_of([artefact("a.rtf", "rtf"), artefact("a.docx", "docx")]) == [[(FORMATS["docx"], "a.docx")]]


def test_year_without_artefacts_has_a_page() -> None:
    """It lists nothing."""
    assert files_of([]) == []


def test_order_does_not_depend_on_the_manifest(built: Path) -> None:
    """The page lists the artefacts, in whatever order they are given."""
    told = json.loads((built / "out" / "2018" / NAME).read_text("utf-8"))
    artefacts = [Artefact(**entry) for entry in told["artefacts"]]

    assert files_of(artefacts[::-1]) == files_of(artefacts)
    assert format_manifest(2018, artefacts[::-1], told["sources"]) == (built / "out" / "2018" / NAME).read_bytes()
