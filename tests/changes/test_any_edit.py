"""Any edit of the real year and of the example reads back as itself, and changes no other address."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from osloregion_docs.changes.draft import Draft
from osloregion_docs.changes.edits import Delete, Edit, Insert, Move, Reorder, Set
from osloregion_docs.keypath import KeyPath
from osloregion_docs.sources.editing.operations import value_at
from osloregion_docs.sources.tree import Plain, Source, Tree
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace

REPOSITORY = Path(__file__).parents[2]
YEARS = {"2018": (REPOSITORY, 2018), "fjordregionen": (REPOSITORY / "examples" / "fjordregionen", 2025)}
VARIANTS = {"as it is": ("", "\n"), "CRLF": ("", "\r\n"), "BOM": ("\ufeff", "\n")}
HARD = (
    *("a: b", "# a", "- a", "'a' \"b\"", "2018-01-01 åpning", "2018-01-01", "12. mai", " a ", "a  ", "no", "1.10", "~"),
    *(
        "æøå 漢字 é",
        "a\nb\n\nc",
        "a\n",
        "[a](b) *c* _d_ `e` <f> &amp; \\",
        "1. a",
        "\u00a0a",
        "> a",
        "| a |",
        "~~~",
        "!",
    ),
    *("x <!-- y -->", "***", "a_b_c", "@a", "`a`", "a\\", "http://a.b/c", "=", "a\n", "===", "a {b}", "{a}", "[a]"),
)
TEXTS = st.sampled_from(HARD) | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
FIXED = {"kind", "ordered", "level", "start", "path", "form", "placeholder", "strong", "emphasis", "link", "language"}
"""Keys of blocks and runs whose values are no free text."""


@cache
def sources_of(name: str, variant: str) -> tuple[Workspace, int, dict[KeyPath, Source]]:
    """A copy of a year whose files begin and end their lines as a variant does."""
    root, year = YEARS[name]
    mark, ends = VARIANTS[variant]
    copy = Path(mkdtemp()) / "programme"
    shutil.copytree(root / "programme", copy)
    for file in (*copy.rglob("*.md"), *copy.rglob("*.yaml")):
        file.write_bytes((mark + file.read_bytes().decode().replace("\n", ends)).encode())
    loaded = load(Workspace(copy.parent), year).value
    assert loaded is not None
    edited = {mount: source for mount, source in loaded.tree.sources.items() if source.file.endswith((".md", ".yaml"))}
    return Workspace(copy.parent), year, edited


def flatten(path: KeyPath, value: Plain) -> Iterator[tuple[KeyPath, Plain]]:
    """Every address in a value, each with its value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        id_ = each.get("id") if isinstance(key, int) and isinstance(each, dict) else None
        at = path / (id_ if isinstance(id_, str) else key + 1 if isinstance(key, int) else key)
        yield at, each
        yield from flatten(at, each)


def edits(path: KeyPath, value: Plain) -> st.SearchStrategy[Edit]:
    """The edits that there are of one address."""
    last = path.steps[-1]
    if "title" in path.steps[:-1] or "runs" in path.steps[:-1]:  # a title and runs are edited as text
        return st.builds(Set, st.just(path), TEXTS) if last == "text" and "title" not in path.steps else st.nothing()
    if last == "id" or (last in {"runs", "title"} and isinstance(value, list)):  # an id is an address itself
        return st.nothing()
    return st.one_of([*_edits_of_value(path, value), *_edits_of_list(path, value), *_moves(path)])


def _edits_of_value(path: KeyPath, value: Plain) -> Iterator[st.SearchStrategy[Edit]]:
    """Deleting what is at an address, and setting it where it is free text."""
    prose, last = "content" in path.steps, path.steps[-1]
    if not (prose and last in {*FIXED, "runs", "items"}):
        yield st.just(Delete(path))
    if isinstance(value, str) and not (prose and last in FIXED):
        yield st.builds(Set, st.just(path), TEXTS)


def _edits_of_list(path: KeyPath, value: Plain) -> Iterator[st.SearchStrategy[Edit]]:
    """Inserting an entry in a list, and changing its order."""
    if isinstance(value, list):
        places = st.integers(1, len(value) + 1)
        yield st.builds(Insert, st.just(path), TEXTS.map(lambda text: _entry(path, text)), places)
        yield st.permutations(_names(value)).map(lambda names: Reorder(path, tuple(names)))


def _moves(path: KeyPath) -> Iterator[st.SearchStrategy[Edit]]:
    """Moving an entry that is addressed by its number to the front of its list."""
    if path.steps[-1].isdigit():
        yield st.builds(Move, st.just(path), st.just(KeyPath(path.steps[:-1])), st.just(1))


def _entry(path: KeyPath, text: str) -> Plain:
    block: Plain = {"kind": "paragraph", "runs": [{"text": text}]}
    if "content" not in path.steps:
        return text
    return [block] if path.steps[-1] == "items" else block


