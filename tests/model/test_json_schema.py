"""The JSON Schemas that editors check and complete the sources with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from osloregion_docs.model.json_schema import schemas
from osloregion_docs.sources.read import read_case, read_measure, read_yaml_source

ROOT = Path(__file__).parent.parent.parent
YEARS = (ROOT / "programme" / "2018", ROOT / "examples" / "fjordregionen" / "programme" / "2025")
FILES = [
    each
    for year in YEARS
    for each in (
        *((file, file.stem) for file in sorted([*year.glob("*.yaml"), *year.glob("meetings/*/meeting.yaml")])),
        *((file, "measure-results") for file in sorted(year.glob("results/*.yaml"))),
        *((file, "measure") for file in sorted(year.glob("measures/*.md"))),
        *((file, "case") for file in sorted(year.glob("meetings/*/*.md"))),
    )
]
READERS = {"measure": read_measure, "case": read_case}


def keys_of(file: Path, stem: str) -> set[str]:
    """The outermost keys of a source; those of its first entry, if it is a list."""
    source, _diagnostics = READERS.get(stem, read_yaml_source)(file.read_bytes(), file.name)
    assert source is not None
    values = source.values[0] if isinstance(source.values, list) else source.values
    assert isinstance(values, dict)
    return set(values) - {"content"}


def schema_of(stem: str) -> dict[str, object]:
    """The schema of one entry of that kind of file."""
    schema = schemas()[stem]
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    entry = definitions["Organ"] if schema.get("type") == "array" else schema
    assert isinstance(entry, dict)
    return entry


@pytest.mark.parametrize(("file", "stem"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else None)
def test_keys_of_the_year_are_in_their_schema(file: Path, stem: str) -> None:
    """An editor marks no key of the years here as unknown."""
    properties = schema_of(stem)["properties"]
    assert isinstance(properties, dict)

    assert keys_of(file, stem) <= set(properties)


@pytest.mark.parametrize(("file", "stem"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else None)
def test_required_keys_are_in_the_year(file: Path, stem: str) -> None:
    """An editor misses no key in the years here."""
    required = schema_of(stem).get("required", [])
    assert isinstance(required, list)

    assert set(required) <= keys_of(file, stem)


@pytest.mark.parametrize(("file", "stem"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else None)
def test_year_fits_its_schema(file: Path, stem: str) -> None:
    """An editor has nothing to say about any source of the years here."""
    jsonschema = pytest.importorskip("jsonschema")
    text = file.read_text("utf-8").split("---\n")[1] if file.suffix == ".md" else file.read_text("utf-8")

    faults = jsonschema.Draft202012Validator(schemas()[stem]).iter_errors(_as_editors(text))

    assert [(list(fault.path), fault.message) for fault in faults] == []


def _as_editors(text: str) -> object:
    """The values as editors see them."""
    return yaml.load(text, _AsEditors)  # noqa: S506 - a safe loader of our own


class _AsEditors(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers are numbers, and days are text."""


_AsEditors.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_every_kind_of_file_has_a_schema() -> None:
    """One schema for each kind of source that is YAML or has front matter."""
    assert set(schemas()) == {stem for _file, stem in FILES}


@pytest.mark.parametrize("stem", sorted(schemas()))
def test_schema_is_json(stem: str) -> None:
    """A schema can be written as JSON and read back as itself."""
    schema = schemas()[stem]

    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("stem", sorted(schemas()))
def test_schema_leads_to_what_it_defines(stem: str) -> None:
    """Every reference inside a schema leads to a definition in the same file."""
    text = json.dumps(schemas()[stem])
    schema = json.loads(text)
    wanted = {part.split('"')[0] for part in text.split('"$ref": "')[1:]}

    assert [ref for ref in sorted(wanted) if not _resolves(schema, ref)] == []


def test_measures_have_no_content_in_their_schema() -> None:
    """The text of a measure is below its front matter, and its id is the name of its file."""
    properties = schema_of("measure")["properties"]
    assert isinstance(properties, dict)

    assert not {"id", "content"} & set(properties)


def test_cases_have_files_of_their_own() -> None:
    """An editor takes neither cases nor an id in meeting.yaml, nor the text of a case in its front matter."""
    properties = {stem: schema_of(stem)["properties"] for stem in ("meeting", "case")}

    assert not {"id", "cases"} & set(json.loads(json.dumps(properties["meeting"])))
    assert not {"id", "content"} & set(json.loads(json.dumps(properties["case"])))


@pytest.mark.parametrize(
    ("stem", "text"),
    [
        (
            "meeting",
            "organ: styret\nbegins: '09:30'\nends: '15:00'\nagenda: [budsjett, {talk: Jernbane, speaker: Kari}]",
        ),
        ("case", "title: A\nkind: decision\nproposals: [{id: a, by: B, vote: unanimous}]"),
        ("case", "title: A\nkind: decision\nproposals: [{id: a, by: B, vote: {in_favour: 3, against: {count: 1}}}]"),
        ("measure-results", "entries: [{date: 2018-12-31, status: done, values: {a: 1.5, b: '1,5', c: 3}}]"),
        ("measure-results", "indicators: [{id: a, title: {nb: A, en: B}, target: 12.5}]"),
        ("results", "closed: true\nmeasures: {gods: {entries: [{date: 2018-12-31, status: done, by: Kari}]}}"),
        ("results", "statuses: [{id: a, title: A, final: true}]"),
        ("organs", "- {id: a, name: A, kind: board, case_numbers: ['PS {number}/{year:02}']}"),
        ("organs", "- {id: a, name: A, kind: board, case_numbers: '{number}/{year:02}', notice_days: 7}"),
    ],
)
def test_short_forms_are_in_the_schema(stem: str, text: str) -> None:
    """An editor takes the short forms that are read: an id for a point of the agenda, a word or a number for votes."""
    jsonschema = pytest.importorskip("jsonschema")

    faults = jsonschema.Draft202012Validator(schemas()[stem]).iter_errors(_as_editors(text))

    assert [fault.message for fault in faults] == []


def _resolves(schema: object, ref: str) -> bool:
    for step in ref.removeprefix("#/").split("/"):
        if not isinstance(schema, dict) or step not in schema:
            return False
        schema = schema[step]
    return True
