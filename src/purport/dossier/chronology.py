"""What a report tells to have happened, and when: events, recordings that came out, what was said on a day of its own, and itself.

What is called for, threatened, promised, offered or asked, what nobody holds at least possible, and what is still to come is none of it.
What is denied is kept as denied; it is shown beside what it denies alone. That somebody has gone, where others say so, is left open in a
report that tells that he offered to go and was refused.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from purport.dossier.clauses import told_nouns
from purport.dossier.lines import Entry, Section, meet
from purport.dossier.making import undated
from purport.dossier.sayings import sayings
from purport.dossier.scene import Scene, days_of, has
from purport.dossier.spoken_acts import SpokenAct, spoken_act
from purport.dossier.spoken_of import spoken_of
from purport.dossier.tolls import tolls
from purport.folding import fold
from purport.lexicon import words as listed
from purport.records import Analysis, Attribution, Basis, Event, Factuality, Form, FurnitureKind, Recording, Span, SpeechAct
from purport.resolve.accounts import DENIED, SURE, Account, Days
from purport.resolve.stems import kind, stem

if TYPE_CHECKING:
    from purport.dossier.entries import Told

EVENT, RELEASE, MADE, CORRECTION, REPORT, PRINT = "event", "release", "recorded", "correction", "report", "in print"
"""The fields of a timeline, beside those of what was said."""
TELLING = frozenset({"occurrence", "i_action", "aspectual", "perception"})
"""The TimeML classes of what a chronology tells of: who said it is told of by sayings, and a state has no one time."""
UNHELD = frozenset({SpokenAct.CHARGE, SpokenAct.END})
"""What is said so that it is not told as having happened: what somebody is accused of, and what is claimed no longer."""


def tell(told: Told) -> Iterator[Entry]:
    """What a report puts into a timeline: what happened, what was said on another day than its own, and that it came out."""
    scene = Scene(told)
    happenings = list(_events(scene))
    yield from happenings
    yield from spoken_of(scene, EVENT, happenings)
    yield from _releases(scene, happenings)
    yield from _made(scene)
    said = list(sayings(scene))
    yield from said
    yield from tolls(scene, [*happenings, *said], EVENT)
    yield from _corrections(scene)
    yield from _report(told.analysis)
    yield from _printed(scene)


@dataclass(frozen=True, slots=True)
class _Telling:
    """An event as the innermost claim around it tells it."""

    event: Event
    account: Account | None
    attribution: Attribution | None
    factuality: Factuality
    days: Days


def _events(scene: Scene) -> Iterator[Entry]:
    """The events that are told as having happened, or as denied; those of one clause and one time in one."""
    clauses: dict[tuple[Span, ...], list[_Telling]] = defaultdict(list)
    for each in _tellings(scene):
        clauses[scene.clauses.whole(each.event) or scene.clauses.narrow(each.event)].append(each)
    untold = [each for each in scene.analysis.events if each.type in TELLING and each.factuality not in SURE | DENIED]
    for spans, group in clauses.items():
        dated = [each for each in group if each.days.first] or group
        times = list(dict.fromkeys((each.days, each.factuality) for each in dated))
        for time in times:
            own = [each for each in dated if (each.days, each.factuality) == time]
            head = max(own, key=lambda each: (len(each.event.participants), -each.event.start))
            names_it = stem(fold(scene.clauses.text[head.event.start : head.event.end])) in told_nouns()
            if names_it and any(has(spans[-1], each.start, each.end) and each.end < head.event.start for each in untold):
                yield _entry(scene, head, own, scene.clauses.narrow(head.event))
                continue
            yield _entry(scene, head, own, _with_hedge(scene, head, spans) if len(times) == 1 else scene.clauses.narrow(head.event))


def _with_hedge(scene: Scene, head: _Telling, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """A clause with what leaves it open right before it, where nobody is named who holds it: "Vane *is thought* to be hiding"."""
    said = head.attribution
    if said is None or said.source is not None or said.cue is None or not spans or not 0 <= spans[-1].start - said.cue.end <= 1:
        return spans
    before = [each for each in spans[:-1] if said.cue.start - each.end > 1]
    joined = next((each.start for each in spans[:-1] if each not in before), None)
    if joined is None and not scene.clauses.text.startswith("to ", spans[-1].start):
        return spans
    joined = said.cue.start if joined is None else joined
    return (*before, Span(min(joined, said.cue.start), spans[-1].end))


def _tellings(scene: Scene) -> Iterator[_Telling]:
    for event in scene.analysis.events:
        if event.type not in TELLING or scene.is_aside(event) or scene.clauses.is_aim(event):
            continue
        claim = scene.clauses.claim(event)
        account = scene.accounts.get(claim.id) if claim else None
        attribution = scene.attributions.get(claim.attribution or "") if claim else None
        frame = next((each for each in account.frames if each.event == event.id), None) if account else None
        sure = frame.factuality if frame else event.factuality
        days = _told_days(scene, event)
        if attribution is not None and days.first is None and scene.is_only_offered(event):
            sure = Factuality.UNCOMMITTED
        telling = _Telling(event, account, attribution, sure, days)
        if _is_told(scene, telling):
            yield telling


def _is_told(scene: Scene, telling: _Telling) -> bool:
    """Whether an event is told as having been, at least possibly, or as denied.

    What a correction takes back is neither. Where no day is told it must have been before the report, by its tense, and its word must
    tell what happened; a source's own words, which exaggerate, do not tell that.
    """
    attribution, days = telling.attribution, telling.days
    if attribution is not None and (scene.act(attribution) is not SpeechAct.STATEMENT or attribution.negated):
        return False
    if attribution is not None and spoken_act(scene.clauses.text, attribution) in UNHELD:
        return False
    if attribution is not None and scene.is_withdrawn(telling.event):
        return False
    is_left_open = scene.is_only_offered(telling.event)
    if (telling.factuality not in SURE | DENIED and not is_left_open) or scene.is_to_come(days):
        return False
    if days.first is not None or Days(last=days.last).before(scene.out) or telling.factuality in DENIED:
        return True
    if (attribution is not None and attribution.form is Form.DIRECT) or telling.factuality is Factuality.POSSIBLE:
        return False
    is_past = days.last is not None or (scene.out.last is None and telling.event.id in scene.known)
    return is_past and (scene.tells(telling.event) or (scene.clauses.is_held(telling.event) and bool(telling.event.participants)))


def _told_days(scene: Scene, event: Event) -> Days:
    """The days of an event; where its tense alone tells that it has been, those of the one time that its clause tells.

    What is going on as the report comes out is told of those days.
    """
    days = days_of(event.not_before, event.not_after)
    if days == Days() and scene.clauses.is_going_on(event):
        return scene.out
    if days == Days() and scene.clauses.has_come_about(event):
        return Days(last=scene.out.last)
    time = scene.clauses.only_time(event) if days.first is None and days.last is not None and days.last == scene.out.last else None
    told = days_of(time.not_before, time.not_after) if time else days
    return days if told.first is None or scene.is_to_come(told) else meet([days, told])


def _entry(scene: Scene, head: _Telling, group: Sequence[_Telling], spans: tuple[Span, ...]) -> Entry:
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
        scene.has_call(spans),
        tuple(each.event.id for each in group),
        who,
        where,
    )


def _what(word: str) -> str:
    """What kind of thing happened, as :func:`purport.resolve.happened.what` has it."""
    once = listed("once.tsv").get(fold(word))
    return once[0] if once else kind(stem(fold(word)))


def _numbers(scene: Scene, spans: Iterable[Span]) -> Iterator[str]:
    """The numbers told in some stretches: nine dead and 14 dead are two accounts."""
    for each in scene.analysis.quantities:
        if any(span.start <= each.start and each.end <= span.end for span in spans):
            yield f"{each.low}-{each.high}"


def _by(scene: Scene, attribution: Attribution | None) -> str | None:
    """Where nobody is named who says it, the words that make it hearsay ("reports")."""
    span = None if attribution is None else attribution.cue
    return None if span is None else scene.clauses.words([span])


def _releases(scene: Scene, happenings: Sequence[Entry]) -> Iterator[Entry]:
    """The recordings that came out on days that are told, but for those whose coming out is told as an event."""
    for each in scene.analysis.recordings:
        days = days_of(each.released.not_before, each.released.not_after)
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
            is_folded=scene.has_call(spans),
            same=f"release {each.medium}",
        )


def _is_of(recording: Recording, days: Days, entry: Entry) -> bool:
    """Whether an entry tells of a recording's coming out: of its words, on its days."""
    return entry.days == days and any(span.start < recording.end and recording.start < span.end for span in entry.spans)


