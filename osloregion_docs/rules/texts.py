"""Rules on marks in the text: quotation marks, dashes and spaces, by Språkrådet's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osloregion_docs.rules.rule import Slip, TextRule, text_rule
from osloregion_docs.rules.text_fields import VALUE

_TELLTALES = ("«", "»", "‘", "’", "“", "”", '"', "–", "  ", " - ", " /", "/ ", "{lang")
_HYPHENED_DIGITS = re.compile(r"\d-\d")
_RANGE = re.compile(r"(?<![\d-])\d{1,4} ?- ?\d{1,4}(?![\d-])|(?<!\S)\d{1,4} – \d{1,4}(?![\d-])")
_SPACED_HYPHEN = re.compile(r"(?<!\S)(?:[^\s\d]\S* - \S+|\S+ - [^\s\d]\S*)")
_GLUED_DASH = re.compile(r"(?<!\S)–[^\W\d]\w*")
_DOUBLE_SPACE = re.compile(r"(?<!\S)\S+ {2,}\S+")
_LOPSIDED_SLASH = re.compile(r"(?<!\S)(?:\S+ /\S+|\S*/ \S+)")
_UNREAD_MARK = re.compile(r"(?:\[(?P<words>[^\[\]]*)\])?\{lang[^}\s]*\}?")
_APOSTROPHE = re.compile(r"(?<=\w)[’‘](?=\w)|(?<=s)’(?!\w)")


def is_suspect(text: str) -> bool:
    """Whether a text has anything that the rules here look for; most have not."""
    if any(mark in text for mark in _TELLTALES):
        return True
    return "-" in text and _HYPHENED_DIGITS.search(text) is not None


@text_rule("TXT401", "a quotation that is opened is closed")
def quotations_are_closed(text: str) -> Iterator[Slip]:
    """Each « has its » in the same paragraph. Otherwise readers cannot see where the quotation ends.

    *Source*: Språkrådet, "Hermeteikn".
    """
    opened: list[int] = []
    for match in re.finditer("[«»]", text):
        if match[0] == "«":
            opened.append(match.start())
        elif opened:
            opened.pop()
        else:
            before = text[max(0, match.start() - 20) : match.end()].rsplit(VALUE, maxsplit=1)[-1]
            yield Slip(
                "a quotation is closed with » here, but none is open", "put « where it begins", before.strip(), "»"
            )
    for start in opened:
        quoted = text[start : start + 30].split(VALUE, maxsplit=1)[0]
        yield Slip("the quotation that « opens here is not closed", "put » where it ends", quoted.strip())


@text_rule("TXT402", "no quotation mark stands alone")
def no_stray_quotes(text: str) -> Iterator[Slip]:
    """A single or straight quotation mark has no partner in its paragraph. Often a slip of the finger, or left over.

    An apostrophe inside a word, or after a name that ends in s, is none.
    """
    bare = _APOSTROPHE.sub(" ", text)
    for opening, closing in (("‘", "’"), ("“", "”")):
        if bare.count(opening) != bare.count(closing):
            mark = opening if opening in bare else closing
            around = text[max(0, bare.find(mark) - 15) : bare.find(mark) + 1].rsplit(VALUE, maxsplit=1)[-1]
            yield Slip(f"a stray {mark} stands here", "delete it, or give it its partner", around.strip(), mark)
    if bare.count('"') % 2:
        around = text[max(0, text.rfind('"') - 15) : text.rfind('"') + 1].rsplit(VALUE, maxsplit=1)[-1]
        yield Slip('a " has no partner', "use « and » around quotations", around.strip(), '"')


@text_rule("TXT403", "an en dash joins a range and parts a clause")
def dashes_are_dashes(text: str) -> Iterator[Slip]:
    """From–to is written with an en dash and no spaces (8–10, 2017–20); a dash between words has a space on each side.

    *Source*: Språkrådet, "Tankestrek".
    """
    for match in _RANGE.finditer(text):
        mended = re.sub(r" ?[-–] ?", "–", match[0])
        yield Slip(f'"{match[0]}" is a range', f'write "{mended}", with an en dash and no spaces', match[0])
    for match in _SPACED_HYPHEN.finditer(text):
        mended = match[0].replace(" - ", " – ")
        yield Slip(f'a hyphen stands for a dash in "{match[0]}"', f'write "{mended}"', match[0])


@text_rule("TXT404", "a hyphen joins the parts of a word")
def hyphens_are_hyphens(text: str) -> Iterator[Slip]:
    """Where a word leaves out its first part (kommuner og -fylkeskommuner), a hyphen stands, not a dash.

    *Source*: Språkrådet, "Bindestrek".
    """
    for match in _GLUED_DASH.finditer(text):
        hint = f'write "-{match[0][1:]}"'
        yield Slip(f'a dash stands for a hyphen in "{match[0]}"', hint, match[0])


@text_rule("TXT405", "one space between words")
def single_spaces(text: str) -> Iterator[Slip]:
    """Two spaces in a row show as a hole in the line. They are left over from deleting a word."""
    for match in _DOUBLE_SPACE.finditer(text):
        yield Slip("two spaces stand in a row", "keep one", match[0])


@text_rule("TXT410", "a slash has spaces on both sides or on neither")
def slashes_are_even(text: str) -> Iterator[Slip]:
    """A space on one side only of a slash (NTP/ rullering) is a slip; between single words there is none."""
    for match in _LOPSIDED_SLASH.finditer(text):
        mended = re.sub(r" ?/ ?", "/", match[0])
        yield Slip(f'a space stands on one side of the slash in "{match[0]}"', f'write "{mended}"', match[0])


@text_rule("TXT413", "a mark of language is one that can be read")
def language_marks_are_read(text: str) -> Iterator[Slip]:
    """Words of another language are marked as `[Regional utvecklingsplan]{lang=sv}`. Any other mark would be printed.

    The words stand in brackets, close to the braces, without placeholder, link, bold or italic in them; the language is
    its two or three small letters (sv, da, en, sme), if need be with a country (en-GB).

    *Source*: RFC 5646.
    """
    for match in _UNREAD_MARK.finditer(text):
        words = (match["words"] or "words").split(VALUE)[0].strip() or "words"
        mark = match[0].rsplit("]", 1)[-1]
        hint = f"write [{words:.40}]{{lang=sv}}, with plain words in the brackets and the letters of their language"
        yield Slip(f'"{mark:.40}" is not read as a mark of language', hint, mark)


RULES: tuple[TextRule, ...] = (
    quotations_are_closed,
    no_stray_quotes,
    dashes_are_dashes,
    hyphens_are_hyphens,
    single_spaces,
    slashes_are_even,
    language_marks_are_read,
)
