"""What a number that stands without a noun counts, by the numbers before it: "saw four helicopters, while another counted two"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from purport.extract.counted import Counted
from purport.extract.prose import Prose
from purport.extract.syntax import preposition_of

NEAR = 2
"""Sentences back in which the number stands that a bare one is like."""
PRICED = frozenset({"at", "to", "from", "for", "against", "above", "below"})
FAR = 6
"""Sentences back within which "the figure" points to a number."""

UNLIKE = 5.0
"""How many times another number of one thing is, at most: a toll of 27 became one of 119."""


@dataclass(frozen=True, slots=True)
class Before:
    """A number that was read: its head, what it counts, and how many, if that is told."""

    head: int
    counted: Counted
    size: float | None = None


def like(prose: Prose, head: int, before: Sequence[Before]) -> Counted | None:
    """What the last number near enough counts that stands in the same place of its clause, else the last."""
    words = prose.words
    near = [each for each in _counting(before) if words.sentences[head] - words.sentences[each.head] <= NEAR]
    same = [each for each in near if _place(prose, each.head) == _place(prose, head)]
    return next((each.counted for each in reversed(same or near)), None)


def pointed_to(prose: Prose, head: int, before: Sequence[Before], size: float | None = None) -> Counted | None:
    """What "the figure" of a number points to: what the number most like it in size counts, if any is like it.

    Of two that are as like, the last; where no size is told, the last of which something became, else the last.
    """
    near = [each for each in _counting(before) if prose.words.sentences[head] - prose.words.sentences[each.head] <= FAR]
    sized = [(each, _apart(each.size, size)) for each in reversed(near) if each.size and size and not each.counted.part]
    if sized:
        best, apart = min(sized, key=lambda each: each[1])
        return best.counted if apart <= UNLIKE else None
    told = [each for each in near if each.counted.state is not None and not each.counted.part]
    return next((each.counted for each in reversed(told or near)), None)


def _apart(one: float, other: float) -> float:
    return max(one, other) / min(one, other)


def paid_like(prose: Prose, head: int, before: Sequence[Before]) -> Counted | None:
    """What a number counts that follows an amount of money: "at 43.10 marks on Tuesday, and at 28.45 on Wednesday"."""
    paid = next((each for each in reversed(before) if each.counted.unit is not None), None)
    if paid is None or prose.words.sentences[head] - prose.words.sentences[paid.head] > NEAR:
        return None
    is_price = "." in prose.raw(head) or (paid is before[-1] and preposition_of(prose.tree, head) in PRICED)
    return paid.counted if is_price else None


def _counting(before: Sequence[Before]) -> list[Before]:
    return [each for each in before if each.counted.unit is None and each.counted.of is not None and not each.counted.whole]


def _place(prose: Prose, head: int) -> str:
    """The relation in which a number, or the noun with it, stands in its clause."""
    words = prose.words
    relation, above = words.relations[head], words.heads[head]
    if relation in ("nummod", "compound", "det") and above >= 0:
        relation = words.relations[above]
    return relation.split(":")[0]
