"""A process of its own that sets pages with Typst: ``python child.py FOLDER``. It knows nothing of the package.

The folder holds ``main.typ`` and all it may draw in. The PDF goes to standard output; what Typst refuses goes to
standard error as a list of texts in JSON, and the process ends with 1.
"""

import json
import sys
from pathlib import Path
from typing import NoReturn, cast

import typst

_MEMORY = 12 * 1024**3


def main() -> None:
    """Set the pages, or say why not."""
    _limit_memory()
    folder = Path(sys.argv[1])
    nothing = folder / "packages"
    try:
        pdf, warnings = typst.Compiler(
            str(folder / "main.typ"),
            root=str(folder),
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=[str(folder / "fonts")]),
            package_path=str(nothing),
            package_cache_path=str(nothing),
        ).compile_with_warnings(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=0)
    except typst.TypstError as error:
        _refuse([error.diagnostic])
    if warnings:
        _refuse([warning.diagnostic for warning in warnings])
    sys.stdout.buffer.write(cast(bytes, pdf))


def _limit_memory() -> None:
    """Ask the platform for a bound, where it has one."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _refuse(reports: list[str]) -> NoReturn:
    sys.stderr.write(json.dumps(reports))
    sys.exit(1)


if __name__ == "__main__":
    main()
