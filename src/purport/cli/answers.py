"""Questions with their answers over time, as a person reads them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from purport.cli.view import print_wrapped
from purport.listings.questions import Answered, Asked
from purport.records import Relation
from purport.visible import flat, in_one_line
from purport.wording import counted, days, how_sure

NAMED = 3
"""How many of the things that a question is about its heading names."""
HOW = {Relation.CONTRADICTS: "contradicts", Relation.SUPERSEDES: "supersedes", Relation.DOUBTS: "leaves open"}
"""How an answer stands to others, in words; that one agrees with another shows by itself."""


def print_asked(console: Console, found: Sequence[Asked]) -> None:
    """Print questions, each with its answers, and how many there are."""
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
