"""What a rule is: a code, a sentence, and a function from a programme, or from one text of it, to findings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from osloregion_docs.diagnostics import Code, Finding, Severity
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.text_fields import PARAGRAPH, Speech


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong in one text: `quote` is words to find it by, and `word` the part of them to point at."""

    message: str
    hint: str
    quote: str
    word: str = ""


Check: TypeAlias = Callable[[Programme], Iterable[Finding]]
TextCheck: TypeAlias = Callable[[str], Iterable[Slip]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check (regel). The docstring of its function is its page in the manual."""

    code: Code
    check: Check

    def findings(self, programme: Programme) -> Iterator[Finding]:
        """What the rule says about a programme, with the rule's code and severity."""
        for finding in self.check(programme):
            yield replace(finding, code=self.code.value, severity=self.code.severity)


@dataclass(frozen=True, slots=True)
class TextRule:
    """A named check of one text at a time, wherever in the programme it stands."""

    code: Code
    check: TextCheck

    def findings(self, speech: Speech) -> Iterator[Finding]:
        """What the rule says about a text, with the rule's code and severity."""
        code, severity = self.code.value, self.code.severity
        for paragraph in speech.text.split(PARAGRAPH):
            for slip in self.check(paragraph):
                said = (slip.message, slip.hint, slip.quote, slip.word)
                yield Finding(speech.path, *said, code=code, severity=severity)


def rule(code: str, title: str, severity: Severity = Severity.WARNING) -> Callable[[Check], Rule]:
    """Make a rule of the function below."""

    def made(check: Check) -> Rule:
        return Rule(Code(code, title, inspect.getdoc(check) or "", severity), check)

    return made


def text_rule(code: str, title: str) -> Callable[[TextCheck], TextRule]:
    """Make a rule on single texts of the function below."""

    def made(check: TextCheck) -> TextRule:
        return TextRule(Code(code, title, inspect.getdoc(check) or "", Severity.WARNING), check)

    return made
