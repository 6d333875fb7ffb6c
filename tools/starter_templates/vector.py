"""A small picture written as SVG, drawn as on a canvas. Knows nothing of Word."""

from canvas import RGB, Point


class Vector:
    """Shapes one above the other; all lengths are given in millimetres."""

    def __init__(self, width: float, height: float, ground: RGB) -> None:
        """An empty picture of that colour."""
        self._size = f"{width:g} {height:g}"
        self._shapes = [f'<path fill="{_hex(ground)}" d="M0 0h{width:g}v{height:g}H0z"/>']

    def box(self, left: float, top: float, width: float, height: float, ink: RGB) -> None:
        """A filled rectangle."""
        self._shapes.append(
            f'<path fill="{_hex(ink)}" d="M{_at((left, top))}h{_short(width)}v{_short(height)}h{_short(-width)}z"/>'
        )

    def disc(self, middle: Point, radius: float, ink: RGB, strength: float = 1) -> None:
        """A filled circle, opaque or of that strength."""
        opacity = "" if strength == 1 else f' fill-opacity="{_short(strength)}"'
        self._circle(middle, radius, f'fill="{_hex(ink)}"{opacity}')

    def ring(self, middle: Point, radius: float, thickness: float, ink: RGB) -> None:
        """A circle drawn with a pen."""
        self._circle(middle, radius, f'fill="none" {_pen(thickness, ink)}')

    def line(self, start: Point, end: Point, thickness: float, ink: RGB) -> None:
        """A straight line drawn with a pen; it joins the path of the line before, if the pen is the same."""
        opening, way = f'<path fill="none" {_pen(thickness, ink)} d="', f"M{_at(start)}L{_at(end)}"
        if self._shapes[-1].startswith(opening):
            self._shapes[-1] = self._shapes[-1].removesuffix('"/>') + way + '"/>'
        else:
            self._shapes.append(f'{opening}{way}"/>')

    def svg(self) -> str:
        """The picture as an SVG element, which readers of the page are not told about."""
        hidden = 'aria-hidden="true" focusable="false"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self._size}" {hidden}>'
        return "\n".join((head, *self._shapes, "</svg>", ""))

    def _circle(self, middle: Point, radius: float, look: str) -> None:
        x, y = middle
        self._shapes.append(f'<circle cx="{_short(x)}" cy="{_short(y)}" r="{_short(radius)}" {look}/>')


def _pen(thickness: float, ink: RGB) -> str:
    return f'stroke="{_hex(ink)}" stroke-width="{_short(thickness)}"'


def _at(point: Point) -> str:
    return f"{_short(point[0])} {_short(point[1])}"


def _short(length: float) -> str:
    return f"{round(length, 2):g}"


def _hex(ink: RGB) -> str:
    return "#" + bytes(ink).hex()
