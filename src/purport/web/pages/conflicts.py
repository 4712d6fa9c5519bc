"""Where accounts part, by the question they answer: both sides beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from purport.folding import fold
from purport.records import Relation, Report
from purport.resolve.accounts import Account
from purport.resolve.choosing import Compared
from purport.web.desk import Desk
from purport.web.pages.claims import Choice, Facet
from purport.web.paging import Part, cut
from purport.web.parting import (
    PARTING,
    Named,
    askings,
    every_pair,
    parting_pairs,
    questions_of,
    rejected_pairs,
    topics_of,
    verdicts,
    waiting_pairs,
)
from purport.web.sides import PairLine, pair_lines

BESIDE = 240
"""Letters before and after the words of an account in which words are looked for too: about two sentences."""
RELATIONS = {
    Relation.CONTRADICTS: "contradict each other",
    Relation.SUPERSEDES: "a later one replaces an earlier",
    Relation.DOUBTS: "one leaves open what the other says",
}


class Judged(StrEnum):
    """What people have judged of a pair."""

    NOT_YET = "not-yet"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


JUDGED = {Judged.NOT_YET: "by nobody yet", Judged.CONFIRMED: "confirmed", Judged.REJECTED: "rejected: no conflict"}


@dataclass(frozen=True, slots=True)
class ConflictsAsked:
    """Which pairs. ``text`` are words that stand in the question, in a name, in what one side says, or just beside it.

    ``question`` is a question's id. What people have rejected is shown only where that is asked for.
    """

    text: str = ""
    relation: Relation | None = None
    type: str = ""
    judged: Judged | None = None
    question: str = ""
    part: int = 1
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs of one question; ``question`` is its id, null where nothing that stands is found of it any more."""

    question: str | None
    heading: str
    about: tuple[Named, ...]
    pairs: tuple[PairLine, ...]


@dataclass(frozen=True, slots=True)
class ConflictsPage:
    """A part of the pairs found, by question, and what they can be narrowed down by; ``questions`` is how many all the pairs are of."""

    asked: ConflictsAsked
    part: Part
    questions: int
    facets: tuple[Facet, ...]
    groups: tuple[Group, ...]


def conflicts(desk: Desk, asked: ConflictsAsked) -> ConflictsPage:
    """The pairs of accounts that part."""
    return desk.held(("conflicts", asked), lambda: _conflicts(desk, asked))


def _conflicts(desk: Desk, asked: ConflictsAsked) -> ConflictsPage:
    questions = questions_of(desk)
    found = [each for each in _judged(desk, asked.judged) if not asked.question or questions[each[0].id][0] == asked.question]
    if asked.text:
        found = _nearest_first(desk, found, fold(asked.text).split())
    kept = [each for each in found if _is_kept(asked, each)]
    part, pairs = cut(kept, asked.part)
    groups = tuple(_groups(desk, pairs, unfold=asked.unfold))
    return ConflictsPage(asked, part, len({questions[each[0].id] for each in kept}), tuple(_facets(desk, asked, found)), groups)


def _groups(desk: Desk, pairs: Sequence[Compared], *, unfold: bool) -> Iterator[Group]:
    lines = {line.id: line for line in pair_lines(desk, pairs, unfold=unfold)}
    questions, known = questions_of(desk), topics_of(desk)
    for (id_, heading), group in groupby(pairs, key=lambda each: questions[each[0].id]):
        own = tuple(each[0].id for each in group)
        topic = known.get(own[0])
        shown = topic.unfolded if topic and unfold else heading
        yield Group(id_, shown, topic.about if topic else (), tuple(lines[each] for each in own))


def _judged(desk: Desk, judged: Judged | None) -> Sequence[Compared]:
    """The pairs of which people have judged so."""
    if judged is Judged.REJECTED:
        return rejected_pairs(desk)
    if judged is Judged.NOT_YET:
        return waiting_pairs(desk)
    decided = verdicts(desk)
    return tuple(each for each in parting_pairs(desk) if judged is None or each[0].id in decided)


def _nearest_first(desk: Desk, pairs: Sequence[Compared], words: Sequence[str]) -> list[Compared]:
    """The pairs that have all words.

    The questions stand first that have most of them themselves; then those of which a pair says most of them, not only beside it.
    """
    texts, questions = _texts(desk), questions_of(desk)
    found = [each for each in pairs if all(any(word in text for text in texts[each[0].id]) for word in words)]
    best: dict[tuple[str | None, str], tuple[int, ...]] = {}
    for each in found:
        question = questions[each[0].id]
        had = tuple(sum(word in text for word in words) for text in texts[each[0].id])
        best[question] = max(best.get(question, had), had)
    return sorted(found, key=lambda each: best[questions[each[0].id]], reverse=True)


def _is_kept(asked: ConflictsAsked, each: Compared, but: str = "") -> bool:
    """Whether a pair is of the relation and the type asked for; ``but`` is a field that is left out."""
    one = each[0]
    return (but == "relation" or asked.relation in (None, one.relation)) and (but == "type" or asked.type in ("", one.type or ""))


def _texts(desk: Desk) -> dict[str, tuple[str, ...]]:
    """What each pair asks, what it says, and what stands beside that: words to be looked for, without case and accents."""
    return desk.held_compared("conflict texts", lambda: dict(_every_text(desk)))


def _every_text(desk: Desk) -> Iterator[tuple[str, tuple[str, ...]]]:
    pairs = [each for each in every_pair(desk).values() if each[0].relation in PARTING]
    with desk.case.derived() as shelf:
        texts = {each.report.id: each.report for each in shelf.texts({account.report for each in pairs for account in each[1:]})}
        names = shelf.called({entity for each in pairs for account in each[1:] for entity in account.about})
    questions = askings(desk)
    for one, *accounts in pairs:
        said = [part for account in accounts for part in (account.words, account.speaker)]
        named = [names.get(entity, "") for account in accounts for entity in sorted(account.about)]
        near = [words for account in accounts for words in _beside(account, texts[account.report])]
        yield one.id, (fold(questions[one.id].question), fold(" ".join((*said, *named))), fold(" ".join(near)))


def _beside(account: Account, report: Report) -> Iterator[str]:
    start, end = account.shown[0].start, account.shown[-1].end
    yield report.text[max(start - BESIDE, 0) : end + BESIDE]
    yield account.outlet or account.path
    yield report.title or ""


def _facets(desk: Desk, asked: ConflictsAsked, found: Sequence[Compared]) -> Iterator[Facet]:
    relations = Counter(each[0].relation for each in found if _is_kept(asked, each, "relation"))
    types = Counter(each[0].type or "" for each in found if _is_kept(asked, each, "type"))
    yield Facet("relation", "How they part", tuple(Choice(one, RELATIONS[one], relations[one]) for one in PARTING if relations[one]))
    yield Facet("type", "About what", tuple(Choice(one, one, number) for one, number in _by_number(types) if one))
    yield Facet("judged", "Judged", tuple(Choice(one, JUDGED[one], number) for one in Judged if (number := len(_judged(desk, one)))))


def _by_number(counted: Counter[str]) -> Iterable[tuple[str, int]]:
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))
