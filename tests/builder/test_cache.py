"""The cache: entries and contents are found intact or not at all, and losing them does no harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.builder.cache import Cache, make_key
from osloregion_docs.builder.files import digest
from osloregion_docs.builder.steps import find_rendered, store_rendered
from osloregion_docs.renderers.renderer import Rendered

KEY = "a" * 64
RENDERED = Rendered(b"et dokument", ("et ord om det",))


def store(folder: Path, rendered: Rendered = RENDERED) -> Cache:
    """A cache with a document under KEY."""
    cache = Cache(folder)
    store_rendered(cache, KEY, rendered)
    return cache


def test_stored_document_is_found(tmp_path: Path) -> None:
    """With content and notes."""
    assert find_rendered(store(tmp_path), KEY) == RENDERED


def test_empty_cache_finds_nothing(tmp_path: Path) -> None:
    """A folder that does not exist contains nothing."""
    assert find_rendered(Cache(tmp_path / "ikke her"), KEY) is None


def test_other_key_finds_nothing(tmp_path: Path) -> None:
    """An entry is found by its own key alone."""
    assert find_rendered(store(tmp_path), "b" * 64) is None


@pytest.mark.parametrize("other", [("check", {"year": 1}), ("build", {"year": 2})], ids=["kind", "facts"])
def test_key_depends_on_kind_and_facts(other: tuple[str, dict[str, object]]) -> None:
    """Entries of different kinds never answer for one another."""
    assert make_key(*other) != make_key("build", {"year": 1}) == make_key("build", {"year": 1})


def test_uncacheable_document_is_not_found(tmp_path: Path) -> None:
    """What rendering again may give otherwise is rendered again."""
    assert find_rendered(store(tmp_path, Rendered(b"uten sidetall", cacheable=False)), KEY) is None


def test_content_of_uncacheable_document_is_known(tmp_path: Path) -> None:
    """It was rendered here all the same, so it is not an edit."""
    assert store(tmp_path, Rendered(b"uten sidetall", cacheable=False)).has_content(digest(b"uten sidetall"))


def test_other_content_is_not_known(tmp_path: Path) -> None:
    """Only what was stored here is known."""
    assert not store(tmp_path).has_content(digest(b"noe annet"))


BROKEN_ENTRIES: dict[str, object] = {
    "no digest": {"notes": []},
    "a digest of the wrong type": {"sha256": 5, "notes": []},
    "a digest with a null byte": {"sha256": "\0", "notes": []},
    "an empty digest": {"sha256": "", "notes": []},
    "a digest that leaves the folder": {"sha256": "../../../etc/hostname", "notes": []},
    "no notes": {"sha256": RENDERED.sha256},
    "notes of the wrong type": {"sha256": RENDERED.sha256, "notes": None},
}


@pytest.mark.parametrize("entry", BROKEN_ENTRIES.values(), ids=BROKEN_ENTRIES)
def test_entry_of_another_shape_is_ignored(tmp_path: Path, entry: dict[str, object]) -> None:
    """Also where its checksum is right."""
    cache = store(tmp_path)
    cache.store(KEY, entry)

    assert find_rendered(cache, KEY) is None


BROKEN_BYTES = [b"", b"\xff\xfe", b"5", b"null", b"{}", b'{"sha256": "ab', f"{digest(b'[]')}\n[]".encode()]


@pytest.mark.parametrize("content", BROKEN_BYTES)
def test_damaged_entry_is_ignored(tmp_path: Path, content: bytes) -> None:
    """Whatever the file contains, it finds nothing and raises nothing."""
    cache = store(tmp_path)
    (tmp_path / "entries" / KEY).write_bytes(content)

    assert (cache.find(KEY), find_rendered(cache, KEY)) == (None, None)


def test_every_damaged_byte_of_an_entry_is_noticed(tmp_path: Path) -> None:
    """An entry with one other byte is ignored."""
    cache, file = store(tmp_path), tmp_path / "entries" / KEY
    content = file.read_bytes()
    for place in range(len(content)):
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])

        assert cache.find(KEY) is None


@pytest.mark.parametrize("content", [b"", RENDERED.content[:-1], RENDERED.content + b"!"])
def test_damaged_content_is_ignored(tmp_path: Path, content: bytes) -> None:
    """Content that does not match its digest is not used."""
    cache = store(tmp_path)
    (tmp_path / "contents" / RENDERED.sha256).write_bytes(content)

    assert find_rendered(cache, KEY) is None


def test_lost_content_is_ignored(tmp_path: Path) -> None:
    """An entry whose content is gone finds nothing."""
    cache = store(tmp_path)
    (tmp_path / "contents" / RENDERED.sha256).unlink()

    assert find_rendered(cache, KEY) is None


def test_folder_in_place_of_an_entry_is_ignored(tmp_path: Path) -> None:
    """It finds nothing and raises nothing."""
    (tmp_path / "entries" / KEY).mkdir(parents=True)

    assert Cache(tmp_path).find(KEY) is None


def test_damaged_content_is_replaced_by_storing_it_again(tmp_path: Path) -> None:
    """The next build repairs the cache."""
    store(tmp_path)
    (tmp_path / "contents" / RENDERED.sha256).write_bytes(b"halv")

    assert find_rendered(store(tmp_path), KEY) == RENDERED


def test_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """A file in place of the folder: nothing is stored, nothing is found, and nothing is raised."""
    (tmp_path / "fil").write_text("her", "utf-8")
    cache = store(tmp_path / "fil")
    cache.prune()

    assert (cache.find(KEY), cache.has_content(RENDERED.sha256)) == (None, False)


def store_aged(folder: Path, *contents: bytes) -> Cache:
    """A cache with these contents, the first the oldest."""
    cache = Cache(folder)
    for age, content in enumerate(contents):
        store_rendered(cache, digest(content), Rendered(content))
        os.utime(folder / "contents" / digest(content), (age, age))
        os.utime(folder / "entries" / digest(content), (age, age))
    return cache


def test_pruning_deletes_the_oldest(tmp_path: Path) -> None:
    """The newest that fit are left."""
    cache = store_aged(tmp_path, b"111", b"222", b"333")
    cache.prune(max_bytes=6)

    assert [cache.has_content(digest(content)) for content in (b"111", b"222", b"333")] == [False, True, True]


def test_pruning_deletes_the_oldest_entries(tmp_path: Path) -> None:
    """The newest of those allowed are left."""
    cache = store_aged(tmp_path, b"111", b"222", b"333")
    cache.prune(max_entries=2)

    assert [cache.find(digest(content)) is None for content in (b"111", b"222", b"333")] == [True, False, False]


def test_pruning_leaves_what_fits(tmp_path: Path) -> None:
    """Up to the last byte."""
    cache = store_aged(tmp_path, b"111", b"222")
    cache.prune(max_bytes=6)

    assert cache.has_content(digest(b"111"))


def test_pruning_deletes_what_exceeds_the_limit_alone(tmp_path: Path) -> None:
    """A document larger than the limit is deleted."""
    cache = store_aged(tmp_path, b"1234567")
    cache.prune(max_bytes=6)

    assert not cache.has_content(digest(b"1234567"))


def test_pruned_document_is_not_found(tmp_path: Path) -> None:
    """Its entry is left, without content."""
    cache = store_aged(tmp_path, b"111", b"222")
    cache.prune(max_bytes=3)

    assert find_rendered(cache, digest(b"111")) is None


def test_file_is_written_atomically(tmp_path: Path) -> None:
    """With the folders above it, and without other files."""
    write_atomically(tmp_path / "a" / "b" / "c.txt", b"hei")

    assert [(file.name, file.read_bytes()) for file in (tmp_path / "a" / "b").iterdir()] == [("c.txt", b"hei")]


def test_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    """A folder in the file's place: it remains as it was, without a half-written file."""
    (tmp_path / "c.txt" / "inni").mkdir(parents=True)

    with pytest.raises(OSError, match=r"c\.txt"):
        write_atomically(tmp_path / "c.txt", b"hei")

    assert [file.name for file in tmp_path.iterdir()] == ["c.txt"]


def test_written_file_can_be_read_by_others(tmp_path: Path) -> None:
    """It has the usual permissions, so that a web server or a colleague can open it."""
    write_atomically(tmp_path / "c.txt", b"hei")

    assert (tmp_path / "c.txt").stat().st_mode & 0o777 == 0o644
