"""Loading a year's files: whatever is missing, duplicated, misplaced or broken is reported in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.errors import WorkspaceNotFound, YearNotFound
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace
from tests.years import CHAPTER, MAIN, MEASURE, diagnose, format_diagnostic, load_with, workspace_with

OTHER = MEASURE.replace("Få mer gods på bane", "Følge opp jernbanen")
TWO_MEASURES = {"programme.yaml": MAIN.replace("[gods]", "[gods, bane]"), "measures/bane.md": OTHER}


def test_smallest_year_has_nothing_wrong(tmp_path: Path) -> None:
    """The year that the other tests change has no errors."""
    assert diagnose(tmp_path) == []


def test_files_are_mounted_at_their_names(tmp_path: Path) -> None:
    """A measure's id is the name of its file."""
    loaded = load_with(tmp_path, TWO_MEASURES).value
    assert loaded is not None

    assert [measure.id for measure in loaded.programme.measures] == ["bane", "gods"]


def test_empty_chapter_is_reported(tmp_path: Path) -> None:
    """A chapter that has a title and nothing else is pointed at."""
    messages = diagnose(tmp_path, {"texts/om-oss.md": "---\ntitle: Om oss\n---\n"})

    assert messages == ["texts/om-oss.md:2:1 TXT406 the chapter is empty"]


def test_year_without_main_file(tmp_path: Path) -> None:
    """MOD108 says that programme.yaml is missing, and there is no programme."""
    outcome = load_with(tmp_path, {"programme.yaml": None})

    assert outcome.value is None
    assert [format_diagnostic(d) for d in outcome.diagnostics] == [
        "programme.yaml:1:1 MOD108 there is no programme.yaml"
    ]


def test_year_whose_main_file_is_broken_is_reported_once(tmp_path: Path) -> None:
    """A fault of syntax in programme.yaml is not followed by MOD108."""
    assert [line.split()[1] for line in diagnose(tmp_path, {"programme.yaml": "year: [2018\n"})] == ["SRC001"]


@pytest.mark.parametrize(
    "text", ["title: Uten streker\n", "---\ntitle: Ikke lukket\n", "", "\n---\ntitle: For sent\n---\n"]
)
def test_file_without_front_matter(tmp_path: Path, text: str) -> None:
    """SRC011 is reported at the top of a Markdown file whose front matter is missing or not closed."""
    messages = diagnose(tmp_path, {**TWO_MEASURES, "measures/bane.md": text})

    assert messages == ["measures/bane.md:1:1 SRC011 the front matter is missing or not closed"]


def test_front_matter_with_a_windows_space_after_its_hyphens(tmp_path: Path) -> None:
    """A file without a body may end right at the closing hyphens."""
    messages = diagnose(tmp_path, {"measures/gods.md": MEASURE[: MEASURE.rindex("---") + 3]})

    assert messages == ["measures/gods.md:2:1 TXT406 the measure has no content"]


def test_value_with_two_sources(tmp_path: Path) -> None:
    """SRC014 says that organs are given in programme.yaml and in a file of their own."""
    messages = diagnose(
        tmp_path, {"programme.yaml": MAIN + "adoption: {state: draft}\n", "adoption.yaml": "state: draft\n"}
    )

    assert messages == ["adoption.yaml:1:1 SRC014 adoption is given here and in programme.yaml"]


def test_measure_with_two_sources(tmp_path: Path) -> None:
    """SRC014 also when a measure is written both in programme.yaml and as a file."""
    inside = "measures:\n  gods: {title: Et annet, timeframe: 2018, parties: {responsible: [Styret]}}\n"

    messages = diagnose(tmp_path, {"programme.yaml": MAIN + inside})

    assert "SRC014" in " ".join(messages)


@pytest.mark.parametrize(
    "name", ["notat.txt", "measures/notat.docx", "measures/under/gods.md", "bilder/kart.png", "Programme.yaml.bak"]
)
def test_file_that_nobody_reads(tmp_path: Path, name: str) -> None:
    """SRC015 warns of a file that would be passed over."""
    messages = diagnose(tmp_path, {name: "x"})

    assert [line.split(" ", 1)[1] for line in messages] == ["SRC015 no file of this name is read here"]


@pytest.mark.parametrize("name", ["README.md", ".gitkeep", "~$gods.docx", "measures/.gods.md.swp", "texts/README.md"])
def test_file_that_need_not_be_read(tmp_path: Path, name: str) -> None:
    """Hidden files, those that editors leave, and a README are nobody's sources."""
    assert diagnose(tmp_path, {name: "x"}) == []


