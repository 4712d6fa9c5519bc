"""What a report tells of recordings at issue: what each is, whose and how hedged, how long, when it came out and can have been made.

Of what is said in one, calls, threats and offers are folded: they are shown only where asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from purport.dossier.acts import ACTS, CALLS, act_of
from purport.dossier.left_open import conditions, left_open
from purport.dossier.lines import UNKNOWN, Entry, Section
from purport.dossier.making import first_since, supposed, undated
from purport.dossier.wording import days_of, flat, lasting, places
from purport.lexicon import words as listed
from purport.records import Analysis, Attribution, Claim, Factuality, Form, MentionForm, Reason, Recording, Span
from purport.resolve.accounts import Account, Days, Party
from purport.resolve.genuine import SURE
from purport.resolve.stems import forms, proper, stem, stems

if TYPE_CHECKING:
    from purport.dossier.entries import Told

MEDIUM, SPEAKER, DURATION, CHANNEL, RELEASED, RECORDED = "medium", "speaker", "duration", "channel", "released", "recorded"
AUTHENTICITY, MENTIONS, OMITS, ACT, EARLIER = "authenticity", "mentions", "does not mention", "speech act", "earlier in series"
FIELDS = (MEDIUM, SPEAKER, RELEASED, CHANNEL, DURATION, RECORDED, AUTHENTICITY, MENTIONS, OMITS, ACT, EARLIER)
"""The order in which the lines of a recording stand."""
BOUNDS, NOT_KNOWN = "bounds", "not known"
"""What entries share that bound when a recording was made, and that say that nobody could tell."""
ACTED, ACT_WITHIN = "act", 3
"""What ``mentioning.tsv`` calls nouns for offers and threats, and the words at the beginning of what is mentioned where one stands."""
VOICES = frozenset({"the", "a", "speaker", "voice"})
"""What a report calls who speaks in a recording."""


def tell(told: Told) -> Iterator[Entry]:
    """What a report tells of its recordings; those told apart from what it is about stand last, and are earlier in its series."""
    recordings = told.analysis.recordings
    for each in recordings:
        reader = _Reader(told, each)
        yield from reader.described()
        yield from reader.dated()
        yield from reader.judged()
        yield from reader.spoken()
    if recordings:
        foremost = _Reader(told, recordings[0])
        yield from foremost.left_open()
        yield from foremost.made()
        yield from foremost.series()


class _Reader:
    """One recording of a report, with what its entries have in common."""

    def __init__(self, told: Told, recording: Recording) -> None:
        self.told = told
        self.analysis = told.analysis
        self.text = told.analysis.report.text
        self.own = recording
        self.is_foremost = recording is told.analysis.recordings[0]
        self.at = Span(recording.start, recording.end)
        self.speaker = speaker_of(told.analysis, recording)
        self.released = days_of(recording.released.not_before, recording.released.not_after)

    def described(self) -> Iterator[Entry]:
        """Its medium, whose it is said to be, how long it is and through what it came out."""
        own = self.own
        yield self._entry(MEDIUM, own.medium, [self.at], days=self.released, same=own.medium)
        if own.speaker is not None:
            hedged = own.hedge is not None
            sure = Factuality.UNCOMMITTED if hedged else Factuality.CERTAIN
            value = f"{own.speaker}, “{flat(own.hedge.words(self.text))}”" if own.hedge else own.speaker
            yield self._entry(SPEAKER, value, [own.hedge or self.at], sure)
        if own.duration is not None:
            yield self._entry(DURATION, lasting(own.duration), [self._lasting()], same=own.duration)
        if own.channel is not None:
            at = self._find(own.channel)
            yield self._entry(CHANNEL, own.channel, [at], same=" ".join(sorted(proper(own.channel))))

    def dated(self) -> Iterator[Entry]:
        """When it came out, and between which days it can have been made, each bound with its reason."""
        told = [each for each in self.own.recorded.reasons if each.start is not None and each.end is not None]
        out = [each for each in told if each.why.startswith(("came out", "dated"))]
        if out:
            yield self._entry(RELEASED, RELEASED, [self._with_thing(_span(each)) for each in out], days=self.released, same=RELEASED)
        first, last = self.own.recorded.not_before, self.own.recorded.not_after
        since = [each for each in told if f"({first} " in each.why] or [each for each in told if each.why.startswith("made")]
        why = [*since, *out] if first is not None else out
        if first is not None or last is not None:
            sure = Factuality.PROBABLE if any("if that is" in each.why or "hedge" in each.why for each in why) else Factuality.CERTAIN
            reasons = [each.why for each in why] + ([] if out or last is None else ["the report came out"])
            spans = [_span(each) for each in why] or [self.at]
            yield self._entry(RECORDED, "; ".join(dict.fromkeys(reasons)), spans, sure, days=days_of(first, last), same=BOUNDS)

    def judged(self) -> Iterator[Entry]:
        """What is said of whether it is genuine, by whom, after it came out and not after that was said."""
        for account in self.told.accounts:
            for each in account.judged:
                if each.recording == self.own.id:
                    spans, days = self._with_cue(account), Days(self.released.first, account.said.last)
                    value = self._words(spans).removeprefix("that ")
                    yield self._by(account, self._entry(AUTHENTICITY, value, spans, SURE[each.verdict], days=days))

    def left_open(self) -> Iterator[Entry]:
        """The words that leave open whether it is genuine, beside those that do with its speaker and those that somebody says."""
        known = [part for each in self.told.accounts if any(one.recording == self.own.id for one in each.judged) for part in each.content]
        known += [self.own.hedge] if self.own.hedge is not None else []
        days = Days(self.released.first, days_of(None, self.analysis.report.published.not_after).last)
        found = [each for each in left_open(self.analysis) if not any(_meet(span, each.span) for span in known)]
        for each in (*found, *conditions(self.analysis)):
            yield self._entry(AUTHENTICITY, flat(each.span.words(self.text)), [each.span], each.factuality, days=days)

    def spoken(self) -> Iterator[Entry]:
        """What it is said to speak of and not to, and what it calls for, threatens, promises or offers."""
        calls = [(each, act) for each in self.analysis.attributions if (act := act_of(each, self.text)) in ACTS]
        for each in self.own.mentions:
            if not any(_meet(each, span) for call, _ in calls for span in call.content):
                yield replace(self._of(MENTIONS, each), is_folded=_opens_a_call(each.words(self.text)))
        for each in self.own.omits:
            yield self._of(OMITS, each)
        claims = {each.attribution: each for each in self.analysis.claims}
        for call, act in calls:
            if self._is_within(call):
                made = self._entry(ACT, f"{act}: {self._words(call.content)}", call.content, Factuality.UNCOMMITTED)
                claim: Claim | None = claims.get(call.id)
                if (
                    act in CALLS
                    and call.cue is not None
                    and call.form is not Form.DIRECT
                    and call.content
                    and call.cue.end <= call.content[0].start
                ):
                    whole = Span(call.cue.start, call.content[-1].end)
                    mentioned = self._entry(MENTIONS, flat(whole.words(self.text)), [whole])
                    yield replace(mentioned, is_folded=True)
                yield replace(made, is_folded=act in CALLS, claim=claim.id if claim else None)

    def made(self) -> Iterator[Entry]:
        """What is held of when it was made, beside what it speaks of; that nobody could tell."""
        for each in undated(self.analysis):
            days = Days(None, self.released.last)
            yield self._entry(RECORDED, flat(each.span.words(self.text)), [each.span], each.factuality, days=days, same=NOT_KNOWN)
        for account in self.told.accounts:
            for each in supposed(self.analysis, account):
                made = self._entry(RECORDED, flat(each.span.words(self.text)), [each.span], each.factuality, days=each.days)
                yield self._by(account, made)

    def series(self) -> Iterator[Entry]:
        """The earlier ones, and how long there had been none."""
        for other in self.analysis.recordings[1:]:
            days = days_of(other.released.not_before, other.released.not_after)
            if self._is_before(days):
                yield self._entry(EARLIER, other.medium, [Span(other.start, other.end)], days=days, same=other.id)
        for each in first_since(self.analysis):
            yield self._entry(EARLIER, flat(each.span.words(self.text)), [each.span], each.factuality, days=each.days)

    def _is_before(self, days: Days) -> bool:
        """Whether another one came out earlier; where it is not told since when this one can have, by the last day on which it can."""
        if self.released.first is None and days.last is not None:
            return self.released.last is not None and days.last < self.released.last
        return days.before(self.released)

    def _entry(
        self,
        field: str,
        value: str,
        spans: list[Span] | tuple[Span, ...],
        factuality: Factuality = Factuality.CERTAIN,
        *,
        days: Days = UNKNOWN,
        same: str = "",
    ) -> Entry:
        name, claim = self.own.speaker or self.own.medium, self._claim(spans[0])
        spans = tuple(spans)
        return Entry(Section.RECORDING, self.own.id, name, field, value, spans, factuality, days, claim, same=same, whose=self.speaker)

    def _of(self, field: str, span: Span) -> Entry:
        """What it is said to speak of or not to, by the word of the first happening in it, if there is one."""
        inside = [each for each in self.analysis.events if span.start <= each.start and each.end <= span.end]
        known = (days for each in inside if (days := days_of(each.not_before, each.not_after)).known)
        same = next((stem(self.text[each.start : each.end].lower()) for each in sorted(inside, key=lambda each: each.start)), "")
        return self._entry(field, flat(span.words(self.text)), [span], days=next(known, UNKNOWN), same=same)

    def _claim(self, span: Span) -> str | None:
        """The smallest claim of the outlet's own that some words stand in."""
        own = [each for each in self.analysis.claims if each.attribution is None]
        around = [each for each in own if any(part.start <= span.start and span.end <= part.end for part in each.content)]
        found = min(around, key=lambda each: (sum(part.end - part.start for part in each.content), each.id), default=None)
        return found.id if found is not None else None

    def _by(self, account: Account, entry: Entry) -> Entry:
        source = account.source
        by = None if source is None else self._called(account.claim, source)
        return replace(entry, claim=account.stated, by=by, by_entity=source.key if source else None, said=account.said)

    def _called(self, claim: str, party: Party) -> str:
        """Who it is: where the words are a pronoun by name, or as who is told to have said so ("officials said *they* believed")."""
        if party.key is not None and (not party.stems or _is_pronoun(party.words)):
            name = _name(self.analysis, party.key)
            if name is not None:
                return name
        if party.stems and not _is_pronoun(party.words):
            return party.words.rstrip(",;: ")
        attributions = {each.id: each for each in self.analysis.attributions}
        inner = next((attributions.get(each.attribution or "") for each in self.analysis.claims if each.id == claim), None)
        outer = attributions.get(inner.nested_in or "") if inner else None
        return flat(outer.source.words(self.text)).rstrip(",;: ") if outer and outer.source else party.words

    def _lasting(self) -> Span:
        """The words that tell how long it is, the nearest to those that name it."""
        told = [each for each in self.analysis.timexes if each.value == self.own.duration]
        spans = [Span(each.start, each.end) for each in told]
        words = lasting(self.own.duration or "")
        spans = spans or [*places(self.text, words), *places(self.text, words.replace(" ", "-").removesuffix("s"))]
        return min(spans, key=lambda each: (abs(each.start - self.own.start), each.start), default=self.at)

    def _find(self, words: str) -> Span:
        """Where words stand, broken over lines or not, the nearest after those that name the recording."""
        return min(places(self.text, words), key=lambda each: (abs(each.start - self.own.start), each.start), default=self.at)

    def _with_thing(self, span: Span) -> Span:
        """Words with those that name the recording, where they stand at once beside each other."""
        gap = span.start - self.own.end
        return Span(self.own.start, span.end) if 0 <= gap <= len(" that ") else span

    def _with_cue(self, account: Account) -> tuple[Span, ...]:
        """The words of a claim, with its cue where that tells that it was checked, or could not be."""
        cue = next((each.cue for each in self.analysis.attributions if each.content == account.content and each.cue), None)
        telling = cue is not None and any(form in listed("genuine.tsv") for form in forms(cue.words(self.text)))
        return tuple(sorted({*account.content, *([cue] if cue is not None and telling else ())}))

    def _words(self, spans: tuple[Span, ...]) -> str:
        return " ".join(flat(each.words(self.text)) for each in spans).strip(" ,")

    def _is_within(self, call: Attribution) -> bool:
        """Whether a call is made in the recording: what it turns on says so, or who speaks there is quoted."""
        others = (each for one in self.analysis.recordings for each in one.mentions if one is not self.own)
        if any(_meet(each, span) for each in self.own.mentions for span in call.content):
            return True
        if not self.is_foremost or call.source is None or any(_meet(each, span) for each in others for span in call.content):
            return False
        voiced = bool(stems(call.source.words(self.text))) and {*forms(call.source.words(self.text))} <= VOICES
        return voiced or (call.form is Form.DIRECT and call.source_entity is not None and call.source_entity == self.speaker)


