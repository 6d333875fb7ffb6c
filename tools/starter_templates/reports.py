"""Write the starter templates of the reports: annual report and status report."""

import sys
from pathlib import Path

from board_styles import NO_NUMBER
from cover import cover, footer
from formatting import Block, Text
from markup import HEADER_ROW, contents, paragraph, row, row_tag, run, table, tag, text, within
from motif import picture
from numbering import numbering_part
from package import edges, packed, section, settings_part, story
from programme_styles import LABEL_WIDTH, VALUE_WIDTH
from programme_styles import STYLES as PROGRAMME
from styles import Style, styles_part
from theme import theme_part

_TEMPLATES = Path(__file__).parents[2] / "templates"
_WIDTHS = (LABEL_WIDTH, VALUE_WIDTH)
_FACTS = ("Tiltaksfakta", "Faktaetikett", "Faktaverdi")
_DEPTH = 2

STYLES = (
    *(style for style in PROGRAMME if style.key in _FACTS),
    Style("Kapittel uten nummer", Block(number=NO_NUMBER, outline=1), based="Heading1", next="BodyText", place="own"),
    Style("Del uten nummer", Block(number=NO_NUMBER, outline=2), based="Heading2", next="BodyText", place="own"),
    Style(
        "Tiltaksresultat", Block(before=260, after=110, outline=3), Text(12.5), based="Heading3", next="BodyText",
        place="own",
    ),
)  # fmt: skip


def main() -> None:
    """Write the templates to the folder given, or to their places."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else _TEMPLATES
    for name, title in (("annual_report", "Årsrapport"), ("status_report", "Status for tiltakene")):
        file = out / name / "main.docx"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(template(title))


def template(title: str) -> bytes:
    """One template: a cover, the contents, and the sections."""
    parts = {
        "styles": styles_part(STYLES),
        "numbering": numbering_part({}),
        "settings": settings_part(),
        "theme": theme_part(),
        "header": story("hdr", text("Header", "{{ organisation }} · {{ title }}")),
        "footer": story("ftr", footer()),
    }
    listed = contents("{{ labels.contents }}", _DEPTH) + paragraph("Innholdsslutt", end=section(edges=edges()))
    body = cover() + listed + _sections() + section(edges=edges())
    return packed(story("document", f"<w:body>{body}</w:body>"), parts, title, picture())


def _sections() -> str:
    headings = (
        tag("if section.level == 1 and numbered") + text("Heading1", "{{ section.heading }}")
        + tag("elif section.level == 1") + text("KapittelUtenNummer", "{{ section.heading }}")
        + tag("elif numbered") + text("Heading2", "{{ section.heading }}")
        + tag("else") + text("DelUtenNummer", "{{ section.heading }}")
        + tag("endif")
    )  # fmt: skip
    return within(
        "for section in sections",
        headings,
        text("BodyText", "{{p section.text }}"),
        within(
            "for picture in section.pictures",
            text("BodyText", "{{p picture }}"),
            within("if picture.table", text("BodyText", "{{p picture.table }}")),
        ),
        within("for measure in section.measures", _measure()),
    )


def _measure() -> str:
    rows = [
        _fact("{{ labels.measure }}", "{{ measure.number }}", HEADER_ROW),
        _fact("{{ labels.status }}", "{{ measure.status }}"),
        row_tag(_WIDTHS, "for fact in measure.facts"),
        _fact("{{ fact.label }}", "{{r fact.value }}"),
        row_tag(_WIDTHS, "endfor"),
    ]
    described = "{{ labels.status }}: {{ measure.status }}"
    heading = paragraph("Tiltaksresultat", run("{{r measure.title }}"))
    return heading + table("Tiltaksfakta", _WIDTHS, rows, "{{ labels.measure_facts }}", described)


def _fact(label: str, value: str, header: str = "") -> str:
    return row(_WIDTHS, [text("Faktaetikett", label), text("Faktaverdi", value)], header)


if __name__ == "__main__":
    main()
