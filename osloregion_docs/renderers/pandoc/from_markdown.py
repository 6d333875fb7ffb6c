"""What all formats have in common that are populated from a Markdown template. Imported late: starting stays quick."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from pydantic import BaseModel

from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Document
from osloregion_docs.renderers.pandoc.run import versions
from osloregion_docs.renderers.renderer import Renderer


def populate(document: Document, template: Path) -> bytes:
    """The template filled with a document's context, as Pandoc's tree in JSON.

    Raises:
        RenderingFailed: the template and the values do not make a whole document.
    """
    from osloregion_docs.renderers.pandoc import populate  # noqa: PLC0415 - 60 ms with what it brings

    return populate.populate(document, template)


def merge(first: bytes, others: Sequence[bytes]) -> bytes:
    """One populated document with others behind it, as its parts."""
    from osloregion_docs.renderers.pandoc import merge  # noqa: PLC0415 - only where documents are bound

    return merge.merge(first, others)


def check_template(file: Path, shown: str, context: type[BaseModel]) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a Markdown template whose documents have this context; `shown` is its name."""
    from osloregion_docs.renderers.pandoc import check as checking  # noqa: PLC0415 - 90 ms with what it brings

    return checking.check_template(file, shown, context)


def check_shared(files: Mapping[str, Path], name_of: Callable[[Path], str]) -> tuple[Diagnostic, ...]:
    """What is wrong with the page templates among the files of ``templates/shared/``; `name_of` gives their names."""
    from osloregion_docs.renderers.pandoc import check as checking  # noqa: PLC0415 - 90 ms with what it brings

    return checking.check_shared(files, name_of)


renderer = partial(
    Renderer,
    template_suffix=".md",
    programs=versions,
    check_template=check_template,
    populate=populate,
    merge=merge,
    check_shared=check_shared,
)
"""A renderer of such a format: what is left to say is its format, suffix, version, files and how it is rendered."""
