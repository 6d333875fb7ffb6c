"""Small years to test with: YAML texts and whole folders of files. The smallest one is valid."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from osloregion_docs.builder.checks import check_loaded
from osloregion_docs.builder.options import Choice
from osloregion_docs.diagnostics import Diagnostic, Outcome
from osloregion_docs.documents.kinds.action_programme import ACTION_PROGRAMME
from osloregion_docs.model.programme import Programme
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.load import Loaded, load, load_text
from osloregion_docs.workspace.workspace import Workspace

MAIN = """\
year: 2018
organisation:
  name: Osloregionen
  established: 2005-01-01
  secretariat: {name: Sekretariatet, website: www.osloregionen.no, address: [Rådhuset, 0037 Oslo]}
  membership: {as_of: 2018-01-01, municipalities: 79, counties: 5}
strategy:
  period: 2017-2020
  adopted: {organ: radet, year: 2016}
  vision: En bærekraftig region
  goal: å styrke regionen
  strategies: []
  roles: []
  focus_areas: [{id: areal, title: Areal og transport}]
chapters: [om-oss, tiltak]
measure_areas: [{id: areal, title: Areal og transport, serves: [areal], measures: [gods]}]
"""
ORGANS = "- {id: radet, name: Samarbeidsrådet, kind: council}\n"
MEASURE = """\
---
title: Få mer gods på bane
timeframe: løpende
parties: {responsible: [Sekretariatet]}
---

- Etablere et prosjekt
"""
CHAPTER = """\
---
title: Om oss
---

Vi er en allianse.
"""
MEASURES_CHAPTER = """\
---
title: Tiltak
---

{{ measure_areas }}
"""
AS_WORD = Choice(formats=("docx",))
"""One file of each document, for tests of building and not of formats: the others take half a second more."""
USUAL = tuple(name for name in ACTION_PROGRAMME.formats if not RENDERERS[name].on_request)
"""The formats that are built by default."""
DATA = (*(f"tiltaksoversikt-2018.{name}" for name in ("xlsx", "csv", "json")), "strategi-2018.stratml.xml")
"""The open data files of a year without meetings, in order."""
BUILT = (*(f"handlingsprogram-2018{RENDERERS[name].suffix}" for name in USUAL), *DATA, "index.html")
"""The files that are built by default for a year in bokmål, in order."""
USUAL_BUDGET = tuple(f"budsjett-2018{RENDERERS[name].suffix}" for name in USUAL)
"""The files of the budget that are built with them, for a year with budget data."""
FILES: dict[str, str] = {
    "programme.yaml": MAIN,
    "organs.yaml": ORGANS,
    "measures/gods.md": MEASURE,
    "texts/om-oss.md": CHAPTER,
    "texts/tiltak.md": MEASURES_CHAPTER,
}


def workspace_with(root: Path, changes: Mapping[str, str | bytes | None] = {}) -> Workspace:
    """Write the smallest year into a workspace, with files changed, added, or (None) left out."""
    files: dict[str, str | bytes | None] = {**FILES, **changes}
    for name, content in files.items():
        if content is not None:
            file = root / "programme" / "2018" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
    return Workspace(root)


def load_with(root: Path, changes: Mapping[str, str | bytes | None] = {}) -> Outcome[Loaded]:
    """Load the smallest year with some files changed."""
    return load(workspace_with(root, changes), 2018)


def diagnose(root: Path, changes: Mapping[str, str | bytes | None] = {}) -> list[str]:
    """Return the diagnostics of the smallest year with changes, as `file:line:col code message`."""
    return [format_diagnostic(diagnostic) for diagnostic in check_loaded(load_with(root, changes)).diagnostics]


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """Format a diagnostic in one line, without the folder of the year."""
    span = diagnostic.span
    return (
        f"{span.file.removeprefix('programme/2018/')}:{span.line}:{span.column} {diagnostic.code} {diagnostic.message}"
    )


def small_programme(**values: object) -> Programme:
    """The smallest programme, without chapters and measures, with some fields given other plain values."""
    text = (
        MAIN.replace("[om-oss]", "[]").replace("[gods]", "[]")
        + "organs:\n"
        + "".join(f"  {line}\n" for line in ORGANS.splitlines())
    )
    loaded = load_text(text, "year.yaml").value
    assert loaded is not None
    return Programme.model_validate({**loaded.tree.values, **values})
