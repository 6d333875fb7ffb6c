"""The Jinja environment that templates run in: sandboxed, strict, and everything escaped."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from osloregion_docs.documents.document import Context
from osloregion_docs.templating.typecheck import FILTERS

IN_ATTRIBUTE = "in_attribute"
"""The filter that values in attributes pass: line breaks and tabs would become elements there."""


def _one_line(value: object) -> str:
    return " ".join(str(value).split())


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which an entry of a context shows its fields and nothing else."""

    def getattr(self, obj: object, attribute: str) -> object:
        """A field of a context; for anything else, what the sandbox allows."""
        if isinstance(obj, Context):
            if attribute in obj.__dict__ and attribute not in obj.hidden:
                return obj.__dict__[attribute]
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def environment(finalize: Callable[[object], str], *, by_lines: bool = False) -> TemplateEnvironment:
    """An environment in which every value passes `finalize` on its way out; it has no globals and few filters.

    `by_lines` is for templates that are text: a statement alone on its line leaves no empty line.

    `finalize` does the escaping, so Jinja's own is off: it could be switched off from inside a template (`safe`), and
    it knows neither the characters that Word cannot hold nor line breaks.
    """
    made = TemplateEnvironment(
        undefined=StrictUndefined,
        autoescape=False,
        finalize=finalize,
        keep_trailing_newline=True,
        trim_blocks=by_lines,
        lstrip_blocks=by_lines,
        loader=DictLoader({}),
    )
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS} | {IN_ATTRIBUTE: _one_line}
    made.tests = {}
    return made
