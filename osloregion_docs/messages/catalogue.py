"""Load the catalogues: one TOML file per language and family of codes, `en/ref.toml` for REF301 to REF399."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

DEFAULT_LANGUAGE: Final = "en"
_FOLDER: Final = Path(__file__).resolve().parent


class Wording(NamedTuple):
    """The templates of one message: what was found, and what to do about it, with facts in braces."""

    message: str
    hint: str


def find_wording(message_id: str, language: str = DEFAULT_LANGUAGE) -> Wording:
    """Return the wording of a message.

    Raises:
        KeyError: the catalogue has no such message.
    """
    code, _, name = message_id.partition(".")
    entry = load_family(code[:3].lower(), language)[code][name]
    return Wording(entry["message"], entry.get("hint", ""))


def common_word(name: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return a word or template that all families share, such as what joins the last two entries of a list."""
    return str(load_family("common", language)[name])


def find_pages(language: str = DEFAULT_LANGUAGE) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each code that has its page here, with its entry; the pages of rules are their docstrings."""
    for family in families(language):
        yield from ((code, entry) for code, entry in load_family(family, language).items() if "manual" in entry)


def message_ids(language: str = DEFAULT_LANGUAGE) -> tuple[str, ...]:
    """Return the ids of all messages of a language."""
    return tuple(
        f"{code}.{name}"
        for family in families(language)
        for code, entries in load_family(family, language).items()
        for name, entry in entries.items()
        if isinstance(entry, dict)
    )


def families(language: str = DEFAULT_LANGUAGE) -> tuple[str, ...]:
    """Return the families of codes that a language has a file for."""
    return tuple(sorted(file.stem for file in (_FOLDER / language).glob("*.toml") if file.stem != "common"))


@cache
def load_family(name: str, language: str = DEFAULT_LANGUAGE) -> dict[str, Any]:
    """Return the entries of one file, by code."""
    import tomllib  # noqa: PLC0415 - 3 ms, and only a year with findings needs it

    return tomllib.loads((_FOLDER / language / f"{name}.toml").read_text("utf-8"))
