"""The documents of this year that can lie with the papers of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from osloregion_docs.documents.document import Document, file_stem
from osloregion_docs.documents.kinds import action_programme
from osloregion_docs.documents.kinds.reports import annual_report, budget, status_report
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Programme

BUILT: Final[Mapping[str, Callable[[Programme, Language], tuple[Document, ...]]]] = {
    "action_programme": action_programme.compose,
    "budget": budget.compose,
    "annual_report": annual_report.compose,
    "status_report": status_report.compose,
}
"""How each is composed; none where the year does not say enough for it."""


def composed(name: str, programme: Programme, language: Language, seen_from: str) -> tuple[Document, ...]:
    """A document as it stands in one that lies in a folder: what it links to is seen from there."""
    if name == "annual_report":
        return annual_report.compose(programme, language, seen_from)
    return BUILT[name](programme, language)


def stem_of(name: str, programme: Programme, language: Language) -> str:
    """What the files of a document are called, less the suffix; nothing where it is not made.

    In a language that the programme has no edition in, those of its first one are meant.
    """
    made = BUILT[name](programme, language if language in programme.languages else programme.languages[0])
    return file_stem(made[0].name, made[0].language, programme) if made else ""
