"""The economic frame of a year: the contribution, allocated sums, and the table."""

from __future__ import annotations

from pydantic import Field

from osloregion_docs.model.amount import Amount
from osloregion_docs.model.base import Flag, Model
from osloregion_docs.model.budget.changes import ChangeTable
from osloregion_docs.model.budget.contribution import Contribution
from osloregion_docs.model.budget.table import Column, Deviation, Line, Signs
from osloregion_docs.model.organ import Decision


class Accounts(Model):
    """The state of the year's accounts (regnskap)."""

    closed: Flag = False
    """Whether the year's accounts are closed (avlagt): then the table must have them."""
    approved: Decision | None = None
    """The decision that approved them."""


class Budget(Model):
    """The economic frame of a year (økonomisk ramme)."""

    contribution: Contribution | None = None
    income: Amount | None = None
    """The income that the contribution gives (inntektsramme)."""
    projects: Amount | None = None
    """The allocation for projects and development (utviklingsmidler)."""
    reserve: Amount | None = None
    """The reserve left unused at the end of the year."""
    adopted: Decision | None = None
    """The decision that adopted it, where that is another than the programme's."""
    accounts: Accounts = Field(default_factory=Accounts)
    signs: Signs = "natural"
    """How income and expense are distinguished: neither is negative (natural), income is, or expense is."""
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    changes: tuple[ChangeTable, ...] = ()

    def column(self, id_: str) -> Column | None:
        """Return the column with an id."""
        return next((column for column in self.columns if column.id == id_), None)
