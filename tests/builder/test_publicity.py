"""Nothing that may be published contains anything of an exempt case or a hidden attendee."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from osloregion_docs.api.build import build
from osloregion_docs.builder.manifest import INTERNAL as INTERNAL_MANIFEST
from osloregion_docs.builder.manifest import NAME, Manifests
from osloregion_docs.builder.options import BuildOptions, Choice
from osloregion_docs.documents.kinds.meetings.case_paper import CASE_PAPER
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.workspace.workspace import Workspace
from tests.builder.attached import (
    ALONE,
    CASE,
    EXEMPT,
    FOLDER,
    INTERNAL,
    OFFER,
    PUBLIC,
    REPORTED,
    out,
    states,
    year_with,
)
from tests.builder.injected import Tokens

AS_TEXT = Choice(("agenda", "case_paper", "minutes", "attachment"), ("txt",))
KINDS = ("decision", "election")
TOKEN = re.compile(rb"zq[0-9]{3}qz")
SECRETS = ("leie", "hemmelig", "tilbud", "fortrolig")


@pytest.fixture
def year(tmp_path: Path) -> Workspace:
    """A year with an exempt case, built."""
    workspace = year_with(tmp_path)
    states(workspace, AS_TEXT)
    return workspace


def text_of(workspace: Workspace, name: str = NAME) -> str:
    """A file of the output folder, in lower case."""
    return (out(workspace) / name).read_text("utf-8").lower()


def test_public_manifest_omits_exempt_cases(year: Workspace) -> None:
    """Neither their files, their sources, nor what they are called."""
    assert [secret for secret in SECRETS if secret in text_of(year)] == []


def test_internal_manifest_contains_the_rest(year: Workspace) -> None:
    """The files of the internal edition, and the sources of exempt cases."""
    whole = json.loads(text_of(year, INTERNAL_MANIFEST))

    assert INTERNAL in {artefact["file"] for artefact in whole["artefacts"]}
    assert set(whole["sources"]) == {f"programme/2018/{FOLDER}/leie.md"}


def test_both_manifests_are_read(year: Workspace) -> None:
    """As one, so that nothing internal counts as edited by hand."""
    assert {PUBLIC, INTERNAL, REPORTED} <= set(Manifests.read(out(year)).artefacts)


def test_year_without_anything_exempt_has_one_manifest(tmp_path: Path) -> None:
    """No folder is made for nothing."""
    workspace = year_with(tmp_path, {f"{FOLDER}/leie.md": CASE.replace("4/18", "5/18"), OFFER: None})
    states(workspace)

    assert not (out(workspace) / "intern").exists()


def test_paper_that_has_become_exempt_is_not_in_the_public_manifest(tmp_path: Path) -> None:
    """Its file is still in the public folder, and the build warns of it; the manifest does not name it."""
    workspace = year_with(
        tmp_path, {f"{FOLDER}/leie.md": EXEMPT.replace("exempt: true\nlegal_basis: offentleglova § 23\n", "")}
    )
    before = states(workspace, AS_TEXT)
    year_with(workspace.root)
    states(workspace, AS_TEXT)

    assert any("leie" in file for file in before)
    assert [secret for secret in SECRETS if secret in text_of(workspace)] == []


def test_start_page_does_not_list_a_paper_that_has_become_exempt(tmp_path: Path) -> None:
    """Not even when other kinds of document were built since, and the old file is still in the public folder."""
    public = EXEMPT.replace("exempt: true\nlegal_basis: offentleglova § 23\n", "")
    workspace = year_with(tmp_path, {f"{FOLDER}/leie.md": public})
    states(workspace, Choice(("case_paper", "start_page"), ("html",)))
    before = text_of(workspace, "index.html")
    year_with(workspace.root)
    states(workspace, Choice(("agenda", "start_page"), ("html",)))

    assert "leie" in before
    assert [secret for secret in SECRETS if secret in text_of(workspace, "index.html")] == []


def test_paper_of_a_deleted_case_is_not_in_the_public_manifest(tmp_path: Path) -> None:
    """Nobody knows any more whether it was exempt."""
    workspace = year_with(tmp_path)
    states(workspace, AS_TEXT)
    year_with(workspace.root, {f"{FOLDER}/meeting.yaml": "organ: radet\ndate: 2018-06-12\nagenda: [leie]\n"})
    (workspace.year_folder(2018) / FOLDER / "kontingent.md").unlink()
    states(workspace, AS_TEXT)

    assert "kontingent" not in text_of(workspace)


def test_missing_internal_manifest_is_written_again(tmp_path: Path) -> None:
    """The result of an unchanged year is not reused without it."""
    workspace = year_with(tmp_path)
    build(workspace, 2018, BuildOptions(ALONE), lambda *_: None)
    before = text_of(workspace, INTERNAL_MANIFEST)
    (out(workspace) / INTERNAL_MANIFEST).unlink()
    build(workspace, 2018, BuildOptions(ALONE), lambda *_: None)

    assert text_of(workspace, INTERNAL_MANIFEST) == before


def test_manifest_of_an_earlier_version_is_split(year: Workspace) -> None:
    """A single manifest for everything is written again as two."""
    whole = json.loads((out(year) / NAME).read_text("utf-8"))
    whole["artefacts"] += json.loads((out(year) / INTERNAL_MANIFEST).read_text("utf-8"))["artefacts"]
    (out(year) / NAME).write_text(json.dumps(whole), "utf-8")
    (out(year) / INTERNAL_MANIFEST).unlink()
    states(year, AS_TEXT)

    assert [secret for secret in SECRETS if secret in text_of(year)] == []
    assert INTERNAL in text_of(year, INTERNAL_MANIFEST)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tokens, dict[str, bytes]]:
    """Tokens in all that is exempt, and the year built in every format: each file with all of its bytes laid open."""
    tokens, root = Tokens(), tmp_path_factory.mktemp("year")
    names = [tokens.new("Case.id") for _ in range(2)]
    cases = {
        f"{FOLDER}/{name}.md": tokens.case(kind, f"{at}/18")
        for at, (name, kind) in enumerate(zip(names, KINDS, strict=True), 5)
    }
    sent = [*re.findall(r"zq...qz[.]txt", "".join(cases.values())), tokens.new("unlisted file")]
    meeting = {
        "organ": "radet",
        "date": "2018-06-12",
        "agenda": ["kontingent", *names],
        "attendance": [{"person": "Kari Nordby", "capacity": "member"}, *map(tokens.attendee, ("deputy", "guest"))],
    }
    files = {f"{FOLDER}/attachments/{name}": tokens.new("attached file").encode() for name in sent}
    workspace = year_with(
        root, {**cases, **files, f"{FOLDER}/meeting.yaml": json.dumps(meeting), f"{FOLDER}/leie.md": None}
    )
    outcome = build(workspace, 2018, BuildOptions(Choice(formats=tuple(RENDERERS))))
    assert outcome.value is not None, outcome.diagnostics
    return tokens, {name: _read_plain(out(workspace) / name) for name in list_files(out(workspace))}


def test_nothing_public_has_a_token_of_what_is_exempt(everything: tuple[Tokens, dict[str, bytes]]) -> None:
    """In no file name and no byte: parts of packages, streams, strings and metadata of PDF, pages, data, manifest."""
    tokens, files = everything
    public = {name: content for name, content in files.items() if not name.startswith("intern/")}
    leaks = {
        f"{tokens.fields[token]} in {name}"
        for name, content in public.items()
        for token in TOKEN.findall(f"{name} ".encode() + content)
    }

    assert leaks == set()
    assert [each.format for each in RENDERERS.values() if not any(name.endswith(each.suffix) for name in public)] == []


def test_internal_files_have_every_token(everything: tuple[Tokens, dict[str, bytes]]) -> None:
    """Else the test above would claim nothing; what no document prints at all is not among them."""
    tokens, files = everything
    internal = (content for name, content in files.items() if name.startswith("intern/"))
    found = {tokens.fields[token] for content in internal for token in TOKEN.findall(content)}

    assert set(tokens.fields.values()) - found == {"Proposal.id", "unlisted file"}


@pytest.mark.parametrize("format_", CASE_PAPER.formats)
def test_tokens_are_found_in_every_format(everything: tuple[Tokens, dict[str, bytes]], format_: str) -> None:
    """Each way of storing text is laid open."""
    tokens, files = everything
    [paper, *_] = (name for name in files if "/sak-5-18-" in name and name.endswith(RENDERERS[format_].suffix))
    found = {tokens.fields[token] for token in TOKEN.findall(files[paper])}

    assert found >= {"Case.title", "Attachment.title", "content.background", "Recommendation.supporters"}


def list_files(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def _read_plain(file: Path) -> bytes:
    """All bytes of a file, nothing compressed, without what may part a word: spaces, hyphens, zeros of UTF-16, tags."""
    content = file.read_bytes()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(file) as package:
            content = b" ".join(name.encode() + package.read(name) for name in package.namelist())
        content += re.sub(rb"<[^>]*>", b"", content)
    elif content.startswith(b"%PDF"):
        content = _of_pdf(file)
    return re.sub(rb"[\s\0-]|\xc2\xad", b"", content).lower()


def _of_pdf(file: Path) -> bytes:
    shown = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file))
    with pikepdf.open(file) as pdf:
        pdf.save(
            plain := BytesIO(),
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
        )
        strings = "".join(text for each in pdf.objects for text in _strings(each))
    return f"{shown}{strings}".encode() + plain.getvalue()


def _strings(value: object) -> Iterator[str]:
    """The strings in an object of a PDF, decoded."""
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        for each in value:
            yield from _strings(each) if not getattr(each, "is_indirect", False) else ()
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key in value.keys():  # noqa: SIM118 - not a mapping
            yield from _strings(value[key]) if not getattr(value[key], "is_indirect", False) else ()
