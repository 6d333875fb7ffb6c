"""The peer: the same document rendered by plain docxtpl from JSON, and nothing else.

`prepare` writes what it needs: the context as JSON, and the template with docxtpl's own loops where ours prints blocks.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

_BLOCKS = re.compile(r"<w:p>(?:(?!</w:p>).)*\{\{p ([\w.]+) \}\}.*?</w:p>", re.DOTALL)


def prepare(workspace: Path, folder: Path) -> None:
    """Write context.json and template.docx for a workspace to a folder."""
    from osloregion_docs import Workspace, load
    from osloregion_docs.documents.action_programme import ACTION_PROGRAMME

    found = Workspace.find(workspace)
    loaded = load(found, 2018).value
    assert loaded is not None
    [document] = ACTION_PROGRAMME.compose(loaded.programme, "nb")
    context = document.context.model_dump()
    (folder / "context.json").write_text(json.dumps(_flat(context)), "utf-8")
    source = zipfile.ZipFile(found.template("action_programme", ".docx"))
    with zipfile.ZipFile(folder / "template.docx", "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            part = source.read(name)
            out.writestr(name, _with_loops(part.decode()) if name == "word/document.xml" else part)


def render(folder: Path) -> None:
    """What is measured."""
    from docxtpl import DocxTemplate

    template = DocxTemplate(folder / "template.docx")
    template.render(json.loads((folder / "context.json").read_text("utf-8")), autoescape=True)
    template.save(folder / "rendered.docx")


def _flat(value: object) -> object:
    """The context with lists of lines for blocks, and plain text for titles."""
    if isinstance(value, dict):
        if set(value) == {"items"}:
            return list(_lines(value["items"]))
        if set(value) == {"text", "anchor"}:
            return value["text"]
        return {key: _flat(inner) for key, inner in value.items()}
    return [_flat(inner) for inner in value] if isinstance(value, list | tuple) else value


def _lines(blocks: list[dict[str, object]]) -> Iterator[str]:
    for block in blocks:
        if block["kind"] == "list":
            for item in block["items"]:
                yield from _lines(item)
        else:
            yield "".join(run["text"] for run in block["runs"])


def _with_loops(document: str) -> str:
    def loop(match: re.Match[str]) -> str:
        begin, end = f"{{%p for item in {match[1]} %}}", "{%p endfor %}"
        bullet = '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>{{ item }}</w:t></w:r></w:p>'
        return f"<w:p><w:r><w:t>{begin}</w:t></w:r></w:p>{bullet}<w:p><w:r><w:t>{end}</w:t></w:r></w:p>"

    return _BLOCKS.sub(loop, document).replace("{{r ", "{{ ")


if __name__ == "__main__":
    render(Path(sys.argv[1]))
