"""Page numbers in the contents: those on which LibreOffice sets the headings, and what happens when it does not."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import pikepdf
import pytest
from lxml import etree

from osloregion_docs.api.build import build
from osloregion_docs.builder.options import BuildOptions
from osloregion_docs.documents.kinds.action_programme import measure_numbers
from osloregion_docs.errors import ToolFailed
from osloregion_docs.model.programme import Programme
from osloregion_docs.model.text import localise
from osloregion_docs.ooxml import toc
from osloregion_docs.ooxml.numbering import Numbering
from osloregion_docs.ooxml.package import read_package
from osloregion_docs.ooxml.styles import StyleSheet
from osloregion_docs.renderers.layout import _BOOKMARKED_PDF
from osloregion_docs.renderers.program import LIBREOFFICE_VARIABLE, libreoffice, libreoffice_version, run
from tests.cli.running import ROOT, ran
from tests.programs import SOFFICE
from tests.renderers.reading import W, body
from tests.years import AS_WORD, CHAPTER, workspace_with

with_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
with_scripts = pytest.mark.skipif(os.name == "nt", reason="the programs that play LibreOffice are shell scripts")
FILE = "handlingsprogram-2018.docx"


@dataclass(frozen=True)
class Line:
    """A line of the contents: what it says before the page, the page, and where it leads."""

    text: str
    page: str
    anchor: str


def contents(package: bytes) -> list[Line]:
    """The lines of the table of contents."""
    found = []
    for paragraph in body(package).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        link = paragraph.find(f"{W}hyperlink")
        if style is not None and link is not None and re.fullmatch(r"TOC\d", style.get(f"{W}val") or ""):
            words = ["\t" if e.tag == f"{W}tab" else e.text or "" for e in link.iter(f"{W}t", f"{W}tab")]
            text, page = re.fullmatch(r"(.*?)(?:\t(\d+))?", "".join(words), re.DOTALL).groups()  # type: ignore[union-attr]
            found.append(Line(text.replace("\t", " "), page or "", link.get(f"{W}anchor") or ""))
    return found


def is_dirty(package: bytes) -> bool:
    """Whether Word is asked to refresh the contents."""
    return any(mark.get(f"{W}dirty") for mark in body(package).iter(f"{W}fldChar"))


def bookmarks(pdf: Path) -> list[tuple[str, int]]:
    """Each heading of a PDF, as LibreOffice prints it, and its page."""
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        pages = {page.objgen: number for number, page in enumerate(opened.pages, 1)}
        found, stack = [], list(reversed(outline.root))
        while stack:
            item = stack.pop()
            target = item.destination if item.destination is not None else item.action.D  # type: ignore[union-attr]
            found.append((str(item.title), pages[target[0].objgen]))  # type: ignore[index]
            stack += reversed(item.children)
        return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The action programme of 2018, built with LibreOffice."""
    folder = tmp_path_factory.mktemp("bygd")
    shutil.copytree(ROOT / "programme", folder / "programme")
    ended = ran("build", "2018", "--format", "docx", cwd=folder, env={"OSLOREGION_DOCS_LIBREOFFICE": None})
    assert (ended.code, "OUT904" in ended.err) == (0, False), ended.err
    return (folder / "out" / "2018" / FILE).read_bytes()


@pytest.fixture(scope="module")
def laid_out_again(built: bytes, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, int]]:
    """The headings of the finished file, set once more, with their pages."""
    folder = tmp_path_factory.mktemp("satt")
    (folder / FILE).write_bytes(built)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", _BOOKMARKED_PDF, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / FILE)], capture_output=True, timeout=120, check=True)
    return bookmarks((folder / FILE).with_suffix(".pdf"))


@with_libreoffice
def test_every_line_shows_a_page(built: bytes) -> None:
    """A number, on every line."""
    lines = contents(built)

    assert (len(lines) > 20, [line for line in lines if not line.page]) == (True, [])


@with_libreoffice
def test_pages_are_those_on_which_the_headings_stand(built: bytes, laid_out_again: list[tuple[str, int]]) -> None:
    """In the finished file, laid out again: each heading is on the page that its line shows."""
    assert [(line.text, int(line.page)) for line in contents(built)] == laid_out_again


@with_libreoffice
def test_nothing_is_left_for_word_to_do(built: bytes) -> None:
    """Where the pages are known Word asks no questions."""
    assert not is_dirty(built)


@with_libreoffice
def test_pages_are_all_that_differs(built: bytes, word_2018: bytes) -> None:
    """With and without LibreOffice the text is the same."""
    assert [(line.text, line.anchor) for line in contents(built)] == [
        (line.text, line.anchor) for line in contents(word_2018)
    ]


@with_libreoffice
def test_measures_are_numbered_as_composed(laid_out_again: list[tuple[str, int]], programme_2018: Programme) -> None:
    """LibreOffice prints before each measure the number that links to it print: 1.1 to 4.3."""
    titles = {measure.id: localise(measure.title, "nb") for measure in programme_2018.measures}
    composed = [f"{number} {titles[id_]}" for id_, number in measure_numbers(programme_2018).items()]
    printed = [title for title, _page in laid_out_again]

    assert [title for title in printed if title in composed] == composed


def test_word_numbers_measures_as_composed(word_2018: bytes, programme_2018: Programme) -> None:
    """So does Word, by the lists of the template."""
    parts = read_package(word_2018)
    entries = toc.mark_headings(
        parts["word/document.xml"].decode("utf-8"),
        StyleSheet(parts["word/styles.xml"]),
        Numbering(parts["word/numbering.xml"]),
    )[1]

    numbered = [entry.number for entry in entries if re.fullmatch(r"[1-4]\.\d", entry.number) and entry.level == 4]
    assert numbered == list(measure_numbers(programme_2018).values())


