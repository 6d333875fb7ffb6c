"""The identity of the tool, which is part of the key of every cached answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from osloregion_docs.builder import cache as cache_module


@pytest.mark.parametrize("name", ["modul.py", "katalog.toml", "ord.yaml", "indeks.json"])
def test_any_file_of_the_tool_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Modules, catalogues of messages and labels alike: each changes what is answered."""
    monkeypatch.setattr(cache_module, "_PACKAGE", tmp_path)
    before = cache_module.tool_identity()
    (tmp_path / name).write_bytes(b"annet")

    assert cache_module.tool_identity() != before
