"""Places that links lead to: each with a name of its own, in letters that any address can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.documents.parts.anchors import Anchors
from osloregion_docs.keypath import KeyPath
from osloregion_docs.language import LANGUAGES
from osloregion_docs.model.lookup import at
from osloregion_docs.model.programme import Programme
from osloregion_docs.slug import slug


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Roller og arbeid", "roller-og-arbeid"),
        ("Økonomiske rammer 2018", "okonomiske-rammer-2018"),
        ("Blåbær, ærlig og ÆRE", "blabaer-aerlig-og-aere"),
        ("Næringsutvikling – på tvers", "naeringsutvikling-pa-tvers"),
        ("A\u030angstrom", "angstrom"),
        ("Đávvirat, ŋ og Ŧ", "davvirat-n-og-t"),
        ("naïve façade", "naive-facade"),
        ("  - «Ja!» -  ", "ja"),
        ("én\u00a0to\nthree\tfire", "en-to-three-fire"),
        ("日本 / 😀", ""),
        ("", ""),
    ],
)
def test_slug(words: str, expected: str) -> None:
    """Norwegian letters as one writes them without, others without their marks, all else a hyphen."""
    assert slug(words) == expected


@given(st.text())
def test_slug_is_plain(words: str) -> None:
    """Whatever the words: small letters, digits, and single hyphens between them."""
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug(words))


@given(st.text())
def test_slug_of_a_slug_is_itself(words: str) -> None:
    """There is nothing left to make plain."""
    assert slug(slug(words)) == slug(words)


def test_anchor_is_named_after_kind_and_words() -> None:
    """So that a link says where it leads."""
    assert Anchors().new("kapittel", "Roller og arbeid", "texts/roller") == "kapittel-roller-og-arbeid"


def test_place_without_words_is_named_after_its_kind() -> None:
    """Nor does it end in a hyphen."""
    assert Anchors().new("del", "?", "texts/roller") == "del"


def test_second_place_of_a_name_is_counted() -> None:
    """From two on."""
    anchors = Anchors()

    assert [anchors.new("del", words, "texts/a") for words in ("Mål", "mål", "MÅL!")] == [
        "del-mal",
        "del-mal-2",
        "del-mal-3",
    ]


@given(st.lists(st.tuples(st.sampled_from(["del", "kapittel"]), st.text("aå -2", max_size=4))))
def test_no_anchor_is_given_out_twice(places: list[tuple[str, str]]) -> None:
    """Even where the words of one are the counted name of another."""
    anchors = Anchors()
    given_out = [anchors.new(kind, words, "") for kind, words in places]

    assert len(set(given_out)) == len(given_out)


def test_anchor_that_was_taken_before_is_passed_over() -> None:
    """The names that links to measures lead to are taken from the beginning."""
    assert Anchors({"tiltak-gods": "measures/gods"}).new("tiltak", "gods", "texts/gods") == "tiltak-gods-2"


def test_anchor_leads_to_the_address() -> None:
    """Of what stands there."""
    anchors = Anchors()
    anchor = anchors.new("kapittel", "Om oss", "texts/om-oss")

    assert anchors.addresses == {anchor: "texts/om-oss"}


def anchors_in(value: object) -> Iterator[str]:
    """Every anchor of a context, in order."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if name == "anchor" and inner:
                yield inner
            else:
                yield from anchors_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from anchors_in(inner)


def test_no_two_places_of_a_programme_share_an_anchor(document_2018: Document) -> None:
    """In the whole of 2018."""
    found = list(anchors_in(document_2018.context))

    assert (len(found) > 20, sorted(found)) == (True, sorted(set(found)))


def test_every_place_has_an_address(document_2018: Document) -> None:
    """So that what a format refuses can be said where it stands."""
    assert [anchor for anchor in anchors_in(document_2018.context) if anchor not in document_2018.addresses] == []


def test_every_address_leads_somewhere(document_2018: Document, programme_2018: Programme) -> None:
    """To a value of the programme."""
    assert [a for a in document_2018.addresses.values() if at(programme_2018, KeyPath.of(a)) is None] == []


def test_anchors_of_measures_are_the_same_in_every_language(programme_2018: Programme) -> None:
    """A link to a measure leads to it in any edition."""
    names = []
    for language in LANGUAGES:
        [document] = ACTION_PROGRAMME.compose(programme_2018, language)
        names.append([anchor for anchor in anchors_in(document.context) if anchor.startswith("tiltak-")])

    assert names == [names[0]] * len(LANGUAGES) != [[]] * len(LANGUAGES)
