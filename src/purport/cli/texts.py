"""Changed texts, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from purport.cli.view import print_wrapped
from purport.listings.versions import ChangedClaim, ChangedReport, Taken
from purport.visible import flat, in_one_line
from purport.wording import counted, days

STYLES = {"altered": "bold yellow", "added": "bold green", "dropped": "bold red"}


def print_changed(console: Console, found: Sequence[ChangedReport]) -> None:
    """Print texts that were changed, each with its changes, and how many there are."""
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
