"""A year of files to a programme with places, and everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from osloregion_docs.diagnostics import Diagnostic, Finding, Outcome, Severity, in_order
from osloregion_docs.keypath import KeyPath
from osloregion_docs.model.programme import Programme
from osloregion_docs.sources.case_sections import read_case_sections
from osloregion_docs.sources.markdown import read_inline
from osloregion_docs.sources.read import ReadBody, get_runs, read_plain, read_prose, read_yaml_source
from osloregion_docs.sources.tree import Plain, Source, Tree
from osloregion_docs.workspace.files import read_files, whole_file
from osloregion_docs.workspace.layout import (
    FOLDERS,
    MAIN,
    MEETINGS,
    REPORT,
    RESULTS,
    list_attachments,
    list_meeting_attachments,
    mount_of,
)
from osloregion_docs.workspace.meetings import join_meetings
from osloregion_docs.workspace.other_year_meetings import find_other_year_meetings
from osloregion_docs.workspace.partial_validation import without_listed
from osloregion_docs.workspace.results import join_results
from osloregion_docs.workspace.validation import locate_finding, validate_tree
from osloregion_docs.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Loaded:
    """A year that was read: the typed programme, and its tree, to find places in."""

    programme: Programme
    tree: Tree
    left_out: frozenset[str] = frozenset()
    """The parts of the programme, by their outermost key, from which something was left out since it has faults.

    What no programme can do without is replaced by a default, so that the rules can read the rest; an error reports it.
    """

    findings: tuple[Finding, ...] = ()
    """What is wrong with its values, by address."""

    def locate(self, finding: Finding) -> Diagnostic:
        """The finding with file, line and column."""
        return locate_finding(self.tree, finding)


@dataclass(slots=True)
class _Reading:
    """The reading of a year under way."""

    sources: dict[KeyPath, Source] = field(default_factory=dict)
    broken: set[KeyPath] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    attachments: dict[str, tuple[str, ...]] = field(default_factory=dict)
    of_report: tuple[str, ...] | None = None
    """The files that can be sent along with the annual report."""
    other_year_meetings: list[Plain] = field(default_factory=list)
    """The meetings of the same calendar years that belong to other years."""


def load(workspace: Workspace, year: int) -> Outcome[Loaded]:
    """Read a year. The value is missing where programme.yaml is missing or cannot be read.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    folder, reading = workspace.year_folder(year), _begin(workspace, year)
    for mount, (source, diagnostics) in read_files(workspace, folder):
        reading.diagnostics += diagnostics
        if source is not None:
            reading.sources[mount] = source
        elif any(fault.severity is Severity.ERROR for fault in diagnostics):
            reading.broken.add(mount)
    if KeyPath() not in reading.sources:
        if KeyPath() not in reading.broken:
            name = workspace.name_of(folder / MAIN)
            reading.diagnostics.append(whole_file(name, "MOD108", f"there is no {MAIN}", "copy one from another year"))
        return Outcome(None, in_order(reading.diagnostics))
    return _validate(reading)


def load_sources(workspace: Workspace, year: int, sources: Iterable[Source]) -> Outcome[Loaded]:
    """Read a year from sources as they may be on disk later. The value is missing as in `load`.

    Raises:
        YearNotFound: the workspace has no such year.
    """
    reading, prefix = _begin(workspace, year), workspace.name_of(workspace.year_folder(year)) + "/"
    for source in sorted(sources, key=lambda source: source.file.split("/")):
        reading.sources[mount_of(source.file.removeprefix(prefix)).mount] = source
    return _validate(reading) if KeyPath() in reading.sources else Outcome(None)


def _begin(workspace: Workspace, year: int) -> _Reading:
    """A reading with what a year has in addition to its sources."""
    folder, root = workspace.year_folder(year), workspace.root
    reading = _Reading(attachments=list_meeting_attachments(folder, root), of_report=list_attachments(folder, root))
    reading.other_year_meetings += find_other_year_meetings(workspace, year)
    return reading


