"""The state of an edition: a draft, proposed to an organ, or adopted by its decision."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from osloregion_docs.model.base import Model, Slug
from osloregion_docs.model.organ import Decision


class Adoption(Model):
    """The state of this edition (vedtak av handlingsprogram)."""

    state: Literal["draft", "proposed", "adopted"] = "draft"
    organ: Slug | None = None
    """The organ it is proposed to."""
    decision: Decision | None = None
    """The decision that adopted it: organ, case and date."""

    @model_validator(mode="after")
    def _check_decision(self) -> Adoption:
        if self.state == "adopted" and self.decision is None:
            raise ValueError("an adopted edition needs its decision: organ, case and date")
        if self.state != "adopted" and self.decision is not None:
            raise ValueError(f"a decision is given, but the state is {self.state}")
        return self
