"""Contents that say the same in the same words: wire copies, quotations carried on, one sentence told twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

from purport.lexicon import words as listed
from purport.records import Factuality, Relation
from purport.resolve.accounts import Account
from purport.resolve.findings import Finding, by_whom, shown
from purport.resolve.stems import stem, stems
from purport.resolve.weighing import likeness, rarest, weight

LEAST = 16.0
"""How much the words of a content count, at least, for them to be told from any others."""
ALIKE = 0.75
KEYS = 4
"""Words that a content is found by: its rarest."""


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: its rarest words, two by two, or the only one that is no number, with all its numbers."""
    told = _told(account.words)
    if weight(told) < LEAST:
        return
    numbers = _numbers(told)
    found = rarest(told - numbers, KEYS)
    pairs = combinations(found, 2) if len(found) > 1 else [found] if found else []
    yield from (f"words {' '.join(pair)} {' '.join(sorted(numbers))}" for pair in pairs)


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """Agreement, where the words are nearly the same, said as surely or not, and neither denies or leaves open what the other says."""
    mine, theirs = _told(one.words), _told(other.words)
    if min(weight(mine), weight(theirs)) < LEAST or _takes(one) != _takes(other) or _is_part(one, other):
        return
    alike = likeness(mine, theirs)
    if alike >= ALIKE and _numbers(mine) == _numbers(theirs):
        why = f"nearly the same words: {by_whom(one)}; {by_whom(other)}"
        yield Finding(Relation.AGREES, None, round(alike, 2), f"Is it so: {shown(one)}?", why, copy=one.report != other.report)


@lru_cache(maxsize=65536)
def _told(words: str) -> frozenset[str]:
    return frozenset(stems(words))


def _takes(account: Account) -> tuple[bool, bool]:
    """How an account takes what it tells: as not so, as open."""
    return account.denied, account.factuality is Factuality.UNCOMMITTED


def _is_part(one: Account, other: Account) -> bool:
    """Whether one content lies in the other."""
    if one.report != other.report:
        return False
    start, end = max(one.content[0].start, other.content[0].start), min(one.content[-1].end, other.content[-1].end)
    return start < end


def _numbers(told: frozenset[str]) -> frozenset[str]:
    return frozenset(each for each in told if each.isdigit() or each in _number_words())


@cache
def _number_words() -> frozenset[str]:
    return frozenset(stem(form) for form, (what, *_) in listed("number_words.tsv").items() if what in ("unit", "ten", "scale", "plural"))
