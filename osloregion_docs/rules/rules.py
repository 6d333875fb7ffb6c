"""All rules, family by family, and what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from osloregion_docs.diagnostics import Finding
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules import (
    coverage,
    organs,
    placeholders,
    references,
    schedule,
    texts,
    wording,
)
from osloregion_docs.rules.budget import changes, contribution, frames, prose, table
from osloregion_docs.rules.followup import report, results
from osloregion_docs.rules.meetings import (
    agenda,
    attendance,
    dates,
    decisions,
    minutes,
    numbers,
    papers,
    proposals,
    publicity,
    votes,
    weekdays,
)
from osloregion_docs.rules.rule import Rule, TextRule
from osloregion_docs.rules.text_fields import find_text_fields

RULES: tuple[Rule | TextRule, ...] = (
    *schedule.RULES,
    *references.RULES,
    *placeholders.RULES,
    *organs.RULES,
    *texts.RULES,
    *wording.RULES,
    *table.RULES,
    *frames.RULES,
    *changes.RULES,
    *contribution.RULES,
    *prose.RULES,
    *coverage.RULES,
    *dates.RULES,
    *weekdays.RULES,
    *agenda.RULES,
    *numbers.RULES,
    *papers.RULES,
    *publicity.RULES,
    *proposals.RULES,
    *votes.RULES,
    *attendance.RULES,
    *minutes.RULES,
    *decisions.RULES,
    *results.RULES,
    *report.RULES,
)


def check(programme: Programme) -> tuple[Finding, ...]:
    """Everything that the rules find in a programme."""
    found = [finding for rule in RULES if isinstance(rule, Rule) for finding in rule.findings(programme)]
    text_rules = [rule for rule in RULES if isinstance(rule, TextRule)]
    for field in find_text_fields(programme):
        found += [finding for rule in text_rules for finding in rule.findings(field)]
    return tuple(_counted(found))


def _counted(found: list[Finding]) -> Iterator[Finding]:
    """The findings, with a number for those that quote the same words of one value."""
    seen: Counter[tuple[object, ...]] = Counter()
    for finding in found:
        same = (finding.code, finding.path, finding.quote)
        yield replace(finding, occurrence=seen[same]) if seen[same] else finding
        seen[same] += 1
