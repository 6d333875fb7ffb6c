"""Reads the parts of a Word file or workbook, and writes parts as a file, the same bytes every time."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.parsers import expat

MAX_PARTS: Final = 2_000
MAX_BYTES: Final = 100 * 1024 * 1024
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError),
    *(EOFError, OSError, NotImplementedError, RuntimeError, UnicodeDecodeError),
)
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
_UNIX: Final = 3


class PackageFault(ValueError):
    """A file is no Word file or workbook that can be trusted; the message states why."""


@dataclass(frozen=True, slots=True)
class PackageKind:
    """A kind of package: its name in messages, and the part that each has."""

    name: str
    main: str


WORD_FILE: Final = PackageKind("Word file (.docx)", "word/document.xml")
WORKBOOK: Final = PackageKind("workbook (.xlsx)", "xl/workbook.xml")


def read_package(raw: bytes, kind: PackageKind = WORD_FILE) -> dict[str, bytes]:
    """The parts of a Word file, or of a workbook, by name.

    Raises:
        PackageFault: it is no zip file, holds over 2 000 parts or 100 MiB, lacks its main part, or names one twice.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_bounds(entries)
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except _DAMAGE as error:
        raise PackageFault(f"it is not a {kind.name}") from error
    if missing := [name for name in (*_FIRST, kind.main) if name not in parts]:
        raise PackageFault(f"it is not a {kind.name}: {missing[0]} is missing")
    return parts


def _check_bounds(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_BYTES:
        raise PackageFault("it is larger than any template needs (2 000 parts, 100 MiB)")
    if len({entry.filename for entry in entries}) != len(entries):
        raise PackageFault("it names a part twice")


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file: fixed order, no clock, and stored rather than deflated.

    Compressors differ between builds of Python, so deflating would give other bytes on another machine.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(parts, key=lambda name: (name not in _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return out.getvalue()


def append_child(part: str, parent: str, xml: str, before: str = "") -> str:
    """A part with XML added at the end of its only element of that name, or before its first child named `before`.

    Raises:
        PackageFault: it has no such element, or an empty one.
    """
    at = part.find(f"<{before}") if before else -1
    at = at if at >= 0 else part.rfind(f"</{parent}>")
    if at < 0:
        raise PackageFault(f"a part has no {parent} to add to")
    return f"{part[:at]}{xml}{part[at:]}"


def check_well_formed(part: bytes | str, *, namespaces: bool = True) -> None:
    """Parse a part strictly, without entities or anything from outside; with `namespaces`, prefixes must be declared.

    Raises:
        PackageFault: it is not well-formed XML; the message has line and column.
    """
    parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    parser.StartDoctypeDeclHandler = _no_doctype
    try:
        parser.Parse(part, True)  # noqa: FBT003 - the parser's own flag: no more follows
    except expat.ExpatError as error:
        raise PackageFault(
            f"not well-formed at line {error.lineno}, column {error.offset}: {expat.ErrorString(error.code)}"
        ) from error


def _no_doctype(*_: object) -> None:
    raise PackageFault("a part declares a document type, which office files never do")


def readable(package: bytes, part: str = "word/document.xml") -> str:
    """The XML of one part, indented, for people and for comparing in tests."""
    from lxml import etree  # noqa: PLC0415 - 20 ms, and only tests read this

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True)
    root = etree.fromstring(read_package(package)[part], parser)
    text = etree.tostring(root, pretty_print=True, encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)
