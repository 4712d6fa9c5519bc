"""Lines of a dossier, ledger or timeline, as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from purport.cli.view import print_wrapped
from purport.visible import flat, in_one_line
from purport.wording import counted, days, how_sure

if TYPE_CHECKING:
    from rich.console import Console

    from purport.dossier import Line

FOLDED = "(a call to violence, folded: --unfold shows it)"


def print_lines(console: Console, found: Sequence[Line], *, unfold: bool = False) -> None:
    """Print lines under their subjects and fields, and how many there are."""
    for subject, own in groupby(found, key=lambda each: each.subject):
        print_wrapped(console, Text(f"== {flat(subject)}", "bold"))
        for field, group in groupby(own, key=lambda each: each.field):
            print_wrapped(console, Text(flat(field)), before="  ")
            for each in group:
                _print(console, each, unfold=unfold)
        console.print()
    console.print(Text(counted(len(found), "line")))


def print_fields(console: Console, found: Sequence[Line], *, unfold: bool = False) -> None:
    """Print lines under their fields alone, each with its subject, and how many there are."""
    for field, group in groupby(found, key=lambda each: each.field):
        print_wrapped(console, Text(f"== {flat(field)}", "bold"))
        for each in group:
            _print(console, each, unfold=unfold)
        console.print()
    console.print(Text(counted(len(found), "line")))


def _print(console: Console, line: Line, *, unfold: bool) -> None:
    first, *rest = _told(line, unfold=unfold)
    print_wrapped(console, first, before="    - ")
    for each in rest:
        print_wrapped(console, each, before="      ")


def _told(line: Line, *, unfold: bool) -> Iterator[Text]:
    value = FOLDED if line.is_folded and not unfold else flat(line.value)
    when = days(line.not_before, line.not_after) if line.not_before or line.not_after else ""
    yield Text.assemble(
        (value, "bold"), f", {how_sure(line.factuality)}", f" | {when}" if when else "", f" | ACLED: {line.term}" if line.term else ""
    )
    if line.by:
        yield Text(f"by {'; '.join(map(flat, line.by))}")
    if line.why:
        yield Text(f"because {flat(line.why)}")
    places = ", ".join(f"{in_one_line(each.path)}:{each.start}" for each in line.citations)
    yield Text(f"{counted(line.origins, 'origin')} [{places}]", "dim")
