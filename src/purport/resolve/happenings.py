"""The same happening told twice: how likely two tellings are of one, and which tellings are of one.

A telling is scored against another by a logistic regression over how alike they are in their words, parties, places, sentences and
reports (``lexicon/same_event.tsv``), learned on ECB+ by ``training/same_event.py``. Days that cannot be one bar it, whatever else is
alike.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from heapq import heapify, heappop, heappush
from math import exp, fsum, sqrt

from purport.lexicon import rows
from purport.records import Interval
from purport.resolve.stems import kind
from purport.resolve.told import Stems, Told
from purport.resolve.weighing import weight

SAME = 0.3
"""Mean score from which two groups of tellings are taken for one: within 0.1 of the best CoNLL score on held-out topics of training."""
APART = 1
"""Days that must lie between two tellings for them to be of two, whatever else: of 464 such pairs of the training part 4 are of one."""
ROLES = ("agent", "patient")
SHARED = 20.0
"""The weight of shared words that counts as one."""
CROSSED = (
    ("stem", "reports"),
    ("stem", "sentences"),
    ("stem", "parties"),
    ("stem", "same_report"),
)
"""Likenesses that count otherwise together than each by itself: one word in two reports of one thing, and in two of two."""
NONE: Stems = frozenset()


def score(left: Told, right: Told) -> float:
    """How likely two tellings are of one happening, 0 to 1, whichever comes first."""
    return 0.0 if are_apart(left.days, right.days) else sureness(likenesses(left, right))


def sureness(found: Mapping[str, float]) -> float:
    """How likely it is by how two tellings are alike, 0 to 1."""
    return 1 / (1 + exp(-fsum(_weights()[name] * value for name, value in found.items())))


def likenesses(left: Told, right: Told) -> dict[str, float]:
    """How two tellings are alike, by name; ``_known`` is 1 where both tell."""
    found = dict(_plain(left, right))
    return found | {f"{one}*{other}": found[one] * found[other] for one, other in CROSSED}


def are_apart(one: Interval, other: Interval) -> bool:
    """Whether two stretches of days lie more than ``APART`` days apart."""
    return _later(one.not_before, other.not_after) or _later(other.not_before, one.not_after)


def _later(first: str | None, last: str | None) -> bool:
    return bool(first and last) and (date.fromisoformat(first or "") - date.fromisoformat(last or "")).days > APART


def _plain(left: Told, right: Told) -> Iterator[tuple[str, float]]:
    same_report = left.around.report == right.around.report
    shared = left.words & right.words
    yield "always", 1.0
    yield "stem", float(left.stem == right.stem)
    yield "akin", float(kind(left.stem) == kind(right.stem))
    yield "letters", _letters(left.form, right.form)
    yield "class", float(left.kind == right.kind)
    yield "reporting", float((left.kind == "reporting") + (right.kind == "reporting"))
    yield "reports", _cosine(left.around.words, right.around.words)
    yield "report_names", _cosine(left.around.names, right.around.names)
    yield "same_report", float(same_report)
    yield "same_sentence", float(same_report and left.sentence == right.sentence)
    yield "sentences", _cosine(left.words, right.words)
    yield "sentences_share", weight(shared) / SHARED
    yield "sentence_names", _cosine(left.names, right.names)
    yield from _both("parties", _parties(left), _parties(right))
    for role in ROLES:
        yield from _both(role, _parties(left, role), _parties(right, role))
    yield from _both("place", *(each.place.stems if each.place else NONE for each in (left, right)))
    yield "day", float(_one_day(left.days, right.days))


def _both(name: str, one: Stems, other: Stems) -> Iterator[tuple[str, float]]:
    yield name, _cosine(one, other)
    yield f"{name}_known", float(bool(one and other))


def _parties(told: Told, role: str | None = None) -> Stems:
    return NONE.union(*(each.stems for each in told.parties if role in (None, each.role)))


def _one_day(one: Interval, other: Interval) -> bool:
    """Whether both are known to the day, and the same one."""
    return bool(one.not_before) and one == other and one.not_before == one.not_after


@lru_cache(maxsize=65536)
def _cosine(one: Stems, other: Stems) -> float:
    """How much two sets of stems share, 0 to 1: their angle, each stem as long as it is rare."""
    shared = one & other
    return fsum(_square(each) for each in shared) / (_length(one) * _length(other)) if shared else 0.0


@lru_cache(maxsize=65536)
def _length(own: Stems) -> float:
    return sqrt(fsum(map(_square, own)))


@lru_cache(maxsize=65536)
def _square(stem: str) -> float:
    return weight((stem,)) ** 2


@lru_cache(maxsize=65536)
def _letters(one: str, other: str) -> float:
    """The share of three letters in a row that two words have in common, their edges counted as letters."""
    (mine, theirs) = ({f"<{word}>"[i : i + 3] for i in range(len(word))} for word in (one, other))
    return 2 * len(mine & theirs) / max(1, len(mine) + len(theirs))


@cache
def _weights() -> dict[str, float]:
    """What each likeness counts."""
    return {name: float(weight) for name, weight in rows("same_event.tsv")}


@dataclass(frozen=True, slots=True)
class Happening:
    """The tellings of one happening, by the ids of events, in order; the first of them names it."""

    events: tuple[str, ...]


def cluster(
    events: Collection[str],
    scores: Mapping[tuple[str, str], float],
    *,
    threshold: float = SAME,
    apart: Callable[[str, str], bool] = lambda one, other: False,
) -> tuple[Happening, ...]:
    """The happenings that some events are tellings of, each event in one, in order, whatever the order of what is given.

    The two groups with the highest mean score of their pairs are joined, as long as that is at least ``threshold`` and none of one is
    ``apart`` from any of the other. A pair that was not scored, either way round, scores 0: what shares nothing need not be compared.
    The time grows with the pairs scored, and what no scored pairs connect does not matter to one another.
    """
    groups: dict[str, tuple[str, ...]] = {event: (event,) for event in sorted(events)}
    sums: dict[str, dict[str, float]] = {event: {} for event in groups}
    for (one, other), value in scores.items():
        sums[one][other] = sums[other][one] = value
    waiting = [_candidate(one, other, value, groups) for one in sums for other, value in sums[one].items() if one < other]
    heapify(waiting)
    while waiting and -waiting[0][0] >= threshold:
        _, first, second, size = heappop(waiting)
        if first not in groups or second not in groups or size != len(groups[first]) + len(groups[second]):
            continue
        if any(apart(one, other) for one in groups[first] for other in groups[second]):
            continue
        _join(first, second, groups, sums)
        for other, value in sums[first].items():
            heappush(waiting, _candidate(min(first, other), max(first, other), value, groups))
    return tuple(Happening(tuple(sorted(group))) for _, group in sorted(groups.items()))


def _candidate(one: str, other: str, total: float, groups: Mapping[str, tuple[str, ...]]) -> tuple[float, str, str, int]:
    mine, theirs = len(groups[one]), len(groups[other])
    return -total / (mine * theirs), one, other, mine + theirs


def _join(first: str, second: str, groups: dict[str, tuple[str, ...]], sums: dict[str, dict[str, float]]) -> None:
    """Puts the second group into the first, which goes by the smaller name."""
    groups[first] += groups.pop(second)
    for other, value in sums.pop(second).items():
        del sums[other][second]
        if other != first:
            sums[first][other] = sums[other][first] = sums[first].get(other, 0.0) + value
