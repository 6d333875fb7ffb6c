"""Plain values to YAML as people write it here: block style, two spaces, unbroken lines, bare dates and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import yaml

if TYPE_CHECKING:
    from osloregion_docs.sources.tree import Plain

Style: TypeAlias = Literal["block", "quoted", "flow"]
"""Lists and blocks over several lines, with long texts below a bar or in quotes; or all in one line, in brackets."""

_TAG: Final = "tag:yaml.org,2002:"
_BARE: Final = {
    "timestamp": re.compile(r"\d{4}-\d\d-\d\d"),
    "int": re.compile(r"-?(0|[1-9]\d*)"),
    "float": re.compile(r"-?\d+\.\d+"),
    "bool": re.compile("true|false"),
}
_ENDLESS: Final = 10**9


class _Dumper(yaml.SafeDumper):
    """As PyYAML writes, but with lists further in than their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as PyYAML has it
        super().increase_indent(flow=flow, indentless=False)


def to_yaml(value: Plain, style: Style = "block") -> str:
    """The value as YAML, with the end of a line after it."""
    node = _node(value, style)
    return yaml.serialize(node, Dumper=_Dumper, width=_ENDLESS, allow_unicode=True).removesuffix("...\n")


def _node(value: Plain, style: Style) -> yaml.Node:
    flow = style == "flow"
    if isinstance(value, dict):
        pairs = [(_scalar(key, "flow"), _node(inner, style)) for key, inner in value.items()]
        return yaml.MappingNode(_TAG + "map", pairs, flow_style=flow or not value)
    if isinstance(value, list):
        return yaml.SequenceNode(_TAG + "seq", [_node(inner, style) for inner in value], flow_style=flow or not value)
    return _scalar("" if value is None else str(value), style)


def _scalar(text: str, style: Style) -> yaml.ScalarNode:
    for kind, form in _BARE.items():
        if form.fullmatch(text):
            return yaml.ScalarNode(_TAG + kind, text)
    long = "\n" in text
    return yaml.ScalarNode(_TAG + "str", text, style=("|" if style == "block" else '"') if long else None)
