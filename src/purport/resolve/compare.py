"""Two accounts -> what they come to, held together by whatever finds something; one comparison a pair."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from types import ModuleType

from purport.ids import digest
from purport.records import Comparison, Relation, Side, SpeechAct
from purport.resolve import acts, copies, counts, denials, genuine, holds, messages, rejections, states
from purport.resolve.accounts import Account
from purport.resolve.findings import Answer, Finding, is_so
from purport.resolve.sides import other_side

RULES: tuple[ModuleType, ...] = (states, counts, denials, holds, rejections, genuine, messages, acts, copies)
"""What finds something, the surest kind of finding first."""
Rule = str
"""A rule by the name of its module."""
EVERY = frozenset(rule.__name__ for rule in RULES)
COPY = "copy"
"""The type of an agreement where one carries the other's words on."""
ORDER = (Relation.SUPERSEDES, Relation.CONTRADICTS, Relation.DOUBTS, Relation.SAME_SERIES, Relation.AGREES)
PARTED = frozenset({Relation.DOUBTS, Relation.SAME_SERIES})
"""What the same words cannot make an agreement: one leaves open what the other says, or each tells of another time."""


def keys_of(account: Account) -> frozenset[str]:
    """What an account is found by: two of different reports that share none are never compared."""
    return frozenset(key for rule in _rules(account) for key in rule.keys(account)) if is_compared(account) else frozenset()


def _rules(*accounts: Account) -> tuple[ModuleType, ...]:
    """What is told in passing is compared only by who holds places."""
    return (holds,) if any(each.in_passing for each in accounts) else RULES


def is_compared(account: Account) -> bool:
    """Whether an account is compared with others at all: it states something. Those of one report are all compared with one another."""
    return account.speech_act is SpeechAct.STATEMENT


def sought(account: Account) -> dict[str, frozenset[Rule]]:
    """What an account seeks others by, with the rules that do.

    The keys that it is found by, and of those with a side, "+" or "-" at the end, the other side.
    """
    found: dict[str, set[Rule]] = defaultdict(set)
    for rule in _rules(account) if is_compared(account) else ():
        for key in rule.keys(account):
            found[other_side(key)].add(rule.__name__)
    return {key: frozenset(rules) for key, rules in found.items()}


def by_rules(shared: Iterable[tuple[str, frozenset[Rule]]]) -> frozenset[Rule]:
    """The rules that hold two accounts together by the keys that these have in common, each with the rules that seek by it."""
    found: dict[Rule, set[str]] = defaultdict(set)
    for key, rules in shared:
        for rule in rules:
            found[rule].add(key)
    return frozenset(rule for rule, keys in found.items() if rule != counts.__name__ or counts.suffice(keys))


def compare(one: Account, other: Account, by: Collection[Rule] = EVERY) -> Finding | None:
    """How the second account stands to the first, which was not said later; ``None`` where no rule of some finds anything.

    Where one of these does, all speak: which is the surest finding does not depend on how the two were found.
    """
    rules = _rules(one, other)
    found = [finding for rule in rules if rule.__name__ in by for finding in rule.compare(one, other)]
    if found:
        found += [finding for rule in rules if rule.__name__ not in by for finding in rule.compare(one, other)]
    if any(each.relation in PARTED for each in found):
        found = [each for each in found if not each.copy]
    return min(found, key=lambda each: (not each.copy, ORDER.index(each.relation), -each.score, each.why), default=None)


@dataclass(frozen=True, slots=True)
class Asking:
    """What both of two accounts answer, in words, and what each answers; without words where nothing is found of the two."""

    question: str
    answers: tuple[Answer, Answer]


def asking(one: Account, other: Account) -> Asking:
    """What both of two accounts answer, and what each answers to it."""
    first, second = sorted((one, other), key=_order)
    found = compare(first, second)
    left, right = (found and found.answers) or (is_so(first), is_so(second))
    return Asking(found.question if found else "", (left, right) if first is one else (right, left))


def question(one: Account, other: Account) -> str:
    """What both of two accounts answer, in words; empty where nothing is found of them."""
    return asking(one, other).question


def answers(one: Account, other: Account) -> tuple[Answer, Answer]:
    """What each of two accounts answers to the question of both."""
    return asking(one, other).answers


def comparison(one: Account, other: Account, by: Collection[Rule] = EVERY) -> Comparison | None:
    """How two accounts stand to each other, whichever comes first; ``None`` where nothing is found by some rules."""
    left, right = sorted((one, other), key=_order)
    found = compare(left, right, by)
    if found is None:
        return None
    return _comparison(right, left, found) if found.turned else _comparison(left, right, found)


def _order(account: Account) -> tuple[str, ...]:
    """The earlier said first; of what was said on the same days, what came out earlier."""
    days = (account.said.last, account.said.first, account.out.last, account.out.first)
    start = account.content[0].start if account.content else 0
    return (*(day.isoformat() if day else "" for day in days), account.path, f"{start:012}", account.claim)


def _comparison(left: Account, right: Account, found: Finding) -> Comparison:
    one, other = (Side(each.path, each.report, each.stated, each.shown) for each in (left, right))
    id_ = digest(("comparison", *(part for side in sorted((each.report, each.claim) for each in (left, right)) for part in side)))
    return Comparison(id_, found.relation, COPY if found.copy else found.type, found.score, found.why, one, other, found.condition)
