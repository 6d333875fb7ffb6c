"""The fixed words of documents: one typed field per word, one file per language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, ClassVar, Final

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

from osloregion_docs.labels.budget import BudgetLabels
from osloregion_docs.labels.common import CommonLabels
from osloregion_docs.labels.figures import PictureLabels
from osloregion_docs.labels.meetings import MeetingLabels
from osloregion_docs.labels.open_data import OpenDataLabels
from osloregion_docs.labels.reports import ReportLabels
from osloregion_docs.labels.trace import TraceLabels
from osloregion_docs.language import Language

_GROUPS: Final = ("budget", "meetings", "open_data", "reports", "pictures", "trace", "workbook")
"""The groups that have the common words too."""


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


class WorkbookLabels(CommonLabels):
    """The words of the workbook in which results are filled in. ``{…}`` stands for what is put in."""

    sheet: str
    guide: str
    title: str
    number: str
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


class Labels(CommonLabels):
    """Every fixed word of the documents in one language. A missing translation does not validate."""

    hidden: ClassVar[frozenset[str]] = frozenset({*_GROUPS, "web_page", "number_words"})
    """What templates do not print: the groups of other documents, and words that belong to a number."""

    action_programme: str
    formats: dict[str, str]
    """What readers call each format."""
    documents: str
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

    @model_validator(mode="before")
    @classmethod
    def _share_common(cls, words: dict[str, Any]) -> dict[str, Any]:
        """Give the words that all groups have to each of them."""
        common = {name: words[name] for name in CommonLabels.model_fields if name in words}
        return {name: {**common, **group} if name in _GROUPS else group for name, group in words.items()}


@cache
def labels_of(language: Language) -> Labels:
    """The fixed words in one language."""
    text = Path(__file__).with_name(f"{language}.yaml").read_text("utf-8")
    return Labels.model_validate(yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))  # noqa: S506 - text only
