"""Links -> what is one across a case, decided over all of them at once, so that no order of arrival shows.

Full names join first. Then what has only a short name, an acronym or a role joins the one thing that it can be; what can be two things
joins neither, and is not joined with others called so. A person's judgement goes before everything.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from purport.ids import digest
from purport.records import Judgement, MentionType
from purport.resolve.aliases import Kind, Link, Member
from purport.resolve.joining import Joining, type_of
from purport.resolve.names import LONGEST_ACRONYM, PERSON
from purport.resolve.naming import Named
from purport.resolve.profiles import Profile


@dataclass(frozen=True, slots=True)
class CaseEntity:
    """What is one across the reports of a case: its members, what it is called, and the links that made it one.

    ``id`` is a digest of the members; ``name`` the full name that most reports use, the longest of several; ``names`` all as printed.
    """

    id: str
    type: MentionType
    name: str
    names: tuple[str, ...]
    members: tuple[Member, ...]
    links: tuple[Link, ...] = ()


def clusters(profiles: Iterable[Profile], links: Iterable[Link], judgements: Iterable[Judgement] = ()) -> tuple[CaseEntity, ...]:
    """What is one among some profiles, each a member of one entity, in the order of their ids.

    What no links connect does not matter to one another: whoever adds a report needs to decide anew only what its links reach. A profile
    without a name is given only where it joins one with a name.
    """
    whole = sorted(profiles, key=lambda each: each.member)
    told = list(links)
    work = Joining(whole, told, judgements)
    work.by_full_names()
    work.by_short_names()
    return _entities(told, work.parts())


def _entities(links: Sequence[Link], parts: Sequence[Sequence[Profile]]) -> tuple[CaseEntity, ...]:
    of = {each.member: i for i, part in enumerate(parts) for each in part}
    inside: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.kind != Kind.APART and link.left in of and of[link.left] == of.get(link.right):
            inside[of[link.left]].append(link)
    found = []
    for i, part in enumerate(parts):
        if not any(each.names for each in part):
            continue
        members = tuple(sorted(each.member for each in part))
        kind = type_of(part, [1] * len(part))
        names = _names(part, kind)
        own = tuple(sorted(inside[i], key=lambda link: (link.left, link.right)))
        found.append(CaseEntity(digest(part for member in members for part in member), kind, names[0], names, members, own))
    return tuple(sorted(found, key=lambda each: each.id))


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
