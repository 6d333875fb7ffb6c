"""The languages a document can be in."""

from typing import Final, Literal

Language = Literal["nb", "nn", "en"]

LANGUAGES: Final[tuple[Language, ...]] = ("nb", "nn", "en")

LOCALES: Final[dict[Language, str]] = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
"""BCP 47 tags, as Word, HTML and PDF want them. *Source*: RFC 5646."""
