"""Word: the format's data. What fills the templates is imported when something has to be rendered or checked."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.program import libreoffice_version
from osloregion_docs.renderers.renderer import RenderAssets, Rendered, Renderer


def populate(_document: Document, template: Path) -> bytes:
    """The template unchanged: no other format shares it."""
    return template.read_bytes()


def render(document: Document, template: bytes, _assets: RenderAssets) -> Rendered:
    """The template filled with a document's context, as a Word file.

    Raises:
        RenderingFailed: the template and the values do not make a whole, well-formed document.
    """
    from osloregion_docs.renderers.docx.template_filling import fill  # noqa: PLC0415 - 150 ms with what it brings

    return fill(document, template)


def check_template(file: Path, shown: str, context: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a Word template whose documents have this context; `shown` is its name."""
    from osloregion_docs.templating.check import check_word_template  # noqa: PLC0415 - 90 ms with what it brings

    return check_word_template(file, shown, context)


def programs() -> dict[str, str]:
    """LibreOffice's version, since page numbers come from it; empty without it."""
    version = libreoffice_version()
    return {"libreoffice": version} if version else {}


WORD = Renderer(
    format="docx",
    suffix=".docx",
    template_suffix=".docx",
    version=1,
    programs=programs,
    check_template=check_template,
    populate=populate,
    render=render,
)
