"""A meeting that lies with another year, as far as this one must know of it."""

from __future__ import annotations

from osloregion_docs.model.base import Day, Model, Slug


class OtherYearMeeting(Model):
    """A meeting in another year's folder, as far as one organ held it: its cases are counted, its numbers are taken."""

    organ: Slug
    date: Day
    cases: int
    """How many cases the organ treated."""
    numbers: tuple[str, ...] = ()
    """The numbers of its cases."""
    file: str
    """The folder it lies in, relative to the workspace."""
