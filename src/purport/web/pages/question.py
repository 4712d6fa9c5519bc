"""One question over time: who answered what, how surely, when that was said and when it came out, and how the answers stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from starlette.responses import Response

from purport.folds import fold_plainly
from purport.listings.drawn import draw_question
from purport.listings.questions import tell_asked
from purport.pictures import as_day, svg
from purport.pictures.rows import Band, Bar, Chart, Form, Row
from purport.records import Factuality, Relation
from purport.web.bars import Drawing, draw
from purport.web.desk import Desk
from purport.web.pages.questions import QuestionLine, question_line
from purport.web.parting import Topic, find_topic
from purport.web.sides import Shown, SideLine, in_words


class Clock(StrEnum):
    """By what answers are put in order."""

    SAID = "said"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """Which question, by which clock, and whether calls to violence are shown."""

    id: str
    by: Clock = Clock.SAID
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """How an answer stands to the one with a ``number``, in words, on which condition, by which comparison."""

    how: str
    number: int
    condition: str | None
    comparison: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer, with the ``number`` that it has by when it was said; ``retrieved`` is when its report was taken in.

    ``factuality`` is how sure its source is of it, where the side's own is of all its words.
    """

    number: int
    factuality: Factuality
    side: SideLine
    retrieved: str | None
    beside: tuple[Beside, ...]


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A question with its answers in the order asked for; ``drawing`` has them over time, none where no day is known."""

    asked: QuestionAsked
    question: QuestionLine
    heading: str
    answers: tuple[AnswerLine, ...]
    drawing: Drawing | None
    folded: int


HOW = {
    Relation.CONTRADICTS: ("contradicts", "contradicts"),
    Relation.SUPERSEDES: ("is replaced by", "replaces"),
    Relation.DOUBTS: ("is left open by", "leaves open"),
    Relation.AGREES: ("agrees with", "agrees with"),
    Relation.SAME_SERIES: ("is of one series with", "is of one series with"),
}
"""How the first answer stands to the second, and the second to the first, in words."""


def question(desk: Desk, asked: QuestionAsked) -> QuestionPage:
    """One question."""
    return desk.held(("question", asked), lambda: _question(desk, asked))


def _question(desk: Desk, asked: QuestionAsked) -> QuestionPage:
    topic = find_topic(desk, asked.id)
    type_ = topic.change.type
    shown = Shown(desk, [(told.account, type_) for told in topic.change.answers], unfold=asked.unfold)
    taken = desk.held("retrieved", lambda: {each.report: each.retrieved for each in desk.case.places()})
    stands = _stands(topic)
    answers = []
    for number, told in enumerate(topic.change.answers, start=1):
        side = shown.line(told.account, in_words(told.answer), type_)
        answers.append(AnswerLine(number, told.answer.factuality, side, taken.get(side.report), stands.get(number, ())))
    if asked.by is Clock.OUT:
        answers.sort(key=lambda each: (each.side.out_not_after or each.side.out_not_before or "9999", each.number))
    heading = topic.unfolded if asked.unfold else topic.heading
    folded = sum(each.side.is_folded for each in answers)
    return QuestionPage(asked, question_line(topic), heading, tuple(answers), over_time(answers), folded)


def over_time(answers: Sequence[AnswerLine]) -> Drawing | None:
    """Answers in their order, each with the days on which it was said and those on which its report came out."""
    return draw(Chart("", (Band("", tuple(map(_row, answers))),)))


def _row(answer: AnswerLine) -> Row:
    side = answer.side
    said = Bar(as_day(side.said_not_before), as_day(side.said_not_after), answer.factuality)
    out = Bar(as_day(side.out_not_before), as_day(side.out_not_after), answer.factuality, Form.OUT)
    return Row(f"{answer.number}. {side.answer}", side.by, "", (said, out))


def _stands(topic: Topic) -> Mapping[int, tuple[Beside, ...]]:
    """How each answer stands to others, by its number; the plainest first."""
    found: dict[int, list[Beside]] = defaultdict(list)
    order = list(HOW)
    for each in sorted(topic.change.stands, key=lambda one: (order.index(one.relation), one.first, one.second)):
        first, second = each.first + 1, each.second + 1
        found[first].append(Beside(HOW[each.relation][0], second, each.condition, each.comparison))
        if first != second:
            found[second].append(Beside(HOW[each.relation][1], first, each.condition, each.comparison))
    return {number: tuple(own) for number, own in found.items()}


@dataclass(frozen=True, slots=True)
class PictureAsked:
    """Which question."""

    id: str


def question_picture(desk: Desk, asked: PictureAsked) -> Response:
    """The answers on an axis of time as an SVG picture, on white, to be kept or printed."""
    topic = find_topic(desk, asked.id)
    drawn = desk.held(("question picture", asked.id), lambda: _drawn(desk, topic))
    return Response(drawn, media_type="image/svg+xml")


def _drawn(desk: Desk, topic: Topic) -> str:
    (told,) = tell_asked(desk.case, [topic.change], fold=fold_plainly)
    return svg(draw_question(told))
