"""Entries put in between others, and values of front matter: changes to a text that leave the rest as it stands."""

from __future__ import annotations

from osloregion_docs.sources.edit import NotEdited, with_entry, with_value
from osloregion_docs.sources.emit import yaml_of
from osloregion_docs.sources.tree import Plain
from osloregion_docs.sources.yaml import read_yaml

_FENCE = "---\n"


def with_entry_at(text: str, key: str, place: int, entry: str) -> str:
    """The text with an entry in the list under a key of its outermost block, before the one that stands at a place.

    In a block it stands on a line of its own, above the comments that belong to the one below.

    Raises:
        NotEdited: it cannot be put in without touching more.
    """
    reading = read_yaml(text, with_marks=True)
    values = reading.value if isinstance(reading.value, dict) else {}
    listed = values.get(key)
    if not isinstance(listed, list) or place >= len(listed):
        return with_entry(text, (key,), entry)
    start = reading.marks[key, place].value[0]
    if text[reading.marks[(key,)].value[0]] == "[":
        changed = f"{text[:start]}{_flow(entry)}, {text[start:]}"
    else:
        changed = _above(text, start, _flow(entry))
    again = read_yaml(changed)
    wanted: Plain = {**values, key: [*listed[:place], entry, *listed[place:]]}
    if again.value != wanted or again.broken:
        raise NotEdited(f"{key} cannot be written without touching more of the file")
    return changed


def with_front_value(text: str, key: str, value: str) -> str:
    """The text of a Markdown source with a value of its front matter exchanged, or put in at the end of that.

    Raises:
        NotEdited: it cannot be put in without touching more.
    """
    front, _, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    return _FENCE + with_value(front + "\n", (key,), value) + _FENCE + body


def _flow(entry: str) -> str:
    return yaml_of([entry], "flow").strip()[1:-1]


def _above(text: str, start: int, entry: str) -> str:
    """An entry of a block above the one whose value begins at `start`."""
    hyphen = len(text[:start].rstrip()) - 1
    at = text.rfind("\n", 0, hyphen) + 1
    indent = text[at:hyphen]
    while (above := text[: max(at - 1, 0)].rpartition("\n")[2]).lstrip().startswith("#") and above.startswith(indent):
        at -= len(above) + 1
    return f"{text[:at]}{indent}- {entry}\n{text[at:]}"
