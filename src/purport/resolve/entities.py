"""Links -> what is one across a case, decided over all of them at once, so that no order of arrival shows.

Full names join first. Then what has only a short name, an acronym or a role joins the one thing that it can be; what can be two things
joins neither, and is not joined with others called so. A person's judgement goes before everything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from purport.ids import digest
from purport.records import Judgement, MentionType
from purport.resolve.aliases import Kind, Link, Member, relate
from purport.resolve.joining import Alike, Bond, Joining, alike, type_of
from purport.resolve.names import LONGEST_ACRONYM, PERSON
from purport.resolve.naming import Named
from purport.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class CaseEntity:
    """What is one across the reports of a case: its members, what it is called, and the links that made it one.

    ``id`` is a digest of the least of the members: it stays as others join. ``name`` is the full name that most reports use, the longest of
    several; ``names`` are all as printed.
    """

    id: str
    type: MentionType
    name: str
    names: tuple[str, ...]
    members: tuple[Member, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Members that are one, in order, and the digest by which that one is known: of the least of them."""

    id: str
    members: tuple[Member, ...]


def parts(known: Mapping[str, Alike], bonds: Iterable[Bond], judgements: Iterable[Judgement] = ()) -> list[Part]:
    """What is one among profiles, by signature: the members of each, as far as one of them has a name.

    What no bonds connect does not matter to one another: whoever adds a report needs to decide anew only what its bonds reach.
    """
    work = Joining(known, bonds, judgements)
    work.by_full_names()
    work.by_short_names()
    named = {member for each in known.values() if each.profile.names for member in each.members}
    found = (tuple(sorted(own)) for own in work.parts() if not named.isdisjoint(own))
    return sorted((Part(digest(own[0]), own) for own in found), key=lambda each: each.id)


def clusters(profiles: Iterable[Profile], links: Iterable[Link], judgements: Iterable[Judgement] = ()) -> tuple[CaseEntity, ...]:
    """What is one among some profiles, each a member of one entity, in the order of their ids.

    A profile without a name is given only where it joins one with a name.
    """
    whole = {each.member: each for each in profiles}
    known = alike(whole.values())
    signatures = {member: signature for signature, each in known.items() for member in each.members}
    told = [each for each in links if each.left in signatures and each.right in signatures]
    bonds = {(signatures[each.left], signatures[each.right]): each for each in told}
    found = parts(known, (Bond(*pair, each.kind, each.score) for pair, each in bonds.items()), judgements)
    of = {member: each.id for each in found for member in each.members}
    inside: dict[str, list[Link]] = defaultdict(list)
    for link in told:
        if link.kind != Kind.APART and of.get(link.left, "") == of.get(link.right):
            inside[of[link.left]].append(link)
    return tuple(entity([whole[member] for member in each.members], inside[each.id]) for each in found)


def linked(profiles: Iterable[Profile], bonds: Iterable[Bond], of: Mapping[Member, str]) -> tuple[CaseEntity, ...]:
    """The same, where it is decided already ``of`` which entity each is: why two are one is told anew of the least of each signature.

    Of some entities alone, this takes all profiles that have a signature of theirs, and the bonds between these.
    """
    whole = {each.member: each for each in profiles}
    known = alike(whole.values())
    inside: dict[str, list[Link]] = defaultdict(list)
    for bond in bonds:
        first = known[bond.left].members[0]
        others = known[bond.left].members[1:] if bond.left == bond.right else known[bond.right].members[:1]
        for other in others:
            if bond.kind != Kind.APART and of.get(first, "") == of.get(other) and (link := relate(whole[first], whole[other])) is not None:
                inside[of[first]].append(link)
    return tuple(entity(part, inside[id_]) for id_, part in grouped(whole.values(), of).items())


def grouped(profiles: Iterable[Profile], of: Mapping[Member, str]) -> dict[str, list[Profile]]:
    """Profiles by the entities that they are, in the order of the ids of these; those that are none are left out."""
    found: dict[str, list[Profile]] = defaultdict(list)
    for each in sorted(profiles, key=lambda each: each.member):
        if each.member in of:
            found[of[each.member]].append(each)
    return {id_: found[id_] for id_ in sorted(found)}


def entity(part: Sequence[Profile], links: Iterable[Link] = ()) -> CaseEntity:
    """What some profiles are that are one; at least one of them has a name."""
    members = tuple(sorted(each.member for each in part))
    kind = type_of(part, [1] * len(part))
    names = _names(part, kind)
    return CaseEntity(digest(members[0]), kind, names[0], names, members, tuple(sorted(links, key=lambda link: (link.left, link.right))))


def _names(part: Sequence[Profile], kind: MentionType) -> tuple[str, ...]:
    """The names of a thing as printed, its own first: full ones, then those of most reports, then the longest."""
    by_words: dict[tuple[str, ...], list[Named]] = defaultdict(list)
    for profile in part:
        for named in profile.names:
            by_words[named.name.words].append(named)
    ranked = sorted(by_words.items(), key=lambda own: (not _is_full(own[1], kind), -len(own[1]), -len(own[0]), own[0]))
    found = []
    for _, own in ranked:
        counts: Counter[str] = Counter()
        for each in own:
            counts[each.words] += each.count
        found += sorted(counts, key=lambda words: (words.isupper() and len(words) > LONGEST_ACRONYM, -counts[words], words))
    return tuple(dict.fromkeys(found))


def _is_full(own: Sequence[Named], kind: MentionType) -> bool:
    """Whether a name can be the whole one of a thing of some type."""
    return any(each.name.is_long for each in own) and (kind != PERSON or len(own[0].name.words) > 1)
