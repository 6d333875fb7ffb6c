"""The styles that the board documents have: letterhead, facts, cases and decisions."""

from formatting import Block, Edge, Tab, Text
from programme_styles import STYLES as PROGRAMME
from styles import Style
from theme import FJORD, ICE, MIST, SLATE, TEAL, TEXT_WIDTH, Colour

_FACTS = ("Tiltaksfakta", "Faktaetikett", "Faktaverdi")
_PADDING = 8  # points
NO_NUMBER = (0, 0)  # no number, though the heading it is based on has one


def _bar(colour: Colour) -> tuple[Edge, ...]:
    return (Edge("left", colour, 20, _PADDING),)


STYLES = (
    *(style for style in PROGRAMME if style.key in _FACTS),
    Style(
        "Brevhode",
        Block(after=440, line=1.0, borders=(Edge("bottom", TEAL, 12, 6),), tabs=(Tab(TEXT_WIDTH, "right"),)),
        Text(12, TEAL, bold=True, tracking=12), based="Normal", next="Title", place="own",
    ),
    Style("Brevhodeavsender", text=Text(9.5, SLATE, bold=False, tracking=0), kind="character", place="own"),
    Style(
        "Sak", Block(before=440, after=80, outline=1, number=NO_NUMBER, borders=(Edge("top", ICE, 8, 7),)),
        Text(15, FJORD, bold=True), based="Heading1", next="BodyText", place="own",
    ),
    Style("Saksnummer", text=Text(colour=TEAL), kind="character", place="own"),
    Style("Saksmerknad", Block(after=60, line=1.2), Text(10, SLATE), based="Normal", next="BodyText", place="own"),
    Style(
        "Del", Block(before=400, after=100, outline=1, number=NO_NUMBER), Text(15, FJORD, bold=True),
        based="Heading1", next="BodyText", place="own",
    ),
    Style(
        "Underdel", Block(before=240, after=60, outline=2, number=NO_NUMBER),
        Text(11.5, TEAL, bold=True), based="Heading2", next="BodyText", place="own",
    ),
    Style(
        "Vedtaksoverskrift",
        Block(before=240, after=60, outline=1, number=NO_NUMBER, borders=_bar(TEAL), fill=MIST),
        Text(15, FJORD, bold=True), based="Heading1", next="BodyText", place="own",
    ),
    Style(
        "Vedtak", Block(before=240, after=60, outline=2, number=NO_NUMBER, borders=_bar(TEAL), fill=MIST),
        Text(11.5, TEAL, bold=True), based="Heading2", next="BodyText", place="own",
    ),
)  # fmt: skip
TITLE = Style(
    "Title", Block(after=80, line=0.95), Text(25, FJORD, bold=True, tracking=-6), based="Normal", next="Subtitle",
)  # fmt: skip
SUBTITLE = Style("Subtitle", Block(after=280, line=1.1), Text(12, TEAL), based="Normal", next="Normal")
LABEL_WIDTH = 2381
WIDTHS = (LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH)
