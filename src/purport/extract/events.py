"""Readings -> the record's events: what is told of as happening, how sure the author is of it, who takes part and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from purport.extract.asides import is_nobodys
from purport.extract.clear import Page
from purport.extract.participants import Parts
from purport.extract.story import Days
from purport.extract.syntax import Tree, words_in
from purport.ids import item_id
from purport.reader.reading import Happening, Words
from purport.records import Attribution, Event, Factuality, Mention, Participant, Report, Span, SpeechAct

CERTAIN, PROBABLE, POSSIBLE = 2.25, 1.25, 0.4
"""Least distance from 0, on the network's scale of -3 to 3, of what is certain, probable and possible.

The scale puts FactBank's values at 3, 2, 1 and 0 (Stanovsky et al. 2017). The bounds lie a little under the middles between them, as a
regression's answers lie nearer to 0 than what it learnt from. Chosen by hand.
"""
_SURE = (
    (CERTAIN, Factuality.CERTAIN, Factuality.CERTAINLY_NOT),
    (PROBABLE, Factuality.PROBABLE, Factuality.PROBABLY_NOT),
    (POSSIBLE, Factuality.POSSIBLE, Factuality.POSSIBLY_NOT),
)


def certainty(value: float) -> Factuality:
    """FactBank's value for a place on the network's scale; the same distance either side of 0 has the same degree."""
    found = next(((so, not_so) for bound, so, not_so in _SURE if abs(value) >= bound), None)
    if found is None:
        return Factuality.UNCOMMITTED
    return found[value < 0]


OPEN = frozenset({SpeechAct.EXHORTATION, SpeechAct.THREAT, SpeechAct.PROMISE, SpeechAct.OFFER, SpeechAct.QUESTION})
"""Speech acts whose contents are not told as having happened."""


def certainties(tree: Tree, happenings: Iterable[Happening], attributions: Iterable[Attribution]) -> dict[int, Factuality]:
    """The words of happenings, with how sure the author is of each.

    Nothing that somebody is called on, threatened, promised, offered or asked is told as having happened. What has nobody as its subject
    did not happen, whatever the network says; as grammar does not tell how sure that is, it is open.
    """
    spans = [span for each in attributions if each.speech_act in OPEN for span in each.content]
    unsaid = {word for span in spans for word in words_in(tree.words, span)}
    return {each.word: Factuality.UNCOMMITTED if each.word in unsaid else _checked(tree, each) for each in happenings}


def _checked(tree: Tree, found: Happening) -> Factuality:
    return Factuality.UNCOMMITTED if found.factuality > 0 and is_nobodys(tree, found.word) else certainty(found.factuality)


def standing(words: Words, happenings: Sequence[Happening], page: Page) -> tuple[Happening, ...]:
    """The happenings told of outside page text, in text order."""
    kept = (each for each in happenings if page.leaves(words.starts[each.word], words.ends[each.word]))
    return tuple(sorted(kept, key=lambda each: each.word))


def find_events(
    report: Report,
    words: Words,
    happenings: Sequence[Happening],
    *,
    sure: Mapping[int, Factuality],
    parts: Mapping[int, Parts],
    mentions: Mapping[int, Mention],
    days: Mapping[int, Days],
) -> tuple[Event, ...]:
    """The record of each happening: its word, TimeML class, how sure the author is of it, whose mentions take part, and its days."""
    made = (_event(report, words, each, sure[each.word], parts=parts[each.word], mentions=mentions) for each in happenings)
    return tuple(_dated(event, days.get(each.word, Days())) for event, each in zip(made, happenings, strict=True))


def _dated(event: Event, days: Days) -> Event:
    first, last = (None if day is None else day.isoformat() for day in (days.first, days.last))
    return replace(event, not_before=first, not_after=last)


def _event(report: Report, words: Words, found: Happening, sure: Factuality, *, parts: Parts, mentions: Mapping[int, Mention]) -> Event:
    span = Span(words.starts[found.word], words.ends[found.word])
    return Event(
        item_id(report.id, "event", (span,)),
        span.start,
        span.end,
        found.label,
        sure,
        tuple(Participant(part.role, mentions[part.expression].id) for part in parts.roles),
        None if parts.place is None else mentions[parts.place].id,
    )


def events_in(events: Sequence[Event], spans: Iterable[Span]) -> tuple[str, ...]:
    """The ids of the events whose words lie within some spans, in text order; ``events`` are in text order."""
    found = {}
    for span in spans:
        for event in events[bisect_left(events, span.start, key=_start) : bisect_left(events, span.end, key=_start)]:
            if event.end <= span.end:
                found[event.id] = event.start
    return tuple(sorted(found, key=found.__getitem__))


def _start(event: Event) -> int:
    return event.start
