"""What was said as news by itself: on a day of its own, or a denial, a doubt or a call."""

from __future__ import annotations

from collections.abc import Iterator

from purport.dossier.lines import Entry, Section, Thing
from purport.dossier.scene import CALLS, Scene, days_of, has
from purport.dossier.spoken_acts import SpokenAct, is_done, spoken_act
from purport.lexicon import words as listed
from purport.records import Attribution, Factuality, Form, Span, SpeechAct
from purport.resolve.accounts import SURE, Days
from purport.resolve.stems import forms, stems
from purport.resolve.weighing import weight

SAYING, DOUBT = "saying", "doubt"
"""The fields of what was said. A ``doubt`` is what somebody denies, leaves open or holds only possible, on no day that is told."""
FIRM = frozenset({Factuality.CERTAIN, Factuality.PROBABLE})
"""How sure one is who has no doubt worth a line."""
NEWS = 4.5
"""How rare the words are, at least, by which somebody says what is news on the day of its report too: "admitted", not "said"."""
DENYING = 4.0
"""How rare the words are by which somebody denies."""
HEARSAY = ("possible", "statement")
"""What ``lexicon/cues.tsv`` says of a word such as "rumours" or "speculation": who notes these holds what they say for possible at most."""
SAID = 120
"""Half of the letters of what was said, with who says it, that are shown in one piece."""


def sayings(scene: Scene) -> Iterator[Entry]:
    """What was said on a day of its own, or that is news by itself; of two that stand one in the other, the whole."""
    found = [_saying(scene, each, days) for each in scene.analysis.attributions if (days := _said_on(scene, each))]
    for each in found:
        others = (other for other in found if other is not each and other.days == each.days)
        if not any(has(other.spans[0], each.spans[0].start, each.spans[-1].end) and other.spans != each.spans for other in others):
            yield each


def _said_on(scene: Scene, each: Attribution) -> Days | None:
    """When something was said that a timeline tells of: a day of its own; else what is denied, left open, or a call; else nothing."""
    days = days_of(each.said.not_before, each.said.not_after) if each.said else Days()
    if (act := spoken_act(scene.clauses.text, each)) is not None and is_done(scene, each, act):
        return days if days.first is not None and not scene.is_to_come(days) else Days(last=scene.out.last)
    if each.negated or each.source is None or each.cue is None or not _was_said(scene, each):
        return None
    is_news = each.speech_act in CALLS or _weight(scene, each) >= NEWS
    if days.first is None or scene.is_to_come(days):
        is_past = scene.out.last is not None and scene.was_before(each.cue)
        return Days(last=scene.out.last) if is_past and (each.speech_act in CALLS or _is_doubt(each)) else None
    is_earlier = scene.out.first is None or days.first < scene.out.first
    return days if is_earlier or is_news or each.factuality not in FIRM else None


def _weight(scene: Scene, each: Attribution) -> float:
    """How rare the words are by which something is said."""
    return weight(stems(each.cue.words(scene.clauses.text))) if each.cue else 0.0


def _is_plain(scene: Scene, each: Attribution) -> bool:
    """Whether it is only said that something is not so, or may be, which is a doubt where somebody else says otherwise."""
    return each.factuality is not Factuality.UNCOMMITTED and (each.form is Form.DIRECT or _weight(scene, each) < DENYING)


def _around(scene: Scene, each: Attribution) -> str | None:
    """By whose account something was said, if that is not the outlet's."""
    outer = scene.attributions.get(each.nested_in or "")
    return scene.clauses.words([outer.source]) if outer and outer.source else None


def _sureness(scene: Scene, each: Attribution) -> Factuality:
    """How sure it is that something was said: as sure as whoever tells of it commits to that."""
    outer = scene.attributions.get(each.nested_in or "")
    if outer is None or spoken_act(scene.clauses.text, outer) is SpokenAct.ANSWER:
        return Factuality.CERTAIN
    if outer.cue is not None and listed("cues.tsv").get(forms(outer.cue.words(scene.clauses.text))[-1]) == HEARSAY:
        return Factuality.POSSIBLE
    return Factuality.CERTAIN if outer.factuality in SURE else outer.factuality


def _subject(scene: Scene, each: Attribution, first: Thing | None) -> str:
    """Who says something; where that is not told, as of who "was accused", whom it is said of."""
    if each.source is not None:
        return scene.clauses.words([each.source])
    return first.words if first is not None else scene.clauses.words(each.content[:1])


def _is_doubt(each: Attribution) -> bool:
    return each.speech_act is SpeechAct.STATEMENT and each.factuality not in FIRM


def _was_said(scene: Scene, attribution: Attribution) -> bool:
    """Whether the author takes it that it was said, or does not tell."""
    cue = attribution.cue
    own = [each for each in scene.analysis.events if cue and cue.start <= each.start and each.end <= cue.end]
    return all(each.factuality in SURE for each in own[-1:])


def _saying(scene: Scene, each: Attribution, days: Days) -> Entry:
    is_doubt = days.first is None and _is_doubt(each) and spoken_act(scene.clauses.text, each) is None
    parts = sorted(span for span in (each.source, each.cue, *each.content) if span)
    whole = Span(parts[0].start, max(part.end for part in parts))
    spans = (whole,) if whole.end - whole.start <= 2 * SAID else tuple(parts)
    inside = [mention for mention in scene.mentions.values() if any(has(part, mention.start, mention.end) for part in each.content)]
    things = dict.fromkeys(thing for mention in inside if (thing := scene.thing(mention.id)))
    source = each.source_entity if each.source_entity in scene.called else None
    claim = next((claim.id for claim in scene.analysis.claims if claim.attribution == each.id), None)
    return Entry(
        Section.TIMELINE,
        source or (each.id if each.source or not things else next(iter(things)).entity),
        scene.called[source] if source else _subject(scene, each, next(iter(things), None)),
        DOUBT if is_doubt else SAYING,
        scene.clauses.words(spans),
        spans,
        each.factuality if is_doubt else _sureness(scene, each),
        days,
        claim,
        said=days,
        by=_around(scene, each),
        same=f"{DOUBT} {each.factuality.value}" if is_doubt and _is_plain(scene, each) else f"{SAYING} {each.factuality.value}",
        is_folded=each.speech_act in CALLS or scene.has_call(spans),
        who=tuple(things),
    )
