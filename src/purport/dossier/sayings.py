"""What was said as news by itself: on a day of its own, or a denial, a doubt or a call."""

from __future__ import annotations

from collections.abc import Iterator

from purport.dossier.acts import CALLS
from purport.dossier.lines import Entry, Section, Thing
from purport.dossier.scene import Scene, days_of, has
from purport.dossier.spoken_acts import SpokenAct, is_done, spoken_act
from purport.lexicon import words as listed
from purport.records import Attribution, Factuality, Form, Mention, Span, SpeechAct
from purport.resolve.accounts import SURE, Days
from purport.resolve.stems import forms, stems
from purport.resolve.weighing import weight

AGENT = "agent"
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
CALLED_FALSE = 8
"""Words at the beginning of what is said in which a report, or the like, is called false."""
OPENING = " “‘\"'"
SAID = 120
"""Half of the letters of what was said, with who says it, that are shown in one piece."""


def sayings(scene: Scene) -> Iterator[Entry]:
    """What was said on a day of its own, or that is news by itself; of two that stand one in the other, the whole."""
    found = [_saying(scene, each, days) for each in scene.analysis.attributions if (days := _said_on(scene, each))]
    for each in found:
        others = (
            other for other in found if other is not each and other.days == each.days and (other.field, each.field) != (SAYING, DOUBT)
        )
        if not any(has(other.spans[0], each.spans[0].start, each.spans[-1].end) and other.spans != each.spans for other in others):
            yield each


def _said_on(scene: Scene, each: Attribution) -> Days | None:
    """When something was said that a timeline tells of: a day of its own; else what is news by itself, or left open; else nothing."""
    days = days_of(each.said.not_before, each.said.not_after) if each.said else Days()
    act = spoken_act(scene.clauses.text, each)
    if act is not None and is_done(scene, each, act) and not _is_strayed(scene, each):
        return days if days.first is not None and not scene.is_to_come(days) else Days(last=scene.out.last)
    if each.negated or _source(scene, each) is None or each.cue is None or not _was_said(scene, each) or _is_strayed(scene, each):
        return None
    is_news = scene.act(each) in CALLS or _weight(scene, each) >= NEWS
    if days.first is None or scene.is_to_come(days):
        is_rumour = each.source is None and _is_rumour(scene, each)
        is_past = scene.out.last is not None and (scene.was_before(each.cue) or is_rumour)
        is_told = scene.act(each) in CALLS or _is_doubt(scene, each) or _is_owned(scene, each) or scene.is_spoken_of(each.cue)
        return Days(last=scene.out.last) if is_past and is_told else None
    is_earlier = scene.out.first is None or days.first < scene.out.first
    return days if is_earlier or is_news or each.factuality not in FIRM else None


def _source(scene: Scene, each: Attribution) -> Span | None:
    """The words for who says it; where the record has none, for who does what the cue tells of, before it, or for a rumour."""
    doer = _doer(scene, each) if each.source is None else None
    if doer is None and each.source is None and each.cue is not None and _is_rumour(scene, each):
        return each.cue
    return Span(doer.start, doer.end) if doer is not None else each.source


def _is_rumour(scene: Scene, each: Attribution) -> bool:
    """Whether something is only rumoured: "there has been *speculation* that he fled"."""
    return each.cue is not None and any(form in listed("rumours.tsv") for form in forms(each.cue.words(scene.clauses.text)))


def _doer(scene: Scene, each: Attribution) -> Mention | None:
    """Who does what a cue tells of, before it: not of "asking", whose doer is that of another verb."""
    cue = each.cue
    if cue is None or cue.words(scene.clauses.text).endswith("ing"):
        return None
    own = (event for event in scene.analysis.events if has(cue, event.start, event.end))
    found = (scene.mentions[part.mention] for event in own for part in event.participants if part.role == AGENT)
    return next((doer for doer in found if doer.end <= cue.start), None)


def _is_strayed(scene: Scene, each: Attribution) -> bool:
    """Whether who is taken to say something stands in another sentence: "Vane was silent. *Hoping* for rain, they left"."""
    who = _source(scene, each)
    return bool(who and each.cue and scene.clauses.sentence(who.start) != scene.clauses.sentence(each.cue.start))


