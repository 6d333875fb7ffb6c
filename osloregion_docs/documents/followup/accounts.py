"""The chapter of an annual report on the accounts."""

from __future__ import annotations

from osloregion_docs.documents.followup.entries import SectionEntry
from osloregion_docs.documents.followup.told import FollowUp


def accounts_section(told: FollowUp) -> SectionEntry:
    """The accounts against the budget; that they are not reported while there are none."""
    words, report = told.words, told.report
    blocks = told.paragraphs(report.accounts) if report.accounts else told.missing(words.not_reported)
    return told.section(words.accounts, blocks, "budget")
