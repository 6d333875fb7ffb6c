"""Formats that are text: Markdown as GitHub shows it, and plain text, each on its page in ``templates/shared/``."""

from __future__ import annotations

from typing import Final

from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.pandoc import from_markdown
from osloregion_docs.renderers.pandoc.run import pandoc
from osloregion_docs.renderers.renderer import RenderAssets, Rendered

_FROM: Final = ("--from", "json", "--standalone", "--fail-if-warnings")
_GITHUB: Final = (*_FROM, "--to", "gfm", "--wrap", "none")
_PLAIN: Final = (*_FROM, "--to", "plain")


def render_markdown(document: Document, populated: bytes, assets: RenderAssets) -> Rendered:
    """The document as Markdown: a paragraph a line, so that differences show by paragraph.

    Raises:
        ToolFailed: Pandoc refused it.
    """
    from osloregion_docs.renderers.figures.figure_text import in_words  # noqa: PLC0415 - only rendering needs it
    from osloregion_docs.renderers.trees.github import for_github  # noqa: PLC0415 - only rendering needs it

    written = pandoc([*_GITHUB, "--template", str(assets.shared["page.md"])], for_github(in_words(populated, document)))
    return Rendered(written.rstrip(b"\n") + b"\n")


def render_text(document: Document, populated: bytes, assets: RenderAssets) -> Rendered:
    """The document as text that any program shows, in lines of at most 72 characters.

    Raises:
        ToolFailed: Pandoc refused it.
    """
    from osloregion_docs.renderers.figures.figure_text import in_words  # noqa: PLC0415 - only rendering needs it
    from osloregion_docs.renderers.trees.text import WIDTH, for_text  # noqa: PLC0415 - only rendering needs it

    page = ["--columns", str(WIDTH), "--template", str(assets.shared["page.txt"])]
    return Rendered(pandoc([*_PLAIN, *page], for_text(in_words(populated, document))).rstrip(b"\n") + b"\n")


MARKDOWN_TEXT = from_markdown.renderer(
    format="md",
    suffix=".md",
    version=1,
    render=render_markdown,
    shared=("page.md",),
    on_request=True,
)

PLAIN_TEXT = from_markdown.renderer(
    format="txt",
    suffix=".txt",
    version=1,
    render=render_text,
    shared=("page.txt",),
    on_request=True,
)
