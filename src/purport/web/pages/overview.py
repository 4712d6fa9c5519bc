"""The first page: what is in the case, what parts, what has changed, what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass

from purport.records import Relation
from purport.resolve.choosing import Compared
from purport.resolving import orphaned, waiting
from purport.store import Counts, Failure, ReportRow
from purport.web.desk import Desk
from purport.web.page import Nothing
from purport.web.pages.questions import QuestionLine, question_line
from purport.web.pages.reports import every_report
from purport.web.parting import Topic, of_each_kind, parting_pairs, topics, waiting_pairs
from purport.web.sides import PairLine, pair_lines

LATEST = 8
"""Reports that the first page names."""
TOP, CHANGED, SPOKEN, FAILED = 6, 4, 12, 5
"""Questions whose answers part, questions with a new answer, entities and failures that it names."""


@dataclass(frozen=True, slots=True)
class TopConflict:
    """A question whose answers part, and the plainest pair of them."""

    question: QuestionLine
    pair: PairLine


@dataclass(frozen=True, slots=True)
class LatestChange:
    """A question of which an answer was replaced; the right side of the pair is the later answer."""

    question: QuestionLine
    pair: PairLine


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """An entity of the case, and how many reports name it."""

    id: str
    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """How much the case holds, and what of it asks for attention.

    ``parting`` pairs of accounts part in all, ``to_judge`` of these nobody has judged; ``uncompared`` reports have not been compared with
    the others yet; ``orphaned`` judgements are on what the case has no more.
    """

    counts: Counts
    reports: tuple[ReportRow, ...]
    questions: int
    parting: int
    conflicts: tuple[TopConflict, ...]
    changes: tuple[LatestChange, ...]
    spoken_of: tuple[SpokenOf, ...]
    to_judge: int
    failures: tuple[Failure, ...]
    uncompared: int
    orphaned: int


def overview(desk: Desk, asked: Nothing) -> OverviewPage:
    """What is in the case."""
    return desk.held("overview", lambda: _overview(desk))


def _overview(desk: Desk) -> OverviewPage:
    with desk.case.derived() as shelf:
        spoken = tuple(SpokenOf(*each) for each in shelf.most_named(SPOKEN))
    return OverviewPage(
        desk.held("counts", desk.case.counts),
        every_report(desk)[:LATEST],
        len(topics(desk)),
        len(parting_pairs(desk)),
        top_conflicts(desk, TOP),
        latest_changes(desk, CHANGED),
        spoken,
        len(waiting_pairs(desk)),
        tuple(desk.case.failures())[:FAILED],
        waiting(desk.case),
        len(orphaned(desk.case)),
    )


def top_conflicts(desk: Desk, most: int) -> tuple[TopConflict, ...]:
    """The questions whose answers part most, one of each kind before another of the same; of each the plainest pair."""
    found = of_each_kind([each for each in topics(desk) if each.pairs], most)
    lines = pair_lines(desk, [each.pairs[0] for each in found])
    return tuple(TopConflict(question_line(topic), line) for topic, line in zip(found, lines, strict=True))


def latest_changes(desk: Desk, most: int) -> tuple[LatestChange, ...]:
    """The questions of which an answer was replaced last, the latest first; of each the last answer and the one that it replaced."""
    changed = [(topic, pair) for topic in topics(desk) if (pair := _last_change(topic)) is not None]
    changed.sort(key=lambda each: _replaced(each[1]), reverse=True)
    lines = pair_lines(desk, [pair for _, pair in changed[:most]])
    return tuple(LatestChange(question_line(topic), line) for (topic, _), line in zip(changed, lines, strict=False))


def _last_change(topic: Topic) -> Compared | None:
    return max((each for each in topic.pairs if each[0].relation is Relation.SUPERSEDES), key=_replaced, default=None)


def _replaced(pair: Compared) -> tuple[str, str, str]:
    """When the later answer came out, and the earlier before it."""
    one, older, newer = pair
    return str(newer.out.last or ""), str(older.out.last or ""), one.id
