"""What charts are drawn on: matplotlib's figure, measured in points from the top left; only this file draws with it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Final, Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from PIL import Image

from osloregion_docs.charts.patterns import Box, marks
from osloregion_docs.charts.ruler import font
from osloregion_docs.charts.style import FILLS, INK, PAPER, SLATE, Pattern, Type, baseline, tidy

Point = tuple[float, float]
_INCH: Final = 72.0
_DOTS_PER_INCH: Final = 300
_COLOURS: Final = 128
_EDGE: Final = 0.6


class Canvas:
    """One drawing under way; later strokes lie above earlier ones."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._figure = Figure(figsize=(width / _INCH, height / _INCH), facecolor="none")
        self._axes: Axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, width)
        self._axes.set_ylim(height, 0)
        self._strokes = 0

    def text(self, at: Point, words: str, look: Type, align: Literal["left", "center", "right"] = "left") -> None:
        """A line of words; `at` is on their baseline."""
        x, y = at
        self._axes.text(
            x,
            y,
            tidy(words),
            fontproperties=font(look),
            color=look.colour,
            ha=align,
            va="baseline",
            parse_math=False,
            zorder=self._above(),
        )

    def lines(self, at: Point, lines: Sequence[str], look: Type, plate: tuple[str, float] = ("", 0.0)) -> None:
        """Lines of words, one under another; `at` is the top left of the first.

        A plate of that colour and width is drawn under them where other lines would run through the words.
        """
        x, top = at
        if plate[0]:
            self.box(Box(x - 1.5, top, plate[1] + 3, len(lines) * look.leading), plate[0])
        for place, line in enumerate(lines):
            self.text((x, top + place * look.leading + baseline(look)), line, look)

    def box(self, box: Box, colour: str, edge: str = "") -> None:
        """A rectangle, with an edge where that has a colour."""
        x, y, width, height = box
        patch = Rectangle((x, y), width, height, facecolor=colour, edgecolor=edge or "none", linewidth=_EDGE)
        self._add(patch)

    def area(self, box: Box, pattern: Pattern) -> None:
        """A rectangle in a pattern, with an edge."""
        fill = FILLS[pattern]
        self.box(box, fill.ground)
        if lines := marks(pattern, fill, box):
            points = [point for line in lines for point in line]
            codes = [Path.MOVETO, Path.LINETO] * len(lines)
            self._add(PathPatch(Path(points, codes), fill=False, edgecolor=fill.mark, linewidth=fill.weight))
        self.box(box, "none", SLATE if fill.ground == PAPER else INK)

    def shape(self, points: Sequence[Point], colour: str, edge: str = "") -> None:
        """A closed shape."""
        self._add(Polygon(points, closed=True, facecolor=colour, edgecolor=edge or "none", linewidth=_EDGE))

    def line(self, begin: Point, end: Point, colour: str, weight: float = 0.6, dash: tuple[float, ...] = ()) -> None:
        """A straight line; `dash` is how long its strokes and gaps are, in points."""
        path = Path([begin, end], [Path.MOVETO, Path.LINETO])
        style = (0, tuple(length / weight for length in dash)) if dash else "solid"
        self._add(PathPatch(path, fill=False, edgecolor=colour, linewidth=weight, linestyle=style))

    def svg(self) -> bytes:
        """The drawing as matplotlib writes it in SVG."""
        out = BytesIO()
        FigureCanvasSVG(self._figure).print_svg(out, metadata={"Date": None})  # type: ignore[no-untyped-call]
        return out.getvalue()

    def png(self) -> bytes:
        """The drawing in dots, 300 to the inch, on white; few colours, since a Word file holds it as it is."""
        out = BytesIO()
        self._figure.set_dpi(_DOTS_PER_INCH)
        self._figure.set_facecolor(PAPER)
        drawn = FigureCanvasAgg(self._figure)
        drawn.draw()  # type: ignore[no-untyped-call]
        dots = Image.frombuffer("RGBA", drawn.get_width_height(), bytes(drawn.buffer_rgba()))  # type: ignore[no-untyped-call]
        few = dots.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(out, "PNG", dpi=(_DOTS_PER_INCH, _DOTS_PER_INCH), optimize=True)
        return out.getvalue()

    def _add(self, patch: Rectangle | Polygon | PathPatch) -> None:
        patch.set(clip_on=False, zorder=self._above(), joinstyle="miter", capstyle="butt")
        self._axes.add_artist(patch)
        patch.set_clip_path(None)

    def _above(self) -> int:
        self._strokes += 1
        return self._strokes
