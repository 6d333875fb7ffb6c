"""Rules on marks in the text: quotation marks, dashes and spaces, by Språkrådet's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from osloregion_docs.messages.message import message
from osloregion_docs.rules.rule import TextIssue, TextRule, text_rule
from osloregion_docs.rules.text_fields import VALUE

_SHOWN = 40
"""How many characters of a text a message shows."""
_RANGE = re.compile(r"(?<![\d-])\d{1,4} ?- ?\d{1,4}(?![\d-])|(?<!\S)\d{1,4} – \d{1,4}(?![\d-])")
_SPACED_HYPHEN = re.compile(r"(?<!\S)(?:[^\s\d]\S* - \S+|\S+ - [^\s\d]\S*)")
_GLUED_DASH = re.compile(r"(?<!\S)–[^\W\d]\w*")
_DOUBLE_SPACE = re.compile(r"(?<!\S)\S+ {2,}\S+")
_LOPSIDED_SLASH = re.compile(r"(?<!\S)(?:\S+ /\S+|\S*/ \S+)")
_UNREAD_MARK = re.compile(r"(?:\[(?P<words>[^\[\]]*)\])?\{lang[^}\s]*\}?")
_APOSTROPHE = re.compile(r"(?<=\w)[’‘](?=\w)|(?<=s)’(?!\w)")


@text_rule("TXT401", "a quotation that is opened is closed")
def quotations_are_closed(text: str) -> Iterator[TextIssue]:
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
            yield TextIssue(message("TXT401.unopened"), before.strip(), "»")
    for start in opened:
        quoted = text[start : start + 30].split(VALUE, maxsplit=1)[0]
        yield TextIssue(message("TXT401.unclosed"), quoted.strip())


@text_rule("TXT402", "no quotation mark is alone")
def no_stray_quotes(text: str) -> Iterator[TextIssue]:
    """A single or straight quotation mark has no partner in its paragraph. Often a typing error, or left over.

    An apostrophe inside a word, or after a name that ends in s, is none.
    """
    bare = _APOSTROPHE.sub(" ", text)
    for opening, closing in (("‘", "’"), ("“", "”")):
        if bare.count(opening) != bare.count(closing):
            mark = opening if opening in bare else closing
            around = text[max(0, bare.find(mark) - 15) : bare.find(mark) + 1].rsplit(VALUE, maxsplit=1)[-1]
            yield TextIssue(message("TXT402.single", mark=mark), around.strip(), mark)
    if bare.count('"') % 2:
        around = text[max(0, text.rfind('"') - 15) : text.rfind('"') + 1].rsplit(VALUE, maxsplit=1)[-1]
        yield TextIssue(message("TXT402.straight"), around.strip(), '"')


@text_rule("TXT403", "an en dash joins a range and parts a clause")
def dashes_are_dashes(text: str) -> Iterator[TextIssue]:
    """From–to is written with an en dash and no spaces (8–10, 2017–20); a dash between words has a space on each side.

    *Source*: Språkrådet, "Tankestrek".
    """
    for match in _RANGE.finditer(text):
        corrected = re.sub(r" ?[-–] ?", "–", match[0])
        yield TextIssue(message("TXT403.range", written=match[0], corrected=corrected), match[0])
    for match in _SPACED_HYPHEN.finditer(text):
        corrected = match[0].replace(" - ", " – ")
        yield TextIssue(message("TXT403.hyphen", written=match[0], corrected=corrected), match[0])


@text_rule("TXT404", "a hyphen joins the parts of a word")
def hyphens_are_hyphens(text: str) -> Iterator[TextIssue]:
    """Where a word leaves out its first part (kommuner og -fylkeskommuner), there is a hyphen, not a dash.

    *Source*: Språkrådet, "Bindestrek".
    """
    for match in _GLUED_DASH.finditer(text):
        yield TextIssue(message("TXT404.dash", written=match[0], corrected=f"-{match[0][1:]}"), match[0])


@text_rule("TXT405", "one space between words")
def single_spaces(text: str) -> Iterator[TextIssue]:
    """Two spaces in a row show as a hole in the line. They are left over from deleting a word."""
    for match in _DOUBLE_SPACE.finditer(text):
        yield TextIssue(message("TXT405.double"), match[0])


@text_rule("TXT410", "a slash has spaces on both sides or on neither")
def slashes_are_even(text: str) -> Iterator[TextIssue]:
    """A space on one side only of a slash (NTP/ rullering) is a mistake; between single words there is none."""
    for match in _LOPSIDED_SLASH.finditer(text):
        corrected = re.sub(r" ?/ ?", "/", match[0])
        yield TextIssue(message("TXT410.uneven", written=match[0], corrected=corrected), match[0])


@text_rule("TXT413", "a mark of language is one that can be read")
def language_marks_are_read(text: str) -> Iterator[TextIssue]:
    """Words of another language are marked as `[Regional utvecklingsplan]{lang=sv}`. Any other mark would be printed.

    The words are in brackets, close to the braces, without placeholder, link, bold or italic in them; the language is
    its two or three small letters (sv, da, en, sme), if need be with a country (en-GB).

    *Source*: RFC 5646.
    """
    for match in _UNREAD_MARK.finditer(text):
        words = (match["words"] or "words").split(VALUE)[0].strip() or "words"
        mark = match[0].rsplit("]", 1)[-1]
        yield TextIssue(message("TXT413.unread", mark=mark[:_SHOWN], words=words[:_SHOWN]), mark)


RULES: tuple[TextRule, ...] = (
    quotations_are_closed,
    no_stray_quotes,
    dashes_are_dashes,
    hyphens_are_hyphens,
    single_spaces,
    slashes_are_even,
    language_marks_are_read,
)
