"""Turns words into an id: lower-case letters a to z, digits and hyphens."""

import re
import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ŧ": "t", "ŋ": "n"})


def slug(words: str, longest: int = 0) -> str:
    """Turn words into an id: ``Roller og arbeid`` gives ``roller-og-arbeid``; cut between words at `longest`."""
    plain = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    whole = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if not longest or len(whole) <= longest:
        return whole
    return whole[: longest + 1].rpartition("-")[0] or whole[:longest]
