"""Rules on what the members pay: the rate, those under discussion, and the tables that are put in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels.forms import number
from osloregion_docs.messages.message import message
from osloregion_docs.model.amount import Amount
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.placeholders import placeholders_of
from osloregion_docs.rules.rule import Rule, rule

_CONTRIBUTION = KeyPath(("budget", "contribution"))
_ALTERNATIVES = _CONTRIBUTION / "alternatives"


@rule("BUD716", "a rate is exact and more than nothing")
def rates_are_exact(programme: Programme) -> Iterator[Finding]:
    """What the members pay is worked out from the rate, so it cannot be meant roughly (ca.), nor be nothing or less.

    Checked on the year's rate and of those under discussion (`alternatives`).
    """
    for path, rate in _rates(programme):
        if rate.kroner <= 0:
            yield Finding.of(path, message("BUD716.nothing", kroner=number(rate.kroner, "nb")))
        elif rate.approximately:
            yield Finding.of(path, message("BUD716.approximate"))


@rule("BUD717", "alternative rates differ")
def alternatives_differ(programme: Programme) -> Iterator[Finding]:
    """Two rates under discussion that are the same are one alternative, or one of them is mistyped."""
    seen: dict[Decimal, str] = {}
    rule_ = programme.budget.contribution
    for alternative in rule_.alternatives if rule_ else ():
        first = seen.setdefault(alternative.rate.kroner, alternative.id)
        if first != alternative.id:
            yield Finding.of(_ALTERNATIVES / alternative.id / "rate", message("BUD717.same", other=first))


@rule("BUD718", "what alternative rates give can be worked out")
def alternatives_have_members(programme: Programme) -> Iterator[Finding]:
    """What another rate would give is inhabitants × rate × multiplier, and inhabitants are in members.csv.

    Without that file no case paper can show income or change.
    """
    rule_ = programme.budget.contribution
    if rule_ and rule_.alternatives and not programme.members:
        yield Finding.of(_ALTERNATIVES, message("BUD718.members"))


@rule("BUD719", "a table that is put in has something to show")
def tables_have_something(programme: Programme) -> Iterator[Finding]:
    """A table of changes, members or alternative rates is left out where the year has nothing for it.

    The sentence that announces it would then lead nowhere. Write `changes`, `contribution` or its `alternatives` in
    budget.yaml, and the members in members.csv; or take the address out of the text.
    """
    rule_ = programme.budget.contribution
    pays = rule_ is not None and bool(programme.members)
    alternatives = pays and rule_ is not None and bool(rule_.alternatives)
    has_content = {
        "budget/changes": bool(programme.budget.changes),
        "budget/contribution/alternatives": alternatives,
        "members": pays,
        "members/alternatives": alternatives,
    }
    for holder, placeholder, alone in placeholders_of(programme):
        if alone and not has_content.get(placeholder.path, True):
            found = message("BUD719.empty", address=placeholder.path)
            yield Finding.of(holder, found, quote=f"{{{{ {placeholder.path} }}}}")


def _rates(programme: Programme) -> Iterator[tuple[KeyPath, Amount]]:
    if rule_ := programme.budget.contribution:
        yield _CONTRIBUTION / "rate", rule_.rate
        for alternative in rule_.alternatives:
            yield _ALTERNATIVES / alternative.id / "rate", alternative.rate


RULES: tuple[Rule, ...] = (rates_are_exact, alternatives_differ, alternatives_have_members, tables_have_something)
