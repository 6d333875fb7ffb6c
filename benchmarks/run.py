"""Measures whole processes against their peers in one run, and prints medians and ratios.

    python benchmarks/run.py             the figures of docs/figures.md
    python benchmarks/run.py --large     the growth up to 10 000 measures and 40 meetings of 15 cases too

LibreOffice is left out: it lays out pages, which no peer does. Machines are noisy: trust ratios, not seconds.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import made_up_year
import peer_docxtpl
import peer_openpyxl
import peer_pandoc

PYTHON = sys.executable
OURS = [PYTHON, "-m", "osloregion_docs"]
EXAMPLE = made_up_year.REPOSITORY / "examples" / "fjordregionen"
RUNS = 9
MEBI = 1024


def once(command: Sequence[str], folder: Path) -> tuple[float, float]:
    """Wall seconds and peak MiB of one process."""
    environment = {**os.environ, "OSLOREGION_DOCS_LIBREOFFICE": "off"}
    began = time.perf_counter()
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=nowhere, stderr=nowhere)
        _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{' '.join(command)} ended with {process.returncode}"
    return time.perf_counter() - began, usage.ru_maxrss / MEBI


def compare_in_pairs(
    ours: Callable[[], tuple[float, float]], peer: Callable[[], tuple[float, float]], runs: int
) -> str:
    """Both in turn, so that a slow moment strikes both."""
    ours(), peer()
    pairs = [(ours(), peer()) for _ in range(runs)]
    mine, other = (statistics.median(pair[side][0] for pair in pairs) for side in (0, 1))
    ratio = statistics.median(a[0] / b[0] for a, b in pairs)
    peak = max(pair[0][1] for pair in pairs)
    return f"{mine:6.2f} s   peer {other:6.2f} s   ratio {ratio:5.2f}   peak {peak:4.0f} MiB"


def alone(run: Callable[[], tuple[float, float]], runs: int) -> str:
    """Several runs of one command."""
    run()
    seconds = [run()[0] for _ in range(runs)]
    return f"{statistics.median(seconds):6.2f} s"


def from_nothing(command: str, workspace: Path, *formats: str, year: int = 2018, only: str = "") -> tuple[float, float]:
    """A command with nothing built and nothing remembered; of these formats or this kind only, if any are named."""
    for folder in ("out", ".cache"):
        shutil.rmtree(workspace / folder, ignore_errors=True)
    asked = [word for name in formats for word in ("--format", name)] + (["--only", only] if only else [])
    return once([*OURS, command, str(year), *asked], workspace)


def one_by_one(commands: Sequence[Sequence[str]], folder: Path) -> tuple[float, float]:
    """Commands after each other: their seconds together, and the peak MiB of the largest."""
    ran = [once(command, folder) for command in commands]
    return sum(seconds for seconds, _ in ran), max(peak for _, peak in ran)


def small(folder: Path) -> None:
    """The real year."""
    workspace = folder / "real"
    shutil.copytree(made_up_year.REPOSITORY / "programme", workspace / "programme")
    version = compare_in_pairs(
        lambda: once([*OURS, "--version"], folder), lambda: once([PYTHON, "-c", "import click"], folder), RUNS
    )
    print(f"--version / import click      {version}")
    print(f"check 2018, from nothing      {alone(lambda: from_nothing('check', workspace), RUNS)}")
    print(f"check 2018, nothing changed   {alone(lambda: once([*OURS, 'check', '2018'], workspace), RUNS)}")
    print(f"build 2018, from nothing      {alone(lambda: from_nothing('build', workspace), RUNS)}")
    print(f"build 2018, nothing changed   {alone(lambda: once([*OURS, 'build', '2018'], workspace), RUNS)}")
    by_hand(folder, workspace)


def by_hand(folder: Path, workspace: Path) -> None:
    """The real year in every format against Pandoc and Typst called by hand."""
    peer = folder / "peer-real"
    peer.mkdir()
    peer_pandoc.prepare(workspace, peer)
    for formats in (("docx", "pdf", "html"), ("docx", "pdf", "html", "odt", "md", "txt")):
        commands = peer_pandoc.commands(peer, formats)
        figures = compare_in_pairs(
            lambda: from_nothing("build", workspace, *formats),  # noqa: B023 - called before the next turn
            lambda: one_by_one(commands, peer),  # noqa: B023
            RUNS,
        )
        print(f"{len(formats)} formats, by hand            {figures}")


def by_kind(folder: Path) -> None:
    """The example: all of it, and each of its newer kinds against what makes the same by hand."""
    workspace = folder / "example"
    shutil.copytree(EXAMPLE, workspace, ignore=shutil.ignore_patterns("out", ".cache"))
    built = alone(lambda: from_nothing("build", workspace, year=2025), 3)
    count = sum(1 for file in (workspace / "out").rglob("*") if file.is_file())
    print(f"example, {count} files            {built}")
    print(f"example, nothing changed      {alone(lambda: once([*OURS, 'build', '2025'], workspace), RUNS)}")
    papers = folder / "peer-papers"
    papers.mkdir()
    count = peer_docxtpl.prepare(workspace, papers, 2025, "case_paper")
    word = compare_in_pairs(
        lambda: from_nothing("build", workspace, "docx", year=2025, only="case_paper"),
        lambda: once([PYTHON, peer_docxtpl.__file__, str(papers)], folder),
        5,
    )
    print(f"{count} case papers, Word          {word}")
    for kind in ("meeting_pack", "annual_report"):
        peer = folder / f"peer-{kind}"
        peer.mkdir()
        count = peer_pandoc.prepare(workspace, peer, 2025, (kind,))
        peers = {"Typst alone": [[PYTHON, peer_pandoc.__file__, str(peer)]]}
        peers["by hand"] = peer_pandoc.commands(peer, ("pdf",))
        for name, commands in peers.items():
            pdf = compare_in_pairs(
                lambda: from_nothing("build", workspace, "pdf", year=2025, only=kind),  # noqa: B023 - called at once
                lambda: one_by_one(commands, peer),  # noqa: B023
                5,
            )
            print(f"{count} {kind}, PDF, {name:11}   {pdf}")


def register(folder: Path, workspace: Path, runs: int) -> None:
    """The register of a made-up year against plain openpyxl on the same rows."""
    peer = folder / f"peer-register-{workspace.name}"
    peer.mkdir()
    peer_openpyxl.prepare(workspace, peer)
    figures = compare_in_pairs(
        lambda: from_nothing("build", workspace, "xlsx", only="measure_register"),
        lambda: once([PYTHON, peer_openpyxl.__file__, str(peer)], folder),
        runs,
    )
    print(f"       register, Excel        {figures}")


def meetings(folder: Path, count: int) -> None:
    """A made-up year of meetings with fifteen cases each: the time that each meeting takes should stay the same."""
    workspace = folder / f"meetings-{count}"
    made_up_year.write(workspace, 40, count)
    checked, (built, peak) = alone(lambda: from_nothing("check", workspace), 3), from_nothing("build", workspace)
    files = sum(1 for file in (workspace / "out").rglob("*") if file.is_file())
    again = alone(lambda: once([*OURS, "build", "2018"], workspace), 3)
    print(f"{count:6} meetings, check         {checked}")
    print(f"{count:6} meetings, build         {built:6.2f} s   {files} files   peak {peak:4.0f} MiB   again {again}")


def large(folder: Path, measures: int, runs: int) -> None:
    """A made-up year against plain docxtpl on the same data."""
    workspace, peer = folder / f"year-{measures}", folder / f"peer-{measures}"
    made_up_year.write(workspace, measures)
    peer.mkdir()
    peer_docxtpl.prepare(workspace, peer)
    word = compare_in_pairs(
        lambda: from_nothing("build", workspace, "docx"),
        lambda: once([PYTHON, peer_docxtpl.__file__, str(peer)], folder),
        runs,
    )
    print(f"{measures:6} measures, Word         {word}")
    peer_pandoc.prepare(workspace, peer)
    typst, pandoc = [[PYTHON, peer_pandoc.__file__, str(peer)]], peer_pandoc.commands(peer, ("html",))
    pdf = compare_in_pairs(lambda: from_nothing("build", workspace, "pdf"), lambda: one_by_one(typst, peer), runs)
    print(f"{measures:6} measures, PDF          {pdf}")
    html = compare_in_pairs(lambda: from_nothing("build", workspace, "html"), lambda: one_by_one(pandoc, peer), runs)
    print(f"{measures:6} measures, HTML         {html}")
    register(folder, workspace, runs)


def main() -> None:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small(folder)
        by_kind(folder)
        large(folder, 2_000, 7)
        if "--large" in sys.argv:
            for measures in (5_000, 10_000):
                large(folder, measures, 3)
            for count in (10, 20, 40):
                meetings(folder, count)


if __name__ == "__main__":
    main()
