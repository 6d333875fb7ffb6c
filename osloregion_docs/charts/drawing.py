"""Draws charts, the same every time: as vectors, and as dots for programs that show no vectors."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeVar

from osloregion_docs.charts.chart import Chart
from osloregion_docs.charts.layout import cut
from osloregion_docs.charts.svg import marks_of, whole

if TYPE_CHECKING:
    from osloregion_docs.charts.canvas import Canvas

_ONE_AT_A_TIME: Final = Lock()
"""matplotlib's settings are those of the whole process, and documents are rendered in threads."""
_REMEMBERED: Final = 64
_VERSION: Final = "1"
"""Raised when the same chart is drawn in another way, so that no old drawing is kept."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, or a part of it, in vectors: its size in points, and its shapes and words as SVG."""

    width: float
    height: float
    marks: str

    @property
    def svg(self) -> bytes:
        """The drawing as a file of its own."""
        return whole(self.marks, self.width, self.height)


@lru_cache(_REMEMBERED)
def drawings(chart: Chart, width: float, tallest: float | None = None) -> tuple[Drawing, ...]:
    """A chart in vectors, as wide as that.

    Args:
        chart: What is drawn; the words in it are text in the drawing.
        width: In points.
        tallest: In points; a chart that is taller comes in several drawings, each with the head of the chart.
    """

    def vectors(canvas: Canvas) -> Drawing:
        return Drawing(canvas.width, canvas.height, marks_of(canvas.svg()))

    return tuple(_each(chart, width, tallest, vectors))


@lru_cache(_REMEMBERED)
def rasters(chart: Chart, width: float, tallest: float | None = None) -> tuple[bytes, ...]:
    """The same drawings in dots, 300 to the inch, as PNG."""
    return tuple(_each(chart, width, tallest, lambda canvas: canvas.png()))


def versions() -> dict[str, str]:
    """The versions of what leaves its mark on the drawings."""
    from importlib.metadata import version  # noqa: PLC0415 - 15 ms, and only what renders asks

    return {"charts": _VERSION, **{name: version(name) for name in ("matplotlib", "pillow")}}


def _each(chart: Chart, width: float, tallest: float | None, make: Callable[[Canvas], T]) -> Iterator[T]:
    """What `make` makes of each drawing of a chart."""
    with _ONE_AT_A_TIME, _settings():
        from osloregion_docs.charts.canvas import Canvas  # noqa: PLC0415 - 400 ms with what it brings
        from osloregion_docs.charts.ruler import Ruler  # noqa: PLC0415

        for piece in cut(chart.layout(Ruler(), width), tallest):
            top = piece.head.height
            bottom = top + sum(row.height for row in piece.rows)
            canvas = Canvas(width, round(bottom + 1, 1))
            piece.behind(canvas, top, bottom)
            piece.head.draw(canvas, 0)
            for row in piece.rows:
                row.draw(canvas, top)
                top += row.height
            yield make(canvas)


@contextmanager
def _settings() -> Iterator[None]:
    """Let matplotlib have its own settings and ours, whatever the user's say; what it says of fonts is kept quiet."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    import matplotlib as library  # noqa: PLC0415 - 400 ms with what it brings

    with library.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        library.rcdefaults()
        library.rcParams["svg.fonttype"] = "none"
        library.rcParams["svg.hashsalt"] = "osloregion-docs"
        library.rcParams["path.simplify"] = False
        library.rcParams["text.hinting"] = "no_hinting"  # letters as wide in dots as they were measured
        yield
