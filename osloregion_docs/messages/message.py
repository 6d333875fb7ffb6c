"""A message: an id of the catalogues and the facts that fill in its wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter
from typing import Any, TypeAlias

from osloregion_docs.messages.catalogue import DEFAULT_LANGUAGE, common_word, find_wording

Fact: TypeAlias = str | int | tuple[str, ...]
Facts: TypeAlias = tuple[tuple[str, Fact], ...]

NEAR = "near"
"""The fact that holds the known word nearest to a misspelt one; where it is not empty, the hint offers that word."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is reported: the id of a message, and its facts by name. Wording is looked up when it is asked for."""

    id: str
    facts: Facts = ()

    @property
    def code(self) -> str:
        """The code that the message belongs to: the id up to its point."""
        return self.id.partition(".")[0]

    def text(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Return what was found, in words."""
        return _Words(language).vformat(find_wording(self.id, language).message, (), dict(self.facts))

    def hint(self, language: str = DEFAULT_LANGUAGE) -> str:
        """Return what to do about it, in words; empty where there is nothing to add."""
        facts = dict(self.facts)
        wording = common_word("did_you_mean", language) if facts.get(NEAR) else find_wording(self.id, language).hint
        return _Words(language).vformat(wording, (), facts)


def message(id_: str, /, **facts: Fact) -> Message:
    """Create a message of an id and its facts."""
    return Message(id_, tuple(facts.items()))


def freeze_facts(facts: Sequence[Sequence[Any]]) -> Facts:
    """Return facts as a message holds them, from the lists that JSON makes of them."""
    return tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in facts)


class _Words(Formatter):
    """Fill in named facts: lists as `{names}`, `{names:and}` or `{names:or}`, plurals as `{count:case|cases}`."""

    def __init__(self, language: str) -> None:
        self._language = language

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, tuple):
            return self._join(value, format_spec)
        one, bar, other = format_spec.partition("|")
        if bar:
            return one if value == 1 else other
        return format(value, format_spec)

    def _join(self, words: tuple[str, ...], conjunction: str) -> str:
        if not conjunction or len(words) == 1:
            return ", ".join(words)
        return common_word(conjunction, self._language).join((", ".join(words[:-1]), words[-1]))
