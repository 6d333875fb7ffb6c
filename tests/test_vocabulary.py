"""The vocabulary check: which identifiers and which prose it reports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.words import WordList, check_file, check_python, split_name  # noqa: E402

WORDS = WordList(ROOT / "tools" / "wordlist.toml")
FIX = "me" + "nd"
"""A word of the list, written in pieces, so that this file does not contain it itself."""


def issues_of(code: str) -> list[str]:
    """The words reported in a module, without the advice."""
    return [message.split(": ")[0] for _, message in check_python(code, WORDS)]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (f"def {FIX}_file(a: int) -> None: ...", [f"{FIX}_file"]),
        (f"def fix({FIX}: int) -> None: ...", [FIX]),
        (f"class {FIX.title()}Finder: ...", [f"{FIX.title()}Finder"]),
        (f"class A:\n    def __init__(self) -> None:\n        self.{FIX} = 1", [FIX]),
        (f"x = 1  # {FIX} the file", [f'"{FIX}"']),
        (f'MESSAGE = "{FIX} the file"', [f'"{FIX}"']),
        ("def joined() -> None: ...", ["joined"]),
        ("def built_pages() -> None: ...", ["built_pages"]),
    ],
)
def test_word_is_reported(code: str, expected: list[str]) -> None:
    """In a name, a comment or a message."""
    assert issues_of(code) == expected


@pytest.mark.parametrize(
    "code",
    [
        "def fix_file(path: str) -> None: ...",
        "class A:\n    @property\n    def joined(self) -> str: ...",
        "@pytest.fixture\ndef built() -> None: ...",
        "def embed() -> None: ...",
        "def seed_database() -> None: ...",
        "def test_built_page() -> None: ...",
        f'KEY = "{FIX}"',
        f'"""Uses the key `{FIX}`."""',
    ],
)
def test_standard_english_is_accepted(code: str) -> None:
    """Verbs in the present, nouns for properties and fixtures, keys, and code in prose."""
    assert issues_of(code) == []


def test_line_is_that_of_the_word(tmp_path: Path) -> None:
    """Counted from 1; code in Markdown is skipped, but its lines count."""
    page = tmp_path / "page.md"
    page.write_text(f"# Title\n\n```sh\n{FIX}\n```\n\n{FIX} it.\n", "utf-8")

    assert [line for line, _ in check_file(page, WORDS)] == [7]


def test_name_is_split_at_capitals() -> None:
    """And at underscores."""
    assert split_name("HTMLPage_oneTwo") == ["htmlpage", "one", "two"]


def test_command_ends_with_0_where_nothing_is_found() -> None:
    """Run on its own source."""
    ended = subprocess.run(
        [sys.executable, "tools/words.py", "tools/words.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert (ended.returncode, ended.stdout) == (0, "")
