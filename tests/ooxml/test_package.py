"""Word files as parts, and parts as a file that is the same every time; nothing that can harm gets in."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from osloregion_docs.ooxml.package import (
    MAX_BYTES,
    MAX_PARTS,
    PackageFault,
    check_well_formed,
    read_package,
    readable,
    write_package,
)

PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", "_rels/.rels": b"<r/>", "a.xml": b"<a/>"}


def zip_parts(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts, as any program writes it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    return out.getvalue()


def test_parts_come_back() -> None:
    """What is written is read."""
    assert read_package(write_package(PARTS)) == PARTS


def test_same_parts_make_the_same_bytes() -> None:
    """In whatever order the parts are given."""
    assert write_package(PARTS) == write_package(dict(reversed(PARTS.items())))


def test_content_types_come_first() -> None:
    """Programs identify the file by its first part."""
    with zipfile.ZipFile(BytesIO(write_package(PARTS))) as archive:
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_no_clock_in_the_file() -> None:
    """Every part has the earliest date that zip files know."""
    with zipfile.ZipFile(BytesIO(write_package(PARTS))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_bomb_is_not_unpacked() -> None:
    """A file that says it is larger than 100 MiB is refused before anything is unpacked."""
    with pytest.raises(PackageFault, match="larger than any template needs"):
        read_package(zip_parts({**PARTS, "bombe": b"\0" * (MAX_BYTES + 1)}))


def test_too_many_parts() -> None:
    """Nor are thousands of parts."""
    with pytest.raises(PackageFault, match="larger than any template needs"):
        read_package(zip_parts({**PARTS, **{f"{n}.xml": b"" for n in range(MAX_PARTS)}}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_part_named_twice() -> None:
    """Programs disagree on which of two parts counts, so a check could look at the other one."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in (*PARTS, "a.xml"):
            archive.writestr(name, b"<a/>")

    with pytest.raises(PackageFault, match="it names a part twice"):
        read_package(out.getvalue())


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damaged_part_is_no_crash(compression: int) -> None:
    """A part whose bytes are torn is a fault, however it was packed."""
    raw = zip_parts({"x.bin": bytes(range(256)) * 64, **PARTS}, compression)
    start = raw.index(b"x.bin") + len(b"x.bin")
    torn = raw[: start + 12] + b"\xff" * 40 + raw[start + 52 :]

    with pytest.raises(PackageFault, match=r"it is not a Word file \(\.docx\)"):
        read_package(torn)


def test_damaged_name_is_no_crash() -> None:
    """A name that is marked as UTF-8 and is not."""
    raw = zip_parts({"bøker.xml": b"<a/>", **PARTS}, zipfile.ZIP_STORED)

    with pytest.raises(PackageFault, match=r"it is not a Word file"):
        read_package(raw.replace("ø".encode(), b"\xff\xfe"))


@pytest.mark.parametrize("missing", ["word/document.xml", "[Content_Types].xml"])
def test_main_part_is_missing(missing: str) -> None:
    """A zip file of something else."""
    with pytest.raises(PackageFault, match="is missing"):
        read_package(zip_parts({name: raw for name, raw in PARTS.items() if name != missing}))


@pytest.mark.parametrize(
    "part", [b"<!DOCTYPE a><a/>", b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>']
)
def test_document_type_is_refused(part: bytes) -> None:
    """No entity, from inside or outside, is ever looked at."""
    with pytest.raises(PackageFault, match="declares a document type"):
        check_well_formed(part)


@pytest.mark.parametrize("part", [b"<a>", b"<a></b>", b"<a>&</a>", b"<a>\x0b</a>", b"", b"<a/><a/>", b"<a>\xff</a>"])
def test_part_that_does_not_parse(part: bytes) -> None:
    """What Word would call unreadable content is refused, with its place."""
    with pytest.raises(PackageFault, match=r"not well-formed at line 1, column \d+"):
        check_well_formed(part)


def test_readable_is_indented_and_without_namespaces() -> None:
    """What people compare has one element a line."""
    package = write_package({**PARTS, "word/document.xml": b'<w:a xmlns:w="urn:w"><w:b><w:c/></w:b></w:a>'})

    assert readable(package) == "<w:a>\n  <w:b>\n    <w:c/>\n  </w:b>\n</w:a>\n"
