"""Lines of a dossier, ledger or timeline, as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from purport.cli.terminal import say
from purport.cli.view import print_wrapped
from purport.dossier.lines import Citation, InFile
from purport.folds import SOME_CALL
from purport.visible import flat, in_one_line
from purport.wording import clock, counted, days, how_sure

if TYPE_CHECKING:
    from rich.console import Console

    from purport.dossier import Line

CLOSING = "”’\"'"
SHORT = 5
"""Letters of a word with its full stop that can be an abbreviation: "Corp.", "Sept."."""


def say_if_nothing(found: Sequence[Line], subject: str | None) -> None:
    """One line on stderr where nothing is told of whom or what is asked for: the name may be another in the case."""
    if subject is not None and not found:
        say(f"{subject}: nothing is told here of whom or what the case calls so; purport entities lists its names")


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


def unstopped(value: str) -> str:
    """Words without the comma or full stop at their end, as more follows behind a comma: "“We are still here,”"."""
    words = value.rstrip(CLOSING)
    last = words.rsplit(" ", 1)[-1]
    is_stop = last.endswith(".") and last.count(".") == 1 and len(last) > SHORT
    return f"{words[:-1]}{value[len(words) :]}" if last.endswith(",") or is_stop else value


def _print(console: Console, line: Line, *, unfold: bool) -> None:
    first, *rest = _told(line, unfold=unfold)
    print_wrapped(console, first, before="    - ")
    for each in rest:
        print_wrapped(console, each, before="      ")


def _told(line: Line, *, unfold: bool) -> Iterator[Text]:
    value = SOME_CALL if line.is_folded and not unfold else unstopped(flat(line.value))
    when = days(line.not_before, line.not_after) if line.not_before or line.not_after else ""
    when = "" if when == value else when
    yield Text.assemble(
        (value, "bold"), f", {how_sure(line.factuality)}", f" | {when}" if when else "", f" | ACLED: {line.term}" if line.term else ""
    )
    if line.by:
        yield Text(f"by {'; '.join(map(flat, line.by))}")
    if line.why:
        yield Text(f"because {flat(line.why)}")
    yield Text(f"{counted(line.origins, 'origin')} [{', '.join(map(_place, line.citations))}]", "dim")


def _place(cited: Citation) -> str:
    """Where words stand, or what is heard: characters of a text, or seconds of a file of sound."""
    if isinstance(cited, InFile) and not cited.end:
        return f"{in_one_line(cited.path)} at {clock(cited.seconds.start)}–{clock(cited.seconds.end)}"
    return f"{in_one_line(cited.path)}:{cited.start}"
