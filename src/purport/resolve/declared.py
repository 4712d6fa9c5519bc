"""Regions that somebody declares to be his own, and what of them is lost: "proclaimed the emirate in 2014", "lost half of its emirate".

The region has no name but its noun; where it lies is told by the words after it, if by any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Event, Mention, MentionForm, MentionType
from purport.resolve.accounts import Act, Holding
from purport.resolve.aims import Aim
from purport.resolve.held import Held, Row
from purport.resolve.placed import Where
from purport.resolve.stems import stems

LONGEST = 8
"""Words from a verb to the noun of what is lost, at most."""
OWN = frozenset({"its", "their", "his"})
OF = "of"
MARKS = ".,;:“”\"'()"


def find_declared(held: Held) -> Iterator[Holding]:
    """The regions of a report that are declared, and those of them, or parts, that those who fight lose."""
    for event in held.analysis.events:
        for row in held.rows_beside(event):
            if row.act is Act.DECLARES and held.aims.of(event) is Aim.DONE:
                yield from _declared(held, event, row)
        for row in held.rows(event)[:1]:
            if row.act is Act.LOSES and held.aims.of(event) is Aim.DONE:
                yield from _lost(held, event, row)


def _declared(held: Held, event: Event, row: Row) -> Iterator[Holding]:
    """Who declares a region: anybody, as its founder may be named alone."""
    who = held.who(event, row)
    for mention in held.by_role(event, "patient"):
        noun = fold(held.text[mention.start : mention.end].split()[-1])
        if who is not None and mention.form is MentionForm.NOMINAL and noun in listed("regions.tsv"):
            at = replace(mention, id="", entity=None, end=_reach(held, mention))
            found = held.holding(event, row, Where(at, said=at), who)
            yield _called(found, noun)


def _lost(held: Held, event: Event, row: Row) -> Iterator[Holding]:
    """What those who fight lose of a region of their own: "lost half of its self-styled emirate"."""
    who = held.who(event, row)
    sentence = next((each for each in held.analysis.sentences if each.start <= event.start < each.end), None)
    if who is None or sentence is None or not held.parties.fights(who):
        return
    words = held.text[event.end : sentence.end].split()[:LONGEST]
    plain = [fold(each.strip(MARKS)) for each in words]
    at = next((number for number, each in enumerate(plain) if each in listed("regions.tsv")), None)
    if at is None or OWN.isdisjoint(plain[:at]) or any(word != word.strip(MARKS) for word in words[:at]):
        return
    start = held.text.index(words[0], event.end)
    end = held.text.index(words[at], start) + len(words[at].rstrip(MARKS))
    part = _part(words[:at], plain[:at])
    region = Mention("", start, end, MentionType.PLACE, MentionForm.NOMINAL)
    yield _called(held.holding(event, row, Where(region, part, said=region), who), plain[at])


def _part(words: Sequence[str], plain: Sequence[str]) -> str | None:
    return " ".join(words[: plain.index(OF)]) if OF in plain else None


def _reach(held: Held, mention: Mention) -> int:
    """The end of a region's words with the places that it is told at once to stretch over."""
    end = mention.end
    near = (each for each in held.ordered if end <= each.start and held.places.is_place(each))
    for each in near:
        between = [fold(word) for word in held.text[end : each.start].split()]
        is_over = (
            end == mention.end
            and between[-1:] in ([word] for word in listed("reaching.tsv"))
            and len(between) <= len(("stretching", "across"))
        )
        if not is_over and (end == mention.end or between != ["and"]):
            break
        end = each.end
    return end


def _called(found: Holding, noun: str) -> Holding:
    return replace(found, place=replace(found.place, key=None, words=noun, stems=frozenset(stems(noun)), proper=frozenset()))