def load_text(text: str, file: str) -> Outcome[Loaded]:
    """Read a whole year that is written as one YAML text, measures, chapters, meetings and their cases by id in it."""
    source, diagnostics = read_yaml_source(text.encode(), file)
    reading = _Reading(diagnostics=list(diagnostics))
    if source is None or not isinstance(source.values, dict):
        return Outcome(None, in_order(diagnostics))
    reading.sources[KeyPath()] = source
    for entry in _entries(source.values, "measures"):
        _read_prose(source, entry, reading, read_plain)
    for entry in _entries(source.values, "texts"):
        _read_prose(source, entry, reading, read_prose)
        if isinstance(title := entry.get("title"), str):
            entry["title"] = get_runs(read_inline(title))
    for meeting in _entries(source.values, MEETINGS):
        for entry in _entries(meeting, "cases"):
            _read_prose(source, entry, reading, read_case_sections)
    return _validate(reading)


def _entries(values: dict[str, Plain], key: str) -> Iterator[dict[str, Plain]]:
    """The entries of a collection that are blocks of keys."""
    entries = values.get(key)
    yield from (entry for entry in entries.values() if isinstance(entry, dict)) if isinstance(entries, dict) else ()


def _validate(reading: _Reading) -> Outcome[Loaded]:
    tree = Tree(reading.sources, _join(reading))
    programme, findings, left_out = validate_tree(tree)
    reading.diagnostics += [locate_finding(tree, finding) for finding in findings]
    left_out |= {mount.steps[0] for mount in reading.broken if mount.steps}
    return Outcome(
        Loaded(programme, tree, left_out, tuple(findings)) if programme else None, in_order(reading.diagnostics)
    )


def _join(reading: _Reading) -> dict[str, Plain]:
    """The values of all sources as one; what could not be read is not referred to any more."""
    main = reading.sources[KeyPath()].values
    values: dict[str, Plain] = dict(main) if isinstance(main, dict) else {}
    given = frozenset(values)
    collections: dict[str, dict[str, Plain]] = {}
    for mount, source in reading.sources.items():
        if mount.steps and mount.steps[0] in given:
            _report_duplicate(reading, source, mount.steps[0])
        elif mount.steps:
            _add_source(mount, source, values, collections)
    if MEETINGS in collections:
        meetings = join_meetings(reading.sources, reading.broken, reading.attachments)
        collections[MEETINGS] = meetings.values
        reading.diagnostics += meetings.diagnostics
        reading.broken |= meetings.without_file
    values |= _with_results(reading) if collections.pop(RESULTS, None) is not None else {}
    values |= _with_files(reading, values.get(REPORT))
    gone = {name: {m.steps[1] for m in reading.broken if m.steps[:1] == (name,)} for name in FOLDERS}
    values["other_year_meetings"] = reading.other_year_meetings
    return without_listed({**values, **collections}, gone["measures"], gone["texts"])


def _add_source(
    mount: KeyPath, source: Source, values: dict[str, Plain], collections: dict[str, dict[str, Plain]]
) -> None:
    """Add the values of a source to the year's own or to its collection; meetings and results are joined later."""
    name, *inner = mount.steps
    if name in {MEETINGS, RESULTS}:
        collections[name] = {}
    elif inner:
        collections.setdefault(name, {})[inner[0]] = source.values
    elif source.values:
        values[name] = source.values


def _with_results(reading: _Reading) -> dict[str, Plain]:
    """What came of the measures, under its key."""
    values, twice = join_results(reading.sources)
    reading.diagnostics += twice
    return {RESULTS: values}


def _with_files(reading: _Reading, report: Plain) -> dict[str, Plain]:
    """The annual report, under its key, with the files that can be sent along with it."""
    if reading.of_report is None or not isinstance(report, dict):
        return {}
    return {REPORT: {**report, "files": list(reading.of_report)}}


def _report_duplicate(reading: _Reading, source: Source, name: str) -> None:
    message = f"{name} is given here and in {MAIN}"
    reading.diagnostics.append(
        source.create_diagnostic((0, 1), Severity.ERROR, "SRC014", message, "keep one of the two")
    )


def _read_prose(source: Source, entry: dict[str, Plain], reading: _Reading, read_body: ReadBody) -> None:
    """Turn the Markdown of an entry, written as text, into blocks and runs."""
    if not isinstance(content := entry.get("content"), str):
        return
    prose = read_body(content)
    entry["content"] = prose.content
    if prose.content is None:
        del entry["content"]
    for fault in prose.faults:
        words = content.encode()[fault.start : fault.end].decode("utf-8", "ignore").strip().split("\n")[0]
        quote = fault.quote or words
        at = max(source.text.find(quote), 0)
        place = (at, at + len(quote))
        reading.diagnostics.append(
            source.create_diagnostic(place, Severity.ERROR, fault.code, fault.message, fault.hint)
        )
