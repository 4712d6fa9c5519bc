"""``purport changes``: what was answered to a question over time, on two clocks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from rich.text import Text

from purport.cli.asked import Answered, Asked, find_asked
from purport.cli.options import Look, json_option, look_options
from purport.cli.terminal import open_stdout, print_json
from purport.cli.view import print_wrapped
from purport.cli.visible import flat, in_one_line
from purport.cli.words import counted, days, how_sure
from purport.records import Relation

if TYPE_CHECKING:
    from rich.console import Console

EXAMPLES = """\b
Examples:
  purport changes my.case
  purport changes my.case --about dead
  purport changes my.case --about "New Karesh" --json
"""
NAMED = 3
"""How many of the things that a question is about its heading names."""
HOW = {Relation.CONTRADICTS: "contradicts", Relation.SUPERSEDES: "supersedes", Relation.DOUBTS: "leaves open"}
"""How an answer stands to others, in words; that one agrees with another shows by itself."""


@click.command(epilog=EXAMPLES)
@click.argument("case")
@click.option("--about", metavar="WORDS", help="Part of a question, of a name that it is about, or of an answer; case does not matter.")
@json_option
@look_options
def changes(case: str, about: str | None, look: Look, as_json: bool) -> None:
    """Show what was answered to each question over time: by when it was said; when it came out and was taken in stand beside.

    Answers that contradict one another stand beside each other, and none is chosen.
    """
    from purport.cli.cases import open_resolved

    with open_resolved(case) as opened:
        found = [each for each in find_asked(opened) if about is None or each.tells_of(about)]
    if as_json:
        for each in found:
            print_json(each)
        return
    console = open_stdout(look.colour, look.width)
    for each in found:
        _print(console, each)
    console.print(Text(f"{counted(len(found), 'question')}, {counted(sum(len(each.answers) for each in found), 'answer')}"))


def _about(asked: Asked) -> str:
    """The names of what a question is about that it does not name itself."""
    names = [flat(name) for name in asked.about if name not in asked.question][:NAMED]
    return f" ({', '.join(names)})" if names else ""


def _print(console: Console, asked: Asked) -> None:
    print_wrapped(console, Text(f"== {flat(asked.question)}{_about(asked)}", "bold"))
    stands = _stands(asked)
    width = len(str(len(asked.answers)))
    for each in asked.answers:
        first, *rest = _lines(each)
        print_wrapped(console, first, before=f"{each.number:>{width}} ")
        for line in [*rest, *(Text(line, "yellow") for line in stands[each.number])]:
            print_wrapped(console, line, before=" " * (width + 1))
    console.print()


def _lines(each: Answered) -> Iterator[Text]:
    """The answer on both clocks; who gives it and where; how many carry it, where several do."""
    said, out = days(each.said_not_before, each.said_not_after), days(each.out_not_before, each.out_not_after)
    taken = f", taken in {flat(each.retrieved)}" if each.retrieved else ""
    yield Text.assemble(f"{said} | ", (flat(each.value), "bold"), f", {how_sure(each.factuality)} | out {out}{taken}")
    who = flat(each.source).strip(" ,") if each.source else "in the outlet's own voice"
    outlet = flat(each.outlet) if each.outlet else "outlet not known"
    yield Text(f"{who}, {outlet} [{in_one_line(each.path)}:{each.start}]")
    if len({path for origin in each.origins for path in origin.reports}) > 1:
        yield Text(flat(each.carried))


def _stands(asked: Asked) -> dict[int, list[str]]:
    """How each answer stands to those that it does not agree with, a line for each way."""
    found: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for each in asked.standing:
        both = ((each.second, each.first), (each.first, each.second))
        for own, other in both if each.relation is Relation.CONTRADICTS else both[: each.relation in HOW]:
            found[own, HOW[each.relation], each.condition or ""].append(other)
    lines: dict[int, list[str]] = defaultdict(list)
    for (own, how, condition), others in sorted(found.items()):
        lines[own].append(f"{how} {', '.join(map(str, sorted(others)))}{f', {condition}' if condition else ''}")
    return lines
