"""What speaks against two profiles being one, whose names fit: sex, other full names, roles, and where places are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from purport.resolve.names import ORGANISATION, OTHER, PERSON, PLACE, Fit, Likeness, Name, also_called, compare, parse
from purport.resolve.places import Place, places_called
from purport.resolve.profiles import Profile
from purport.resolve.roles import Role
from purport.resolve.spelling import stem

FAR = 300.0
"""Kilometres from which a place is not near another."""
OVERLAP = 366
"""Days between two reports within which a role that only one has is taken to be the same person's."""


def _may_share(left: Profile, right: Profile) -> bool:
    """Whether things of two types can be one: not a person and a place or firm that words tell of as such."""
    return (left.type == PERSON) == (right.type == PERSON) or not (left.is_told and right.is_told)


def against(left: Profile, right: Profile, fit: Likeness) -> str | None:
    """What tells two apart whose names fit, as a clause."""
    if not _may_share(left, right):
        return f"one is a {left.type}, the other a {right.type}"
    if have_other_names(left, right):
        return "each has another full name"
    if left.titled and right.titled and left.titled != right.titled:
        return f"one is a {left.titled}, the other a {right.titled}"
    sexes = {left.titled or left.spoken, right.titled or right.spoken} - {""}
    if fit.fit != Fit.FULL and len(sexes) > 1:
        return "one is a man, the other a woman"
    if fit.fit != Fit.FULL and _may_be_wife(left, right):
        return "a wife may go by her husband’s name"
    if (roles := _other_role(left, right, known=fit.fit == Fit.FULL)) is not None:
        return f"one is {told_role(roles[0])}, the other {told_role(roles[1])}"
    if left.type == right.type == PLACE:
        return _elsewhere(left, right)
    return None


def typed(left: Profile, right: Profile, mine: Name, theirs: Name) -> tuple[Name, Name]:
    """Two names as of one type, where words do not tell of both of what type they are; what is called neither stays so."""
    told, other = (left, right) if left.is_told else (right, left)
    if left.type == right.type or (left.is_told and right.is_told) or (told.type, other.type) == (ORGANISATION, OTHER):
        return mine, theirs
    kind = told.type if told.is_told and other.type != OTHER else OTHER
    return replace(mine, type=kind), replace(theirs, type=kind)


def have_other_names(left: Profile, right: Profile) -> bool:
    """Whether both have names in full, and none of one's fits any of the other's."""
    names = [
        typed(left, right, mine.name, theirs.name) for mine in (*left.names, *left.acronyms) for theirs in (*right.names, *right.acronyms)
    ]
    both = [(mine, theirs) for mine, theirs in names if mine.is_long and theirs.is_long]
    return bool(both) and not any(compare(mine, theirs) is not None for mine, theirs in both)


def _may_be_wife(left: Profile, right: Profile) -> bool:
    for one, other in ((left, right), (right, left)):
        if one.is_married and not one.is_named and other.is_named and (other.titled or other.spoken) != "woman":
            return True
    return False


def told_role(role: Role) -> str:
    """A role in words, as far as it is told."""
    words = role.noun.replace("_", " ")
    return f"{words} of {role.of}" if role.of else words


def same_role(left: Profile, right: Profile) -> tuple[Role, Role] | None:
    """A role that one person at a time has, and that both have at one time."""
    if left.type != right.type or left.type != PERSON or not _overlap(left, right):
        return None
    return next((pair for pair in _pairs(left, right) if _is_now(pair[0]) == _is_now(pair[1]) and _is_of_one(*pair)), None)


def _other_role(left: Profile, right: Profile, *, known: bool) -> tuple[Role, Role] | None:
    """One role of two different things, both at the time of reports that are not far apart; ``known``: of places in the gazetteer alone."""
    if left.type != PERSON or right.type != PERSON or same_role(left, right) is not None or not _overlap(left, right):
        return None
    for mine, theirs in _pairs(left, right):
        are_known = bool(places_called(mine.of or "") and places_called(theirs.of or ""))
        if _is_now(mine) and _is_now(theirs) and not _is_of_one(mine, theirs) and (are_known or not known):
            return mine, theirs
    return None


def _pairs(left: Profile, right: Profile) -> Iterator[tuple[Role, Role]]:
    """The roles of one noun that two profiles have and only one person can have at a time."""
    for mine in left.roles:
        for theirs in right.roles:
            if mine.noun == theirs.noun and mine.is_sole and theirs.is_sole:
                yield mine, theirs


def _is_now(role: Role) -> bool:
    return role.when in {"", "present"}


def _overlap(left: Profile, right: Profile) -> bool:
    """Whether two reports are dated, and not so far apart that a role may have passed on."""
    first = [each for side in (left, right) if (each := side.published.not_before) is not None]
    last = [each for side in (left, right) if (each := side.published.not_after) is not None]
    if len(first) + len(last) < 4:
        return False
    return (date.fromisoformat(max(first)) - date.fromisoformat(min(last))).days <= OVERLAP


def _elsewhere(left: Profile, right: Profile) -> str | None:
    """What is told of where two places are that cannot both be one's, as a clause."""
    sorts = [{each.words for each in side.beside if each.relation == "sort"} for side in (left, right)]
    if all(sorts) and not sorts[0] & sorts[1]:
        return f"one is told of as {_listed(sorts[0])}, the other as {_listed(sorts[1])}"
    for one, other in ((left, right), (right, left)):
        for each in one.beside:
            if each.relation != "sort" and (why := _far(each.relation, each.words, other)) is not None:
                return why
    return None


def _listed(words: Iterable[str]) -> str:
    return " and ".join(sorted(words))


def _far(relation: str, beside: str, other: Profile) -> str | None:
    """Whether what is told of one place speaks against what is told, or generally known, of another of its name."""
    here = places_called(beside)
    told = [(each.words, places_called(each.words)) for each in other.beside if each.relation != "sort"]
    for words, there in told or [(each.words, _own(each.words)) for each in other.names]:
        if not here or not there or any(_are_near(a, b) for a in here for b in there):
            continue
        return f"one is {relation} {beside}, the other {'by ' if told else 'the well-known '}{words}"
    return None


def _own(name: str) -> tuple[Place, ...]:
    """The places that are called so in the first place: what else they may be called tells nothing of where one is."""
    return tuple(place for place in places_called(name) if place.name == name)


def _are_near(one: Place, other: Place) -> bool:
    """Whether something can be near or in both: cities not far apart, or a city and its country."""
    distance = one.kilometres(other)
    return distance <= FAR if distance is not None else one.country == other.country


def stems_of(of: str | None) -> tuple[str, ...]:
    """The words of what somebody has a role of, as far as a country and its adjective agree."""
    return tuple(map(stem, parse(of, PLACE).words)) if of else ()


def _is_of_one(one: Role, other: Role) -> bool:
    """Whether two roles are of one thing, for all that its names tell: the leader of the Front and of the Lantern Front."""
    short, long = sorted((stems_of(one.of), stems_of(other.of)), key=len)
    alike = bool(short) and (long[: len(short)] == short or long[-len(short) :] == short)
    return alike or (one.of is not None and other.of is not None and _are_one(one.of, other.of))


def _are_one(one: str, other: str) -> bool:
    number = also_called(parse(one, ORGANISATION))
    return number is not None and number == also_called(parse(other, ORGANISATION))
