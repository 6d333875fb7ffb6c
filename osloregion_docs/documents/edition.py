"""How far a year's edition has come, as it stands below its title."""

from __future__ import annotations

from osloregion_docs.documents.printed import Printer
from osloregion_docs.model.programme import Programme


def edition_of(programme: Programme, printer: Printer) -> str:
    """``Utkast``, ``Forslag til behandling i styret``, ``Vedtatt av styret 5. desember 2017 (sak 57/17)``."""
    labels, adoption = printer.labels, programme.adoption
    if adoption.state == "adopted" and adoption.decision:
        decision = adoption.decision
        words = labels.adopted_by.format(organ=_in_text(decision.organ, programme, printer))
        date = f" {printer.value(decision.date, 'long')}" if decision.date else ""
        return words + date + (f" ({labels.case} {decision.case})" if decision.case else "")
    if adoption.state == "proposed":
        organ = adoption.organ
        return labels.proposed_to.format(organ=_in_text(organ, programme, printer)) if organ else labels.proposed
    return labels.draft


def _in_text(organ: str, programme: Programme, printer: Printer) -> str:
    names = {each.id: each.name for each in programme.organs}
    name = printer.text(names.get(organ, organ))
    return name[:1].lower() + name[1:]
