"""Patterns: they stay in their boxes, and no two are alike in grey."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from osloregion_docs.charts.patterns import Box, marks
from osloregion_docs.charts.style import FILLS, PATTERNS, Pattern

SIZES = st.floats(0.5, 300, allow_nan=False)


@given(st.sampled_from(PATTERNS), SIZES, SIZES)
def test_marks_lie_in_their_box(pattern: Pattern, width: float, height: float) -> None:
    """No line of a pattern leaves the bar that it is drawn in."""
    box = Box(10, 20, width, height)
    for line in marks(pattern, FILLS[pattern], box):
        for x, y in line:
            assert 10 - 1e-6 <= x <= 10 + width + 1e-6
            assert 20 - 1e-6 <= y <= 20 + height + 1e-6


@pytest.mark.parametrize(("one", "other"), list(combinations(PATTERNS, 2)))
def test_patterns_differ_without_colour(one: Pattern, other: Pattern) -> None:
    """In grey a bar of one pattern is not mistaken for one of another: many of their dots differ clearly."""
    dots = zip(_grey(one), _grey(other), strict=True)
    differing = [a for a, b in dots if abs(a - b) > 40]
    assert len(differing) > 0.08 * 120 * 60


def _grey(pattern: Pattern) -> list[int]:
    """The dots of a bar in that pattern, in grey."""
    scale = 4
    image = Image.new("L", (120, 60), FILLS[pattern].ground)
    draw = ImageDraw.Draw(image)
    for (x1, y1), (x2, y2) in marks(pattern, FILLS[pattern], Box(0, 0, 30, 15)):
        ends = (x1 * scale, y1 * scale, x2 * scale, y2 * scale)
        draw.line(ends, fill=FILLS[pattern].mark, width=round(FILLS[pattern].weight * scale))
    return list(image.tobytes())
