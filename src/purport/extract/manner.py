"""The manner of speech: what word lists tell of a cue or source, weighed with what the network says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from purport.reader import Manners
from purport.reader.layers import ACTS, SOURCE_TYPES, STANCES, Columns
from purport.records import Span

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Question(Generic[Value]):
    """What is asked of a cue or source, and the answers there are.

    ``vote`` is how much the lists' answer is favoured: what it adds to the logarithm of the network's probability. About the best on the
    reports that training holds out (``benchmarks/manners.py``); 0.5 to 2 differ by less than a point.
    """

    layer: Columns
    values: tuple[Value, ...]
    vote: float


STANCE = Question(Columns.STANCE, STANCES, 2.0)
ACT = Question(Columns.ACT, ACTS, 1.0)
NEGATED = Question(Columns.NEGATED, (False, True), 1.0)
SOURCE_TYPE = Question(Columns.SOURCE_TYPE, SOURCE_TYPES, 0.5)


def weigh(manners: Manners, asked: Question[Value], span: Span | None, listed: Value) -> Value:
    """The answer for a cue or source to which the lists say ``listed``; that one where there is no span or the network says nothing."""
    chances = manners.of(asked.layer, span).copy()
    chances[asked.values.index(listed)] += asked.vote
    return asked.values[int(chances.argmax())]