def test_without_libreoffice_the_lines_are_there(word_2018: bytes) -> None:
    """With their links, without pages."""
    lines = contents(word_2018)

    assert (len(lines) > 20, {line.page for line in lines}, [line for line in lines if not line.anchor]) == (
        True,
        {""},
        [],
    )


def test_without_libreoffice_word_is_asked(word_2018: bytes) -> None:
    """To fill in the pages."""
    assert is_dirty(word_2018)


FAILING = {
    "it fails": "echo 'ingen skjerm' >&2; exit 1",
    "it makes nothing": "exit 0",
    "it makes rubbish": 'for last; do :; done; echo tull > "${last%.docx}.pdf"',
    "it makes an empty file": 'for last; do :; done; : > "${last%.docx}.pdf"',
    "it makes a folder": 'for last; do :; done; mkdir "${last%.docx}.pdf"',
    "it is killed": "kill -9 $$",
}
MESSAGES = {
    "it fails": "LibreOffice ended with code 1: ingen skjerm",
    "it makes nothing": "LibreOffice made no PDF",
    "it makes a folder": "LibreOffice made no PDF",
    "it is killed": "LibreOffice ended with code -9: no reason given",
}


@pytest.fixture
def with_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], list[str]]]:
    """Builds the smallest year with a shell script in LibreOffice's place, and returns the diagnostics."""
    workspace = workspace_with(tmp_path)
    program = tmp_path / "soffice"
    monkeypatch.setenv(LIBREOFFICE_VARIABLE, str(program))

    def build_with(script: str) -> list[str]:
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)
        libreoffice.cache_clear()
        libreoffice_version.cache_clear()
        outcome = build(workspace, 2018, BuildOptions(AS_WORD, workers=1), lambda *_: None)
        return [f"{diagnostic.severity} {diagnostic.code}: {diagnostic.message}" for diagnostic in outcome.diagnostics]

    yield build_with
    monkeypatch.undo()
    libreoffice.cache_clear()
    libreoffice_version.cache_clear()


@with_scripts
@pytest.mark.parametrize("how", FAILING)
def test_libreoffice_that_fails(tmp_path: Path, with_program: Callable[[str], list[str]], how: str) -> None:
    """The document is whole, Word is asked to fill in the pages, and OUT904 says why."""
    [message] = with_program(FAILING[how])
    package = (tmp_path / "out" / "2018" / FILE).read_bytes()

    assert (is_dirty(package), len(contents(package))) == (True, 4)
    assert message.startswith(f"note OUT904: page numbers are left to Word: {MESSAGES.get(how, 'LibreOffice')}")


@with_scripts
def test_libreoffice_that_failed_is_tried_again(tmp_path: Path, with_program: Callable[[str], list[str]]) -> None:
    """What came out is not final: the next build asks the program once more, though nothing has changed."""
    with_program("exit 1")
    with_program(f"touch '{tmp_path}/tried'; exit 1")

    assert (tmp_path / "tried").exists()


@with_scripts
def test_file_made_without_pages_is_no_edit(tmp_path: Path, with_program: Callable[[str], list[str]]) -> None:
    """What was made while the program failed is ours to overwrite."""
    with_program("exit 1")
    workspace_with(tmp_path, {"texts/om-oss.md": CHAPTER + "\nMer.\n"})

    assert [message for message in with_program("exit 1") if "OUT902" in message] == []


@with_scripts
@pytest.mark.parametrize("how", ["it fails", "it makes nothing"])
def test_nothing_is_left_behind(tmp_path: Path, with_program: Callable[[str], list[str]], how: str) -> None:
    """The folder that the program worked in is taken away."""
    with_program(f"for last; do :; done; echo \"$last\" > '{tmp_path}/where'; {FAILING[how]}")

    assert not Path((tmp_path / "where").read_text("utf-8").strip()).parent.exists()


@with_scripts
def test_program_that_takes_too_long(tmp_path: Path) -> None:
    """It is stopped, and the message states that it took too long."""
    with pytest.raises(ToolFailed, match="LibreOffice took longer than 0 s"):
        run(["/bin/sh", "-c", f"exec sleep 30 >'{tmp_path}/out'"], 0.2, "LibreOffice")


@with_scripts
def test_program_that_takes_too_long_is_stopped_with_all_it_started(tmp_path: Path) -> None:
    """LibreOffice is a script that starts the program proper: that one must not go on by itself."""
    with pytest.raises(ToolFailed):
        run(["/bin/sh", "-c", f"sleep 30 & echo $! >'{tmp_path}/pid'; wait"], 0.5, "LibreOffice")
    started = int((tmp_path / "pid").read_text("utf-8"))
    for _ in range(100):
        if not is_running(started):
            break
        Event().wait(0.02)
    else:
        os.kill(started, signal.SIGKILL)
        pytest.fail("what the program had started went on by itself")


def is_running(process: int) -> bool:
    """Whether a process is at work still: not gone, and not a zombie."""
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)  # noqa: S607 - the ps of the path
    return listed.stdout.strip()[:1] not in {"", "Z"}


def test_program_that_cannot_be_started() -> None:
    """A name without a file is no crash."""
    with pytest.raises(ToolFailed, match="LibreOffice cannot be started"):
        run(["/ingen/slik/fil"], 1, "LibreOffice")


def test_contents_read_here_are_contents(word_2018: bytes) -> None:
    """The reading above finds every line that the field has."""
    lines = [
        p for p in body(word_2018).iter(f"{W}p") if b"_Toc" in etree.tostring(p) and p.find(f"{W}hyperlink") is not None
    ]

    assert len(lines) == len(contents(word_2018))
