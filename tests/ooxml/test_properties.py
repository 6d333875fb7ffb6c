"""What a Word file says of itself."""

from __future__ import annotations

from lxml import etree

from osloregion_docs.ooxml import properties

PARTS = {
    "_rels/.rels": b"<Relationships></Relationships>",
    "[Content_Types].xml": b"<Types></Types>",
}
STYLES = (
    b'<w:styles><w:docDefaults><w:lang w:val="en-US"/></w:docDefaults>'
    b'<w:style><w:lang w:val="en-GB"/></w:style></w:styles>'
)


def test_core_properties_hold_any_text() -> None:
    """Titles with & and < are titles."""
    core = properties.core_properties("A & B <C>", "", "nb-NO", "Utkast")

    assert [element.text for element in etree.fromstring(core)] == ["A & B <C>", "nb-NO", "Utkast"]


def test_core_properties_have_no_clock() -> None:
    """Neither made nor changed on any day."""
    assert b"dcterms" not in properties.core_properties("A", "B", "nb-NO", "")


def test_core_part_is_declared_once() -> None:
    """Also when it is put in twice."""
    once = properties.with_core(PARTS, b"<core/>")
    twice = properties.with_core(once, b"<core/>")

    assert (twice["_rels/.rels"].count(b"core.xml"), twice["[Content_Types].xml"].count(b"core.xml")) == (1, 1)


def test_language_of_the_document() -> None:
    """The default language is set; that of a single style stays."""
    styles = properties.in_locale(STYLES, "nn-NO")

    assert (styles.count(b'"nn-NO"'), styles.count(b'"en-GB"')) == (1, 1)


def test_links_are_added_to_those_there_are() -> None:
    """Addresses with & are escaped."""
    rels = properties.with_links(b"<Relationships><a/></Relationships>", [("rId9", "https://x.no/?a=1&b=2")])

    assert [element.get("Target") for element in etree.fromstring(rels)] == [None, "https://x.no/?a=1&b=2"]
