"""PDF for reading and for the archive at once: PDF/A-2a and PDF/UA-1, set by Typst on ``templates/shared/page.typ``.

*Source*: ISO 19005-2 (PDF/A-2, conformance level a) and ISO 14289-1 (PDF/UA-1).
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed, RenderingRefused, ToolFailed
from osloregion_docs.renderers.pandoc import from_markdown
from osloregion_docs.renderers.pandoc.run import pandoc
from osloregion_docs.renderers.pandoc.run import versions as pandoc_versions
from osloregion_docs.renderers.program import run
from osloregion_docs.renderers.renderer import RenderAssets, Rendered

_WRITE: Final = ("--from", "json", "--to", "typst", "--standalone", "--wrap", "none", "--fail-if-warnings")
_PAGE: Final = "page.typ"
_FONTS: Final = "fonts/*"
_PICTURES: Final = ("motif.svg",)
_CHILD: Final = Path(__file__).with_name("typst") / "child.py"
_SECONDS_AT_LEAST: Final = 60.0
_SECONDS_PER_MEBIBYTE: Final = 60.0
_PROXIES: Final = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")
_NOWHERE: Final = "http://127.0.0.1:9"
"""Where Typst would have to go for a package from the network: nobody answers there."""


def render(document: Document, tree: bytes, assets: RenderAssets) -> Rendered:
    """The PDF of a document.

    Raises:
        RenderingRefused: a standard, or Typst itself, refuses something; reported where it comes from.
        RenderingFailed: the disk has no room.
        ToolFailed: Pandoc refused it, or Typst took too long or too much memory.
    """
    from osloregion_docs.renderers.figures.figure_typst import on_paper  # noqa: PLC0415 - only rendering needs it

    pictured, pictures = on_paper(tree, document)
    source = typst_source(pictured, document, assets)
    try:
        return Rendered(_set(source, document, assets.shared, pictures))
    except OSError as error:
        message = f"what the PDF is made from cannot be laid ready: {error.strerror or error}"
        raise RenderingFailed(message, "see that the disk has room for temporary files") from error


def typst_source(tree: bytes, document: Document, assets: RenderAssets) -> bytes:
    """The Typst source of a document, on its page template.

    Raises:
        ToolFailed: Pandoc refused it.
    """
    from osloregion_docs.labels.labels import labels_of  # noqa: PLC0415 - 20 ms, and only rendering needs it
    from osloregion_docs.renderers.pandoc.page import on_page  # noqa: PLC0415
    from osloregion_docs.renderers.typst.typst_tree import for_typst  # noqa: PLC0415

    page = assets.shared[_PAGE]
    labels = labels_of(document.language)
    words = {"page": labels.page, "of": labels.of}
    return pandoc([*_WRITE, "--template", str(page)], on_page(for_typst(tree), {"words": words}))


def _set(source: bytes, document: Document, shared: Mapping[str, Path], pictures: Mapping[str, bytes]) -> bytes:
    """The pages of a Typst source, in a folder that holds nothing but what they may draw in."""
    seconds = _SECONDS_AT_LEAST + _SECONDS_PER_MEBIBYTE * len(source) / 1024 / 1024
    with tempfile.TemporaryDirectory(prefix="osloregion-docs-") as name:
        folder = Path(name)
        (folder / "fonts").mkdir()
        for file_name, file in shared.items():
            shutil.copyfile(file, folder / file_name)
        for file_name, content in {**pictures, "main.typ": source}.items():
            (folder / file_name).write_bytes(content)
        alone = {**os.environ, "HOME": name, "USERPROFILE": name, **dict.fromkeys(_PROXIES, _NOWHERE)}
        try:
            return run([sys.executable, "-I", str(_CHILD), name], seconds, "Typst", environment=alone)
        except ToolFailed as error:
            if error.output.startswith("["):
                raise _create_refusal(json.loads(error.output), source, document, shared[_PAGE]) from error
            raise


def _create_refusal(reports: list[str], source: bytes, document: Document, page: Path) -> RenderingRefused:
    from osloregion_docs.renderers.typst.error_parser import findings  # noqa: PLC0415 - only where something is refused

    return RenderingRefused(findings(reports, source.decode(), document, page))


@cache
def versions() -> dict[str, str]:
    """The versions of the packages that bring Typst and Pandoc."""
    from importlib.metadata import version  # noqa: PLC0415 - 15 ms, and only rendering asks

    return {**pandoc_versions(), "typst": version("typst")}


PDF = from_markdown.renderer(
    format="pdf",
    suffix=".pdf",
    version=2,
    programs=versions,
    render=render,
    shared=(_PAGE, *_PICTURES, _FONTS),
)
