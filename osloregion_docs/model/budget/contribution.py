"""What the members pay: rate × inhabitants × multiplier, exact."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Annotated, Literal

from pydantic import Field

from osloregion_docs.model.amount import Amount
from osloregion_docs.model.base import Day, Model, Name, Slug
from osloregion_docs.model.budget.number import Count, Number
from osloregion_docs.model.organ import Decision
from osloregion_docs.model.text import Localised, Text

_EXACT = Context(prec=200)


class Multiplier(Model):
    """A member that pays more or less than the plain rate."""

    member: Text
    """Its name or its id in members.csv."""
    factor: Annotated[Number, Field(gt=0, le=1000)]


class Multipliers(tuple[Multiplier, ...]):
    """The multipliers for running text: those other than 1, each member by name."""

    __slots__ = ()


class Alternative(Model):
    """A rate that is under discussion for the year after (alternativ sats)."""

    id: Slug = Field(examples=["mellomvei"])
    rate: Amount
    """Per inhabitant."""
    title: Text | None = None
    """Its title in the table of alternatives: Uendret, Styrets forslag."""


class Contribution(Model):
    """What the members pay (medlemskontingent): rate × inhabitants × multiplier."""

    rate: Amount
    """Per inhabitant."""
    multipliers: tuple[Multiplier, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    """Rates under discussion for the year after (alternative satser); their outcomes are computed."""
    decided: Decision
    """By which organ, in which case, on which day."""


class Member(Model):
    """A municipality or county that is a member (medlem), as in members.csv."""

    id: Slug = Field(examples=["0301"])
    name: Name
    kind: Literal["municipality", "county"] = "municipality"
    inhabitants: Count
    as_of: Day | None = None
    """The day of the count."""


def applies_to(multiplier: Multiplier, member: Member) -> bool:
    """Return whether a multiplier applies to a member."""
    named = multiplier.member
    written = {named.nb, named.nn, named.en} if isinstance(named, Localised) else {named}
    return bool({member.id, member.name} & written)


def resolve_multipliers(contribution: Contribution, members: tuple[Member, ...]) -> Multipliers:
    """Return the multipliers other than 1, with members given by id replaced by their names."""
    by_id = {member.id: member.name for member in members}
    return Multipliers(
        each.model_copy(update={"member": by_id.get(each.member, each.member)})
        if isinstance(each.member, str)
        else each
        for each in contribution.multipliers
        if each.factor != 1
    )


def factor_of(contribution: Contribution, member: Member) -> Decimal:
    """Return what the plain rate is multiplied by for a member; usually 1."""
    own = (multiplier.factor for multiplier in contribution.multipliers if applies_to(multiplier, member))
    return next(own, Decimal(1))


def contribution_of(contribution: Contribution, member: Member) -> Decimal:
    """What a member pays, in kroner, to the last øre."""
    paid = _EXACT.multiply(contribution.rate.kroner, Decimal(member.inhabitants))
    return _EXACT.multiply(paid, factor_of(contribution, member))


def contribution_total(contribution: Contribution, members: tuple[Member, ...]) -> Decimal:
    """What all members pay together, in kroner."""
    total = Decimal(0)
    for member in members:
        total = _EXACT.add(total, contribution_of(contribution, member))
    return total
