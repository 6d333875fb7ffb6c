"""The peers of the other formats: Pandoc and Typst called by hand on the same documents, and nothing else.

`prepare` writes what they need: each document as Markdown, and as the Typst source that we set, pictures drawn.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from osloregion_docs.builder.plan import Job

_WRITERS = {"odt": "odt", "md": "gfm", "txt": "plain", "docx": "docx"}


def prepare(workspace: Path, folder: Path, year: int = 2018, kinds: tuple[str, ...] = ("action_programme",)) -> int:
    """Write document.md, document.typ, fonts and pictures of each document of some kinds, a folder each; how many."""
    from osloregion_docs import Workspace, load
    from osloregion_docs.builder.options import Choice
    from osloregion_docs.builder.plan import plan

    found = Workspace.find(workspace)
    loaded = load(found, year).value
    assert loaded is not None
    jobs = plan(found, loaded.programme, Choice(kinds=kinds, formats=("pdf",)))
    for place, job in enumerate(jobs):
        _write(job, folder / str(place))
    return len(jobs)


def _write(job: Job, folder: Path) -> None:
    from osloregion_docs.renderers.figures.figure_typst import on_paper
    from osloregion_docs.renderers.pandoc.run import pandoc
    from osloregion_docs.renderers.pdf import typst_source

    folder.mkdir()
    tree = job.renderer.populate(job.document, job.template)
    if job.parts and job.renderer.merge:
        tree = job.renderer.merge(tree, [job.renderer.populate(document, template) for document, template in job.parts])
    tree, pictures = on_paper(tree, job.document)
    (folder / "document.md").write_bytes(pandoc(["--from", "json", "--to", "markdown", "--standalone"], tree))
    (folder / "document.typ").write_bytes(typst_source(tree, job.document, job.assets))
    for name, file in job.assets.shared.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(file, folder / name)
    for name, content in pictures.items():
        (folder / name).write_bytes(content)


def commands(folder: Path, formats: tuple[str, ...]) -> list[list[str]]:
    """What one would type for these formats: a call of Pandoc for each, and for the PDFs one program with Typst."""
    return [call for name in formats for call in _calls(folder, name)]


def _calls(folder: Path, name: str) -> Iterator[list[str]]:
    from osloregion_docs.renderers.pandoc.run import program

    pandoc = str(program())
    for document in sorted(folder.glob("*/document.md")):
        source, made = str(document), document.parent / f"by-hand.{name}"
        if name == "pdf":
            yield [pandoc, source, "--to", "typst", "--standalone", "--output", str(made.with_suffix(".typ"))]
        elif name == "html":
            yield [pandoc, source, "--standalone", "--toc", "--output", str(made)]
        else:
            yield [pandoc, source, "--to", _WRITERS[name], "--standalone", "--output", str(made)]
    if name == "pdf":
        yield [sys.executable, __file__, str(folder)]


def compile_typst(folder: Path) -> None:
    """What is measured of Typst: the sources that we set, with the same fonts and to the same standards."""
    import typst

    for document in folder.glob("*/document.typ"):
        root = document.parent
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(root / "fonts")])
        made = str(root / "by-hand.pdf")
        typst.compile(
            str(document), made, root=str(root), font_paths=fonts, pdf_standards=["a-2a", "ua-1"], timestamp=0
        )


if __name__ == "__main__":
    compile_typst(Path(sys.argv[1]))
