"""Who has a part in a measure, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.model.measure import Party
from osloregion_docs.model.organ import Organ


def party_names(parties: Iterable[Party], organs: Mapping[str, Organ], printer: Printer) -> tuple[str, ...]:
    """The parties as they are printed; an organ by its own name, where none is given for it here."""
    return tuple(_name(party, organs, printer) for party in parties)


def _name(party: Party, organs: Mapping[str, Organ], printer: Printer) -> str:
    organ = organs.get(party.organ or "")
    return printer.text(party.name or (organ.name if organ else party.organ))
