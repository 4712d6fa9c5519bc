"""Two accounts -> what they come to, held together by whatever finds something; one comparison a pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from purport.ids import digest
from purport.records import Comparison, Relation, Side, SpeechAct
from purport.resolve import copies, counts, denials, messages, rejections, states
from purport.resolve.accounts import Account
from purport.resolve.choosing import Found, chosen
from purport.resolve.findings import Finding

RULES = (states, counts, denials, rejections, messages, copies)
"""What finds something, the surest kind of finding first."""
ORDER = (Relation.SUPERSEDES, Relation.CONTRADICTS, Relation.DOUBTS, Relation.SAME_SERIES, Relation.AGREES)


def keys(account: Account) -> frozenset[str]:
    """What an account is found by: two that share none are never compared."""
    if account.speech_act is not SpeechAct.STATEMENT:
        return frozenset()
    return frozenset(key for rule in RULES for key in rule.keys(account))


def compare(one: Account, other: Account) -> Finding | None:
    """How the second account stands to the first, which was not said later; ``None`` where nothing is found."""
    found = (finding for rule in RULES for finding in rule.compare(one, other))
    return min(found, key=lambda each: (not each.copy, ORDER.index(each.relation), -each.score, each.why), default=None)


def compare_all(accounts: Sequence[Account]) -> Iterator[Comparison]:
    """The comparisons of all accounts that share a key, by their sides."""
    ordered = sorted(accounts, key=_order)
    at: dict[str, list[int]] = defaultdict(list)
    for number, account in enumerate(ordered):
        for key in keys(account):
            at[key].append(number)
    pairs = {pair for found in at.values() for pair in combinations(found, 2)}
    findings = ((one, other, compare(ordered[one], ordered[other])) for one, other in sorted(pairs))
    found = [Found(one, other, finding) for one, other, finding in findings if finding is not None]
    for each in chosen(ordered, found):
        sides = ordered[each.one], ordered[each.other]
        yield _comparison(*(sides[::-1] if each.finding.turned else sides), each.finding)


def _order(account: Account) -> tuple[str, str, str, int, str]:
    """The earlier said first."""
    first = account.said.first.isoformat() if account.said.first else ""
    last = account.said.last.isoformat() if account.said.last else ""
    return last, first, account.path, account.content[0].start if account.content else 0, account.claim


def _comparison(left: Account, right: Account, found: Finding) -> Comparison:
    sides = tuple(Side(each.path, each.report, each.claim, each.shown) for each in (left, right))
    id_ = digest(("comparison", *(part for side in sides for part in (side.report, side.claim or ""))))
    return Comparison(id_, found.relation, found.type, found.score, found.why, *sides, condition=found.condition)
