"""The year 2018 checked on the command line: the mistakes of the adopted text, all of them true, and no others."""

from __future__ import annotations

import re

import pytest

from tests.cli.running import ROOT, Ended, ran
from tests.conftest import Golden

MISTAKES = {
    ("TXT401", "«Internasjonal profileringsstrategi"),
    ("TXT402", "profilering. ‘"),
    ("TXT403", "8 – 10 nyhetsbrev"),
    ("TXT403", "Oslo - Stockholm"),
    ("TXT404", "–fylkeskommuner"),
    ("TXT406", "### Interessepolitisk utvalg"),
    ("TXT408", "budget/reserve | spelled"),
    ("TXT409", "Faggruppe for Profilering, verdiskaping, kompetanse"),
    ("TXT410", "NTP/ rullering NTP"),
    ("REF310", "i møtet i Samarbeidet"),
    ("COV801", "id: interessepolitikk"),
}
"""The code, and words of the line that it points at."""
IN_THE_ORIGINAL = [
    "Følge opp «Internasjonal profileringsstrategi for Osloregionen (2015) gjennom å:",
    "profilering. ‘",
    "8 – 10 nyhetsbrev",
    "Oslo – Gøteborg og Oslo - Stockholm",
    "og –fylkeskommuner",
    "Faggruppe for Profilering, verdiskaping, kompetanse",
    "Oppfølging NTP/ rullering NTP",
    "i møtet i Samarbeidet 2016:",
    "ca. 2,9 millioner kroner",
    "6,64 mill. kroner",
    "Interessepolitisk utvalg\n\n2.2 Administrativ organisering",
]
"""The mistakes as the original has them."""


@pytest.fixture(scope="module")
def checked() -> Ended:
    """What `check 2018` says."""
    return ran("check", "2018")


def list_findings(output: str) -> list[tuple[str, str]]:
    """Each finding's code, and the whole line of the source that it points at."""
    found = []
    for file, line, code in re.findall(r"(?m)^(\S+):(\d+):\d+: \w+ (\w{6}):", output):
        found.append((code, (ROOT / file).read_text("utf-8").splitlines()[int(line) - 1]))
    return found


def test_as_people_see_it(golden: Golden, checked: Ended) -> None:
    """Every word of it."""
    golden("check-2018.txt", checked.out + checked.err)


def test_nothing_is_wrong_enough_to_stop(checked: Ended) -> None:
    """An adopted text is pointed at, and builds."""
    assert checked.code == 0


@pytest.mark.parametrize(("code", "words"), sorted(MISTAKES))
def test_mistake_is_named(checked: Ended, code: str, words: str) -> None:
    """On its line."""
    assert [line for found, line in list_findings(checked.out) if found == code and words in line] != []


def test_nothing_else_is_named(checked: Ended) -> None:
    """No finding but those that are true."""
    rest = [
        (code, line)
        for code, line in list_findings(checked.out)
        if not any(code == c and w in line for c, w in MISTAKES)
    ]

    assert rest == []


@pytest.mark.parametrize("words", IN_THE_ORIGINAL)
def test_mistake_is_in_the_original(words: str) -> None:
    """It was adopted so; the sources did not bring it in."""
    assert words in (ROOT / "tests" / "renderers" / "handlingsprogram-2018.txt").read_text("utf-8")


def test_every_finding_can_be_explained(checked: Ended) -> None:
    """Each says what to do."""
    assert checked.out.count("\n  hint: ") == len(list_findings(checked.out))
