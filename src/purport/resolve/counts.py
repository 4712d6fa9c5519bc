"""Numbers of the same thing: agreed on, contradicted, or replaced by a later count."""

from __future__ import annotations

import math
from collections.abc import Iterator

from purport.lexicon import words as listed
from purport.records import Quantity, Relation
from purport.resolve.accounts import SURE, Account
from purport.resolve.findings import Finding, by_whom, same_source
from purport.resolve.stems import stem, stems

LATER = 2
"""Days after which another source's higher toll is a later count, and not another account."""


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: what it counts, and what it speaks of."""
    for kind in {_kind(each) for each in account.quantities} - {None}:
        yield from (f"count {kind} {about}" for about in sorted(account.about_names))


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """What two accounts' numbers of the same thing come to; ``one`` was not said later."""
    if not {one.factuality, other.factuality} <= SURE or not one.about & other.about:
        return
    for left in one.quantities:
        for right in other.quantities:
            if _kind(left) is not None and _kind(left) == _kind(right) and left.unit == right.unit:
                yield _compared(one, left, other, right)


def _compared(one: Account, left: Quantity, other: Account, right: Quantity) -> Finding:
    question = f"How many: {left.of or _kind(left)}?"
    why = f"{_told(left)} ({by_whom(one)}); {_told(right)} ({by_whom(other)})"
    if _meet(left, right):
        same = same_source(one, other) and one.report != other.report
        return Finding(Relation.AGREES, "number", 0.7, question, why, copy=same)
    if one.said.before(other.said) and (same_source(one, other) or _has_grown(one, left, other, right)):
        return Finding(Relation.SUPERSEDES, "number", 0.8, question, why)
    return Finding(Relation.CONTRADICTS, "number", 0.8, question, why)


def _has_grown(one: Account, left: Quantity, other: Account, right: Quantity) -> bool:
    """Whether a count that moves one way has moved that way, days later."""
    way = listed("moving_counts.tsv").get(_kind(left) or "")
    if way is None or one.said.last is None or other.said.first is None or (other.said.first - one.said.last).days < LATER:
        return False
    rising = (right.low or 0) > (left.high if left.high is not None else left.low or 0)
    return rising if way[0] == "up" else not rising


def _meet(left: Quantity, right: Quantity) -> bool:
    return max(_low(left), _low(right)) <= min(_high(left), _high(right))


def _low(quantity: Quantity) -> float:
    return -math.inf if quantity.low is None else quantity.low


def _high(quantity: Quantity) -> float:
    return math.inf if quantity.high is None else quantity.high


def _kind(quantity: Quantity) -> str | None:
    """What is counted, so that all who count it are found."""
    found = stems(quantity.of or "")
    return " ".join(sorted(found)) if found and found != (stem("person"),) else None


def _told(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is not None and high is not None:
        return f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return f"at least {low:g}" if low is not None else f"at most {high:g}" if high is not None else "some"
