"""The languages a document can be in, and how words of other languages are marked in a text."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

Language = Literal["nb", "nn", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nb", "nn", "en")

LOCALES: Final[dict[Language, str]] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
"""BCP 47 tags, as Word, HTML and PDF want them. *Source*: RFC 5646."""

_FOREIGN: Final = re.compile(r"\[([^\[\]\n]+)\]\{lang=([a-z]{2,3}(?:-[A-Z]{2})?)\}")


def tag_of(language: Language | None, context_language: Language) -> str:
    """The tag that marks text in a language; nothing where that is the language around it, or none is named."""
    return LOCALES[language] if language and language != context_language else ""


class Stretch(NamedTuple):
    """A stretch of a text, and the tag of its language where that is not the document's."""

    text: str
    language: str = ""


def split_languages(text: str) -> Iterator[Stretch]:
    """The stretches of a text in which words of another language stand as ``[Regional plan]{lang=en}``.

    *Source*: WCAG 2.2, 3.1.2 Language of Parts; the tags are those of RFC 5646.
    """
    done = 0
    for match in _FOREIGN.finditer(text) if "{lang=" in text else ():
        if match.start() > done:
            yield Stretch(text[done : match.start()])
        yield Stretch(match[1], match[2])
        done = match.end()
    if done < len(text):
        yield Stretch(text[done:])


def remove_marks(text: str) -> str:
    """The text without its marks of language."""
    return _FOREIGN.sub(r"\1", text) if "{lang=" in text else text
