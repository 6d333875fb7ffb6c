"""Write the starter template of the action programme (handlingsprogram)."""

import sys
from pathlib import Path

from cover import cover, footer
from markup import HEADER_ROW, contents, paragraph, row, row_tag, run, table, tag, text, within
from motif import picture
from numbering import numbering_part
from package import edges, packed, section, settings_part, story
from programme_styles import LABEL_WIDTH, LISTS, STYLES, VALUE_WIDTH
from styles import styles_part
from theme import theme_part

DEFAULT = Path(__file__).parents[2] / "templates/action_programme/main.docx"

_WIDTHS = (LABEL_WIDTH, VALUE_WIDTH)


def main() -> None:
    """Write the template to the path given, or to its place."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(template())


def template() -> bytes:
    """The template."""
    parts = {
        "styles": styles_part(STYLES),
        "numbering": numbering_part(LISTS),
        "settings": settings_part(),
        "theme": theme_part(),
        "header": story("hdr", text("Header", "{{ organisation }} · {{ title }}")),
        "footer": story("ftr", footer()),
    }
    body = cover() + _contents() + _chapters() + section(edges=edges())
    return packed(story("document", f"<w:body>{body}</w:body>"), parts, "Handlingsprogram", picture())


def _contents() -> str:
    return contents("{{ labels.contents }}", 4) + paragraph("Innholdsslutt", end=section(edges=edges()))


def _chapters() -> str:
    return within(
        "for chapter in chapters",
        text("Heading1", "{{ chapter.title }}"),
        within("for part in chapter.parts", _part_heading(), text("BodyText", "{{p part.text }}"), _vision(), _areas()),
    )


def _part_heading() -> str:
    return (
        tag("if part.heading and part.level == 2")
        + text("Heading2", "{{ part.heading }}")
        + tag("elif part.heading")
        + text("Heading3", "{{ part.heading }}")
        + tag("endif")
    )


def _vision() -> str:
    label = run("{{ labels.vision }}:", "Visjonsetikett")
    return within("if part.vision", paragraph("Visjon", label, run(" "), run("{{ part.vision }}")))


def _areas() -> str:
    focus = text("Innsatsomraade", "{{ focus.title }}") + text("BodyText", "{{p focus.text }}")
    return within("for focus in part.focus_areas", focus) + within(
        "for area in part.measure_areas",
        text("Tiltaksomraade", "{{ area.title }}"),
        within("for measure in area.measures", _measure()),
    )


def _measure() -> str:
    return (
        text("Tiltak", "{{r measure.title }}")
        + _facts()
        + text("Innholdsetikett", "{{ labels.content }}")
        + text("BodyText", "{{p measure.content }}")
    )


def _facts() -> str:
    rows = [
        _fact("timeframe", text("Faktaverdi", "{{ measure.timeframe }}"), HEADER_ROW),
        _fact("responsible", _names("responsible")),
        *_optional("participating", _names("participating")),
        *_optional("cooperating", _names("cooperating")),
        *_optional("cost", text("Faktaverdi", "{{ measure.cost }}")),
        *_optional("financing", _names("financing")),
    ]
    labels = "{{ labels.timeframe }}, {{ labels.responsible }}"
    return table("Tiltaksfakta", _WIDTHS, rows, f"{{{{ area.title }}}}: {labels}", labels)


def _fact(name: str, value: str, header: str = "") -> str:
    return row(_WIDTHS, [text("Faktaetikett", f"{{{{ labels.{name} }}}}"), value], header)


def _optional(name: str, value: str) -> list[str]:
    return [row_tag(_WIDTHS, f"if measure.{name}"), _fact(name, value), row_tag(_WIDTHS, "endif")]


def _names(name: str) -> str:
    return within(f"for name in measure.{name}", text("Faktaverdi", "{{ name }}"))


if __name__ == "__main__":
    main()
