"""What a rule is: a code, a sentence, and a function from a programme, or from one text of it, to findings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from osloregion_docs.diagnostics import Code, Finding, Severity
from osloregion_docs.messages.message import Message
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.text_fields import PARAGRAPH, TextField


@dataclass(frozen=True, slots=True)
class TextIssue:
    """What is wrong in one text: `quote` is words to find it by, and `word` the part of them to point at."""

    message: Message
    quote: str
    word: str = ""


Check: TypeAlias = Callable[[Programme], Iterable[Finding]]
TextCheck: TypeAlias = Callable[[str], Iterable[TextIssue]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check (regel). The docstring of its function is its page in the manual."""

    code: Code
    check: Check

    def findings(self, programme: Programme) -> Iterator[Finding]:
        """Find what the rule reports in a programme, with the rule's code and severity."""
        for finding in self.check(programme):
            yield replace(finding, code=self.code.value, severity=self.code.severity)


@dataclass(frozen=True, slots=True)
class TextRule:
    """A named check of one text at a time, wherever in the programme it is."""

    code: Code
    check: TextCheck

    def findings(self, field: TextField) -> Iterator[Finding]:
        """Find what the rule reports in a text, with the rule's code and severity."""
        for paragraph in field.text.split(PARAGRAPH):
            for issue in self.check(paragraph):
                finding = Finding.of(field.path, issue.message, self.code.severity, quote=issue.quote)
                yield replace(finding, word=issue.word)


def rule(code: str, title: str, severity: Severity = Severity.WARNING) -> Callable[[Check], Rule]:
    """Create a rule of the function below."""

    def create(check: Check) -> Rule:
        return Rule(Code(code, title, inspect.getdoc(check) or "", severity), check)

    return create


def text_rule(code: str, title: str) -> Callable[[TextCheck], TextRule]:
    """Create a rule on single texts of the function below."""

    def create(check: TextCheck) -> TextRule:
        return TextRule(Code(code, title, inspect.getdoc(check) or "", Severity.WARNING), check)

    return create
