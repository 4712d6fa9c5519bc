"""A long listing in parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

SIZE = 50
"""Lines of a part."""


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a listing is shown: the ``number``-th of ``parts``, from 1, of ``total`` lines in all, ``size`` in each."""

    number: int
    parts: int
    total: int
    size: int = SIZE

    @property
    def first(self) -> int:
        """How many lines stand before the part."""
        return (self.number - 1) * self.size


def part_of(total: int, number: int, size: int = SIZE) -> Part:
    """The part asked for; the last where there are not so many."""
    parts = max(1, -(-total // size))
    return Part(min(max(number, 1), parts), parts, total, size)


def cut(lines: Sequence[T], number: int, size: int = SIZE) -> tuple[Part, tuple[T, ...]]:
    """The part asked for, with its lines."""
    part = part_of(len(lines), number, size)
    return part, tuple(lines[part.first : part.first + size])
