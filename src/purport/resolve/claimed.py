"""The claims of a report as accounts: what stands in its record, looked up and put together."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from purport.folding import fold
from purport.lexicon import rows
from purport.lexicon import words as listed
from purport.records import (
    Analysis,
    Attribution,
    Claim,
    Event,
    Factuality,
    FurnitureKind,
    Mention,
    MentionForm,
    MentionType,
    Quantity,
    Recording,
    SourceType,
    Span,
    SpeechAct,
)
from purport.resolve.accounts import SURE, Account, Count, Days, Frame, Holding, Judged, Message, Party
from purport.resolve.ellipsis import other_days
from purport.resolve.genuine import judge
from purport.resolve.passing import find_passing, holdings_of
from purport.resolve.stems import forms, proper, stem, stems

Names = Mapping[str, frozenset[str]]
"""What each entity of a report is found by: the keys of its names."""
ADJOINING = len(" that ")
"""Characters between a cue and a content that it stands before at once."""
LEAD = 3
"""Sentences with the first claims of a report, which say what it is about."""
MOST, OFTEN = 3, 3
"""How many of the things that a report names most it is about, and how often it names them at least."""
BEING = frozenset({"is", "are", "was", "were"})
"""Forms of the verb by which something is called false."""
FORMER = "from "
"""What stands before a number that another has replaced."""
HERE = "here"
PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
"""Who is only called so within what somebody says, and leads to no name, is whoever says it: "a driver said *he* had seen her"."""
BEFORE = 2
"""Sentences before a claim that tell what it is about where it names nothing."""


def accounts(analysis: Analysis, names: Names) -> tuple[Account, ...]:
    """The claims of a report as accounts, in order, and then what it tells in passing of who holds places."""
    return tuple(_Report(analysis, names).accounts())


class _Report:
    """One report's record with what is looked up in it again and again."""

    def __init__(self, analysis: Analysis, names: Names) -> None:
        self.analysis = analysis
        self.text = analysis.report.text
        self.names = names
        self.attributions = {each.id: each for each in analysis.attributions}
        self.events = {each.id: each for each in analysis.events}
        self.quantities = {each.id: each for each in analysis.quantities}
        self.mentions = {each.id: each for each in analysis.mentions}
        self.ordered = sorted(analysis.mentions, key=lambda each: each.start)
        self.starts = [each.start for each in self.ordered]
        published = analysis.report.published
        self.published = _days(published.not_before, published.not_after)
        self.sources = [each.source for each in analysis.attributions if each.source]
        self.own = frozenset(each.entity for each in self.ordered if each.entity and self._is_outlet(each))
        self.sentence_starts = [each.start for each in analysis.sentences]
        self.lead = self._lead()
        self.messages = tuple(self._messages())
        self.recordings = tuple(self._recordings())
        self.holdings = holdings_of(analysis, names)

    def accounts(self) -> Iterator[Account]:
        inner = self._inner()
        for claim in self.analysis.claims:
            attribution = self.attributions.get(claim.attribution or "")
            if attribution is not None and self._is_rejected(claim, attribution):
                rejected = replace(claim, factuality=Factuality.CERTAINLY_NOT)
                yield self._account(rejected, self.attributions.get(attribution.nested_in or ""), inner[claim.id])
            else:
                yield self._account(claim, attribution, inner[claim.id])
        for claim in find_passing(self.analysis, self.holdings):
            yield replace(self._account(claim, None, ()), in_passing=True)

    def _is_rejected(self, claim: Claim, attribution: Attribution | None) -> bool:
        """Whether what is said is told only to be called false: "press reports that a door was locked *are false*"."""
        if attribution is None or attribution.cue is None or claim.factuality not in SURE:
            return False
        *_, is_, last = ("", "", *forms(claim.content[-1].words(self.text)))
        *_, said = ("", *forms(attribution.cue.words(self.text)))
        told = (listed("falsity.tsv").get(word) for word in (said, last))
        return [*told] == [("said",), ("false",)] and is_ in BEING and attribution.cue.end <= claim.content[0].start

    def _inner(self) -> dict[str, list[Span]]:
        """What other claims hold of the content of each: that is theirs, not its own; but for what is told only to be called false."""
        found: dict[str, list[Span]] = {claim.id: [] for claim in self.analysis.claims}
        inner = [each for each in self.analysis.claims if not self._is_rejected(each, self.attributions.get(each.attribution or ""))]
        for claim in self.analysis.claims:
            own = _length(claim.content)
            for other in inner:
                if _length(other.content) < own and all(_is_within(span, claim.content) for span in other.content):
                    found[claim.id] += other.content
        return found

    def _account(self, claim: Claim, attribution: Attribution | None, inner: Sequence[Span]) -> Account:
        report = self.analysis.report
        words = " ".join(span.words(self.text) for span in claim.content)
        own = " ".join(self.text[span.start : span.end] for span in _without(claim.content, inner))
        mentions = [each for span in claim.content for each in self._within(span)]
        parties = tuple(self._party(each) for each in mentions if not _is_within(each, inner))
        events = (self.events[each] for each in claim.events)
        source = frozenset({attribution.source_entity} if attribution and attribution.source_entity else ())
        own_names = frozenset(party.key for party in parties if party.key is not None and party.names) - self.own - source
        named = self._about(own_names, self._beside(claim))
        return Account(
            report.path,
            report.id,
            claim.id,
            claim.content,
            _shown(claim, attribution),
            words,
            own,
            claim.factuality,
            attribution.speech_act if attribution else SpeechAct.STATEMENT,
            self._source(attribution),
            report.outlet,
            self._said(attribution),
            self.published,
            tuple(self._frame(each, claim) for each in events if not _is_within(each, inner)),
            tuple(self._counts(claim, inner)),
            parties,
            named,
            frozenset(name for entity in named for name in self.names.get(entity, ())),
            frozenset(stems(own)),
            tuple(
                message for recording, message in self.messages if _is_within(recording, claim.content) and not _is_within(recording, inner)
            ),
            tuple(self._holdings(claim, inner)),
            self._judged(own, claim, attribution),
            hearsay=self._hearsay(attribution),
        )

    def _hearsay(self, attribution: Attribution | None) -> str | None:
        if attribution is None or attribution.source is not None or attribution.cue is None:
            return None
        return " ".join(attribution.cue.words(self.text).split())

    def _holdings(self, claim: Claim, inner: Sequence[Span]) -> Iterator[Holding]:
        """Who holds places, as a claim tells it: so surely as it tells of the event."""
        for each in self.holdings:
            event = self.events[each.event]
            if each.event in claim.events and not _is_within(event, inner):
                yield replace(each, factuality=sureness(event, claim.factuality))
        yield from other_days(self.analysis, claim, self.holdings)

    def _judged(self, own: str, claim: Claim, attribution: Attribution | None) -> tuple[Judged, ...]:
        """What a claim says of whether a recording is genuine; "it" stands for the last that its sentence or the one before names."""
        if not self.recordings:
            return ()
        cue = attribution.cue.words(self.text) if attribution and attribution.cue else ""
        first = max(self._sentence(claim.content[0].start) - 1, 0)
        before = self.text[self.analysis.sentences[first].start : claim.content[0].start] if self.analysis.sentences else ""
        return judge(own, cue, claim.factuality, self.recordings, before)

    def _near(self, claim: Claim) -> Sequence[Mention]:
        """The mentions of the sentences that a claim stands in, and of those just before."""
        sentences = self.analysis.sentences
        first, last = max(self._sentence(claim.content[0].start) - BEFORE, 0), self._sentence(claim.content[-1].start)
        if last < 0:
            return ()
        return self._within(Span(sentences[first].start, sentences[last].end))

    def _beside(self, claim: Claim) -> frozenset[str]:
        """The named things of the sentences that a claim stands in and of those just before, but for those that only tell who speaks."""
        near = (each for each in self._near(claim) if each.entity in self.names and not _is_within(each, self.sources))
        return frozenset(each.entity for each in near if each.entity is not None) - self.own

    def _about(self, named: frozenset[str], beside: frozenset[str]) -> frozenset[str]:
        """What a claim is about: what it names, else what stands beside; and what the report is about, where any of that stands there."""
        return named | self.lead if not named | beside or (named | beside) & self.lead else named or beside

    def _within(self, span: Span) -> Sequence[Mention]:
        return self.ordered[bisect_right(self.starts, span.start - 1) : bisect_right(self.starts, span.end - 1)]

    def _lead(self) -> frozenset[str]:
        """What the report is about: the named things of the sentences in which its first claims stand, and those that it names most.

        Where these sentences say "here" that is the place of the dateline, which the text may name elsewhere.
        """
        first = sorted({self._sentence(claim.content[0].start) for claim in self.analysis.claims})[:LEAD]
        spans = [self.analysis.sentences[at] for at in first if at >= 0]
        spans += [Span(each.start, each.end) for each in self.analysis.furniture if each.kind is FurnitureKind.TITLE]
        named = [each for each in self.ordered if each.entity in self.names and each.entity not in self.own]
        begun = {each.entity for each in named if _is_within(each, spans) and not _is_within(each, self.sources)}
        often = Counter(each.entity for each in named).most_common()
        most = {entity for entity, count in often if count >= max(OFTEN, often[min(MOST, len(often)) - 1][1])}
        here = fold(self.analysis.report.dateline.place) if self.analysis.report.dateline else None
        if here is not None and any(HERE in forms(span.words(self.text)) for span in spans):
            begun |= {each.entity for each in named if fold(self.text[each.start : each.end]) == here}
        return frozenset(each for each in begun | most if each is not None)

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.sentence_starts, offset) - 1

    def _is_outlet(self, mention: Mention) -> bool:
        """Whether a name is that of the outlet itself, whole or by its first letters."""
        outlet = forms(self.analysis.report.outlet or "")
        name = forms(self.text[mention.start : mention.end])
        return bool(name) and name in (outlet, ["".join(word[0] for word in outlet)])

    def _counts(self, claim: Claim, inner: Sequence[Span]) -> Iterator[Count]:
        events = [self.events[each] for each in claim.events]
        for each in map(self.quantities.__getitem__, claim.quantities):
            if each.of is None or _is_within(each, inner):
                continue
            said = frozenset(stem(self.text[event.start : event.end].lower()) for event in events if self._holds(event, each))
            former = self.text[max(each.start - len(FORMER), 0) : each.start].lower() == FORMER
            high = None if each.low == each.high and self._is_provisional(each) else each.high
            yield Count(each.low, high, each.unit, each.of, said, former)

    def _is_provisional(self, quantity: Quantity) -> bool:
        """Whether the sentence of a count says that it is of those known by then."""
        at = self._sentence(quantity.start)
        words = forms(self.text[self.analysis.sentences[at].start : self.analysis.sentences[at].end]) if at >= 0 else []
        return any(words[first : first + len(run)] == run for run in _provisional() for first in range(len(words)))

    def _holds(self, event: Event, quantity: Quantity) -> bool:
        """Whether what is counted takes part in an event."""
        mentions = (self.mentions[each.mention] for each in event.participants)
        return any(each.start <= quantity.start and quantity.end <= each.end for each in mentions)

    def _messages(self) -> Iterator[tuple[Recording, Message]]:
        """The recordings with a named speaker, and when each was released."""
        named = {self.text[each.start : each.end]: each.entity for each in self.ordered if each.form is MentionForm.NAME and each.entity}
        for each in self.analysis.recordings:
            entity = next((entity for name, entity in named.items() if " ".join(name.split()) == each.speaker), None)
            if entity is not None:
                released = _days(each.released.not_before, each.released.not_after)
                yield each, Message(entity, self.names.get(entity, frozenset()), each.medium, released)

    def _recordings(self) -> Iterator[tuple[str, Message]]:
        """All recordings, those with a named speaker as messages of theirs."""
        told = {recording.id: message for recording, message in self.messages}
        for each in self.analysis.recordings:
            released = _days(each.released.not_before, each.released.not_after)
            yield each.id, told.get(each.id, Message("", frozenset(), each.medium, released))

    def _party(self, mention: Mention) -> Party:
        words = self.text[mention.start : mention.end]
        return self._called(words, mention.entity, mention.type)

    def _called(self, words: str, entity: str | None, type_: MentionType) -> Party:
        names = self.names.get(entity or "", frozenset())
        return Party(entity, names, " ".join(words.split()), type_, frozenset(stems(words)), proper(words))

    def _source(self, attribution: Attribution | None) -> Party | None:
        if attribution is None or attribution.source is None:
            return None
        words = attribution.source.words(self.text)
        outer = self.attributions.get(attribution.nested_in or "")
        if outer is not None and outer.source is not None and words.lower() in PRONOUNS and attribution.source_entity not in self.names:
            return self._source(outer)
        source = self._called(words, attribution.source_entity, MentionType.PERSON)
        return source if source.stems else replace(source, called=self._in_full(attribution))

    def _in_full(self, attribution: Attribution) -> str:
        """What the report calls a source elsewhere that it has a pronoun for here: its outlet, or the longest of its names."""
        entity = attribution.source_entity
        if attribution.source_type is SourceType.OUTLET or (entity is not None and entity in self.own):
            return self.analysis.report.outlet or ""
        named = (each for each in self.ordered if entity and each.entity == entity and each.form is MentionForm.NAME)
        return max((" ".join(self.text[each.start : each.end].split()) for each in named), key=len, default="")

    def _said(self, attribution: Attribution | None) -> Days:
        said = attribution.said if attribution else None
        days = _days(said.not_before, said.not_after) if said else Days()
        return days if days.known else self.published

    def _frame(self, event: Event, claim: Claim) -> Frame:
        word = self.text[event.start : event.end]
        parties = tuple((each.role, self._party(self.mentions[each.mention])) for each in event.participants)
        place = self._party(self.mentions[event.place]) if event.place else None
        days = _days(event.not_before, event.not_after)
        return Frame(event.id, word, stem(word.lower()), sureness(event, claim.factuality), parties, place, days)


