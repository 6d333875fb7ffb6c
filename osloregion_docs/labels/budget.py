"""The fixed words of budgets: headings, columns, and sentences next to a table."""

from __future__ import annotations

from osloregion_docs.labels.common import CommonLabels


class BudgetLabels(CommonLabels):
    """The fixed words of budgets and accounts in one language."""

    document: str
    frame: str
    item: str
    amount: str
    rate: str
    income: str
    projects: str
    left_at_end: str
    contribution: str
    contribution_rule: str
    half: str
    double: str
    triple: str
    contribution_multiplied: str
    contribution_times: str
    pays_multiplied: str
    pays_times: str
    set_by: str
    table: str
    no_table: str
    note: str
    notes: str
    sum: str
    sum_of: str
    result: str
    net_expense: str
    column_budget: str
    column_revised: str
    column_accounts: str
    column_forecast: str
    as_of: str
    deviation: str
    deviation_percent: str
    deviation_means: str
    missing: str
    amounts_in: str
    unit_kroner: str
    unit_thousand: str
    unit_million: str
    income_negative: str
    expense_negative: str
    changes: str
    change: str
    changes_sum: str
    changes_mean: str
    reserve: str
    reserve_opening: str
    reserve_closing: str
    members: str
    member: str
    inhabitants: str
    inhabitants_as_of: str
    factor: str
    pays: str
    alternatives: str
    alternative: str
    rate_each: str
    other_income: str
    change_from: str
    change_percent: str
    this_year: str
    whole_kroner: str
    members_alternatives: str
    costs: str
