"""Rules on marks in the text: quotation marks, dashes and spaces, by Språkrådet's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.rules.speech import VALUE, spoken

_SUSPECT = re.compile(r'[«»‘’“”"]|  |\S – \d| - |\d-\d|(?:^|\s)–[^\W\d]|\s/|/\s')
_RANGE = re.compile(r"(?<![\d-])\d{1,4} ?- ?\d{1,4}(?![\d-])|(?<!\S)\d{1,4} – \d{1,4}(?![\d-])")
_SPACED_HYPHEN = re.compile(r"[^\s\d]\S* - \S+|\S+ - [^\s\d]\S*")
_GLUED_DASH = re.compile(r"(?<!\S)–[^\W\d]\w*")
_DOUBLE_SPACE = re.compile(r"\S+ {2,}\S+")
_LOPSIDED_SLASH = re.compile(r"\S+ /\S+|\S+/ \S+")
_APOSTROPHE = re.compile(r"(?<=\w)[’‘](?=\w)|(?<=s)’(?!\w)")


def _suspects(programme: Programme) -> list[tuple[Finding, str]]:
    """Every text with a mark that some rule here looks at, as a finding without words; the rest is passed over."""
    return [(Finding(s.path, ""), s.text) for s in spoken(programme) if _SUSPECT.search(s.text)]


@rule("TXT401", "a quotation that is opened is closed")
def quotations_are_closed(programme: Programme) -> Iterator[Finding]:
    """Each « has its » in the same paragraph. Otherwise readers cannot see where the quotation ends.

    *Source*: Språkrådet, "Hermeteikn".
    """
    for finding, text in _suspects(programme):
        opened: list[int] = []
        for match in re.finditer("[«»]", text):
            if match[0] == "«":
                opened.append(match.start())
            elif opened:
                opened.pop()
            else:
                before = text[max(0, match.start() - 20) : match.end()].split(VALUE)[-1]
                yield _said(finding, "a quotation is closed with » here, but none is open", "put « where it begins", before)
        for start in opened:
            quoted = text[start : start + 30].split(VALUE)[0]
            yield _said(finding, "the quotation that « opens here is not closed", "put » where it ends", quoted)


@rule("TXT402", "no quotation mark stands alone")
def no_stray_quotes(programme: Programme) -> Iterator[Finding]:
    """A single or straight quotation mark has no partner in its paragraph. Often a slip of the finger, or left over.

    An apostrophe inside a word, or after a name that ends in s, is none.
    """
    for finding, text in _suspects(programme):
        bare = _APOSTROPHE.sub(" ", text)
        for opening, closing in (("‘", "’"), ("“", "”")):
            if bare.count(opening) != bare.count(closing):
                mark = opening if opening in bare else closing
                around = text[max(0, text.find(mark) - 15) : text.find(mark) + 1].split(VALUE)[-1]
                yield _said(finding, f"a stray {mark} stands here", "delete it, or give it its partner", around)
        if bare.count('"') % 2:
            around = text[max(0, text.rfind('"') - 15) : text.rfind('"') + 1].split(VALUE)[-1]
            yield _said(finding, 'a " has no partner', "use « and » around quotations", around)


@rule("TXT403", "an en dash joins a range and parts a clause")
def dashes_are_dashes(programme: Programme) -> Iterator[Finding]:
    """From–to is written with an en dash and no spaces (8–10, 2017–20); a dash between words has a space on each side.

    *Source*: Språkrådet, "Tankestrek".
    """
    for finding, text in _suspects(programme):
        for match in _RANGE.finditer(text):
            mended = re.sub(r" ?[-–] ?", "–", match[0])
            yield _said(finding, f'"{match[0]}" is a range', f'write "{mended}", with an en dash and no spaces', match[0])
        for match in _SPACED_HYPHEN.finditer(text):
            mended = match[0].replace(" - ", " – ")
            yield _said(finding, f'a hyphen stands for a dash in "{match[0]}"', f'write "{mended}"', match[0])


@rule("TXT404", "a hyphen joins the parts of a word")
def hyphens_are_hyphens(programme: Programme) -> Iterator[Finding]:
    """Where a word leaves out its first part (kommuner og -fylkeskommuner), a hyphen stands, not a dash.

    *Source*: Språkrådet, "Bindestrek".
    """
    for finding, text in _suspects(programme):
        for match in _GLUED_DASH.finditer(text):
            hint = f'write "-{match[0][1:]}"'
            yield _said(finding, f'a dash stands for a hyphen in "{match[0]}"', hint, match[0])


@rule("TXT405", "one space between words")
def single_spaces(programme: Programme) -> Iterator[Finding]:
    """Two spaces in a row show as a hole in the line. They are left over from deleting a word."""
    for finding, text in _suspects(programme):
        for match in _DOUBLE_SPACE.finditer(text):
            yield _said(finding, "two spaces stand in a row", "keep one", match[0])


@rule("TXT410", "a slash has spaces on both sides or on neither")
def slashes_are_even(programme: Programme) -> Iterator[Finding]:
    """A space on one side only of a slash (NTP/ rullering) is a slip; between single words there is none."""
    for finding, text in _suspects(programme):
        for match in _LOPSIDED_SLASH.finditer(text):
            mended = re.sub(r" ?/ ?", "/", match[0])
            yield _said(finding, f'a space stands on one side of the slash in "{match[0]}"', f'write "{mended}"', match[0])


def _said(place: Finding, message: str, hint: str, quote: str) -> Finding:
    return Finding(place.path, message, hint, quote=quote.strip())


RULES: tuple[Rule, ...] = (
    quotations_are_closed,
    no_stray_quotes,
    dashes_are_dashes,
    hyphens_are_hyphens,
    single_spaces,
    slashes_are_even,
)
