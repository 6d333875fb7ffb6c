"""Attachments to a case's papers or to the annual report."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from osloregion_docs.model.base import Day, Model, Name
from osloregion_docs.model.text import Text

BuiltDocument = Literal["action_programme", "budget", "annual_report", "status_report"]
"""A document of this year that can be attached to a case."""


class Enclosure(Model):
    """An attachment (vedlegg). Its printed number is computed."""

    title: Text
    sender: Name | None = None
    """The sender, such as the body that answers a consultation."""
    file: str | None = Field(
        default=None, pattern=r"^[^./\\][^/\\]*$", max_length=200, examples=["brev-fra-fylket.pdf"]
    )
    """The name of a file in the folder attachments next to this file, or next to meeting.yaml for a case."""


class Attachment(Enclosure):
    """An attachment to a case's papers (vedlegg)."""

    kind: Literal["enclosed", "information", "unprinted"] = "enclosed"
    """Sent with the papers, only for information (til orientering), or not printed (utrykt)."""
    document: BuiltDocument | None = None
    """A document built from this year, instead of a file."""
    updated: Day | None = None
    """The day it was replaced by a newer version, after the notice was sent (oppdatert)."""

    @model_validator(mode="after")
    def _check_source(self) -> Attachment:
        if self.file and self.document:
            raise ValueError("an attachment is a file or a built document: keep one of the two")
        return self
