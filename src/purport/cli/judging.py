"""``purport merge``, ``split``, ``judge``, ``undo`` and ``judgements``: what a person judges, kept as rows for good."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from purport.cli.options import json_option
from purport.cli.terminal import print_json
from purport.listings.verdicts import DONE
from purport.records import Factuality
from purport.visible import flat, in_one_line
from purport.wording import counted

if TYPE_CHECKING:
    from purport.listings.happened import Happened
    from purport.resolve import CaseEntity
    from purport.store import Case

MERGE = """\b
Examples:
  purport merge my.case 3f0c9a1b2d4e5f60 9a8b7c6d5e4f3a2b --author "A. Brisk" --note "same passport"
  purport merge my.case 161a73a4ad411aae c4ae5cbcccf962af --author "A. Brisk" --note "one raid"
"""
SPLIT = """\b
Examples:
  purport split my.case 3f0c9a1b2d4e5f60 story.txt --author "A. Brisk"
"""
JUDGE = """\b
Examples:
  purport judge my.case 78e8bd21e8361155 --decision reject --author "A. Brisk" --note "two raids"
  purport judge my.case 40be1f7a0d2c9e11 --decision correct --factuality PS+ --author "A. Brisk"
"""
UNDO = """\b
Examples:
  purport undo my.case 5d1c0f7a2b3e4d69 --author "A. Brisk"
"""
HISTORY = """\b
Examples:
  purport judgements my.case
  purport judgements my.case --json
