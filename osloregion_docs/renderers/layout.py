"""The layout pass: LibreOffice lays out a Word file, and the bookmarks of its PDF give the page of each heading."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from osloregion_docs.errors import ToolFailed
from osloregion_docs.ooxml.toc import Entry
from osloregion_docs.renderers.program import libreoffice, run

if TYPE_CHECKING:
    import pikepdf

_BOOKMARKED_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
_SECONDS_AT_LEAST = 60.0
_SECONDS_PER_MEBIBYTE = 30.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The page of each heading, or None and why not; `cacheable` is false where a program broke down."""

    pages: tuple[int, ...] | None
    note: str = ""
    cacheable: bool = True


def lay_out(draft: Callable[[], bytes], entries: Sequence[Entry]) -> Layout:
    """The pages of the headings of the Word file that `draft` makes; none without LibreOffice or when it fails."""
    program = libreoffice()
    if program is None:
        return Layout(None, "without LibreOffice the contents have no page numbers until Word updates them")
    try:
        pages = _read_pages(draft(), program)
    except ToolFailed as error:
        return Layout(None, f"page numbers are left to Word: {error}", cacheable=False)
    if len(pages) != len(entries) or not all(pages):
        found = f"LibreOffice shows {len(pages)} headings where there are {len(entries)}"
        return Layout(None, f"page numbers are left to Word: {found}", cacheable=False)
    return Layout(tuple(pages))


def _read_pages(package: bytes, program: Path) -> list[int]:
    import pikepdf  # noqa: PLC0415 - 60 ms, and only the layout pass needs it

    seconds = _SECONDS_AT_LEAST + _SECONDS_PER_MEBIBYTE * len(package) / 1024 / 1024
    with tempfile.TemporaryDirectory(prefix="osloregion-docs-") as folder:
        file = Path(folder, "layout.docx")
        file.write_bytes(package)
        profile = Path(folder, "profile").as_uri()
        options = [f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", _BOOKMARKED_PDF]
        run([str(program), *options, "--outdir", folder, str(file)], seconds, "LibreOffice")
        made = file.with_suffix(".pdf")
        if not made.is_file():
            raise ToolFailed("LibreOffice", "made no PDF")
        try:
            with pikepdf.open(made) as pdf, pdf.open_outline() as outline:
                numbers: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
                return [numbers.get(page, 0) for page in _destinations(outline.root)]
        except pikepdf.PdfError as error:
            raise ToolFailed("LibreOffice", "made a PDF that cannot be read") from error


def _destinations(items: Sequence[pikepdf.OutlineItem]) -> Iterator[object]:
    """The page objects that the bookmarks lead to, in order."""
    stack = list(reversed(items))
    while stack:
        item = stack.pop()
        target = item.destination if item.destination is not None else getattr(item.action, "D", None)
        yield None if target is None else target[0].objgen  # type: ignore[index]
        stack.extend(reversed(item.children))