@cache
def _provisional() -> tuple[list[str], ...]:
    return tuple(words.split() for (words,) in rows("provisional.tsv"))


def _shown(claim: Claim, attribution: Attribution | None) -> tuple[Span, ...]:
    first, *rest = claim.content
    if attribution is None or attribution.source is not None or attribution.cue is None:
        return claim.content
    gap = first.start - attribution.cue.end
    return (Span(attribution.cue.start, first.end), *rest) if 0 <= gap <= ADJOINING else claim.content


def _length(content: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in content)


def _is_within(part: Span | Mention | Event | Quantity | Recording, content: Sequence[Span]) -> bool:
    return any(span.start <= part.start and part.end <= span.end for span in content)


def _without(content: Sequence[Span], inner: Sequence[Span]) -> Iterator[Span]:
    """What is left of a content without some stretches within it."""
    for span in content:
        at = span.start
        for start, end in sorted((each.start, each.end) for each in inner if span.start <= each.start and each.end <= span.end):
            if at < start:
                yield Span(at, start)
            at = max(at, end)
        if at < span.end:
            yield Span(at, span.end)


def sureness(event: Event, content: Factuality) -> Factuality:
    """How sure a claim is of one of its events: as of its content, unless that is flat and the event is not, or nothing is said of it."""
    if content is Factuality.CERTAIN or event.factuality is Factuality.UNCOMMITTED:
        return event.factuality
    return content


def _days(first: str | None, last: str | None) -> Days:
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
