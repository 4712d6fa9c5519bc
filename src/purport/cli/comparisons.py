"""``purport comparisons``: claims held together, one pair a line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import click
from rich.text import Text

from purport.cli.marks import STYLES, Role
from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json
from purport.cli.verdicts import Verdict, find_verdicts
from purport.cli.view import print_wrapped
from purport.cli.visible import flat, in_one_line
from purport.cli.words import counted
from purport.records import Comparison, Relation, Side

if TYPE_CHECKING:
    from rich.console import Console

    from purport.cli.sides import Sides
    from purport.resolve.choosing import Compared

EXAMPLES = """\b
Examples:
  purport comparisons my.case
  purport comparisons my.case --relation contradicts --json
"""
RELATIONS = [each.value for each in Relation if each is not Relation.UNRELATED]
PARTED = Relation.CONTRADICTS


class Head(Protocol):
    """How two accounts stand to each other, of whatever line."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def relation(self) -> Relation: ...  # noqa: D102
    @property
    def type(self) -> str | None: ...  # noqa: D102
    @property
    def condition(self) -> str | None: ...  # noqa: D102
    @property
    def why(self) -> str: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class JudgedComparison:
    """A line of ``purport comparisons --json``: a comparison, and what a person has judged of it."""

    id: str
    relation: Relation
    type: str | None
    condition: str | None
    score: float
    why: str
    left: Side
    right: Side
    judged: Verdict | None


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option(
    "--relation", type=click.Choice(RELATIONS), metavar="RELATION", help=f"How the two stand to each other: {', '.join(RELATIONS)}."
)
@json_option
@look_options
def comparisons(case: str, relation: str | None, look: Look, as_json: bool) -> None:
    """List how claims stand to each other: which agree, contradict, replace or doubt one another.

    What several reports carry on from one another is compared once, as the first of them told it. Those that a person has rejected
    stand last.
    """
    from purport.cli.cases import open_resolved
    from purport.cli.sides import Sides
    from purport.resolving import shown

    with open_resolved(case) as opened:
        found = [each for each in shown(opened, rejected=True) if relation is None or each[0].relation == relation]
        judged = find_verdicts(opened)
        if as_json:
            for each, _, _ in found:
                print_json(_record(each, judged.get(each.id)))
            return
        sides = Sides(opened, [account for each in found for account in each[1:]], unfold=look.unfold)
    console = open_stdout(look.colour, look.width)
    for compared in found:
        _print(console, sides, compared, judged.get(compared[0].id))
    console.print(Text(counted(len(found), "comparison")))


def print_head(console: Console, comparison: Head, verdict: Verdict | None) -> None:
    """The relation with its type, the id, under which condition, why, and what a person has judged."""
    kind = f"{comparison.relation}{f' ({comparison.type})' if comparison.type else ''}"
    style = "bold yellow" if comparison.relation is PARTED else "bold"
    print_wrapped(console, Text.assemble((kind, style), f" {comparison.id}"))
    if verdict is not None:
        print_wrapped(console, Text(verdict.told(), "italic"), before="  ")
    condition = f", {comparison.condition}" if comparison.condition else ""
    print_wrapped(console, Text(f"{flat(comparison.why)}{condition}"), before="  ")


def _print(console: Console, sides: Sides, compared: Compared, verdict: Verdict | None) -> None:
    comparison, *accounts = compared
    print_head(console, comparison, verdict)
    for sign, account in zip("-+", accounts, strict=True):
        words = Text(sides.words(account.report, sides.quotes(account)), STYLES[Role.CONTENT])
        print_wrapped(console, words + Text(f" [{in_one_line(account.path)}:{account.shown[0].start}]"), before=f"  {sign} ")
    console.print()


def _record(each: Comparison, verdict: Verdict | None) -> JudgedComparison:
    return JudgedComparison(each.id, each.relation, each.type, each.condition, each.score, each.why, each.left, each.right, verdict)
