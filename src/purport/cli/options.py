"""Options that several verbs share, and the records they come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any

import click

from purport.cli.terminal import Colour

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which reports are meant, as asked for on the command line."""

    paths: tuple[str, ...] = ()
    manifest: str | None = None
    published: str | None = None
    between: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How things are shown."""

    colour: Colour = "auto"
    width: int | None = None
    unfold: bool = False


_INPUTS = (
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    click.option("--manifest", metavar="FILE", help="A CSV file that names reports and says what they do not say themselves."),
    click.option("--published", metavar="DATE", help="When the reports came out: a day, month or year (2031-03-02, 2031-03, 2031)."),
    click.option("--between", metavar="A..B", help="The same as an interval, both ends included; one end may be left out."),
)
_LOOK = (
    click.option(
        "--colour",
        "--color",
        "colour",
        type=click.Choice(["auto", "always", "never"]),
        metavar="WHEN",
        default="auto",
        help="Colour always, never, or auto: on a terminal, unless NO_COLOR is set.",
    ),
    click.option("--width", type=click.IntRange(min=30), metavar="N", help="Columns to fill; by default the terminal's, or 80."),
    click.option("--unfold", is_flag=True, help="Show the words of calls, threats and offers, which are folded by default."),
)

json_option = click.option("--json", "as_json", is_flag=True, help="JSON Lines: one object a line, and nothing else on stdout.")
debug_option = click.option("--debug", is_flag=True, help="Show the traceback of a fault in Purport itself.")


def input_options(command: Command) -> Command:
    """The arguments and options that say which reports; the command takes them as ``asked``."""
    return _decorated(gathered(command, "asked", Asked), _INPUTS)


def look_options(command: Command) -> Command:
    """The options that say how things are shown; the command takes them as ``look``."""
    return _decorated(gathered(command, "look", Look), _LOOK)


def gathered(command: Command, name: str, record: type[Any]) -> Command:
    """The command with the fields of a record as its options, instead of the record."""
    names = [field.name for field in fields(record)]

    @wraps(command)
    def gathering(*args: Any, **options: Any) -> Any:
        made = record(**{each: options.pop(each) for each in names})
        return command(*args, **options, **{name: made})

    return gathering


def _decorated(command: Command, options: tuple[Callable[[Command], Command], ...]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
