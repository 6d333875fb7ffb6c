"""What an annual report says beyond what is counted from other sources: its foreword, its highlights, who audited."""

from __future__ import annotations

from pydantic import Field

from osloregion_docs.model.base import Flag, Model, Name
from osloregion_docs.model.meetings.attachment import Enclosure
from osloregion_docs.model.text import Text


class Foreword(Model):
    """The foreword (forord), with who signs it."""

    author: Name
    role: Text | None = Field(default=None, examples=["Styreleder"])
    text: Text
    """Its paragraphs, parted by empty lines."""


class AnnualReport(Model):
    """The annual report's own words (årsrapport). All else is drawn from programme, results, meetings and budget."""

    foreword: Foreword | None = None
    highlights: tuple[Text, ...] = ()
    """What stands out, a sentence each (høydepunkter)."""
    organisation: Text | None = None
    """On staff, offices and the like, in paragraphs parted by empty lines."""
    accounts: Text | None = None
    """What there is to say of the accounts, in paragraphs parted by empty lines."""
    audit: Text | None = Field(default=None, examples=["Revisjonsberetningen er vedlagt."])
    """On the audit of the accounts (revisjon)."""
    attachments: tuple[Enclosure, ...] = ()
    """What is sent along with it, such as the auditor's report (vedlegg)."""
    files: tuple[str, ...] | None = None
    """The names of the files in the year's folder attachments; not known where the year was read from one text."""
    numbered: Flag = True
    """Whether its chapters have numbers."""
