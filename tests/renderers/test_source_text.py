"""The Word document of 2018 against the text that the customer gave: every line, once, in its place.

Both sides become a list of lines. The customer's lines are corrected by the tables below, and by nothing else; what the
two lists then say must be the same, word for word and in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.renderers.reading import Shown, after_contents, paragraphs

SOURCE = (Path(__file__).parent / "handlingsprogram-2018.txt").read_text("utf-8")

COVER_ENDS = "Innholdsfortegnelse"
BODY_BEGINS = "1. Kort om Osloregionen\n\n"

JOINED = {
    "Følge opp\n\nOsloregionens areal": "Følge opp Osloregionens areal",
    "regionalt\n\nsamarbeid om klima og\n\nmiljø frem mot\n\nMiljøhovedstadsåret 2019\n\n(EGC)": (
        "regionalt samarbeid om klima og miljø frem mot Miljøhovedstadsåret 2019 (EGC)"
    ),
}
"""Titles that the layout of the original broke into lines."""

PRINTED = {
    "\n2018-19\n": "\n2018–19\n",
    "\n2017 - 19\n": "\n2017–19\n",
    "(2017-20)": "(2017–20)",
    "AKTIVITETER 2017 - 2020": "AKTIVITETER 2017–2020",
    "2.1. Bidra": "2.1 Bidra",
    "4.3. Informasjon": "4.3 Informasjon",
    "punkt 2.1. til": "punkt 2.1 til",
    "Nærmere om innhold:": "Nærmere om innhold",
    "**": "",
}
"""Values that are typed now and have one printed form: ranges of years, and numbers without a trailing dot."""

PARTIES = {
    "Østlandssamarbeidet,\n\nGøteborg-Oslo samarbeidet\n\nog Mälardalsrådet\n\n.": (
        "Østlandssamarbeidet\nGøteborg-Oslo samarbeidet\nMälardalsrådet"
    ),
    "med Oslo\nkommunes EGC-prosjekt": "med\nOslo kommunes EGC-prosjekt",
    "profilering,\nverdiskaping, kompetanse": "profilering, verdiskaping, kompetanse",
    "Østlandssamarbeidet og\nOsloregionens\nEuropakontor, ": "Østlandssamarbeidet\nOsloregionens Europakontor\n",
    "Innovasjon\nNorge, Forskningsrådet,\nKommunal- og\nmoderniseringsdep.": (
        "Innovasjon Norge\nForskningsrådet\nKommunal- og moderniseringsdep."
    ),
    "Sekretariatet i samarbeid med Oslo Business Region og VisitOSLO": (
        "Sekretariatet\nSamarbeid med\nOslo Business Region\nVisitOSLO"
    ),
    "Sekretariatet/Faggruppe for Profilering": "Sekretariatet\nFaggruppe for Profilering",
    "utvalg.\n\nSamarbeid med\n\nØstlandssamarbeidet.": "utvalg\nSamarbeid med\nØstlandssamarbeidet",
    "med relevante\n\norganisasjoner": "med\nrelevante organisasjoner",
}
"""Parties, which stand one a line under the label of their role."""

ADDED: tuple[str, ...] = ()
"""Labels of facts that the source text does not contain; their rows are not compared."""
FACTS = ("Tidsramme", "Ansvar/organisering")
CONTENT = "Nærmere om innhold"
MEASURE = re.compile(r"[1-4]\.[1-3] ")
"""In the document every measure says first when and who, then what; the original varies."""

NUMBERED = {"Heading1": 1, "Heading2": 2, "Innsatsomraade": 3, "Tiltaksomraade": 4, "Tiltak": 5}
"""Styles whose numbers Word prints, so that they are not in the text."""


def read_expected(source: str) -> list[str]:
    """The customer's text from the first chapter on, as lines, with the typed values in their printed form."""
    text = source[source.index(BODY_BEGINS) :]
    for old, new in {**JOINED, **PARTIES, **PRINTED}.items():
        assert text.count(old) >= 1, f"the tables name what the source does not hold: {old!r}"
        text = text.replace(old, new)
    lines = [re.sub(r"^\s*- ", "", line).strip() for line in text.splitlines()]
    return _facts_first([line for line in lines if line])


def _facts_first(lines: list[str]) -> list[str]:
    """In every measure the two facts before the content."""
    ordered: list[str] = []
    starts = [
        place for place, line in enumerate(lines) if MEASURE.match(line) and lines[place + 1] in {*FACTS, CONTENT}
    ]
    ends = [*starts[1:], len(lines)]
    done = 0
    for start, end in zip(starts, ends, strict=True):
        stop = next((p for p in range(start + 1, end) if re.match(r"[1-5]\. ", lines[p])), end)
        sections = _sections(lines[start + 1 : stop])
        ordered += [*lines[done : start + 1], *sections[FACTS[0]], *sections[FACTS[1]], *sections[CONTENT]]
        done = stop
    return ordered + lines[done:]


def _sections(lines: list[str]) -> dict[str, list[str]]:
    """The lines of a measure under its labels, each label once."""
    sections: dict[str, list[str]] = {}
    label = ""
    for line in lines:
        if line in {*FACTS, CONTENT}:
            assert line not in sections, f"{line} is twice in one measure"
            label, sections[line] = line, []
        sections[label].append(line)
    return sections


