"""The places in a document that links can lead to: each with its own name, and the address of what stands there."""

from __future__ import annotations

from dataclasses import dataclass, field

from osloregion_docs.slug import slug

__all__ = ["Anchors", "slug"]


@dataclass(slots=True)
class Anchors:
    """The anchors of one document, in the order they were given out."""

    addresses: dict[str, str] = field(default_factory=dict)
    """Anchor to the address of what stands there, such as ``texts/organisering``."""

    def new(self, kind: str, words: str, address: str) -> str:
        """A name such as ``kapittel-organisering`` that no other place in the document has."""
        wanted = f"{kind}-{slug(words)}".rstrip("-")
        anchor, count = wanted, 1
        while anchor in self.addresses:
            count += 1
            anchor = f"{wanted}-{count}"
        self.addresses[anchor] = address
        return anchor
