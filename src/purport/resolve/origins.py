"""How many independent origins a claim has, however many reports carry it.

Claims that say the same count once where they rest on one source, came through one outlet or agency that nobody else vouches for, are one
outlet's own, or are words of one passage. Which claims say the same is decided elsewhere, and so are the entities of the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from purport.records import Analysis, Citation, Claim
from purport.resolve.chains import Chain, Entities, read_chains
from purport.resolve.folded import fold_report, folded_words
from purport.resolve.outlets import media_of, plain_name
from purport.resolve.passages import Shared
from purport.resolve.ties import Texts, Tie, TieKind, find_tie, listed

COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my", "your"})
NO_ENTITIES: Entities = {}


@dataclass(frozen=True, slots=True, order=True)
class Member:
    """A claim of a report, by their ids."""

    report: str
    claim: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where some claims come from: its name, why they are one in readable sentences, and the words that this rests on."""

    name: str
    why: str
    members: tuple[Member, ...]
    citations: tuple[Citation, ...]

    @property
    def reports(self) -> frozenset[str]:
        """The ids of the reports that carry it."""
        return frozenset(member.report for member in self.members)


def origins(claims: Iterable[tuple[Analysis, Claim]], shared: Iterable[Shared], entities: Entities = NO_ENTITIES) -> tuple[Origin, ...]:
    """The origins of claims that say the same, that of most reports first; in whatever order the claims come.

    ``shared`` are the passages between their reports, ``entities`` the case's entity for a (report, entity), where it has one.
    """
    held = list(claims)
    analyses = {analysis.report.id: analysis for analysis, _ in held}
    by_report = {id_: [claim for analysis, claim in held if analysis.report.id == id_] for id_ in analyses}
    media = media_of(analysis.report.outlet for analysis in analyses.values())
    chains = [chain for id_, own in by_report.items() for chain in read_chains(analyses[id_], own, media, entities)]
    return origins_of(chains, shared, cache(lambda id_: fold_report(analyses[id_])))


def origins_of(chains: Iterable[Chain], shared: Iterable[Shared], texts: Texts) -> tuple[Origin, ...]:
    """The same, of the chains of the claims; ``texts`` are the words of their reports."""
    ordered = _ordered(chains)
    passages = {(each.left, each.right): each for each in shared}
    ties = {(i, j): tie for i, j in combinations(range(len(ordered)), 2) if (tie := find_tie(ordered[i], ordered[j], passages, texts))}
    members: dict[int, list[int]] = defaultdict(list)
    for number, first in enumerate(_groups(len(ordered), ties)):
        members[first].append(number)
    found = []
    for group in members.values():
        within = [ties[pair] for pair in combinations(group, 2) if pair in ties]
        found.append(_origin([ordered[i] for i in group], within))
    return tuple(sorted(found, key=lambda origin: (-len(origin.reports), origin.name, origin.members)))


def count_origins(found: Sequence[Origin]) -> str:
    """How many reports have how many origins, as a sentence: "Five reports, one origin: Meridian Press."."""
    reports = frozenset[str]().union(*(origin.reports for origin in found))
    counts = f"{_counted(len(reports), 'report')}, {_counted(len(found), 'origin')}".capitalize()
    return f"{counts}: {listed([origin.name for origin in found])}."


def _counted(count: int, noun: str) -> str:
    return f"{COUNTED[count] if count < len(COUNTED) else count} {noun}{'' if count == 1 else 's'}"


def _ordered(chains: Iterable[Chain]) -> list[Chain]:
    """Each claim's chain once, in the order of their reports' paths and of the text."""
    each = {(chain.report.id, chain.claim.id): chain for chain in chains}
    return sorted(each.values(), key=lambda chain: (chain.report.path, chain.report.id, chain.claim.content, chain.claim.id))


def _groups(size: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """The first of each one's group, where the two of a pair are of one group."""
    first = list(range(size))

    def root(each: int) -> int:
        while first[each] != each:
            each = first[each]
        return each

    for i, j in pairs:
        low, high = sorted((root(i), root(j)))
        first[high] = low
    return [root(each) for each in range(size)]


def _origin(chains: Sequence[Chain], ties: Sequence[Tie]) -> Origin:
    """The origin of claims that are tied together, or of one that is tied to none. It has the name of the strongest of its ties."""
    members = tuple(sorted(Member(chain.report.id, chain.claim.id) for chain in chains))
    if not ties:
        return _lone(chains[0], members)
    reasons = sorted(_grouped(ties), key=lambda each: (each[0].kind, _needs_another(each[0].name), -len(each), plain_name(each[0].name)))
    why = " ".join(f"{_told(reason)}." for reason in reasons)
    citations = tuple(dict.fromkeys(citation for reason in reasons for tie in reason for citation in tie.citations))
    return Origin(_name(reasons[0]), why, members, citations)


def _lone(chain: Chain, members: tuple[Member, ...]) -> Origin:
    voice = next(iter(chain.voices), None)
    span = voice.source if voice else chain.claim.content[0]
    why = f"Only {chain.house} has it, {f'from {voice.name}' if voice else 'as its own'}."
    return Origin(voice.name if voice else chain.house, why, members, (Citation(chain.report.path, span.start, span.end),))


def _grouped(ties: Sequence[Tie]) -> list[list[Tie]]:
    """The ties of one kind and name together."""
    found: dict[tuple[TieKind, str], list[Tie]] = defaultdict(list)
    for tie in ties:
        found[tie.kind, plain_name(tie.name)].append(tie)
    return list(found.values())


def _needs_another(name: str) -> bool:
    """Whether a name tells who is meant only beside another: "its defence ministry"."""
    return next(iter(folded_words(name)), "") in POSSESSIVES


def _name(ties: Sequence[Tie]) -> str:
    """The fullest name of some ties of one name: "the police" before "police"."""
    return max({tie.name for tie in ties}, key=lambda name: (len(name), name))


def _told(ties: Sequence[Tie]) -> str:
    """Why the claims of some ties of one kind and name have one origin."""
    name = _name(ties)
    outlets = sorted({outlet for tie in ties for outlet in tie.outlets})
    others = [outlet for outlet in outlets if plain_name(outlet) != plain_name(name)] or outlets
    verb = "have" if len(others) > 1 else "has"
    match ties[0].kind:
        case TieKind.SOURCE:
            return f"{listed(outlets)} {'have' if len(outlets) > 1 else 'has'} it from {name}"
        case TieKind.HOUSE:
            return f"{listed(outlets)} {'have' if len(outlets) > 1 else 'has'} it as the word of {name}"
        case TieKind.RELAY:
            return f"{listed(others)} {verb} it through {name}"
        case TieKind.PASSAGE:
            most = max(tie.words for tie in ties)
            first = ", which had it first" if all(tie.is_dated for tie in ties) else ""
            return f"{listed(others)} {verb} it in the words of {name} ({most} of them){first}"
        case TieKind.COPY:
            return f"{listed(others)} {verb} most of what {name} has, in the same words"
