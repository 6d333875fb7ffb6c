"""Writes a workspace with any number of measures and meetings, plainly made up, for measuring.

    python benchmarks/made_up_year.py FOLDER MEASURES [MEETINGS CASES]

CASES is how many there are in each meeting.
"""

from __future__ import annotations

import datetime
import shutil
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
_PER_AREA = 50
_MEASURE = """---
title: Tiltak nummer {n} om samarbeid & samordning
timeframe: {timeframe}
parties:
  responsible:
    - organ: sekretariatet
    - organ: faggruppe-areal
  cooperating:
    - Østlandssamarbeidet
    - Samarbeidspartner {n}
---

- Gi innspill til regionalt og lokalt arbeid nummer {n} med areal og transport
- Følge opp arbeidet med å styrke en flerkjernet struktur overfor de største byene i regionen
- Kartlegge vedtatte klima- og energiplaner blant kommuner og fylkeskommuner
- Delta i relevante prosjekter som bidrar til å styrke kunnskapsgrunnlaget for <arbeidet>
- Sende ut nyhetsbrev og oppdatere websidene jevnlig
"""


_BOARD = """- id: utvalget
  name: Utvalget
  kind: committee
  case_numbers: "{number}/{year:02}"
  seats:
"""
_SEATS = 9
_MEETING = """organ: utvalget
date: {date}
begins: "09:00"
ends: "15:00"
place: Rådhuset, møterom {n}
notice:
  sent: {sent}
agenda:
{agenda}attendance:
{attendance}"""
_CASE = """---
title: Sak nummer {number} om samarbeid & samordning
kind: decision
number: {number}/18
archive: 18/{number}
officer: Saksbehandler {n}
papers: written
attachments:
  - {{title: Brev nummer {number}, sender: Avsender {n}}}
proposals:
  - {{id: sekretariatet, by: sekretariatet, vote: unanimous}}
adopted: [sekretariatet]
---

## Sammendrag

Saken gjelder tiltak [](tiltak-{n}) og det som er gjort med areal og transport siden forrige møte.

## Bakgrunn

Utvalget ba i sak nummer {number} om å få vite hvordan arbeidet går. Målet er {{{{ strategy/goal }}}}.

- Kommunene har svart, og de fleste ønsker å gå videre
- Fylkeskommunene har bedt om mer tid

## Vurdering

Arbeidet er kommet så langt at det kan prøves i to kommuner. Det tar et år, og koster ikke mer enn det er satt av.

Sekretariatet mener at det er bedre å prøve enn å utrede videre, og at erfaringene bør legges fram for alle medlemmene.

## Forslag til vedtak

1. Arbeidet prøves i to kommuner.
2. Sekretariatet legger fram erfaringene.

## Vedtak

1. Arbeidet prøves i to kommuner.
2. Sekretariatet legger fram erfaringene.
"""


def write(folder: Path, measures: int, meetings: int = 0, cases: int = 15) -> None:
    """Write a workspace of so many measures, and meetings of so many cases, to a folder that does not exist yet."""
    source = REPOSITORY / "programme" / "2018"
    year = folder / "programme" / "2018"
    shutil.copytree(source, year)
    shutil.rmtree(year / "measures")
    (year / "measures").mkdir()
    main = (year / "programme.yaml").read_text("utf-8")
    head = main[: main.index("measure_areas:")]
    areas = ["measure_areas:\n"]
    for n in range(measures):
        if n % _PER_AREA == 0:
            place = n // _PER_AREA
            serves = ("areal-transport-klima", "verdiskaping-kompetanse", "internasjonal-profilering")[place % 3]
            areas.append(f"  - id: omrade-{place}\n    title: Område {place}\n    serves: [{serves}]\n    measures:\n")
        areas.append(f"      - tiltak-{n}\n")
        timeframe = ("løpende", "2018", "2017-19")[n % 3]
        (year / "measures" / f"tiltak-{n}.md").write_text(_MEASURE.format(n=n, timeframe=timeframe), "utf-8")
    (year / "programme.yaml").write_text(head + "".join(areas), "utf-8")
    if meetings:
        _write_meetings(year, measures, meetings, cases)


def _write_meetings(year: Path, measures: int, meetings: int, cases: int) -> None:
    """A board of nine that meets through the year, and all that it treats."""
    people = [f"Person {n}" for n in range(_SEATS)]
    seats = "".join(f"    - {{represents: Kommune {n}, member: {name}}}\n" for n, name in enumerate(people))
    organs = (year / "organs.yaml").read_text("utf-8")
    (year / "organs.yaml").write_text(f"{organs}{_BOARD}{seats}", "utf-8")
    attendance = "".join(f"  - {{person: {name}, capacity: member}}\n" for name in people)
    for n in range(meetings):
        date = datetime.date(2018, 1, 8) + datetime.timedelta(days=n * 340 // meetings)
        folder = year / "meetings" / f"{date}-utvalget"
        folder.mkdir(parents=True)
        agenda = "".join(f"  - sak-{place}\n" for place in range(cases))
        sent = date - datetime.timedelta(days=7)
        meeting = _MEETING.format(n=n, date=date, sent=sent, agenda=agenda, attendance=attendance)
        (folder / "meeting.yaml").write_text(meeting, "utf-8")
        for place in range(cases):
            number = n * cases + place + 1
            text = _CASE.format(number=number, n=number % measures)
            (folder / f"sak-{place}.md").write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), *map(int, sys.argv[2:]))
