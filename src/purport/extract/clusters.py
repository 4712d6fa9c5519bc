"""Expressions that refer, and which of them are one, as far as what is known of each allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from purport.extract.names import Known
from purport.records import MentionForm, Span


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression that refers: a name as the network found it, or what a word heads.

    ``word`` is its head, ``None`` for a name without words; ``label`` is one of the network's.
    """

    word: int | None
    label: str
    form: MentionForm
    name: Span | None = None


class Clusters:
    """Which of some numbered things are one; each cluster goes by its least number. The two of each pair in ``apart`` are never one."""

    def __init__(self, known: Sequence[Known], apart: Iterable[tuple[int, int]] = ()) -> None:
        self._above = list(range(len(known)))
        self._known = list(known)
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def of(self, one: int) -> int:
        """The number of the cluster that a thing is in."""
        while self._above[one] != one:
            self._above[one] = one = self._above[self._above[one]]
        return one

    def known(self, one: int) -> Known:
        """What is known of the cluster that a thing is in."""
        return self._known[self.of(one)]

    def may_join(self, one: int, other: int) -> bool:
        """Whether nothing speaks against two things being one."""
        low, high = self.of(one), self.of(other)
        if low == high:
            return True
        apart = any(self.of(each) == high for each in self._apart.get(low, ()))
        return not apart and self._known[low].may_be(self._known[high])

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Makes the two of each pair one, unless they cannot be."""
        for one, other in pairs:
            low, high = sorted((self.of(one), self.of(other)))
            if low != high and self.may_join(low, high):
                self._above[high] = low
                self._known[low] = self._known[low].and_of(self._known[high])
                if high in self._apart:
                    self._apart.setdefault(low, set()).update(self._apart.pop(high))
