"""The peers of the other formats: Pandoc and Typst called by hand on the same document, and nothing else.

`prepare` writes what they need: the document as Markdown, and as the Typst source that we set.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

_WRITERS = {"odt": "odt", "md": "gfm", "txt": "plain", "docx": "docx"}


def prepare(workspace: Path, folder: Path) -> None:
    """Write document.md, document.typ and the fonts of a workspace's action programme to a folder."""
    from osloregion_docs import Workspace, load
    from osloregion_docs.builder.options import Choice
    from osloregion_docs.builder.plan import plan
    from osloregion_docs.renderers.pandoc.run import pandoc
    from osloregion_docs.renderers.pdf import typst_source

    found = Workspace.find(workspace)
    loaded = load(found, 2018).value
    assert loaded is not None
    [job] = plan(found, loaded.programme, Choice(kinds=("action_programme",), formats=("pdf",)))
    tree = job.renderer.pour(job.document, job.template)
    (folder / "document.md").write_bytes(pandoc(["--from", "json", "--to", "markdown", "--standalone"], tree))
    (folder / "document.typ").write_bytes(typst_source(tree, job.document, job.around))
    for name, file in job.around.shared.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(file, folder / name)
    shutil.copyfile(job.around.shared["motif.svg"], folder / "motif.svg")


def commands(folder: Path, formats: tuple[str, ...]) -> list[list[str]]:
    """What one would type for these formats: one call of Pandoc each, and for the PDF one of Typst after it."""
    from osloregion_docs.renderers.pandoc.run import program

    pandoc, source = str(program()), str(folder / "document.md")
    calls = []
    for name in formats:
        if name == "pdf":
            calls.append([pandoc, source, "--to", "typst", "--standalone", "--output", str(folder / "by-hand.typ")])
            calls.append([sys.executable, __file__, str(folder)])
        elif name == "html":
            calls.append([pandoc, source, "--standalone", "--toc", "--output", str(folder / "by-hand.html")])
        else:
            calls.append(
                [pandoc, source, "--to", _WRITERS[name], "--standalone", "--output", str(folder / f"b.{name}")]
            )
    return calls


def compile_typst(folder: Path) -> None:
    """What is measured of Typst: the source that we set, with the same fonts and to the same standards."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(folder / "fonts")])
    source, made = str(folder / "document.typ"), str(folder / "by-hand.pdf")
    typst.compile(source, made, root=str(folder), font_paths=fonts, pdf_standards=["a-2a", "ua-1"], timestamp=0)


if __name__ == "__main__":
    compile_typst(Path(sys.argv[1]))
