"""The peer: the same documents rendered by plain docxtpl from JSON, and nothing else.

`prepare` writes what it needs: contexts as JSON, and the template with docxtpl's own loops where ours prints blocks.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_BLOCKS = re.compile(r"<w:p>(?:(?!</w:p>).)*\{\{p ([\w.]+) \}\}.*?</w:p>", re.DOTALL)


def prepare(workspace: Path, folder: Path, year: int = 2018, kind: str = "action_programme") -> int:
    """Write template.docx and a context of each document of a kind to a folder; how many there are."""
    from osloregion_docs import Workspace, load
    from osloregion_docs.builder.options import Choice
    from osloregion_docs.builder.plan import plan

    found = Workspace.find(workspace)
    loaded = load(found, year).value
    assert loaded is not None
    jobs = plan(found, loaded.programme, Choice(kinds=(kind,), formats=("docx",)))
    for place, job in enumerate(jobs):
        context = _flat(job.document.context.model_dump())
        (folder / f"context-{place}.json").write_text(json.dumps(context), "utf-8")
    source = zipfile.ZipFile(found.template(kind, ".docx"))
    with zipfile.ZipFile(folder / "template.docx", "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            part = source.read(name)
            out.writestr(name, _with_loops(part.decode()) if name == "word/document.xml" else part)
    return len(jobs)


def render(folder: Path) -> None:
    """What is measured: every document, in one process."""
    from docxtpl import DocxTemplate

    for file in sorted(folder.glob("context-*.json")):
        template = DocxTemplate(folder / "template.docx")
        template.render(json.loads(file.read_text("utf-8")), autoescape=True)
        template.save(file.with_suffix(".docx"))


def _flat(value: object) -> object:
    """The context with lists of lines for blocks, and plain text for titles and lines."""
    if isinstance(value, list | tuple):
        return [_flat(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    plain: dict[frozenset[str], Callable[[dict[str, Any]], object]] = {
        frozenset({"items"}): lambda blocks: list(_lines(blocks["items"])),
        frozenset({"text", "anchor"}): lambda title: title["text"],
        frozenset({"runs"}): lambda line: "".join(run["text"] for run in line["runs"]),
    }
    made = plain.get(frozenset(value))
    return made(value) if made else {key: _flat(inner) for key, inner in value.items()}


def _lines(blocks: list[dict[str, object]]) -> Iterator[str]:
    for block in blocks:
        if block["kind"] == "list":
            for item in block["items"]:
                yield from _lines(item)
        elif block["kind"] == "table":
            yield from ("\t".join(row["cells"]) for row in block["rows"])
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
