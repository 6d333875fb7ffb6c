"""Paragraphs, tags, fields and tables as WordprocessingML. Knows no look: styles have that."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

TAG_STYLE = "Malkode"


def run(text: str, style: str = "") -> str:
    """One run of text."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *runs: str, end: str = "") -> str:
    """A paragraph; `end` is the section that it closes."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{end}</w:pPr>{"".join(runs)}</w:p>'


def text(style: str, words: str) -> str:
    """A paragraph of one run."""
    return paragraph(style, run(words))


def tag(code: str) -> str:
    """A paragraph that holds only template code and vanishes when the template is filled."""
    return text(TAG_STYLE, f"{{%p {code} %}}")


def within(opening: str, *parts: str) -> str:
    """Paragraphs between an opening tag and the tag that ends it."""
    return tag(opening) + "".join(parts) + tag(f"end{opening.split(maxsplit=1)[0]}")


def field(code: str, result: str) -> str:
    """A field that Word keeps up to date."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    instruction = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return marks[0] + instruction + marks[1] + run(result) + marks[2]


def row(widths: Sequence[int], cells: Sequence[str], header: str = "") -> str:
    """A table row that stays on one page."""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{inner}</w:tr>"


def row_tag(widths: Sequence[int], code: str) -> str:
    """A row that holds only template code and vanishes when the template is filled."""
    return row(widths, [text(TAG_STYLE, f"{{%tr {code} %}}"), *[paragraph(TAG_STYLE)] * (len(widths) - 1)])


def table(style: str, widths: Sequence[int], rows: Sequence[str], caption: str, description: str) -> str:
    """A table whose first column holds its headings."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = 'w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0680" {look}/>'
        f'<w:tblCaption w:val="{escape(caption)}"/><w:tblDescription w:val="{escape(description)}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


HEADER_ROW = "<w:tblHeader/>"


def contents(heading: str, deepest: int) -> str:
    """The table of contents, to be filled in by the engine or by Word."""
    entries = field(rf'TOC \o "1-{deepest}" \h \z \u', "…")
    return (
        '<w:sdt><w:sdtPr><w:id w:val="20180001"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{text('TOCHeading', heading)}{paragraph('TOC1', entries)}</w:sdtContent></w:sdt>"
    )
