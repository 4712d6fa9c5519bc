"""What was answered to a question over time: who said what, when, and when that came out.

A question is what the accounts of a comparison answer; its answers are those that hang together by such comparisons, so that the dead of
one raid do not stand among those of another. Answers that contradict one another stand beside each other: nothing is decided.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from purport.records import Comparison, Factuality, Relation
from purport.resolve.accounts import Account, Days
from purport.resolve.choosing import Compared
from purport.resolve.compare import COPY, Asking, asking
from purport.resolve.findings import Answer

MOST = 0.5
"""Share of the answers that are about a thing, at least, for the question to be about it."""


@dataclass(frozen=True, slots=True)
class Told:
    """An answer with the account that gives it: ``account.said`` is when it was said, ``account.out`` when its report came out."""

    answer: Answer
    account: Account


@dataclass(frozen=True, slots=True)
class Stands:
    """How one answer stands to another, by their places: the second contradicts the first, replaces it, or leaves it open.

    ``comparison`` is the id of the comparison that says so.
    """

    relation: Relation
    first: int
    second: int
    condition: str | None = None
    comparison: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A question and its answers in the order in which they were said.

    ``about`` are the entities of the case that it is about, ``type`` is that of the comparisons that hold the answers together.
    """

    question: str
    type: str | None
    about: tuple[str, ...]
    answers: tuple[Told, ...]
    stands: tuple[Stands, ...]


def ask(compared: Compared) -> Asking:
    """What the accounts of a comparison answer."""
    return asking(compared[1], compared[2])


def changes(compared: Iterable[Compared], asks: Callable[[Compared], Asking] = ask) -> tuple[Change, ...]:
    """The questions that the accounts of some comparisons answer, by their words; the same in whatever order the comparisons come.

    What is only told again in the same words is no question. Who knows already what a comparison ``asks`` need not find it again.
    """
    asked: dict[str, list[tuple[Compared, Asking]]] = defaultdict(list)
    for each in compared:
        if each[0].relation is not Relation.UNRELATED and (found := asks(each)).question:
            asked[found.question].append((each, found))
    made = [_change(words, group) for words, pairs in asked.items() for group in _groups(pairs) if not all(map(_is_copy, group))]
    return tuple(sorted(made, key=lambda each: (each.question, _order(each.answers[0]))))


Asked = tuple[Compared, Asking]


def _is_copy(asked: Asked) -> bool:
    comparison = asked[0][0]
    return comparison.relation is Relation.AGREES and comparison.type in (COPY, None)


def _groups(pairs: Sequence[Asked]) -> Iterator[list[Asked]]:
    """The comparisons that hang together by their accounts."""
    group: dict[tuple[str, str], tuple[str, str]] = {}

    def root(at: tuple[str, str]) -> tuple[str, str]:
        while group.setdefault(at, at) != at:
            at = group[at]
        return at

    for (_, left, right), _ in pairs:
        low, high = sorted((root(_claim(left)), root(_claim(right))))
        group[high] = low
    found: dict[tuple[str, str], list[Asked]] = defaultdict(list)
    for each in pairs:
        found[root(_claim(each[0][1]))].append(each)
    yield from (found[first] for first in sorted(found))


def _change(words: str, group: Sequence[Asked]) -> Change:
    told: dict[tuple[tuple[str, str], str], Told] = {}
    pairs = []
    for (comparison, *accounts), found in group:
        both = [Told(answer, account) for answer, account in zip(found.answers, accounts, strict=True)]
        told |= {_key(each): each for each in both}
        pairs.append((comparison, _key(both[0]), _key(both[1])))
    ordered = sorted(told.values(), key=_order)
    type_ = min((each[0].type for each, _ in group if each[0].type), default=None)
    return Change(words, type_, _about(ordered), tuple(ordered), _stands(pairs, ordered))


Key = tuple[tuple[str, str], str]


def _stands(pairs: Iterable[tuple[Comparison, Key, Key]], ordered: Sequence[Told]) -> tuple[Stands, ...]:
    """How the answers stand to one another; the one that replaces another, or leaves it open, is the second wherever it stands."""
    place = {_key(each): number for number, each in enumerate(ordered)}
    found = []
    for comparison, left, right in pairs:
        first, second = place[left], place[right]
        if comparison.relation is Relation.DOUBTS:
            first, second = sorted((first, second), key=lambda at: (ordered[at].answer.factuality is Factuality.UNCOMMITTED, at))
        elif comparison.relation is not Relation.SUPERSEDES:
            first, second = sorted((first, second))
        found.append(Stands(comparison.relation, first, second, comparison.condition, comparison.id))
    return tuple(sorted(found, key=lambda each: (each.first, each.second, each.relation)))


def _about(told: Sequence[Told]) -> tuple[str, ...]:
    """What most of the answers are about, that of most first."""
    counts = Counter(entity for each in told for entity in each.account.about)
    kept = [entity for entity, count in counts.items() if count > MOST * len(told)]
    return tuple(sorted(kept, key=lambda entity: (-counts[entity], entity)))


def _claim(account: Account) -> tuple[str, str]:
    return account.report, account.claim


def _key(told: Told) -> Key:
    return _claim(told.account), told.answer.value


def _order(told: Told) -> tuple[str, str, str, str, int, str, str]:
    """By when it was said, then by when it came out; what is not known comes last."""
    account = told.account
    start = account.content[0].start if account.content else 0
    said, out = (_days(each) for each in (account.said, account.out))
    return said[0], said[1], out[0], account.path, start, account.claim, told.answer.value


def _days(days: Days) -> tuple[str, str]:
    """The last day and the first, to be sorted by."""
    last = days.last or days.first
    return last.isoformat() if last else "9999", days.first.isoformat() if days.first else ""
