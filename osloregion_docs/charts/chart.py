"""What a chart is: plain frozen values with their text ready to print, and how they lie on a drawing."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from osloregion_docs.charts.layout import Layout
    from osloregion_docs.charts.ruler import Ruler


class Part(BaseModel):
    """A part of a chart: a bar, a line, a group."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Chart(Part, ABC):
    """A chart (figur). It is false while there is nothing to draw."""

    @abstractmethod
    def layout(self, ruler: Ruler, width: float) -> Layout:
        """The layout of a drawing of that width in points."""

    @abstractmethod
    def __bool__(self) -> bool:
        """Whether there is anything to draw."""
