"""``purport conflicts``: where accounts part, by the question they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import click
from rich.text import Text

from purport.cli.options import Look, json_option, look_options
from purport.cli.origins import CarriedFrom, carried
from purport.cli.terminal import open_stdout, print_json
from purport.cli.view import print_wrapped
from purport.cli.visible import flat, in_one_line
from purport.cli.words import days, how_sure
from purport.records import Factuality, Relation

if TYPE_CHECKING:
    from rich.console import Console

    from purport.resolve.accounts import Account
    from purport.resolve.choosing import Compared
    from purport.resolve.origins import Origin
    from purport.store import Place
    from purport.tracing import Found

EXAMPLES = """\b
Examples:
  purport conflicts my.case
  purport conflicts my.case --json
"""
PARTING = (Relation.CONTRADICTS, Relation.SUPERSEDES, Relation.DOUBTS)
HOW = {Relation.CONTRADICTS: "contradicts", Relation.SUPERSEDES: "later", Relation.DOUBTS: "leaves it open"}


@dataclass(frozen=True, slots=True)
class Voice:
    """One side of a conflict; ``carried`` is how many reports carry it from how many ``origins``, as a sentence."""

    path: str
    outlet: str | None
    source: str | None
    said_not_before: str | None
    said_not_after: str | None
    factuality: Factuality
    start: int
    end: int
    words: str
    carried: str
    origins: tuple[CarriedFrom, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A line of ``purport conflicts --json``: a question, two answers to it, and how the second stands to the first."""

    question: str
    relation: Relation
    type: str | None
    condition: str | None
    why: str
    left: Voice
    right: Voice


@click.command(epilog=EXAMPLES)
@click.argument("case")
@json_option
@look_options
def conflicts(case: str, look: Look, as_json: bool) -> None:
    """List where accounts part, by question: both accounts with their sources, dates and words.

    A later count or a correction is no contradiction and is marked as later; one who cannot confirm what another says leaves it open.
    """
    from purport.cli.cases import open_resolved
    from purport.resolving import shown
    from purport.tracing import find_origins

    with open_resolved(case) as opened:
        parting = [each for each in shown(opened) if each[0].relation in PARTING]
        origins = find_origins(opened, ((account, each[0].type) for each in parting for account in each[1:]))
        places = {each.report: each for each in opened.places()}
        found = sorted(_conflicts(parting, origins, places), key=lambda each: each.question)
    if as_json:
        for each in found:
            print_json(each)
        return
    console = open_stdout(look.colour, look.width)
    for question, group in groupby(found, key=lambda each: each.question):
        _print_question(console, question, list(group))
    click.echo(f"{len({each.question for each in found})} questions, {len(found)} pairs of accounts that part")


def _conflicts(compared: Iterable[Compared], origins: Found, places: Mapping[str, Place]) -> Iterator[Conflict]:
    from purport.resolve.compare import question
    from purport.tracing import wanted

    for each, *accounts in compared:
        left, right = (_voice(account, origins[wanted(account, each.type)], places) for account in accounts)
        yield Conflict(question(*accounts), each.relation, each.type, each.condition, each.why, left, right)


def _voice(account: Account, origins: Sequence[Origin], places: Mapping[str, Place]) -> Voice:
    from purport.resolve.origins import count_origins

    said = account.said
    first, last = (None if day is None else day.isoformat() for day in (said.first, said.last))
    source = account.source.words if account.source else None
    start, end = account.shown[0].start, account.shown[-1].end
    voice = (account.path, account.outlet, source, first, last, account.factuality, start, end, account.words)
    return Voice(*voice, count_origins(origins), carried(origins, places))


def _print_question(console: Console, question: str, group: list[Conflict]) -> None:
    print_wrapped(console, Text(f"== {flat(question)}", "bold"))
    for each in group:
        kind = f"{each.relation}{f' ({each.type})' if each.type else ''}{f', {each.condition}' if each.condition else ''}"
        print_wrapped(console, Text(kind, "bold yellow" if each.relation is Relation.CONTRADICTS else "bold"))
        for sign, side in (("-", each.left), ("+", each.right)):
            print_wrapped(console, Text(f"  {sign} {_told(side)}"))
            print_wrapped(console, Text(flat(side.carried), "dim"), before="    ")
    console.print()


def _told(side: Voice) -> str:
    who = flat(side.source) if side.source else "in the outlet's own voice"
    outlet = flat(side.outlet) if side.outlet else in_one_line(side.path)
    when = days(side.said_not_before, side.said_not_after)
    return f"{who} ({outlet}, {when}), {how_sure(side.factuality)}: {flat(side.words)} [{in_one_line(side.path)}:{side.start}]"
