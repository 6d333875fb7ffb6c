"""Documents merged into one: each a part, with headings a level deeper and links that lead into itself."""

from __future__ import annotations

import json

from osloregion_docs.renderers.pandoc.merge import merge

VERSION = [1, 23, 1]


def tree(title: str, *blocks: object, language: str = "nb-NO") -> bytes:
    """A populated document."""
    meta = {
        "title": {"t": "MetaInlines", "c": [{"t": "Str", "c": title}]},
        "lang": {"t": "MetaString", "c": language},
    }
    return json.dumps({"pandoc-api-version": VERSION, "meta": meta, "blocks": blocks}).encode()


def header(level: int, anchor: str) -> dict[str, object]:
    """A heading."""
    return {"t": "Header", "c": [level, [anchor, [], []], [{"t": "Str", "c": anchor}]]}


def link(target: str) -> dict[str, object]:
    """A paragraph with a link."""
    return {"t": "Para", "c": [{"t": "Link", "c": [["", [], []], [{"t": "Str", "c": "se"}], [target, ""]]}]}


def merge_blocks(*parts: bytes) -> list[dict[str, object]]:
    """The blocks of a pack that holds these parts."""
    blocks: list[dict[str, object]] = json.loads(merge(tree("Pakke"), parts))["blocks"]
    return blocks


def test_each_part_begins_with_its_title() -> None:
    """At level 1, so that the pack's bookmarks lead to it."""
    blocks = merge_blocks(tree("Innkalling"), tree("Sak"))

    assert [(block["c"][0], block["c"][2]) for block in blocks] == [  # type: ignore[index]
        (1, [{"t": "Str", "c": "Innkalling"}]),
        (1, [{"t": "Str", "c": "Sak"}]),
    ]


def test_headings_stand_a_level_deeper() -> None:
    """Under the part's own."""
    blocks = merge_blocks(tree("Sak", header(1, "bakgrunn"), header(2, "mer")))

    assert [block["c"][0] for block in blocks] == [1, 2, 3]  # type: ignore[index]


def test_places_of_two_parts_do_not_meet() -> None:
    """Both have a heading of the same name, and each link leads into its own part."""
    part = tree("Sak", header(1, "bakgrunn"), link("#bakgrunn"))
    text = json.dumps(merge_blocks(part, part))

    assert all(text.count(f'"{place}"') == 1 for place in ("del-1-bakgrunn", "del-2-bakgrunn"))
    assert all(text.count(f'"#{place}"') == 1 for place in ("del-1-bakgrunn", "del-2-bakgrunn"))


def test_links_to_the_web_stay() -> None:
    """They lead where they led."""
    assert '"https://fjord.example"' in json.dumps(merge_blocks(tree("Sak", link("https://fjord.example"))))


def test_part_in_another_language_is_marked_whole() -> None:
    """Its title, and all below it."""
    title, text = merge_blocks(tree("Sak", header(1, "bakgrunn"), language="nn-NO"))
    marked = ["", [], [["lang", "nn-NO"]]]

    assert title["c"][2][0]["c"][0] == text["c"][0] == marked  # type: ignore[index]


def test_part_in_the_same_language_is_not_marked() -> None:
    """It has the language of the whole."""
    assert "lang" not in json.dumps(merge_blocks(tree("Sak", header(1, "bakgrunn"))))


def test_links_to_parts_lead_to_where_they_begin() -> None:
    """From any part to any other."""
    text = json.dumps(merge_blocks(tree("Innkalling", link("part:2")), tree("Program")))

    assert (text.count('"#del-2-begynner"'), text.count('"del-2-begynner"')) == (1, 1)


def test_links_to_files_stay() -> None:
    """They are relative to the pack, which is in the folder of its parts."""
    assert '"vedlegg/brev.pdf"' in json.dumps(merge_blocks(tree("Sak", link("vedlegg/brev.pdf"))))
