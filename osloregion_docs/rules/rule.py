"""What a rule is: a code, a sentence, and a function from a programme to findings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from osloregion_docs.diagnostics import Code, Finding, Severity
from osloregion_docs.model.programme import Programme

Check: TypeAlias = Callable[[Programme], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check (regel). The docstring of its function is its page in the manual."""

    code: Code
    check: Check

    def findings(self, programme: Programme) -> Iterator[Finding]:
        """What the rule says about a programme, with the rule's code and severity."""
        for finding in self.check(programme):
            yield replace(finding, code=self.code.value, severity=self.code.severity)


def rule(code: str, title: str, severity: Severity = Severity.WARNING) -> Callable[[Check], Rule]:
    """Make a rule of the function below."""

    def made(check: Check) -> Rule:
        return Rule(Code(code, title, inspect.getdoc(check) or "", severity), check)

    return made
