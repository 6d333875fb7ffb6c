"""Jobs to test the builder with: documents of one line, and renderers that are plain functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from osloregion_docs.builder.build import Pending, looked_up, place_all, render_all
from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.plan import Job
from osloregion_docs.builder.result import Progress, Result, State, Target
from osloregion_docs.diagnostics import Diagnostic
from osloregion_docs.documents.document import Context, Document, Properties
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.renderers.renderer import Render, RenderAssets, Rendered, Renderer


class Words(Context):
    """A document of one line."""

    text: str


@dataclass(frozen=True, slots=True)
class FakeJob(Job):
    """A job that brings its renderer along."""

    made_by: Renderer | None = None

    @property
    def renderer(self) -> Renderer:
        """The renderer that was brought along."""
        assert self.made_by
        return self.made_by


def populated(_document: Document, template: Path) -> bytes:
    """What stands in the template."""
    return template.read_bytes()


def plain(document: Document, template: bytes, _assets: RenderAssets) -> Rendered:
    """The line, after what stands in the template."""
    assert isinstance(document.context, Words)
    return Rendered(template + document.context.text.encode(), ("et ord om filen",))


def failing(_document: Document, _template: bytes, _assets: RenderAssets) -> Rendered:
    """No document."""
    raise RenderingFailed("det går ikke", "prøv noe annet")


def failing_at_nei(document: Document, template: bytes, assets: RenderAssets) -> Rendered:
    """The line, unless it says no."""
    made = failing if document.context == Words(text="nei") else plain
    return made(document, template, assets)


def fleeting(document: Document, template: bytes, assets: RenderAssets) -> Rendered:
    """The line, by a program that broke down on the way."""
    return Rendered(plain(document, template, assets).content, cacheable=False)


def unused(_document: Document, _template: bytes, _assets: RenderAssets) -> Rendered:
    """Nothing: it is a fault to ask."""
    raise AssertionError("nothing should be rendered")


def no_programs() -> dict[str, str]:
    """No program leaves its mark."""
    return {}


def other_program() -> dict[str, str]:
    """A program in its second version."""
    return {"program": "2"}


def no_faults(_file: Path, _shown: str, _context: object) -> tuple[Diagnostic, ...]:
    """No template has a fault."""
    return ()


def renderer(render: Render = plain, version: int = 1) -> Renderer:
    """A renderer of text files."""
    return Renderer("txt", ".txt", ".txt", version, no_programs, no_faults, populated, render)


def document(text: str = "tekst", title: str = "Tittel") -> Document:
    """A document of one line."""
    about = Properties(title=title, author="Sekretariatet", language="nb")
    return Document("words", "one", "ord", "nb", about, Words(text=text))


def job(folder: Path, file: str = "ord.txt", text: str = "tekst", made_by: Renderer | None = None) -> FakeJob:
    """A job whose template says "mal: "."""
    template = folder / "mal.txt"
    template.write_text("mal: ", "utf-8")
    return FakeJob(document(text), template, "txt", file, made_by=made_by or renderer())


def carried_out(
    pending: Sequence[Pending], target: Target, cache: Cache, workers: int, progress: Progress
) -> list[Result]:
    """The jobs rendered and put in place."""
    return place_all(pending, render_all(pending, cache, workers, progress), target, cache)


@dataclass(slots=True)
class Bench:
    """A folder to build in, with its cache; `events` is what the last build told on its way."""

    root: Path
    events: list[tuple[State, str]]

    @property
    def out(self) -> Path:
        """Where the files go."""
        return self.root / "ut"

    @property
    def cache(self) -> Cache:
        """What was rendered before."""
        return Cache(self.root / "gjemt")

    def build(
        self, texts: Mapping[str, str], render: Render = plain, *, force: bool = False, workers: int = 1
    ) -> list[Result]:
        """Build a file of each text."""
        self.events.clear()
        target = Target(self.out, "ut", force=force)
        jobs = [job(self.root, file, text, renderer(render)) for file, text in texts.items()]
        pending = looked_up(jobs, target, self.cache)
        rendered = render_all(pending, self.cache, workers, lambda state, file: self.events.append((state, file)))
        return place_all(pending, rendered, target, self.cache)

    def files(self) -> dict[str, str]:
        """What stands in the folder."""
        return {file.name: file.read_text("utf-8") for file in sorted(self.out.iterdir())}


def bench(root: Path) -> Bench:
    """A folder to build in."""
    return Bench(root, [])
