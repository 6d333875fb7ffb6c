"""All rules on meetings and their cases."""

from __future__ import annotations

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
from osloregion_docs.rules.rule import Rule

RULES: tuple[Rule, ...] = (
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
)
