"""An edit of one source file: proved by reading the file back, byte for byte the same but for what is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, TypeAlias

from osloregion_docs.diagnostics import Diagnostic, Severity
from osloregion_docs.sources.editing.markdown_edit import edit_blocks, replace_blocks
from osloregion_docs.sources.editing.markdown_writer import Spelling, write_runs
from osloregion_docs.sources.editing.operations import (
    DeleteAt,
    InsertAt,
    InvalidEdit,
    MoveTo,
    Operation,
    ReorderAt,
    SetAt,
    value_at,
)
from osloregion_docs.sources.editing.yaml_edit import edit_yaml
from osloregion_docs.sources.markdown import read_inline, read_markdown
from osloregion_docs.sources.read import FENCE, find_body, get_runs
from osloregion_docs.sources.tree import Plain, Source, Steps

Reader: TypeAlias = Callable[[bytes, str], tuple[Source | None, list[Diagnostic]]]

_CONTENT: Final = "content"
_TITLE: Final[Steps] = ("title",)


class UnsafeEdit(ValueError):
    """The text is written in a way that the edit cannot be made in without touching more than is meant."""


def edit_source(raw: bytes, source: Source, operation: Operation, read: Reader) -> bytes:
    """The bytes of a file after an edit.

    Args:
        raw: Its bytes.
        source: What reading them gave.
        operation: The edit.
        read: How the file is read.

    Raises:
        InvalidEdit: its values do not allow the edit.
        UnsafeEdit: no way was found to write it that reads back as what is wanted and nothing else.
    """
    written, wanted = _for_text(source, operation), _for_values(source, operation).apply(source.values)
    wanted = _as_read(wanted)
    order = _keys_in_order(wanted, operation)
    before = raw.decode()
    for text in _candidates(source, written):
        changed = restore_bytes(before, source.text, text).encode()
        again, faults = read(changed, source.file)
        if again is None or any(fault.severity is Severity.ERROR for fault in faults):
            continue
        if again.values == wanted and _keys_in_order(again.values, operation) == order:
            return changed
    raise UnsafeEdit("this cannot be written without touching more of the file")


def restore_bytes(raw: str, before: str, after: str) -> str:
    """A file's text byte for byte as it was, but for what an edit did to the text that was read from it.

    What is read has neither a byte order mark nor Windows line ends; what is new ends its lines as the file does.
    """
    ends = "\r\n" if "\r\n" in raw else "\n"
    places = [match.start() for match in re.finditer("\r\n|[^\ufeff]|(?<!^)\ufeff", raw, re.DOTALL)] + [len(raw)]
    start = _count_shared(before, after)
    kept = _count_shared(before[start:][::-1], after[start:][::-1])
    middle = after[start : len(after) - kept].replace("\n", ends)
    return raw[: places[start]] + middle + raw[places[len(before) - kept] :]


def _candidates(source: Source, operation: Operation) -> Iterator[str]:
    text = source.text
    body = find_body(text)
    if not source.file.endswith(".md") or body is None:
        yield from edit_yaml(text, operation)
    elif operation.steps[0] == _CONTENT:
        yield from (text[:body] + edited for edited in _edit_body(text[body:], source.values, operation))
    else:
        front = slice(len(FENCE), body - len(FENCE))
        yield from (FENCE + _end_line(edited) + text[front.stop :] for edited in edit_yaml(text[front], operation))


def _edit_body(body: str, values: Plain, operation: Operation) -> Iterator[str]:
    """Candidates for a body; a case's parts are one text, in which each begins with its heading."""
    content = value_at(values, (_CONTENT,))
    inner = _without_first_step(operation)
    if isinstance(content, dict):
        yield from _edit_parts(body, list(content), inner)
    else:
        yield from edit_blocks(body, content if isinstance(content, list) else [], inner)


def _without_first_step(operation: Operation) -> Operation:
    if isinstance(operation, MoveTo):
        return MoveTo(operation.steps[1:], operation.to[1:])
    return replace(operation, steps=operation.steps[1:])


