"""Two profiles compared: whether a thing of one report may be a thing of another, and why.

A link is evidence, no decision: what a last name, an acronym or a role tells is decided over all links of a case (``entities.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from purport.records import Span
from purport.resolve.names import ORGANISATION, OTHER, PERSON, PLACE, Fit, Likeness, Name, also_called, compare, is_shortened, is_telling, parse
from purport.resolve.places import Place, places_called
from purport.resolve.naming import Named
from purport.resolve.profiles import Profile
from purport.resolve.roles import Role
from purport.resolve.spelling import sound, stem

FAR = 300.0
"""Kilometres from which a place is not near another."""
OVERLAP = 366
"""Days between two reports within which a role that only one has is taken to be the same person's."""
ROLE_SCORE = 0.6


Member = tuple[str, str]
"""A report and an entity in it."""


class Kind(StrEnum):
    """What links two profiles; ``APART`` keeps them apart."""

    FULL = "full"
    PARTIAL = "partial"
    ACRONYM = "acronym"
    ROLE = "role"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Link:
    """Two profiles, by report and entity, the lesser first; what links them or keeps them apart, why, and the words on both sides."""

    left: Member
    right: Member
    kind: Kind
    score: float
    why: str
    left_words: Span
    right_words: Span


def keys(profile: Profile) -> frozenset[str]:
    """The keys of a profile: two that share none are never linked. They tell of sounds, so that spellings share them."""
    found = {key for named in (*profile.names, *profile.acronyms) for key in _keys_of_name(named.name, told=profile.is_told)}
    for named in profile.names if profile.type == PLACE else ():
        found |= {f"place {place.number}" for place in places_called(named.words) if place.kind == "city"}
    for role in profile.roles:
        if role.is_sole and (stems := _stems(role.of)):
            found |= {f"role {role.noun} {stems[0]}", f"role {role.noun} {stems[-1]}"}
    return frozenset(found)


def _keys_of_name(name: Name, *, told: bool) -> Iterator[str]:
    sounds = [sound(word).consonants or word for word in name.words]
    yield f"name {' '.join(sounds)}"
    if name.acronym or len(name.initials) > 1:
        yield f"letters {name.acronym or name.initials}"
    if (number := also_called(name)) is not None:
        yield f"also {number}"
    if name.type == PERSON or ((not told or name.type != PLACE) and is_telling(name.words[-1:])):
        yield f"last {sounds[-1]}"
    if name.type not in (PERSON, PLACE) or not told:
        if is_shortened(name.words):
            yield f"first {sounds[0]}"
        if len(sounds) > 1:
            yield f"first {sounds[0]} {sounds[1]}"


def _stems(of: str | None) -> tuple[str, ...]:
    """The words of what somebody has a role of, as far as a country and its adjective agree."""
    return tuple(map(stem, parse(of, PLACE).words)) if of else ()


def _is_of_one(one: Role, other: Role) -> bool:
    """Whether two roles are of one thing, for all that its names tell: the leader of the Front and of the Lantern Front."""
    short, long = sorted((_stems(one.of), _stems(other.of)), key=len)
    alike = bool(short) and (long[: len(short)] == short or long[-len(short) :] == short)
    return alike or (one.of is not None and other.of is not None and _are_one(one.of, other.of))


def _are_one(one: str, other: str) -> bool:
    number = also_called(parse(one, ORGANISATION))
    return number is not None and number == also_called(parse(other, ORGANISATION))


