"""Charts as they are drawn: the same every time, whole, with all their words, and none of them cut off."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from osloregion_docs.charts.chart import Chart
from osloregion_docs.charts.drawing import Drawing, drawings, rasters
from osloregion_docs.charts.ruler import Ruler
from osloregion_docs.charts.style import COLOURS, TEXT_WIDTH, Type
from tests.charts.samples import LONG, MANY, ONE, PLAIN, SVG, pairs, shares, statuses, without_breaks, words
from tests.conftest import ROOT

ALL = {**PLAIN, **{f"many {name}": chart for name, chart in MANY.items()}, **ONE}
EVERY = pytest.mark.parametrize("chart", ALL.values(), ids=ALL.keys())
WIDTHS = (TEXT_WIDTH, 230.0)
TALL = 560.0


def whole(chart: Chart, width: float = TEXT_WIDTH) -> Drawing:
    """A chart in one drawing."""
    [drawing] = drawings(chart, width)
    return drawing


@EVERY
def test_drawing_is_the_same_every_time(chart: Chart) -> None:
    """Drawing again without the cache gives the same bytes, as SVG and PNG."""
    first = (whole(chart).svg, rasters(chart, TEXT_WIDTH))
    drawings.cache_clear()
    rasters.cache_clear()
    assert (whole(chart).svg, rasters(chart, TEXT_WIDTH)) == first


def test_settings_of_the_machine_leave_no_mark(tmp_path: Path) -> None:
    """A file of settings for matplotlib where the command is run changes nothing."""
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nsvg.fonttype: path\npatch.linewidth: 9\nsavefig.dpi: 20\n")
    asked = (
        "import sys; from osloregion_docs.charts.drawing import drawings, rasters;"
        "from tests.charts.samples import PLAIN;"
        "chart = PLAIN['pairs']; sys.stdout.buffer.write(drawings(chart, 411.0)[0].svg + rasters(chart, 411.0)[0])"
    )
    environment = {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "MPLCONFIGDIR": str(tmp_path)}
    made = subprocess.run([sys.executable, "-c", asked], cwd=tmp_path, env=environment, capture_output=True, check=True)
    chart = PLAIN["pairs"]
    assert (made.stdout, made.stderr) == (whole(chart).svg + rasters(chart, TEXT_WIDTH)[0], b"")


@pytest.mark.parametrize("width", WIDTHS)
@EVERY
def test_every_label_is_in_the_drawing(chart: Chart, width: float) -> None:
    """Titles, names and amounts are text in the drawing, however their lines are broken."""
    shown = without_breaks(" ".join(words(whole(chart, width).svg)))
    assert [label for label in _labels(chart) if without_breaks(label) not in shown] == []


def _labels(part: object) -> list[str]:
    """What a chart has to say: all texts in it but those that say how it is drawn, or what nothing has."""
    held = part.model_dump() if isinstance(part, Chart) else part
    if isinstance(held, dict):
        return [label for name, inner in held.items() if name not in _SILENT for label in _labels(inner)]
    if isinstance(held, tuple | list):
        return [label for inner in held for label in _labels(inner)]
    return [held] if isinstance(held, str) else []


_SILENT = ("kind", "pattern", "statuses", "quarters")


@pytest.mark.parametrize("width", WIDTHS)
@EVERY
def test_nothing_is_cut_off(chart: Chart, width: float) -> None:
    """Every line of text is inside the drawing, from its first letter to its last."""
    drawing = whole(chart, width)
    ruler, outside = Ruler(), []
    for text in ElementTree.fromstring(drawing.svg).iter(f"{SVG}text"):
        look = Type(float(text.get("font-size", "")), bold=text.get("font-weight") == "700")
        length = ruler.width(text.text or "", look)
        at = float(text.get("x", "")) - length * {"end": 1.0, "middle": 0.5}.get(text.get("text-anchor", ""), 0.0)
        if at < -0.1 or at + length > width + 0.1 or not look.size * 0.6 < float(text.get("y", "")) < drawing.height:
            outside.append(text.text)
    assert outside == []


@EVERY
def test_letters_are_large_enough(chart: Chart) -> None:
    """No word is smaller than nine points at the width that is printed."""
    sizes = [float(text.get("font-size", "0")) for text in ElementTree.fromstring(whole(chart).svg).iter(f"{SVG}text")]
    assert min(sizes) >= 9


@pytest.mark.parametrize("name", PLAIN)
def test_height_grows_with_what_is_shown(name: str) -> None:
    """Forty things take more room than three or four."""
    assert whole(MANY[name]).height > 3 * whole(PLAIN[name]).height


@pytest.mark.parametrize("name", MANY)
def test_tall_chart_comes_in_parts(name: str) -> None:
    """Each part has room on a page, and together they say what the whole says."""
    parts = drawings(MANY[name], TEXT_WIDTH, TALL)
    assert len(parts) > 1
    assert max(part.height for part in parts) <= TALL + 1
    assert set(words(whole(MANY[name]).svg)) == {line for part in parts for line in words(part.svg)}


@pytest.mark.parametrize("name", MANY)
def test_parts_in_dots_are_those_in_vectors(name: str) -> None:
    """There is a raster for each part, with 300 dots to the inch."""
    inches = [side / 300 for png in rasters(MANY[name], TEXT_WIDTH, TALL) for side in Image.open(BytesIO(png)).size]
    wanted = [side / 72 for part in drawings(MANY[name], TEXT_WIDTH, TALL) for side in (part.width, part.height)]
    assert inches == pytest.approx(wanted, abs=0.005)


@EVERY
def test_svg_holds_shapes_and_words_alone(chart: Chart) -> None:
    """No style sheet, name, script or clip that could meet another picture on a page, or be unknown to Word."""
    tags = {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(whole(chart).svg).iter()}
    named = [element for element in ElementTree.fromstring(whole(chart).svg).iter() if "id" in element.attrib]
    assert (tags - {"svg", "g", "path", "text"}, named) == (set(), [])


@EVERY
def test_colours_are_those_of_the_documents(chart: Chart) -> None:
    """A page with a dark side knows every colour of a drawing."""
    root = ElementTree.fromstring(whole(chart).svg)
    used = {element.get(what) for element in root.iter() for what in ("fill", "stroke")} - {None, "none"}
    assert used <= set(COLOURS.values())


@pytest.mark.parametrize("lines", [[("Lønn", 100, 90), ("Reise", 50, 40)], [("Lønn", -100, 40), ("Reise", 50, -10)]])
def test_bars_are_as_long_as_their_amounts(lines: list[tuple[str, int, int]]) -> None:
    """A bar of twice the amount is twice as long, whatever its sign."""
    lengths = [
        round(width / abs(amount), 3)
        for width, amount in zip(_bars(whole(pairs(*lines))), [n for _, *both in lines for n in both], strict=True)
    ]
    assert max(lengths) - min(lengths) < 0.01 * max(lengths)


def _bars(drawing: Drawing) -> list[float]:
    """The widths of the bars of pairs: rectangles with an edge, less the two of the key."""
    boxes = []
    for path in ElementTree.fromstring(drawing.svg).iter(f"{SVG}path"):
        numbers = [float(word) for word in path.get("d", "").split() if word not in "MLz"]
        if path.get("fill") == "none" and path.get("stroke-width") == "0.6":
            boxes.append(max(numbers[::2]) - min(numbers[::2]))
    return boxes[2:]


def test_words_are_as_wide_in_dots_as_they_were_measured() -> None:
    """A line that ends at the edge of its drawing ends there in dots as well."""
    image = Image.open(BytesIO(rasters(ONE["words that have no room"], 230.0)[0])).convert("L")
    edge = image.crop((image.width - 2, 0, image.width, image.height))
    assert min(edge.tobytes()) > 100


@pytest.mark.parametrize("width", WIDTHS)
@EVERY
def test_words_do_not_meet(chart: Chart, width: float) -> None:
    """No line of text overlaps another."""
    boxes = []
    ruler = Ruler()
    for text in ElementTree.fromstring(whole(chart, width).svg).iter(f"{SVG}text"):
        size = float(text.get("font-size", ""))
        length = ruler.width(text.text or "", Type(size, bold=text.get("font-weight") == "700"))
        at = float(text.get("x", "")) - length * {"end": 1.0, "middle": 0.5}.get(text.get("text-anchor", ""), 0.0)
        boxes.append((at, float(text.get("y", "")) - size * 0.6, at + length, float(text.get("y", "")), text.text))
    meeting = [
        (one[4], other[4])
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert meeting == []


def test_status_that_does_not_occur_is_not_in_the_key() -> None:
    """The key explains what is seen."""
    shown = words(whole(statuses(("Alt", (1, 0, 2, 0, 0, 0)))).svg)
    assert [name for name in ("Ikke startet", "I gang", "Gjennomført") if name in shown] == [
        "Ikke startet",
        "Gjennomført",
    ]


def test_nothing_to_draw_is_false() -> None:
    """A template can ask whether there is a picture."""
    assert [bool(chart) for chart in (pairs(), shares(), statuses())] == [False, False, False]


def test_rows_stand_below_one_another() -> None:
    """Lines of words at the left follow from top to bottom in the order of the data."""
    found = [text for text in words(whole(MANY["pairs"]).svg) if text.startswith("Post ")]
    assert all(int(a.split()[1]) < int(b.split()[1]) for a, b in pairwise(found))


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=60), st.integers(-(10**12), 10**12))
def test_any_text_and_amount_can_be_drawn(text: str, amount: int) -> None:
    """Whatever a source says, a drawing of it is well-formed XML, and its dots are a picture."""
    chart = pairs((text, amount, None), (f"{text} {LONG}", 0, amount))
    ElementTree.fromstring(whole(chart).svg)
    assert Image.open(BytesIO(rasters(chart, TEXT_WIDTH)[0])).format == "PNG"
