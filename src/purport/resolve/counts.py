"""Numbers of the same thing: agreed on, contradicted, or replaced by a later count."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from purport.lexicon import words as listed
from purport.records import Relation
from purport.resolve.accounts import SURE, Account, Count
from purport.resolve.findings import Answer, Finding, by_whom, same_source
from purport.resolve.stems import kind, stem, stems
from purport.resolve.weighing import leading, weight

COMMON, TELLING = 2, 6.0
"""Things that two accounts are both about, at least, and how rare what both say of those counted is, for them to count the same."""
ABOUT, SAID = "counted about ", "counted said "
"""How the keys begin of which two accounts must have one each in common."""
FAR = 1.25
"""How much more than "at least ten" a number may be for the two to agree."""
PLACED = 14
"""Days within which it is known when something was said, at most, for a toll that differs to be another account and not another day's."""
LATER = 2
"""Days after which another source's higher toll is a later count, and not another account."""


def keys(account: Account) -> Iterator[str]:
    """What an account is found by: what it counts, and what it speaks of; but for what moves also what is said of those counted."""
    for what, count in _principal(account).items():
        head = f"{what} {count.unit}" if count.unit else what
        if _way_of(what) is not None:
            yield from (f"count {head} {about}" for about in sorted(account.about_names))
        elif weight(said := _said_of(account, count)) >= TELLING:
            yield from (f"{ABOUT}{head}: {about}" for about in sorted(account.about_names))
            yield from (f"{SAID}{head}: {each}" for each in sorted(leading(said, TELLING)))


def suffice(shared: Collection[str]) -> bool:
    """Whether two accounts that have some keys of this rule in common can count the same: about one thing, of which one thing is said."""
    about, said = ({key.removeprefix(of).partition(":")[0] for key in shared if key.startswith(of)} for of in (ABOUT, SAID))
    return not about.isdisjoint(said) or any(not key.startswith((ABOUT, SAID)) for key in shared)


def compare(one: Account, other: Account) -> Iterator[Finding]:
    """What two accounts' numbers of the same thing come to; ``one`` was not said later."""
    if not {one.factuality, other.factuality} <= SURE or not _are_of_one(one, other):
        return
    mine, theirs = _principal(one), _principal(other)
    for what in sorted(mine.keys() & theirs.keys()):
        if _are_alike(one, mine[what], other, theirs[what]) and not _is_far_above(mine[what], theirs[what]):
            answers = (Answer(_told(mine[what]), one.factuality), Answer(_told(theirs[what]), other.factuality))
            yield replace(_compared(one, other, mine[what], theirs[what]), answers=answers)


def _principal(account: Account) -> dict[str, Count]:
    """What an account counts, with the number that it gives first and not as replaced: in "25 of the 40 villages" that is 25."""
    found: dict[str, Count] = {}
    for each in sorted(account.counts, key=lambda each: each.is_former):
        found.setdefault(counted(each), each)
    return {what: count for what, count in found.items() if what}


def _are_of_one(one: Account, other: Account) -> bool:
    """Whether two accounts can count at one happening: they are about something in common."""
    return bool(one.about & other.about)


def _are_alike(one: Account, left: Count, other: Account, right: Count) -> bool:
    """Whether the same is said of what both count: they are dead, or missing.

    Of other things it is a telling word of one kind that must be said, by two sources or in two reports, about the same or about more than
    one thing in common: every story of a market names the exchange.
    """
    if left.unit != right.unit:
        return False
    if _way(left) is not None:
        return is_whole(one, left) and is_whole(other, right)
    if one.report == other.report and same_source(one, other):
        return False
    if one.about != other.about and len(one.about & other.about) < COMMON:
        return False
    return weight(_said_of(one, left) & _said_of(other, right)) >= TELLING


def _is_far_above(left: Count, right: Count) -> bool:
    """Whether one is only at least so many, and the other far more: "11 by name so far" and 17, which neither agree nor contradict."""
    for bound, other in ((left, right), (right, left)):
        if bound.high is None and bound.low is not None and _low(other) > FAR * bound.low:
            return True
    return False


def is_whole(account: Account, count: Count) -> bool:
    """Whether a count is of all: "three of the wounded died" counts some more, but "nine were killed and 20 wounded" both."""
    hurt = {stem(form) for form in ("wounded", "injured", "hurt")}
    if DEAD not in counted(count).split() or not hurt & account.stems:
        return True
    return any(not hurt.isdisjoint(counted(each).split()) for each in account.counts)


