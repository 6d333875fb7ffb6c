"""The languages a document can be in, and the markup for words in other languages."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

Language = Literal["nb", "nn", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nb", "nn", "en")

LOCALES: Final[dict[Language, str]] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
"""BCP 47 tags, as Word, HTML and PDF require. *Source*: RFC 5646."""

_FOREIGN: Final = re.compile(r"\[([^\[\]\n]+)\]\{lang=([a-z]{2,3}(?:-[A-Z]{2})?)\}")


def tag_of(language: Language | None, context_language: Language) -> str:
    """Return the tag that marks text in a language; empty for the surrounding language, or where none is given."""
    return LOCALES[language] if language and language != context_language else ""


class LanguagePart(NamedTuple):
    """A part of a text, and the tag of its language where that is not the document's."""

    text: str
    language: str = ""


def split_languages(text: str) -> Iterator[LanguagePart]:
    """Split a text at words of another language, marked as ``[Regional plan]{lang=en}``.

    *Source*: WCAG 2.2, 3.1.2 Language of Parts; the tags are those of RFC 5646.
    """
    done = 0
    for match in _FOREIGN.finditer(text) if "{lang=" in text else ():
        if match.start() > done:
            yield LanguagePart(text[done : match.start()])
        yield LanguagePart(match[1], match[2])
        done = match.end()
    if done < len(text):
        yield LanguagePart(text[done:])


def remove_marks(text: str) -> str:
    """Return the text without its language marks."""
    return _FOREIGN.sub(r"\1", text) if "{lang=" in text else text
