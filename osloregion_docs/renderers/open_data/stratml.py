"""Renders the strategy and its measures as StratML (XML).

*Source*: ISO 17469-1, Strategy Markup Language, part 1 (StratML core elements).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds.open_data.strategic_plan import Goal, Objective, StrategicPlan
from osloregion_docs.errors import RenderingFailed
from osloregion_docs.renderers.open_data import from_context
from osloregion_docs.renderers.renderer import RenderAssets, Rendered

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACE: Final = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"


def render(document: Document, _populated: bytes, _assets: RenderAssets) -> Rendered:
    """Render the plan as StratML.

    Raises:
        RenderingFailed: the document is not a strategic plan, or a text contains a character that XML cannot contain.
    """
    from lxml import etree  # noqa: PLC0415 - 20 ms, and only rendering needs it

    plan = document.context
    if not isinstance(plan, StrategicPlan):
        raise RenderingFailed(f"{document.kind} is not a strategic plan", "leave out the format")
    root = etree.Element(f"{{{NAMESPACE}}}StrategicPlan", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # None: the default one
    try:
        _write(root, plan)
    except ValueError as error:
        message = "a text holds a control character, which XML cannot hold"
        raise RenderingFailed(message, "delete it; check reports where it is") from error
    etree.indent(root)
    return Rendered(etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n")


def _write(root: Element, plan: StrategicPlan) -> None:
    _texts(root, Name=plan.name, Description=plan.description, OtherInformation=plan.other)
    core = _element(root, "StrategicPlanCore")
    _texts(_element(core, "Organization"), Name=plan.organisation, Identifier=plan.organisation_identifier)
    _texts(_element(core, "Vision"), Description=plan.vision, Identifier=plan.vision_identifier)
    _texts(_element(core, "Mission"), Description=plan.mission, Identifier=plan.mission_identifier)
    for goal in plan.goals:
        _goal(_element(core, "Goal"), goal)
    _texts(
        _element(root, "AdministrativeInformation"),
        StartDate=plan.start.isoformat(),
        EndDate=plan.end.isoformat(),
        PublicationDate=plan.published.isoformat() if plan.published else "",
        Source=plan.source,
    )


def _goal(element: Element, goal: Goal) -> None:
    _texts(element, Name=goal.name, Description=goal.description, Identifier=goal.identifier)
    _texts(element, SequenceIndicator=goal.sequence)
    for objective in goal.objectives:
        _objective(_element(element, "Objective"), objective)


def _objective(element: Element, objective: Objective) -> None:
    _texts(element, Name=objective.name, Description=objective.description, Identifier=objective.identifier)
    _texts(element, SequenceIndicator=objective.sequence)
    for each in objective.stakeholders:
        stakeholder = _element(element, "Stakeholder")
        if each.kind:
            stakeholder.set("StakeholderTypeType", each.kind)
        _texts(stakeholder, Name=each.name, Description=each.description)
    _texts(element, OtherInformation=objective.other)


def _element(parent: Element, name: str) -> Element:
    from lxml import etree  # noqa: PLC0415 - as above

    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")


def _texts(parent: Element, **texts: str) -> None:
    """Add elements with these names and texts, in this order; those without text are left out."""
    for name, text in texts.items():
        if text:
            _element(parent, name).text = text


STRATML = from_context.renderer(
    format="stratml",
    suffix=".stratml.xml",
    version=1,
    programs=from_context.package_version("lxml"),
    render=render,
)
