"""``purport recording bound`` and ``bounds``: between which days the parts of a file can have been spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from purport.cli.options import json_option
from purport.cli.terminal import print_json, say
from purport.visible import in_one_line

if TYPE_CHECKING:
    from purport.findings import Bound, Bounds

ONE = """\b
Examples:
  purport recording bound my.case x.mp3 --from 12:30 --to 12:50 --not-before 2031-02-12 --why "names the truce" --source "A. Vel"
"""
ALL = """\b
Examples:
  purport recording bounds my.case message.mp3
  purport recording bounds my.case message.mp3 --dates events.csv --json
"""


@click.command(epilog=ONE)
@click.argument("case")
@click.argument("file")
@click.option("--from", "start", required=True, metavar="TIME", help="Where the stretch begins, as 12:30.")
@click.option("--to", "end", required=True, metavar="TIME", help="Where it ends.")
@click.option("--not-before", metavar="DAY", help="The first day on which it can have been spoken.")
@click.option("--not-after", metavar="DAY", help="The last.")
@click.option("--why", required=True, metavar="TEXT", help="What says so.")
@click.option("--source", required=True, metavar="WHERE", help="Who says so, or where that can be seen.")
@json_option
def bound(
    case: str, file: str, start: str, end: str, not_before: str | None, not_after: str | None, why: str, source: str, as_json: bool
) -> None:
    """Keep between which days a stretch of a FILE was spoken, as somebody says; it stands beside all other bounds."""
    from purport import hearing
    from purport.audio.transcripts import seconds_of
    from purport.cli.cases import open_case
    from purport.errors import UsageError
    from purport.findings import Bound, Stretch
    from purport.ingest.published import parse_published

    if not_before is None and not_after is None:
        raise UsageError("a bound needs a day: --not-before DAY, --not-after DAY or both")
    when = parse_published(f"{not_before or ''}..{not_after or ''}")
    made = Bound(Stretch(seconds_of(start), seconds_of(end)), when, why, source)
    with open_case(case) as opened:
        hearing.add_bound(opened, file, made)
    if as_json:
        print_json(made)
    else:
        click.echo(_shown(made))


@click.command(epilog=ALL)
@click.argument("case")
@click.argument("file")
@click.option("--dates", metavar="EVENTS", help="A CSV file of dated events: the columns event, not_before, not_after.")
@json_option
@click.pass_context
def bounds(ctx: click.Context, case: str, file: str, dates: str | None, as_json: bool) -> None:
    """Say when each part of a FILE can have been spoken, with the reasons: earlier recordings inside it, transcripts, reports, people.

    A bound is of its stretch alone: there is no one date of a file. Where bounds part, both are shown, and neither is chosen.
    """
    from purport import hearing
    from purport.cli.cases import open_resolved
    from purport.cli.readers import open_reader
    from purport.extract import DatedEvent
    from purport.ingest import read_dated_events

    events = () if dates is None else tuple(DatedEvent(*event) for event in read_dated_events(dates))
    with open_resolved(case) as opened, open_reader(ctx) as reader:
        sound, finding, found = hearing.find_bounds(opened, file, reader, events)
    for each in found.notices:
        say(f"{sound.name}: {each}")
    if as_json:
        print_json(found)
        return
    _print(found)
    click.echo(f"bounds of {in_one_line(sound.name)}, finding {finding.digest[:12]}")


def _print(found: Bounds) -> None:
    """Stretch by stretch, then what those come to together, then what dates no stretch."""
    from purport.spoken.bounds import between_times
    from purport.wording import days

    for part in found.parts:
        known = "cannot both hold, one of these is wrong" if part.conflict else days(part.when.not_before, part.when.not_after)
        click.echo(f"{between_times(part.at)}: {known}")
        for each in part.bounds:
            mark = "!" if each in part.conflict else "-"
            click.echo(f"  {mark} {_told(each)}")
    if not found.parts:
        click.echo("no stretch of it is bounded")
    for apart in found.apart:
        click.echo(in_one_line(apart.why))
    if found.finished.not_before or found.finished.not_after:
        click.echo(f"the file as it is was finished: {days(found.finished.not_before, found.finished.not_after)}; that dates no part of it")
    if found.somewhere:
        click.echo("somewhere in it, if it is a copy of that recording (dates no stretch)")
        for each in found.somewhere:
            click.echo(f"  - {_told(each)}")


def _shown(bound: Bound) -> str:
    from purport.spoken.bounds import between_times

    return f"{between_times(bound.at)}: {_told(bound)}"


def _told(bound: Bound) -> str:
    from purport.wording import days

    places = "".join(f" [{in_one_line(each.path)}:{each.start}]" for each in bound.words)
    source = "" if bound.words else f" ({in_one_line(bound.source)})"
    return f"{days(bound.when.not_before, bound.when.not_after)}: {in_one_line(bound.why)}{source}{places}"
