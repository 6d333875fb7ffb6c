"""Templates come from outside: what they could reach or break is refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed
from tests.renderers.one_measure import as_word
from tests.templating.templates import check_template, list_issues, write_template

ESCAPES = [
    "{{ ''.__class__ }}",
    "{{ title.__class__ }}",
    "{{ title.__class__.__mro__ }}",
    "{{ title.__init__.__globals__ }}",
    "{{ self }}",
    "{{ self.__init__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ range(10 ** 9) }}",
    "{{ title.format(title) }}",
    "{{ '%s' % title }}",
    "{{ title | attr('__class__') }}",
    "{{ title | format(title) }}",
    "{{ measures.model_dump() }}",
    "{{ year.__class__ }}",
    "{{ title ~ title }}",
    "{{ (title, title) }}",
    "{{ {'a': 1} }}",
    "{% if ''.__class__ %}{% endif %}",
    "{% if title.__class__ == title %}{% endif %}",
    "{% for x in ''.__class__.__mro__ %}{% endfor %}",
    "{% for x in range(9) %}{% endfor %}",
    "{% import 'os' as os %}",
    "{% extends 'x' %}",
    "{% do title.pop() %}",
    "{% call x() %}",
    "{% set x = ''.__class__ %}",
    "{{ title | join(''.__class__) }}",
    "{{ title if ''.__class__ else title }}",
]


@pytest.mark.parametrize("tag", ESCAPES)
def test_way_out_is_refused_before_rendering(tmp_path: Path, tag: str) -> None:
    """Calls, attributes of Python's own and everything that computes are faults of the template."""
    assert list_issues(tmp_path, tag) != []


@pytest.mark.parametrize("tag", ESCAPES)
def test_way_out_is_refused_when_rendering(tmp_path: Path, document_2018: Document, tag: str) -> None:
    """Even without the check nothing of it prints a class, a global or a program's output."""
    try:
        package = as_word(document_2018, write_template(tmp_path, [tag])).content
    except RenderingFailed:
        return
    assert not any(word in package for word in (b"class &#39;", b"&lt;class", b"builtins", b"uid="))


@pytest.mark.parametrize("raw", [b"", b"ikke en zip", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64])
def test_file_that_is_no_word_file(tmp_path: Path, raw: bytes) -> None:
    """TPL510: an empty, foreign or half file, or one in the old .doc format."""
    file = tmp_path / "main.docx"
    file.write_bytes(raw)

    assert [(d.code, d.message) for d in check_template(file)] == [("TPL510", "it is not a Word file (.docx)")]


def test_zip_without_a_main_part(tmp_path: Path) -> None:
    """TPL510: another zip file under the name of a template."""
    with zipfile.ZipFile(tmp_path / "main.docx", "w") as archive:
        archive.writestr("notat.txt", "hei")

    assert [d.message for d in check_template(tmp_path / "main.docx")] == [
        "it is not a Word file (.docx): [Content_Types].xml is missing"
    ]


def rewritten(file: Path, part: str, old: bytes, new: bytes) -> Path:
    """The Word file with something else in one part."""
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(file, "w") as archive:
        for name, raw in parts.items():
            archive.writestr(name, raw)
    return file


def test_document_type_is_refused(tmp_path: Path) -> None:
    """TPL510: a part that declares a document type could draw in files or blow up."""
    doctype = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document '
    file = rewritten(write_template(tmp_path, ["tekst"]), "word/document.xml", b"<w:document ", doctype)

    assert [(d.code, d.message) for d in check_template(file)] == [
        ("TPL510", "a part declares a document type, which office files never do")
    ]


def test_attached_template_is_refused(tmp_path: Path) -> None:
    """TPL510: a relationship to something outside the file that is no link."""
    outside = (
        b'<Relationship Id="rId99" Type="http://x/attachedTemplate" Target="http://x/y.dotm" TargetMode="External"/>'
        b"</Relationships>"
    )
    file = rewritten(write_template(tmp_path, ["tekst"]), "word/_rels/document.xml.rels", b"</Relationships>", outside)

    assert [(d.code, d.message) for d in check_template(file)] == [
        ("TPL510", "word/_rels/document.xml.rels draws something in from outside the file")
    ]


def test_link_to_the_web_is_no_danger(tmp_path: Path) -> None:
    """A link that a reader may follow is nothing that the file draws in."""
    link = (
        b'<Relationship Id="rId99" Type="http://x/hyperlink" Target="http://x" TargetMode="External"/></Relationships>'
    )
    file = rewritten(write_template(tmp_path, ["tekst"]), "word/_rels/document.xml.rels", b"</Relationships>", link)

    assert check_template(file) == ()


def test_deeply_nested_part_is_no_crash(tmp_path: Path) -> None:
    """A part of thousands of elements inside one another is refused or read."""
    deep = b"<w:body>" + b"<w:sdt>" * 5_000 + b"</w:sdt>" * 5_000
    file = rewritten(write_template(tmp_path, ["tekst"]), "word/document.xml", b"<w:body>", deep)

    assert [d.code for d in check_template(file)] in ([], ["TPL510"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 0.999), byte=st.integers(0, 255), length=st.integers(1, 40))
def test_damaged_file_is_a_diagnostic_and_no_crash(tmp_path: Path, at: float, byte: int, length: int) -> None:
    """Whatever bytes of a template are overwritten, the check ends with what it can say."""
    file = write_template(tmp_path, ["{{ title }}"], header="{{ year }}")
    raw = bytearray(file.read_bytes())
    start = int(len(raw) * at)
    raw[start : start + length] = bytes([byte]) * min(length, len(raw) - start)
    file.write_bytes(bytes(raw))

    assert all(d.code.startswith("TPL") for d in check_template(file))
