"""Edits inside one paragraph or heading: only the characters that differ are rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from osloregion_docs.sources.editing.markdown_places import Atom, Look, Node
from osloregion_docs.sources.editing.markdown_writer import (
    Spelling,
    escape,
    indent_rest,
    write_placeholder,
    write_runs,
)
from osloregion_docs.sources.tree import Plain


def edit_inline(text: str, node: Node, block: Plain, spelling: Spelling, column: int) -> Iterator[str]:
    """Candidates for a text in which a paragraph or heading has other runs.

    Args:
        text: The Markdown.
        node: The paragraph or heading in it.
        block: What it is to be.
        spelling: How to write what is new.
        column: The column in which its further lines begin.
    """
    runs = block.get("runs") if isinstance(block, dict) else None
    if node.kind not in {"Paragraph", "Heading"} or not isinstance(runs, list) or not node.atoms:
        return
    before, after = node.atoms, _atoms_of(runs)
    head = _count_shared(before, after)
    tail = _count_shared(before[head:][::-1], after[head:][::-1])
    gone, new = before[head : len(before) - tail], after[head : len(after) - tail]
    written = indent_rest(_write_atoms(new, spelling), column)
    if len({atom.look for atom in (*gone, *new)}) <= 1:
        for start in _starts(before, head, gone):
            for end in _ends(before, tail, gone):
                if start <= end and not (gone and _only_marks(before, start, end)):
                    yield text[:start] + written + text[end:]
    start, end = before[0].start, before[-1].end
    yield text[:start] + indent_rest(write_runs(runs, spelling), column) + text[end:]


def _starts(before: Sequence[Atom], head: int, gone: Sequence[Atom]) -> list[int]:
    starts = [gone[0].start] if gone else []
    if head:
        starts.append(before[head - 1].end)
    return starts or [before[0].start]


def _ends(before: Sequence[Atom], tail: int, gone: Sequence[Atom]) -> list[int]:
    if gone:
        return [gone[-1].end, *([before[-tail].start] if tail else [])]
    return [before[-tail - 1].end if tail < len(before) else before[0].start, *([before[-tail].start] if tail else [])]


def _only_marks(before: Sequence[Atom], start: int, end: int) -> bool:
    """Whether a stretch holds none of the characters there are."""
    return not any(start <= atom.start and atom.end <= end for atom in before)


def _count_shared(one: Sequence[Atom], other: Sequence[Atom]) -> int:
    """How many atoms two sequences have in common at their beginning, wherever they are in a text."""
    return sum(1 for _ in takewhile(lambda pair: pair[0][:2] == pair[1][:2], zip(one, other, strict=False)))


def _atoms_of(runs: Sequence[Plain]) -> list[Atom]:
    atoms: list[Atom] = []
    for run in runs:
        if not isinstance(run, dict):
            continue
        link = run.get("link")
        look = Look(
            bool(run.get("strong")),
            bool(run.get("emphasis")),
            None if link is None else str(link),
            str(run.get("language", "")),
        )
        if isinstance(placeholder := run.get("placeholder"), dict):
            atoms.append(Atom((str(placeholder.get("path")), str(placeholder.get("form", ""))), look))
        else:
            atoms += [Atom(character, look) for character in str(run.get("text", ""))]
    return atoms


def _write_atoms(atoms: Sequence[Atom], spelling: Spelling) -> str:
    written, letters = "", ""
    for atom in atoms:
        if isinstance(atom.value, str):
            letters += atom.value
        else:
            path, form = atom.value
            written += escape(letters, spelling) + write_placeholder({"path": path, "form": form})
            letters = ""
    return written + escape(letters, spelling)