def _released(scene: Scene, recording: Recording) -> tuple[Span, ...]:
    """The words that name a recording, to those of its sentence that tell when it came out.

    Where a time alone names it ("the first since May"), they are its clause up to that time.
    """
    sentence = scene.clauses.sentence(recording.start)
    if any((each.start, each.end) == (recording.start, recording.end) for each in scene.analysis.timexes):
        return scene.clauses.until(Span(recording.start, recording.end))
    days = (recording.released.not_before, recording.released.not_after)
    times = [each for each in scene.analysis.timexes if (each.not_before, each.not_after) == days]
    within = [each for each in times if sentence.start <= each.start and each.end <= sentence.end]
    own = sorted(within, key=lambda each: abs(each.start - recording.start))
    start = min([recording.start, *(each.start for each in own[:1])])
    return (Span(start, max([recording.end, *(each.end for each in own[:1])])),)


def _made(scene: Scene) -> Iterator[Entry]:
    """That the foremost recording was made on days that nobody could tell: between what it speaks of and its coming out."""
    for recording in scene.analysis.recordings[:1]:
        days = days_of(recording.recorded.not_before, recording.recorded.not_after)
        speaker = scene.named(recording.speaker)
        for each in undated(scene.analysis):
            yield Entry(
                Section.TIMELINE,
                speaker.entity if speaker else recording.id,
                speaker.words if speaker else scene.clauses.words([Span(recording.start, recording.end)]),
                MADE,
                scene.clauses.words([each.span]),
                (each.span,),
                Factuality.CERTAIN if days.first is None else Factuality.PROBABLE,
                days if days != Days() else Days(last=scene.out.last),
                said=scene.out,
                same=f"{MADE} {recording.medium}",
            )


