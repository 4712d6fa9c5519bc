"""Contents that say the same in the same words: wire copies, quotations carried on, one sentence told twice."""

from __future__ import annotations

from collections.abc import Iterator

from purport.records import Relation
from purport.resolve.accounts import Account
from purport.resolve.findings import Finding, by_whom, shown
from purport.resolve.weighing import likeness, rarest, weight

LEAST = 20.0
"""How much the words of a content count, at least, for them to be told from any others."""
ALIKE = 0.75
KEYS = 4
"""Words that a content is found by: its rarest."""


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: its rarest words, two by two."""
    if weight(account.stems) < LEAST:
        return
    found = rarest(account.stems, KEYS)
    yield from (f"words {one} {other}" for at, one in enumerate(found) for other in found[at + 1 :])


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """Agreement, where the words are nearly the same, said as surely or not, and neither denies what the other says.

    The same words of two messages are no agreement.
    """
    if min(weight(one.stems), weight(other.stems)) < LEAST or one.denied != other.denied or _are_of_two(one, other):
        return
    alike = likeness(one.stems, other.stems)
    if alike >= ALIKE and _numbers(one) == _numbers(other):
        yield Finding(
            Relation.AGREES,
            None,
            round(alike, 2),
            f"Is it so: {shown(one)}?",
            f"nearly the same words: {by_whom(one)}; {by_whom(other)}",
            copy=one.report != other.report,
        )


def _are_of_two(one: Account, other: Account) -> bool:
    """Whether two accounts tell of messages of one speaker that came out on other days."""
    pairs = [(mine, theirs) for mine in one.messages for theirs in other.messages if mine.speaker == theirs.speaker]
    return bool(pairs) and all(mine.released.apart(theirs.released) for mine, theirs in pairs)


def _numbers(account: Account) -> frozenset[str]:
    return frozenset(stem for stem in account.stems if stem.isdigit())
