"""The documents of a year that a case can attach: what their files are called, and which of them the year has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from osloregion_docs.documents.document import file_stem
from osloregion_docs.labels.labels import labels_of
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme


def action_programme_name(programme: Programme, language: Language) -> str:
    """``handlingsprogram-2018``: every year has one."""
    return f"{labels_of(language).action_programme.lower().replace(' ', '-')}-{programme.year}"


def budget_name(programme: Programme, language: Language) -> str:
    """``budsjett-2018``; empty for a year without any figures in its budget."""
    budget = programme.budget
    has_figures = any((budget.contribution, budget.income, budget.projects, budget.reserve, budget.lines))
    return f"{labels_of(language).budget.document.lower()}-{programme.year}" if has_figures else ""


def annual_report_name(programme: Programme, _language: Language) -> str:
    """``arsrapport-2018``; empty for a year without an annual report."""
    return f"arsrapport-{programme.year}" if programme.annual_report is not None else ""


def status_report_name(programme: Programme, _language: Language) -> str:
    """``status-2018-06-30``; empty while nothing is reported and the year is to have no annual report."""
    results = programme.results
    if programme.annual_report is None and not results.measures:
        return ""
    return f"status-{results.as_of or results.newest or programme.year}"


ATTACHABLE: Final[Mapping[str, Callable[[Programme, Language], str]]] = {
    "action_programme": action_programme_name,
    "budget": budget_name,
    "annual_report": annual_report_name,
    "status_report": status_report_name,
}
"""Document kind to the name of its files, without suffix; the name is empty where the year has no such document."""


def stem_of(kind: str, programme: Programme, language: Language) -> str:
    """The stem of a document's files; empty where the year has no such document.

    In a language that the programme has no edition in, it is that of the programme's first language.
    """
    known = language if language in programme.languages else programme.languages[0]
    name = ATTACHABLE[kind](programme, known)
    return file_stem(name, known, programme) if name else ""
