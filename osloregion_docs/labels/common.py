"""The fixed words that documents of all kinds share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class CommonLabels(BaseModel):
    """The words that every group of labels has; each is written once, at the top of its language's file."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    contents: str
    page: str
    of: str
    measure: str
    measure_facts: str
