"""Entries of figures as lines: for each quantity that moves, or of which accounts part, its counts in the order in which they were said.

Counts are of one thing where what they are about has two things in common, or one and they stand in one report or were said within a few
days of each other, or can have been. What
is counted once is no sequence, but a toll is always told: of the dead, hurt, missing and rescued (``lexicon/moving_counts.tsv``), and so
is what says how many there were or may be: aboard, on a list, a limit, votes (``lexicon/single_counts.tsv``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

from purport.dossier.lines import Context, Line, Placed, line, order
from purport.lexicon import words as listed

FEW = 14
"""Days between two counts that have one thing in common, at most, for them to be of one."""
MOST = 8
"""Things that a count is about, at most, by which it is held against others."""
Group = list[Placed]


def sequences(entries: Sequence[Placed], context: Context) -> list[Line]:
    """The lines of figures: by what they are about, then what is counted, then when it was said."""
    kinds: dict[str, Group] = defaultdict(list)
    for each in sorted(entries, key=order):
        kinds[_kind(each)].append(each)
    found = [(_subject(group, context), kind, group) for kind in sorted(kinds) for group in _of_one(kinds[kind], context)]
    told = [(name, kind, group) for name, kind, group in found if _moves(kind, group)]
    return [row for name, _, group in sorted(told, key=_place) for row in _lines(name, group, context)]


def _place(told: tuple[str, str, Group]) -> tuple[str, str, tuple[str, str, str, str, int]]:
    name, kind, group = told
    return name, kind, order(group[0])


def _kind(each: Placed) -> str:
    """What is counted, and its unit: ``same`` without the number."""
    what = " ".join(each.entry.same.split(" ")[:-2])
    what = next((one for one in what.split() if listed("single_counts.tsv").get(one) == ("any",)), what)
    return f"{what}, {each.entry.field.rpartition(', ')[2]}" if ", " in each.entry.field else what


def _moves(kind: str, group: Group) -> bool:
    is_toll = kind in listed("moving_counts.tsv") or any(each in listed("single_counts.tsv") for each in kind.split())
    return is_toll or len({each.entry.same for each in group}) > 1


def _of_one(entries: Sequence[Placed], context: Context) -> Iterator[Group]:
    """The entries that hang together by what they are about and when they were said."""
    first = list(range(len(entries)))

    def root(at: int) -> int:
        while first[at] != at:
            first[at] = first[first[at]]
            at = first[at]
        return at

    for one, other in _beside(entries, context):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    groups: dict[int, Group] = defaultdict(list)
    for number, each in enumerate(entries):
        groups[root(number)].append(each)
    yield from groups.values()


def _beside(entries: Sequence[Placed], context: Context) -> Iterator[tuple[int, int]]:
    """The pairs that need to be joined for all that are of one to hang together."""
    by_one: dict[str, list[int]] = defaultdict(list)
    by_two: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(entries):
        about = sorted({context.named(each.report, thing)[0] for thing in each.entry.who[:MOST]})
        for entity in about:
            by_one[entity].append(number)
        for both in combinations(about, 2):
            by_two[both].append(number)
    for numbers in by_two.values():
        yield from pairwise(numbers)
    for numbers in by_one.values():
        in_report = sorted(numbers, key=lambda number: entries[number].report)
        yield from ((one, other) for one, other in pairwise(in_report) if entries[one].report == entries[other].report)
        dated = sorted((day, number) for number in numbers if (day := _day(entries[number])) is not None)
        loose = [number for number in numbers if _is_loose(entries[number])]
        yield from ((one, other) for one in loose for _, other in dated if _can_be_on(entries[one], entries[other]))
        yield from ((one, other) for (then, one), (later, other) in pairwise(dated) if (later - then).days <= FEW)


def _is_loose(each: Placed) -> bool:
    """Whether it is not known to a few days when a count was said."""
    first, last = each.entry.said.first, each.entry.said.last
    return first is not None and last is not None and (last - first).days > FEW


def _can_be_on(loose: Placed, other: Placed) -> bool:
    """Whether a count can have been said when another was, that is known to some days."""
    return other.entry.said.known and not _is_loose(other) and not loose.entry.said.apart(other.entry.said)


def _day(each: Placed) -> date | None:
    return each.entry.said.last or each.entry.said.first


def _subject(group: Group, context: Context) -> str:
    """What some entries are about: of what is so first for one of them, what most reports speak of."""
    first = Counter(context.subject(each)[1] for each in group)
    spoken = {(context.named(each.report, thing)[1], each.report) for each in group for thing in each.entry.who}
    reports = Counter(name for name, _ in spoken)
    return min(first, key=lambda name: (-reports[name], -first[name], name))


def _lines(name: str, group: Group, context: Context) -> list[Line]:
    """A line for each count, told as surely: from the first day that it was said to the last."""
    same: dict[tuple[str, str], Group] = defaultdict(list)
    for each in group:
        same[each.entry.same, each.entry.factuality.value].append(each)
    made = [_line(name, own, context) for own in same.values()]
    return sorted(made, key=lambda each: (each.not_before or each.not_after or "9999", each.not_after or "9999", each.value))


def _line(name: str, own: Group, context: Context) -> Line:
    first = min((each.entry.days.first for each in own if each.entry.days.first), default=None)
    last = max((each.entry.days.last for each in own if each.entry.days.last), default=None)
    made = line(name, own, context.origins(own))
    begin, end = (day.isoformat() if day else None for day in (first, last))
    return replace(made, not_before=begin, not_after=end, is_disputed=context.is_parted(own))
