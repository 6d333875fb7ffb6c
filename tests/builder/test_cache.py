"""The cache: what is kept is found whole or not at all, and losing it is no harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.files import digest
from osloregion_docs.renderers.renderer import Rendered

KEY = "a" * 64
RENDERED = Rendered(b"et dokument", ("et ord om det",))


def kept(folder: Path, rendered: Rendered = RENDERED) -> Cache:
    """A cache that keeps a document under KEY."""
    cache = Cache(folder)
    cache.keep(KEY, rendered)
    return cache


def test_what_is_kept_is_found(tmp_path: Path) -> None:
    """Content and notes come back."""
    assert kept(tmp_path).find(KEY) == RENDERED


def test_empty_cache_finds_nothing(tmp_path: Path) -> None:
    """A folder that is not there holds nothing."""
    assert Cache(tmp_path / "ikke her").find(KEY) is None


def test_other_key_finds_nothing(tmp_path: Path) -> None:
    """What is kept is found by its own key alone."""
    assert kept(tmp_path).find("b" * 64) is None


def test_what_a_broken_program_left_is_not_found(tmp_path: Path) -> None:
    """What would not come out the same again is rendered again."""
    assert kept(tmp_path, Rendered(b"uten sidetall", cacheable=False)).find(KEY) is None


def test_what_a_broken_program_left_is_known(tmp_path: Path) -> None:
    """It was rendered here all the same, so it is nobody's edit."""
    assert kept(tmp_path, Rendered(b"uten sidetall", cacheable=False)).knows(digest(b"uten sidetall"))


def test_strange_bytes_are_not_known(tmp_path: Path) -> None:
    """What was not rendered here is not known."""
    assert not kept(tmp_path).knows(digest(b"noe annet"))


BROKEN_KEYS = {
    "empty": b"",
    "cut off": b'{"sha256": "ab',
    "not UTF-8": b"\xff\xfe",
    "a list": b"[]",
    "a number": b"5",
    "nothing": b"null",
    "no digest": b'{"notes": []}',
    "a digest that is none": b'{"sha256": 5, "notes": []}',
    "a digest with a nought": b'{"sha256": "\\u0000", "notes": []}',
    "an empty digest": b'{"sha256": "", "notes": []}',
    "a digest that leads away": b'{"sha256": "../../../etc/hostname", "notes": []}',
    "no notes": f'{{"sha256": "{RENDERED.sha256}"}}'.encode(),
    "notes that are none": f'{{"sha256": "{RENDERED.sha256}", "notes": null}}'.encode(),
}


@pytest.mark.parametrize("content", BROKEN_KEYS.values(), ids=BROKEN_KEYS)
def test_broken_key_is_passed_over(tmp_path: Path, content: bytes) -> None:
    """A key that cannot be read leads nowhere, and stops nothing."""
    cache = kept(tmp_path)
    (tmp_path / "keys" / KEY).write_bytes(content)

    assert cache.find(KEY) is None


@pytest.mark.parametrize("content", [b"", RENDERED.content[:-1], RENDERED.content + b"!"])
def test_broken_content_is_passed_over(tmp_path: Path, content: bytes) -> None:
    """What is not what was kept is not used."""
    cache = kept(tmp_path)
    (tmp_path / "blobs" / RENDERED.sha256).write_bytes(content)

    assert cache.find(KEY) is None


def test_lost_content_is_passed_over(tmp_path: Path) -> None:
    """A key whose content is gone leads nowhere."""
    cache = kept(tmp_path)
    (tmp_path / "blobs" / RENDERED.sha256).unlink()

    assert cache.find(KEY) is None


def test_folder_in_the_place_of_a_key_is_passed_over(tmp_path: Path) -> None:
    """Whatever lies there, nothing stops."""
    (tmp_path / "keys" / KEY).mkdir(parents=True)

    assert Cache(tmp_path).find(KEY) is None


def test_broken_entry_is_mended_by_keeping_it_again(tmp_path: Path) -> None:
    """The next build puts it right."""
    kept(tmp_path)
    (tmp_path / "blobs" / RENDERED.sha256).write_bytes(b"halv")

    assert kept(tmp_path).find(KEY) == RENDERED


def test_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """A file where the folder should be: nothing is kept, nothing is found, and nothing is raised."""
    (tmp_path / "fil").write_text("her", "utf-8")
    cache = kept(tmp_path / "fil")
    cache.note_clean(KEY)
    cache.prune()

    assert (cache.find(KEY), cache.is_clean(KEY), cache.knows(RENDERED.sha256)) == (None, False, False)


def test_clean_template_is_noted(tmp_path: Path) -> None:
    """A template that was found without fault is known by its key."""
    cache = Cache(tmp_path)
    cache.note_clean(KEY)

    assert (cache.is_clean(KEY), cache.is_clean("b" * 64)) == (True, False)


def aged(folder: Path, *contents: bytes) -> Cache:
    """A cache that keeps these, the first the oldest."""
    cache = Cache(folder)
    for age, content in enumerate(contents):
        cache.keep(digest(content), Rendered(content))
        os.utime(folder / "blobs" / digest(content), (age, age))
    return cache


def test_pruning_takes_the_oldest(tmp_path: Path) -> None:
    """The newest that fit are left."""
    cache = aged(tmp_path, b"111", b"222", b"333")
    cache.prune(most=6)

    assert [cache.knows(digest(content)) for content in (b"111", b"222", b"333")] == [False, True, True]


def test_pruning_leaves_what_fits(tmp_path: Path) -> None:
    """Up to the last byte."""
    cache = aged(tmp_path, b"111", b"222")
    cache.prune(most=6)

    assert cache.knows(digest(b"111"))


def test_pruning_keeps_no_more_than_it_may(tmp_path: Path) -> None:
    """A document too large for the whole cache is not kept."""
    cache = aged(tmp_path, b"1234567")
    cache.prune(most=6)

    assert not cache.knows(digest(b"1234567"))


def test_pruned_document_is_not_found(tmp_path: Path) -> None:
    """Its key is left, and leads nowhere."""
    cache = aged(tmp_path, b"111", b"222")
    cache.prune(most=3)

    assert cache.find(digest(b"111")) is None


def test_file_is_written_whole(tmp_path: Path) -> None:
    """With the folders above it, and nothing beside it."""
    write_atomically(tmp_path / "a" / "b" / "c.txt", b"hei")

    assert [(file.name, file.read_bytes()) for file in (tmp_path / "a" / "b").iterdir()] == [("c.txt", b"hei")]


def test_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    """A folder in the file's place: what stood there still does, and no half file lies beside it."""
    (tmp_path / "c.txt" / "inni").mkdir(parents=True)

    with pytest.raises(OSError, match=r"c\.txt"):
        write_atomically(tmp_path / "c.txt", b"hei")

    assert [file.name for file in tmp_path.iterdir()] == ["c.txt"]


def test_written_file_can_be_read_by_others(tmp_path: Path) -> None:
    """It is as any file that one saves, so that a web server or a colleague can open it."""
    write_atomically(tmp_path / "c.txt", b"hei")

    assert (tmp_path / "c.txt").stat().st_mode & 0o777 == 0o644
