"""Writes a workspace with any number of measures, plainly made up, for measuring."""

from __future__ import annotations

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


def write(folder: Path, measures: int) -> None:
    """Write a workspace of so many measures to a folder that does not exist yet."""
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


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