def test_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    """SRC015 refuses a link to a file outside, so that no other file can be read through it."""
    outside = tmp_path / "utenfor.md"
    outside.write_text(OTHER, "utf-8")
    workspace = workspace_with(tmp_path / "inne", {"programme.yaml": TWO_MEASURES["programme.yaml"]})
    (workspace.year_folder(2018) / "measures" / "bane.md").symlink_to(outside)

    messages = [format_diagnostic(diagnostic) for diagnostic in load(workspace, 2018).diagnostics]

    assert messages == ["measures/bane.md:1:1 SRC015 the link leads out of the workspace"]


def test_folder_named_like_a_source_is_no_crash(tmp_path: Path) -> None:
    """A folder that is called budget.yaml is reported as a file that nobody reads."""
    workspace = workspace_with(tmp_path)
    (workspace.year_folder(2018) / "budget.yaml").mkdir()

    assert [d.code for d in load(workspace, 2018).diagnostics] == ["SRC015"]


def test_broken_measure_is_left_out_and_the_rest_is_checked(tmp_path: Path) -> None:
    """One bad measure does not hide what is wrong elsewhere."""
    messages = diagnose(
        tmp_path,
        {
            **TWO_MEASURES,
            "measures/bane.md": OTHER.replace("løpende", "våren"),
            "texts/om-oss.md": CHAPTER + "\n8 - 10 brev\n",
        },
    )

    assert messages == [
        'measures/bane.md:3:12 MOD103 "våren" is not a timeframe',
        'texts/om-oss.md:7:1 TXT403 "8 - 10" is a range',
    ]


def test_broken_measure_brings_no_warning_of_its_own_making(tmp_path: Path) -> None:
    """That a measure area is empty only because its measure cannot be read is not reported as well."""
    messages = diagnose(tmp_path, {"measures/gods.md": MEASURE.replace("løpende", "våren")})

    assert messages == ['measures/gods.md:3:12 MOD103 "våren" is not a timeframe']


def test_several_faults_are_reported_in_one_run(tmp_path: Path) -> None:
    """All errors are reported at once, by file and line."""
    messages = diagnose(
        tmp_path,
        {
            **TWO_MEASURES,
            "measures/bane.md": OTHER.replace("timeframe", "tid").replace("title", "tittel"),
            "budget.yaml": "income: mye\n",
        },
    )

    assert sorted(messages) == [
        'budget.yaml:1:9 MOD103 "mye" is not an amount',
        "measures/bane.md:2:1 MOD101 timeframe is missing",
        "measures/bane.md:2:1 MOD101 title is missing",
        "measures/bane.md:2:1 MOD102 tittel is not a known key",
        "measures/bane.md:3:1 MOD102 tid is not a known key",
    ]


def test_each_place_of_a_repeated_fault_is_pointed_at(tmp_path: Path) -> None:
    """The same mistake in two paragraphs is found in both."""
    messages = diagnose(tmp_path, {"texts/om-oss.md": CHAPTER + "\nFra 8 - 10 brev.\n\nIgjen 8 - 10 brev.\n"})

    assert [line.split()[0] for line in messages] == ["texts/om-oss.md:7:5", "texts/om-oss.md:9:7"]


def test_workspace_is_found_from_inside(tmp_path: Path) -> None:
    """Any folder below the workspace leads to it."""
    workspace = workspace_with(tmp_path)

    assert Workspace.find(workspace.year_folder(2018) / "measures").root == tmp_path


def test_no_workspace_here_or_above(tmp_path: Path) -> None:
    """Where there is none, the folder that was searched from is named."""
    with pytest.raises(WorkspaceNotFound, match=f"no folder named programme in {tmp_path}"):
        Workspace.find(tmp_path)


def test_year_that_is_not_there(tmp_path: Path) -> None:
    """A year that is missing is named, with those there are."""
    with pytest.raises(YearNotFound) as caught:
        load(workspace_with(tmp_path), 2019)

    assert (str(caught.value), caught.value.hint) == ("there is no programme/2019", "years here: 2018")


REPORT = "attachments: [{title: Revisjonsberetning, file: beretning.pdf}]\n"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"attachments/beretning.pdf": "x"}, [], id="a file that is listed"),
        pytest.param(
            {"attachments/beretning.pdf": "x", "attachments/utkast.pdf": "x"},
            ['annual_report.yaml:1:1 RES112 the annual report does not list the attachment "utkast.pdf"'],
            id="a file that is not listed",
        ),
        pytest.param(
            {},
            ['annual_report.yaml:1:49 RES111 there is no file "beretning.pdf" in attachments'],
            id="a file that is not there",
        ),
    ],
)
def test_attachments_of_the_annual_report_are_looked_for(
    tmp_path: Path, changes: dict[str, str], expected: list[str]
) -> None:
    """They are next to it, and are sent along and not read."""
    assert diagnose(tmp_path, {"annual_report.yaml": REPORT, **changes}) == expected
