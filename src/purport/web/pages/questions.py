"""The questions that reports of a case answer, those first whose answers part most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from purport.folding import fold
from purport.web.desk import Desk
from purport.web.pages.claims import Choice
from purport.web.paging import Part, cut
from purport.web.parting import Named, Topic, topics
from purport.web.sides import in_words

VALUES = 6
"""Answers that a line names."""


@dataclass(frozen=True, slots=True)
class QuestionsAsked:
    """``text`` are words of a question, of a name that it is about, of who answers or of an answer; ``type`` is what it is about."""

    text: str = ""
    type: str = ""
    part: int = 1


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question: ``values`` are its answers, those given most often first, ``more`` how many others there are.

    ``pairs`` is how many pairs of its accounts part, ``contradictions`` how many of these contradict; ``latest`` is the last day on which
    an answer came out.
    """

    id: str
    heading: str
    type: str | None
    about: tuple[Named, ...]
    values: tuple[str, ...]
    more: int
    answers: int
    reports: int
    pairs: int
    contradictions: int
    latest: str | None


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """A part of the questions found, and what they are about."""

    asked: QuestionsAsked
    part: Part
    types: tuple[Choice, ...]
    questions: tuple[QuestionLine, ...]


def questions(desk: Desk, asked: QuestionsAsked) -> QuestionsPage:
    """The questions that have what is asked for."""
    found = _having(desk, fold(asked.text).split())
    types = Counter(each.change.type or "" for each in found)
    part, shown = cut([each for each in found if asked.type in ("", each.change.type or "")], asked.part)
    choices = tuple(Choice(one, one, number) for one, number in sorted(types.items(), key=lambda each: (-each[1], each[0])) if one)
    return QuestionsPage(asked, part, choices, tuple(map(question_line, shown)))


def question_line(topic: Topic) -> QuestionLine:
    """A question as a line."""
    told = topic.change.answers
    values = [value for value, _ in Counter(in_words(each.answer) for each in told).most_common()]
    return QuestionLine(
        topic.id,
        topic.heading,
        topic.change.type,
        topic.about,
        tuple(values[:VALUES]),
        len(values[VALUES:]),
        len(told),
        len({each.account.report for each in told}),
        len(topic.pairs),
        topic.contradictions,
        topic.latest or None,
    )


def _having(desk: Desk, words: Sequence[str]) -> Sequence[Topic]:
    """The questions that have all of some words."""
    every = topics(desk)
    if not words:
        return every
    texts = desk.held("question texts", lambda: {each.id: fold(" ".join(_texts(each))) for each in every})
    return [each for each in every if all(word in texts[each.id] for word in words)]


def _texts(topic: Topic) -> Iterator[str]:
    yield topic.unfolded
    yield from (each.name for each in topic.about)
    for told in topic.change.answers:
        yield told.answer.value
        yield told.account.words
        yield told.account.speaker