def find_links(profiles: Iterable[Profile], others: Iterable[Profile] = ()) -> tuple[Link, ...]:
    """The links of profiles with one another and with others.

    Profiles that tell the same (``Profile.signature``) are each linked with the least of them, which alone is linked with the rest: links
    grow with what differs, not with the square of the reports. So of each signature that shares a key with one of ``profiles`` the least of
    ``others`` is enough; and of the signatures that ``profiles`` have, what is returned takes the place of all links before, if none of
    their profiles is left out.
    """
    whole: dict[Member, Profile] = {each.member: each for each in others}
    new = {each.member: each for each in profiles}
    groups: dict[str, list[Profile]] = defaultdict(list)
    for _, each in sorted((whole | new).items()):
        groups[each.signature].append(each)
    touched = {each.signature for each in new.values()}
    pairs = [(groups[each][0], other) for each in touched for other in groups[each][1:]]
    by_key: dict[str, list[str]] = defaultdict(list)
    for signature, own in groups.items():
        for key in keys(own[0]):
            by_key[key].append(signature)
    near = {(min(one, other), max(one, other)) for alike in by_key.values() for one in touched.intersection(alike) for other in alike}
    pairs += [(groups[one][0], groups[other][0]) for one, other in near if one != other]
    found = (relate(one, other) for one, other in pairs)
    return tuple(sorted((link for link in found if link is not None), key=lambda link: (link.left, link.right)))


def relate(one: Profile, other: Profile) -> Link | None:
    """What links two profiles or keeps them apart; ``None`` where nothing does either."""
    left, right = sorted((one, other), key=lambda each: each.member)
    fitting = _best(left, right)
    role = _same_role(left, right)
    if fitting is None:
        return None if role is None else _by_role(left, right, role)
    mine, theirs, fit = fitting
    against = _against(left, right, fit)
    if against is not None:
        return _link(left, right, Kind.APART, 1.0, f"“{mine.words}” and “{theirs.words}” are two: {against}", (mine, theirs))
    kind = Kind(fit.fit)
    if kind == Kind.FULL and left.type != right.type and len(mine.name.words) == 1 and mine.name.words == theirs.name.words:
        kind = Kind.PARTIAL
    why = f"“{mine.words}” and “{theirs.words}” {fit.why}"
    score = fit.score if left.type == right.type else round(0.8 * fit.score, 4)
    if role is not None and kind != Kind.FULL:
        why, score = f"{why}, and both are {_told(role[0])}", min(1.0, score + 0.1)
        kind = Kind.ROLE
    return _link(left, right, kind, score, why, (mine, theirs))


def _link(left: Profile, right: Profile, kind: Kind, score: float, why: str, words: Sequence[Named]) -> Link:
    mine, theirs = words
    return Link(left.member, right.member, kind, score, why, Span(mine.start, mine.end), Span(theirs.start, theirs.end))


def _best(left: Profile, right: Profile) -> tuple[Named, Named, Likeness] | None:
    """The names of two profiles that fit best; long ones decide where both have them."""
    if not _may_share(left, right):
        return None
    found = [
        (fit.fit == Fit.FULL, fit.score, mine, theirs, fit)
        for mine in (*left.names, *left.acronyms)
        for theirs in (*right.names, *right.acronyms)
        if (fit := compare(*_typed(left, right, mine.name, theirs.name))) is not None
    ]
    if not found:
        return None
    _, _, mine, theirs, fit = max(found, key=lambda each: (each[0], each[1], -each[2].start, -each[3].start))
    return mine, theirs, fit


def _typed(left: Profile, right: Profile, mine: Name, theirs: Name) -> tuple[Name, Name]:
    """Two names as of one type, where words do not tell of both of what type they are."""
    if left.type == right.type or (left.is_told and right.is_told):
        return mine, theirs
    if left.is_told or right.is_told:
        kind = left.type if left.is_told else right.type
    else:
        kind = OTHER
    return replace(mine, type=kind), replace(theirs, type=kind)


def _may_share(left: Profile, right: Profile) -> bool:
    """Whether things of two types can be one: not a person and a place or firm that words tell of as such."""
    kinds = {left.type, right.type}
    return len(kinds) == 1 or PERSON not in kinds or not (left.is_told and right.is_told)


