"""Write the reference document of OpenDocument files: the look of the starter templates, in LibreOffice's style names.

Pandoc takes styles, page, header and footer from it; its one table shows how tables of facts look. Words in double
braces are filled in by the engine.
"""

import sys
import zipfile
from io import BytesIO
from pathlib import Path

from odt_styles import FONTS, MASTER, PAGE, STYLES
from odt_tables import TABLE_STYLES

DEFAULT = Path(__file__).parents[2] / "templates/shared/reference.odt"

_MIME = "application/vnd.oasis.opendocument.text"
_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TIME = (1980, 1, 1, 0, 0, 0)


def main() -> None:
    """Write the reference document to the path given, or to its place."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    out.write_bytes(reference())


def reference() -> bytes:
    """The reference document."""
    files = {
        "mimetype": _MIME,
        "META-INF/manifest.xml": _manifest(),
        "content.xml": _part("content", f"{FONTS}{_automatic(TABLE_STYLES)}<office:body>{_text()}</office:body>"),
        "meta.xml": _part("meta", "<office:meta><dc:title>Mal for OpenDocument</dc:title></office:meta>"),
        "styles.xml": _part(
            "styles", f"{FONTS}<office:styles>{STYLES}</office:styles>{_automatic(PAGE)}{MASTER}"
        ),
    }  # fmt: skip
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            package.writestr(info, content)
    return out.getvalue()


def _part(kind: str, inner: str) -> str:
    names = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in _NAMES.items())
    return f'{_HEAD}<office:document-{kind}{names} office:version="1.3">{inner}</office:document-{kind}>'


def _automatic(styles: str) -> str:
    return f"<office:automatic-styles>{styles}</office:automatic-styles>"


def _text() -> str:
    return (
        '<office:text><text:p text:style-name="Title">Tittel</text:p>'
        '<text:p text:style-name="Text_20_body">Utseendet til OpenDocument-filene.</text:p>'
        '<table:table table:name="Fakta" table:style-name="Fakta"><table:table-column table:style-name="Fakta.A"/>'
        '<table:table-column table:style-name="Fakta.B"/><table:table-header-rows>'
        f"{_row('Fakta.A1')}</table:table-header-rows>{_row('Fakta.A2')}</table:table>"
        '<text:p text:style-name="Tabelltittel">Talltabell: overskrifter, en linje, en sum</text:p>'
        '<table:table table:name="Tall" table:style-name="Tall"><table:table-column table:style-name="Tall.A"/>'
        '<table:table-column table:style-name="Tall.B"/><table:table-header-rows>'
        f"{_figures('Tall.A1', ('Post', 'Beløp'), '_20_hode')}</table:table-header-rows>"
        f"{_figures('Tall.A2', ('Linje', '1200'))}{_figures('Tall.A3', ('Sum', '1200'))}</table:table></office:text>"
    )


def _row(cell: str) -> str:
    inner = "".join(
        f'<table:table-cell table:style-name="{cell}" office:value-type="string">'
        f'<text:p text:style-name="{style}">{words}</text:p></table:table-cell>'
        for style, words in (("Table_20_Heading", "Etikett"), ("Table_20_Contents", "Verdi"))
    )
    return f'<table:table-row table:style-name="Fakta.1">{inner}</table:table-row>'


def _figures(cell: str, words: tuple[str, str], header: str = "") -> str:
    inner = "".join(
        f'<table:table-cell table:style-name="{cell}" office:value-type="string">'
        f'<text:p text:style-name="{style}{header}">{word}</text:p></table:table-cell>'
        for style, word in zip(("Tabelltekst", "Tabelltall"), words, strict=True)
    )
    return f'<table:table-row table:style-name="Tall.1">{inner}</table:table-row>'


def _manifest() -> str:
    entries = {"/": _MIME, "content.xml": "text/xml", "meta.xml": "text/xml", "styles.xml": "text/xml"}
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in entries.items()
    )
    return f'{_HEAD}<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">{rows}</manifest:manifest>'


if __name__ == "__main__":
    main()
