"""Which edition a document is of, and where things were decided, as they are printed."""

from __future__ import annotations

from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.labels import forms
from osloregion_docs.model.organ import Decision
from osloregion_docs.model.programme import Programme


def edition(programme: Programme, printer: Printer) -> str:
    """``Utkast``, ``Forslag til behandling i styret``, ``Vedtatt av styret 5. desember 2017 (sak 57/17)``."""
    labels, adoption = printer.labels, programme.adoption
    if adoption.state == "adopted" and adoption.decision:
        return decided(programme, printer, labels.adopted_by, adoption.decision)
    if adoption.state == "proposed":
        organ = adoption.organ
        return labels.proposed_to.format(organ=organ_in_text(programme, printer, organ)) if organ else labels.proposed
    return labels.draft


def decided(programme: Programme, printer: Printer, words: str, decision: Decision) -> str:
    """Words around ``{organ}``, and day or year and case behind: ``Vedtatt av styret 5. desember 2017 (sak 57/17)``."""
    sentence = words.format(organ=organ_in_text(programme, printer, decision.organ))
    when = printer.value(decision.date, "long") if decision.date else str(decision.year or "")
    case = f"({printer.labels.case} {decision.case})" if decision.case else ""
    return " ".join(part for part in (sentence, when, case) if part)


def organ_in_text(programme: Programme, printer: Printer, organ: str) -> str:
    """An organ's name as it is written inside a sentence."""
    name = next((printer.text(each.name) for each in programme.organs if each.id == organ), organ)
    return forms.in_sentence(name)
