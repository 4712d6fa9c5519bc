"""What a report tells to have happened, and when: events, recordings that came out, what was said on a day of its own, and itself.

What is called for, threatened, promised, offered or asked, what nobody holds at least possible, and what is still to come is none of it.
What is denied is kept as denied; it is shown beside what it denies alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from purport.dossier.clauses import Clauses
from purport.dossier.lines import Entry, Section, Thing, meet
from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Analysis, Attribution, Basis, Event, Factuality, Form, Recording, Span, SpeechAct
from purport.resolve.accounts import DENIED, SURE, Account, Days
from purport.resolve.happened import happened
from purport.resolve.stems import kind, stem, stems
from purport.resolve.weighing import weight

if TYPE_CHECKING:
    from purport.dossier.entries import Told

EVENT, RELEASE, SAYING, DOUBT, REPORT = "event", "release", "saying", "doubt", "report"
"""The fields of a timeline. A ``doubt`` is what somebody denies or leaves open on no day that is told; it is shown where accounts part."""
TELLING = frozenset({"occurrence", "i_action", "aspectual", "perception"})
"""The TimeML classes of what a chronology tells of: who said it is told of by sayings, and a state has no one time."""
TELLING_WORD, TELLING_WITH_BOTH = 2.0, 1.0
"""How rare the word of an event is, at least, that is told of though nobody says when; and where it is told who did it to whom."""
CALLS = frozenset({SpeechAct.EXHORTATION, SpeechAct.THREAT, SpeechAct.OFFER})
"""Speech acts whose words are folded."""


def tell(told: Told) -> Iterator[Entry]:
    """What a report puts into a timeline: what happened, what was said on another day than its own, and that it came out."""
    scene = _Scene(told)
    happenings = list(_events(scene))
    yield from happenings
    yield from _releases(scene, happenings)
    yield from _sayings(scene)
    yield from _report(told.analysis)


class _Scene:
    """A report with what of it is asked for again and again."""

    def __init__(self, told: Told) -> None:
        self.analysis, self.names = told.analysis, told.names
        self.clauses = Clauses(told.analysis)
        self.accounts = {each.claim: each for each in told.accounts}
        self.attributions = {each.id: each for each in told.analysis.attributions}
        self.mentions = {each.id: each for each in told.analysis.mentions}
        beside = [each.cue for each in told.analysis.attributions] + [each.source for each in told.analysis.attributions]
        self._asides = [*(each for each in beside if each), *(Span(each.start, each.end) for each in told.analysis.furniture)]
        self.known = frozenset(each.event for each in happened(told.analysis, told.names))
        published = told.analysis.report.published
        self.out = _days(published.not_before, published.not_after)
        self.called: dict[str, str] = {}
        for each in told.analysis.mentions:
            if each.entity in told.names:
                words = " ".join(self.clauses.text[each.start : each.end].split())
                self.called[each.entity or ""] = max(self.called.get(each.entity or "", ""), words, key=len)

    def named(self, name: str | None) -> Thing | None:
        """Whom a name is of."""
        text = self.clauses.text
        found = (each for each in self.analysis.mentions if each.entity in self.called)
        mention = next((each for each in found if " ".join(text[each.start : each.end].split()) == name), None)
        return self.thing(mention.id) if mention else None

    def is_aside(self, event: Event) -> bool:
        """Whether an event stands in page text, or in what only tells who says something."""
        return any(_has(span, event.start, event.end) for span in self._asides)

    def tells(self, event: Event) -> bool:
        """Whether an event's word tells what happened, to or by somebody, and does not only tell apart whom it is about."""
        parts = [self.mentions[each.mention] for each in event.participants]
        is_attribute = any(each.start <= event.start and event.end <= each.end for each in parts)
        is_whole = len({each.role for each in event.participants}) > 1
        least = TELLING_WITH_BOTH if is_whole else TELLING_WORD
        return bool(parts or event.place) and not is_attribute and weight([stem(fold(self.clauses.text[event.start : event.end]))]) >= least

    def was_before(self, cue: Span) -> bool:
        """Whether the tense of some words that attribute tells that it was said before the report came out."""
        return any(each.not_after is not None and _has(cue, each.start, each.end) for each in self.analysis.events)

    def thing(self, mention: str) -> Thing | None:
        """Whom a mention is of, if it has a name."""
        entity = self.mentions[mention].entity
        return Thing(entity, self.called[entity]) if entity in self.called and entity is not None else None


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event as the innermost claim around it tells it."""

    event: Event
    account: Account | None
    attribution: Attribution | None
    factuality: Factuality
    days: Days


def _events(scene: _Scene) -> Iterator[Entry]:
    """The events that are told as having happened, or as denied; those of one clause and one time in one."""
    clauses: dict[tuple[Span, ...], list[_Telling]] = defaultdict(list)
    for each in _tellings(scene):
        clauses[scene.clauses.whole(each.event) or scene.clauses.narrow(each.event)].append(each)
    for spans, group in clauses.items():
        dated = [each for each in group if each.days.first] or group
        times = list(dict.fromkeys((each.days, each.factuality) for each in dated))
        for time in times:
            own = [each for each in dated if (each.days, each.factuality) == time]
            head = max(own, key=lambda each: (len(each.event.participants), -each.event.start))
            yield _entry(scene, head, own, spans if len(times) == 1 else scene.clauses.narrow(head.event))


def _tellings(scene: _Scene) -> Iterator[_Telling]:
    for event in scene.analysis.events:
        if event.type not in TELLING or scene.is_aside(event) or scene.clauses.is_aim(event):
            continue
        claim = scene.clauses.claim(event)
        account = scene.accounts.get(claim.id) if claim else None
        attribution = scene.attributions.get(claim.attribution or "") if claim else None
        frame = next((each for each in account.frames if each.event == event.id), None) if account else None
        sure = frame.factuality if frame else event.factuality
        telling = _Telling(event, account, attribution, sure, _told_days(scene, event))
        if _is_told(scene, telling):
            yield telling


def _is_told(scene: _Scene, telling: _Telling) -> bool:
    """Whether an event is told as having been, at least possibly, or as denied.

    Where no day is told it must have been before the report, by its tense, and its word must tell what happened; a source's own words,
    which exaggerate, do not tell that.
    """
    attribution, days = telling.attribution, telling.days
    if attribution is not None and (attribution.speech_act is not SpeechAct.STATEMENT or attribution.negated):
        return False
    if telling.factuality not in SURE | DENIED or _is_to_come(scene, days):
        return False
    if days.first is not None or Days(last=days.last).before(scene.out) or telling.factuality in DENIED:
        return True
    if (attribution is not None and attribution.form is Form.DIRECT) or telling.factuality is Factuality.POSSIBLE:
        return False
    is_past = days.last is not None or (scene.out.last is None and telling.event.id in scene.known)
    return is_past and scene.tells(telling.event)


def _told_days(scene: _Scene, event: Event) -> Days:
    """The days of an event; where its tense alone tells that it has been, those of the one time that its clause tells.

    What is going on as the report comes out is told of those days.
    """
    days = _days(event.not_before, event.not_after)
    if days == Days() and scene.clauses.is_going_on(event):
        return scene.out
    time = scene.clauses.only_time(event) if days.first is None and days.last is not None and days.last == scene.out.last else None
    told = _days(time.not_before, time.not_after) if time else days
    return days if told.first is None or _is_to_come(scene, told) else meet([days, told])


def _is_to_come(scene: _Scene, days: Days) -> bool:
    """Whether some days begin when the report is out, or are all after that."""
    is_open = days.last is None and days.first is not None and scene.out.last is not None and days.first >= scene.out.last
    return is_open or scene.out.before(days)


def _entry(scene: _Scene, head: _Telling, group: Sequence[_Telling], spans: tuple[Span, ...]) -> Entry:
    event, account, attribution = head.event, head.account, head.attribution
    things = [(each.role, thing) for each in event.participants if (thing := scene.thing(each.mention))]
    where = scene.thing(event.place) if event.place else None
    ranked = sorted(things, key=lambda each: each[0] != "patient")
    who = tuple(dict.fromkeys(thing for _, thing in ranked))
    subject = next(iter([*who, *([where] if where else [])]), None)
    word = scene.clauses.text[event.start : event.end]
    return Entry(
        Section.TIMELINE,
        subject.entity if subject else event.id,
        subject.words if subject else word,
        EVENT,
        scene.clauses.words(spans),
        spans,
        head.factuality,
        head.days,
        account.claim if account else None,
        account.speaker if account and account.source else _by(scene, attribution),
        attribution.source_entity if attribution else None,
        account.said if account else scene.out,
        " ".join((_what(word), *_numbers(scene, spans))),
        _is_call(scene, spans),
        tuple(each.event.id for each in group),
        who,
        where,
    )


def _what(word: str) -> str:
    """What kind of thing happened, as :func:`purport.resolve.happened.what` has it."""
    once = listed("once.tsv").get(fold(word))
    return once[0] if once else kind(stem(fold(word)))


def _numbers(scene: _Scene, spans: Iterable[Span]) -> Iterator[str]:
    """The numbers told in some stretches: nine dead and 14 dead are two accounts."""
    for each in scene.analysis.quantities:
        if any(span.start <= each.start and each.end <= span.end for span in spans):
            yield f"{each.low}-{each.high}"


def _by(scene: _Scene, attribution: Attribution | None) -> str | None:
    """Where nobody is named who says it, the words that make it hearsay ("reports")."""
    span = None if attribution is None else attribution.cue
    return None if span is None else scene.clauses.words([span])


def _is_call(scene: _Scene, spans: Iterable[Span]) -> bool:
    """Whether some stretches have words of a call, threat or offer in them."""
    calls = [part for each in scene.analysis.attributions if each.speech_act in CALLS for part in each.content]
    return any(part.start < span.end and span.start < part.end for span in spans for part in calls)


def _releases(scene: _Scene, happenings: Sequence[Entry]) -> Iterator[Entry]:
    """The recordings that came out on days that are told, but for those whose coming out is told as an event."""
    for each in scene.analysis.recordings:
        days = _days(each.released.not_before, each.released.not_after)
        if days.first is None or scene.out.before(days) or any(_is_of(each, days, entry) for entry in happenings):
            continue
        spans = _released(scene, each)
        speaker = scene.named(each.speaker)
        yield Entry(
            Section.TIMELINE,
            speaker.entity if speaker else each.id,
            speaker.words if speaker else scene.clauses.words([Span(each.start, each.end)]),
            RELEASE,
            scene.clauses.words(spans),
            spans,
            Factuality.CERTAIN,
            days,
            said=scene.out,
            is_folded=_is_call(scene, spans),
            same=f"release {each.medium}",
        )


def _is_of(recording: Recording, days: Days, entry: Entry) -> bool:
    """Whether an entry tells of a recording's coming out: of its words, on its days."""
    return entry.days == days and any(span.start < recording.end and recording.start < span.end for span in entry.spans)


