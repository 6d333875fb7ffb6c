"""What is sent along with a case's papers, or with the annual report."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from osloregion_docs.model.base import Day, Model, Name
from osloregion_docs.model.text import Text

BuiltDocument = Literal["action_programme", "budget", "annual_report", "status_report"]
"""A document of this year that can lie with the papers of a case."""


class Enclosure(Model):
    """Something that is sent along (vedlegg). Its printed number is computed."""

    title: Text
    sender: Name | None = None
    """Who sent it, such as the body that answers a consultation."""
    file: str | None = Field(
        default=None, pattern=r"^[^./\\][^/\\]*$", max_length=200, examples=["brev-fra-fylket.pdf"]
    )
    """The name of a file in the folder attachments beside this file, or beside meeting.yaml for a case."""


class Attachment(Enclosure):
    """Something that belongs to a case's papers (vedlegg)."""

    kind: Literal["enclosed", "information", "unprinted"] = "enclosed"
    """Sent with the papers, only for information (til orientering), or not printed (utrykt)."""
    document: BuiltDocument | None = None
    """A document that is built of this year, instead of a file."""
    updated: Day | None = None
    """The day it was exchanged for a newer one, after the notice was sent (oppdatert)."""

    @model_validator(mode="after")
    def _from_one_place(self) -> Attachment:
        if self.file and self.document:
            raise ValueError("an attachment is a file or a built document: keep one of the two")
        return self
