"""Where the money comes from, or goes to (inntekter, utgifter): parts of a whole with their amounts and shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from osloregion_docs.charts.kinds.shares import Share, Shares
from osloregion_docs.documents.document import Picture
from osloregion_docs.documents.parts.figures.figure_context import Place, listed, table
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.documents.value import Value
from osloregion_docs.keypath import KeyPath
from osloregion_docs.labels import forms
from osloregion_docs.language import Language

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class MoneyPart:
    """A part: its name and its amount."""

    label: str
    amount: Decimal
    sources: tuple[KeyPath, ...] = ()
    """The addresses of the numbers that it is the sum of."""


def shares(printer: Printer, place: Place, parts: Sequence[MoneyPart], unit: str) -> Picture:
    """Parts of a whole in the order they are given; without shares where an amount is negative or the whole is nought.

    Args:
        printer: Prints in the language of the document.
        place: Its anchor and its caption.
        parts: The parts, all in the same unit; their sum is the whole.
        unit: What the amounts are counted in, as in ``1000 kroner``.
    """
    labels = printer.labels.pictures
    total = sum((part.amount for part in parts), Decimal(0))
    amounts = [printer.value(part.amount, "") for part in parts]
    percents = _percents(parts, total, printer.language)
    whole = printer.value(total, "")
    entries = [
        f"{part.label} {amount}{f' ({percent})' if percent else ''}"
        for part, amount, percent in zip(parts, amounts, percents, strict=True)
    ]
    noted = labels.unit.format(unit=unit)
    items = listed((*entries, f"{forms.in_sentence(labels.total)} {whole}"))
    everything = tuple(address for part in parts for address in part.sources)
    rows = [
        (part.label, Value(amount, part.sources), Value(share, everything if share else ()))
        for part, amount, share in zip(parts, amounts, percents, strict=True)
    ]
    return Picture(
        anchor=place.anchor,
        caption=place.caption,
        alternative=labels.shares.format(caption=place.caption, unit=forms.in_sentence(noted), items=items),
        description=labels.shares_read,
        table=table(place, (labels.line, labels.amount, labels.share), (*rows, (labels.total, whole, ""))),
        chart=Shares(
            parts=tuple(
                Share(label=part.label, amount=part.amount, printed=" · ".join(map(str, filter(None, row[1:]))))
                for part, row in zip(parts, rows, strict=True)
            ),
            whole=(labels.total, whole),
            unit=noted,
        ),
    )


def _percents(parts: Sequence[MoneyPart], total: Decimal, language: Language) -> list[str]:
    """The printed share of each part; empty texts where shares would mean nothing."""
    if total <= 0 or any(part.amount < 0 for part in parts):
        return [""] * len(parts)
    return [percent_of(part.amount, total, language) for part in parts]


def percent_of(amount: Decimal, total: Decimal, language: Language) -> str:
    """``77 %``, in English ``77%``; with one decimal below one percent."""
    if not total:
        return ""
    share = amount / total * _WHOLE
    shown = share.quantize(Decimal("0.1") if 0 < share < 1 else Decimal(1), ROUND_HALF_UP)
    return f"{forms.number(shown, language)}{'' if language == 'en' else forms.HARD_SPACE}%"
