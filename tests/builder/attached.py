"""Years with files that are sent along: a meeting with a public case and an exempt one, and an annual report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from osloregion_docs.api.build import build
from osloregion_docs.builder.options import BuildOptions, Choice, Result
from osloregion_docs.diagnostics import Outcome
from osloregion_docs.workspace.workspace import Workspace
from tests.years import workspace_with

FOLDER = "meetings/2018-06-12-radet"
LETTER = f"{FOLDER}/attachments/brev.pdf"
OFFER = f"{FOLDER}/attachments/tilbud.pdf"
AUDIT = "attachments/beretning.pdf"
PUBLIC = "2018-06-12-radet/vedlegg/brev.pdf"
INTERNAL = "intern/2018-06-12-radet/vedlegg/tilbud.pdf"
REPORTED = "vedlegg/beretning.pdf"
ALONE = Choice(kinds=("attachment",))
"""Only what is sent along: nothing has to be rendered."""

MEETING = "organ: radet\ndate: 2018-06-12\nagenda: [kontingent, leie]\n"
CASE = """\
---
title: Medlemskontingent for 2019
kind: decision
number: 4/18
attachments: [{title: Brev fra fylket, file: brev.pdf}]
---

## Bakgrunn

Kontingenten fastsettes hvert år.
"""
EXEMPT = """\
---
title: Leie av hemmelige lokaler
kind: decision
number: 5/18
exempt: true
legal_basis: offentleglova § 23
attachments: [{title: Hemmelig tilbud, file: tilbud.pdf}]
---

## Bakgrunn

Tilbudet er fortrolig.
"""
REPORT = "attachments: [{title: Revisjonsberetning, file: beretning.pdf, sender: Revisjonen}]\n"
FILES: dict[str, str | bytes | None] = {
    f"{FOLDER}/meeting.yaml": MEETING,
    f"{FOLDER}/kontingent.md": CASE,
    f"{FOLDER}/leie.md": EXEMPT,
    LETTER: b"et brev",
    OFFER: b"et tilbud",
    "annual_report.yaml": REPORT,
    AUDIT: b"en beretning",
}


def year_with(root: Path, changes: Mapping[str, str | bytes | None] = {}) -> Workspace:
    """The year, some of its files changed; (None) takes one away."""
    for name, content in changes.items():
        if content is None:
            (root / "programme" / "2018" / name).unlink(missing_ok=True)
    return workspace_with(root, {**FILES, **changes})


def made(workspace: Workspace, choice: Choice = ALONE, *, force: bool = False) -> Outcome[tuple[Result, ...]]:
    """Build the year."""
    return build(workspace, 2018, BuildOptions(choice, workers=1, force=force))


def states(workspace: Workspace, choice: Choice = ALONE) -> dict[str, str]:
    """What came of each file: its state, or the code that says why not."""
    results = made(workspace, choice).value
    assert results is not None
    return {result.file: result.state if result.artefact else result.diagnostics[0].code for result in results}


def out(workspace: Workspace) -> Path:
    """The output folder."""
    return workspace.root / "out" / "2018"


def lying(workspace: Workspace) -> dict[str, bytes]:
    """Return the content of the attachments in the output by path."""
    files = (file for file in sorted(out(workspace).rglob("*")) if file.parent.name == "vedlegg" and file.is_file())
    return {file.relative_to(out(workspace)).as_posix(): file.read_bytes() for file in files}
