"""Meetings in another year's folder, reduced to what this year needs."""

from __future__ import annotations

from osloregion_docs.model.base import Day, Model, Slug


class OtherYearMeeting(Model):
    """A meeting in another year's folder, for one organ: its cases count, its numbers are used."""

    organ: Slug
    date: Day
    cases: int
    """The number of cases the organ treated."""
    numbers: tuple[str, ...] = ()
    """The numbers of its cases."""
    file: str
    """Its folder, relative to the workspace."""
