"""Stale artefacts: each language of a document is compared with its own text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from osloregion_docs.builder.manifest import Artefact
from osloregion_docs.builder.outputs import find_orphaned, find_outdated

BOKMAL = Artefact("a.docx", "Sak", "case_paper", "sak-1", "nb", "docx", "", 1, {"context": "nb"}, group="styret")
NYNORSK = replace(BOKMAL, file="a-nn.docx", language="nn", made_from={"context": "nn"})
BOTH = [BOKMAL, NYNORSK]
DIGESTS = {BOKMAL.identity: "nb", NYNORSK.identity: "nn"}


@pytest.mark.parametrize("changed", BOTH, ids=lambda artefact: artefact.language)
def test_only_the_changed_language_is_outdated(changed: Artefact) -> None:
    """The text of one language says nothing about the other."""
    assert find_outdated(BOTH, {**DIGESTS, changed.identity: "changed"}) == [changed]


def test_unchanged_languages_are_current() -> None:
    """Though their texts differ from one another."""
    assert find_outdated(BOTH, DIGESTS) == []


@pytest.mark.parametrize("gone", BOTH, ids=lambda artefact: artefact.language)
def test_only_the_language_that_is_not_planned_is_orphaned(gone: Artefact) -> None:
    """A case that is written in another language now leaves the file of the former one."""
    planned = [artefact.identity for artefact in BOTH if artefact is not gone]

    assert find_orphaned(BOTH, planned, {"case_paper"}, ()) == [gone]


@pytest.mark.parametrize("requested", BOTH, ids=lambda artefact: artefact.language)
def test_only_requested_languages_are_orphaned(requested: Artefact) -> None:
    """A language that was not requested was not planned either."""
    assert find_orphaned(BOTH, (), {"case_paper"}, (requested.language,)) == [requested]


@pytest.mark.parametrize("kept", [replace(BOKMAL, group=""), replace(BOKMAL, kind="agenda")], ids=["no group", "kind"])
def test_artefacts_that_were_not_planned_are_kept(kept: Artefact) -> None:
    """Documents without a group, and kinds that were not requested."""
    assert find_orphaned([kept], (), {"case_paper"}, ()) == []
