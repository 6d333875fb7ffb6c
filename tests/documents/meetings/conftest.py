"""The documents of the example's year of meetings."""

from __future__ import annotations

import pytest

from osloregion_docs.documents.document import Document
from osloregion_docs.documents.registry import KINDS
from osloregion_docs.model.programme import Programme

BOARD = ("agenda", "case_paper", "minutes", "extract")
"""The kinds of document of a meeting that have Word templates."""


@pytest.fixture(scope="session")
def documents(example: Programme) -> list[Document]:
    """Every document of every meeting, public and internal."""
    kinds = [kind for kind in KINDS if kind.name in BOARD]
    return [document for kind in kinds for document in kind.compose(example, "nb")]
