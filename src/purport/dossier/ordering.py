"""Entries of a timeline in the order of their days: one line a happening for each account of it, what is denied beside what it denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from purport.dossier.chronology import EVENT
from purport.dossier.lines import Context, Line, Placed, Thing, line, meet, order
from purport.dossier.sayings import DOUBT, SAYING
from purport.records import Relation
from purport.resolve.accounts import DENIED, Days
from purport.resolve.stems import stems
from purport.resolve.weighing import likeness

Parting = frozenset[tuple[str, str | None]]
"""The claims that part with another, each with its report."""
Agreed = frozenset[frozenset[tuple[str, str | None]]]
"""The pairs of claims that agree."""
SAID = frozenset({SAYING, DOUBT})
ALIKE = 0.5
"""How much of all that two sayings say both say, at least, where they are one."""
FEW = timedelta(3)
"""From the first to the last day that two tellings of one kind of thing, by the same parties, are dated to, at most, to be of one thing."""


@dataclass(slots=True)
class _Group:
    """The entries of one happening, with whom they are of."""

    told: list[Placed]
    happening: str | None
    days: Days


def ordered(entries: Sequence[Placed], context: Context) -> list[Line]:
    """The lines of a timeline: by the first possible day, then the last; what no day is told of stands last."""
    parting = context.parting
    shown = [each for each in entries if not each.entry.same.startswith(DOUBT) or _is_disputed(each, parting)]
    groups = _groups(shown, context)
    ranked = sorted(groups, key=lambda group: _rank(group.days, group.told[0]))
    return [row for group in ranked for row in _rows(group, context, parting)]


def is_dated(row: Line) -> bool:
    """Whether any day is told of a line."""
    return row.not_before is not None or row.not_after is not None


def _groups(entries: Sequence[Placed], context: Context) -> list[_Group]:
    """The happenings of some entries; what is denied joins what it denies, and is left out where nobody tells of that."""
    pairs = ((each.left, each.right) for each in context.compared if each.relation is Relation.AGREES)
    agreed = frozenset(frozenset((side.report, side.claim) for side in pair) for pair in pairs)
    groups: list[_Group] = []
    by: dict[str, list[_Group]] = defaultdict(list)
    for each in sorted(entries, key=lambda each: (_is_denied(each), order(each))):
        keys = _keys(each, context)
        found = next((group for key in keys for group in by[key] if _fits(group, each, context, agreed)), None)
        if found is None and _is_denied(each):
            continue
        if found is None:
            found = _Group([], _happening(each, context), each.entry.days)
            groups.append(found)
        found.told.append(each)
        both = meet([found.days, each.entry.days])
        found.days = both if not found.days.apart(each.entry.days) else found.days
        for key in keys:
            if found not in by[key]:
                by[key].append(found)
    return groups


def _keys(each: Placed, context: Context) -> list[str]:
    """What an entry is found by: the happening of the case, else its kind with each that it is of."""
    happening = _happening(each, context)
    kind = each.entry.same.split(" ")[0]
    own = [context.subject(each)[0]] if each.entry.field in SAID else sorted(_ids(each, _things(each), context))
    return [*([happening] if happening else []), *(f"{each.entry.field} {kind} {name}" for name in own)]


def _things(each: Placed) -> list[Thing]:
    entry = each.entry
    return [Thing(entry.subject, entry.subject_words), *entry.who, *([entry.where] if entry.where else [])]


def _happening(each: Placed, context: Context) -> str | None:
    return next((found for event in each.entry.events if (found := context.happenings.get((each.report, event)))), None)


def _fits(group: _Group, each: Placed, context: Context, agreed: Agreed) -> bool:
    """Whether an entry tells of a group's happening: the case says so, or both are dated alike, or it denies what is dated.

    What was said is one where it is of one speaker and agrees, or is in much the same words.
    """
    if group.days.apart(each.entry.days):
        return False
    happening = _happening(each, context)
    if happening is not None and group.happening is not None:
        return happening == group.happening
    if each.entry.field in SAID:
        return any(_say_one(each, other, agreed) for other in group.told)
    if any(_are_two(each, other, context) for other in group.told):
        return False
    is_denied = _is_denied(each)
    is_alike = _is_short(each.entry.days) or group.days == each.entry.days
    return (_is_short(group.days) or group.days == each.entry.days) and group.days.first is not None and (is_alike or is_denied)


def _is_disputed(each: Placed, parting: Parting) -> bool:
    return (each.report, each.entry.claim) in parting


def _is_denied(each: Placed) -> bool:
    """Whether an entry tells of something that it did not happen."""
    return each.entry.field == EVENT and each.entry.factuality in DENIED


def _ids(each: Placed, things: Sequence[Thing], context: Context) -> set[str]:
    return {context.named(each.report, thing)[0] for thing in things}


def _are_two(one: Placed, other: Placed, context: Context) -> bool:
    """Whether others take part in two events, or they were elsewhere, as far as names tell."""
    who = [_ids(each, each.entry.who, context) for each in (one, other)]
    where = [_ids(each, [each.entry.where] if each.entry.where else [], context) for each in (one, other)]
    return any(all(pair) and pair[0].isdisjoint(pair[1]) for pair in (who, where))


def _say_one(one: Placed, other: Placed, agreed: Agreed) -> bool:
    """Whether two sayings of one speaker say one thing."""
    alike = likeness(*(frozenset(stems(each.entry.value)) for each in (one, other)))
    return alike >= ALIKE or frozenset((each.report, each.entry.claim) for each in (one, other)) in agreed


def _is_short(days: Days) -> bool:
    return days.first is not None and days.last is not None and days.last - days.first <= FEW


def _rows(group: _Group, context: Context, parting: Parting) -> list[Line]:
    """The accounts of a happening, each a line: those that are as sure and give the same numbers."""
    accounts: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for each in group.told:
        accounts[each.entry.factuality.value, each.entry.same.partition(" ")[2]].append(each)
    return [_row(account, group, context, parting) for account in accounts.values()]


def _row(account: Sequence[Placed], group: _Group, context: Context, parting: Parting) -> Line:
    first = account[0]
    name = context.subject(first)[1]
    who = dict.fromkeys(context.named(each.report, thing)[1] for each in account for thing in each.entry.who)
    where = next((context.named(each.report, each.entry.where)[1] for each in account if each.entry.where), None)
    days = meet([each.entry.days for each in account])
    if _is_denied(first) and days.first is None and days.last is None:
        days = group.days
    is_disputed = any(_is_disputed(each, parting) for each in account)
    return line(name, account, context.origins(account), days=days, who=tuple(who), where=where, is_disputed=is_disputed)


def _rank(days: Days, first: Placed) -> tuple[bool, str, bool, str, str, int]:
    """First possible day, then the last; one that is only known to be before some day stands at that day."""
    begin, end = (day.isoformat() if day else "" for day in (days.first or days.last, days.last))
    return not begin, begin, days.first is not None, end or "9999", first.path, first.entry.spans[0].start if first.entry.spans else 0
