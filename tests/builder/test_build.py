"""Carrying out jobs: what is rendered, what is kept, what is left alone, and what is reported when it goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builder.jobs import Bench, bench, failing, failing_at_nei, fleeting, unused


@pytest.fixture
def at(tmp_path: Path) -> Bench:
    """An empty folder to build in."""
    return bench(tmp_path)


def test_files_are_made(at: Bench) -> None:
    """Each job's file holds what its renderer gave, and no other file is written."""
    at.build({"b.txt": "to", "a.txt": "en"})

    assert at.files() == {"a.txt": "mal: en", "b.txt": "mal: to"}


def test_results_come_in_the_order_of_the_jobs(at: Bench) -> None:
    """Not by name, and not by what was done first."""
    at.build({"b.txt": "to"})

    assert [(r.file, r.state) for r in at.build({"c.txt": "tre", "b.txt": "to", "a.txt": "en"})] == [
        ("c.txt", "built"),
        ("b.txt", "kept"),
        ("a.txt", "built"),
    ]


def test_progress_is_reported(at: Bench) -> None:
    """Each file is named when it is begun."""
    at.build({"b.txt": "to", "a.txt": "en"})

    assert at.events == [("rendering", "b.txt"), ("rendering", "a.txt")]


def test_nothing_is_rendered_when_nothing_changed(at: Bench) -> None:
    """The second build asks no renderer."""
    at.build({"a.txt": "en"})

    assert [result.state for result in at.build({"a.txt": "en"}, unused)] == ["kept"]


def test_file_that_is_kept_is_not_touched(at: Bench) -> None:
    """Not even its time changes, so that copying programs leave it alone."""
    at.build({"a.txt": "en"})
    before = (at.out / "a.txt").stat()
    at.build({"a.txt": "en"})

    assert (at.out / "a.txt").stat() == before


def test_only_what_changed_is_rendered(at: Bench) -> None:
    """The other is kept."""
    at.build({"a.txt": "en", "b.txt": "to"})
    at.build({"a.txt": "en", "b.txt": "tre"})

    assert at.events == [("rendering", "b.txt")]


def test_file_that_is_gone_is_put_back_from_the_cache(at: Bench) -> None:
    """Without rendering it."""
    at.build({"a.txt": "en"})
    (at.out / "a.txt").unlink()
    at.build({"a.txt": "en"}, unused)

    assert at.files() == {"a.txt": "mal: en"}


def test_force_renders_again(at: Bench) -> None:
    """Even what is kept."""
    at.build({"a.txt": "en"})
    at.build({"a.txt": "en"}, force=True)

    assert at.events == [("rendering", "a.txt")]


def test_what_a_broken_program_left_is_rendered_again(at: Bench) -> None:
    """It is written, and is not final."""
    at.build({"a.txt": "en"}, fleeting)
    at.build({"a.txt": "en"}, fleeting)

    assert at.events == [("rendering", "a.txt")]


def test_notes_are_reported_every_time(at: Bench) -> None:
    """What readers should know of a file is reported also when it is kept."""
    first, second = at.build({"a.txt": "en"}), at.build({"a.txt": "en"})

    assert [d.message for r in (*first, *second) for d in r.diagnostics] == ["et ord om filen"] * 2


def test_failing_renderer_is_reported(at: Bench) -> None:
    """OUT901 names the file, says what was wrong, and what to do."""
    [result] = at.build({"a.txt": "en"}, failing)
    [said] = result.diagnostics

    assert (said.span.file, said.severity, said.code, said.message, said.hint) == (
        "ut/a.txt",
        "error",
        "OUT901",
        "det går ikke",
        "prøv noe annet",
    )


def test_what_failed_is_missing(at: Bench) -> None:
    """There is no artefact of it."""
    [result] = at.build({"a.txt": "en"}, failing)

    assert (result.state, result.artefact) == ("missing", None)


def test_one_that_fails_does_not_stop_the_others(at: Bench) -> None:
    """Those after it are built as well."""
    results = at.build({"a.txt": "en", "b.txt": "nei", "c.txt": "tre"}, failing_at_nei)

    assert [result.state for result in results] == ["built", "missing", "built"]


def test_old_file_remains_when_rendering_fails(at: Bench) -> None:
    """Whole, as it was."""
    at.build({"a.txt": "en"})
    at.build({"a.txt": "nei"}, failing)

    assert at.files() == {"a.txt": "mal: en"}


def test_failure_is_not_remembered(at: Bench) -> None:
    """What failed is tried again."""
    at.build({"a.txt": "en"}, failing)

    assert [result.state for result in at.build({"a.txt": "en"})] == ["built"]


def test_several_at_once_come_in_order(at: Bench) -> None:
    """Two threads give the same results, in the same order, as one."""
    texts = {f"{name}.txt": "nei" if name == "c" else name for name in "badce"}

    results = at.build(texts, failing_at_nei, workers=2)

    assert [(result.file, result.state) for result in results] == [
        ("b.txt", "built"),
        ("a.txt", "built"),
        ("d.txt", "built"),
        ("c.txt", "missing"),
        ("e.txt", "built"),
    ]
