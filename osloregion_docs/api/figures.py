"""figures: where a figure, or some words, of a year's documents come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from osloregion_docs.builder.checks import check_loaded
from osloregion_docs.diagnostics import Finding, Outcome, Span
from osloregion_docs.documents.parts.traceability.named_values import list_named_values
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.tree import Source
from osloregion_docs.workspace.load import Loaded, load
from osloregion_docs.workspace.workspace import Workspace

_OTHER_YEARS = KeyPath(("other_year_meetings",))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source, and its text."""

    span: Span
    text: str
    address: str = ""
    """Of the value, where it is one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A figure that is counted or worked out, and the places in the sources that it comes from."""

    printed: str
    name: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """All that some words of a document can come from."""

    figures: tuple[Origin, ...]
    lines: tuple[Place, ...]
    """The lines of the sources in which they are written."""

    def __bool__(self) -> bool:
        """Whether anything was found."""
        return bool(self.figures or self.lines)


def origins(workspace: Workspace, year: int, wanted: str) -> Outcome[Origins]:
    """Where a figure, or some words, of the year's documents come from.

    Args:
        workspace: The workspace of the year.
        year: Four digits.
        wanted: As it is printed: ``4 360``, ``−17,7``, ``Sum inntekter``.

    Returns:
        The figures that are printed so, or called so, and the lines in which they are written; or None where errors
        in the sources prevent it, with those errors.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    checked = check_loaded(load(workspace, year))
    if checked.value is None or checked.errors:
        return Outcome(None, checked.errors)
    loaded = checked.value
    pattern = _pattern(wanted)
    lines = (place for source in loaded.tree.sources.values() for place in _lines(source, pattern))
    return Outcome(Origins(tuple(_figures(loaded, wanted)), tuple(sorted(lines, key=lambda place: place.span))))


def _figures(loaded: Loaded, wanted: str) -> Iterator[Origin]:
    """The figures that documents print so; for words, those whose name has them."""
    programme = loaded.programme
    documents = (document for kind in KINDS for document in kind.compose(programme, programme.languages[0]))
    figures = (figure for document in documents for figure in list_named_values(document))
    distinct = {(figure.text, figure.name): figure for figure in figures}
    for figure in distinct.values():
        is_wanted = (
            _plain(figure.text) == _plain(wanted) if _is_figure(wanted) else _words(wanted) in _words(figure.name)
        )
        if is_wanted:
            yield Origin(figure.text, figure.name, tuple(_place(loaded, address) for address in figure.sources))


def _place(loaded: Loaded, address: KeyPath) -> Place:
    if address.within(_OTHER_YEARS):
        file = loaded.programme.other_year_meetings[int(address.steps[1]) - 1].file
        return Place(Span(file), file)
    found = loaded.locate(Finding(address, ""))
    span = found.span
    end = span.end_column - 1 if span.end_line == span.line else len(found.excerpt)
    return Place(span, found.excerpt[span.column - 1 : end].strip(), str(address))


def _is_figure(words: str) -> bool:
    """Whether words are a figure as documents print it, without unit."""
    return any(sign.isdigit() for sign in words) and all(
        sign.isdigit() or sign in "-−.,% \u00a0\u202f" for sign in words
    )


def _words(text: str) -> str:
    return " ".join(text.split()).casefold()


def _plain(figure: str) -> str:
    """The digits, sign and decimals of a figure."""
    signs = figure.replace("−", "-").replace(".", ",")
    return "".join(sign for sign in signs if sign.isdigit() or sign in "-,")


def _pattern(wanted: str) -> re.Pattern[str]:
    """What finds the words in a line: figures whole, with or without gaps, with a comma or a point."""
    words = wanted.strip()
    if not _is_figure(words):
        return re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    signs = {"-": "[-−]", ",": "[.,]"}
    inner = r"\s?".join(signs.get(sign, sign) for sign in _plain(words))
    return re.compile(rf"(?<![\d.,]){inner}(?![.,]?\d)")


def _lines(source: Source, pattern: re.Pattern[str]) -> Iterator[Place]:
    """The lines of a source that match; comments are not printed anywhere."""
    for number, line in enumerate(source.text.splitlines(), 1):
        match = None if line.lstrip().startswith("# ") else pattern.search(line)
        if match:
            yield Place(Span(source.file, number, match.start() + 1), line.strip())
