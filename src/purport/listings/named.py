"""Who and what a case speaks of: names, the reports that have them, and why these are taken for one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from purport.records import Citation, MentionType
from purport.resolve import CaseEntity, Profile
from purport.resolving import case_entities, case_profiles
from purport.store import Case


@dataclass(frozen=True, slots=True)
class NameIn:
    """A name as printed, and the paths of the reports that have it."""

    words: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """What one report takes for one thing: an ``entity`` of its record."""

    path: str
    report: str
    entity: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why names are taken for one, for how many pairs of reports, and the words of the first pair."""

    why: str
    times: int
    left: Citation
    right: Citation


@dataclass(frozen=True, slots=True)
class Entity:
    """A line of ``purport entities --json``: somebody or something that reports of a case name."""

    id: str
    type: MentionType
    name: str
    names: tuple[NameIn, ...]
    members: tuple[Member, ...]
    reasons: tuple[Reason, ...]


def find_entities(case: Case) -> Iterator[Entity]:
    """The entities of a case, by name."""
    paths = {each.report: each.path for each in case.places()}
    profiles = {each.member: each for each in case_profiles(case)}
    return (_entity(each, profiles, paths) for each in case_entities(case))


def _entity(each: CaseEntity, profiles: Mapping[tuple[str, str], Profile], paths: Mapping[str, str]) -> Entity:
    printed: dict[str, set[str]] = {words: set() for words in each.names}
    for member in each.members:
        for named in profiles[member].names:
            printed[named.words].add(paths[member[0]])
    names = tuple(NameIn(words, tuple(sorted(found))) for words, found in printed.items())
    members = sorted((Member(paths[report], report, entity) for report, entity in each.members), key=lambda one: (one.path, one.entity))
    return Entity(each.id, each.type, each.name, names, tuple(members), tuple(find_reasons(each, paths)))


def find_reasons(each: CaseEntity, paths: Mapping[str, str]) -> Iterator[Reason]:
    """The reasons in words, each once, by how often it holds."""
    gathered = defaultdict(list)
    for link in each.links:
        left, right = link.left_words, link.right_words
        sides = (Citation(paths[link.left[0]], left.start, left.end), Citation(paths[link.right[0]], right.start, right.end))
        gathered[link.why].append(sides)
    for why, pairs in sorted(gathered.items(), key=lambda found: (-len(found[1]), found[0])):
        first = min(pairs, key=lambda pair: [(side.path, side.start) for side in pair])
        yield Reason(why, len(pairs), *first)


def is_called(each: Entity, words: str) -> bool:
    """Whether a name of it has some words, whatever their case."""
    return any(words.casefold() in name.words.casefold() for name in each.names)
