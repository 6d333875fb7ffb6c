"""The meetings of a year from their folders: what is mounted where, and which message is reported where."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.content import Content, Paragraph, plain
from osloregion_docs.model.lookup import at
from osloregion_docs.model.meetings.meeting import Meeting
from osloregion_docs.workspace.load import load
from tests.years import diagnose, format_diagnostic, load_with, workspace_with

FOLDER = "meetings/2018-06-12-radet"
MEETING = """\
organ: radet
date: 2018-06-12
agenda: [kontingent]
"""
CASE = """\
---
title: Medlemskontingent for 2019
kind: decision
number: 4/18
---

## Bakgrunn

Kontingenten fastsettes hvert år.

### Tidligere år

Den var {{ year }}.

## Forslag til vedtak

- Kontingenten er uendret.
"""
FILES = {f"{FOLDER}/meeting.yaml": MEETING, f"{FOLDER}/kontingent.md": CASE}


def files(**changes: str | None) -> dict[str, str | None]:
    """A year with one meeting, the text of its file or of its case changed."""
    named = {"meeting": f"{FOLDER}/meeting.yaml", "case": f"{FOLDER}/kontingent.md"}
    return {**FILES, **{named[name]: text for name, text in changes.items()}}


def meeting_of(root: Path, changes: dict[str, str | None]) -> Meeting:
    """The one meeting of a year."""
    loaded = load_with(root, changes).value
    assert loaded is not None
    [meeting] = loaded.programme.meetings
    return meeting


def first_words(content: Content) -> str:
    """The words of the first paragraph."""
    assert isinstance(content[0], Paragraph)
    return plain(content[0].runs)


def test_meeting_with_a_case_has_nothing_wrong(tmp_path: Path) -> None:
    """The year that the other tests change has no errors."""
    assert diagnose(tmp_path, files()) == []


def test_meeting_and_case_are_called_as_their_files(tmp_path: Path) -> None:
    """A meeting's id is the name of its folder, a case's that of its file."""
    meeting = meeting_of(tmp_path, files())

    assert (meeting.id, [case.id for case in meeting.cases]) == ("2018-06-12-radet", ["kontingent"])


def test_parts_of_a_case_stand_at_their_addresses(tmp_path: Path) -> None:
    """The text below a heading is found by the name of its part."""
    loaded = load_with(tmp_path, files()).value
    assert loaded is not None

    found = at(loaded.programme, KeyPath.of(f"{FOLDER}/cases/kontingent/content/background"))

    assert isinstance(found, tuple)
    assert first_words(found) == "Kontingenten fastsettes hvert år."


@pytest.mark.parametrize(
    ("written", "part"),
    [("Framlegg til vedtak", "proposal"), ("Saksopplysningar", "facts"), ("Decision", "decision")],
)
def test_headings_in_other_languages(tmp_path: Path, written: str, part: str) -> None:
    """Nynorsk and English headings begin the same parts."""
    [case] = meeting_of(tmp_path, files(case=CASE.replace("Bakgrunn", written).split("\n## Forslag")[0])).cases

    assert list(case.content.parts()) == [part]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            files(meeting=MEETING.replace("organ: radet", "organ: rodet")),
            f'{FOLDER}/meeting.yaml:1:8 REF309 there is no organ "rodet"',
            id="a value in meeting.yaml",
        ),
        pytest.param(
            files(meeting=MEETING.replace("date:", "dato:")),
            f"{FOLDER}/meeting.yaml:2:1 MOD102 dato is not a known key",
            id="a key in meeting.yaml",
        ),
        pytest.param(
            files(case=CASE.replace("kind: decision", "kind: vedtak")),
            f'{FOLDER}/kontingent.md:3:7 MOD104 "vedtak" is none of the choices for kind',
            id="a value in front matter",
        ),
        pytest.param(
            files(case=CASE.replace("kind: decision\n", "")),
            f"{FOLDER}/kontingent.md:2:1 MOD101 kind is missing",
            id="a key that front matter lacks",
        ),
        pytest.param(
            files(case=CASE.replace("title:", "id: annet\ntitle:")),
            f"{FOLDER}/kontingent.md:2:1 MOD102 id is not a known key",
            id="an id in front matter",
        ),
        pytest.param(
            files(meeting="id: annet\n" + MEETING),
            f"{FOLDER}/meeting.yaml:1:1 MOD102 id is not a known key",
            id="an id in meeting.yaml",
        ),
        pytest.param(
            files(case=CASE.replace("hvert år", "hvert år «nå")),
            f"{FOLDER}/kontingent.md:9:34 TXT401 the quotation that « opens here is not closed",
            id="words in a part",
        ),
        pytest.param(
            files(case=CASE.replace("{{ year }}", "{{ yaer }}")),
            f"{FOLDER}/kontingent.md:13:12 REF307 there is no value at yaer",
            id="a placeholder in a part",
        ),
        pytest.param(
            files(case=CASE.replace("- Kontingenten", "- [](bane) Kontingenten")),
            f'{FOLDER}/kontingent.md:17:6 REF304 the link leads to "bane", which is no measure',
            id="a link in the last part",
        ),
        pytest.param(
            files(case=CASE.replace("## Forslag til vedtak", "Ærlig æøå\n\n## Forslag til vedtakk")),
            f'{FOLDER}/kontingent.md:17:1 SRC016 a case has no heading "Forslag til vedtakk"',
            id="a heading after letters outside ASCII",
        ),
        pytest.param(
            files(case=CASE.replace("## Bakgrunn\n\n", "")),
            f"{FOLDER}/kontingent.md:7:1 SRC016 text stands before the first heading",
            id="text before the first heading",
        ),
        pytest.param(
            files(case=CASE.replace("Kontingenten fast", "> Kontingenten fast")),
            f"{FOLDER}/kontingent.md:9:1 SRC012 there is no place for a quotation",
            id="a quotation in a part",
        ),
        pytest.param(
            files(case=CASE.replace("Den var {{ year }}.\n", "")),
            f'{FOLDER}/kontingent.md:11:5 TXT406 there is no text under the heading "Tidligere år"',
            id="a heading in a part with nothing under it",
        ),
        pytest.param(
            files(case=None),
            f'{FOLDER}/meeting.yaml:3:10 REF311 there is no case "kontingent"',
            id="a case without its file",
        ),
        pytest.param(
            files(meeting=None),
            f"{FOLDER}/kontingent.md:1:1 MOD109 the case is in a folder without meeting.yaml",
            id="a folder without meeting.yaml",
        ),
        pytest.param(
            files(meeting=MEETING + "cases: {kontingent: {title: A, kind: decision}}\n"),
            f"{FOLDER}/kontingent.md:1:1 SRC014 cases are given here and in meeting.yaml",
            id="a case with two sources",
        ),
        pytest.param(
            {"meetings/Råd 1/meeting.yaml": "organ: radet\n"},
            'meetings/Råd 1/meeting.yaml:1:1 MOD105 "Råd 1" is not an id',
            id="a folder whose name is no id",
        ),
    ],
)
def test_fault_is_reported_once_at_its_place(tmp_path: Path, changes: dict[str, str | None], expected: str) -> None:
    """Whatever is wrong in a meeting is reported at file, line and column, and nothing follows from it."""
    assert diagnose(tmp_path, changes) == [expected]


@pytest.mark.parametrize(
    "name",
    [
        "meetings/notat.md",
        f"{FOLDER}/notat.txt",
        f"{FOLDER}/Meeting.yaml.bak",
        f"{FOLDER}/saker/kontingent.md",
        f"{FOLDER}/budsjett.yaml",
    ],
)
def test_file_that_nobody_reads(tmp_path: Path, name: str) -> None:
    """SRC015 warns of a file among the meetings that would be passed over."""
    messages = diagnose(tmp_path, {**files(), name: "x"})

    assert [line.split(" ", 1)[1] for line in messages] == ["SRC015 no file of this name is read here"]


@pytest.mark.parametrize(
    "name", ["meetings/README.md", f"{FOLDER}/README.md", f"{FOLDER}/attachments/.gitkeep", f"{FOLDER}/.gitkeep"]
)
def test_file_that_need_not_be_read(tmp_path: Path, name: str) -> None:
    """Hidden files and a README are nobody's sources."""
    assert diagnose(tmp_path, {**files(), name: "x"}) == []