def _against(left: Profile, right: Profile, fit: Likeness) -> str | None:
    """What tells two apart whose names fit, as a clause."""
    if _other_names(left, right):
        return "each has another full name"
    if left.titled and right.titled and left.titled != right.titled:
        return f"one is a {left.titled}, the other a {right.titled}"
    sexes = {left.titled or left.spoken, right.titled or right.spoken} - {""}
    if fit.fit != Fit.FULL and len(sexes) > 1:
        return "one is a man, the other a woman"
    if fit.fit != Fit.FULL and _may_be_wife(left, right):
        return "a wife may go by her husband’s name"
    if (roles := _other_role(left, right)) is not None:
        return f"one is {_told(roles[0])}, the other {_told(roles[1])}"
    if left.type == right.type == PLACE:
        return _elsewhere(left, right)
    return None


def _other_names(left: Profile, right: Profile) -> bool:
    """Whether both have names in full, and none of one's fits any of the other's."""
    names = [
        _typed(left, right, mine.name, theirs.name) for mine in (*left.names, *left.acronyms) for theirs in (*right.names, *right.acronyms)
    ]
    both = [(mine, theirs) for mine, theirs in names if mine.is_long and theirs.is_long]
    return bool(both) and not any(compare(mine, theirs) is not None for mine, theirs in both)


def _may_be_wife(left: Profile, right: Profile) -> bool:
    for one, other in ((left, right), (right, left)):
        if one.is_married and not _is_long(one) and _is_long(other) and (other.titled or other.spoken) != "woman":
            return True
    return False


def _is_long(profile: Profile) -> bool:
    return any(each.name.is_long for each in profile.names)


def _told(role: Role) -> str:
    words = role.noun.replace("_", " ")
    return f"{words} of {role.of}" if role.of else words


def _same_role(left: Profile, right: Profile) -> tuple[Role, Role] | None:
    """A role that one person at a time has, and that both have at one time."""
    if left.type != right.type or left.type != PERSON or not _overlap(left, right):
        return None
    for mine in left.roles:
        for theirs in right.roles:
            if mine.noun == theirs.noun and mine.is_sole and theirs.is_sole and _is_now(mine) == _is_now(theirs) and _is_of_one(mine, theirs):
                return mine, theirs
    return None


def _other_role(left: Profile, right: Profile) -> tuple[Role, Role] | None:
    """One role of two different things, both at the time of reports that are not far apart."""
    if left.type != PERSON or right.type != PERSON or _same_role(left, right) is not None or not _overlap(left, right):
        return None
    for mine in left.roles:
        for theirs in right.roles:
            if mine.noun == theirs.noun and mine.is_sole and theirs.is_sole and _is_now(mine) and _is_now(theirs):
                if not _is_of_one(mine, theirs):
                    return mine, theirs
    return None


def _is_now(role: Role) -> bool:
    return role.when in {"", "present"}


def _overlap(left: Profile, right: Profile) -> bool:
    """Whether two reports are dated, and not so far apart that a role may have passed on."""
    mine, theirs = left.published, right.published
    if None in (mine.not_before, mine.not_after, theirs.not_before, theirs.not_after):
        return False
    first, last = (date.fromisoformat(str(each)) for each in (max(mine.not_before, theirs.not_before), min(mine.not_after, theirs.not_after)))  # type: ignore[type-var]
    return (first - last).days <= OVERLAP


def _by_role(left: Profile, right: Profile, roles: tuple[Role, Role]) -> Link | None:
    """A role links what one report does not name with what another does."""
    if bool(left.names) == bool(right.names):
        return None
    mine, theirs = roles
    why = f"both are {_told(mine)}, and the reports are less than a year apart"
    return Link(left.member, right.member, Kind.ROLE, ROLE_SCORE, why, Span(mine.start, mine.end), Span(theirs.start, theirs.end))


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
    known = told or [(each.words, [place for place in places_called(each.words) if place.name == each.words]) for each in other.names]
    for words, there in known:
        if not here or not there or any(_are_near(a, b) for a in here for b in there):
            continue
        return f"one is {relation} {beside}, the other {'by ' if told else 'the well-known '}{words}"
    return None


def _are_near(one: Place, other: Place) -> bool:
    """Whether something can be near or in both: cities not far apart, or a city and its country."""
    distance = one.kilometres(other)
    return distance <= FAR if distance is not None else one.country == other.country

