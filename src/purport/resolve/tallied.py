"""Who is told to take, hold or lose places that have no name: so many of them, or a group, with those of it that are named.

Of "towns like Karst" only those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from purport.records import Event, Mention, MentionForm, MentionType, Quantity
from purport.resolve.accounts import Holding
from purport.resolve.aims import Aim
from purport.resolve.grouped import Group, Groups
from purport.resolve.held import CONTROL, NOBODY, PATIENT, Held, Row
from purport.resolve.placed import Where, kinds
from purport.resolve.stems import stem, stems


def find_tallies(held: Held) -> Iterator[Holding]:
    """What is done, by those who fight, to places that are counted, of two numbers the first, or told of as a group.

    The place is their noun ("villages") and the part how many ("25"); or it is the group in its words, and then each of its names.
    """
    groups = Groups(held.analysis, held.places)
    for event in held.analysis.events:
        row = next((row for row in held.rows(event) if row.place == (PATIENT,) and row.needs != CONTROL and _fits(held, event, row)), None)
        if row is None or held.aims.of(event) is not Aim.DONE:
            continue
        who = held.who(event, row)
        for mention in held.by_role(event, PATIENT):
            if any(held.places.is_place(each.name) for each in held.places.meant(mention) if each.part is not None):
                continue
            counted = _counted(held, mention)
            if counted is not None:
                yield _tally(held, event, row, counted, who)
            elif (group := groups.of(mention)) is not None:
                yield from _grouped(held, event, row, group, who)


def _fits(held: Held, event: Event, row: Row) -> bool:
    """Whether those who do it fight, or nobody does who is told of."""
    who = held.who(event, row)
    return held.is_passive(event) if row.needs == NOBODY else who is not None and held.parties.fights(who)


def _counted(held: Held, mention: Mention) -> Quantity | None:
    inside = (each for each in held.analysis.quantities if mention.start <= each.start and each.end <= mention.end)
    return next((each for each in inside if each.unit is None and each.of is not None and stem(each.of) in kinds()), None)


def _tally(held: Held, event: Event, row: Row, counted: Quantity, who: Mention | None) -> Holding:
    at = _at(counted.start, counted.end)
    found = held.holding(event, row, Where(at, held.text[counted.start : counted.end], said=at), who)
    return _called(found, f"{counted.of}s")


def _grouped(held: Held, event: Event, row: Row, group: Group, who: Mention | None) -> Iterator[Holding]:
    at = _at(group.span.start, group.span.end)
    if " " in group.words:
        yield _called(held.holding(event, row, Where(at, said=at), who), group.words)
    yield from (held.holding(event, row, Where(each, said=replace(at, end=each.end)), who) for each in group.members)


def _called(found: Holding, words: str) -> Holding:
    return replace(found, place=replace(found.place, words=words, stems=frozenset(stems(words)), proper=frozenset()))


def _at(start: int, end: int) -> Mention:
    return Mention("", start, end, MentionType.PLACE, MentionForm.NOMINAL)
