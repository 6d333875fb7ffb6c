"""The Jinja environment that templates run in: sandboxed, strict, and everything escaped."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from osloregion_docs.templating.typecheck import FILTERS


def environment(finalize: Callable[[object], object]) -> ImmutableSandboxedEnvironment:
    """An environment in which every value passes `finalize` on its way out; it has no globals and few filters."""
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, finalize=finalize, keep_trailing_newline=True, extensions=[]
    )
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {}
    return made
