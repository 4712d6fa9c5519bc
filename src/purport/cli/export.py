"""``purport export``: a case as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from purport.cli.options import Command, gathered
from purport.cli.terminal import open_stderr, say
from purport.errors import UsageError

if TYPE_CHECKING:
    from purport.export.private import Asked

EXAMPLES = """\b
Examples:
  purport export my.case --to files
  purport export my.case --to files --format csv --format html --replace
  purport export my.case --to files --redact witnesses --redact "Salla Orne"
"""
WITNESSES = "witnesses"
NAMES = ".txt"
"""How a file of names ends: a name a line."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written where, as given on the command line."""

    folder: str
    formats: tuple[str, ...]
    redact: tuple[str, ...]
    unfold: bool
    replace: bool


def _wanted(command: Command) -> Command:
    return gathered(command, "wanted", Wanted)


def _known(ctx: click.Context, parameter: click.Parameter, formats: tuple[str, ...]) -> tuple[str, ...]:
    """The formats asked for, all where none is; which there are is looked up only here, as what writes them takes time to load."""
    from purport.export import FORMATS

    for each in formats:
        if each not in FORMATS:
            raise click.BadParameter(f"{each!r} is none of {', '.join(FORMATS)}.", ctx, parameter)
    return tuple(dict.fromkeys(formats)) or tuple(FORMATS)


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--to", "folder", metavar="FOLDER", required=True, help="The folder to write into; it is made where there is none.")
@click.option("--format", "formats", callback=_known, metavar="FORMAT", multiple=True, help="Only this format; all by default.")
@click.option(
    "--redact",
    metavar="NAMES",
    multiple=True,
    help="Replace a person's names by a label: a name, a .txt file with a name a line, or witnesses for all who tell what they saw.",
)
@click.option("--unfold", is_flag=True, help="Show the words of calls, threats and offers, which are folded by default.")
@click.option("--replace", is_flag=True, help="Write over files that are there already.")
@_wanted
@click.pass_context
def export(ctx: click.Context, case: str, wanted: Wanted) -> None:
    """Write a case as files: tables, a report to read and print, everything as records.

    With --redact names are replaced in every file alike: in names, in quoted words, in the texts of reports; and every file says so. A
    name by which the case knows nobody is named on stderr, and the exit status is 1: its words are replaced where
    they stand, and no other spelling.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.progress import shown_progress
    from purport.export.files import write_files
    from purport.export.gathering import STEPS, gather

    asked = _asked(wanted.redact)
    with (
        open_resolved(case) as opened,
        shown_progress(open_stderr(), STEPS + len(wanted.formats), doing="writing", noun="steps") as advance,
    ):
        found = gather(opened, _title(case), asked, unfold=wanted.unfold, advance=advance)
        written = write_files(found.exported, Path(wanted.folder), wanted.formats, replace=wanted.replace, advance=advance)
    for path in written:
        click.echo(str(path))
    for name in found.unknown:
        say(f"{name}: nobody in the case is called so; these words are replaced where they stand, and no other spelling")
    ctx.exit(1 if found.unknown else 0)


def _title(address: str) -> str:
    """What a case is called: a database may have a password in its address."""
    return "A case" if "://" in address else Path(address).stem


def _asked(given: Sequence[str]) -> Asked:
    from purport.export.private import Asked

    names: list[str] = []
    for each in given:
        if each.endswith(NAMES):
            names += _names(Path(each))
        elif each != WITNESSES:
            names.append(each)
    blank = [each for each in names if not any(map(str.isalnum, each))]
    if blank:
        raise UsageError(f"--redact: a name expected, {blank[0]!r} is none")
    return Asked(tuple(dict.fromkeys(names)), WITNESSES in given)


def _names(path: Path) -> list[str]:
    try:
        return [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: a file with a name a line expected: {getattr(error, 'strerror', None) or error}") from error
