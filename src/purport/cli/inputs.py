"""Which reports a command line means, and what it says of each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

from purport.adding.inputs import Found, Input
from purport.cli.options import Asked
from purport.errors import UsageError
from purport.ingest import find_reports, parse_published, read_manifest
from purport.records import Interval


def find_inputs(asked: Asked) -> Found:
    """The reports of the manifest in its order, then those of the paths, each once.

    The date given for all applies where the manifest gives none.

    Raises:
        UsageError: nothing is named, nothing is there under any path, or a date or the manifest is wrong.
    """
    if not asked.paths and asked.manifest is None:
        raise UsageError("a PATH or a --manifest expected, none was given")
    days = _days(asked)
    entries = read_manifest(asked.manifest) if asked.manifest is not None else ()
    found = {_key(entry.path): Input(entry.path, entry.given) for entry in entries}
    missing: list[tuple[str, UsageError]] = []
    for report in _named(asked.paths, missing):
        found.setdefault(_key(report), Input(report))
    if not found:
        raise missing[0][1] if missing else UsageError(f"no reports in {_places(asked)}: files in .txt, .html or the like expected")
    return Found(tuple(_dated(one, days) for one in found.values()), tuple(missing))


def _named(paths: tuple[str, ...], missing: list[tuple[str, UsageError]]) -> Iterator[str]:
    for path in paths:
        try:
            yield from find_reports([path])
        except UsageError as error:
            missing.append((path, error))


def _days(asked: Asked) -> Interval | None:
    if asked.published is not None and asked.between is not None:
        raise UsageError("either --published or --between expected, both were given")
    if asked.between is not None and ".." not in asked.between:
        raise UsageError(f"--between: two days expected, as in 2031-03-02..2031-03-05, got {asked.between!r}")
    text = asked.published if asked.between is None else asked.between
    return None if text is None else parse_published(text)


def _dated(one: Input, days: Interval | None) -> Input:
    return one if days is None or one.given.published is not None else replace(one, given=replace(one.given, published=days))


def _key(path: str) -> str:
    """What makes two ways to a file one."""
    return os.path.abspath(path)  # noqa: PTH100  pathlib leaves ".." in


def _places(asked: Asked) -> str:
    return ", ".join(part for part in (asked.manifest, *asked.paths) if part is not None)
