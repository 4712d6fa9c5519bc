"""``purport merge``, ``split`` and ``judge``: what a person judges of aliases, events and comparisons, kept as rows for good."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from purport.cli.made import new_id, now
from purport.listings.verdicts import DONE
from purport.visible import flat
from purport.wording import counted

if TYPE_CHECKING:
    from purport.listings.happened import Happened
    from purport.records import Judgement
    from purport.resolve import CaseEntity, Profile
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
  purport judge my.case 78e8bd21e8361155 --decision confirm --author "A. Brisk"
"""
author_option = click.option("--author", required=True, metavar="NAME", help="Who judges.")
note_option = click.option("--note", metavar="WORDS", help="Why.")


@click.command(epilog=MERGE)
@click.argument("case")
@click.argument("one")
@click.argument("other")
@author_option
@note_option
def merge(case: str, one: str, other: str, author: str, note: str | None) -> None:
    """Judge that two entities of a case are one, or two events; ONE and OTHER are ids that ``purport entities`` and ``events`` print."""
    from purport.cli.cases import open_resolved
    from purport.cli.judging_events import merge_events
    from purport.errors import UsageError
    from purport.listings.happened import Happened
    from purport.resolving import judge_aliases, profiles_of

    if one == other:
        raise UsageError(f"{one}: two entities or events expected, one was given twice")
    with open_resolved(case) as opened:
        left, right = (_thing(opened, id_) for id_ in (one, other))
        if isinstance(left, Happened) and isinstance(right, Happened):
            click.echo(merge_events(opened, left, right, author, note))
            return
        if isinstance(left, Happened) or isinstance(right, Happened):
            raise UsageError(f"{one} {other}: two entities or two events expected, one of each was given")
        mine, theirs = (profiles_of(opened, each)[0] for each in (left, right))
        judge_aliases(opened, [_alias(left, mine, right, theirs, "merge", author, note)], [*left.members, *right.members])
        found = _having(opened, [mine.member, theirs.member])
    if len(found) > 1:
        click.echo(f"kept: {flat(left.name)} and {flat(right.name)} are one, by {flat(author)}; a judgement that splits them still holds")
    else:
        click.echo(f"{flat(left.name)} and {flat(right.name)} are one, by {flat(author)}: {_told(found[0])}")


@click.command(epilog=SPLIT)
@click.argument("case")
@click.argument("one")
@click.argument("path")
@author_option
@note_option
def split(case: str, one: str, path: str, author: str, note: str | None) -> None:
    """Judge that whom the report at PATH names, or what it tells of, is not the ONE that it is taken for: an entity or an event."""
    from purport.cli.cases import open_resolved
    from purport.cli.judging_events import split_event
    from purport.errors import UsageError
    from purport.listings.happened import Happened
    from purport.resolving import judge_aliases, profiles_of

    with open_resolved(case) as opened:
        whole = _thing(opened, one)
        if isinstance(whole, Happened):
            click.echo("\n".join(split_event(opened, whole, path, author, note)))
            return
        profiles = profiles_of(opened, whole)
        own = [each for each in profiles if each.path == path]
        rest = {each.signature: each for each in reversed(profiles) if each.path != path}
        if not own or not rest:
            raise UsageError(f"{path}: {'nothing' if rest else 'all'} of {whole.name} stands in it, so there is nothing to split")
        made = [_alias(whole, mine, whole, theirs, "split", author, note) for mine in own for theirs in rest.values()]
        judge_aliases(opened, made, whole.members)
        found = _having(opened, [each.member for each in own])
        left = [each for each in _having(opened, whole.members) if each not in found]
    click.echo(f"{flat(whole.name)} of {flat(path)} is somebody else, by {flat(author)}")
    for each in (*found, *left):
        click.echo(f"  {_told(each)}")


@click.command(epilog=JUDGE)
@click.argument("case")
@click.argument("comparison")
@click.option(
    "--decision", required=True, type=click.Choice(list(DONE)), metavar="DECISION", help="reject: it does not hold; confirm: it does."
)
@author_option
@note_option
def judge(case: str, comparison: str, decision: str, author: str, note: str | None) -> None:
    """Judge a comparison of two claims; COMPARISON is an id that ``purport conflicts`` and ``purport comparisons`` print.

    One that is rejected counts for nothing, until it is confirmed: the last decision holds.
    """
    from purport.cli.cases import open_resolved
    from purport.errors import UsageError
    from purport.records import Judgement
    from purport.resolving import COMPARISONS

    with open_resolved(case) as opened:
        found = next((each for each in opened.comparisons() if each.id == comparison), None)
        if found is None:
            raise UsageError(f"{comparison}: the case has no such comparison; purport comparisons lists them")
        made, (first, *_) = now(), found.left.content
        words, report, id_ = f"{found.relation}: {found.why}", found.left.report, new_id(COMPARISONS, comparison, decision, author, made)
        row = Judgement(id_, comparison, COMPARISONS, decision, author, made, words, report, first.start, first.end, note=note)
        opened.add_judgement(row)
    click.echo(f"{DONE[decision]} by {flat(author)}: {found.relation}: {flat(found.why)}")


def _thing(case: Case, id_: str) -> CaseEntity | Happened:
    """The entity or event of a case that has an id."""
    from purport.cli.judging_events import find_event
    from purport.errors import UsageError
    from purport.resolving import case_entities

    found = next((each for each in case_entities(case) if each.id == id_), None) or find_event(case, id_)
    if found is None:
        raise UsageError(f"{id_}: the case has no such entity or event; purport entities and purport events list them")
    return found


def _having(case: Case, members: Iterable[tuple[str, str]]) -> list[CaseEntity]:
    """The entities of a case that some of its reports' are now."""
    from purport.resolving import case_entities

    wanted = set(members)
    return [each for each in case_entities(case) if wanted.intersection(each.members)]


def _told(entity: CaseEntity) -> str:
    reports = counted(len({report for report, _ in entity.members}), "report")
    return f"{flat(entity.name)} ({entity.type}, {reports}) {entity.id}"


def _alias(left: CaseEntity, mine: Profile, right: CaseEntity, theirs: Profile, decision: str, author: str, note: str | None) -> Judgement:
    """A decision on two entities of reports, with the words of the first."""
    from purport.records import Judgement
    from purport.resolve.joining import LAYER

    made, words = now(), f"{left.name} / {right.name}"
    at = next(iter(mine.names), None)
    start, end = (at.start, at.end) if at else (None, None)
    id_ = new_id(LAYER, *mine.member, *theirs.member, decision, author, made)
    return Judgement(id_, mine.entity, LAYER, decision, author, made, words, mine.report, start, end, theirs.entity, note)