LETTER = f"{FOLDER}/attachments/brev.pdf"
LISTED = CASE.replace("number: 4/18", "number: 4/18\nattachments: [{title: Brev, file: brev.pdf}]")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({**files(case=LISTED), LETTER: "x"}, [], id="a file that is listed"),
        pytest.param(
            {**files(), LETTER: "x"},
            [f'{FOLDER}/meeting.yaml:1:1 MTG925 no case lists the attachment "brev.pdf"'],
            id="a file that is not listed",
        ),
        pytest.param(
            files(case=LISTED),
            [f'{FOLDER}/kontingent.md:5:35 MTG924 there is no file "brev.pdf" in attachments'],
            id="a file that is not there",
        ),
    ],
)
def test_attachments_are_looked_for(tmp_path: Path, changes: dict[str, str | None], expected: list[str]) -> None:
    """Their files are sent along and not read, but they have to be there, and to belong to a case."""
    assert diagnose(tmp_path, changes) == expected


def test_folder_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    """A meeting's folder that is a link to somewhere else is named, and not read."""
    workspace = workspace_with(tmp_path / "inne", files())
    outside = tmp_path / "utenfor"
    outside.mkdir()
    (outside / "meeting.yaml").write_text("organ: radet\n", "utf-8")
    (workspace.year_folder(2018) / "meetings" / "lenke").symlink_to(outside)

    messages = [format_diagnostic(diagnostic) for diagnostic in load(workspace, 2018).diagnostics]

    assert messages == ["meetings/lenke:1:1 SRC015 no file of this name is read here"]


def test_meetings_with_two_sources(tmp_path: Path) -> None:
    """SRC014 when a meeting is written both in programme.yaml and as a folder."""
    main = load_with(tmp_path / "a").value
    assert main is not None
    text = main.tree.sources[KeyPath()].text + "meetings: {x: {organ: radet}}\n"

    assert "SRC014" in " ".join(diagnose(tmp_path / "b", {**files(), "programme.yaml": text}))


def test_broken_case_brings_no_finding_of_its_own_making(tmp_path: Path) -> None:
    """What only seems to be missing, since a case cannot be read, is not reported as well; other faults are."""
    messages = diagnose(
        tmp_path, {**files(case="---\ntitle: [\n---\n"), "texts/om-oss.md": "---\ntitle: Om oss\n---\n"}
    )

    assert [line.split()[1] for line in messages] == ["SRC001", "TXT406"]
