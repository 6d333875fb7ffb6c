"""What was rendered before, by all that a renderer sees. Losing it costs time and nothing else."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from osloregion_docs.atomic_files import write_atomically
from osloregion_docs.builder.files import digest, digest_file
from osloregion_docs.builder.plan import Job
from osloregion_docs.charts.drawing import versions as drawn_with
from osloregion_docs.documents.document import Document, pictures
from osloregion_docs.renderers.renderer import Rendered
from osloregion_docs.version import __version__

MAX_BYTES: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Digests:
    """Digests that were worked out for one look at many jobs, most of which share their files and many their documents.

    Files are taken to stay as they are for so long, and documents to live.
    """

    _files: dict[Path, str] = field(default_factory=dict)
    _documents: dict[int, str] = field(default_factory=dict)

    def of_file(self, file: Path) -> str:
        """The digest of what a file holds."""
        if file not in self._files:
            self._files[file] = digest_file(file)
        return self._files[file]

    def of_document(self, document: Document) -> str:
        """The digest of all that a document says."""
        if id(document) not in self._documents:
            parts = "".join(map(self.of_document, document.parts))
            seen = document.properties.model_dump_json() + document.context.model_dump_json()
            self._documents[id(document)] = digest(f"{document.kind}\n{document.language}\n{seen}{parts}".encode())
        return self._documents[id(document)]


def made_from(job: Job, digests: Digests | None = None) -> dict[str, str]:
    """The digests of all that the renderer will see: context, template, what is drawn in, renderer and programs."""
    renderer, known = job.renderer, digests or Digests()
    drawing = drawn_with() if any(pictures(job.document)) else {}
    programs = json.dumps({**renderer.programs(), **drawing}, sort_keys=True)
    assets = [f"{name} {known.of_file(file)}" for name, file in sorted(job.assets.shared.items())]
    assets += [f"{other.format} {other.file}" for other in job.assets.linked_files]
    assets += [f"bound {known.of_file(template)}" for _, template in job.parts]
    return {
        "context": known.of_document(job.document),
        "template": known.of_file(job.template) if job.template else "",
        "around": digest("\n".join(assets).encode()),
        "renderer": f"{renderer.format}/{renderer.version} of {__version__}",
        "programs": programs,
    }


def digest_of(document: Document) -> str:
    """The digest of all that a document says."""
    return Digests().of_document(document)


def key_of(parts: Mapping[str, str]) -> str:
    """The key under which the artefact made from these is kept."""
    return digest(json.dumps(parts, sort_keys=True).encode())


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of rendered bytes by digest, and of keys that lead to them."""

    folder: Path

    def find(self, key: str) -> Rendered | None:
        """What was rendered under a key, if it is still here and whole."""
        try:
            kept = json.loads((self.folder / "keys" / key).read_text("utf-8"))
            rendered = Rendered((self.folder / "blobs" / kept["sha256"]).read_bytes(), tuple(kept["notes"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return rendered if rendered.sha256 == kept["sha256"] else None

    def keep(self, key: str, rendered: Rendered) -> None:
        """Keep what was rendered. A folder that cannot be written is passed over."""
        with contextlib.suppress(OSError):
            write_atomically(self.folder / "blobs" / rendered.sha256, rendered.content)
            if rendered.cacheable:
                note = json.dumps({"sha256": rendered.sha256, "notes": rendered.notes})
                write_atomically(self.folder / "keys" / key, note.encode())

    def knows(self, sha256: str) -> bool:
        """Whether bytes of this digest were rendered here."""
        return (self.folder / "blobs" / sha256).is_file()

    def is_clean(self, key: str) -> bool:
        """Whether a template was checked under this key and found without fault."""
        return (self.folder / "clean" / key).is_file()

    def note_clean(self, key: str) -> None:
        """Note that a template is without fault."""
        with contextlib.suppress(OSError):
            write_atomically(self.folder / "clean" / key, b"")

    def prune(self, most: int = MAX_BYTES) -> None:
        """Take away the oldest until no more than `most` bytes are kept."""
        with contextlib.suppress(OSError):
            blobs = sorted((self.folder / "blobs").iterdir(), key=lambda blob: blob.stat().st_mtime, reverse=True)
            total = 0
            for blob in blobs:
                total += blob.stat().st_size
                if total > most:
                    blob.unlink()
