"""Whether what a word tells came about, was tried, or is only an aim: "managed to retake", "an offensive to retake", "plans to retake" it.

Told by the words before it (``lexicon/aims.tsv``). A purpose, a plan and an attempt are not what they are for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from purport.folding import fold
from purport.lexicon import rows
from purport.records import Analysis, Event
from purport.resolve.stems import stem


class Aim(StrEnum):
    """How far something came."""

    DONE = "done"
    TRIED = "tried"
    MEANT = "aim"


FAR = 9
"""Words before a verb and its "to", at most, of which one tells whether it was done: "mounted a major offensive late on Monday to"."""
JOINED = frozenset({"and", "or"})
TO = "to"
AFTER = frozenset({"of", "at", "for", "in", "toward", "towards"})
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "any"})
AHEAD = frozenset({"will", "shall", "should", "must", "can", "could", "may", "might"})
"""Before a verb at once these tell what is to come, or can: "could take"; but one may hold a town today."""
HELD = frozenset({"hold", "control"})


class Aims:
    """The aims of a report, asked for by the events that they are of."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.report.text
        self.sentences = [each.start for each in analysis.sentences]
        self.events = sorted(analysis.events, key=lambda each: each.start)

    def of(self, event: Event) -> Aim:
        """How far what an event tells of came, as far as the words before it tell."""
        before = self._before(event)
        word = fold(self.text[event.start : event.end])
        if before and before[-1] in AHEAD:
            return Aim.DONE if word in HELD else Aim.MEANT
        governing = _governing(before, word)
        if governing is None:
            return Aim.DONE
        return _told(governing, Aim.MEANT if len(governing) < len(before) and before[len(governing)] == TO else Aim.DONE)

    def attempt(self, event: Event) -> Event | None:
        """The event that is the attempt at another: the last that its sentence tells before it, "mounted" or "offensive"."""
        number = bisect_right(self.sentences, event.start)
        first = self.sentences[number - 1] if number else 0
        return next((each for each in reversed(self.events) if first <= each.start and each.end <= event.start), None)

    def _before(self, event: Event) -> list[str]:
        number = bisect_right(self.sentences, event.start)
        words = self.text[self.sentences[number - 1] if number else 0 : event.start].split()
        return [fold(each).strip(",;:“”\"'’") for each in words]


def _governing(before: Sequence[str], word: str) -> Sequence[str] | None:
    """The words before "to", or the preposition, that an event's word depends on; nothing where it depends on none."""
    words = list(before)
    while len(words) > 2 and words[-1] in JOINED and words[-3] in AFTER | {TO}:
        words = words[:-2]
    if words[-1:] == [TO]:
        return words[:-1]
    while words and words[-1] in ARTICLES:
        words.pop()
    is_noun = len(words) < len(before) or word.endswith("ing")
    return words[:-1] if is_noun and words and words[-1] in AFTER else None


def _told(words: Sequence[str], otherwise: Aim) -> Aim:
    """What the words tell, or ``otherwise``."""
    near = [_kinds().get(stem(each)) for each in words[-FAR:]]
    found = [each for at, each in enumerate(near, 1) if each is not None and (not each[1] or at == len(near))]
    if not found:
        return otherwise
    return Aim.MEANT if found[-1][0] is Aim.TRIED and any(kind is Aim.MEANT for kind, _ in found) else found[-1][0]


@cache
def _kinds() -> dict[str, tuple[Aim, bool]]:
    """What the stem of a word tells, and whether at once before "to" alone."""
    return {stem(form): (Aim(kind), bool(at_once)) for forms, kind, *at_once in rows("aims.tsv") for form in forms.split()}
