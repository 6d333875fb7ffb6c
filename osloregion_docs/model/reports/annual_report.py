"""What an annual report says beyond what is counted from other sources: its foreword, its highlights, who audited."""

from __future__ import annotations

from pydantic import Field

from osloregion_docs.model.base import Flag, Model, Name
from osloregion_docs.model.meetings.attachment import Enclosure
from osloregion_docs.model.text import Text


class Foreword(Model):
    """The foreword (forord) and its author."""

    author: Name
    role: Text | None = Field(default=None, examples=["Styreleder"])
    text: Text
    """Its paragraphs, separated by empty lines."""


class AnnualReport(Model):
    """The annual report's own words (årsrapport). The rest comes from programme, results, meetings and budget."""

    foreword: Foreword | None = None
    highlights: tuple[Text, ...] = ()
    """Highlights, a sentence each (høydepunkter)."""
    organisation: Text | None = None
    """Staff, offices and the like, in paragraphs separated by empty lines."""
    accounts: Text | None = None
    """Comments on the accounts, in paragraphs separated by empty lines."""
    audit: Text | None = Field(default=None, examples=["Revisjonsberetningen er vedlagt."])
    """On the audit of the accounts (revisjon)."""
    attachments: tuple[Enclosure, ...] = ()
    """Its attachments, such as the auditor's report (vedlegg)."""
    files: tuple[str, ...] | None = None
    """The names of the files in the year's folder attachments; unknown where the year was read from one text."""
    numbered: Flag = True
    """Whether its chapters have numbers."""
