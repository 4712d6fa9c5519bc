"""Who is told only to be somewhere: "militants gathered at Karst", "an army commander in Karst".

To be at a place is not to hold it. Of those who serve a state, as police do anywhere, it is told only where the report tells of places
that are fought for; of those who fight against one it is told always.
"""

from __future__ import annotations

from collections.abc import Iterator

from purport.records import Event, Factuality, Mention, MentionForm, MentionType, Span
from purport.resolve.accounts import Act, Days, Holding
from purport.resolve.aims import AHEAD, Aim
from purport.resolve.held import Held, Row
from purport.resolve.holders import REBELS, is_armed, side
from purport.resolve.placed import Where
from purport.resolve.stems import forms

LEADERS = frozenset({"commander", "commanders", "commandant"})
"""Nouns of those who lead fighters that are at a place."""
NEAR = 4
"""Words before a verb in which it is told that it is to come."""
WITHIN = frozenset({"in", "at"})


def find_present(held: Held, *, is_war: bool) -> Iterator[Holding]:
    """Who is told to be somewhere, by what they do there or by who commands them; ``is_war`` where places are told to be fought for."""
    for event in held.analysis.events:
        for row in (each for each in held.rows_beside(event) if each.act is Act.STAYS):
            who = held.who(event, row)
            if who is None or not held.parties.fights(who) or held.aims.of(event) is not Aim.DONE or _is_ahead(held, event):
                continue
            if _counts(held, who, is_war=is_war):
                yield from _at(held, event, row, who)
                break
    if is_war:
        yield from _commanded(held)


def _is_ahead(held: Held, event: Event) -> bool:
    """Whether it is to come, or might be: "would continue to patrol"."""
    return not (AHEAD | {"would"}).isdisjoint(held.text[: event.start].lower().split()[-NEAR:])


def _counts(held: Held, who: Mention, *, is_war: bool) -> bool:
    return is_war or side(held.parties.party(who)) == REBELS


def _at(held: Held, event: Event, row: Row, who: Mention) -> Iterator[Holding]:
    for mention in held.standing(event, row.place):
        for where in held.places.meant(mention):
            if held.places.is_place(where.name) and not held.places.is_country(where.name):
                yield held.holding(event, row, Where(where.name, where.part, said=mention), who)


def _commanded(held: Held) -> Iterator[Holding]:
    """Those whose commander is told to be somewhere, or of it: as of the report."""
    for mention in held.ordered:
        words = held.text[mention.start : mention.end]
        *before, noun = forms(words) or [""]
        if mention.form is not MentionForm.NOMINAL or noun not in LEADERS or not before or not is_armed(before[-1]):
            continue
        near = (each for each in held.ordered if each.start > mention.end and held.text[mention.end : each.start].strip() in WITHIN)
        for place in near:
            where = next((one for one in held.places.meant(place) if held.places.is_place(one.name)), None)
            if where is not None and not held.places.is_country(where.name):
                start = mention.start + words.lower().rindex(before[-1])
                yield _stay(held, Mention("", start, start + len(before[-1]), MentionType.ORGANISATION, MentionForm.NOMINAL), place, where)
            break


def _stay(held: Held, who: Mention, place: Mention, where: Where) -> Holding:
    span = Span(who.start, place.end)
    claim = held.claims.around(span)
    place_of, party = held.parties.party(where.name), held.parties.party(who)
    sure = Factuality.CERTAIN if claim is None else claim.factuality
    return Holding("", claim.id if claim else None, Act.STAYS, place_of, party, None, sure, (span,), Days(), Days(), where.part)
