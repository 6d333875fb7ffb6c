"""Jobs that share a document and a template: the template is filled once for all of them, and fails for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Barrier, get_ident
from time import sleep

import pytest

from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.options import BuildOptions, Result
from osloregion_docs.diagnostics import Diagnostic, Finding, Severity, Span
from osloregion_docs.documents.document import Document
from osloregion_docs.errors import RenderingFailed, RenderingRefused
from osloregion_docs.keypath import KeyPath
from osloregion_docs.renderers.renderer import RenderAssets, Rendered
from tests.builder.jobs import FakeJob, FakeYear, Words, build_jobs, document, job, plain, renderer

FOUND = Finding(KeyPath.of("texts/om-oss"), "ingen skrift har tegnet", "skriv det annerledes", code="PDF601")
PLACED = Diagnostic(Span("templates/shared/page.typ", 3, 7), Severity.ERROR, "PDF604", "siden er feil")


@dataclass
class Pours:
    """Counts how often a template is filled, and fails for documents that say no."""

    texts: list[str] = field(default_factory=list)

    def __call__(self, document: Document, template: Path) -> bytes:
        """Return the template unchanged, or fail."""
        assert isinstance(document.context, Words)
        self.texts.append(document.context.text)
        if document.context.text == "nei":
            raise RenderingFailed("malen kan ikke fylles", "se på malen")
        return template.read_bytes()


@pytest.fixture
def pours() -> Pours:
    """A populate that counts."""
    return Pours()


def jobs_of(folder: Path, pours: Pours, text: str, *formats: str) -> list[FakeJob]:
    """A document in these formats, populated from one template."""
    of = document(text)
    made = replace(renderer(), populate=pours)
    return [
        replace(job(folder, f"{text}.{name}"), document=of, format=name, made_by=replace(made, format=name))
        for name in formats
    ]


def located(finding: Finding) -> Diagnostic:
    """Return a finding as a diagnostic at its place in the sources."""
    span = Span(f"programme/2018/{finding.path}.md", 5, 9)
    return Diagnostic(span, finding.severity, finding.code, finding.message, finding.hint)


def built(folder: Path, jobs: Sequence[FakeJob], workers: int = 1, *, force: bool = False) -> list[Result]:
    """Build them in a folder."""
    options = BuildOptions(force=force, workers=workers)
    return build_jobs(jobs, folder / "ut", Cache(folder / "gjemt"), options, year=FakeYear(located))


def states(results: Sequence[Result]) -> dict[str, str]:
    """What came of each file."""
    return {result.file: result.state for result in results}


@pytest.mark.parametrize("workers", [1, 3])
def test_formats_of_one_template_are_populated_once(tmp_path: Path, pours: Pours, workers: int) -> None:
    """However many there are, and however many are rendered at once."""
    jobs = jobs_of(tmp_path, pours, "en", "a", "b", "c") + jobs_of(tmp_path, pours, "to", "a", "b")
    results = built(tmp_path, jobs, workers)

    assert (sorted(pours.texts), {result.state for result in results}) == (["en", "to"], {"built"})


def test_other_template_is_populated_by_itself(tmp_path: Path, pours: Pours) -> None:
    """One document, two templates: each is filled."""
    one, other = jobs_of(tmp_path, pours, "en", "a", "b")
    (tmp_path / "annen.txt").write_text("annen mal: ", "utf-8")
    built(tmp_path, [one, replace(other, template=tmp_path / "annen.txt")])

    assert ((tmp_path / "ut" / "en.a").read_text("utf-8"), (tmp_path / "ut" / "en.b").read_text("utf-8")) == (
        "mal: en",
        "annen mal: en",
    )


def test_what_is_kept_is_not_populated(tmp_path: Path, pours: Pours) -> None:
    """Where every format is kept the template is not even filled."""
    built(tmp_path, jobs_of(tmp_path, pours, "en", "a", "b"))
    pours.texts.clear()
    built(tmp_path, jobs_of(tmp_path, pours, "en", "a", "b"))

    assert pours.texts == []


def test_new_format_is_populated_and_the_old_is_kept(tmp_path: Path, pours: Pours) -> None:
    """Only what is missing is made."""
    built(tmp_path, jobs_of(tmp_path, pours, "en", "a"))

    assert states(built(tmp_path, jobs_of(tmp_path, pours, "en", "a", "b"))) == {"en.a": "kept", "en.b": "built"}


@pytest.mark.parametrize("workers", [1, 3])
def test_failing_populate_fails_every_format(tmp_path: Path, pours: Pours, workers: int) -> None:
    """And no other document."""
    jobs = [*jobs_of(tmp_path, pours, "en", "a"), *jobs_of(tmp_path, pours, "nei", "a", "b")]
    jobs += jobs_of(tmp_path, pours, "to", "a")

    assert states(built(tmp_path, jobs, workers)) == {
        "en.a": "built",
        "nei.a": "missing",
        "nei.b": "missing",
        "to.a": "built",
    }


def test_failing_populate_is_reported_for_every_format(tmp_path: Path, pours: Pours) -> None:
    """OUT901 at each file, with what to do."""
    results = built(tmp_path, jobs_of(tmp_path, pours, "nei", "a", "b"))

    assert [(d.span.file, d.code, d.message, d.hint) for r in results for d in r.diagnostics] == [
        ("ut/nei.a", "OUT901", "malen kan ikke fylles", "se på malen"),
        ("ut/nei.b", "OUT901", "malen kan ikke fylles", "se på malen"),
    ]


def test_failing_format_does_not_stop_the_others_of_its_document(tmp_path: Path, pours: Pours) -> None:
    """What one format cannot do another can."""
    one, other = jobs_of(tmp_path, pours, "en", "a", "b")
    failing = replace(one, made_by=replace(one.renderer, render=refusing(FOUND)))

    assert states(built(tmp_path, [failing, other])) == {"en.a": "missing", "en.b": "built"}


def refusing(*said: Finding | Diagnostic) -> Callable[[Document, bytes, RenderAssets], Rendered]:
    """A renderer that refuses every document with these messages."""

    def render(_document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
        raise RenderingRefused(said)

    return render


def refused(folder: Path, *said: Finding | Diagnostic) -> Result:
    """What comes of a document that a format refuses, when it was built before with other words."""
    built(folder, [job(folder, text="gammelt")])
    [result] = built(folder, [job(folder, made_by=renderer(refusing(*said)))])
    return result


def test_refusal_is_reported_at_its_address(tmp_path: Path) -> None:
    """At the place in the sources, with its own code, and not at the file."""
    assert refused(tmp_path, FOUND).diagnostics == (located(FOUND),)


def test_refusal_that_has_a_place_keeps_it(tmp_path: Path) -> None:
    """What is in a page template is reported there."""
    assert refused(tmp_path, PLACED).diagnostics == (PLACED,)


def test_every_refusal_is_reported(tmp_path: Path) -> None:
    """In one run, in the order in which the format found them."""
    assert refused(tmp_path, PLACED, FOUND).diagnostics == (PLACED, located(FOUND))


def test_old_file_remains_when_a_format_refuses(tmp_path: Path) -> None:
    """Whole, as it was."""
    result = refused(tmp_path, FOUND)

    assert (result.state, result.artefact, (tmp_path / "ut" / "ord.txt").read_text("utf-8")) == (
        "missing",
        None,
        "mal: gammelt",
    )


def test_refusal_is_not_remembered(tmp_path: Path) -> None:
    """A program that was fixed is run again."""
    built(tmp_path, [job(tmp_path, made_by=renderer(refusing(FOUND)))])

    assert states(built(tmp_path, [job(tmp_path)])) == {"ord.txt": "built"}


def test_documents_are_rendered_at_once(tmp_path: Path) -> None:
    """Two documents wait for one another, which they only can in two threads."""
    both, threads = Barrier(2, timeout=20), set[int]()

    def meeting(document: Document, populated: bytes, assets: RenderAssets) -> Rendered:
        threads.add(get_ident())
        both.wait()
        return plain(document, populated, assets)

    jobs = [job(tmp_path, f"{text}.txt", text, renderer(meeting)) for text in ("en", "to")]

    assert ({result.state for result in built(tmp_path, jobs, 2)}, len(threads)) == ({"built"}, 2)


def test_one_document_is_rendered_in_the_programs_own_thread(tmp_path: Path) -> None:
    """It needs no other, however many there might be."""
    threads = set[int]()

    def noting(document: Document, populated: bytes, assets: RenderAssets) -> Rendered:
        threads.add(get_ident())
        return plain(document, populated, assets)

    built(tmp_path, [job(tmp_path, made_by=renderer(noting))], 8)

    assert threads == {get_ident()}


@pytest.mark.parametrize("workers", [1, 2])
def test_fault_of_our_own_is_not_hidden(tmp_path: Path, workers: int) -> None:
    """What is no refusal but a bug is raised, from a thread as well."""

    def broken(_document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
        raise ZeroDivisionError("en feil")

    with pytest.raises(ZeroDivisionError, match="en feil"):
        built(tmp_path, [job(tmp_path, f"{text}.txt", text, renderer(broken)) for text in ("en", "to")], workers)


def test_fault_does_not_wait_for_what_has_not_begun(tmp_path: Path) -> None:
    """Documents that are still in the queue are dropped, and nobody waits for them."""

    def broken(_document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
        sleep(0.02)
        raise ZeroDivisionError("en feil")

    with pytest.raises(ZeroDivisionError, match="en feil"):
        built(tmp_path, [job(tmp_path, f"{nth}.txt", str(nth), renderer(broken)) for nth in range(40)], 2)
