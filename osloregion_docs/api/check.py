"""check: everything that is wrong in a year and in its templates."""

from __future__ import annotations

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.pipeline import check_year
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.workspace.workspace import Workspace

_ALL = Choice()


def check(workspace: Workspace, year: int, choice: Choice = _ALL) -> Outcome[bool]:
    """Check the sources and templates of a year. An unchanged year is answered from the cache.

    Args:
        workspace: The workspace with the year.
        year: Four digits.
        choice: Whose templates are checked; all by default.

    Returns:
        True, or no value where the sources cannot be assembled to a programme, with the diagnostics by file and line.
        The programme itself is returned by `load`.

    Raises:
        YearNotFound, NotAvailable, TemplateMissing: something was requested that does not exist.
    """
    return check_year(workspace, year, choice)
