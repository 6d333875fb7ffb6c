"""The fixed words of the trace from strategy to result."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class TraceLabels(BaseModel):
    """Every fixed word of the trace in one language. ``{…}`` stands for what is put in."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    trace: str
    summary: str
    served: str
    """How many of the activities are served by measures."""
    not_told_anywhere: str
    """What is said instead where no measure says which activities it serves."""
    reported: str
    """How many of the measures have a status."""
    measure_areas: str
    no_measure_area: str
    no_measure: str
    not_told: str
    """What stands below an activity where no measure says which activities it serves."""
    no_case: str
    measures: str
    without_activity: str
    without_focus_area: str
