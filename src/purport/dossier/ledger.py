"""Entries of places as the lines of a ledger: place after place, its days in order; accounts that part stand beside each other.

Those who hold a place are one where the case takes them for one, or where words can mean no other who is told of there: "government troops"
are the Sorvian army where no second army is told to hold, or fight for, the place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from purport.dossier.lines import Context, Line, Placed, Thing, line, order
from purport.dossier.places import DECLARED, HELD, LEFT, OTHERS, PRESENT_UNTIL, UNTIL, bare
from purport.records import MentionType
from purport.resolve.accounts import Party
from purport.resolve.holders import are_one
from purport.resolve.stems import proper, stems

ENDED = frozenset({HELD, UNTIL, LEFT, PRESENT_UNTIL})
"""What tells who held a place before it was taken back."""
Key = tuple[str, str]
"""A place of the case and the stems of the part of it that is meant."""


@dataclass(slots=True)
class _Holder:
    """Parties that are taken for one at a place."""

    parties: list[Party]
    words: Counter[str] = field(default_factory=Counter)
    is_founder: bool = False

    @property
    def name(self) -> str:
        """What they are called: as the case calls them, else as most reports do."""
        named = [each.called for each in self.parties if each.called and (each.proper or proper(each.called))]
        return bare(named[0] if named else min(self.words, key=lambda each: (-self.words[each], each)))


def ledger(entries: Sequence[Placed], context: Context) -> list[Line]:
    """The lines of a ledger: by place, then by the first possible day; those without any day last."""
    places: dict[Key, list[Placed]] = defaultdict(list)
    called: dict[str, str] = {}
    for each in sorted(entries, key=order):
        id_, name = context.subject(each)
        called.setdefault(id_, name)
        places[id_, " ".join(sorted(stems(each.entry.part or "")))].append(each)
    found: list[Line] = []
    for id_ in sorted(called, key=lambda id_: (called[id_], id_)):
        holders = _holders([each for key, own in places.items() if key[0] == id_ for each in own], context)
        for key in sorted(key for key in places if key[0] == id_):
            part = places[key][0].entry.part
            if any(each.entry.field in ENDED and each.entry.who for each in places[key]):
                places[key] = [each for each in places[key] if each.entry.field != OTHERS]
            found += _lines(f"{called[id_]}, {part}" if part else called[id_], places[key], holders, context)
    return found


def _lines(subject: str, told: Sequence[Placed], holders: dict[Thing, _Holder], context: Context) -> list[Line]:
    groups: dict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for each in told:
        who = "".join(f"{_holder(each, holders, context).name}, " for _ in each.entry.who)
        groups[who + each.entry.field, each.entry.factuality.value, each.entry.same].append(each)
    made = [_line(subject, key[0], own, context) for key, own in groups.items()]
    return sorted(made, key=lambda each: (each.not_before or each.not_after or "9999", each.not_after or "9999", each.field))


def _line(subject: str, field: str, told: Sequence[Placed], context: Context) -> Line:
    term = next((each.entry.term for each in told if each.entry.term), None)
    return replace(line(subject, told, context.origins(told)), field=field, term=term, is_disputed=context.is_parted(told))


def _holders(told: Sequence[Placed], context: Context) -> dict[Thing, _Holder]:
    """Whom the parties that are told of at one place are, those with names first."""
    parties: dict[Thing, Party] = {}
    count: Counter[Thing] = Counter()
    founders = {_thing(each, thing, context) for each in told if each.entry.field == DECLARED for thing in each.entry.who}
    for each in told:
        for thing in each.entry.who:
            key = _thing(each, thing, context)
            parties.setdefault(key, _party(each, thing, context))
            count[key] += 1
    found: dict[Thing, _Holder] = {}
    groups: list[_Holder] = []
    for key in sorted(parties, key=lambda key: (not parties[key].proper, -count[key], key.words, key.entity)):
        fitting = [group for group in groups if _fits(parties[key], group, is_founder=key in founders)]
        if len(fitting) != 1:
            fitting = [_Holder([], is_founder=key in founders)]
            groups += fitting
        fitting[0].parties.append(parties[key])
        fitting[0].words[key.words] += count[key]
        found[key] = fitting[0]
    return found


def _fits(party: Party, group: _Holder, *, is_founder: bool) -> bool:
    """Whether somebody can be one with others; who declares a region may be a man, and is one with nobody else by the side he is on."""
    if is_founder or group.is_founder:
        return any(party.key == each.key for each in group.parties)
    return all(are_one(party, each) for each in group.parties)


def _holder(each: Placed, holders: dict[Thing, _Holder], context: Context) -> _Holder:
    return holders[_thing(each, each.entry.who[0], context)]


def _thing(each: Placed, thing: Thing, context: Context) -> Thing:
    return Thing(context.named(each.report, thing)[0], thing.words)


def _party(each: Placed, thing: Thing, context: Context) -> Party:
    id_, name = context.named(each.report, thing)
    called = name if (each.report, thing.entity) in context.names else ""
    return Party(id_, frozenset(), thing.words, MentionType.ORGANISATION, frozenset(stems(thing.words)), proper(thing.words), called)
