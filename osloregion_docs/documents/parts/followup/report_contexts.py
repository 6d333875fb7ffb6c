"""What the templates of both reports may use."""

from __future__ import annotations

from osloregion_docs.documents.document import Anchored, Blocks, Context, Picture
from osloregion_docs.documents.parts.facts import FactEntry
from osloregion_docs.documents.parts.issuer import SentContext
from osloregion_docs.labels.reports import ReportLabels


class MeasureEntry(Context):
    """What came of one measure."""

    number: str
    title: Anchored
    status: str
    facts: tuple[FactEntry, ...]
    """When it was reported, what was done, the result, indicators; what there is."""


class SectionEntry(Context):
    """A chapter (level 1) or a section of it (level 2)."""

    level: int
    number: str
    """Its printed number; empty in a report without numbers."""
    heading: str
    anchor: str
    text: Blocks
    pictures: tuple[Picture, ...] = ()
    measures: tuple[MeasureEntry, ...] = ()


class ReportContext(SentContext):
    """What templates/annual_report/ and templates/status_report/ may use."""

    name: str
    year: int
    labels: ReportLabels
    numbered: bool
    sections: tuple[SectionEntry, ...]
