"""What news keeps to without saying so: a day told of without its year is near. Weaker than all that is said.

``lexicon/habits.tsv`` has each habit with how often it held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from purport.lexicon import rows
from purport.time.days import Days
from purport.time.solving import Force, Side, Statement, Witness
from purport.time.statements import is_real, named, recurring, times


@dataclass(frozen=True, slots=True)
class Habit:
    """How many days lie between what is told of and the writing, ``least`` to ``most``, and how often that held."""

    kind: str
    side: Side
    least: int
    most: int
    held: int
    of: int
    why: str


@cache
def habits() -> tuple[Habit, ...]:
    """The habits, in the order of the list."""
    return tuple(
        Habit(kind, Side[side.upper()], int(least), int(most), int(held), int(of), why)
        for kind, side, least, most, held, of, why in rows("habits.tsv")
    )


def keep(witnesses: Sequence[Witness], within: Days) -> Iterator[Statement]:
    """What habit says of when a text was written, as far as is known; nothing rests on quoted words. A day named twice speaks once."""
    if not within.bounded:
        return
    seen = set()
    for each in sorted(witnesses, key=lambda each: each.expression.start):
        what = recurring(each.expression.meaning)
        if what is None or each.quoted or (what, each.side) in seen or not is_real(what, each.expression):
            continue
        seen.add((what, each.side))
        for habit in habits():
            if (habit.kind, habit.side) == (what.kind, each.side):
                days = times(what, within).moved(habit.least, habit.most)
                yield Statement(days, f"{named(each.expression)}: {habit.why}", Force.HABIT, (each.expression,))
