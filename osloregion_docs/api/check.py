"""check: everything that is wrong in a year and in the templates it would be populated into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from osloregion_docs.builder.cache import Cache
from osloregion_docs.builder.files import digest
from osloregion_docs.builder.memory import cache_folder
from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import chosen_formats, chosen_kinds, render_assets, template_of
from osloregion_docs.diagnostics import Diagnostic, Outcome, Severity, Span, in_order
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.rules.rules import check as check_rules
from osloregion_docs.version import __version__
from osloregion_docs.workspace.load import Loaded, load
from osloregion_docs.workspace.workspace import Workspace

_CHOOSE_ALL = Choice()
_OF_MEETINGS = ("REF311", "REF312", "REF313")
"""The rules on references that look into the year's meetings."""
_OF_FIGURES = ("BUD709", "BUD713")
"""The rules on figures and members that look into other parts of the year than its budget."""


def check(workspace: Workspace, year: int, choice: Choice = _CHOOSE_ALL) -> Outcome[Loaded]:
    """Read a year, and say everything that is wrong in its sources and templates.

    Args:
        workspace: Where the year lies.
        year: Four digits.
        choice: Whose templates are checked; all by default.

    Returns:
        The loaded year, or None where it cannot be put together, with the diagnostics by file and line.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    templates = tuple(template_diagnostics(workspace, choice))
    checked = check_loaded(load(workspace, year))
    return Outcome(checked.value, in_order((*checked.diagnostics, *templates)))


def check_loaded(outcome: Outcome[Loaded]) -> Outcome[Loaded]:
    """What the rules say of a year that was read, added to what was said on reading it.

    Where part of the year could not be read, nothing is said about what only seems to be missing from it.
    """
    loaded = outcome.value
    if loaded is None:
        return outcome
    unsure = _unsure(loaded.left_out)
    found = [finding for finding in check_rules(loaded.programme) if not finding.code.startswith(unsure)]
    return Outcome(loaded, in_order((*outcome.diagnostics, *map(loaded.locate, found))))


def _unsure(left_out: frozenset[str]) -> tuple[str, ...]:
    """How the codes begin of rules that would speak of gaps which are there only because something was left out."""
    unsure: set[str] = set()
    if left_out & {"meetings", "organs"}:
        unsure |= {"MTG", *_OF_MEETINGS}
    if left_out & {"results", "measures"}:
        unsure.add("RES")
    if rest := left_out - {"meetings", "results"}:
        unsure |= {"COV"} if rest <= {"measures", "texts"} else {"COV", "REF"}
    if left_out & {"budget", "members"}:
        unsure.add("BUD")
    elif left_out:
        unsure |= set(_OF_FIGURES)
    if left_out & {"year", "period", "strategy"}:
        unsure.add("SCH")
    return tuple(sorted(unsure))


def template_diagnostics(workspace: Workspace, choice: Choice) -> Iterator[Diagnostic]:
    """What is wrong in the templates; one that was found without fault is not checked again until it changes."""
    cache, seen = cache_of(workspace), set[str]()
    for check in _template_checks(workspace, choice):
        for file in check.files:
            if _leads_out(file, workspace):
                message, hint = "the template is a link that leads out of the workspace", "put the file itself here"
                yield Diagnostic(Span(workspace.name_of(file)), Severity.ERROR, "TPL510", message, hint)
                break
        else:
            contents = " ".join(digest(file.read_bytes()) for file in check.files)
            key = digest(f"{check.name} {__version__} {contents}".encode())
            if key in seen or cache.is_clean(key):
                continue
            seen.add(key)
            found = check.run()
            if not found:
                cache.note_clean(key)
            yield from found


@dataclass(frozen=True, slots=True)
class _TemplateCheck:
    """Something to check in some files of the templates."""

    name: str
    files: tuple[Path, ...]
    run: Callable[[], tuple[Diagnostic, ...]]


def _template_checks(workspace: Workspace, choice: Choice) -> Iterator[_TemplateCheck]:
    """What is to be checked; formats that share a template have the same check, by name and files."""
    for kind in chosen_kinds(choice):
        for name in chosen_formats(choice, kind):
            renderer = RENDERERS[name]
            file = template_of(workspace, kind.name, renderer)
            if file is None:
                continue
            run = partial(renderer.check_template, file, workspace.name_of(file), kind.context)
            yield _TemplateCheck(f"{kind.name} {renderer.template_suffix}", (file,), run)
            shared = render_assets(workspace, renderer, {}).shared
            if shared:
                run = partial(renderer.check_shared, shared, workspace.name_of)
                yield _TemplateCheck(f"shared {name} {renderer.version}", tuple(shared.values()), run)


def _leads_out(file: Path, workspace: Workspace) -> bool:
    """Whether a file of the workspace is, by a link, one outside of it."""
    return file.is_relative_to(workspace.root) and not file.resolve().is_relative_to(workspace.root.resolve())


def cache_of(workspace: Workspace) -> Cache:
    """The workspace's cache."""
    return Cache(cache_folder(workspace))
