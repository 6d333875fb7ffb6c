"""The codes of what a format can refuse."""

from osloregion_docs.diagnostics import Code

CODES = (
    Code(
        "TPL515",
        "links lead to a heading",
        """A text links to a measure, but `main.md` gives its heading no name, so that the link would lead nowhere. Headings get
their names behind their class: `#### {{ measure.title.text }} {.measure-title #{{ measure.title.anchor }}}`.""",
    ),
    Code(
        "PDF601",
        "every character has a letter shape in the PDF's fonts",
        """PDF/A and PDF/UA demand that each character can be shown. None of the fonts in `templates/shared/fonts/` (nor those that
Typst brings) has this one: often an emoji, a sign from another script, or a symbol pasted from elsewhere.

Write it in words, or put a font file that has it into `templates/shared/fonts/` of the workspace.""",
    ),
    Code(
        "PDF602",
        "the fonts of the PDF are there",
        """`templates/shared/page.typ` names a font that is not in `templates/shared/fonts/`. The fonts of the machine are not used,
so that the PDF looks the same wherever it is built.

Put the font's files into that folder (and see that its licence allows embedding), or name another font.""",
    ),
    Code(
        "PDF603",
        "the PDF is one that everybody can read and that can be archived",
        """Typst, which sets the PDF, refuses something: most often what PDF/UA-1 (accessibility) or PDF/A-2a (archive) demands of
documents, such as alternative text for a picture, headings that skip no level, or a title. The message is Typst's own; the
place is the line in the page template, or the nearest heading above it in the sources.""",
    ),
    Code(
        "XLS601",
        "a text fits into one cell of a workbook",
        """Excel holds at most 32 767 characters in one cell, and would say that the file is damaged. The text of this measure is
longer than that, and cutting it would lose words without anybody seeing it.

Make it shorter, or leave out the format: CSV and JSON hold texts of any length.""",
    ),
)
