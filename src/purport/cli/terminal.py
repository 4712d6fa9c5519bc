"""Where words go: stdout for what was asked for, stderr for the rest, both in UTF-8."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Literal

import click

from purport.visible import in_one_line, visible_json

if TYPE_CHECKING:
    from rich.console import Console

Colour = Literal["auto", "always", "never"]
PLAIN_WIDTH = 80
"""Columns where the output is no terminal and none are asked for."""


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; half a character, as in the name of a file, is spelt out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(message: str) -> None:
    """One line on stderr."""
    click.echo(f"purport: {in_one_line(message)}", err=True)


def print_json(record: object) -> None:
    """One record as a line of JSON on stdout; on a terminal no character in it can do anything."""
    from purport.wire import dumps

    line = dumps(record)
    click.echo(visible_json(line) if sys.stdout.isatty() else line)


def open_stdout(colour: Colour = "auto", width: int | None = None) -> Console:
    """The console for what was asked for. ``auto`` colours a terminal, unless ``NO_COLOR`` is set or the terminal is dumb."""
    from rich.console import Console

    class Output(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    terminal = sys.stdout.isatty()
    coloured = colour == "always" or (colour == "auto" and terminal and not _plain())
    return Output(
        force_terminal=coloured,
        color_system="256" if coloured else None,
        no_color=not coloured,
        width=width or (None if terminal else PLAIN_WIDTH),
        markup=False,
        highlight=False,
        emoji=False,
    )


def open_stderr() -> Console:
    """The console for progress, which is shown to a terminal only."""
    from rich.console import Console

    terminal = sys.stderr.isatty()
    return Console(stderr=True, force_terminal=terminal, no_color=_plain() or None, markup=False, highlight=False, emoji=False)


def _plain() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
