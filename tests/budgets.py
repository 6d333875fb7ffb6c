"""A year with a complete budget for tests: a table of five columns, notes, changes, a reserve, and members."""

from __future__ import annotations

from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.load import load_text
from tests.years import MAIN, MEASURE, ORGANS

BUDGET = """\
contribution:
  rate: 1.50 kr
  multipliers: [{member: Storby kommune, factor: 2}]
  decided: {organ: radet, case: 4/17, date: 2017-06-12}
income: 0.3 mill. kr
reserve: ca. 0.1 mill. kr
columns:
  - {id: r17, kind: accounts, year: 2017, opening: 80}
  - {id: b18, kind: budget, year: 2018, opening: 100}
  - {id: rb18, kind: revised, year: 2018, opening: 100}
  - {id: juli, kind: accounts, as_of: 2018-07-31}
deviations:
  - {id: avvik, of: rb18, against: b18}
lines:
  - id: inntekter
    title: Inntekter
    side: income
    lines:
      - id: kontingent
        title: Medlemskontingent
        note: Etter folketallet.
        amounts: {r17: 290, b18: 300, rb18: 300, juli: 300}
      - {id: renter, title: Renter, amounts: {r17: 4.5, b18: 0, rb18: 5, juli: 3}}
  - id: utgifter
    title: Utgifter
    side: expense
    lines:
      - {id: lonn, title: Lønn, amounts: {r17: 200, b18: 210, rb18: 220, juli: 118}}
      - {id: prosjekter, title: Prosjekter, amounts: {r17: 74.5, b18: 95, rb18: 95}}
changes:
  - id: revidert
    title: Endringer i budsjettet for 2018
    decided: {organ: radet, case: 9/18, date: 2018-05-08}
    years: [2018]
    before: b18
    after: rb18
    lines:
      - {id: lonn, title: Lønnsoppgjøret, amounts: {2018: 10}}
      - {id: renter, title: Renteinntekter, side: income, amounts: {2018: 5}}
"""
MEMBERS = """\
id;navn;type;innbyggere;per
0301;Storby kommune;kommune;90 000;01.01.2018
0219;"Lille; By kommune";kommune;20 001;01.01.2018
"""
COST = """\
cost: 450 tusen kr
financing: [{source: Alliansen, amount: 250 tusen kr}, {source: Staten, amount: 200 tusen kr}]
"""
FILES = {
    "programme.yaml": MAIN.replace("municipalities: 79, counties: 5", "municipalities: 2, counties: 0"),
    "organs.yaml": ORGANS,
    "budget.yaml": BUDGET,
    "members.csv": MEMBERS,
    "measures/gods.md": MEASURE.replace("timeframe:", f"{COST}timeframe:"),
}
"""The files of that year."""


def budget_of(text: str, **more: object) -> Programme:
    """The smallest year, with that budget; an invalid one fails."""
    whole = (
        MAIN.replace("[om-oss, tiltak]", "[]").replace("[gods]", "[]")
        + "organs:\n"
        + "".join(f"  {line}\n" for line in ORGANS.splitlines())
        + "budget:\n"
        + "".join(f"  {line}\n" for line in text.splitlines())
    )
    loaded = load_text(whole, "year.yaml")
    assert loaded.value is not None
    assert loaded.diagnostics == ()
    return Programme.model_validate({**loaded.value.tree.values, **more})
