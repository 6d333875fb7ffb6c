"""Who sends a document: the alliance and its secretariat, as they stand on it."""

from __future__ import annotations

from osloregion_docs.documents.document import Context
from osloregion_docs.documents.printed import Printer
from osloregion_docs.model.programme import Organisation


class SecretariatEntry(Context):
    """The secretariat as a document shows it."""

    name: str
    website: str
    address: tuple[str, ...]


def secretariat_of(organisation: Organisation, printer: Printer) -> SecretariatEntry:
    """The secretariat of the alliance."""
    return SecretariatEntry(
        name=printer.text(organisation.secretariat.name),
        website=organisation.secretariat.website,
        address=organisation.secretariat.address,
    )
