"""The known word nearest to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that offers the known word nearest to `word`, or nothing."""
    import difflib  # noqa: PLC0415 - 5 ms, and only what is misspelt needs it

    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""
