"""The names that the templates of a document kind may use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osloregion_docs.builder.options import Choice
from osloregion_docs.builder.plan import choose_kinds
from osloregion_docs.renderers.renderers import RENDERERS
from osloregion_docs.templating.types import TupleOf, Type, fields_of, name_of, reach_in_word, reach_of


def placeholders(kind: str) -> tuple[tuple[str, str], ...]:
    """What the templates of a kind may use: each name as it is written in a tag, and what it is.

    Tags are written as in its Word template; as in ``main.md``, without letters, where a kind has no Word template.
    There are none for a kind whose formats need no templates.

    Raises:
        NotAvailable: there is no such kind.
    """
    [found] = choose_kinds(Choice(kinds=(kind,)))
    if not any(RENDERERS[name].template_suffix for name in found.formats):
        return ()
    listed = _Listed(letters="docx" in found.formats)
    return tuple(listed.placeholders("", found.context))


@dataclass(frozen=True, slots=True)
class _Listed:
    """The names of a context as tags; `letters` tell in a Word template what a tag takes away."""

    letters: bool

    def placeholders(self, holder: str, kind: Type, indent: str = "") -> Iterator[tuple[str, str]]:
        for name, inner in fields_of(kind).items():
            path = f"{holder}{name}"
            if isinstance(inner, TupleOf):
                entry = name.removesuffix("s") if not name.endswith("ss") else "line"
                yield f"{indent}{{%{'p' if self.letters else ''} for {entry} in {path} %}}", name_of(inner)
                if reach_of(inner.entry) is None:
                    yield from self.placeholders(f"{entry}.", inner.entry, indent + "  ")
            elif (reach := self._reach(inner)) is not None:
                yield f"{indent}{{{{{reach} {path} }}}}", name_of(inner)
            else:
                yield from self.placeholders(f"{path}.", inner, indent)

    def _reach(self, kind: Type) -> str | None:
        """The letter of a tag that prints a value; None where its parts are printed instead."""
        reach = reach_of(kind)
        if self.letters:
            return None if reach is None else reach_in_word(reach)
        return None if reach in {None, "r"} else ""
