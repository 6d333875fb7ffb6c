"""Rules on coverage: activities and focus areas have measures, and measures serve the strategy."""

from __future__ import annotations

from collections.abc import Iterator

from osloregion_docs.diagnostics import Finding
from osloregion_docs.keypath import KeyPath
from osloregion_docs.messages.message import message
from osloregion_docs.model.content import Insert
from osloregion_docs.model.programme import Chapter, Programme
from osloregion_docs.rules.rule import Rule, rule


@rule("COV801", "a measure area serves a focus area")
def areas_serve_the_strategy(programme: Programme) -> Iterator[Finding]:
    """A measure area that names no focus area under `serves` has no footing in the adopted strategy.

    That may be as it should (information, running tasks), but the board should know.
    """
    for area in programme.measure_areas:
        if not area.serves:
            yield Finding.of(KeyPath(("measure_areas", area.id)), message("COV801.unserving", id=area.id))


@rule("COV802", "an activity is served by a measure")
def activities_are_served(programme: Programme) -> Iterator[Finding]:
    """A prioritised activity that no measure serves is a promise without follow-up this year.

    Checked only where measures say which activities they serve.
    """
    served = {id_ for measure in programme.measures for id_ in measure.serves}
    if not served:
        return
    for area in programme.strategy.focus_areas:
        for activity in area.activities:
            if f"{area.id}/{activity.id}" not in served:
                path = KeyPath(("strategy", "focus_areas", area.id, "activities", activity.id))
                yield Finding.of(path, message("COV802.unserved", id=activity.id, address=f"{area.id}/{activity.id}"))


@rule("COV803", "a focus area has measures")
def focus_areas_have_measures(programme: Programme) -> Iterator[Finding]:
    """A focus area that no measure area with measures serves is not followed up at all this year."""
    served = {id_ for area in programme.measure_areas if area.measures for id_ in area.serves}
    for area in programme.strategy.focus_areas:
        if area.id not in served:
            yield Finding.of(KeyPath(("strategy", "focus_areas", area.id)), message("COV803.unserved", id=area.id))


@rule("COV804", "the measures are printed")
def measures_are_printed(programme: Programme) -> Iterator[Finding]:
    """The measures are printed where a chapter has `{{ measure_areas }}`; otherwise what is adopted is not.

    Checked only of a year that has chapters.
    """
    printed = [chapter for chapter in programme.texts if chapter.id in programme.chapters]
    if printed and any(area.measures for area in programme.measure_areas) and not any(map(_shows_measures, printed)):
        yield Finding.of(KeyPath(("measure_areas",)), message("COV804.unprinted"), at_key=True)


def _shows_measures(chapter: Chapter) -> bool:
    return any(isinstance(block, Insert) and block.placeholder.path == "measure_areas" for block in chapter.content)


RULES: tuple[Rule, ...] = (
    areas_serve_the_strategy,
    activities_are_served,
    focus_areas_have_measures,
    measures_are_printed,
)
