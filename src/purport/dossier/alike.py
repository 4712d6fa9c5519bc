"""Entries of one recording that say the same in other words, given one value; what says another thing keeps its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from purport.dossier.lines import Context, Entry, Placed, meet, order
from purport.dossier.recordings import ACT, AUTHENTICITY, BOUNDS, MEDIUM, MENTIONS, NOT_KNOWN, OMITS, RECORDED, SPEAKER
from purport.resolve.accounts import Days
from purport.resolve.released import ANY_MEDIUM
from purport.resolve.stems import stems
from purport.resolve.weighing import covered

ALIKE = 0.6
"""How much of the shorter of two wordings the longer has, at least, for them to tell the same."""
WORDED = frozenset({AUTHENTICITY, MENTIONS, OMITS, ACT})
"""The fields whose values are a report's words."""
WHOSE = "whose"
Key = tuple[str, str, str]


def worded(told: Sequence[Placed], context: Context) -> list[Placed]:
    """The entries of one recording: of a telling medium rather than "recording", its hedges together, its bounds at their narrowest."""
    media = {each.entry.value for each in told if each.entry.field == MEDIUM}
    if not media <= ANY_MEDIUM:
        told = [each for each in told if each.entry.field != MEDIUM or each.entry.value not in ANY_MEDIUM]
    told = sorted(told, key=order)
    alike = _alike([each for each in told if each.entry.field in WORDED])
    values = {**_speakers(told, context), **_bounds(told), **_unknown(told)}
    return [_put(each, values.get(_place(each)), alike.get(_place(each)), context) for each in told]


def called(each: Placed, context: Context) -> str:
    """What the case calls the speaker of a recording; empty where it does not know one."""
    return context.names.get((each.report, each.entry.whose or ""), ("", ""))[1]


def _put(each: Placed, value: str | None, same: str | None, context: Context) -> Placed:
    entry = each.entry
    if entry.field == SPEAKER and called(each, context):
        same = WHOSE
    days = Days() if entry.field in {MENTIONS, OMITS} else entry.days
    if value is None and same is None and days == entry.days:
        return each
    return Placed(each.path, each.report, replace(entry, value=value or entry.value, same=same or entry.same, days=days))


def _speakers(told: Sequence[Placed], context: Context) -> dict[Key, str]:
    """The speaker by the name that the case has, with the words of every report that leave it open."""
    groups: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for each in told:
        if each.entry.field == SPEAKER and (name := called(each, context)):
            groups[name, each.entry.factuality].append(each)
    values: dict[Key, str] = {}
    for (name, _), own in groups.items():
        hedges = dict.fromkeys(hedge for each in own if (hedge := each.entry.value.partition("“")[2].rstrip("”")))
        values |= dict.fromkeys(map(_place, own), ", ".join(filter(None, (name, "; ".join(f"“{each}”" for each in hedges)))))
    return values


def _bounds(told: Sequence[Placed]) -> dict[Key, str]:
    """Between which days it was made, as far as all who are as sure leave it, with the reasons of whoever leaves the least."""
    groups: dict[str, list[Placed]] = defaultdict(list)
    for each in told:
        if each.entry.field == RECORDED and each.entry.same == BOUNDS:
            groups[each.entry.factuality].append(each)
    values: dict[Key, str] = {}
    for own in groups.values():
        days = meet([each.entry.days for each in own])
        if days.first is None or days.last is None or days.first <= days.last:
            best = max(own, key=lambda each: (str(each.entry.days.first or ""), each.entry.days.last == days.last))
            values |= dict.fromkeys(map(_place, own), best.entry.value)
    return values


def _unknown(told: Sequence[Placed]) -> dict[Key, str]:
    """That nobody could tell when it was made, in the fewest words."""
    own = [each for each in told if each.entry.field == RECORDED and each.entry.same == NOT_KNOWN]
    return dict.fromkeys(map(_place, own), min((each.entry.value for each in own), key=lambda each: (len(each), each), default=""))


@dataclass(frozen=True, slots=True)
class _Wording:
    """An entry with the stems of its words and of whose they are."""

    placed: Placed
    stems: frozenset[str]
    by: frozenset[str]


def _alike(entries: Sequence[Placed]) -> dict[Key, str]:
    """What entries share that say the same: of different reports, and alike to the first of those that do."""
    parts: list[list[_Wording]] = []
    reports: list[set[str]] = []
    for each in entries:
        value = each.entry.value.partition(":")[2] if each.entry.field == ACT else each.entry.value
        wording = _Wording(each, frozenset(stems(value)), frozenset(stems(each.entry.by or "")))
        fits = (at for at, part in enumerate(parts) if each.report not in reports[at] and _says_the_same(part[0], wording))
        at = next(fits, None)
        if at is None:
            parts.append([wording])
            reports.append({each.report})
        else:
            parts[at].append(wording)
            reports[at].add(each.report)
    return {_place(each.placed): f"{number:05}" for number, part in enumerate(parts) for each in part}


def _says_the_same(one: _Wording, other: _Wording) -> bool:
    """Whether two say the same: of one happening by its word, or in much the same words and of one source."""
    mine, theirs = one.placed.entry, other.placed.entry
    if (mine.field, mine.factuality) != (theirs.field, theirs.factuality) or mine.days.apart(theirs.days):
        return False
    if (mine.field == AUTHENTICITY and one.by != other.by) or (mine.field == ACT and _act(mine) != _act(theirs)):
        return False
    if mine.field in {MENTIONS, OMITS} and mine.same and mine.same == theirs.same:
        return True
    shorter, longer = sorted((one.stems, other.stems), key=lambda each: (len(each), sorted(each)))
    return covered(shorter, longer) >= ALIKE


def _act(entry: Entry) -> str:
    return entry.value.partition(":")[0]


def _place(each: Placed) -> Key:
    start = each.entry.spans[0].start if each.entry.spans else 0
    return each.report, each.entry.field, f"{start} {each.entry.value}"
