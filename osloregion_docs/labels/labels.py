"""The fixed words of documents: one typed field per word, one file per language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from osloregion_docs.labels.budget import BudgetLabels
from osloregion_docs.labels.figures import PictureLabels
from osloregion_docs.labels.meetings import MeetingLabels
from osloregion_docs.labels.open_data import OpenDataLabels
from osloregion_docs.labels.reports import ReportLabels
from osloregion_docs.labels.trace import TraceLabels
from osloregion_docs.language import Language


class PageLabels(BaseModel):
    """The fixed words of a web page in one language: what stands around the document, and what finds measures in it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    locale: str
    skip: str
    download: str
    top: str
    appearance: str
    automatic: str
    light: str
    dark: str
    link_to: str
    link_copied: str
    find: str
    search: str
    party: str
    timeframe: str
    area: str
    all: str
    count: str
    reset: str
    chosen: str
    none: str
    revealed: str


class WorkbookLabels(BaseModel):
    """The words of the workbook in which results are filled in. ``{…}`` stands for what is put in."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    sheet: str
    guide: str
    title: str
    number: str
    measure: str
    area: str
    latest: str
    status: str
    date: str
    text: str
    result: str
    indicator: str
    value: str
    link: str
    by: str
    target: str
    last_value: str
    status_help: str
    date_help: str
    value_help: str
    steps: tuple[str, ...]
    """How it is filled in, a paragraph each."""
    statuses: str


class Labels(BaseModel):
    """Every fixed word of the documents in one language. A missing translation does not validate."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    action_programme: str
    formats: dict[str, str]
    """What readers call each format."""
    contents: str
    documents: str
    page: str
    of: str
    vision: str
    timeframe: str
    ongoing: str
    half: str
    quarter: str
    responsible: str
    participating: str
    cooperating: str
    content: str
    cost: str
    financing: str
    measure_facts: str
    draft: str
    proposed: str
    proposed_to: str
    adopted: str
    adopted_by: str
    case: str
    million: str
    millions: str
    million_short: str
    thousand: str
    kroner: str
    about: str
    number_words: tuple[str, ...]
    budget: BudgetLabels
    web_page: PageLabels
    meetings: MeetingLabels
    open_data: OpenDataLabels
    reports: ReportLabels
    pictures: PictureLabels
    trace: TraceLabels
    workbook: WorkbookLabels


@cache
def labels_of(language: Language) -> Labels:
    """The fixed words in one language."""
    text = Path(__file__).with_name(f"{language}.yaml").read_text("utf-8")
    return Labels.model_validate(yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))  # noqa: S506 - text only