def _edit_parts(body: str, parts: list[str], operation: Operation) -> Iterator[str]:
    """Candidates for the text of a case, after an edit of a whole part or inside one."""
    blocks = read_markdown(body, placeholders=True).blocks
    starts = [at for at, block in enumerate(blocks) if isinstance(block, dict) and block.get("level") == 2]  # noqa: PLR2004 - ##
    ranges = dict(zip(parts, zip(starts, [*starts[1:], len(blocks)], strict=True), strict=True))
    match operation:
        case SetAt((str() as part,), list() as value) if part in ranges:
            yield from replace_blocks(body, ranges[part][0] + 1, ranges[part][1], value)
        case DeleteAt(()):
            yield from replace_blocks(body, 0, len(blocks), [])
        case DeleteAt((str() as part,)):
            yield from replace_blocks(body, *ranges[part], [])
        case ReorderAt((str() as part,), order):
            first, last = ranges[part][0] + 1, ranges[part][1]
            whole = (*range(first), *(first + each for each in order), *range(last, len(blocks)))
            yield from edit_blocks(body, blocks, ReorderAt((), whole))
        case _ if (flat := _in_flat_list(ranges, operation)) is not None:
            yield from edit_blocks(body, blocks, flat)


def _in_flat_list(ranges: dict[str, tuple[int, int]], operation: Operation) -> Operation | None:
    """An edit inside a case's parts as one of all its blocks; None for one that has no such form."""

    def flat(steps: Steps) -> Steps | None:
        if len(steps) < 2 or steps[0] not in ranges or not isinstance(steps[1], int):  # noqa: PLR2004 - part and block
            return None
        return (ranges[str(steps[0])][0] + 1 + steps[1], *steps[2:])

    at, to = flat(operation.steps), flat(operation.to) if isinstance(operation, MoveTo) else ()
    if at is None or to is None:
        return None
    if not isinstance(operation, MoveTo):
        return replace(operation, steps=at)
    if len(to) == 1 and len(at) == 1 and operation.to[0] != operation.steps[0] and int(at[0]) < int(to[0]):
        to = (int(to[0]) - 1,)
    return MoveTo(at, to)


def _for_text(source: Source, operation: Operation) -> Operation:
    """The edit as it is written: in YAML every scalar is text, and a chapter's title is a line of text."""
    match operation:
        case SetAt(("title",), value) if isinstance(value, list) and _has_runs(source):
            return SetAt(_TITLE, write_runs(value, Spelling(0)))
        case SetAt(steps, value) | InsertAt(steps, value) if steps and steps[0] != _CONTENT:
            return replace(operation, value=_as_text(value))
    if operation.steps[:1] == _TITLE and len(operation.steps) > 1 and _has_runs(source):
        raise InvalidEdit("a title is set as a whole")
    return operation


def _for_values(source: Source, operation: Operation) -> Operation:
    """The edit as it is read: a chapter's title as its runs."""
    written = _for_text(source, operation)
    match written:
        case SetAt(("title",), str() as value) if _has_runs(source):
            return SetAt(_TITLE, get_runs(read_inline(value)))
    return written


def _has_runs(source: Source) -> bool:
    return isinstance(value_at(source.values, _TITLE), list)


def _as_text(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    return str(value).lower() if isinstance(value, bool) else "" if value is None else str(value)


def _as_read(values: Plain) -> Plain:
    """Values as reading gives them: without empty content, and with neighbouring runs of one look as one run."""
    if not isinstance(values, dict) or _CONTENT not in values:
        return values
    content = _with_joined_runs(values[_CONTENT])
    rest = {key: value for key, value in values.items() if key != _CONTENT}
    return {**rest, _CONTENT: content} if content else rest


def _with_joined_runs(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _with_joined_runs(inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    joined: list[Plain] = []
    for entry in value:
        last = joined[-1] if joined else None
        if isinstance(entry, dict) and isinstance(last, dict) and _look(entry) == _look(last) is not None:
            joined[-1] = {**last, "text": f"{last['text']}{entry['text']}"}
        else:
            joined.append(_with_joined_runs(entry))
    return joined


def _look(run: dict[str, Plain]) -> dict[str, Plain] | None:
    """How a run of text is printed; None for anything else."""
    return {key: value for key, value in run.items() if key != "text"} if "text" in run else None


def _keys_in_order(values: Plain, operation: Operation) -> list[str]:
    """The keys of the mapping that is put in another order."""
    holder = value_at(values, operation.steps) if isinstance(operation, ReorderAt) else None
    return list(holder) if isinstance(holder, dict) else []


def _end_line(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"


def _count_shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
