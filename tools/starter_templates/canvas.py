"""A small picture drawn with smooth edges and written as PNG. Knows nothing of Word."""

import struct
import zlib
from collections.abc import Iterator
from math import ceil, dist, floor, hypot, inf, sqrt

Point = tuple[float, float]
RGB = tuple[int, int, int]


class Canvas:
    """Rows of pixels; all lengths are given in millimetres."""

    def __init__(self, width: float, height: float, ground: RGB, scale: int) -> None:
        """An empty picture of that colour; `scale` is the number of pixels in a millimetre."""
        self._scale, self._width, self._height = scale, round(width * scale), round(height * scale)
        self._rows = [bytearray(bytes(ground) * self._width) for _ in range(self._height)]

    def box(self, left: float, top: float, width: float, height: float, ink: RGB) -> None:
        """A filled rectangle."""
        start, end = round(left * self._scale), round((left + width) * self._scale)
        for y in range(round(top * self._scale), round((top + height) * self._scale)):
            self._rows[y][3 * start : 3 * end] = bytes(ink) * (end - start)

    def disc(self, middle: Point, radius: float, ink: RGB, strength: float = 1) -> None:
        """A filled circle, opaque or of that strength."""
        x, y, r = self._pixels(middle, radius)
        for row in self._span(y, r + 1):
            half = sqrt(max(0, (r - 1) ** 2 - (row + 0.5 - y) ** 2))
            start, end = self._inside(x - half), self._inside(x + half)
            self._tint(row, start, end, ink, strength)
            edge = sqrt(max(0, (r + 1) ** 2 - (row + 0.5 - y) ** 2))
            for column in (*range(self._inside(x - edge), start), *range(end, self._inside(x + edge + 1))):
                self._blend(column, row, ink, strength * _part(r - dist((column + 0.5, row + 0.5), (x, y))))

    def ring(self, middle: Point, radius: float, thickness: float, ink: RGB) -> None:
        """A circle drawn with a pen."""
        x, y, r = self._pixels(middle, radius)
        pen = thickness * self._scale / 2
        for row in self._span(y, r + pen + 1):
            for column in range(self._inside(x - r - pen - 1), self._inside(x + r + pen + 2)):
                self._blend(column, row, ink, _part(pen - abs(dist((column + 0.5, row + 0.5), (x, y)) - r)))

    def line(self, start: Point, end: Point, thickness: float, ink: RGB) -> None:
        """A straight line drawn with a pen."""
        (ax, ay, pen), (bx, by, _) = self._pixels(start, thickness / 2), self._pixels(end, 0)
        length, slope = hypot(bx - ax, by - ay), by - ay
        reach = (pen + 1) * length / abs(slope) if slope else inf
        for row in self._span((ay + by) / 2, abs(slope) / 2 + pen + 1):
            at = ax + (row + 0.5 - ay) * (bx - ax) / slope if slope else ax
            left, right = max(at - reach, min(ax, bx) - pen), min(at + reach, max(ax, bx) + pen)
            for column in range(self._inside(left), self._inside(right + 1)):
                across = abs((bx - ax) * (row + 0.5 - ay) - slope * (column + 0.5 - ax)) / length
                self._blend(column, row, ink, _part(pen - across))

    def png(self) -> bytes:
        """The picture as a PNG file."""
        head = struct.pack(">IIBBBBB", self._width, self._height, 8, 2, 0, 0, 0)
        density = struct.pack(">IIB", self._scale * 1000, self._scale * 1000, 1)
        pixels = zlib.compress(b"".join(b"\0" + row for row in self._rows), 9)
        chunks = ((b"IHDR", head), (b"pHYs", density), (b"IDAT", pixels), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, inner) for kind, inner in chunks)

    def _pixels(self, point: Point, length: float) -> tuple[float, float, float]:
        return point[0] * self._scale, point[1] * self._scale, length * self._scale

    def _span(self, middle: float, reach: float) -> Iterator[int]:
        yield from range(max(0, floor(middle - reach)), min(self._height, ceil(middle + reach)))

    def _inside(self, x: float) -> int:
        return int(min(max(0, x), self._width))

    def _tint(self, row: int, start: int, end: int, ink: RGB, strength: float) -> None:
        pixels = self._rows[row]
        for channel, value in enumerate(ink):
            table = bytes(round(old + (value - old) * strength) for old in range(256))
            place = slice(3 * start + channel, 3 * end, 3)
            pixels[place] = pixels[place].translate(table)

    def _blend(self, x: int, row: int, ink: RGB, strength: float) -> None:
        if strength > 0:
            pixels = self._rows[row]
            for i, value in enumerate(ink, 3 * x):
                pixels[i] += round((value - pixels[i]) * strength)


def _part(depth: float) -> float:
    """How much of a pixel is covered whose middle lies that deep inside the edge."""
    return min(1, max(0, depth + 0.5))


def _chunk(kind: bytes, inner: bytes) -> bytes:
    return struct.pack(">I", len(inner)) + kind + inner + struct.pack(">I", zlib.crc32(kind + inner))
