"""A timeline as a person reads it: days, and under each what can have been on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from purport.cli.lined import unstopped
from purport.cli.view import print_wrapped
from purport.folds import SOME_CALL
from purport.visible import flat, in_one_line
from purport.wording import counted, days, how_sure

if TYPE_CHECKING:
    from rich.console import Console

    from purport.dossier import Line

UNDATED = "no day told"
DISPUTED = "; accounts part"


def print_timeline(console: Console, found: Sequence[Line], *, unfold: bool = False) -> None:
    """Print the lines of a timeline under their days, in the order in which they come, and how many there are."""
    for when, group in groupby(found, key=lambda each: (each.not_before, each.not_after)):
        print_wrapped(console, Text(f"== {UNDATED if when == (None, None) else days(*when)}", "bold"))
        for each in group:
            first, *rest = _told(each, unfold=unfold)
            print_wrapped(console, first, before="  - ")
            for part in rest:
                print_wrapped(console, part, before="    ")
        console.print()
    console.print(Text(counted(len(found), "line")))


def _told(line: Line, *, unfold: bool) -> Iterator[Text]:
    value = f"{flat(line.subject)}: {SOME_CALL}" if line.is_folded and not unfold else unstopped(flat(line.value))
    yield Text.assemble((value, "bold"), f", {line.field}, {how_sure(line.factuality)}{DISPUTED if line.is_disputed else ''}")
    parts = [*([f"with {', '.join(map(flat, line.who))}"] if line.who else []), *([f"at {flat(line.where)}"] if line.where else [])]
    if parts:
        yield Text("; ".join(parts))
    if line.by:
        yield Text(f"by {'; '.join(map(flat, line.by))}")
    places = ", ".join(f"{in_one_line(each.path)}:{each.start}" for each in line.citations)
    yield Text(f"{counted(line.origins, 'origin')} [{places}]", "dim")
