"""Who sits in the organs and who was at the meetings, as far as the public edition names them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.parts.open_data.oparl import Membership, Organization, Person
from osloregion_docs.model.organ import Organ, Seat
from osloregion_docs.model.programme import Programme

BODY: Final = "#"
"""The alliance itself: the whole file."""
_TYPES: Final = {"secretariat": "Verwaltungsbereich", "group": "Sonstiges"}


@dataclass(slots=True)
class People:
    """The persons and organisations that are named, each with an id of its own."""

    programme: Programme
    printer: Printer
    anchors: Anchors = field(default_factory=Anchors)
    known: dict[tuple[str, str], str] = field(default_factory=dict)
    """Kind and name to id."""
    memberships: dict[str, list[Membership]] = field(default_factory=dict)
    """Person's id to the seats held."""

    def person(self, name: str) -> str:
        """The id of a person; whoever has the same name is the same."""
        return self._id("person", name)

    def organs(self) -> Iterator[Organization]:
        """The year's organs, and behind them those whom their seats stand for."""
        for organ in self.programme.organs:
            seats = [
                membership for place, seat in enumerate(organ.seats, 1) for membership in self._held(organ, place, seat)
            ]
            yield Organization(
                id=organ_id(organ.id),
                body=BODY,
                name=self.printer.text(organ.name),
                organization_type=_TYPES.get(organ.kind, "Gremium"),
                start_date=organ.since,
                end_date=organ.until,
                membership=tuple(seats) or None,
            )
        for (kind, name), id_ in list(self.known.items()):
            if kind == "organisation":
                yield Organization(id=id_, body=BODY, name=name, organization_type="Institution")

    def persons(self) -> Iterator[Person]:
        """Everybody who was named so far."""
        for (kind, name), id_ in self.known.items():
            if kind == "person":
                held = tuple(self.memberships.get(id_, ()))
                yield Person(id=id_, body=BODY, name=name, membership=held or None)

    def _held(self, organ: Organ, place: int, seat: Seat) -> Iterator[str]:
        """The memberships of a seat: of who holds it, and of the deputies."""
        address = f"{organ_id(organ.id)}/seats/{place}"
        behalf = self._id("organisation", self.printer.text(seat.represents))
        role = self.printer.text(seat.role) or None
        deputy = self.printer.labels.open_data.deputy
        holders = [(address, seat.member, role)] if seat.member else []
        stand_ins = [(f"{address}/deputies/{at}", name, deputy) for at, name in enumerate(seat.deputies, 1)]
        for id_, name, called in (*holders, *stand_ins):
            membership = Membership(
                id=id_,
                organization=organ_id(organ.id),
                role=called,
                voting_right=id_ == address,
                start_date=seat.since,
                end_date=seat.until,
                on_behalf_of=behalf,
            )
            self.memberships.setdefault(self.person(name), []).append(membership)
            yield id_

    def _id(self, kind: str, name: str) -> str:
        if (kind, name) not in self.known:
            self.known[kind, name] = f"#{self.anchors.new(kind, name, '')}"
        return self.known[kind, name]


def organ_id(organ: str) -> str:
    """The id of an organ: its address in the file."""
    return f"#organs/{organ}"
