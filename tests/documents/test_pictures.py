"""Pictures as values: what is said of them, their tables, and what a document and a template know of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from osloregion_docs.documents.document import Picture, Table, pictures
from osloregion_docs.documents.parts.figures.figure_context import Place, pattern_at, table
from osloregion_docs.documents.parts.figures.shares_figure import MoneyPart
from osloregion_docs.labels.forms import in_sentence
from osloregion_docs.language import LANGUAGES, Language
from tests.documents.pictures import (
    all_pictures,
    gallery,
    made_accounts,
    made_shares,
    made_statuses,
    made_timeline,
)

SPOKEN: list[tuple[Picture, str]] = [
    (
        made_timeline(),
        (
            "Tidslinje for tiltakene, med merke ved 31. juli 2018: Areal og transport: "
            "1.1 Gods på bane (1. halvår 2018); 1.2 Nasjonal transportplan (Løpende)."
        ),
    ),
    (
        made_timeline("en", as_of=None),
        (
            "Timeline of the measures: Areal og transport: 1.1 Gods på bane (1. halvår 2018); "
            "1.2 Nasjonal transportplan (Løpende)."
        ),
    ),
    (
        made_statuses(),
        "Antall tiltak etter status: Areal og transport: 2 i gang, 1 NTP venter; Samarbeid: ingen.",
    ),
    (
        made_statuses("nn"),
        "Talet på tiltak etter status: Areal og transport: 2 i gang, 1 NTP venter; Samarbeid: ingen.",
    ),
    (
        made_accounts(),
        (
            "Budsjett 2018 og regnskap 2018, beløp i 1000 kroner: Lønn 2900 og 3012,5; Renter −40 og ikke rapportert; "
            "Sum 2860 og 3012,5."
        ),
    ),
    (
        made_accounts("en"),
        (
            "Budsjett 2018 and regnskap 2018, amounts in 1000 kroner: Lønn 2900 and 3012.5; "
            "Renter −40 and not reported; Sum 2860 and 3012.5."
        ),
    ),
    (
        made_shares(),
        (
            "Hvor pengene kommer fra, beløp i 1000 kroner: Kontingent 6640 (81 %); Tilskudd 1500 (18 %); "
            "Renter 12 (0,1 %); sum 8152."
        ),
    ),
    (
        made_shares(parts=(MoneyPart("Gitt", Decimal(10)), MoneyPart("Tatt", Decimal(-4)))),
        "Hvor pengene kommer fra, beløp i 1000 kroner: Gitt 10; Tatt −4; sum 6.",
    ),
]


def rows_of(picture: Picture) -> list[tuple[str, ...]]:
    """The header of a picture's table, and its rows."""
    [found] = picture.table.items
    assert isinstance(found, Table)
    return [tuple(column.title for column in found.columns), *(tuple(map(str, row.cells)) for row in found.rows)]


@pytest.mark.parametrize(("picture", "alternative"), SPOKEN)
def test_alternative_text(picture: Picture, alternative: str) -> None:
    """One sentence says all that is drawn, in the language of the document."""
    assert picture.alternative.replace("\u00a0", " ") == alternative


@pytest.mark.parametrize("picture", [each for language in LANGUAGES for each in all_pictures(language)])
def test_alternative_text_names_every_value(picture: Picture) -> None:
    """Every cell of the table that is not nought is in the sentence; sums of counts are the reader's."""
    missing = [
        cell
        for row in rows_of(picture)[1:]
        for cell in row[: 4 if picture.anchor != "figur-status" else -1]
        if cell not in {"", "0"} and cell.lower() not in picture.alternative.lower()
    ]
    assert missing == []


@pytest.mark.parametrize("picture", all_pictures())
def test_table_has_as_many_cells_in_each_row(picture: Picture) -> None:
    """No row is longer or shorter than the header."""
    assert {len(row) for row in rows_of(picture)} == {len(rows_of(picture)[0])}


