"""The text of a case in sections, one for each heading, and the table of known headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from osloregion_docs.sources.markdown import read_markdown
from osloregion_docs.sources.prose import Fault
from osloregion_docs.sources.tree import Plain
from osloregion_docs.spelling import did_you_mean

HEADINGS: Final = {
    "Sammendrag": "summary",
    "Bakgrunn": "background",
    "Saksopplysninger": "facts",
    "Vurdering": "assessment",
    "Konklusjon": "conclusion",
    "Forslag til vedtak": "proposal",
    "Vedtak": "decision",
    "Samandrag": "summary",
    "Saksopplysningar": "facts",
    "Framlegg til vedtak": "proposal",
    "Summary": "summary",
    "Background": "background",
    "Facts": "facts",
    "Assessment": "assessment",
    "Conclusion": "conclusion",
    "Proposed decision": "proposal",
    "Decision": "decision",
}
"""The headings of a case in bokmål, nynorsk and English, and the part of the case that each begins."""

_FIRST: Final = dict(reversed([(name, heading) for heading, name in HEADINGS.items()]))
_KNOWN: Final = f"the headings of a case are {', '.join(_FIRST[name] for name in dict.fromkeys(HEADINGS.values()))}"


class Place(NamedTuple):
    """The byte ranges of a section's heading and of its text."""

    heading: tuple[int, int]
    text: tuple[int, int]


@dataclass(slots=True)
class CaseSections:
    """The result of reading the text of a case: sections by name, faults, and the place of each section."""

    values: dict[str, Plain] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def content(self) -> Plain:
        """The parts, as a value of the tree; nothing if there are none."""
        return self.values or None


def read_case_sections(text: str) -> CaseSections:
    """The text of a case by its headings of level 2; each part is read as Markdown with placeholders."""
    prose = read_markdown(text, placeholders=True)
    parts = CaseSections(faults=list(prose.faults))
    raw = text.encode()
    starts = [start for start, _end in prose.headings]
    if prose.blocks and not _is_section_heading(prose.blocks[0]):
        words = raw[: min(starts, default=len(raw))].decode().strip().split("\n")[0]
        hint = f"begin with a heading, such as ## Bakgrunn: {_KNOWN}"
        parts.faults.append(Fault(0, len(raw), "SRC016", "text stands before the first heading", hint, words))
    under: list[Plain] = []
    places = iter(zip(prose.headings, [*starts[1:], len(raw)], strict=False))
    for block in prose.blocks:
        if _is_section_heading(block):
            heading, end = next(places)
            under = []
            _begin_section(parts, _get_words(block), Place(heading, (heading[1], end)), under)
        else:
            under.append(block)
    return parts


def _begin_section(parts: CaseSections, words: str, place: Place, under: list[Plain]) -> None:
    """Begin the part that a heading's words name, if they name one that has not been."""
    name = HEADINGS.get(words)
    if name is None:
        hint = did_you_mean(words, HEADINGS) or _KNOWN
        parts.faults.append(Fault(*place.heading, "SRC016", f'a case has no heading "{words}"', hint, f"## {words}"))
    elif name in parts.values:
        hint = "join the two, or give one of them its right heading"
        parts.faults.append(Fault(*place.heading, "SRC016", f'"{words}" stands twice', hint, f"## {words}"))
    else:
        parts.values[name] = under
        parts.places[name] = place


def _is_section_heading(block: Plain) -> bool:
    return isinstance(block, dict) and block.get("kind") == "heading" and block.get("level") == 2  # noqa: PLR2004 - ##


def _get_words(block: Plain) -> str:
    """The words of a heading."""
    runs = block["runs"] if isinstance(block, dict) else []
    texts = (run.get("text", "") for run in runs if isinstance(run, dict)) if isinstance(runs, list) else ()
    return "".join(map(str, texts)).strip()
