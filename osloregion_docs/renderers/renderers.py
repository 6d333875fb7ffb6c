"""The formats there are: one line each."""

from osloregion_docs.renderers.docx.docx_renderer import WORD
from osloregion_docs.renderers.html import HTML
from osloregion_docs.renderers.office import ODT, SIMPLE_WORD
from osloregion_docs.renderers.open_data.calendar import ICS
from osloregion_docs.renderers.open_data.csv_file import CSV
from osloregion_docs.renderers.open_data.json_file import JSON
from osloregion_docs.renderers.open_data.passthrough import FILE
from osloregion_docs.renderers.open_data.stratml import STRATML
from osloregion_docs.renderers.open_data.workbook import XLSX
from osloregion_docs.renderers.pdf import PDF
from osloregion_docs.renderers.plain import MARKDOWN_TEXT, PLAIN_TEXT
from osloregion_docs.renderers.renderer import Renderer

RENDERERS: dict[str, Renderer] = {
    renderer.format: renderer
    for renderer in (
        *(WORD, PDF, HTML, ODT, MARKDOWN_TEXT, PLAIN_TEXT, SIMPLE_WORD),
        *(ICS, XLSX, CSV, JSON, STRATML, FILE),
    )
}
