"""The fixed words of the trace from strategy to result."""

from __future__ import annotations

from osloregion_docs.labels.common import CommonLabels


class TraceLabels(CommonLabels):
    """Every fixed word of the trace in one language. ``{…}`` stands for what is put in."""

    trace: str
    summary: str
    served: str
    """How many of the activities are served by measures."""
    not_told_anywhere: str
    """Printed instead where no measure states which activities it serves."""
    budgeted: str
    """How many of the measures have a budget."""
    costs_not_told_anywhere: str
    """Printed instead where neither a measure nor a line of the budget states costs."""
    lines_from: str
    """Which column of the budget the amounts of its lines are taken from."""
    reported: str
    """How many of the measures have a status."""
    matrix: str
    """What stands above the table of a focus area."""
    activity: str
    budget: str
    case: str
    status: str
    results: str
    """What stands above what came of each measure."""
    measures: str
    measure_areas: str
    no_measure_area: str
    no_measure: str
    not_told: str
    """What stands beside an activity where no measure says which activities it serves."""
    line: str
    """A line of the budget that pays for a measure."""
    for_measures: str
    """What stands behind its amount where it pays for several."""
    no_budget: str
    no_case: str
    without_activity: str
    without_focus_area: str
