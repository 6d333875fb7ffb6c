"""Checks a year and the templates of its documents before anything is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from osloregion_docs.builder.cache import Cache, make_key, tool_identity
from osloregion_docs.builder.files import digest
from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import choose_formats, choose_kinds, render_assets, template_of
from osloregion_docs.diagnostics import Diagnostic, Outcome, Severity, Span, in_order
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.rules.rules import check as check_rules
from osloregion_docs.workspace.load import Loaded, load
from osloregion_docs.workspace.workspace import Workspace

_MEETING_REFERENCES = ("REF311", "REF312", "REF313")
"""The rules on references that read the year's meetings."""
_BUDGET_REFERENCES = ("BUD709", "BUD713")
"""The rules on budgets that read other parts of the year."""


def check_all(workspace: Workspace, year: int, choice: Choice, cache: Cache) -> Outcome[Loaded]:
    """Check the sources of a year and the templates of the chosen documents.

    Raises:
        YearNotFound, NotAvailable, TemplateMissing: something was requested that does not exist.
    """
    templates = tuple(check_templates(workspace, choice, cache))
    checked = check_loaded(load(workspace, year))
    return Outcome(checked.value, in_order((*checked.diagnostics, *templates)))


def check_loaded(outcome: Outcome[Loaded]) -> Outcome[Loaded]:
    """Add the findings of the rules to the diagnostics of reading a year.

    Where part of the year could not be read, findings about what only seems to be missing are suppressed.
    """
    loaded = outcome.value
    if loaded is None:
        return outcome
    suppressed = _list_suppressed(loaded.left_out)
    found = [finding for finding in check_rules(loaded.programme) if not finding.code.startswith(suppressed)]
    return Outcome(loaded, in_order((*outcome.diagnostics, *map(loaded.locate, found))))


def _list_suppressed(left_out: frozenset[str]) -> tuple[str, ...]:
    """The prefixes of codes whose rules would report gaps that exist only because something was left out."""
    prefixes: set[str] = set()
    if left_out & {"meetings", "organs"}:
        prefixes |= {"MTG", *_MEETING_REFERENCES}
    if left_out & {"results", "measures"}:
        prefixes.add("RES")
    if rest := left_out - {"meetings", "results"}:
        prefixes |= {"COV"} if rest <= {"measures", "texts"} else {"COV", "REF"}
    if left_out & {"budget", "members"}:
        prefixes.add("BUD")
    elif left_out:
        prefixes |= set(_BUDGET_REFERENCES)
    if left_out & {"year", "period", "strategy"}:
        prefixes.add("SCH")
    return tuple(sorted(prefixes))


def check_templates(workspace: Workspace, choice: Choice, cache: Cache) -> Iterator[Diagnostic]:
    """Check the templates; one without faults is not checked again until it or the tool changes."""
    tool, seen = tool_identity(), set[str]()
    for check in _template_checks(workspace, choice):
        for file in check.files:
            if _leads_out(file, workspace):
                message, hint = "the template is a link that leads out of the workspace", "put the file itself here"
                yield Diagnostic(Span(workspace.name_of(file)), Severity.ERROR, "TPL510", message, hint)
                break
        else:
            contents = [digest(file.read_bytes()) for file in check.files]
            key = make_key("template", {"check": check.name, "contents": contents, "tool": tool})
            if key in seen or cache.find(key) is not None:
                continue
            seen.add(key)
            found = check.run()
            if not found:
                cache.store(key, {})
            yield from found


@dataclass(frozen=True, slots=True)
class _TemplateCheck:
    """A check of some template files."""

    name: str
    files: tuple[Path, ...]
    run: Callable[[], tuple[Diagnostic, ...]]


def _template_checks(workspace: Workspace, choice: Choice) -> Iterator[_TemplateCheck]:
    """The checks; formats that share a template have the same one, by name and files."""
    for kind in choose_kinds(choice):
        for name in choose_formats(choice, kind):
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
    """Whether a file of the workspace links to one outside of it."""
    return file.is_relative_to(workspace.root) and not file.resolve().is_relative_to(workspace.root.resolve())
