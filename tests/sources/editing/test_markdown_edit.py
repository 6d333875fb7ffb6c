"""Edits of Markdown bodies: only the characters, the block or the item that is edited changes."""

from __future__ import annotations

import pytest

from osloregion_docs.sources.editing.operations import DeleteAt, InsertAt, MoveTo, Operation, ReorderAt, SetAt
from osloregion_docs.sources.editing.source_edit import UnsafeEdit, edit_source
from osloregion_docs.sources.read import read_case, read_chapter, read_measure
from osloregion_docs.sources.tree import Plain

FRONT = "---\ntitle: a\n---\n"


def paragraph(text: str) -> Plain:
    """A paragraph as reading gives it."""
    return {"kind": "paragraph", "runs": [{"text": text}]}


def edit(body: str, operation: Operation) -> str:
    """The body of a measure after an edit; steps begin inside its content."""
    source, _faults = read_measure((FRONT + body).encode(), "a.md")
    assert source is not None
    return edit_source((FRONT + body).encode(), source, operation, read_measure).decode().removeprefix(FRONT)


EDITED: dict[str, tuple[str, Operation, str]] = {
    "a word between marks": (
        "\nHei *du* [a](b) \\* øl\nder.\n",
        SetAt(("content", 0, "runs", 4, "text"), " * vin der."),
        "\nHei *du* [a](b) \\* vin\nder.\n",
    ),
    "characters that need escapes": (
        "\n- a _b_\n",
        SetAt(("content", 0, "items", 0, 0, "runs", 0, "text"), "1. *a* "),
        "\n- 1\\. \\*a\\* _b_\n",
    ),
    "a line break in an item": (
        "\n- a\n",
        SetAt(("content", 0, "items", 0, 0, "runs", 0, "text"), "a\nb"),
        "\n- a\\\n  b\n",
    ),
    "text before strong punctuation": (
        "\n**(x)**\n",
        InsertAt(("content", 0, "runs", 0), {"text": "a"}),
        "\n&#97;**\\(x\\)**\n",
    ),
    "a run between two others": ("\na **b** c\n", DeleteAt(("content", 0, "runs", 1)), "\na  c\n"),
    "a paragraph below a comment": (
        "\n<!-- k -->\n\na\n",
        InsertAt(("content", 0), paragraph("b")),
        "\n<!-- k -->\n\nb\n\na\n",
    ),
    "a paragraph in an empty body": ("", InsertAt(("content", 0), paragraph("b")), "\nb\n"),
    "the only paragraph removed": ("\na\n", DeleteAt(("content", 0)), "\n"),
    "a paragraph above a comment": ("\na\n\n<!-- k -->\n\nb\n", DeleteAt(("content", 0)), "\n<!-- k -->\n\nb\n"),
    "the last paragraph": ("\na\n\nb", DeleteAt(("content", 1)), "\na"),
    "an item of a tight list": (
        "\n* a\n* b\n",
        InsertAt(("content", 0, "items", 1), [paragraph("c")]),
        "\n* a\n* c\n* b\n",
    ),
    "an item of a loose list": (
        "\n- a\n\n- b\n",
        InsertAt(("content", 0, "items", 2), [paragraph("c"), paragraph("d")]),
        "\n- a\n\n- b\n\n- c\n\n  d\n",
    ),
    "a numbered item": (
        "\n1) a\n2) b\n",
        InsertAt(("content", 0, "items", 2), [paragraph("c")]),
        "\n1) a\n2) b\n3) c\n",
    ),
    "the first numbered item": ("\n1. a\n2. b\n3. c\n", DeleteAt(("content", 0, "items", 0)), "\n1. b\n3. c\n"),
    "numbered items in another order": (
        "\n1. a\n2. b\n",
        ReorderAt(("content", 0, "items"), (1, 0)),
        "\n1. b\n2. a\n",
    ),
    "an item out of its list": (
        "\n- a\n  - b\n  - c\n- d\n",
        MoveTo(("content", 0, "items", 0, 1, "items", 1), ("content", 0, "items", 1)),
        "\n- a\n  - b\n- c\n- d\n",
    ),
    "a list after a list": (
        "\n- a\n",
        InsertAt(("content", 1), {"kind": "list", "ordered": False, "items": [[paragraph("b")]]}),
        "\n- a\n\n* b\n",
    ),
    "all blocks": ("\na\n\nb\n", SetAt(("content",), [paragraph("c")]), "\nc\n"),
}


@pytest.mark.parametrize(("before", "operation", "after"), EDITED.values(), ids=EDITED)
def test_body_is_edited(before: str, operation: Operation, after: str) -> None:
    """With the markers, escapes and blank lines that are there."""
    assert edit(before, operation) == after


def test_value_that_markdown_cannot_hold_is_refused() -> None:
    """Such as a run without text, or a block of an unknown kind."""
    for value in ({"kind": "paragraph", "runs": [{"text": ""}]}, {"kind": "table"}, {"kind": "paragraph"}):
        with pytest.raises(UnsafeEdit):
            edit("\na\n", SetAt(("content", 0), value))


PARTS: dict[str, tuple[Operation, str]] = {
    "a part removed": (DeleteAt(("content", "background")), "\n## Vurdering\n\nc\n"),
    "a part replaced": (
        SetAt(("content", "background"), [paragraph("x")]),
        "\n## Bakgrunn\n\nx\n\n## Vurdering\n\nc\n",
    ),
    "its blocks in another order": (
        ReorderAt(("content", "background"), (1, 0)),
        "\n## Bakgrunn\n\nb\n\na\n\n## Vurdering\n\nc\n",
    ),
    "a block to another part": (
        MoveTo(("content", "background", 0), ("content", "assessment", 1)),
        "\n## Bakgrunn\n\nb\n\n## Vurdering\n\nc\n\na\n",
    ),
}


@pytest.mark.parametrize(("operation", "after"), PARTS.values(), ids=PARTS)
def test_parts_of_a_case_are_edited(operation: Operation, after: str) -> None:
    """By the part's name and the block's place in it."""
    raw = (FRONT + "\n## Bakgrunn\n\na\n\nb\n\n## Vurdering\n\nc\n").encode()
    source, _faults = read_case(raw, "a.md")
    assert source is not None

    assert edit_source(raw, source, operation, read_case).decode() == FRONT + after


def test_title_of_a_chapter_is_a_line_of_text() -> None:
    """With its placeholders; as text or as the runs that reading gives."""
    raw = b"---\ntitle: a {{ year }}\n---\n"
    source, _faults = read_chapter(raw, "a.md")
    assert source is not None
    runs: Plain = [{"placeholder": {"path": "year"}}, {"text": " b"}]

    for value in ("{{ year }} b", runs):
        after = edit_source(raw, source, SetAt(("title",), value), read_chapter)
        assert after == b"---\ntitle: '{{ year }} b'\n---\n"
