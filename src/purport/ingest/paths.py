"""Which files are meant by the paths somebody names."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from purport.errors import UsageError

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
"""What a folder is searched for; a file named by itself may end in anything."""


def find_reports(paths: Sequence[str]) -> tuple[str, ...]:
    """The reports the paths name, each once, in the order named and each folder's in sorted order.

    A file is taken as it is, whatever it is called. Of a folder, the files with a report's suffix are taken, at any depth, hidden
    ones and symbolic links left out: a link's target is found where it lies, or lies outside and was not named.

    Raises:
        UsageError: nothing is there under a path.
    """
    return tuple(dict.fromkeys(report for path in paths for report in _reports_of(path)))


def normalised(path: str) -> str:
    """The path without detours, with forward slashes."""
    return PurePath(os.path.normpath(path)).as_posix()


def _reports_of(path: str) -> Iterator[str]:
    if not path or not os.path.exists(path):  # noqa: PTH110  pathlib reads "" as the current folder
        raise UsageError(f"a file or folder expected, nothing is there: {path!r}")
    if os.path.isdir(path):  # noqa: PTH112
        yield from _walk(normalised(path))
    else:
        yield normalised(path)


def _walk(folder: str) -> Iterator[str]:
    """The reports under a folder, depth first; folders yet to be read stand on a list of their own, so depth has no limit."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if os.path.splitext(here)[1].lower() in SUFFIXES and not os.path.isdir(here):  # noqa: PTH112, PTH122
            yield normalised(here)
        elif os.path.isdir(here):  # noqa: PTH112
            waiting.extend(sorted(_visible(here), reverse=True))


def _visible(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.path for entry in entries if not entry.name.startswith(".") and not entry.is_symlink()]
    except OSError as error:
        raise UsageError(f"{folder}: the folder cannot be read: {error.strerror}") from error
