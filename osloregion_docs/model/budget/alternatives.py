"""Computes the outcome of alternative rates from inhabitants and multipliers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal

from osloregion_docs.model.amount import Amount
from osloregion_docs.model.base import Model, Name, Slug
from osloregion_docs.model.budget.budget import Budget
from osloregion_docs.model.budget.contribution import (
    Alternative,
    Contribution,
    Member,
    Multipliers,
    contribution_of,
    contribution_total,
    resolve_multipliers,
)
from osloregion_docs.model.text import Text

_EXACT = Context(prec=200)
_TENTH = Decimal("0.1")


class MemberAlternative(Model):
    """What a member would pay at another rate."""

    id: Slug
    name: Name
    pays: Amount
    """In kroner, unrounded."""
    change: Amount
    """The difference from this year; negative if less."""


class AlternativeOutcome(Model):
    """The outcome of an alternative rate with this year's inhabitants and multipliers."""

    id: Slug
    rate: Amount
    title: Text | None = None
    income: Amount | None = None
    """What all members would pay, rounded as the year's income is."""
    total: Amount | None = None
    """The same in kroner, unrounded."""
    change: Amount | None = None
    """The difference from this year's rate in kroner, unrounded; negative if less."""
    percent: Decimal | None = None
    """The change in percent, to one decimal."""
    members: tuple[MemberAlternative, ...] = ()


def outcomes(budget: Budget, members: tuple[Member, ...]) -> tuple[AlternativeOutcome, ...]:
    """Compute the outcome of each alternative rate, from the lowest rate to the highest."""
    rule = budget.contribution
    if rule is None:
        return ()
    ordered = sorted(rule.alternatives, key=lambda alternative: alternative.rate.kroner)
    return tuple(_outcome(budget, rule, alternative, members) for alternative in ordered)


def outcome_of(budget: Budget, members: tuple[Member, ...], id_: str) -> AlternativeOutcome | None:
    """Compute the outcome of the alternative rate with an id; without members only its rate and title."""
    rule = budget.contribution
    found = next((each for each in rule.alternatives if each.id == id_), None) if rule else None
    return _outcome(budget, rule, found, members) if rule and found else None


def multipliers_of(budget: Budget, members: tuple[Member, ...]) -> Multipliers | None:
    """Return the year's multipliers for running text; None where every member pays the plain rate."""
    return (resolve_multipliers(budget.contribution, members) or None) if budget.contribution else None


def alternative_figures(budget: Budget, members: tuple[Member, ...]) -> Iterator[Amount]:
    """Yield every sum of the outcomes of alternative rates."""
    for outcome in outcomes(budget, members):
        yield from (amount for amount in (outcome.income, outcome.total, outcome.change) if amount)
        for member in outcome.members:
            yield from (member.pays, member.change)


def _outcome(
    budget: Budget, rule: Contribution, alternative: Alternative, members: tuple[Member, ...]
) -> AlternativeOutcome:
    named = AlternativeOutcome(id=alternative.id, rate=alternative.rate, title=alternative.title)
    if not members:
        return named
    other = rule.model_copy(update={"rate": alternative.rate})
    before, total = contribution_total(rule, members), contribution_total(other, members)
    return named.model_copy(
        update={
            "income": budget.income.round_to_unit(total) if budget.income else _kroner(total),
            "total": _kroner(total),
            "change": _more(total, before),
            "percent": _percent(total, before),
            "members": tuple(_member(rule, other, member) for member in members),
        }
    )


def _member(rule: Contribution, other: Contribution, member: Member) -> MemberAlternative:
    before, pays = contribution_of(rule, member), contribution_of(other, member)
    return MemberAlternative(id=member.id, name=member.name, pays=_kroner(pays), change=_more(pays, before))


def _percent(total: Decimal, before: Decimal) -> Decimal | None:
    if not before:
        return None
    times = _EXACT.divide(_EXACT.subtract(total, before), before)
    percent = _EXACT.multiply(times, Decimal(100)).quantize(_TENTH, ROUND_HALF_UP, _EXACT)
    whole = percent.to_integral_value()
    return whole if whole == percent else percent  # 5, not 5.0: it is printed in running text


def _more(now: Decimal, before: Decimal) -> Amount:
    return _kroner(_EXACT.subtract(now, before))


def _kroner(number: Decimal) -> Amount:
    return Amount(number=number, unit="kr")
