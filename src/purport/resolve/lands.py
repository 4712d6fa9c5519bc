"""Fighting in land that has no name and is told of by a place near it: "still battling in areas near Karst"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from purport.lexicon import words as listed
from purport.records import Event, Mention, MentionForm, MentionType
from purport.resolve.accounts import Act, Holding
from purport.resolve.aims import Aim
from purport.resolve.held import Held
from purport.resolve.placed import Where
from purport.resolve.stems import stems

LONGEST = 8
"""Words from the preposition to the name, at most."""
WITHIN = frozenset({"in", "over", "for"})
BEFORE = frozenset({"a", "an", "the", "some", "other", "few", "several", "remaining", "disputed", "contested"})


def find_lands(held: Held) -> Iterator[Holding]:
    """Where those who fight are told to do so in land by a place, outside of it or on a side of it."""
    for event in held.analysis.events:
        row = next((each for each in held.rows(event) if each.act is Act.CONTESTS), None)
        who = None if row is None else held.who(event, row)
        if row is None or who is None or not held.parties.fights(who) or held.aims.of(event) is not Aim.DONE:
            continue
        at = _land_after(held, event)
        if at is not None:
            words = held.text[at.start : at.end]
            found = held.holding(event, row, Where(at, said=at), who)
            yield replace(found, place=replace(found.place, key=None, words=words, stems=frozenset(stems(words)), proper=frozenset()))


def _land_after(held: Held, event: Event) -> Mention | None:
    """The words for land after an event and a preposition, up to the name of the place by it."""
    end = next((each.end for each in held.analysis.sentences if each.start <= event.start < each.end), event.end)
    name = next((each for each in held.places.names if event.end <= each.start < end), None)
    if name is None or not held.places.is_place(name):
        return None
    within, *between = held.text[event.end : name.start].split() or [""]
    nouns = [at for at, word in enumerate(between) if word in listed("lands.tsv")]
    if within not in WITHIN or len(between) > LONGEST or len(nouns) != 1 or not {*between[: nouns[0]]} <= BEFORE:
        return None
    if between[nouns[0] + 1 :] and not all(word in listed("beyond.tsv") for word in between[nouns[0] + 1 :]):
        return None
    return Mention("", held.text.index(between[0], event.end + len(within)), name.end, MentionType.PLACE, MentionForm.NOMINAL)