def speaker_of(analysis: Analysis, recording: Recording) -> str | None:
    """The entity of the report that a recording is said to be from; of one of a series whose speaker is not named, that of all others."""
    named = {flat(analysis.report.text[each.start : each.end]): each.entity for each in analysis.mentions if each.form is MentionForm.NAME}
    if recording.speaker is not None:
        return named.get(recording.speaker)
    found = {named.get(each.speaker) for each in analysis.recordings if each.speaker is not None}
    return next(iter(found)) if len(found) == 1 else None


def _name(analysis: Analysis, entity: str) -> str | None:
    names = [flat(analysis.report.text[m.start : m.end]) for m in analysis.mentions if m.entity == entity and m.form is MentionForm.NAME]
    return max(names, key=len, default=None)


def _opens_a_call(words: str) -> bool:
    """Whether words begin as a call on somebody does ("beware of talks"), or as what names an offer or a threat."""
    found = forms(words)
    if any(listed("mentioning.tsv").get(each) == (ACTED,) for each in found[:ACT_WITHIN]):
        return True
    return any(listed("calls.tsv").get("_".join(found[:size])) == ("alone",) for size in (1, 2, 3))


def _is_pronoun(words: str) -> bool:
    return words.lower() in listed("personal.tsv") or words.lower() in listed("third_persons.tsv")


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _span(reason: Reason) -> Span:
    return Span(reason.start or 0, reason.end or 0)
