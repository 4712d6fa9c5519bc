"""Two profiles compared: whether a thing of one report may be a thing of another, and why.

A link is evidence, no decision: what a last name, an acronym or a role tells is decided over all links of a case (``entities.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from purport.records import Span
from purport.resolve.against import against, have_other_names, same_role, stems_of, told_role, typed
from purport.resolve.names import (
    PERSON,
    PLACE,
    Fit,
    Likeness,
    Name,
    also_called,
    compare,
    is_shortened,
    is_telling,
)
from purport.resolve.naming import Named
from purport.resolve.places import places_called
from purport.resolve.profiles import Profile
from purport.resolve.roles import Role
from purport.resolve.sides import other_sides
from purport.resolve.spelling import sound

ROLE_SCORE = 0.6
BY_ROLE = 0.1
"""What a role that both have adds to the score of names that fit."""


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
    """What a profile is known by: things of two reports that share none of these are not one. They tell of sounds, as spellings do."""
    found = {key for named in (*profile.names, *profile.acronyms) for key in _keys_of_name(named.name, told=profile.is_told)}
    for named in profile.names if profile.type == PLACE else ():
        found |= {f"place {place.number}" for place in places_called(named.words) if place.kind == "city"}
    for role in profile.roles:
        if role.is_sole and (stems := stems_of(role.of)):
            found |= {f"role {role.noun} {stems[0]}", f"role {role.noun} {stems[-1]}"}
    return frozenset(found)


def _keys_of_name(name: Name, *, told: bool) -> Iterator[str]:
    sounds = _sounds(name)
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


def _sounds(name: Name) -> list[str]:
    return [sound(word).consonants or word for word in name.words]


def link_keys(profile: Profile) -> frozenset[str]:
    """What a profile is found by: two of which none has a key that the other seeks (``sides``) are never linked.

    They are those that it is known by, cut to what can fit: first letters and a name that has them, a whole name and one that begins so, a
    last name and a person's, and what is called by its last words after "the".
    """
    found = {key for key in keys(profile) if key.startswith(("name ", "also ", "place ", "role "))}
    for named in (*profile.names, *profile.acronyms):
        known = set(_keys_of_name(named.name, told=profile.is_told))
        found |= {f"{key} {'+' if named.name.acronym else '-'}" for key in known if key.startswith("letters ")}
        found |= {each for key in known if key.startswith("last ") for each in _by_last(key, profile)}
        found |= set(_by_ends(named.name)) if profile.type != PLACE or not profile.is_told else set()
        found |= set(_by_first(named.name)) if any(key.startswith("first ") for key in known) else set()
    return frozenset(found)


def _by_last(key: str, profile: Profile) -> Iterator[str]:
    """The keys by which a last name is found: a person's by a person's, and by that of what may be one for all that words tell."""
    if profile.type == PERSON:
        yield key
    if profile.is_told == (profile.type == PERSON):
        yield f"{key} {'+' if profile.is_told else '-'}"


def _by_ends(name: Name) -> Iterator[str]:
    """The keys by which a name after "the" is found that is one's last words."""
    sounds = _sounds(name)
    if name.is_definite and is_telling(name.words):
        yield f"ends {' '.join(sounds)} +"
    yield from (f"ends {' '.join(sounds[at:])} -" for at in range(1, len(sounds)))


def _by_first(name: Name) -> Iterator[str]:
    """The keys by which a name is found that is one's first words."""
    sounds = _sounds(name)
    yield f"first {' '.join(sounds)} +"
    yield from (f"first {' '.join(sounds[:size])} -" for size in range(1 if is_shortened(name.words) else 2, len(sounds)))


