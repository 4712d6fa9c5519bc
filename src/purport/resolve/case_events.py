"""Ties -> what happened across a case, decided over all of them at once, so that no order of arrival shows.

Tellings are joined by the mean of their ties (``happenings.cluster``), two that cannot be of one happening never; what a person has
judged two stays two, and what one has judged one becomes one, whatever else is told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from purport.ids import digest
from purport.records import Interval, Judgement
from purport.resolve.happened import named
from purport.resolve.happenings import cluster
from purport.resolve.occasions import length, meet
from purport.resolve.retold import Item, Tie, are_two
from purport.resolve.told import Party, Told

LAYER = "events"
"""The layer of judgements on what happened: ``target`` and ``correction`` are events of reports, ``decision`` is "merge" or "split"."""
Pair = tuple[str, str]
"""Two tellings by their names."""


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """What happened, as reports of a case tell it: the tellings in order, and the ties that made them one.

    ``id`` is a digest of the least of the tellings: it stays as others join.
    """

    id: str
    tellings: tuple[Item, ...]
    ties: tuple[Tie, ...] = ()


def case_events(told: Mapping[Item, Told], ties: Iterable[Tie], judgements: Iterable[Judgement] = ()) -> tuple[CaseEvent, ...]:
    """What happened as some tellings tell it, each of them in one event, in the order of their ids."""
    known = {_name(each): each for each in told}
    judged = _latest(judgements, known)
    held = [each for each in ties if each.left in told and each.right in told]
    scores = {(_name(each.left), _name(each.right)): each.score for each in held}
    split = {pair for pair, decision in judged.items() if decision == "split"}

    def apart(one: str, other: str) -> bool:
        return _pair(one, other) in split or are_two(told[known[one]], told[known[other]])

    found = [each.events for each in cluster(known, scores, apart=apart)]
    groups = _merged(found, [pair for pair, decision in judged.items() if decision == "merge"], split)
    inside: dict[str, list[Tie]] = defaultdict(list)
    of = {name: group[0] for group in groups for name in group}
    for each in held:
        if of[_name(each.left)] == of[_name(each.right)]:
            inside[of[_name(each.left)]].append(each)
    events = (_event([known[name] for name in group], inside[group[0]]) for group in groups)
    return tuple(sorted(events, key=lambda each: each.id))


def alone(item: Item) -> CaseEvent:
    """What one telling alone tells of."""
    return _event([item], ())


def _event(tellings: Iterable[Item], ties: Iterable[Tie]) -> CaseEvent:
    own = tuple(sorted(tellings))
    return CaseEvent(digest(own[0]), own, tuple(sorted(ties, key=lambda each: (each.left, each.right))))


def _merged(found: Iterable[Sequence[str]], merged: Iterable[Pair], split: set[Pair]) -> list[tuple[str, ...]]:
    """Groups with those made one that a person has judged one, unless they hold two that one has judged two; each in order."""
    of = {name: tuple(group) for group in found for name in group}
    for one, other in merged:
        if of[one] != of[other] and not any(_pair(a, b) in split for a in of[one] for b in of[other]):
            whole = tuple(sorted((*of[one], *of[other])))
            of |= dict.fromkeys(whole, whole)
    return sorted(set(of.values()))


def _latest(judgements: Iterable[Judgement], known: Iterable[str]) -> dict[Pair, str]:
    """The last decision on each pair of tellings, in the order in which they were made."""
    names = {name.split(" ")[1]: name for name in sorted(known)}
    found: dict[Pair, str] = {}
    for each in sorted(judgements, key=lambda each: (each.made, each.id)):
        if each.layer == LAYER and each.target in names and each.correction in names:
            pair = _pair(names[each.target], names[each.correction])
            found.pop(pair, None)
            found[pair] = each.decision
    return found


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)


def _name(item: Item) -> str:
    return " ".join(item)


@dataclass(frozen=True, slots=True)
class Outline:
    """What tellings of one event come to: the word that most use, its TimeML class, who takes part in which role and where, and the days.

    Nothing is chosen where tellings differ: ``parties`` are all that are named. ``days`` are those that the dated tellings have in common,
    or where they have none, all between the first and the last.
    """

    word: str
    kind: str
    parties: tuple[Party, ...]
    days: Interval


def outline(tellings: Sequence[Told]) -> Outline:
    """What some tellings come to together, whatever their order."""
    words, kinds = Counter(each.form for each in tellings), Counter(each.kind for each in tellings)
    parties = {
        (party.role, party.key): party for told in sorted(tellings, key=lambda each: each.event) for party in named(told) if party.key
    }
    return Outline(
        min(words, key=lambda each: (-words[each], each)),
        min(kinds, key=lambda each: (-kinds[each], each)),
        tuple(parties[each] for each in sorted(parties, key=lambda each: (each[0], each[1] or ""))),
        _days([each.days for each in tellings]),
    )


def _days(told: Sequence[Interval]) -> Interval:
    days = [each for each in told if length(each) is not None] or told
    firsts = [each.not_before for each in days if each.not_before is not None]
    lasts = [each.not_after for each in days if each.not_after is not None]
    common = Interval(max(firsts, default=None), min(lasts, default=None))
    return common if meet(common, common) else Interval(min(firsts), max(lasts))
