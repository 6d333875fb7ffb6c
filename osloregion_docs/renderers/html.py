"""The web page: one file that holds all it needs, set on the page template ``templates/shared/page.html``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.pandoc import from_markdown
from osloregion_docs.renderers.pandoc.run import pandoc
from osloregion_docs.renderers.renderer import RenderAssets, Rendered

if TYPE_CHECKING:
    from osloregion_docs.renderers.pandoc.page import Value

_WRITE: Final = (
    *("--from", "json", "--to", "html5", "--standalone", "--wrap", "none", "--section-divs", "--fail-if-warnings"),
    *("--toc", "--toc-depth", "5", "--shift-heading-level-by", "1"),
)
_INLINE: Final = {"style": "page.css", "script": "page.js", "motif": "motif.svg"}


def render(document: Document, tree: bytes, assets: RenderAssets) -> Rendered:
    """The web page of a document.

    Raises:
        ToolFailed: Pandoc refused it.
    """
    from osloregion_docs.labels.labels import labels_of  # noqa: PLC0415 - 20 ms, and only rendering needs it
    from osloregion_docs.renderers.figures.figure_html import on_web  # noqa: PLC0415
    from osloregion_docs.renderers.pandoc.links import to_pages  # noqa: PLC0415
    from osloregion_docs.renderers.pandoc.page import Raw, on_page  # noqa: PLC0415

    inline = {name: Raw("html", assets.shared[file]) for name, file in _INLINE.items()}
    labels = labels_of(document.language)
    about = document.properties
    metadata = {"title": about.title, "description": about.description or about.title, "author": about.author}
    downloads = [
        {"name": labels.formats[other.format], "file": PurePosixPath(other.file).name} for other in assets.linked_files
    ]
    values: dict[str, Value] = {
        **inline,
        "attribute": _attributes(metadata),
        "words": _attributes(labels.web_page.model_dump()),
        "downloads": [_attributes(other) for other in downloads],
    }
    page = on_page(on_web(to_pages(tree), document), values)
    return Rendered(pandoc([*_WRITE, "--template", str(assets.shared["page.html"])], page))


def _attributes(texts: Mapping[str, str]) -> dict[str, Value]:
    from osloregion_docs.renderers.pandoc.page import Attribute  # noqa: PLC0415

    return {name: Attribute(text) for name, text in texts.items()}


HTML = from_markdown.renderer(
    format="html",
    suffix=".html",
    version=1,
    render=render,
    shared=("page.html", *_INLINE.values()),
    links_to_formats=True,
)
