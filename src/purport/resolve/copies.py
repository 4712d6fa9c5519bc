"""Contents that say the same in the same words: wire copies, quotations carried on, one sentence told twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from purport.records import Relation
from purport.resolve.accounts import Account
from purport.resolve.findings import Finding, by_whom, shown
from purport.resolve.stems import stems
from purport.resolve.weighing import likeness, rarest, weight

LEAST = 16.0
"""How much the words of a content count, at least, for them to be told from any others."""
ALIKE = 0.75
KEYS = 4
"""Words that a content is found by: its rarest."""


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: its rarest words, two by two."""
    if weight(_told(account.words)) < LEAST:
        return
    found = rarest(_told(account.words), KEYS)
    yield from (f"words {one} {other}" for at, one in enumerate(found) for other in found[at + 1 :])


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """Agreement, where the words are nearly the same, said as surely or not, and neither denies what the other says."""
    mine, theirs = _told(one.words), _told(other.words)
    if min(weight(mine), weight(theirs)) < LEAST or one.denied != other.denied or _is_part(one, other):
        return
    alike = likeness(mine, theirs)
    if alike >= ALIKE and _numbers(mine) == _numbers(theirs):
        why = f"nearly the same words: {by_whom(one)}; {by_whom(other)}"
        yield Finding(Relation.AGREES, None, round(alike, 2), f"Is it so: {shown(one)}?", why, copy=one.report != other.report)


@lru_cache(maxsize=65536)
def _told(words: str) -> frozenset[str]:
    return frozenset(stems(words))


def _is_part(one: Account, other: Account) -> bool:
    """Whether one content lies in the other."""
    if one.report != other.report:
        return False
    start, end = max(one.content[0].start, other.content[0].start), min(one.content[-1].end, other.content[-1].end)
    return start < end


def _numbers(told: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in told if each.isdigit())
