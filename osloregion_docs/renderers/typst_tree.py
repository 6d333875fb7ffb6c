"""Pandoc's tree as its Typst writer needs it."""

from __future__ import annotations

import json

from osloregion_docs.renderers.pandoc_values import Node


def for_typst(tree: bytes) -> bytes:
    """X."""
    t = json.loads(tree)
    t["blocks"] = _terms(t["blocks"])
    return json.dumps(t, ensure_ascii=False, separators=(",", ":")).encode()


def _terms(node: Node) -> Node:
    if isinstance(node, list):
        return [_terms(n) for n in node]
    if isinstance(node, dict):
        if node.get("t") == "Table" and not node["c"][3][1]:
            rows = [row for body in node["c"][4] for row in body[3]]
            return {"t": "DefinitionList", "c": [[r[1][0][4][0]["c"], [r[1][1][4]]] for r in rows]}
        return {k: _terms(v) for k, v in node.items()}
    return node
