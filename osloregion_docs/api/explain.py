"""explain: the manual's page on one code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from osloregion_docs.diagnostics import Code, list_codes
from osloregion_docs.errors import CodeUnknown
from osloregion_docs.rules.rules import RULES

_REST = "\n# Resten av året"
"""Begins what an example needs to be a whole year, which says nothing of the code."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code, and an example of a source in which it is found; comments in it show where."""

    code: Code
    example: str


def codes() -> tuple[Code, ...]:
    """Every code there is, in order."""
    rules = (rule.code for rule in RULES)
    return tuple(sorted((*list_codes(), *rules), key=lambda code: _family_order(code.value)))


def explain(code: str) -> Explanation:
    """The manual's page on one code.

    Raises:
        CodeUnknown: there is no such code.
    """
    known = {code.value: code for code in codes()}
    wanted = code.upper()
    if wanted not in known:
        raise CodeUnknown(code, known)
    file = _examples() / f"{wanted}.yaml"
    example = file.read_text("utf-8").partition(_REST)[0] if file.is_file() else ""
    return Explanation(known[wanted], example)


def _family_order(code: str) -> tuple[int, str]:
    families = ("SRC", "MOD", "SCH", "REF", "TXT", "TPL", "PDF", "XLS", "BUD", "COV", "MTG", "RES", "OUT")
    return (families.index(code[:3]) if code[:3] in families else len(families), code)


def _examples() -> Path:
    """The folder of examples: inside the installed package, or among the tests in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "examples"
    return installed if installed.is_dir() else package.parent / "tests" / "examples"
