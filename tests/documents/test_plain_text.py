"""Running text without looks: lines, bullets, numbers and links."""

from __future__ import annotations

import pytest

from osloregion_docs.documents.document import Blocks
from osloregion_docs.documents.parts.plain_text import plain_text
from osloregion_docs.sources.markdown import read_markdown

CASES = [
    ("", ""),
    ("En **to** *tre*.", "En to tre."),
    ("En.\n\nTo.", "En.\nTo."),
    ("- en\n- to", "• en\n• to"),
    ("3. tre\n4. fire", "3. tre\n4. fire"),
    ("- en\n  - inni\n- to", "• en\n  • inni\n• to"),
    ("- en\n\n  mer\n- to", "• en\n  mer\n• to"),
    ("1. - inni", "1. • inni"),
    ("[her](https://x.no)", "her (https://x.no)"),
    ("<https://x.no>", "https://x.no"),
]


@pytest.mark.parametrize(("markdown", "plain"), CASES)
def test_text_without_looks(markdown: str, plain: str) -> None:
    """A paragraph or point a line, inner ones further in."""
    assert plain_text(Blocks(items=read_markdown(markdown, placeholders=False).blocks)) == plain
