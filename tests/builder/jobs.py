"""Jobs to test the builder with: documents of one line, and renderers that are plain functions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.options import BuildOptions, Progress, Result, State, ignore_progress
from osloregion_docs.builder.outputs import Outputs
from osloregion_docs.builder.plan import Job
from osloregion_docs.builder.steps import Build, Item, render, reuse, write
from osloregion_docs.diagnostics import Diagnostic, Finding, Span
from osloregion_docs.documents.document import Context, Document, Properties
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.renderers.renderer import Render, RenderAssets, Rendered, Renderer
from osloregion_docs.workspace.workspace import Workspace

if TYPE_CHECKING:
    from osloregion_docs.workspace.load import Loaded


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
    """Return the template unchanged."""
    return template.read_bytes()


def plain(document: Document, template: bytes, _assets: RenderAssets) -> Rendered:
    """The content of the template, then the line."""
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


@dataclass(frozen=True, slots=True)
class FakeYear:
    """A year without sources: the address of a finding takes the place of the file."""

    locate: Callable[[Finding], Diagnostic] = lambda finding: Diagnostic.from_finding(Span(str(finding.path)), finding)
    progress: Progress = ignore_progress


ONE_AT_A_TIME, NO_YEAR = BuildOptions(workers=1), FakeYear()


def build_jobs(
    jobs: Sequence[Job], out: Path, cache: Cache, options: BuildOptions = ONE_AT_A_TIME, year: FakeYear = NO_YEAR
) -> list[Result]:
    """Send jobs through the steps from reuse to write."""
    outputs, loaded = Outputs(out, "ut", cache, force=options.force), cast("Loaded", year)
    items = tuple(map(Item, jobs))
    build = Build(Workspace(out), options, year.progress, loaded, outputs, cache, (), items)
    with outputs:
        return [item.result for item in write(render(reuse(build))).items if item.result]


@dataclass(slots=True)
class Bench:
    """A folder to build in, with its cache; `events` is the progress of the last build."""

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
        jobs = [job(self.root, file, text, renderer(render)) for file, text in texts.items()]
        options = BuildOptions(force=force, workers=workers)
        year = FakeYear(progress=lambda *event: self.events.append(event))
        return build_jobs(jobs, self.out, self.cache, options, year)

    def files(self) -> dict[str, str]:
        """The content of the files in the folder by name."""
        return {file.name: file.read_text("utf-8") for file in sorted(self.out.glob("[!.]*"))}


def bench(root: Path) -> Bench:
    """A folder to build in."""
    return Bench(root, [])
