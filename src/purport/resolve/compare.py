"""Two accounts -> what they come to, held together by whatever finds something; one comparison a pair."""

from __future__ import annotations

from types import ModuleType

from purport.ids import digest
from purport.records import Comparison, Relation, Side, SpeechAct
from purport.resolve import acts, copies, counts, denials, holds, messages, rejections, states
from purport.resolve.accounts import Account
from purport.resolve.findings import Answer, Finding, is_so

RULES: tuple[ModuleType, ...] = (states, counts, denials, holds, rejections, messages, acts, copies)
"""What finds something, the surest kind of finding first."""
COPY = "copy"
"""The type of an agreement where one carries the other's words on."""
ORDER = (Relation.SUPERSEDES, Relation.CONTRADICTS, Relation.DOUBTS, Relation.SAME_SERIES, Relation.AGREES)
PARTED = frozenset({Relation.DOUBTS, Relation.SAME_SERIES})
"""What the same words cannot make an agreement: one leaves open what the other says, or each tells of another time."""


def keys_of(account: Account) -> frozenset[str]:
    """What an account is found by: two that share none are never compared."""
    if account.speech_act is not SpeechAct.STATEMENT:
        return frozenset()
    return frozenset(key for rule in _rules(account) for key in rule.keys(account))


def _rules(*accounts: Account) -> tuple[ModuleType, ...]:
    """What is told in passing is compared only by who holds places."""
    return (holds,) if any(each.in_passing for each in accounts) else RULES


def sought(account: Account) -> frozenset[str]:
    """What an account seeks others by: the keys that it is found by, and of those with a side, "+" or "-" at the end, the other side."""
    return frozenset(map(other_side, keys_of(account)))


def other_side(key: str) -> str:
    """The key that one with a side seeks; any other seeks itself."""
    rest, blank, side = key.rpartition(" ")
    return f"{rest}{blank}{'-' if side == '+' else '+'}" if side in {"+", "-"} else key


def compare(one: Account, other: Account) -> Finding | None:
    """How the second account stands to the first, which was not said later; ``None`` where nothing is found."""
    found = [finding for rule in _rules(one, other) for finding in rule.compare(one, other)]
    if any(each.relation in PARTED for each in found):
        found = [each for each in found if not each.copy]
    return min(found, key=lambda each: (not each.copy, ORDER.index(each.relation), -each.score, each.why), default=None)


def question(one: Account, other: Account) -> str:
    """What both of two accounts answer, in words; empty where nothing is found of them."""
    found = compare(*sorted((one, other), key=_order))
    return found.question if found is not None else ""


def answers(one: Account, other: Account) -> tuple[Answer, Answer]:
    """What each of two accounts answers to the question of both."""
    first, second = sorted((one, other), key=_order)
    found = compare(first, second)
    left, right = (found and found.answers) or (is_so(first), is_so(second))
    return (left, right) if first is one else (right, left)


def comparison(one: Account, other: Account) -> Comparison | None:
    """How two accounts stand to each other, whichever comes first; ``None`` where nothing is found."""
    left, right = sorted((one, other), key=_order)
    found = compare(left, right)
    if found is None:
        return None
    return _comparison(right, left, found) if found.turned else _comparison(left, right, found)


def _order(account: Account) -> tuple[str, str, str, int, str]:
    """The earlier said first."""
    first = account.said.first.isoformat() if account.said.first else ""
    last = account.said.last.isoformat() if account.said.last else ""
    return last, first, account.path, account.content[0].start if account.content else 0, account.claim


def _comparison(left: Account, right: Account, found: Finding) -> Comparison:
    one, other = (Side(each.path, each.report, each.stated, each.shown) for each in (left, right))
    id_ = digest(("comparison", *(part for side in sorted((each.report, each.claim) for each in (left, right)) for part in side)))
    return Comparison(id_, found.relation, COPY if found.copy else found.type, found.score, found.why, one, other, found.condition)
