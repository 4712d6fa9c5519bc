"""Where accounts part, by the question they answer, as ``purport conflicts`` shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from purport.cli.compared import print_head
from purport.cli.marks import STYLES, Role
from purport.cli.view import print_wrapped
from purport.visible import flat, in_one_line
from purport.wording import counted, days, how_sure

if TYPE_CHECKING:
    from rich.console import Console

    from purport.listings.conflicts import Conflict, Voice
    from purport.listings.sides import Sides
    from purport.resolve.choosing import Compared


def print_conflicts(console: Console, found: Sequence[Conflict], parting: Sequence[Compared], sides: Sides) -> None:
    """Print them under their questions, and how many there are."""
    headings = dict(_headings(parting, sides))
    for question, group in groupby(found, key=lambda each: each.question):
        print_wrapped(console, Text(f"== {headings[question]}", "bold"))
        console.print()
        for each in group:
            _print(console, sides, each)
    console.print(Text(f"{counted(len(headings), 'question')}, {counted(len(found), 'pair')} of accounts that part"))


def _headings(parting: Sequence[Compared], sides: Sides) -> Iterator[tuple[str, str]]:
    """Each question, and what is shown of it."""
    from purport.resolve.compare import question

    for _, *accounts in parting:
        asked = question(*accounts)
        yield asked, sides.heading(asked, accounts)


def _print(console: Console, sides: Sides, conflict: Conflict) -> None:
    print_head(console, conflict, conflict.judged)
    for sign, side in (("-", conflict.left), ("+", conflict.right)):
        first, *rest = _lines(sides, side)
        print_wrapped(console, first, before=f"  {sign} ")
        for line in rest:
            print_wrapped(console, line, before="    ")
    console.print()


def _lines(sides: Sides, side: Voice) -> Iterator[Text]:
    """Who says it and how surely; the words; where and when; and how many reports carry it."""
    who = (flat(side.source).strip(" ,"), STYLES[Role.SOURCE]) if side.source else "in the outlet's own voice"
    called = f" ({flat(side.called)})" if side.source and side.called and side.called not in flat(side.source) else ""
    yield Text.assemble(who, f"{called}, {how_sure(side.factuality)}:")
    yield Text(sides.words(side.report, side.content), STYLES[Role.CONTENT])
    said, out = days(side.said_not_before, side.said_not_after), days(side.out_not_before, side.out_not_after)
    when = f"said {said}, out {out}" if said != out else f"date {out}" if side.out_not_before is side.out_not_after is None else out
    yield Text(f"{flat(side.outlet) if side.outlet else 'outlet not known'}, {when} [{in_one_line(side.path)}:{side.content[0].start}]")
    yield Text(flat(side.carried), "dim")