def _is_owned(scene: Scene, each: Attribution) -> bool:
    """Whether somebody owns up to something, blames another, or calls what is said of him a lie."""
    text = scene.clauses.text
    if each.cue is not None and any(form in listed("owning.tsv") for form in forms(each.cue.words(text))):
        return True
    found = [listed("falsity.tsv").get(form) for span in each.content for form in forms(span.words(text))[:CALLED_FALSE]]
    return {("said",), ("false",)} <= {*found}


def _weight(scene: Scene, each: Attribution) -> float:
    """How rare the words are by which something is said."""
    return weight(stems(each.cue.words(scene.clauses.text))) if each.cue else 0.0


def _is_plain(scene: Scene, each: Attribution) -> bool:
    """Whether it is only said that something is not so, or may be, which is a doubt where somebody else says otherwise."""
    if each.source is None and _is_rumour(scene, each):
        return False
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
    if (who := _source(scene, each)) is not None:
        return scene.clauses.words([who])
    return first.words if first is not None else scene.clauses.words(each.content[:1])


def _is_doubt(scene: Scene, each: Attribution) -> bool:
    return scene.act(each) is SpeechAct.STATEMENT and each.factuality not in FIRM


def _was_said(scene: Scene, attribution: Attribution) -> bool:
    """Whether the author takes it that it was said, or does not tell."""
    cue = attribution.cue
    own = [each for each in scene.analysis.events if cue and cue.start <= each.start and each.end <= cue.end]
    return all(each.factuality in SURE for each in own[-1:])


def _saying(scene: Scene, each: Attribution, days: Days) -> Entry:
    is_doubt = days.first is None and _is_doubt(scene, each) and spoken_act(scene.clauses.text, each) is None
    who = _source(scene, each)
    parts = sorted(span for span in (who, each.cue, *each.content) if span)
    whole = Span(parts[0].start, max(part.end for part in parts))
    spans = (whole,) if whole.end - whole.start <= 2 * SAID else tuple(parts)
    said = scene.clauses.words(spans)
    spans = _on_whom(scene, each, whole) or spans
    inside = [mention for mention in scene.mentions.values() if any(has(part, mention.start, mention.end) for part in each.content)]
    things = dict.fromkeys(thing for mention in inside if (thing := scene.thing(mention.id)))
    doer = _doer(scene, each) if each.source is None else None
    entity = doer.entity if doer is not None else each.source_entity
    source = entity if entity in scene.called else None
    claim = next((claim.id for claim in scene.analysis.claims if claim.attribution == each.id), None)
    return Entry(
        Section.TIMELINE,
        source or (each.id if who or not things else next(iter(things)).entity),
        scene.called[source] if source else _subject(scene, each, next(iter(things), None)),
        DOUBT if is_doubt else SAYING,
        said,
        spans,
        each.factuality if is_doubt else _sureness(scene, each),
        days,
        claim,
        said=days,
        by=_around(scene, each),
        same=f"{DOUBT} {each.factuality.value}" if is_doubt and _is_plain(scene, each) else f"{SAYING} {each.factuality.value}",
        is_folded=scene.act(each) in CALLS or scene.has_call([whole]),
        who=tuple(things),
    )


def _on_whom(scene: Scene, each: Attribution, whole: Span) -> tuple[Span, ...]:
    """Who calls on whom, or claims, without what is called for or only claimed where that is most of the words: it is cited for no deed."""
    content = each.content[0]
    first = min((event.start for event in scene.analysis.events if has(content, event.start, event.end)), default=content.start)
    named = [(other.start, other.end) for other in scene.analysis.mentions if other.start >= (each.cue or content).start]
    is_open = scene.act(each) in CALLS or (each.cue is not None and scene.is_spoken_of(each.cue))
    if not is_open or (whole.end - first) * 2 < whole.end - whole.start:
        return ()
    kept = scene.clauses.text[whole.start : first].rstrip(OPENING).removesuffix(" to be").removesuffix(" to")
    cited = Span(whole.start, whole.start + len(kept))
    return (cited,) if any(has(cited, *at) for at in named) else ()
