"""Of many comparisons those that are shown: a claim that several reports carry on is compared once, as the first of them told it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from purport.records import Comparison, Relation
from purport.resolve.accounts import Account, Days
from purport.resolve.compare import COPY
from purport.resolve.findings import same_source

NUMBER = "number"
"""The type of comparisons of numbers."""

Compared = tuple[Comparison, Account, Account]
Claim = tuple[str, str]
"""A report and a claim of it."""


def chosen(compared: Iterable[Compared]) -> Iterator[Compared]:
    """The comparisons between those that were first to tell, and each copy with its first; by when and where they were told.

    Of a count that moves each is held against the next alone.
    """
    ordered = sorted(compared, key=lambda each: (_order(each[1]), _order(each[2])))
    told = {_claim(account): account for each in ordered for account in each[1:]}
    copied, carried = _firsts(ordered, told)
    seen: dict[tuple[Claim, str], list[Days]] = defaultdict(list)
    skipped = _skipped(ordered, copied)
    for each in ordered:
        left, right = _claim(each[1]), _claim(each[2])
        if (left, right) in skipped:
            continue
        if copied[left] == copied[right]:
            if copied[left] in (left, right):
                yield each
        elif copied[left] == left and copied[right] == right and _is_first(each, carried) and _is_new(each, carried, seen):
            yield each


def _skipped(ordered: Iterable[Compared], copied: Mapping[Claim, Claim]) -> set[tuple[Claim, Claim]]:
    """The pairs of an earlier and a later count between which another count lies that replaced the one and was replaced by the other."""
    later: dict[Claim, set[Claim]] = defaultdict(set)
    for each, left, right in ordered:
        one, other = _claim(left), _claim(right)
        if each.relation is Relation.SUPERSEDES and each.condition is None and copied[one] == one and copied[other] == other:
            later[one].add(other)
    return {(one, other) for one, others in later.items() for other in others if any(other in later.get(middle, ()) for middle in others)}


def _is_first(compared: Compared, carried: Mapping[Claim, Claim]) -> bool:
    """Whether two stand in one report, agree, or each was the first to tell what its source said."""
    comparison, one, other = compared
    if one.report == other.report or comparison.relation is Relation.AGREES:
        return True
    return carried[_claim(one)] == _claim(one) and carried[_claim(other)] == _claim(other)


def _claim(account: Account) -> Claim:
    return account.report, account.claim


def _is_new(compared: Compared, carried: Mapping[Claim, Claim], seen: dict[tuple[Claim, str], list[Days]]) -> bool:
    """Whether a recording was not yet held against the report of its speaker's death: told by several reports it counts once."""
    comparison, dead, told = compared
    if comparison.condition is None or not told.messages:
        return True
    message = min(told.messages, key=lambda each: (each.speaker, str(each.released.first)))
    before = seen[carried[_claim(dead)], message.speaker]
    new = all(each.apart(message.released) for each in before)
    before.append(message.released)
    return new


def _firsts(ordered: Sequence[Compared], told: Mapping[Claim, Account]) -> tuple[dict[Claim, Claim], dict[Claim, Claim]]:
    """The first to tell what each tells: of copies, the same words in reports that copy from one another; and of what one source said."""
    pairs = [*_copies(ordered, told)]
    said = ((_claim(left), _claim(right)) for each, left, right in ordered if _says_again(each, left, right))
    return _joined(pairs, told), _joined([*pairs, *said], told)


def _says_again(comparison: Comparison, one: Account, other: Account) -> bool:
    """Whether one source says the same in two claims; "at least 27" and 31 agree and are not the same."""
    if comparison.relation is not Relation.AGREES or not same_source(one, other):
        return False
    mine, theirs = ({(each.low, each.high) for each in account.counts} for account in (one, other))
    return comparison.type != NUMBER or not mine.isdisjoint(theirs)


def _joined(pairs: Iterable[tuple[Claim, Claim]], told: Mapping[Claim, Account]) -> dict[Claim, Claim]:
    group = {claim: claim for claim in told}

    def root(at: Claim) -> Claim:
        while group[at] != at:
            at = group[at]
        return at

    for pair in pairs:
        early, late = sorted(map(root, pair), key=lambda claim: _order(told[claim]))
        group[late] = early
    return {claim: root(claim) for claim in told}


def _copies(ordered: Iterable[Compared], told: Mapping[Claim, Account]) -> Iterator[tuple[Claim, Claim]]:
    copying: dict[str, set[str]] = defaultdict(set)
    for comparison, left, right in ordered:
        if comparison.type == COPY:
            copying[left.report].add(right.report)
            copying[right.report].add(left.report)
            yield _claim(left), _claim(right)
    same: dict[tuple[frozenset[str], str], list[Claim]] = defaultdict(list)
    for claim in sorted(told):
        if claim[0] in copying and told[claim].stems:
            same[told[claim].stems, told[claim].factuality].append(claim)
    for alike in same.values():
        yield from ((one, other) for one, other in combinations(alike, 2) if other[0] in copying[one[0]])


def _order(account: Account) -> tuple[str, str, int, str]:
    last = account.out.last.isoformat() if account.out.last else "9999"
    return last, account.path, account.content[0].start if account.content else 0, account.claim