DEAD = "die"


def _said_of(account: Account, count: Count) -> set[str]:
    """The kinds of what is said of those counted; of all that is said where no word is said of them by itself."""
    if count.said_of:
        return {kind(each) for each in count.said_of}
    names = {stem(name) for party in account.parties for name in party.proper}
    return {kind(each) for each in account.stems - names - set(stems(count.of)) if not each.isdigit()}


def _compared(one: Account, other: Account, left: Count, right: Count) -> Finding:
    question = f"How many: {left.of}?" if left.unit is None else f"How much, in {left.unit}: {left.of}?"
    first, second = (f"{_told(each)} ({by_whom(account)})" for account, each in ((one, left), (other, right)))
    same = same_source(one, other)
    if _meet(left, right) and not (same and _later(one, other) and _low(right) > _low(left) > -math.inf):
        return Finding(Relation.AGREES, "number", 0.7, question, f"{first}; {second}")
    if same and one.report == other.report:
        turned = one.content[0].start > other.content[0].start
        order = f"{second}; then {first}" if turned else f"{first}; then {second}"
        return Finding(Relation.SUPERSEDES, "number", 0.7, question, order, turned=turned)
    if _later(one, other) and (same or (_has_moved(left, right) and _days_between(one, other) >= LATER)):
        return Finding(Relation.SUPERSEDES, "number", 0.8, question, f"{first}; then {second}")
    if _later(one, other) and _tells_change(other, left, right):
        return Finding(Relation.SUPERSEDES, "number", 0.7, question, f"{first}; then {second}")
    if not (_is_placed(one) and _is_placed(other)) and one.report != other.report and (way := _way(left)) is not None:
        turned = (_low(right) < _low(left)) == (way == "up")
        order = f"{second}; then {first}" if turned else f"{first}; then {second}"
        return Finding(Relation.SUPERSEDES, "number", 0.5, question, order, turned=turned)
    return Finding(Relation.CONTRADICTS, "number", 0.8, question, f"{first}; {second}")


def _later(one: Account, other: Account) -> bool:
    """Whether the second was said later, or on the same days in a later report."""
    return one.said.before(other.said) or (not one.said.apart(other.said) and one.out.before(other.out))


def _is_placed(account: Account) -> bool:
    """Whether it is known to some days when something was said."""
    said = account.said
    return said.first is not None and said.last is not None and (said.last - said.first).days <= PLACED


def _tells_change(account: Account, left: Count, right: Count) -> bool:
    """Whether an account says that its number was raised, cut or corrected, and it goes that way from the other."""
    way = "up" if _low(right) > _high(left) else "down" if _high(right) < _low(left) else ""
    return bool(way) and any(each in (way, "either") for word in account.stems for each in _changing().get(word, ()))


@cache
def _changing() -> dict[str, tuple[str, ...]]:
    return {stem(form): tuple(ways) for form, ways in listed("changing.tsv").items()}


def _days_between(one: Account, other: Account) -> int:
    return (other.said.first - one.said.last).days if one.said.last and other.said.first else 0


def _has_moved(left: Count, right: Count) -> bool:
    """Whether a count that moves one way has moved that way."""
    way = _way(left)
    return way is not None and (_low(right) > _high(left) if way == "up" else _high(right) < _low(left))


def _way(count: Count) -> str | None:
    """Which way a count moves while a thing goes on, "up" or "down": of the dead, and of dead soldiers."""
    return _way_of(counted(count))


def _way_of(what: str) -> str | None:
    ways = (listed("moving_counts.tsv").get(each) for each in what.split())
    return next((way[0] for way in ways if way), None)


def _meet(left: Count, right: Count) -> bool:
    return max(_low(left), _low(right)) <= min(_high(left), _high(right))


def _low(count: Count) -> float:
    return -math.inf if count.low is None else count.low


def _high(count: Count) -> float:
    return math.inf if count.high is None else count.high


def counted(count: Count) -> str:
    """What is counted, so that all who count it are found; nothing for people of whom no more is told."""
    found = stems(count.of)
    return "" if found == (stem("person"),) else " ".join(sorted(found))


def _told(count: Count) -> str:
    low, high = count.low, count.high
    if low is not None and high is not None:
        return f"{low:g}" if low == high else f"{low:g} to {high:g}"
    return f"at least {low:g}" if low is not None else f"at most {high:g}" if high is not None else "some"
