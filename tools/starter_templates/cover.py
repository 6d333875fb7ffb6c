"""The first page and the running footer that the starter templates share."""

from markup import field, paragraph, run, text, within
from motif import HEIGHT, motif
from package import PICTURE_ID, section

_TOP, _BOTTOM = round((HEIGHT + 12) * 56.7), 850  # twentieths of a point


def cover() -> str:
    """The cover: organisation, title, edition, sender and address under the picture."""
    return (
        paragraph("Forsideorganisasjon", motif(PICTURE_ID), run("{{ organisation }}"))
        + text("Title", "{{ title }}")
        + text("Subtitle", "{{ edition }}")
        + text("Forsideavsender", "{{ secretariat.name }}")
        + within("for line in secretariat.address", text("Forsideadresse", "{{ line }}"))
        + paragraph("Forsideadresse", run("{{ secretariat.website }}"), end=section(_TOP, _BOTTOM))
    )


def footer() -> str:
    """The page's number, and how many there are."""
    page, pages = field("PAGE", "1"), field("NUMPAGES", "1")
    return paragraph("Footer", run("{{ labels.page }} "), page, run(" {{ labels.of }} "), pages)