def _corrections(scene: Scene) -> Iterator[Entry]:
    """What a report says was wrong before, in its own words."""
    report = scene.analysis.report
    for each in scene.notices:
        value, days = scene.clauses.words([each]), Days(last=scene.out.last)
        yield Entry(
            Section.TIMELINE,
            report.id,
            report.outlet or report.path,
            CORRECTION,
            value,
            (each,),
            Factuality.CERTAIN,
            days,
            said=scene.out,
            same=f"{CORRECTION} {each.start}",
            is_folded=scene.has_call([each]),
        )


def _report(analysis: Analysis) -> Iterator[Entry]:
    """That the report came out, with the words that its date rests on."""
    report = analysis.report
    days = days_of(report.published.not_before, report.published.not_after)
    if days == Days():
        return
    reasons = [Span(each.start, each.end) for each in report.published.reasons if each.start is not None and each.end is not None]
    spans = tuple(dict.fromkeys(span for span in reasons if span.end <= len(report.text)))
    value = ": ".join(part for part in (report.outlet, report.title) if part) or report.path
    sure = Factuality.PROBABLE if report.published.basis is Basis.INFERRED else Factuality.CERTAIN
    yield Entry(Section.TIMELINE, report.id, report.path, REPORT, value, spans, sure, days, said=days, same=f"report {report.id}")


def _printed(scene: Scene) -> Iterator[Entry]:
    """That it came out in print, where a note says on which day."""
    report = scene.analysis.report
    for each in scene.analysis.furniture:
        inside = (time for time in scene.analysis.timexes if each.start <= time.start and time.end <= each.end and time.not_before)
        time = next(inside, None) if each.kind is FurnitureKind.PRINT_NOTE else None
        if time is not None:
            span, days = Span(each.start, time.end), days_of(time.not_before, time.not_after)
            value = scene.clauses.words([span])
            yield Entry(
                Section.TIMELINE,
                report.id,
                report.path,
                PRINT,
                value,
                (span,),
                Factuality.CERTAIN,
                days,
                said=days,
                same=f"{PRINT} {report.id}",
            )
