"""Of many findings those that are shown: a claim that several reports carry on is compared once, as the first of them told it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purport.records import Relation
from purport.resolve.accounts import Account
from purport.resolve.findings import Finding


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of two accounts, by their places."""

    one: int
    other: int
    finding: Finding


def chosen(accounts: Sequence[Account], found: Sequence[Found]) -> Iterator[Found]:
    """The findings between those that were first to tell, and each copy with its first."""
    first = _firsts(accounts, found)
    seen: set[tuple[int, str]] = set()
    for each in sorted(found, key=lambda each: (_order(accounts[each.one]), _order(accounts[each.other]))):
        if each.finding.copy:
            if each.one in (first[each.one], first[each.other]) or each.other in (first[each.one], first[each.other]):
                yield each
        elif first[each.one] == each.one and first[each.other] == each.other:
            message = _message(accounts, each)
            if message is None or message not in seen:
                yield each
            if message is not None:
                seen.add(message)


def _message(accounts: Sequence[Account], found: Found) -> tuple[int, str] | None:
    """The report of a death and the recording that speaks against it: told by several reports it counts once."""
    if found.finding.condition is None or found.finding.relation is not Relation.SUPERSEDES:
        return None
    dead, told = (found.other, found.one) if found.finding.turned else (found.one, found.other)
    return dead, min(f"{each.speaker} {each.released.first}" for each in accounts[told].messages)


def _firsts(accounts: Sequence[Account], found: Sequence[Found]) -> list[int]:
    """The first to tell what each account tells."""
    group = list(range(len(accounts)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for each in found:
        if each.finding.copy:
            one, other = sorted((root(each.one), root(each.other)), key=lambda at: _order(accounts[at]))
            group[other] = one
    return [root(at) for at in range(len(accounts))]


def _order(account: Account) -> tuple[str, str, int, str]:
    return (
        account.out.last.isoformat() if account.out.last else "9999",
        account.path,
        account.content[0].start if account.content else 0,
        account.claim,
    )
