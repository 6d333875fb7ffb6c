"""The known word nearest to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable


def find_nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to `word`; empty where none is near."""
    import difflib  # noqa: PLC0415 - 5 ms, and only what is misspelt needs it

    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that offers the known word nearest to `word`; empty where none is near."""
    near = find_nearest(word, known)
    return f'did you mean "{near}"?' if near else ""
