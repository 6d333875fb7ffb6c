"""The sizes of files, functions and folders: the limits are kept, and what exceeds one is reported."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("radon")

from tools.sizes import measure as measure_sizes


def write_modules(folder: Path, *texts: str) -> None:
    """Write modules of these texts into a folder."""
    folder.mkdir(parents=True)
    for place, text in enumerate(texts):
        (folder / f"module_{place}.py").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("folder", "texts", "issue"),
    [
        ("osloregion_docs/inner", [""] * 13, "osloregion_docs/inner: modules in a folder 13, of at most 12"),
        ("tests/inner", ["x = 1\n" * 301], "tests/inner/module_0.py: lines of a file 301, of at most 300"),
        ("tools", ["x = 1\n" * 221] * 2, "lines of a file, 95th percentile: 221, of at most 220"),
        (
            "osloregion_docs",
            ["class A:\n    def f(self):\n        x = 1\n" + "        if x:\n            x = 2\n" * 12],
            "osloregion_docs/module_0.py:2: complexity 13, of at most 12",
        ),
        (
            "osloregion_docs",
            ['def f():\n    """Do."""\n\n    # a comment\n' + "    f()\n" * 20],
            "code lines of a function, 95th percentile: 21, of at most 20",
        ),
    ],
)
def test_excess_is_reported(tmp_path: Path, folder: str, texts: list[str], issue: str) -> None:
    """What exceeds a limit is named with its place and its size, in nested folders too."""
    write_modules(tmp_path / folder, *texts)

    assert issue in [each for measure in measure_sizes(tmp_path) for each in measure.find_excess()]


def test_sizes_are_within_limits() -> None:
    """Files, functions and folders of the project keep the limits that `just check` checks."""
    assert [issue for measure in measure_sizes() for issue in measure.find_excess()] == []
