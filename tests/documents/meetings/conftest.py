"""The example's year of meetings, and its documents."""

from __future__ import annotations

import pytest

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.kinds import KINDS
from osloregion_docs.model.programme import Programme
from osloregion_docs.workspace.load import load
from osloregion_docs.workspace.workspace import Workspace
from tests.cli.running import ROOT

BOARD = ("agenda", "case_paper", "minutes", "extract")
"""The kinds of document of a meeting that have Word templates."""


@pytest.fixture(scope="session")
def example() -> Programme:
    """The example's programme with its meetings."""
    outcome = load(Workspace(ROOT / "examples" / "fjordregionen"), 2025)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.programme


@pytest.fixture(scope="session")
def documents(example: Programme) -> list[Document]:
    """Every document of every meeting, public and internal."""
    kinds = [kind for kind in KINDS if kind.name in BOARD]
    return [document for kind in kinds for document in kind.compose(example, "nb")]
