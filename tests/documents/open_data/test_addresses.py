"""Where the alliance is at home, and what is known everywhere by identifiers made from that."""

from __future__ import annotations

import re

import pytest

from osloregion_docs.documents.parts.open_data.web_identifiers import home_of, host_of, identifier
from osloregion_docs.model.programme import Organisation
from tests.years import small_programme


def organisation(website: str) -> Organisation:
    """An alliance with that website."""
    found = small_programme().organisation
    return found.model_copy(update={"secretariat": found.secretariat.model_copy(update={"website": website})})


@pytest.mark.parametrize(
    ("website", "host"),
    [
        ("www.osloregionen.no", "www.osloregionen.no"),
        ("https://www.Osloregionen.no/om-oss", "www.osloregionen.no"),
        (" http://x.no:8080 ", "x.no"),
        ("blåbær.no", "xn--blbr-roah.no"),
        ("to..punktum", "to-punktum"),
        ("", "localhost"),
    ],
)
def test_host_of_a_website(website: str, host: str) -> None:
    """However it is written; there is always one."""
    assert host_of(organisation(website)) == host


def test_home_is_an_address() -> None:
    """Of the web."""
    assert home_of(organisation("www.osloregionen.no")) == "https://www.osloregionen.no"


def test_identifier_is_the_same_for_ever() -> None:
    """It depends on the website and the address, and on nothing else: whoever changes this breaks what others keep."""
    assert identifier(organisation("www.osloregionen.no"), "measures/gods") == "_e8f95457-74d6-59da-9b76-97c2c36f77d7"


def test_identifiers_differ() -> None:
    """From address to address, and from alliance to alliance."""
    here, there = organisation("a.no"), organisation("b.no")
    made = {identifier(who, address) for who in (here, there) for address in ("measures/en", "measures/to")}

    assert (len(made), all(re.fullmatch(r"_[0-9a-f-]{36}", each) for each in made)) == (4, True)
