"""Statements about the day of writing -> the days that are left, with the reasons in order.

A statement is the set of days on which a text can have been written if it holds, the words that make it, and a sentence. What is given
and what the words say are hard: where they cannot all hold, the smallest set that conflicts is the answer. What only quoted words say
gives way to the rest. What news keeps to without saying so (``lexicon/habits.tsv``) comes last, and never against any of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, groupby

from purport.time.days import EVER, Days
from purport.time.expression import Expression


class Side(IntEnum):
    """On which side of the writing what an expression dates surely lies; ``PRINTED`` is the day that stands at the head of the text."""

    BEFORE = -1
    OPEN = 0
    AFTER = 1
    PRINTED = 2


@dataclass(frozen=True, slots=True)
class Witness:
    """A time expression as a witness to when the text was written.

    ``side`` is where what it dates surely lies; ``events`` names what it dates, of what happens once; ``word`` is that of the verb whose
    time it tells, -1 where that is not sure; ``quoted`` whether it stands in quotation marks; ``renewed`` is for "the *first* message in
    almost a year", ``ended`` for "the *last* message was in November"; ``lapsed`` for "it is *eleven months* since the bridge fell", where
    ``word`` is the verb of what happened then.
    """

    expression: Expression
    side: Side = Side.OPEN
    events: frozenset[str] = frozenset()
    word: int = -1
    quoted: bool = False
    renewed: bool = False
    ended: bool = False
    lapsed: bool = False


class Force(IntEnum):
    """How a statement stands against others, the strongest first."""

    GIVEN = 0
    SAID = 1
    QUOTED = 2
    HABIT = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """The days on which a text can have been written if something holds, why, and the expressions that say so."""

    days: Days
    why: str
    force: Force = Force.SAID
    by: tuple[Expression, ...] = ()

    @property
    def order(self) -> tuple[int, int, str, tuple[tuple[int, int], ...]]:
        """What statements are taken in: the strongest first, then as the text has them."""
        return self.force, min((each.start for each in self.by), default=-1), self.why, self.days.stretches


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A statement that took days away, and what it left."""

    statement: Statement
    left: Days


@dataclass(frozen=True, slots=True)
class Dating:
    """When a text was written: the days left with the reasons in order, or the statements that cannot all hold."""

    days: Days
    reasons: tuple[Narrowing, ...] = ()
    conflict: tuple[Statement, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the days are bounded on both sides, by statements that agree."""
        return not self.conflict and self.days.bounded


def solve(statements: Sequence[Statement]) -> Dating:
    """The days that all hard statements leave, then those that each weaker one leaves as long as it leaves any.

    The same statements in any order give the same answer.
    """
    ordered = sorted(statements, key=lambda each: each.order)
    hard = [each for each in ordered if each.force <= Force.SAID]
    if not _left(hard):
        return Dating(Days(), (), _conflict(hard))
    days, reasons = EVER, []
    for each in ordered:
        left = days & each.days
        if left and left != days:
            days = left
            reasons.append(Narrowing(each, left))
    return Dating(days, tuple(_needed(reasons)))


def _needed(reasons: Sequence[Narrowing]) -> Iterator[Narrowing]:
    """The reasons without those that others, as strong at least, make idle."""
    days = EVER
    for _, group in groupby((each.statement for each in reasons), key=lambda each: each.force):
        statements = [*group]
        after = [EVER, *accumulate((each.days for each in reversed(statements)), Days.__and__)]
        for at, statement in enumerate(statements):
            others = days & after[len(statements) - at - 1]
            if others & statement.days != others:
                days &= statement.days
                yield Narrowing(statement, days)


def _left(statements: Sequence[Statement]) -> Days:
    days = EVER
    for each in statements:
        days &= each.days
    return days


def _conflict(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statement after which no day is left, with the first that it cannot hold beside, or the fewest that leave it none together."""
    lefts = accumulate((each.days for each in statements), Days.__and__)
    at = next(at for at, left in enumerate(lefts) if not left)
    last, kept = statements[at], [*statements[:at]]
    alone = next((each for each in kept if not each.days & last.days), None)
    if alone is not None:
        return alone, last
    for each in statements[:at]:
        others = [other for other in kept if other is not each]
        if not _left([*others, last]):
            kept = others
    return *kept, last
