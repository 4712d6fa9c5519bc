"""``purport merge`` and ``purport split``: a person's judgement on who is one, kept as a row and never overwritten."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from purport.resolve import CaseEntity
    from purport.store import Case

MERGE = """\b
Examples:
  purport merge my.case 3f0c9a1b2d4e5f60 9a8b7c6d5e4f3a2b --author "A. Brisk" --note "same passport"
"""
SPLIT = """\b
Examples:
  purport split my.case 3f0c9a1b2d4e5f60 story.txt --author "A. Brisk"
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
    """Judge that two entities of a case are one; ONE and OTHER are ids that ``purport entities`` prints."""
    from purport.cli.cases import open_resolved

    with open_resolved(case) as opened:
        left, right = (_entity(opened, id_) for id_ in (one, other))
        _judge(opened, left, right, "merge", author, note)
    click.echo(f"{left.name} and {right.name} are one, by {author}")


@click.command(epilog=SPLIT)
@click.argument("case")
@click.argument("entity")
@click.argument("path")
@author_option
@note_option
def split(case: str, entity: str, path: str, author: str, note: str | None) -> None:
    """Judge that the one whom the report at PATH names is not the ENTITY that he is taken for."""
    from dataclasses import replace

    from purport.cli.cases import open_resolved
    from purport.errors import UsageError

    with open_resolved(case) as opened:
        whole = _entity(opened, entity)
        paths = {analysis.report.id: analysis.report.path for analysis in opened.analyses()}
        own = tuple(member for member in whole.members if paths[member[0]] == path)
        rest = tuple(member for member in whole.members if member not in own)
        if not own or not rest:
            raise UsageError(f"{path}: {'nothing' if rest else 'all'} of {whole.name} stands in it, so there is nothing to split")
        for member in rest:
            _judge(opened, replace(whole, members=own), replace(whole, members=(member,)), "split", author, note)
    click.echo(f"{whole.name} of {path} is somebody else, by {author}")


def _entity(case: Case, id_: str) -> CaseEntity:
    from purport.errors import UsageError
    from purport.resolving import case_entities

    found = next((each for each in case_entities(case) if each.id == id_), None)
    if found is None:
        raise UsageError(f"{id_}: the case has no such entity; purport entities lists them")
    return found


def _judge(case: Case, left: CaseEntity, right: CaseEntity, decision: str, author: str, note: str | None) -> None:
    from purport.ids import digest
    from purport.records import Judgement
    from purport.resolve.joining import LAYER
    from purport.resolving import decide_anew

    one, other, made = left.members[0], right.members[0], datetime.now(UTC).isoformat(timespec="microseconds")
    id_ = digest((LAYER, *one, *other, decision, author, made))
    words = f"{left.name} / {right.name}"
    case.add_judgement(Judgement(id_, one[1], LAYER, decision, author, made, words, report=one[0], correction=other[1], note=note))
    decide_anew(case, [*left.members, *right.members])
