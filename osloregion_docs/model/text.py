"""Text for readers: one string in the workspace's language, or one string per language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Discriminator, StringConstraints, Tag, model_validator

from osloregion_docs.language import LANGUAGES, Language
from osloregion_docs.model.base import Model

Words = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class Localised(Model):
    """One text in several languages."""

    nb: Words | None = None
    """Bokmål."""
    nn: Words | None = None
    """Nynorsk."""
    en: Words | None = None
    """English."""

    @model_validator(mode="after")
    def _check_not_empty(self) -> Localised:
        if not any((self.nb, self.nn, self.en)):
            raise ValueError("no language is given: write nb, nn or en")
        return self


def _form(value: object) -> str:
    return "per language" if isinstance(value, Mapping | Localised) else "plain text"


Text = Annotated[Annotated[Words, Tag("plain text")] | Annotated[Localised, Tag("per language")], Discriminator(_form)]
"""A plain string in the workspace's first language, or one string per language."""


def localise(text: str | Localised, language: Language) -> str:
    """Return the text in `language`, or else in the first language that is given."""
    return text if isinstance(text, str) else getattr(text, resolve_language(text, language))


def resolve_language(text: Localised, language: Language) -> Language:
    """Return the language of the text that `localise` returns."""
    return next(each for each in (language, *LANGUAGES) if getattr(text, each))


def forms(text: str | Localised) -> tuple[str, ...]:
    """Return the text in every language that is given."""
    return (text,) if isinstance(text, str) else tuple(form for form in (text.nb, text.nn, text.en) if form)
