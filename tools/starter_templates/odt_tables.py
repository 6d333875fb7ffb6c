"""The styles of tables in OpenDocument: facts, and figures with a header, lines and sums."""

from odt_styles import points
from programme_styles import LABEL_WIDTH, VALUE_WIDTH
from theme import ICE, MIST, TEAL, TEXT_WIDTH


def _cell(name: str, top: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'fo:background-color="#{MIST.value}" fo:padding="{points(70)}" fo:padding-left="{points(142)}" '
        f'fo:padding-right="{points(142)}" fo:border-left="none" fo:border-right="none" fo:border-top="{top}" '
        f'fo:border-bottom="0.5pt solid #{ICE.value}"/></style:style>'
    )


def _figure_cell(name: str, top: str, bottom: str = "none", fill: str = "") -> str:
    ground = f' fo:background-color="#{fill}"' if fill else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties{ground} '
        f'fo:padding="{points(45)}" fo:padding-left="{points(85)}" fo:padding-right="{points(85)}" '
        f'style:vertical-align="{"bottom" if fill else "top"}" fo:border-left="none" fo:border-right="none" '
        f'fo:border-top="{top}" fo:border-bottom="{bottom}"/></style:style>'
    )


def _column(name: str, width: float) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{points(width)}"/></style:style>'
    )


TABLE_STYLES = (
    '<style:style style:name="Fakta" style:family="table"><style:table-properties table:align="left" '
    f'style:width="{points(TEXT_WIDTH)}" table:border-model="collapsing"/></style:style>'
    + _column("Fakta.A", LABEL_WIDTH)
    + _column("Fakta.B", VALUE_WIDTH)
    + '<style:style style:name="Fakta.1" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
    + _cell("Fakta.A1", f"1pt solid #{TEAL.value}")
    + _cell("Fakta.A2", "none")
    + '<style:style style:name="Tall" style:family="table"><style:table-properties table:align="left" '
    f'style:width="{points(TEXT_WIDTH)}" table:border-model="collapsing"/></style:style>'
    + _column("Tall.A", TEXT_WIDTH - 2 * LABEL_WIDTH)
    + _column("Tall.B", 2 * LABEL_WIDTH)
    + '<style:style style:name="Tall.1" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
    + _figure_cell("Tall.A1", f"1pt solid #{TEAL.value}", fill=MIST.value)
    + _figure_cell("Tall.A2", f"0.5pt solid #{ICE.value}", f"0.5pt solid #{ICE.value}")
    + _figure_cell("Tall.A3", f"0.75pt solid #{TEAL.value}", f"0.5pt solid #{ICE.value}")
)
