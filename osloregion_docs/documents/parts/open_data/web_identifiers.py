"""Where an alliance is at home on the web, and the identifiers that are made from it."""

from __future__ import annotations

import re

from osloregion_docs.model.programme import Organisation
from osloregion_docs.slug import slug


def host_of(organisation: Organisation) -> str:
    """The host of the secretariat's website: ``www.osloregionen.no``; in the letters that all programs know."""
    written = re.sub(r"^[a-z]+://", "", organisation.secretariat.website.strip().lower())
    host = re.split(r"[/:?#]", written, maxsplit=1)[0]
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        host = slug(host)
    return re.sub(r"[^a-z0-9.-]+", "-", host).strip("-.") or "localhost"


def home_of(organisation: Organisation) -> str:
    """The address of the secretariat's website: ``https://www.osloregionen.no``."""
    return f"https://{host_of(organisation)}"


def identifier(organisation: Organisation, address: str) -> str:
    """What a value is known by everywhere and always, made from the website and the value's address.

    The same as long as neither changes; it begins with a letter or underscore, as identifiers in XML must.

    *Source*: RFC 9562, section 5.5 (UUID version 5 of a URL); XML 1.0, validity constraint ID.
    """
    import uuid  # noqa: PLC0415 - only where identifiers are made

    return f"_{uuid.uuid5(uuid.NAMESPACE_URL, f'{home_of(organisation)}/{address}')}"
