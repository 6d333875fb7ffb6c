"""Who issues a document: the alliance and its secretariat."""

from __future__ import annotations

from osloregion_docs.documents.document import Context, Properties
from osloregion_docs.documents.parts.formatting import Printer
from osloregion_docs.language import Language
from osloregion_docs.model.programme import Organisation


class SecretariatEntry(Context):
    """The secretariat as a document shows it."""

    name: str
    website: str
    address: tuple[str, ...]


class SentContext(Context):
    """What the templates of every document with a cover may use: its title and edition, and who sends it."""

    title: str
    edition: str
    organisation: str
    secretariat: SecretariatEntry


def properties_of(context: SentContext, language: Language, description: str = "") -> Properties:
    """What the file of such a document says of itself."""
    return Properties(
        title=f"{context.title} – {context.organisation}",
        author=context.secretariat.name,
        language=language,
        status=context.edition,
        description=description or f"{context.title}, {context.organisation}. {context.edition}.",
        heading=context.title,
    )


def secretariat_of(organisation: Organisation, printer: Printer) -> SecretariatEntry:
    """The secretariat of the alliance."""
    return SecretariatEntry(
        name=printer.text(organisation.secretariat.name),
        website=organisation.secretariat.website,
        address=organisation.secretariat.address,
    )
