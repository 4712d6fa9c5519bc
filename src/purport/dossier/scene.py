"""A report with all that its timeline asks of it: its clauses, whom its mentions are of, when it came out, what it calls for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from purport.dossier.acts import CALLS, act_of
from purport.dossier.clauses import Clauses
from purport.dossier.lines import Thing
from purport.dossier.offers import offers
from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Attribution, Event, Mention, Span, SpeechAct
from purport.resolve.accounts import Days
from purport.resolve.happened import happened
from purport.resolve.notices import find_notices
from purport.resolve.states import leaves_office
from purport.resolve.stems import stem
from purport.resolve.weighing import weight

if TYPE_CHECKING:
    from purport.dossier.entries import Told

TELLING_WORD, TELLING_WITH_BOTH = 2.0, 1.0
"""How rare the word of an event is, at least, that is told of though nobody says when; and where it is told who did it to whom."""


class Scene:
    """A report with what of it is asked for again and again."""

    def __init__(self, told: Told) -> None:
        self.analysis, self.names = told.analysis, told.names
        self.clauses = Clauses(told.analysis)
        self.accounts = {each.claim: each for each in told.accounts}
        self.attributions = {each.id: each for each in told.analysis.attributions}
        self.mentions = {each.id: each for each in told.analysis.mentions}
        self._sources = [each.source for each in told.analysis.attributions if each.source]
        cues = [each.cue for each in told.analysis.attributions if each.cue]
        self._asides = [*cues, *(Span(each.start, each.end) for each in told.analysis.furniture)]
        self._calls = [part for each in told.analysis.attributions if self.act(each) in CALLS for part in each.content]
        self._refused = frozenset(each.by for each in offers(told.analysis) if each.is_refused and each.by is not None)
        self.notices = [each.span for each in find_notices(told.analysis)]
        self.known = frozenset(each.event for each in happened(told.analysis, told.names))
        published = told.analysis.report.published
        self.out = days_of(published.not_before, published.not_after)
        self.called: dict[str, str] = {}
        for each in told.analysis.mentions:
            if each.entity in told.names:
                words = " ".join(self.clauses.text[each.start : each.end].split())
                self.called[each.entity or ""] = max(self.called.get(each.entity or "", ""), words, key=len)

    def act(self, each: Attribution) -> SpeechAct:
        """What kind of speech something said is."""
        return act_of(each, self.clauses.text)

    def named(self, name: str | None) -> Thing | None:
        """Whom a name is of."""
        text = self.clauses.text
        found = (each for each in self.analysis.mentions if each.entity in self.called)
        mention = next((each for each in found if " ".join(text[each.start : each.end].split()) == name), None)
        return self.thing(mention.id) if mention else None

    def is_aside(self, event: Event) -> bool:
        """Whether an event stands in page text, or in what only tells who says something.

        What the outlet tells of who speaks, with its day ("she, who retired in May, said"), is told for its own sake too.
        """
        if any(has(span, event.start, event.end) for span in self._asides):
            return True
        claim = self.clauses.claim(event)
        days = days_of(event.not_before, event.not_after)
        is_told = claim is not None and claim.attribution is None and days.known and days.before(self.out)
        return not is_told and any(has(span, event.start, event.end) for span in self._sources)

    def is_withdrawn(self, event: Event) -> bool:
        """Whether an event stands in a correction, where what somebody is quoted with is what was wrong."""
        return any(has(span, event.start, event.end) for span in self.notices)

    def is_only_offered(self, event: Event) -> bool:
        """Whether an event is that somebody leaves office of whom the report tells that he offered to, and was refused."""
        if not self._refused or not leaves_office(fold(self.clauses.text[event.start : event.end])):
            return False
        return any(self.mentions[each.mention].entity in self._refused for each in event.participants)

    def tells(self, event: Event) -> bool:
        """Whether an event's word tells what happened, to or by somebody, and does not only tell apart whom it is about."""
        parts = [self.mentions[each.mention] for each in event.participants]
        word = stem(fold(self.clauses.text[event.start : event.end]))
        if word in listed("moving_counts.tsv") and any(map(self.clauses.is_figure, parts)):
            return False
        is_attribute = any(each.start <= event.start and event.end <= each.end for each in parts)
        is_whole = len({each.role for each in event.participants}) > 1
        least = TELLING_WITH_BOTH if is_whole else TELLING_WORD
        beside = self.clauses.beside(event)
        is_said_of = bool(parts or event.place or self.clauses.count_of(event) or (beside is not None and self._is_named(beside)))
        return is_said_of and not is_attribute and weight([word]) >= least

    def _is_named(self, one: Mention) -> bool:
        """Whether a mention is of something that has a name, or has a name in it ("the city of Karst")."""
        inside = (each.entity for each in self.mentions.values() if one.start <= each.start and each.end <= one.end)
        return any(entity in self.called for entity in inside)

    def is_to_come(self, days: Days) -> bool:
        """Whether some days begin when the report is out, or are all after that."""
        is_open = days.last is None and days.first is not None and self.out.last is not None and days.first >= self.out.last
        return is_open or self.out.before(days)

    def has_call(self, spans: Iterable[Span]) -> bool:
        """Whether some stretches have words of a call, threat or offer in them."""
        return any(part.start < span.end and span.start < part.end for span in spans for part in self._calls)

    def is_spoken_of(self, cue: Span) -> bool:
        """Whether a word for something said stands in what a recording is said to speak of: "referred to the *claim* by Karst"."""
        return any(has(each, cue.start, cue.end) for one in self.analysis.recordings for each in one.mentions)

    def was_before(self, cue: Span) -> bool:
        """Whether the tense of some words that attribute tells that it was said before the report came out."""
        return any(each.not_after is not None and has(cue, each.start, each.end) for each in self.analysis.events)

    def thing(self, mention: str) -> Thing | None:
        """Whom a mention is of, if it has a name."""
        entity = self.mentions[mention].entity
        return Thing(entity, self.called[entity]) if entity in self.called and entity is not None else None


def days_of(first: str | None, last: str | None) -> Days:
    """The days from one ISO date to another."""
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def has(span: Span, start: int, end: int) -> bool:
    """Whether a stretch has another inside."""
    return span.start <= start and end <= span.end
