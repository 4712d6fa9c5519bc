"""The reports that are to be read, and what somebody says of each."""

from __future__ import annotations

from dataclasses import dataclass

from purport.errors import UsageError
from purport.ingest import Given

NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class Input:
    """One report to read, and what somebody says of it; ``file`` is where its bytes are, where that is not its path."""

    path: str
    given: Given = NOTHING_GIVEN
    file: str | None = None

    @property
    def place(self) -> str:
        """The file to open."""
        return self.path if self.file is None else self.file


@dataclass(frozen=True, slots=True)
class Found:
    """The reports that are there, and a word on each path under which nothing is."""

    inputs: tuple[Input, ...]
    missing: tuple[tuple[str, UsageError], ...] = ()
