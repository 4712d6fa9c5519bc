"""What happened as ``purport events`` shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from purport.cli.marks import STYLES, Role
from purport.cli.view import print_wrapped
from purport.visible import flat, in_one_line
from purport.wording import counted, days

if TYPE_CHECKING:
    from rich.console import Console

    from purport.listings.happened import Calls, Happened


def print_happened(console: Console, each: Happened, calls: Calls) -> None:
    """Print one: what, when, who, where; where it is told; and why these are taken for tellings of one thing."""
    reports = counted(each.reports, "report")
    print_wrapped(console, Text.assemble((flat(each.word), "bold"), f" ({each.type}, {reports}) {each.id}"))
    when = days(each.not_before, each.not_after)
    taking = [f"{part.role} {flat(part.name)}" for part in (*each.participants, *each.places)]
    print_wrapped(console, Text("; ".join((f"days {when}" if when == "not known" else when, *taking))), before="  ")
    for telling in each.tellings:
        place = Text.assemble((f"{in_one_line(telling.path)}:{telling.start}", STYLES[Role.SOURCE]), f" {calls.sentence(telling)}")
        print_wrapped(console, place, before="  - ")
    for reason in each.reasons:
        times = f" ({reason.times} times)" if reason.times > 1 else ""
        places = ", ".join(f"{in_one_line(side.path)}:{side.start}" for side in (reason.left, reason.right))
        print_wrapped(console, Text(f"{flat(reason.why)}{times} [{places}]"), before="  because ")
    console.print()
