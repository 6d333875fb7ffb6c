"""The kinds of chart there are: one line each."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from osloregion_docs.charts.kinds.pairs import Pairs
from osloregion_docs.charts.kinds.shares import Shares
from osloregion_docs.charts.kinds.statuses import Statuses
from osloregion_docs.charts.kinds.timeline import Timeline

AnyChart: TypeAlias = Annotated[Timeline | Statuses | Pairs | Shares, Field(discriminator="kind")]
