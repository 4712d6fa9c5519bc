"""``purport verify``: whether a case still is what was put into it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from purport.cli.options import json_option
from purport.cli.terminal import print_json, say
from purport.visible import in_one_line

if TYPE_CHECKING:
    from purport.store import Case, Counts, Fault


EXAMPLES = """\b
Examples:
  purport verify my.case
  purport verify my.case --derived
  purport verify my.case --json
"""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--derived", is_flag=True, help="Compare the reports anew, and hold what is stored of that against it.")
@json_option
@click.pass_context
def verify(ctx: click.Context, case: str, derived: bool, as_json: bool) -> None:
    """Check every digest and span of a case.

    The bytes of each report are digested again, and the words of each span are held against its text. What is wrong is listed
    and nothing is changed. Files of recordings are digested where they lie; one that is not there is told apart from one that is
    another. The exit status is 1 where there is any fault. With ``--derived`` it is also checked that what was derived from several
    reports is what they come to now. Judgements on what a compared case has no more are no fault; they are named on stderr.
    """
    from purport.cli.cases import open_case
    from purport.cli.orphans import say_orphans
    from purport.errors import StoreError, UsageError
    from purport.resolving import underived, waiting
    from purport.wording import counted

    faults = 0

    def tell(found: Iterable[Fault]) -> None:
        nonlocal faults
        for fault in found:
            faults += 1
            if as_json:
                print_json(fault)
            else:
                click.echo(_told(fault))

    with open_case(case) as opened:
        if derived and (todo := waiting(opened)):
            raise UsageError(f"{case}: compare the reports first, as purport comparisons does: {counted(todo, 'report')} not compared yet")
        tell(opened.verify())
        files = _files(opened, tell)
        if derived and faults:
            say("what is derived was not checked: what it is derived from has faults")
        elif derived:
            tell(underived(opened))
        try:
            if not waiting(opened):
                say_orphans(opened)
            checked = f"{_checked(opened.counts())}{files}"
        except StoreError:
            checked = "the case could not be read to its end"
    click.echo(f"{checked}; {counted(faults, 'fault')}", err=as_json)
    ctx.exit(1 if faults else 0)


def _files(opened: Case, tell: Callable[[Iterable[Fault]], None]) -> str:
    """Hold the files of recordings against their digests; how many there are, in words."""
    from msgspec import MsgspecError

    from purport.errors import StoreError
    from purport.examining import file_faults

    try:
        tell(file_faults(opened))
        with opened.sounds() as sounds:
            many = len(sounds.all())
    except (StoreError, MsgspecError):
        return ""
    return f", files of recordings {many}" if many else ""


def _told(fault: Fault) -> str:
    where = f"{fault.path}: {fault.where}" if fault.path else fault.where
    return in_one_line(f"{where}: {fault.what}: expected {_short(fault.expected)}, found {_short(fault.found)}")


def _short(text: str, limit: int = 80) -> str:
    return repr(text if len(text) <= limit else f"{text[:limit]}...")


def _checked(counts: Counts) -> str:
    """How much was checked."""
    layers = (counts.mentions, counts.timexes, counts.quantities, counts.events, counts.attributions, counts.claims, counts.recordings)
    return f"checked: reports {counts.reports}, digests of originals {counts.originals}, records with their spans {sum(layers)}"
