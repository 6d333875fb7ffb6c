"""Checks sizes: lines of a file, code lines of a function, modules in a folder, and cyclomatic complexity by radon.

Prints what exceeds a limit and ends with 1 if anything does; with ``--summary`` it prints the measured values instead.
"""

from __future__ import annotations

import argparse
import ast
import io
import sys
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from radon.complexity import cc_visit

REPOSITORY: Final = Path(__file__).resolve().parent.parent
CODE: Final = ("osloregion_docs", "tools", "benchmarks")
TESTS: Final = "tests"
MOST_LINES, MOST_LINES_P95 = 300, 220
MOST_CODE_LINES_P95 = 20
MOST_MODULES = 12
MOST_COMPLEXITY = 12
_NO_CODE: Final = frozenset(
    {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A limit that every value keeps, or all but the largest twentieth."""

    name: str
    limit: int
    values: dict[str, int]
    is_p95: bool = False

    @property
    def largest(self) -> int:
        """The value that the limit is for."""
        ordered = sorted(self.values.values())
        return ordered[int(0.95 * (len(ordered) - 1)) if self.is_p95 else -1] if ordered else 0

    def find_excess(self) -> Iterator[str]:
        """Name what is too large; the 95th percentile alone where single values have no limit."""
        if self.is_p95 and self.largest > self.limit:
            yield f"{self.name}: {self.largest}, of at most {self.limit}"
        elif not self.is_p95:
            for place, value in self.values.items():
                if value > self.limit:
                    yield f"{place}: {self.name} {value}, of at most {self.limit}"


def measure(root: Path = REPOSITORY) -> tuple[Measure, ...]:
    """Measure the Python files of a checkout."""
    code = [file for folder in CODE for file in sorted((root / folder).rglob("*.py"))]
    everything = [*code, *sorted((root / TESTS).rglob("*.py"))]
    texts = {file.relative_to(root).as_posix(): file.read_text("utf-8") for file in everything}
    own = {name: text for name, text in texts.items() if not name.startswith(f"{TESTS}/")}
    lines = {name: text.count("\n") for name, text in texts.items()}
    return (
        Measure("lines of a file", MOST_LINES, lines),
        Measure("lines of a file, 95th percentile", MOST_LINES_P95, {name: lines[name] for name in own}, is_p95=True),
        Measure("code lines of a function, 95th percentile", MOST_CODE_LINES_P95, dict(_functions(own)), is_p95=True),
        Measure("modules in a folder", MOST_MODULES, _folders(own)),
        Measure("complexity", MOST_COMPLEXITY, dict(_complexity(texts))),
    )


def _functions(texts: dict[str, str]) -> Iterator[tuple[str, int]]:
    """The code lines of each function: without its docstring, comments and empty lines."""
    for name, text in texts.items():
        code_lines = _find_code_lines(text)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) is not None else node.body
                last = node.end_lineno or node.lineno
                first = body[0].lineno if body else last + 1
                signature = range(node.lineno, node.body[0].lineno)
                inside = (line in code_lines for line in (*signature, *range(first, last + 1)))
                yield f"{name}:{node.lineno}", sum(inside)


def _find_code_lines(text: str) -> frozenset[int]:
    return frozenset(
        line
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type not in _NO_CODE
        for line in range(token.start[0], token.end[0] + 1)
    )


def _folders(names: Sequence[str] | dict[str, str]) -> dict[str, int]:
    """How many modules each folder has, without those that begin with ``__``."""
    counts: dict[str, int] = {}
    for name in names:
        folder, _, file = name.rpartition("/")
        counts[folder] = counts.get(folder, 0) + (not file.startswith("__"))
    return counts


def _complexity(texts: dict[str, str]) -> Iterator[tuple[str, int]]:
    for name, text in texts.items():
        for block in cc_visit(text):
            if block.letter != "C":  # of a class, radon gives the mean of its methods, which come by themselves
                yield f"{name}:{block.lineno}", block.complexity


def main() -> int:
    """Check the sizes, or print them; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--summary", action="store_true", help="print the measured values only")
    options = parser.parse_args()
    measures = measure()
    issues = [issue for each in measures for issue in each.find_excess()]
    printed = [f"{each.largest:4} {each.name}" for each in measures] if options.summary else issues
    sys.stdout.writelines(f"{line}\n" for line in printed)
    return int(bool(issues))


if __name__ == "__main__":
    sys.exit(main())