"""
author_option = click.option("--author", required=True, metavar="NAME", help="Who judges.")
note_option = click.option("--note", metavar="WORDS", help="Why.")
TOLD = {**DONE, "correct": "corrected", "note": "noted", "merge": "made one", "split": "parted", "undo": "taken back"}
"""What has been done by each decision."""


@click.command(epilog=MERGE)
@click.argument("case")
@click.argument("one")
@click.argument("other")
@author_option
@note_option
def merge(case: str, one: str, other: str, author: str, note: str | None) -> None:
    """Judge that two entities of a case are one, or two events; ONE and OTHER are ids that ``purport entities`` and ``events`` print."""
    from purport.cli.cases import open_resolved
    from purport.errors import UsageError
    from purport.judging import Judge, merge_entities, merge_events
    from purport.listings.happened import Happened

    if one == other:
        raise UsageError(f"{one}: two entities or events expected, one was given twice")
    judge = Judge(author, note)
    with open_resolved(case) as opened:
        left, right = (_thing(opened, id_) for id_ in (one, other))
        if isinstance(left, Happened) and isinstance(right, Happened):
            merge_events(opened, one, other, judge)
            found = [_event(each) for each in _telling(opened, [left.tellings[0].event, right.tellings[0].event])]
            names, what = (flat(left.word), flat(right.word)), "one event"
        elif isinstance(left, Happened) or isinstance(right, Happened):
            raise UsageError(f"{one} {other}: two entities or two events expected, one of each was given")
        else:
            made = merge_entities(opened, left, right, judge)
            ends = {made.target, made.correction}
            found = [
                _entity(each) for each in _having(opened, [item for each in (left, right) for item in each.members if item[1] in ends])
            ]
            names, what = (flat(left.name), flat(right.name)), "one"
    told = f"{names[0]} and {names[1]} are {what}, by {flat(author)}"
    click.echo(f"kept: {told}; a judgement that splits them still holds" if len(found) > 1 else f"{told}: {found[0]}")


@click.command(epilog=SPLIT)
@click.argument("case")
@click.argument("one")
@click.argument("path")
@author_option
@note_option
def split(case: str, one: str, path: str, author: str, note: str | None) -> None:
    """Judge that whom the report at PATH names, or what it tells of, is not the ONE that it is taken for: an entity or an event."""
    from purport.cli.cases import open_resolved
    from purport.judging import Judge, split_entity, split_event
    from purport.listings.happened import Happened

    judge = Judge(author, note)
    with open_resolved(case) as opened:
        whole = _thing(opened, one)
        at = {place.report for place in opened.places() if place.path == path}
        if isinstance(whole, Happened):
            own = [each.event for each in whole.tellings if each.report in at]
            rest = [each.event for each in whole.tellings if each.report not in at]
            _check_parts(path, own, rest, f"{whole.word} is told in it")
            split_event(opened, one, at, judge)
            name, what = whole.word, "another event"
            found = [_event(each) for part in (own, rest) for each in _telling(opened, part)]
        else:
            mine = [each for each in whole.members if each[0] in at]
            _check_parts(path, mine, set(whole.members) - set(mine), f"{whole.name} stands in it")
            split_entity(opened, whole, at, judge)
            name, what = whole.name, "somebody else"
            first = _having(opened, mine)
            found = [_entity(each) for each in (*first, *(each for each in _having(opened, whole.members) if each not in first))]
    click.echo(f"{flat(name)} of {flat(path)} is {what}, by {flat(author)}")
    for each in found:
        click.echo(f"  {each}")


@click.command(epilog=JUDGE)
@click.argument("case")
@click.argument("thing")
@click.option(
    "--decision",
    required=True,
    type=click.Choice([*DONE, "correct", "note"]),
    metavar="DECISION",
    help="reject: it does not hold; confirm: it does; of a claim also correct, and note.",
)
@click.option(
    "--factuality",
    type=click.Choice([each.value for each in Factuality]),
    metavar="VALUE",
    help=f"How sure the source is, to correct a claim: {', '.join(Factuality)}.",
)
@author_option
@note_option
def judge(case: str, thing: str, decision: str, factuality: str | None, author: str, note: str | None) -> None:
    """Judge a comparison of two claims, or one claim; THING is an id that ``purport conflicts``, ``comparisons`` and ``claims`` print.

    What is rejected counts for nothing, until it is confirmed: the last decision holds. A claim that is corrected is held against
    others as corrected; what the machine read stays beside it.
    """
    from purport.cli.cases import open_resolved
    from purport.errors import UsageError
    from purport.judging import Judge, judge_claim, judge_comparison
    from purport.resolve.corrections import Correction

    with open_resolved(case) as opened:
        report = opened.report_of(thing)
        if report is None:
            if decision not in DONE:
                raise UsageError(f"{thing}: the case has no such claim, and comparisons are confirmed or rejected")
            made = judge_comparison(opened, thing, decision, Judge(author, note))
        else:
            correction = Correction(Factuality(factuality) if factuality else None)
            made = judge_claim(opened, report, thing, decision, Judge(author, note), correction)
    click.echo(f"{TOLD[decision]} by {flat(author)}: {flat(made.words)}")


@click.command(epilog=UNDO)
@click.argument("case")
@click.argument("judgement")
@author_option
@note_option
def undo(case: str, judgement: str, author: str, note: str | None) -> None:
    """Take a judgement back; JUDGEMENT is an id that ``purport judgements`` prints. Taking back can be taken back."""
    from purport.cli.cases import open_resolved
    from purport.judging import Judge, take_back

    with open_resolved(case) as opened:
        made = take_back(opened, judgement, Judge(author, note))
    click.echo(f"taken back by {flat(author)}: {flat(made.words)}")


@click.command(epilog=HISTORY)
@click.argument("case")
@json_option
def judgements(case: str, as_json: bool) -> None:
    """List what people have judged, the latest first: what, which way, by whom, when, why, and whether it still stands."""
    from purport.cli.cases import open_case
    from purport.listings.history import find_history

    with open_case(case) as opened:
        found = find_history(opened)
    for each in found:
        if as_json:
            print_json(each)
        else:
            where = f" [{in_one_line(each.path)}:{each.start}]" if each.path is not None else ""
            note = f": {flat(each.note)}" if each.note else ""
            gone = "" if each.stands else " (taken back)"
            click.echo(f"{each.id} {each.made[:19]} {TOLD[each.decision]} by {flat(each.author)}{note}{gone}: {flat(each.words)}{where}")
    if not as_json:
        click.echo(counted(len(found), "judgement"))


def _check_parts(path: str, own: Iterable[object], rest: Iterable[object], what: str) -> None:
    from purport.errors import UsageError

    if not list(own) or not list(rest):
        raise UsageError(f"{path}: {'nothing' if list(rest) else 'all'} of {what}, so there is nothing to split")


def _thing(case: Case, id_: str) -> CaseEntity | Happened:
    """The entity or event of a case that has an id."""
    from purport.errors import UsageError
    from purport.listings.happened import find_happened
    from purport.resolving import case_entities

    found = next((each for each in case_entities(case) if each.id == id_), None)
    found_event = found or next((each for each in find_happened(case, every=True) if each.id == id_), None)
    if found_event is None:
        raise UsageError(f"{id_}: the case has no such entity or event; purport entities and purport events list them")
    return found_event


def _having(case: Case, members: Iterable[tuple[str, str]]) -> list[CaseEntity]:
    """The entities of a case that some of its reports' are now."""
    from purport.resolving import case_entities

    wanted = set(members)
    return [each for each in case_entities(case) if wanted.intersection(each.members)]


def _telling(case: Case, events: Iterable[str]) -> list[Happened]:
    """The events of a case that some of its reports' are now."""
    from purport.listings.happened import find_happened

    wanted = set(events)
    return [each for each in find_happened(case, every=True) if any(telling.event in wanted for telling in each.tellings)]


def _entity(each: CaseEntity) -> str:
    reports = counted(len({report for report, _ in each.members}), "report")
    return f"{flat(each.name)} ({each.type}, {reports}) {each.id}"


def _event(each: Happened) -> str:
    return f"{flat(each.word)} ({each.type}, {counted(each.reports, 'report')}) {each.id}"
