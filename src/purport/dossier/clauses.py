"""The words of a report that tell of an event: its clause, without who says it, or as much of that as the event needs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from purport.folding import fold
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import Analysis, Claim, Event, Mention, Quantity, Span, Timex
from purport.resolve.stems import stem, stems

SHORT = 130
"""Letters of a clause that is shown whole; of a longer one only as much as reaches from the first to the last of who, what, where, when."""
AHEAD = frozenset({"will", "would", "shall"})
"""Words before a verb that tell that it is to come, or would be."""
GOING_ON = frozenset({"is", "are"})
"""Words before a participle that tell that something is going on."""
IS = frozenset({"is", "are", "was", "were", "been"})
"""Words before "thought" that tell that it is what others think."""
TO, BE, HAVE = "to", "be", "have"
ARTICLES = frozenset({"the", "a", "an"})
WORDS_BETWEEN, WORDS_TO_AIM = 2, 5
"""Words between what happened and of whom it is said, and between a campaign and what it is to take, at most."""
NEAR = 12
"""Letters before a time among which its preposition stands."""
DATES = frozenset({"DATE", "TIME"})
CUTS = r"[,;:]|\b(?:that|who|which|when|where|after|before|and|but)\b"
"""What ends a clause before a verb, for what its tense is told by."""
ENDS = rf"{CUTS}|\bto\b"
"""What ends it after a verb: an aim is no part of what was done."""
BLANKS = " \t\n\r,;:"
THAT = "that "
TO_HAVE = "to have "


class Clauses:
    """A report's claims, mentions and times, as its events ask for them."""

    def __init__(self, analysis: Analysis) -> None:
        self.text = analysis.report.text
        self.events = analysis.events
        self._mentions = {each.id: each for each in analysis.mentions}
        self._timexes = analysis.timexes
        self._quantities = analysis.quantities
        self._sentences = analysis.sentences or (Span(0, len(self.text)),)
        self._starts = [each.start for each in self._sentences]
        claims = sorted(analysis.claims, key=_length, reverse=True)
        self._claims = {event: claim for claim in claims for event in claim.events}
        self._contents = [span for claim in analysis.claims for span in claim.content]

    def claim(self, event: Event) -> Claim | None:
        """The innermost claim that an event stands in."""
        return self._claims.get(event.id)

    def whole(self, event: Event) -> tuple[Span, ...]:
        """The clause of an event where that is short, with a subject that stands apart from it; nothing where it is long or none."""
        claim = self.claim(event)
        if claim is None:
            return ()
        own = [each for span in claim.content for each in self._without_inner(span)]
        at = next((number for number, span in enumerate(own) if _holds(span, event)), None)
        if at is None or own[at].end - own[at].start > SHORT:
            return ()
        if own[at].words(self.text).lstrip().lower().startswith(TO_HAVE):
            return self._believed(own[at], own[at - 1] if at else None)
        subject = own[at - 1 : at] if at and own[at - 1].end - own[at - 1].start <= SHORT // 2 else []
        return self._trimmed([*subject, own[at]])

    def _believed(self, done: Span, before: Span | None) -> tuple[Span, ...]:
        """What somebody is said "to have done", with who and by what word: from the part of its claim before, or from where that begins."""
        sentence = self.sentence(done.start)
        if before is not None and sentence.start <= before.start:
            start = before.start
        else:
            around = [each.start for each in self._contents if each.start < done.start and done.end <= each.end]
            start = max(around, default=sentence.start)
            start = max(start, done.start - len(re.split(CUTS, self.text[start : done.start])[-1]))
        return self._trimmed([Span(start, done.end)])

    def beside(self, event: Event) -> Mention | None:
        """Whom a noun that tells what happened is said of: "a string of defeats for the Northern Guard", "the battle to retake Karst"."""
        word = stem(fold(self.text[event.start : event.end]))
        is_campaign = word in _campaigns()
        if word not in told_nouns() and not is_campaign:
            return None
        within = self.sentence(event.start)
        for each in self._mentions.values():
            between = self.text[event.end : each.start].lower().split()
            if event.end < each.start and each.end <= within.end:
                if len(between) <= WORDS_BETWEEN and _leads(between):
                    return each
                if is_campaign and between[:1] == [TO] and len(between) <= WORDS_TO_AIM:
                    return each
        return None

    def narrow(self, event: Event) -> tuple[Span, ...]:
        """From the first to the last of an event's word, who takes part, where and when, to the end of that clause, within its sentence."""
        within = self.bounds(event)
        parts = [each for each in self._parts(event) if within.start <= each.start and each.end <= within.end]
        start, end = min([event.start, *(each.start for each in parts)]), max([event.end, *(each.end for each in parts)])
        rest = re.split(ENDS, self.text[end : within.end])[0]
        return self._trimmed([Span(start, end + len(rest) if end + len(rest) - start <= SHORT else end)])

    def is_aim(self, event: Event) -> bool:
        """Whether an event is what somebody is *to do*: an aim, a plan or a duty, not what was done, goes on, or is thought to be done."""
        before, lead = self._before(event), self._lead(event)
        if not AHEAD.isdisjoint(before):
            return True
        return before[-1:] in ([TO], [BE]) and lead is not None and _carried(lead) is None and not (before[-1:] == [BE] and _is_held(lead))

    def is_going_on(self, event: Event) -> bool:
        """Whether an event is told as going on ("are still fighting", "continue to fight", "is thought to be hiding")."""
        lead, before = self._lead(event), self.text[self.bounds(event).start : event.start].split()[-3:]
        is_ing = self.text[event.start : event.end].endswith("ing")
        if lead is not None and (_carried(lead) == "now" or (is_ing and before[-1:] == [BE] and _is_held(lead))):
            return True
        return is_ing and not GOING_ON.isdisjoint(before)

    def has_come_about(self, event: Event) -> bool:
        """Whether an event is told as something that came about: "came to control", "managed to flee", "is said to have fled"."""
        lead, before = self._lead(event), self._before(event)
        return lead is not None and (_carried(lead) == "then" or (before[-1:] == [HAVE] and _is_held(lead)))

    def is_held(self, event: Event) -> bool:
        """Whether an event is told as what others think or say that somebody does or did: "is believed to have gone to ground"."""
        lead = self._lead(event)
        return lead is not None and _is_held(lead)

    def _before(self, event: Event) -> list[str]:
        """The words of its clause before an event."""
        return re.split(CUTS, self.text[self.bounds(event).start : event.start])[-1].split()

    def _lead(self, event: Event) -> list[str] | None:
        """The words of its clause, whoever says it, before "to do" something, or nothing where it is not told so."""
        before = re.split(CUTS, self.text[self.sentence(event.start).start : event.start])[-1].split()
        at = -1 if before[-1:] == [TO] else -2
        return before[:at] if before[at:] in ([TO], [TO, BE], [TO, HAVE]) else None

    def only_time(self, event: Event) -> Timex | None:
        """The one date that the clause of an event tells, where no event of it has that, and no preposition bounds another thing by it."""
        bounds = self.bounds(event)
        dates = [each for each in self._timexes if bounds.start <= each.start and each.end <= bounds.end]
        inside = [each for each in self.events if bounds.start <= each.start and each.end <= bounds.end]
        if len(dates) != 1 or dates[0].type not in DATES or any(each.not_before is not None for each in inside):
            return None
        before = self.text[max(bounds.start, dates[0].start - NEAR) : dates[0].start].split()
        return dates[0] if not before or before[-1].lower() not in listed("edges.tsv") else None

    def bounds(self, event: Event) -> Span:
        """The stretch of its claim's own words that an event stands in; its sentence where it stands in no claim."""
        claim = self.claim(event)
        own = [each for span in claim.content for each in self._without_inner(span) if _holds(each, event)] if claim else []
        return own[0] if own else self.sentence(event.start)

    def count_of(self, event: Event) -> Quantity | None:
        """The number of those of whom a word alone tells what became: "*nine* of them died"."""
        what, within = stem(fold(self.text[event.start : event.end])), self.bounds(event)
        before = [each for each in self._quantities if within.start <= each.start and each.end <= event.start]
        return next((each for each in reversed(before) if what in stems(each.of or "")), None)

    def is_figure(self, mention: Mention) -> bool:
        """Whether words stand for a number of people, to whom nothing happens: "*the number* known to have died"."""
        return fold(self.text[mention.start : mention.end]).split()[-1:] == ["number"]

    def until(self, words: Span) -> tuple[Span, ...]:
        """What stands before some words in their clause, and they."""
        before = self.text[self.sentence(words.start).start : words.start]
        return self._trimmed([Span(words.start - len(re.split(CUTS, before)[-1]), words.end)])

    def sentence(self, offset: int) -> Span:
        """The sentence that has the character at ``offset``."""
        return self._sentences[max(0, bisect_right(self._starts, offset) - 1)]

    def words(self, spans: Iterable[Span]) -> str:
        """The words of some stretches, in one line."""
        return " ".join(" ".join(each.words(self.text).split()) for each in spans)

    def _parts(self, event: Event) -> Iterator[Mention | Timex | Quantity]:
        yield from (self._mentions[each.mention] for each in event.participants)
        yield from [self._mentions[event.place]] if event.place else []
        yield from [count] if not event.participants and (count := self.count_of(event)) else []
        yield from filter(None, [self.beside(event)])
        yield from (each for each in self._mentions.values() if each.start <= event.start and event.end <= each.end)
        days = (event.not_before, event.not_after)
        if event.not_before is not None:
            same = [each for each in self._timexes if (each.not_before, each.not_after) == days]
            yield from sorted(same, key=lambda each: (abs(each.start - event.start), each.start))[:1]

    def _without_inner(self, span: Span) -> list[Span]:
        """A stretch of a claim without those of the claims within it."""
        inner = sorted(each for each in self._contents if span.start <= each.start and each.end <= span.end and each != span)
        found, at = [], span.start
        for each in inner:
            if at < each.start:
                found.append(Span(at, each.start))
            at = max(at, each.end)
        return [*found, Span(at, span.end)] if at < span.end else found

    def _trimmed(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Stretches without blanks and commas at their ends; those of nothing else are left out."""
        found = []
        for each in spans:
            words = each.words(self.text)
            bare = words.lstrip(BLANKS)
            bare = bare[len(THAT) :] if bare.startswith(THAT) else bare
            start = each.start + len(words) - len(bare)
            end = each.end - (len(words) - len(words.rstrip(BLANKS + ".")))
            if start < end:
                found.append(Span(start, end))
        return tuple(found)


@cache
def told_nouns() -> frozenset[str]:
    """The stems of the nouns that by themselves tell what happened."""
    return frozenset(stem(form) for form in listed("told_nouns.tsv"))


@cache
def _campaigns() -> frozenset[str]:
    return frozenset(stem(form) for form in listed("campaigns.tsv"))


def _leads(between: Sequence[str]) -> bool:
    """Whether words can stand between what happened and of whom that is: a preposition, and an article at most."""
    return bool(between) and between[0] in listed("noun_prepositions.tsv") and all(each in ARTICLES for each in between[1:])


def _carried(lead: Sequence[str]) -> str | None:
    """What a verb before "to do" something tells of it: that it goes on "now", or came about "then"."""
    return listed("carrying_on.tsv").get(lead[-1] if lead else "", (None,))[0]


def _is_held(lead: Sequence[str]) -> bool:
    """Whether "to be" something is what somebody is thought, or said, to be."""
    held = bool(lead) and any(how == "to_be" and lead[-1] in forms.split() for forms, how in rows("ascribing.tsv"))
    return held and not IS.isdisjoint(lead[-3:-1])


def _holds(span: Span, event: Event) -> bool:
    return span.start <= event.start and event.end <= span.end


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.content)
