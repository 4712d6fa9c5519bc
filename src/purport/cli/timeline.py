"""``purport timeline``: what happened in a case, in order, as its reports tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json
from purport.errors import UsageError

if TYPE_CHECKING:
    from purport.dossier import Line
    from purport.records import Interval

EXAMPLES = """\b
Examples:
  purport timeline my.case
  purport timeline my.case --of "New Karesh" --from 2031-03
  purport timeline my.case --reports --json
"""
AFTER, BEFORE = "from", "to"


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--of", "subject", metavar="NAME", help="Only with whom or where the case calls so; or an id that purport entities prints.")
@click.option("--from", "first", metavar="DATE", help="Only what can have been on this day, or in this month or year, or later.")
@click.option("--to", "last", metavar="DATE", help="Only what can have been on this day, or in this month or year, or earlier.")
@click.option("--reports", is_flag=True, help="Also the reports of the case, as they came out.")
@json_option
@look_options
def timeline(case: str, subject: str | None, first: str | None, last: str | None, reports: bool, look: Look, as_json: bool) -> None:
    """Say what happened when, as the reports of a case tell it, by the first possible day; what no day is told of stands last.

    What is only called for, feared, planned or held possible under a condition is not told as having happened. What somebody denies
    stands beside what is denied, and what accounts part on says so.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.dated_lines import print_timeline
    from purport.cli.lined import say_if_nothing
    from purport.dossier import Section
    from purport.dossier.chronology import REPORT
    from purport.resolving import rejected_comparisons
    from purport.viewing import lines

    begin, end = _days(AFTER, first), _days(BEFORE, last)
    with open_resolved(case) as opened:
        found = lines(opened, Section.TIMELINE, subject, rejected=rejected_comparisons(opened))
    asked = [each for each in found if (reports or each.field != REPORT) and _is_within(each, begin, end)]
    say_if_nothing(found, subject)
    if as_json:
        for each in asked:
            print_json(each)
        return
    print_timeline(open_stdout(look.colour, look.width), asked, unfold=look.unfold)


def _days(option: str, text: str | None) -> Interval | None:
    """The days that a date on the command line can mean."""
    from purport.ingest import parse_published

    if text is not None and ".." in text:
        raise UsageError(f"--{option}: a day, month or year expected, got {text!r}")
    return None if text is None else parse_published(text)


def _is_within(line: Line, begin: Interval | None, end: Interval | None) -> bool:
    """Whether what a line tells can have been between two dates; what no day is told of is never asked for by dates."""
    if begin is None and end is None:
        return True
    is_late = begin is None or begin.not_before is None or line.not_after is None or line.not_after >= begin.not_before
    is_early = end is None or end.not_after is None or line.not_before is None or line.not_before <= end.not_after
    return (line.not_before is not None or line.not_after is not None) and is_late and is_early