TABLES: list[tuple[Callable[[], Picture], list[tuple[str, ...]]]] = [
    (
        made_timeline,
        [
            ("Område", "Nr.", "Tiltak", "Tidsramme"),
            ("Areal og transport", "1.1", "Gods på bane", "1. halvår 2018"),
            ("Areal og transport", "1.2", "Nasjonal transportplan", "Løpende"),
        ],
    ),
    (
        made_statuses,
        [
            ("Område", "I gang", "NTP venter", "Sum"),  # no column for a status that none has
            ("Areal og transport", "2", "1", "3"),
            ("Samarbeid", "0", "0", "0"),
        ],
    ),
    (
        made_accounts,
        [
            ("Post", "Budsjett 2018", "Regnskap 2018"),
            ("Lønn", "2900", "3012,5"),
            ("Renter", "−40", "ikke rapportert"),
            ("Sum", "2860", "3012,5"),
        ],
    ),
    (
        made_shares,
        [
            ("Post", "Beløp", "Andel"),
            ("Kontingent", "6640", "81 %"),
            ("Tilskudd", "1500", "18 %"),
            ("Renter", "12", "0,1 %"),
            ("Sum", "8152", ""),
        ],
    ),
]


@pytest.mark.parametrize(("make", "rows"), TABLES)
def test_table(make: Callable[[], Picture], rows: list[tuple[str, ...]]) -> None:
    """The values as a table, in the order in which they were given."""
    assert [tuple(cell.replace("\u00a0", " ") for cell in row) for row in rows_of(make())] == rows


@pytest.mark.parametrize("picture", all_pictures())
def test_columns_share_the_width_out(picture: Picture) -> None:
    """They take the whole width between them, and the longest word of each has room."""
    [found] = picture.table.items
    assert isinstance(found, Table)
    assert sum(column.width for column in found.columns) == pytest.approx(1000, abs=len(found.columns))
    assert min(column.width for column in found.columns) >= 60


def test_figures_are_columns_of_numbers() -> None:
    """Formats set them to the right; words stand to the left."""
    [found] = made_accounts().table.items
    assert isinstance(found, Table)
    assert [column.numeric for column in found.columns] == [False, True, True]


def test_picture_of_nothing_has_no_table() -> None:
    """A template that prints it prints nothing."""
    assert not made_accounts().model_copy(update={"table": table(Place("a", "b"), ("c",), ())}).table


@pytest.mark.parametrize("language", LANGUAGES)
def test_descriptions_are_there_in_every_language(language: Language) -> None:
    """How each picture is read is told in one or more whole sentences."""
    assert all(re.fullmatch(r"[A-ZÆØÅ].*\.", picture.description) for picture in all_pictures(language))


def test_status_without_pattern_gets_one_by_its_place() -> None:
    """Statuses of a workspace's own are told apart without anybody choosing how; more than there are begin again."""
    chart = made_statuses().chart
    assert chart.kind == "statuses"
    assert [status.pattern for status in chart.statuses] == [pattern_at(0), pattern_at(1), "dots"]
    assert pattern_at(8) == pattern_at(0)


@pytest.mark.parametrize(("name", "inside"), [("I gang", "i gang"), ("NTP", "NTP"), ("Ås", "ås"), ("", ""), ("A", "a")])
def test_name_in_a_sentence(name: str, inside: str) -> None:
    """A name begins with a small letter inside a sentence, unless it is an abbreviation."""
    assert in_sentence(name) == inside


def test_pictures_of_a_document_are_found_in_order() -> None:
    """However deep they stand, and those of bound documents after its own."""
    first, second, third, fourth = all_pictures()
    document = gallery(first, second, parts=(gallery(third), gallery(fourth)))
    assert list(pictures(document)) == [first, second, third, fourth]


def test_picture_of_nothing_is_false() -> None:
    """A template can ask whether there is anything to show."""
    assert (bool(made_shares(parts=())), bool(made_shares())) == (False, True)
