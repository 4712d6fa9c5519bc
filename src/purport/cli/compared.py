"""Comparisons as a listing shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rich.text import Text

from purport.cli.marks import STYLES, Role
from purport.cli.view import print_wrapped
from purport.listings.verdicts import Verdict
from purport.records import Comparison, Relation, Side
from purport.visible import flat, in_one_line

if TYPE_CHECKING:
    from rich.console import Console

    from purport.listings.sides import Sides
    from purport.resolve.choosing import Compared

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


def print_head(console: Console, comparison: Head, verdict: Verdict | None) -> None:
    """The relation with its type, the id, under which condition, why, and what a person has judged."""
    kind = f"{comparison.relation}{f' ({comparison.type})' if comparison.type else ''}"
    style = "bold yellow" if comparison.relation is PARTED else "bold"
    print_wrapped(console, Text.assemble((kind, style), f" {comparison.id}"))
    if verdict is not None:
        print_wrapped(console, Text(verdict.told(), "italic"), before="  ")
    condition = f", {comparison.condition}" if comparison.condition else ""
    print_wrapped(console, Text(f"{flat(comparison.why)}{condition}"), before="  ")


def print_compared(console: Console, sides: Sides, compared: Compared, verdict: Verdict | None) -> None:
    """Print one, with the words of both sides."""
    comparison, *accounts = compared
    print_head(console, comparison, verdict)
    for sign, account in zip("-+", accounts, strict=True):
        words = Text(sides.words(account.report, sides.quotes(account)), STYLES[Role.CONTENT])
        print_wrapped(console, words + Text(f" [{in_one_line(account.path)}:{account.shown[0].start}]"), before=f"  {sign} ")
    console.print()


def as_record(each: Comparison, verdict: Verdict | None) -> JudgedComparison:
    """A comparison with what a person has judged of it."""
    return JudgedComparison(each.id, each.relation, each.type, each.condition, each.score, each.why, each.left, each.right, verdict)
