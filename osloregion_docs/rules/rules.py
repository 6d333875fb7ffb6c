"""All rules, in the order of their codes, and what they find."""

from __future__ import annotations

from osloregion_docs.diagnostics import Finding
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules import budget, coverage, organs, placeholders, references, schedule, texts, wording
from osloregion_docs.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *schedule.RULES,
    *references.RULES,
    *placeholders.RULES,
    *organs.RULES,
    *texts.RULES,
    *wording.RULES,
    *budget.RULES,
    *coverage.RULES,
)


def check(programme: Programme) -> tuple[Finding, ...]:
    """Everything that the rules find in a programme."""
    return tuple(finding for rule in RULES for finding in rule.findings(programme))
