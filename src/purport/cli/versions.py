"""``purport versions``: reports of one address whose text was changed, and what became of each claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.text import Text

from purport.cli.changed import ChangedClaim, ChangedReport, Taken, find_changed
from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json
from purport.cli.view import print_wrapped
from purport.cli.visible import flat, in_one_line
from purport.cli.words import counted, days

if TYPE_CHECKING:
    from rich.console import Console

EXAMPLES = """\b
Examples:
  purport versions my.case
  purport versions my.case --json
"""
STYLES = {"altered": "bold yellow", "added": "bold green", "dropped": "bold red"}


@click.command(epilog=EXAMPLES)
@click.argument("case")
@json_option
@look_options
def versions(case: str, look: Look, as_json: bool) -> None:
    """Show reports of one address whose text was changed: claims altered, added and dropped, with notice or without.

    Reports are of one address by their URL, without what only tells where a reader came from; where they have none, by their path.
    """
    from purport.cli.cases import open_case

    with open_case(case) as opened:
        found = list(find_changed(opened, unfold=as_json or look.unfold))
    if as_json:
        for each in found:
            print_json(each)
        return
    console = open_stdout(look.colour, look.width)
    for each in found:
        _print(console, each)
    made = [change for each in found for change in each.changes]
    silent = sum(change.notice is None for change in made)
    console.print(Text(f"{counted(len(found), 'changed text')}, {counted(len(made), 'change')}, {silent or 'none'} without notice"))


def _print(console: Console, each: ChangedReport) -> None:
    print_wrapped(console, Text(f"== {in_one_line(each.address)}", "bold"))
    first, second = ("older", "newer") if each.is_ordered else ("one", "other")
    print_wrapped(console, Text(f"{first}: {_taken(each.older)}"))
    print_wrapped(console, Text(f"{second}: {_taken(each.newer)}"))
    if not each.is_ordered:
        print_wrapped(console, Text("nothing tells which of them came first"))
    for notice in each.notices:
        print_wrapped(console, Text(f"{notice.kind}: {flat(notice.words)} [{in_one_line(each.newer.path)}:{notice.start}]"))
    for change in each.changes:
        _print_change(console, each, change)
    console.print()


def _print_change(console: Console, each: ChangedReport, change: ChangedClaim) -> None:
    what = f": {flat(change.what)}" if change.older and change.newer and change.what else ""
    told = "without notice" if change.notice is None else "with notice"
    print_wrapped(console, Text.assemble((f"{change.kind} {told}", STYLES[change.kind]), what))
    for sign, path, side in (("-", each.older.path, change.older), ("+", each.newer.path, change.newer)):
        if side is not None:
            words = " ... ".join(flat(quote.words) for quote in side.content)
            print_wrapped(console, Text(f"{words} [{in_one_line(path)}:{side.content[0].start}]"), before=f"  {sign} ")


def _taken(report: Taken) -> str:
    """The path of a report, when it came out and when it was taken in."""
    taken = f", taken in {flat(report.retrieved)}" if report.retrieved else ""
    return f"{in_one_line(report.path)}, out {days(report.not_before, report.not_after)}{taken}"
