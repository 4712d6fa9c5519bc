"""Judgements that have lost what they were made on, told beside what a command lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from purport.cli.terminal import say

if TYPE_CHECKING:
    from purport.records import Judgement
    from purport.store import Case


def say_orphans(case: Case, layer: str | None = None) -> None:
    """A line on stderr for each judgement of a layer, or of all, on what a resolved case has no more; those of one ``split`` once."""
    from purport.resolving import orphaned

    paths = {each.report: each.path for each in case.places()}
    lost = [each for each in orphaned(case) if layer is None or each.layer == layer]
    for line in dict.fromkeys(_told(each, paths) for each in lost):
        say(line)


def _told(each: Judgement, paths: Mapping[str, str]) -> str:
    path = paths.get(each.report or "", "a report that is gone")
    where = path if each.start is None else f"{path}:{each.start}"
    return f"orphaned: “{each.decision}” by {each.author}, {each.made[:10]}, on “{each.words}” [{where}]: the case has that no more"