def _released(scene: _Scene, recording: Recording) -> tuple[Span, ...]:
    """The words that name a recording, to those of its sentence that tell when it came out."""
    sentence = scene.clauses.sentence(recording.start)
    days = (recording.released.not_before, recording.released.not_after)
    times = [each for each in scene.analysis.timexes if (each.not_before, each.not_after) == days]
    within = [each for each in times if sentence.start <= each.start and each.end <= sentence.end]
    own = sorted(within, key=lambda each: abs(each.start - recording.start))
    start = min([recording.start, *(each.start for each in own[:1])])
    return (Span(start, max([recording.end, *(each.end for each in own[:1])])),)


def _sayings(scene: _Scene) -> Iterator[Entry]:
    """What was said on a day of its own, or that is news by itself; of two that stand one in the other, the whole."""
    found = [_saying(scene, each, days) for each in scene.analysis.attributions if (days := _saying_days(scene, each))]
    for each in found:
        others = (other for other in found if other is not each and other.days == each.days)
        if not any(_has(other.spans[0], each.spans[0].start, each.spans[-1].end) and other.spans != each.spans for other in others):
            yield each


def _saying_days(scene: _Scene, each: Attribution) -> Days | None:
    """When something was said that a timeline tells of: a day of its own; else what is denied, left open, or a call; else nothing."""
    if each.negated or each.source is None or each.cue is None or not _was_said(scene, each):
        return None
    days = _days(each.said.not_before, each.said.not_after) if each.said else Days()
    is_news = each.speech_act in CALLS or _weight(scene, each) >= NEWS
    if days.first is None or _is_to_come(scene, days):
        is_past = scene.out.last is not None and scene.was_before(each.cue)
        return Days(last=scene.out.last) if is_past and (each.speech_act in CALLS or _is_doubt(each)) else None
    is_earlier = scene.out.first is None or days.first < scene.out.first
    return days if is_earlier or is_news or each.factuality not in SURE else None


