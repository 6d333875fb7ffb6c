"""The marks of patterns as geometry: no drawing needs pattern fills or clipping, which not every program has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, TypeAlias

from osloregion_docs.charts.style import Fill, Pattern


class Box(NamedTuple):
    """A rectangle, in points from the top left."""

    x: float
    y: float
    width: float
    height: float


Line: TypeAlias = "tuple[tuple[float, float], tuple[float, float]]"


def marks(pattern: Pattern, fill: Fill, box: Box) -> list[Line]:
    """The lines of a pattern inside a box; for dots, lines as short as they are thick."""
    made = _MARKS.get(pattern)
    return list(made(box, fill)) if made else []


def _rising(box: Box, fill: Fill) -> Iterator[Line]:
    """Lines from bottom left to top right."""
    width, height = box.width, box.height
    step = fill.gap * 2**0.5
    along = step / 2
    while along < width + height:
        begin = (min(along, width), max(0.0, along - width))
        end = (max(0.0, along - height), min(along, height))
        yield _map_point(box, begin), _map_point(box, end)
        along += step


def _falling(box: Box, fill: Fill) -> Iterator[Line]:
    """Lines from top left to bottom right."""
    for (x1, y1), (x2, y2) in _rising(box, fill):
        yield (x1, _flip(box, y1)), (x2, _flip(box, y2))


def _grid(box: Box, fill: Fill) -> Iterator[Line]:
    yield from _rising(box, fill)
    yield from _falling(box, fill)


def _bars(box: Box, fill: Fill) -> Iterator[Line]:
    """Upright lines."""
    for x in _steps(box.width, fill.gap):
        yield _map_point(box, (x, 0)), _map_point(box, (x, box.height))


def _level(box: Box, fill: Fill) -> Iterator[Line]:
    """Lines that lie."""
    for y in _steps(box.height, fill.gap):
        yield _map_point(box, (0, y)), _map_point(box, (box.width, y))


def _dots(box: Box, fill: Fill) -> Iterator[Line]:
    half = fill.weight / 2
    for row, y in enumerate(_steps(box.height, fill.gap * 0.75)):
        for x in _steps(box.width, fill.gap * 1.5):
            at = x + (row % 2) * fill.gap * 0.75
            if half <= at <= box.width - half:
                yield _map_point(box, (at - half, y)), _map_point(box, (at + half, y))


def _steps(length: float, gap: float) -> Iterator[float]:
    """Places that are evenly spread, and as far from one end as from the other."""
    count = int(length // gap)
    first = (length - max(0, count - 1) * gap) / 2
    yield from (first + place * gap for place in range(count))


def _map_point(box: Box, point: tuple[float, float]) -> tuple[float, float]:
    return box.x + point[0], box.y + point[1]


def _flip(box: Box, y: float) -> float:
    return 2 * box.y + box.height - y


_MARKS: Final[dict[str, Callable[[Box, Fill], Iterator[Line]]]] = {
    "rising": _rising,
    "falling": _falling,
    "grid": _grid,
    "bars": _bars,
    "level": _level,
    "dots": _dots,
}
