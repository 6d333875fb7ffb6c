"""Write the reference document of the simple Word file: the look of the starter templates, in Pandoc's style names.

Pandoc takes styles, page, header and footer from it. Words in double braces are filled in by the engine.
"""

import re
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from formatting import Block, Text
from markup import field, paragraph, run, text
from numbering import numbering_part
from package import edges, packed, section, settings_part, story
from programme_styles import STYLES
from styles import Style, styles_part
from theme import FJORD, SLATE, TEAL, theme_part

DEFAULT = Path(__file__).parents[2] / "templates/shared/reference.docx"

_SHARED_WITH_PROGRAMME = ("Visjon", "Visjonsetikett", "Innholdsetikett", "Faktaverdi")
_PANDOC = (
    Style("First Paragraph", based="BodyText", next="BodyText"),
    Style("Compact", Block(before=0, after=70), based="BodyText"),
    Style("Block Text", Block(before=110, after=110, indent=(340, 0, 340)), based="BodyText"),
)
_OWN_LOOK = (
    Style("Title", Block(after=80, line=0.95), Text(30, FJORD, bold=True), based="Normal", next="Subtitle"),
    Style("Subtitle", Block(after=0, line=1.1), Text(14, TEAL), based="Normal", next="Normal"),
    Style(
        "Forsideavsender", Block(before=200, line=1.15), Text(10, FJORD, bold=True), based="Normal", place="own",
    ),
    Style("Forsideadresse", Block(line=1.15), Text(10, SLATE), based="Normal", place="own"),
    Style(
        "TOC Heading", Block(before=240, after=60, line=1.05, keep_next=True), Text(16, FJORD, bold=True),
        based="Normal", next="Normal", id="TOCHeading", place="quiet",
    ),
)  # fmt: skip
_ENTRY = re.compile(r'(w:styleId="TOC(\d)">.*?<w:spacing )w:before="\d+" w:after="\d+"')
_ABOVE_ENTRY = {"1": 60, "2": 20}  # closer than in the starter template, so that most contents fit on the first page
_NUMBERS = re.compile(r"<w:numPr>.*?</w:numPr>")
_HEADING = re.compile(r'<w:style [^>]*w:styleId="Heading\d">.*?</w:style>')


def main() -> None:
    """Write the reference document to the path given, or to its place."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    out.write_bytes(reference())


def reference() -> bytes:
    """The reference document."""
    parts = {
        "styles": _styles(),
        "numbering": numbering_part({}),
        "settings": settings_part(),
        "theme": theme_part(),
        "header": story("hdr", text("Header", "{{ organisation }} · {{ title }}")),
        "footer": story("ftr", _footer()),
    }
    end = section(edges=edges()).replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    body = text("Title", "Tittel") + text("BodyText", "Utseendet til den enkle Word-filen.") + end
    return _with_theme_in_place(packed(story("document", f"<w:body>{body}</w:body>"), parts, "Mal for enkel Word-fil"))


def _with_theme_in_place(package: bytes) -> bytes:
    """The package with its theme where Pandoc looks for it; elsewhere it would put in its own."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename.endswith((".rels", "Types].xml")):
                content = content.replace(b"theme.xml", b"theme/theme1.xml")
            entry.filename = entry.filename.replace("word/theme.xml", "word/theme/theme1.xml")
            new.writestr(entry, content)
    return out.getvalue()


def _styles() -> str:
    """The styles; headings get their numbers one by one, since some have none."""
    programme = {style.name: style for style in STYLES}
    table = replace(programme["Tiltaksfakta"], name="Table", place="gallery")
    label = replace(programme["Faktaetikett"], text=Text(10.5, TEAL, bold=True))
    own = [*_PANDOC, *(programme[name] for name in _SHARED_WITH_PROGRAMME), label, table]
    part = _HEADING.sub(lambda style: _NUMBERS.sub("", style[0]), styles_part(own))
    for style in _OWN_LOOK:
        part = re.sub(f'<w:style [^>]*w:styleId="{style.key}">.*?</w:style>', style.xml, part)
    return _ENTRY.sub(lambda entry: f'{entry[1]}w:before="{_ABOVE_ENTRY.get(entry[2], 0)}" w:after="10"', part)


def _footer() -> str:
    page, pages = field("PAGE", "1"), field("NUMPAGES", "1")
    return paragraph("Footer", run("{{ page }} "), page, run(" {{ of }} "), pages)


if __name__ == "__main__":
    main()
