"""Who and what a case speaks of, as ``purport entities`` shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from purport.cli.marks import STYLES, Role
from purport.cli.view import print_wrapped
from purport.visible import flat, in_one_line
from purport.wording import counted

if TYPE_CHECKING:
    from rich.console import Console

    from purport.listings.named import Entity


def print_entity(console: Console, each: Entity) -> None:
    """Print one: its names with their reports, and why they are taken for one."""
    reports = counted(len({member.report for member in each.members}), "report")
    print_wrapped(console, Text.assemble((flat(each.name), "bold"), f" ({each.type}, {reports}) {each.id}"))
    for name in each.names:
        print_wrapped(console, Text.assemble((flat(name.words), STYLES[Role.SOURCE]), f": {_listed(name.paths)}"), before="  ")
    if unnamed := sorted({member.path for member in each.members}.difference(*(name.paths for name in each.names))):
        print_wrapped(console, Text(f"without a name: {_listed(unnamed)}"), before="  ")
    for reason in each.reasons:
        times = f" ({reason.times} times)" if reason.times > 1 else ""
        places = ", ".join(f"{in_one_line(side.path)}:{side.start}" for side in (reason.left, reason.right))
        print_wrapped(console, Text(f"{flat(reason.why)}{times} [{places}]"), before="  because ")
    console.print()


def _listed(paths: Iterable[str]) -> str:
    return ", ".join(map(in_one_line, paths))