def find_links(profiles: Iterable[Profile], others: Iterable[Profile] = ()) -> tuple[Link, ...]:
    """The links of profiles with one another and with others.

    Profiles that tell the same (``Profile.signature``) are each linked with the least of them, which alone is linked with the rest: links
    grow with what differs, not with the square of the reports. So of each signature that shares a key with one of ``profiles`` the least of
    ``others`` is enough; and of the signatures that ``profiles`` have, what is returned takes the place of all links before, if none of
    their profiles is left out. What no link holds together, as people whom nothing but one office tells of, is each linked with the rest.
    """
    whole: dict[Member, Profile] = {each.member: each for each in others}
    new = {each.member: each for each in profiles}
    groups = _alike([each for _, each in sorted((whole | new).items())])
    touched = {name for name, own in groups.items() if any(each.member in new for each in own)}
    pairs = [(groups[each][0], other) for each in touched for other in groups[each][1:]]
    by_key: dict[str, list[str]] = defaultdict(list)
    for signature, own in groups.items():
        for key in link_keys(own[0]):
            by_key[key].append(signature)
    found_by = ((one, other) for one in touched for key in other_sides(link_keys(groups[one][0])) for other in by_key.get(key, ()))
    near = {(min(pair), max(pair)) for pair in found_by}
    pairs += [(groups[one][0], groups[other][0]) for one, other in near if one != other]
    found = (relate(one, other) for one, other in pairs)
    return tuple(sorted((link for link in found if link is not None), key=lambda link: (link.left, link.right)))


def _alike(profiles: Sequence[Profile]) -> dict[str, list[Profile]]:
    """Profiles that tell the same, by what they tell; each by itself where that links none of them."""
    groups: dict[str, list[Profile]] = defaultdict(list)
    for each in profiles:
        groups[each.signature].append(each)
    found: dict[str, list[Profile]] = {}
    for signature, own in groups.items():
        if len(own) > 1 and relate(own[0], own[1]) is None:
            found |= {f"{signature} {' '.join(each.member)}": [each] for each in own}
        else:
            found[signature] = own
    return found


def relate(one: Profile, other: Profile) -> Link | None:
    """What links two profiles or keeps them apart; ``None`` where nothing does either."""
    left, right = sorted((one, other), key=lambda each: each.member)
    fitting, role = _best(left, right), same_role(left, right)
    if fitting is None:
        return None if role is None else _by_role(left, right, role)
    mine, theirs, fit = fitting
    if fit.fit == Fit.PARTIAL and have_other_names(left, right):
        return None
    if (reason := against(left, right, fit)) is not None:
        return _link(left, right, Kind.APART, 1.0, f"“{mine.words}” and “{theirs.words}” are two: {reason}", (mine, theirs))
    kind, why = Kind(fit.fit), f"“{mine.words}” and “{theirs.words}” {fit.why}"
    is_sure = left.type == right.type or len(mine.name.words) > 1 or mine.name.words != theirs.name.words
    if kind == Kind.FULL and is_sure:
        return _link(left, right, kind, fit.score, why, (mine, theirs))
    if not is_sure and PLACE in (left.type, right.type) and mine.name.is_definite != theirs.name.is_definite:
        return None  # "the Orrin" is no town
    if role is not None:
        return _link(left, right, Kind.ROLE, min(1.0, fit.score + BY_ROLE), f"{why}, and both are {told_role(role[0])}", (mine, theirs))
    return _link(left, right, Kind.PARTIAL if kind == Kind.FULL else kind, fit.score, why, (mine, theirs))


def _link(left: Profile, right: Profile, kind: Kind, score: float, why: str, words: Sequence[Named]) -> Link:
    mine, theirs = words
    return Link(left.member, right.member, kind, score, why, Span(mine.start, mine.end), Span(theirs.start, theirs.end))


def _best(left: Profile, right: Profile) -> tuple[Named, Named, Likeness] | None:
    """The names of two profiles that fit best."""
    found = [
        (fit.fit == Fit.FULL, fit.score, mine, theirs, fit)
        for mine in (*left.names, *left.acronyms)
        for theirs in (*right.names, *right.acronyms)
        if (fit := compare(*typed(left, right, mine.name, theirs.name))) is not None
    ]
    if not found:
        return None
    _, _, mine, theirs, fit = max(found, key=lambda each: (each[0], each[1], -each[2].start, -each[3].start))
    return mine, theirs, fit


def _by_role(left: Profile, right: Profile, roles: tuple[Role, Role]) -> Link | None:
    """A role links what one report does not name with what another does."""
    if bool(left.names) == bool(right.names):
        return None
    mine, theirs = roles
    why = f"both are {told_role(mine)}, and the reports are less than a year apart"
    return Link(left.member, right.member, Kind.ROLE, ROLE_SCORE, why, Span(mine.start, mine.end), Span(theirs.start, theirs.end))