def _weight(scene: _Scene, each: Attribution) -> float:
    """How rare the words are by which something is said."""
    return weight(stems(each.cue.words(scene.clauses.text))) if each.cue else 0.0


def _is_plain(scene: _Scene, each: Attribution) -> bool:
    """Whether it is only said that something is not so, which is a doubt where somebody else says that it is."""
    return each.factuality is not Factuality.UNCOMMITTED and (each.form is Form.DIRECT or _weight(scene, each) < DENYING)


def _around(scene: _Scene, each: Attribution) -> str | None:
    """By whose account something was said, if that is not the outlet's."""
    outer = scene.attributions.get(each.nested_in or "")
    return scene.clauses.words([outer.source]) if outer and outer.source else None


def _is_doubt(each: Attribution) -> bool:
    return each.speech_act is SpeechAct.STATEMENT and each.factuality not in SURE


def _was_said(scene: _Scene, attribution: Attribution) -> bool:
    """Whether the author takes it that it was said, or does not tell."""
    cue = attribution.cue
    own = [each for each in scene.analysis.events if cue and cue.start <= each.start and each.end <= cue.end]
    return all(each.factuality in SURE for each in own[-1:])


def _saying(scene: _Scene, each: Attribution, days: Days) -> Entry:
    is_doubt = days.first is None and _is_doubt(each)
    parts = sorted(span for span in (each.source, each.cue, *each.content) if span)
    whole = Span(parts[0].start, max(part.end for part in parts))
    spans = (whole,) if whole.end - whole.start <= 2 * SAID else tuple(parts)
    inside = [mention for mention in scene.mentions.values() if any(_has(part, mention.start, mention.end) for part in each.content)]
    things = dict.fromkeys(thing for mention in inside if (thing := scene.thing(mention.id)))
    source = each.source_entity if each.source_entity in scene.called else None
    claim = next((claim.id for claim in scene.analysis.claims if claim.attribution == each.id), None)
    return Entry(
        Section.TIMELINE,
        source or each.id,
        scene.called[source] if source else scene.clauses.words([each.source] if each.source else []),
        DOUBT if is_doubt else SAYING,
        scene.clauses.words(spans),
        spans,
        each.factuality if is_doubt else Factuality.CERTAIN,
        days,
        claim,
        said=days,
        by=_around(scene, each),
        same=f"{DOUBT} {each.factuality.value}" if is_doubt and _is_plain(scene, each) else f"{SAYING} {each.factuality.value}",
        is_folded=each.speech_act in CALLS or _is_call(scene, spans),
        who=tuple(things),
    )


NEWS = 4.5
"""How rare the words are, at least, by which somebody says what is news on the day of its report too: "admitted", not "said"."""
DENYING = 4.0
"""How rare the words are by which somebody denies."""
SAID = 120
"""Half of the letters of what was said, with who says it, that are shown in one piece."""


def _has(span: Span, start: int, end: int) -> bool:
    return span.start <= start and end <= span.end


def _report(analysis: Analysis) -> Iterator[Entry]:
    """That the report came out, with the words that its date rests on."""
    report = analysis.report
    days = _days(report.published.not_before, report.published.not_after)
    if days == Days():
        return
    reasons = [Span(each.start, each.end) for each in report.published.reasons if each.start is not None and each.end is not None]
    spans = tuple(dict.fromkeys(span for span in reasons if span.end <= len(report.text)))
    value = ": ".join(part for part in (report.outlet, report.title) if part) or report.path
    sure = Factuality.PROBABLE if report.published.basis is Basis.INFERRED else Factuality.CERTAIN
    yield Entry(Section.TIMELINE, report.id, report.path, REPORT, value, spans, sure, days, said=days, same=f"report {report.id}")


def _days(first: str | None, last: str | None) -> Days:
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