def format_lines(found: list[Shown]) -> list[str]:
    """The document's paragraphs as lines, with the numbers that Word prints before headings."""
    counts = dict.fromkeys(NUMBERED, 0)
    return [
        _number(paragraph.style, counts) + paragraph.text.replace("\u00a0", " ").strip()
        for paragraph in without_added(found)
        if paragraph.text.strip()
    ]


def without_added(found: list[Shown]) -> Iterator[Shown]:
    """The paragraphs without the rows of facts that the source text does not contain."""
    is_added = False
    for paragraph in found:
        if paragraph.style == "Faktaetikett":
            is_added = paragraph.text in ADDED
        if not (is_added and paragraph.style in {"Faktaetikett", "Faktaverdi"}):
            yield paragraph


def _number(style: str, counts: dict[str, int]) -> str:
    if style not in counts:
        return ""
    counts[style] += 1
    for deeper in {
        "Heading1": ["Heading2", "Innsatsomraade", "Tiltaksomraade", "Tiltak"],
        "Tiltaksomraade": ["Tiltak"],
    }.get(style, []):
        counts[deeper] = 0
    outer = {"Heading2": "Heading1", "Tiltak": "Tiltaksomraade"}.get(style)
    return f"{counts[outer]}.{counts[style]} " if outer else f"{counts[style]}. "


def test_every_line_is_in_the_document_once_and_in_its_place(word_2018: bytes) -> None:
    """The document says what the customer's text says, line by line, and nothing else."""
    assert format_lines(after_contents(word_2018)) == read_expected(SOURCE)


def test_cover_has_the_lines_of_the_source(word_2018: bytes) -> None:
    """The lines before the contents in the source are on the cover, once each."""
    cover = [line for line in SOURCE[: SOURCE.index(COVER_ENDS)].splitlines() if line]
    texts = [paragraph.text for paragraph in paragraphs(word_2018)]
    front = texts[: texts.index(COVER_ENDS)]

    assert [front.count(line) for line in cover] == [1] * len(cover)


def test_contents_name_the_headings_of_the_source(word_2018: bytes) -> None:
    """The entries of the source's contents are in the document's, in their order, with their numbers."""
    listed = SOURCE[SOURCE.index(COVER_ENDS) + len(COVER_ENDS) : SOURCE.index(BODY_BEGINS)].splitlines()
    wanted = [line.rsplit("\t", 1)[0] for line in listed if line]
    entries = [p.text.replace("\t", " ") for p in paragraphs(word_2018) if p.style in {"TOC1", "TOC2"}]

    assert entries == wanted


def test_contents_bear_the_numbers_of_the_headings(word_2018: bytes) -> None:
    """Every entry of the contents, also of the measures, is a line of the text, in the same order."""
    entries = [p.text.replace("\t", " ") for p in paragraphs(word_2018) if re.fullmatch(r"TOC\d", p.style)]
    lines = iter(read_expected(SOURCE))

    assert [entry for entry in entries if entry not in lines] == []


def test_every_sentence_is_compared() -> None:
    """Nothing of the source is left out of the comparison: the tables above add no word and take none away."""
    words, compared = _words(SOURCE[SOURCE.index(BODY_BEGINS) :]), _words(" ".join(read_expected(SOURCE)))

    assert words == compared


def _words(text: str) -> list[str]:
    """All words of more than four letters; the shorter "og" and "i" part some parties in the source."""
    return sorted(word.lower() for word in re.findall(r"[^\W\d_]{5,}", text))


SENTENCES = [line for line in read_expected(SOURCE) if len(line) > 40]


@pytest.mark.parametrize("place", range(0, len(SENTENCES), 7))
def test_comparison_fails_when_a_line_is_missing(word_2018: bytes, place: int) -> None:
    """A document without one of the lines is not the source's."""
    found = [line for line in format_lines(after_contents(word_2018)) if line != SENTENCES[place]]

    assert found != read_expected(SOURCE)


def test_comparison_fails_when_a_sentence_inside_a_paragraph_is_missing(word_2018: bytes) -> None:
    """Nor is one that lacks a sentence in the middle of a paragraph."""
    found = [
        line.replace(" Hvert medlem deltar i samarbeidsrådet med én stemme.", "")
        for line in format_lines(after_contents(word_2018))
    ]

    assert found != read_expected(SOURCE)


def test_comparison_fails_when_a_line_is_doubled(word_2018: bytes) -> None:
    """Nor is one that says something twice."""
    found = format_lines(after_contents(word_2018))

    assert [*found[:20], found[19], *found[20:]] != read_expected(SOURCE)


def test_comparison_fails_when_a_line_is_moved(word_2018: bytes) -> None:
    """Nor is one that says the same in another order."""
    found = format_lines(after_contents(word_2018))

    assert [*found[:20], found[21], found[20], *found[22:]] != read_expected(SOURCE)


def test_comparison_fails_when_the_source_loses_a_sentence(word_2018: bytes) -> None:
    """The other way round too: the document says nothing that the source does not."""
    poorer = SOURCE.replace("Rådet fastlegger strategier for samarbeidet i Osloregionen. ", "")

    assert format_lines(after_contents(word_2018)) != read_expected(poorer)