def _names(entries: list[Plain]) -> list[str]:
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
    return [id_ if isinstance(id_, str) else str(at + 1) for at, id_ in enumerate(ids)]


def find_untouched(edit: Edit, source: Source, mount: KeyPath) -> Counter[tuple[KeyPath, str]]:
    """Every address that an edit leaves as it is, with its value; those of a list that it renumbers are left out."""
    assert not isinstance(edit, str)
    path: KeyPath = edit.path  # type: ignore[union-attr]
    entry = isinstance(edit, Delete | Move) and path.steps[-1].isdigit()
    changed = KeyPath(path.steps[:-1]) if entry else path
    return Counter((at, repr(value)) for at, value in flatten(mount, source.values) if not _touches(at, changed))


def _touches(one: KeyPath, other: KeyPath) -> bool:
    return one.within(other) or other.within(one)


def leaves(value: Plain) -> Counter[str]:
    """How often each text occurs in a value, wherever it is."""
    return Counter(str(each) for _path, each in flatten(KeyPath(), value) if not isinstance(each, dict | list))


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("year", YEARS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_edit_reads_back_and_changes_no_other_address(year: str, variant: str, data: st.DataObject) -> None:
    """In YAML, front matter and Markdown bodies, whatever the text, the line ends and the byte order mark."""
    workspace, number, sources = sources_of(year, variant)
    mount = data.draw(st.sampled_from(list(sources)))
    source = sources[mount]
    addresses = list(flatten(mount, source.values))
    assume(addresses)
    path, value = data.draw(st.sampled_from(addresses))
    edit = data.draw(edits(path, value))
    assume(not _is_only_block_of_item(edit, sources))
    draft = Draft(workspace, number, sources)
    draft.apply([edit])
    after = draft.tree.sources[mount]

    assert {at: each for at, each in draft.tree.sources.items() if at != mount} == {
        at: each for at, each in sources.items() if at != mount
    }
    assert not find_untouched(edit, source, mount) - Counter((at, repr(v)) for at, v in flatten(mount, after.values))
    _check_itself(edit, Tree(sources, {}), draft.tree)
    _check_bytes(draft, edit, *VARIANTS[variant])


def _is_only_block_of_item(edit: Edit, sources: dict[KeyPath, Source]) -> bool:
    """Whether an item of a list would be left empty, which is refused."""
    if not isinstance(edit, Delete) or edit.path.steps[-3:-2] != ("items",):
        return False
    mount, steps, _missing = Tree(sources, {}).resolve(edit.path)
    item = value_at(sources[mount].values, steps[:-1])
    return isinstance(item, list) and len(item) == 1


def _read(tree: Tree, path: KeyPath) -> Plain:
    mount, steps, missing = tree.resolve(path)
    assert not missing
    return value_at(tree.sources[mount].values, steps)


def _read_list(tree: Tree, path: KeyPath) -> list[Plain]:
    entries = _read(tree, path)
    assert isinstance(entries, list)
    return entries


def _check_itself(edit: Edit, before: Tree, after: Tree) -> None:
    """What was wanted is there, and nothing else came or went in what holds it."""
    match edit:
        case Set(path, value):
            read = _read(after, path)
            title = isinstance(read, list)  # a chapter's title is read as runs
            assert title or read == value
        case Insert(path, value, place):
            entries, old = _read_list(after, path), _read_list(before, path)
            assert (entries.pop((place or 0) - 1), entries) == (value, old)
        case Delete(path):
            mount, steps, _missing = before.resolve(path)
            gone = leaves([value_at(before.sources[mount].values, steps)])
            assert leaves(before.sources[mount].values) - gone == leaves(after.sources[mount].values)
        case Move(path, to, _):
            entries, old = _read_list(after, to), _read_list(before, to)
            assert entries[0] == _read(before, path)
            assert leaves(entries) == leaves(old)
        case Reorder(path, order):
            entries, old = _read_list(after, path), _read_list(before, path)
            assert entries == [old[_names(old).index(name)] for name in order]


def _check_bytes(draft: Draft, edit: Edit, mark: str, ends: str) -> None:
    """The byte order mark and line ends are kept, and comments on lines of their own."""
    for change in draft.changes.files.values():
        assert change.before is not None
        assert change.after is not None
        before, after = change.before.decode(), change.after.decode()
        assert (after.startswith("\ufeff"), after.count("\n")) == (mark != "", after.count(ends))
        if not (isinstance(edit, Delete) and "#" in str(edit)):
            lost = _comments(before) - _comments(after)
            assert not lost or isinstance(edit, Delete)


def _comments(text: str) -> Counter[str]:
    return Counter(line.strip() for line in text.splitlines() if line.lstrip().startswith("# "))
