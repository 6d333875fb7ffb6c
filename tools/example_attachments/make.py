"""Sets the attachments of examples/fjordregionen with Typst: small, tagged PDF files.

Run it after a change in one of the .typ files here: ``python tools/example_attachments/make.py``.
"""

from __future__ import annotations

from pathlib import Path

import typst

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
YEAR = REPOSITORY / "examples" / "fjordregionen" / "programme" / "2025"
PLACES = {
    "horingsbrev-kaier-og-havner": YEAR / "meetings" / "2024-12-05-styret",
    "regnskap-2024": YEAR / "meetings" / "2025-03-13-styret",
    "remiss-regional-transportplan": YEAR / "meetings" / "2025-09-04-interessepolitisk-utvalg",
    "revisjonsberetning-2025": YEAR,
}
"""Each attachment, and what it is sent along with: a meeting, or the year's annual report."""


def main() -> None:
    """Write all of them, the same bytes every time."""
    for name, holder in PLACES.items():
        folder = holder / "attachments"
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.pdf").write_bytes(pdf_of(HERE / f"{name}.typ"))


def pdf_of(source: Path) -> bytes:
    """The pages as PDF/A-2a and PDF/UA-1 in one file, like the documents that are built."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(REPOSITORY / "templates" / "shared" / "fonts")])
    compiler = typst.Compiler(str(source), root=str(HERE), font_paths=fonts)
    pdf: bytes = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=0)
    return pdf


if __name__ == "__main__":
    main()
