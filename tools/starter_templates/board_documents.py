"""Write the starter templates of the board documents: agenda, case paper, minutes and extract."""

import sys
from pathlib import Path

from board_styles import STYLES, SUBTITLE, TITLE, WIDTHS
from cover import footer
from markup import HEADER_ROW, paragraph, row, row_tag, run, table, tag, text, within
from numbering import numbering_part
from package import edges, packed, section, settings_part, story
from styles import styles_part
from theme import theme_part

_TEMPLATES = Path(__file__).parents[2] / "templates"


def main() -> None:
    """Write the templates to the folder given, or to their places."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else _TEMPLATES
    for name, (title, body) in DOCUMENTS.items():
        file = out / name / "main.docx"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(template(title, body))


def template(title: str, body: str) -> bytes:
    """One template: a letterhead, the facts of the meeting, and the body."""
    parts = {
        "styles": styles_part(STYLES, instead=(TITLE, SUBTITLE)),
        "numbering": numbering_part({}),
        "settings": settings_part(),
        "theme": theme_part(),
        "header": story("hdr", paragraph("Header", run("{{ organisation }} · "), run("{{r title }}"))),
        "footer": story("ftr", footer()),
    }
    whole = _head() + body + section(edges=edges(first="footer"), title_page=True)
    return packed(story("document", f"<w:body>{whole}</w:body>"), parts, title, b"")


def _head() -> str:
    sender = run("{{ secretariat.name }}", "Brevhodeavsender")
    letterhead = paragraph("Brevhode", run("{{ organisation }}"), "<w:r><w:tab/></w:r>", sender)
    return (
        letterhead
        + paragraph("Title", run("{{r title }}"))
        + within("if edition", text("Subtitle", "{{ edition }}"))
        + _facts()
    )


def _facts() -> str:
    rows = [
        row(WIDTHS, [text("Faktaetikett", "{{ labels.time }}"), text("Faktaverdi", "{{ when }}")], HEADER_ROW),
        row_tag(WIDTHS, "for fact in facts"),
        row(WIDTHS, [text("Faktaetikett", "{{ fact.label }}"), paragraph("Faktaverdi", run("{{r fact.value }}"))]),
        row_tag(WIDTHS, "endfor"),
    ]
    return table("Tiltaksfakta", WIDTHS, rows, "{{ labels.time }}", "{{ labels.time }}: {{ when }}")


def _case(name: str) -> str:
    return paragraph(
        "Sak",
        run(f"{{% if {name}.label %}}{{{{ {name}.label }}}} {{% endif %}}", "Saksnummer"),
        run(f"{{{{r {name}.title }}}}"),
    ) + within(f"if {name}.notes", text("Saksmerknad", f"{{{{ {name}.notes }}}}"))


def _sections(holder: str, heading: str, decision: str) -> str:
    return within(
        f"for section in {holder}",
        tag("if section.is_decision"),
        text(decision, "{{ section.heading }}"),
        tag("elif section.heading"),
        text(heading, "{{ section.heading }}"),
        tag("endif"),
        text("BodyText", "{{p section.text }}"),
    )


def _agenda() -> str:
    paper = paragraph("ListBullet", run("{{r paper }}"))
    return within("for item in items", _case("item"), within("for paper in item.papers", paper))


def _minutes() -> str:
    note = run("{% if person.note %}, {{ person.note }}{% endif %}")
    person = paragraph("ListBullet", run("{{ person.name }}"), note)
    groups = text("Del", "{{ group.title }}") + within("for person in group.people", person)
    return (
        within("for group in groups", groups)
        + within("if nobody", text("Saksmerknad", "{{ labels.present }}: {{ nobody }}"))
        + within("for case in cases", _case("case"), _sections("case.sections", "Underdel", "Vedtak"))
        + _sections("closing", "Del", "Vedtaksoverskrift")
    )


DOCUMENTS = {
    "agenda": ("Innkalling", _agenda()),
    "case_paper": ("Saksfremlegg", _sections("sections", "Del", "Vedtaksoverskrift")),
    "minutes": ("Referat", _minutes()),
    "extract": ("Særutskrift", _sections("sections", "Del", "Vedtaksoverskrift")),
}

if __name__ == "__main__":
    main()
