"""Words that widen a number: "at least", "about", "or more". They are the list ``lexicon/approximators.tsv``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import ceil, floor

from purport.extract.tokens import HYPHENS, Token
from purport.lexicon import rows

LONGEST = 4
"""Words of the longest phrase before a number."""
ROUND = (5, 2.5, 2, 1)
"""The first figures of steps between round numbers."""
FEWEST = 4
"""Steps that a number is made of at least, so that 40 is a round ten and no round twenty."""


def before(tokens: Sequence[Token], at: int) -> tuple[str, int, bool]:
    """What the longest phrase before a token says of a number, how many words it has, and whether it may be a preposition."""
    for size in range(min(LONGEST, at), 0, -1):
        row = _phrases("before", "preposition").get("_".join(each.form for each in tokens[at - size : at]))
        if row is not None:
            return row[1], size, row[0] == "preposition"
    return "", 0, False


def after(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """What a phrase that begins at a token says of the number before it, and how many tokens it has."""
    for size in (3, 2):
        row = _phrases("after").get("_".join(each.form for each in tokens[at : at + size]))
        if row is not None and at + size <= len(tokens):
            return row[1], size
    if at < len(tokens) and tokens[at].form == "+" and tokens[at].glued:
        return "at_least", 1
    if at + 1 < len(tokens) and tokens[at].form in HYPHENS and tokens[at].glued and (row := _phrases("after").get(tokens[at + 1].form)):
        return row[1], 2
    return "", 0


@cache
def _phrases(*places: str) -> dict[str, tuple[str, str]]:
    """The phrases that stand in these places, with the place and what they say."""
    return {form: (place, how) for forms, place, how in rows("approximators.tsv") if place in places for form in forms.split()}


def widened(how: str, low: float | None, high: float | None, *, whole: bool) -> tuple[float | None, float | None]:
    """A range with one end opened, or both moved outward by steps of round numbers."""
    one = 1 if whole else 0
    match how:
        case "same":
            return low, high
        case "at_least":
            return low, None
        case "more":
            return (None if low is None else low + one), None
        case "at_most":
            return None, high
        case "fewer":
            return None, (None if high is None else high - one)
    below, above = map(float, how.split())
    least = None if low is None else low - below * step(low)
    most = None if high is None else high + above * step(high)
    if not whole:
        return least, most
    return (None if least is None else float(floor(least))), (None if most is None else float(ceil(most)))


def step(value: float) -> float:
    """The distance of the round numbers that a number is one of: 50 for 300, 10 for 40, 1 for 17."""
    hundredths = round(value * 100)
    for power in (10**k for k in range(len(str(hundredths)), -1, -1)):
        for first in ROUND:
            size = first * power
            if FEWEST * size <= hundredths and hundredths % size == 0:
                return float(size / 100)
    return value
