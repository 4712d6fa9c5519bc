"""Of many comparisons those that are shown: a claim that several reports carry on is compared once, as the first of them told it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from purport.records import Comparison
from purport.resolve.accounts import Account
from purport.resolve.compare import COPY

Compared = tuple[Comparison, Account, Account]


def chosen(compared: Iterable[Compared]) -> Iterator[Compared]:
    """The comparisons between those that were first to tell, and each copy with its first; by when and where they were told."""
    ordered = sorted(compared, key=lambda each: (_order(each[1]), _order(each[2])))
    first = _firsts(ordered)
    seen: set[tuple[str, str, str]] = set()
    for each in ordered:
        left, right = (side.report + side.claim for side in each[1:])
        if each[0].type == COPY:
            if first.get(left, left) in (left, right):
                yield each
        elif left not in first and right not in first:
            message = _message(each)
            if message is None or message not in seen:
                yield each
            if message is not None:
                seen.add(message)


def _message(compared: Compared) -> tuple[str, str, str] | None:
    """The report of a death and the recording that speaks against it: told by several reports it counts once."""
    comparison, dead, told = compared
    if comparison.condition is None or not told.messages:
        return None
    message = min(told.messages, key=lambda each: (str(each.released.first), each.medium))
    return dead.report + dead.claim, message.speaker, str(message.released.first)


def _firsts(ordered: Iterable[Compared]) -> dict[str, str]:
    """The first to tell what each copy tells; who is first is not among them."""
    group: dict[str, str] = {}
    order: dict[str, tuple[str, str, int, str]] = {}

    def root(at: str) -> str:
        while (above := group.get(at, at)) != at:
            at = above
        return at

    for comparison, left, right in ordered:
        if comparison.type == COPY:
            for side in (left, right):
                order[side.report + side.claim] = _order(side)
            one, other = sorted((root(left.report + left.claim), root(right.report + right.claim)), key=order.__getitem__)
            group[other] = one
    return {at: root(at) for at in group if root(at) != at}


def _order(account: Account) -> tuple[str, str, int, str]:
    last = account.out.last.isoformat() if account.out.last else "9999"
    return last, account.path, account.content[0].start if account.content else 0, account.claim
