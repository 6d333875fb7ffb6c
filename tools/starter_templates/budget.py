"""Write the starter template of the budget (budsjett)."""

import sys
from pathlib import Path

from cover import cover, footer
from markup import text, within
from motif import picture
from numbering import numbering_part
from package import edges, packed, section, settings_part, story
from styles import styles_part
from theme import theme_part

DEFAULT = Path(__file__).parents[2] / "templates/budget/main.docx"


def main() -> None:
    """Write the template to the path given, or to its place."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(template())


def template() -> bytes:
    """The template."""
    parts = {
        "styles": styles_part(()),
        "numbering": numbering_part({}),
        "settings": settings_part(),
        "theme": theme_part(),
        "header": story("hdr", text("Header", "{{ organisation }} · {{ title }}")),
        "footer": story("ftr", footer()),
    }
    body = cover() + _sections() + section(edges=edges())
    return packed(story("document", f"<w:body>{body}</w:body>"), parts, "Budsjett", picture())


def _sections() -> str:
    return within(
        "for section in sections",
        text("Heading1", "{{ section.heading }}"),
        text("BodyText", "{{p section.text }}"),
    )


if __name__ == "__main__":
    main()
