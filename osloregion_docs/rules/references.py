"""Rules on ids: what is named exists, what exists is named, and nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from osloregion_docs.diagnostics import Finding, Severity
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.content import walk_runs
from osloregion_docs.model.lookup import contents, walk_models
from osloregion_docs.model.programme import Programme
from osloregion_docs.rules.rule import Rule, rule
from osloregion_docs.spelling import find_nearest

_PAIR = 2
_SHOWN = 6
"""How many of the known ids a hint lists."""
_SCHEMES = ("https://", "http://", "mailto:")


@rule("REF301", "a measure that is listed exists", Severity.ERROR)
def listed_measures_exist(programme: Programme) -> Iterator[Finding]:
    """Each id under a measure area's `measures` is the name of a file in measures/, without .md."""
    known = {measure.id for measure in programme.measures}
    for area in programme.measure_areas:
        for place, id_ in enumerate(area.measures, 1):
            if id_ not in known:
                path = KeyPath(("measure_areas", area.id, "measures", str(place)))
                yield Finding.of(path, message("REF301.unknown", id=id_, near=find_nearest(id_, known)))


@rule("REF302", "a measure is listed once", Severity.ERROR)
def measures_are_listed_once(programme: Programme) -> Iterator[Finding]:
    """Each measure is in one measure area: its place there gives it its number.

    A file in measures/ that no area lists would be left out of every document; one that is listed twice would be
    printed twice, with two numbers.
    """
    listed = Counter(id_ for area in programme.measure_areas for id_ in area.measures)
    for measure in programme.measures:
        if not listed[measure.id]:
            yield Finding.of(KeyPath(("measures", measure.id)), message("REF302.unlisted", id=measure.id))
    for area in programme.measure_areas:
        for place, id_ in enumerate(area.measures, 1):
            if listed[id_] > 1:
                path = KeyPath(("measure_areas", area.id, "measures", str(place)))
                yield Finding.of(path, message("REF302.repeated", id=id_, count=listed[id_]))


@rule("REF303", "a chapter is listed once, and exists", Severity.ERROR)
def chapters_are_listed_once(programme: Programme) -> Iterator[Finding]:
    """Each id under `chapters` is the name of a file in texts/, without .md, and each file there is listed."""
    known = {chapter.id for chapter in programme.texts}
    counts = Counter(programme.chapters)
    for place, id_ in enumerate(programme.chapters, 1):
        path = KeyPath(("chapters", str(place)))
        if id_ not in known:
            yield Finding.of(path, message("REF303.unknown", id=id_, near=find_nearest(id_, known)))
        elif counts[id_] > 1:
            yield Finding.of(path, message("REF303.repeated", id=id_, count=counts[id_]))
    for id_ in sorted(known - set(counts)):
        yield Finding.of(KeyPath(("texts", id_)), message("REF303.unlisted", id=id_))


@rule("REF304", "a link leads to a measure or to an address on the web", Severity.ERROR)
def links_lead_somewhere(programme: Programme) -> Iterator[Finding]:
    """A link in running text names a measure by its id, `[](gods-og-logistikk)`, or a web address.

    Without words of its own it prints the measure's number, which follows when measures move.
    """
    known = {id_ for area in programme.measure_areas for id_ in area.measures}
    for path, content in contents(programme):
        links = [run.link for run in walk_runs(content) if run.link]
        for link in dict.fromkeys(links):
            if link not in known and not link.startswith(_SCHEMES):
                found = message("REF304.unknown", target=link, near=find_nearest(link, known))
                yield replace(Finding.of(path, found, quote=f"({link})"), word=link)


@rule("REF305", "what is served exists", Severity.ERROR)
def served_areas_exist(programme: Programme) -> Iterator[Finding]:
    """A measure area serves focus areas by id; a measure serves activities, written focus-area/activity."""
    areas = {area.id for area in programme.strategy.focus_areas}
    activities = {f"{area.id}/{act.id}" for area in programme.strategy.focus_areas for act in area.activities}
    for area in programme.measure_areas:
        for place, id_ in _unknown(area.serves, areas):
            path = KeyPath(("measure_areas", area.id, "serves", str(place)))
            near, known = find_nearest(id_, areas), tuple(sorted(areas)[:_SHOWN])
            yield Finding.of(path, message("REF305.focus-area", id=id_, near=near, known=known))
    for measure in programme.measures:
        for place, id_ in _unknown(measure.serves, activities):
            path = KeyPath(("measures", measure.id, "serves", str(place)))
            near, known = find_nearest(id_, activities), tuple(sorted(activities)[:_SHOWN])
            yield Finding.of(path, message("REF305.activity", id=id_, near=near, known=known))


@rule("REF306", "an id is used once in its list", Severity.ERROR)
def ids_are_used_once(programme: Programme) -> Iterator[Finding]:
    """Focus areas, activities, measure areas, organs and budget lines are known by their id, each in its own list."""
    for path, model in walk_models(programme):
        for name, value in model.__dict__.items():
            if isinstance(value, tuple) and len(value) >= _PAIR and "id" in getattr(value[0], "__dict__", ()):
                for id_, count in Counter(entry.id for entry in value).items():
                    if count > 1:
                        yield Finding.of(path / name / id_, message("REF306.repeated", id=id_, count=count))


def _unknown(ids: tuple[str, ...], known: set[str]) -> Iterator[tuple[int, str]]:
    """The ids that are not known, with their place in the list."""
    return ((place, id_) for place, id_ in enumerate(ids, 1) if id_ not in known)


RULES: tuple[Rule, ...] = (
    listed_measures_exist,
    measures_are_listed_once,
    chapters_are_listed_once,
    links_lead_somewhere,
    served_areas_exist,
    ids_are_used_once,
)
