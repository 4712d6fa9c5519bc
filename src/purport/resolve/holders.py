"""Who holds places, as words call them: on which side they fight, and whether two that are called otherwise can be one."""

from __future__ import annotations

from functools import cache

from purport.folding import fold
from purport.lexicon import rows
from purport.records import MentionType
from purport.resolve.accounts import Party
from purport.resolve.stems import forms

STATE, REBELS = "state", "rebels"
ALIKE = 4
"""Letters that two names of one nation begin with: "Sorvia", "Sorvian"."""
FURTHER = frozenset({"another", "other", "rival", "affiliated", "allied", "splinter", "breakaway"})
"""Words that tell that somebody is not the one who was told of before: "a rival gang"."""
ARMED = frozenset({"movement", "army", "navy", "police"})
"""Kinds of organisations (``organisations.tsv``) that fight."""


def side(party: Party) -> str:
    """The side on which somebody is, by the words for him; nothing where they do not tell, as "State" in a name does not."""
    found = [_sides()[form] for form in forms(party.words) if form in _sides() and not (form == STATE and form in party.proper)]
    if found:
        return STATE if STATE in found and REBELS not in found else REBELS
    return STATE if party.type is MentionType.PLACE else ""


def is_armed(words: str) -> bool:
    """Whether words call somebody one who fights."""
    return any(form in _sides() or form in _armed() for form in forms(words))


def are_one(one: Party, other: Party) -> bool:
    """Whether two can well be one: the same thing of the case, names in common, or the same side without another's name."""
    if one.key is not None and one.key == other.key:
        return True
    if MentionType.PERSON in (one.type, other.type) and one.names and other.names:
        return False
    mine, theirs = _names(one), _names(other)
    if mine and theirs:
        return any(_is_like(a, b) for a in mine for b in theirs)
    if not FURTHER.isdisjoint(forms(f"{one.words} {other.words}")):
        return False
    sides = {side(one), side(other)} - {""}
    return len(sides) == 1 and not (STATE in sides and "" in (side(one), side(other)))


def are_two(one: Party, other: Party) -> bool:
    """Whether two are on two sides, or have names that tell them apart."""
    if are_one(one, other):
        return False
    if MentionType.PERSON in (one.type, other.type) and one.names and other.names:
        return one.proper.isdisjoint(other.proper)
    mine, theirs = ((bool(_names(each)), side(each)) for each in (one, other))
    return (mine[0] and theirs[0]) or (STATE in (mine[1], theirs[1]) and any(mine) and any(theirs))


def _names(party: Party) -> frozenset[str]:
    """The words of a name, without those for any who fight: none of "the army", "Sorvian" of "Sorvian troops"."""
    return frozenset(word for word in party.proper | _proper(party.called) if word not in _sides() and word not in _small())


def _proper(called: str) -> frozenset[str]:
    return frozenset(fold(word) for word in called.split() if word[:1].isupper())


def _is_like(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= ALIKE and one[:ALIKE] == other[:ALIKE])


@cache
def _small() -> frozenset[str]:
    return frozenset({"the", "a", "an"})


@cache
def _sides() -> dict[str, str]:
    """A word and its singular -> its side."""
    found: dict[str, str] = {}
    for nouns, which in rows("holders.tsv"):
        for noun in nouns.split():
            found |= {noun: which, noun.removesuffix("s"): which}
    return found


@cache
def _armed() -> frozenset[str]:
    kinds: dict[str, set[str]] = {}
    for nouns, kind, *_ in rows("organisations.tsv"):
        for noun in nouns.split():
            kinds.setdefault(noun, set()).add(kind)
    return frozenset(noun for noun, found in kinds.items() if found <= ARMED)
