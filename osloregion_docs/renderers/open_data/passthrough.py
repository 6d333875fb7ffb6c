"""Copies attached files of the sources unchanged."""

from __future__ import annotations

from typing import Final

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.renderers.open_data import from_context
from osloregion_docs.renderers.renderer import RenderAssets, Rendered

MAX_BYTES: Final = 50 * 1024 * 1024


def render(_document: Document, _populated: bytes, assets: RenderAssets) -> Rendered:
    """Return the file's bytes.

    Raises:
        RenderingFailed: it is too large to attach, or cannot be read.
    """
    [file] = assets.shared.values()
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"{file.name} cannot be read: {(error.strerror or str(error)).lower()}"
        raise RenderingFailed(message, "check that it is in the folder attachments and readable") from error
    if len(content) > MAX_BYTES:
        message = f"{file.name} is larger than {MAX_BYTES // 1024 // 1024} MiB"
        raise RenderingFailed(message, "save it smaller, or leave file out and state in the title where it is")
    return Rendered(content)


FILE = from_context.renderer(format="file", suffix="", version=1, render=render, copies=True)
