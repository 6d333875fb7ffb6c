"""The checkout that holds programme/ and templates/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from osloregion_docs.errors import TemplateMissing, WorkspaceNotFound, YearNotFound
from osloregion_docs.resources import default_templates

_YEAR = re.compile(r"\d{4}$")


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder that holds ``programme/`` and perhaps ``templates/`` of its own."""

    root: Path

    @classmethod
    def find(cls, start: Path | str = ".") -> Workspace:
        """The workspace at `start` or above it.

        Raises:
            WorkspaceNotFound: no folder there holds ``programme/``.
        """
        begin = Path(start).resolve()
        for folder in (begin, *begin.parents):
            if (folder / "programme").is_dir():
                return cls(folder)
        raise WorkspaceNotFound(begin)

    @property
    def years(self) -> tuple[int, ...]:
        """The years it holds, oldest first."""
        folders = (self.root / "programme").iterdir()
        return tuple(sorted(int(folder.name) for folder in folders if _YEAR.match(folder.name) and folder.is_dir()))

    def year_folder(self, year: int) -> Path:
        """The folder of a year's sources.

        Raises:
            YearNotFound: there is none.
        """
        folder = self.root / "programme" / str(year)
        if not folder.is_dir():
            raise YearNotFound(year, self.years)
        return folder

    def meetings_elsewhere(self, year: int) -> tuple[Path, ...]:
        """The folders of meetings with other years that may be of its calendar years: named for them, or no day."""
        years = {str(year)} | {each.name[:4] for each in self._meetings_of(year)}
        found = (each for other in self.years if other != year for each in self._meetings_of(other))
        return tuple(each for each in found if each.name[:4] in years or each.name[0].isalpha())

    def _meetings_of(self, year: int) -> list[Path]:
        meetings = self.year_folder(year) / "meetings"
        inside = sorted(meetings.iterdir()) if meetings.is_dir() else []
        return [each for each in inside if each.is_dir() and not each.is_symlink()]

    def name_of(self, file: Path) -> str:
        """The name of a file as messages show it: relative to the workspace, with slashes."""
        return file.relative_to(self.root).as_posix() if file.is_relative_to(self.root) else file.as_posix()

    def template(self, kind: str, suffix: str) -> Path:
        """The template of a document kind: the workspace's own, or else the default that is shipped.

        Raises:
            TemplateMissing: neither is there.
        """
        for folder in (self.root / "templates", default_templates()):
            if (file := folder / kind / f"main{suffix}").is_file():
                return file
        raise TemplateMissing(kind, f"main{suffix}")

    def find_shared(self, pattern: str) -> dict[str, Path]:
        """The files of ``templates/shared/`` that a pattern such as ``fonts/*`` names; the workspace's own win.

        Raises:
            TemplateMissing: there is no such file.
        """
        found: dict[str, Path] = {}
        for templates in (default_templates(), self.root / "templates"):
            folder = templates / "shared"
            for file in sorted(folder.glob(pattern)):
                if file.is_file() and not file.name.startswith((".", "~")):
                    found[file.relative_to(folder).as_posix()] = file
        if not found:
            raise TemplateMissing("shared", pattern)
        return found
