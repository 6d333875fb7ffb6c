"""Names of WordprocessingML are spelled in one package."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "osloregion_docs"
WORD_NAME = re.compile(r"\b(?:w|wp|a|pic|r):[a-z]\w*[ =/>\"']|\b(?:w|wp):[a-z]\w*$|schemas\.openxmlformats\.org|</?w:")


def find_word_names(code: str) -> Iterator[str]:
    """The texts in a module, other than docstrings, that name an element or attribute of a Word file."""
    tree = ast.parse(code)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield from WORD_NAME.findall(node.value)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("x = f'<w:b w:val=\"{1}\"/>'", True),
        ('x = element("w:tab")', True),
        ('x = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"', True),
        ('"""Writes <w:p>."""', False),
        ('x = "warning: a page"', False),
    ],
)
def test_word_names_are_found(code: str, found: bool) -> None:
    """In texts of any kind, and not in docstrings."""
    assert any(find_word_names(code)) is found


def test_only_ooxml_names_elements_of_word_files() -> None:
    """Other packages call its vocabulary to write, and its reader to read."""
    modules = [file for file in PACKAGE.rglob("*.py") if file.relative_to(PACKAGE).parts[0] != "ooxml"]
    found = {
        file.relative_to(PACKAGE).as_posix(): names
        for file in modules
        if (names := list(find_word_names(file.read_text("utf-8"))))
    }

    assert found == {}
