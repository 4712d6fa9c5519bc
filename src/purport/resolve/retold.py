"""Two tellings held together: what ties them as tellings of one happening, with one sentence why, or keeps them apart.

Precision goes before recall: two happenings taken for one would put claims together that are of different things. A word of one kind and
something named in both lead two tellings together; days and parties that differ keep them apart; what else speaks for it (``_evidence``)
must be enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from purport.resolve.happened import is_once, named, what
from purport.resolve.happenings import are_apart, likenesses, sureness
from purport.resolve.occasions import FEW, in_words, length, meet, on_other_days, when
from purport.resolve.told import BESIDE, PLACE, Party, Stems, Told
from purport.resolve.weighing import weight

Item = tuple[str, str]
"""A report, and an event of it."""
AGENT, PATIENT = "agent", "patient"
SURE, SURE_BESIDE, SURE_ONCE = 0.6, 0.8, 0.4
"""The least score of two tellings of one happening; where nobody takes part by both; of what happens once to whom it happens to."""
ENOUGH = 4
"""The least weight of what speaks for it: by hand, so that of fifty ties in newswire nearly all are right."""
COMMON_NAMES, MANY_COMMON_NAMES = 0.3, 0.5
"""How much two reports have in common of their names, at least, and how much speaks for it: many bonds are listed in Luxembourg."""
LIKE_WORDS, SAME_WORDS = 0.5, 0.85
"""How alike two sentences are that tell of it in like words, and in nearly the same."""
RARE, COMMON = 4.0, 3.0
"""How rare a word is, at least, that few things are told of by, and at most, that many are."""
TAKEN = "taking"
"""What happens once by the list, and yet again to a town."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two tellings of one happening, the lesser first; how sure that is, 0 to 1, and why."""

    left: Item
    right: Item
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Shared:
    """One that is named in two tellings, as each of them has it."""

    left: Party
    right: Party

    @property
    def takes_part(self) -> bool:
        """Whether it takes part by both."""
        return not {self.left.role, self.right.role} & {PLACE, BESIDE}

    @property
    def words(self) -> str:
        """Its role and its words in both."""
        role = self.left.role if self.left.role == self.right.role else f"{self.left.role} or {self.right.role}"
        other = "" if self.left.words == self.right.words else f" / “{self.right.words}”"
        return f"{role} “{self.left.words}”{other}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for two tellings being of one happening, how much, and in words; against it, where that is negative."""

    weight: int
    words: str = ""


def tie(one: Told, other: Told) -> Tie | None:
    """What ties two tellings as of one happening, whichever comes first; ``None`` where nothing does, or they are two."""
    left, right = sorted((one, other), key=item)
    shared = _shared((*named(left), *left.beside), (*named(right), *right.beside))
    if not shared or are_two(left, right) or _is_another_deed(left, right, shared):
        return None
    found = likenesses(left, right)
    score = sureness(found)
    taking_part = [each for each in shared if each.takes_part]
    if _is_one_fate(left, right) and score >= SURE_ONCE:
        return _tie(left, right, score, [Evidence(ENOUGH, each.words) for each in taking_part])
    evidence = [*_evidence(left, right, shared, found)]
    is_sure = score >= (SURE if taking_part else SURE_BESIDE) and found["report_names"] >= COMMON_NAMES
    return _tie(left, right, score, evidence) if is_sure and sum(each.weight for each in evidence) >= ENOUGH else None


def item(told: Told) -> Item:
    """The report and event of a telling."""
    return told.around.report, told.event


def are_two(one: Told, other: Told) -> bool:
    """Whether two tellings cannot be of one happening: of another kind, on other days, or with others in one of their roles."""
    if what(one) != what(other):
        return True
    if _is_one_fate(one, other):
        return are_apart(one.days, other.days)
    return on_other_days(when(one), when(other)) or any(_differ(one, other, role) for role in (AGENT, PATIENT))


def _tie(left: Told, right: Told, score: float, evidence: Iterable[Evidence]) -> Tie:
    words = f"“{left.form}” in both" if left.form == right.form else f"“{left.form}” and “{right.form}”"
    return Tie(item(left), item(right), round(score, 4), f"{words}: {', '.join(each.words for each in evidence if each.words)}")


def _is_one_fate(one: Told, other: Told) -> bool:
    """Whether one thing happened to the same by both that happens to it once, such as its death."""
    return is_once(one) and what(one) == what(other) != TAKEN and any(each.takes_part for each in _shared(one.parties, other.parties))


def _differ(one: Told, other: Told, role: str) -> bool:
    """Whether both name who has a role, and name others."""
    mine, theirs = ([each for each in told.parties if each.role == role and each.key is not None] for told in (one, other))
    return bool(mine and theirs) and not _shared(mine, theirs)


def _shared(one: Iterable[Party], other: Iterable[Party]) -> tuple[Shared, ...]:
    """Who and what is named in both, in the order of the first."""
    known: dict[str, Party] = {}
    for each in other:
        if each.key is not None:
            known.setdefault(each.key, each)
    found: dict[str, Shared] = {}
    for each in one:
        if each.key in known:
            found.setdefault(each.key, Shared(each, known[each.key]))
    return tuple(found.values())


def _is_another_deed(left: Told, right: Told, shared: tuple[Shared, ...]) -> bool:
    """Whether another did it, or it was done to something else by the same one, as far as words without names tell."""
    if not any(each.takes_part for each in shared) and _are_unlike(left, right, AGENT):
        return True
    undergoes = any(each.takes_part and each.left.role != AGENT for each in shared)
    return _are_unlike(left, right, PATIENT) and (not undergoes or left.around.report == right.around.report)


def _are_unlike(left: Told, right: Told, role: str) -> bool:
    """Whether both have something without a name in a role, in words that have nothing in common."""
    mine, theirs = (_nameless(each, role) for each in (left, right))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _nameless(told: Told, role: str) -> Stems:
    """The stems of what has a role and no name."""
    return frozenset[str]().union(*(each.stems for each in told.parties if each.role == role and each.key is None))


def _evidence(left: Told, right: Told, shared: tuple[Shared, ...], found: Mapping[str, float]) -> Iterator[Evidence]:
    """What speaks for two tellings being of one happening, the strongest kinds first."""
    taking_part = [each for each in shared if each.takes_part]
    for group in (taking_part, [each for each in shared if not each.takes_part]):
        yield from (Evidence(1 if at else 2, each.words) for at, each in enumerate(group[:2]))
    yield from _same_days(left, right)
    if alike := _nameless(left, PATIENT) & _nameless(right, PATIENT):
        yield Evidence(1, f"patient “{min(alike)}”")
    if found["sentences"] >= LIKE_WORDS:
        yield Evidence(2, "told in nearly the same words") if found["sentences"] >= SAME_WORDS else Evidence(1, "told in like words")
    if not found["same_report"] and found["report_names"] >= MANY_COMMON_NAMES:
        yield Evidence(1, "in reports that name much the same")
    rarity = min(weight([each.stem]) for each in (left, right))
    if rarity >= RARE or (rarity < COMMON and not taking_part):
        yield Evidence(1 if rarity >= RARE else -1)


def _same_days(left: Told, right: Told) -> Iterator[Evidence]:
    lengths = [found for each in (left, right) if (found := length(each.days)) is not None]
    if len(lengths) == 2 and meet(left.days, right.days):
        days = min((left.days, right.days), key=lambda each: (length(each), each.not_before))
        yield Evidence(2 if max(lengths) <= FEW else 1, f"both dated {in_words(days)}")
