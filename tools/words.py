"""Checks the vocabulary: no word of wordlist.toml in identifiers or prose, and functions named by verbs in the present.

Prose is docstrings, comments, other strings of several words, and Markdown without its code. Prints file:line, the word
and its replacement, and ends with 1 if anything is found; with ``--summary`` it prints counts by package instead.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
import tokenize
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PATHS = (
    *("osloregion_docs", "tools", "benchmarks", "tests", "cli.py"),
    *("docs", "examples", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"),
)
_VERB = re.compile(r".*eed$|embed$|shed$")
_NO_FUNCTION = ("property", "cached_property", "fixture", "computed_field", "setter")
_CODE = re.compile(r"^ *```.*?^ *```|^ *~~~.*?^ *~~~|`[^`\n]*`", re.DOTALL | re.MULTILINE)

Issue = tuple[int, str]


class WordList:
    """The words to avoid, with what to write instead."""

    def __init__(self, file: Path) -> None:
        data = tomllib.loads(file.read_text("utf-8"))
        self._participles = frozenset(data["participles"])
        self._instead = {form: f"{word['use']} ({word['why']})" for word in data["word"] for form in word["forms"]}
        longest_first = sorted(self._instead, key=len, reverse=True)
        self._pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)

    def check_text(self, text: str, line: int = 1) -> Iterator[Issue]:
        """Find the words in prose that begins on a line."""
        for match in self._pattern.finditer(text):
            yield line + text.count("\n", 0, match.start()), f'"{match[0]}": write {self._instead[match[0].lower()]}'

    def check_name(self, name: str, line: int) -> Iterator[Issue]:
        """Find the words in an identifier."""
        for _, message in self.check_text(" ".join(split_name(name))):
            yield line, f"{name}: {message}"

    def check_verb(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Issue]:
        """Report a function whose name begins with a past participle."""
        decorators = {ast.unparse(decorator).split("(")[0].split(".")[-1] for decorator in node.decorator_list}
        first = (split_name(node.name) or [""])[0]
        is_participle = first in self._participles or (first.endswith("ed") and not _VERB.match(first))
        if is_participle and not decorators.intersection(_NO_FUNCTION):
            yield node.lineno, f'{node.name}: begin with a verb in the present, not with "{first}"'


def split_name(name: str) -> list[str]:
    """Split an identifier at underscores and capitals, in lower case."""
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower())


def check_python(text: str, words: WordList) -> Iterator[Issue]:
    """Check the identifiers, comments and strings of a module."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from words.check_verb(node)
        name = _name_of(node)
        if name:
            yield from words.check_name(name, getattr(node, "lineno", 1))
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        is_prose = token.type == tokenize.COMMENT or tokenize.tok_name[token.type] in {"STRING", "FSTRING_MIDDLE"}
        if is_prose and " " in token.string:
            yield from words.check_text(_without_code(token.string), token.start[0])


def _name_of(node: ast.AST) -> str | None:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
            return name
        case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()) | ast.alias(asname=name):
            return name
    return None


def _without_code(text: str) -> str:
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def check_file(file: Path, words: WordList) -> Iterator[Issue]:
    """Check a file and its name, in the order of its lines."""
    text = file.read_text("utf-8")
    yield from words.check_name(file.stem, 1)
    issues = check_python(text, words) if file.suffix == ".py" else words.check_text(_without_code(text))
    yield from sorted(set(issues))


def main() -> int:
    """Check the paths given, or all; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[REPOSITORY / path for path in PATHS])
    parser.add_argument("--summary", action="store_true", help="print counts by package only")
    options = parser.parse_args()
    words = WordList(REPOSITORY / "tools" / "wordlist.toml")
    counts: Counter[str] = Counter()
    for path in options.paths:
        for file in [path] if path.is_file() else sorted([*path.rglob("*.py"), *path.rglob("*.md")]):
            shown = file.resolve().relative_to(REPOSITORY).as_posix()
            for line, message in check_file(file, words):
                counts["/".join(shown.split("/")[:2])] += 1
                sys.stdout.write("" if options.summary else f"{shown}:{line}: {message}\n")
    sys.stdout.writelines(f"{count:6} {package}\n" for package, count in sorted(counts.items()) if options.summary)
    return int(bool(counts))


if __name__ == "__main__":
    sys.exit(main())
