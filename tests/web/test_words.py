"""The fixed words of the web page have the same placeholders in every language."""

from __future__ import annotations

import re

import pytest

from osloregion_docs.labels.labels import PageLabels, labels_of
from osloregion_docs.language import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", PageLabels.model_fields)
def test_placeholders(language: Language, word: str) -> None:
    """A word has the same placeholders in each language."""
    places = re.findall(r"\{\w+\}", getattr(labels_of(language).web_page, word))

    assert sorted(places) == sorted(re.findall(r"\{\w+\}", getattr(labels_of("nb").web_page, word)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_quotation_marks(language: Language) -> None:
    """No word contains a straight quotation mark: some of them are used in attributes of the page."""
    assert [word for word, text in labels_of(language).web_page if '"' in text] == []
