"""Time expressions by what stands beside them: what they come to once the days of what they date are known.

- What is "since" then lasts until the report was written.
- A length told from another happening: "two days before the raid" is the day that it counts to, "two days after the raid" and "after two
  days of siege" are the days from the one to the other. Days are counted as they stand, longer units are as vague as people are.
- The length of a silence, as in "the first message in almost a year", ends with the writing, and so does that of what "has gone on for two
  years"; "two years since the siege" begin with that.
- In somebody's own words "today" is the day on which they were said, where that is told.
- Expressions that date one happening hold all: beside "the fall of Karst in July", "the recapture two months ago of Karst" lies in July.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from purport.extract.arguments import subject_of
from purport.extract.happenings import day_of, days_again
from purport.extract.scene import DURATION, NO_DAYS, SET, Scene, days_of
from purport.extract.story import Days
from purport.extract.syntax import head_of, preposition_of, words_in
from purport.extract.tenses import PRESENT, SINCE
from purport.extract.timexes import WRITTEN
from purport.extract.when import hosts_of
from purport.records import Form, Span, Timex
from purport.time.calendar import Unit
from purport.time.expression import Expression, resolve
from purport.time.lengths import Length

AFTER, FIRST, FOR = "after", "first", "for"
ORDERS = frozenset({"before", AFTER, SINCE})
"""Words between a length and what it is told from."""
IN = frozenset({"in", "in_under"})
"""Prepositions of a silence's length."""


def anchored(scene: Scene, expressions: Sequence[Expression]) -> tuple[Timex, ...]:
    """The time expressions of a scene with the days that what stands beside them leaves; ``expressions`` are theirs, in the same order."""
    spoken = _spoken(scene)
    return tuple(_beside(scene, _as_said(spoken, *each), each[1]) for each in zip(scene.timexes, expressions, strict=True))


def _spoken(scene: Scene) -> list[tuple[Span, Days]]:
    """The stretches of somebody's own words, with the days on which they were said; those of which both are known."""
    said = {each.id: days_of(each) for each in scene.timexes}
    found = ((each, said[each.said.timex]) for each in scene.attributions if each.form is Form.DIRECT and each.said and each.said.timex)
    return [(span, days) for each, days in found if days.first and days.last for span in each.content]


def _as_said(spoken: Sequence[tuple[Span, Days]], timex: Timex, expression: Expression) -> Timex:
    """An expression that leans on the writing, as on the day on which it was said."""
    days = next((days for span, days in spoken if span.start <= timex.start and timex.end <= span.end), NO_DAYS)
    if timex.anchor is None or days.first is None or days.last is None:
        return timex
    (found,) = resolve([expression], (days.first, days.last))
    return _dated(replace(timex, value=found.value, mod=found.mod), Days(found.first, found.last)) if found.first else timex


def _beside(scene: Scene, timex: Timex, expression: Expression) -> Timex:
    own = words_in(scene.tree.words, Span(timex.start, timex.end))
    head = head_of(scene.tree.words, own)
    if head is None or timex.type == SET:
        return timex
    if timex.type != DURATION:
        return _lasting(scene, timex) if expression.preposition == SINCE else _narrowed(scene, timex, head)
    if not isinstance(expression.meaning, Length) or timex.not_before or timex.not_after:
        return timex
    return _counted(scene, timex, own, expression.meaning)


def _lasting(scene: Scene, timex: Timex) -> Timex:
    """What has gone on since a time, with the days from its beginning to the writing."""
    if scene.written is None:
        return timex if timex.not_before is None else replace(timex, not_after=None)
    last = scene.written[1].isoformat()
    return timex if timex.not_before is None or timex.not_before > last else replace(timex, not_after=last)


def _narrowed(scene: Scene, timex: Timex, head: int) -> Timex:
    """An expression with the days that other words for what it dates leave of its own."""
    own = days_of(timex)
    if own.first is None or own.last is None:
        return timex
    for host in hosts_of(scene.tree, scene.sure.keys(), head):
        own = own.within(days_again(scene, host))
    return _dated(timex, own)


def _dated(timex: Timex, days: Days) -> Timex:
    first, last = (None if day is None else day.isoformat() for day in (days.first, days.last))
    return replace(timex, not_before=first, not_after=last)


def _counted(scene: Scene, timex: Timex, own: range, length: Length) -> Timex:
    """A length with the days that it covers or counts to, where that is told."""
    head = head_of(scene.tree.words, own)
    if head is None:
        return timex
    span = _days(length)
    if (told := _told_from(scene, own[-1] + 1)) is not None:
        other, order = told
        if order == SINCE:
            return _lasting(scene, _dated(timex, Days(_begun(scene, other))))
        return _dated(timex, _until(scene, other, span) if order == AFTER else _back(day_of(scene, other).days, span))
    preposition, host = preposition_of(scene.tree, head), scene.tree.words.heads[head]
    if host < 0:
        return timex
    if preposition == AFTER and (days := scene.days.get(host, NO_DAYS)).first is not None:
        return _dated(timex, Days(_moved(days.first, -span[1]), days.last))
    lasts = (preposition in IN and _is_first(scene, host)) or (preposition == FOR and _goes_on(scene, host))
    if lasts and scene.written is not None:
        return replace(_dated(timex, Days(_moved(scene.written[0], -span[1]), scene.written[1])), anchor=WRITTEN)
    return timex


def _begun(scene: Scene, other: int) -> date | None:
    """The first day of a time or happening since which something has gone on."""
    timex = scene.timed.get(other)
    return day_of(scene, other).days.first if timex is None else days_of(timex).first


def _goes_on(scene: Scene, verb: int) -> bool:
    """Whether a verb tells of what has gone on until now: "has held the town"."""
    tree = scene.tree
    return any(
        tree.words.relations[each] == "aux" and scene.lemma(each) == "have" and tree.words.fine_tags[each] in PRESENT
        for each in tree.children[verb]
    )


def _days(length: Length) -> tuple[int, int]:
    """The fewest and most days of a length; whole days are counted."""
    count = length.count
    if length.unit is Unit.DAY and length.rest is None and count.mod is None and count.low is not None and count.low == count.high:
        return round(count.low), round(count.low)
    least, most = length.days()
    return math.floor(least), math.ceil(most)


def _told_from(scene: Scene, after: int) -> tuple[int, str] | None:
    """The happening that a length is told from, and the word of ``ORDERS`` that follows the length at once."""
    words = scene.tree.words
    if after >= len(words) or (order := scene.lemma(after)) not in ORDERS or words.relations[after] not in ("case", "mark"):
        return None
    return (words.heads[after], order) if words.heads[after] >= 0 else None


def _back(days: Days, span: tuple[int, int]) -> Days:
    """The days so long before some days."""
    least, most = span
    return Days(_moved(days.first, -most), _moved(days.last, -least)) if days.first and days.last else NO_DAYS


def _until(scene: Scene, other: int, span: tuple[int, int]) -> Days:
    """The days from a happening to what came so long after it, by the days of either."""
    begun = day_of(scene, other).days
    ended = next((days for word in _hosts(scene, other) if (days := day_of(scene, word).days).first), NO_DAYS)
    first = begun.first or _moved(ended.first, -span[1])
    last = ended.last if ended.first else _moved(begun.last, span[1])
    return Days(first, last) if first and last and first <= last else NO_DAYS


def _hosts(scene: Scene, other: int) -> Iterator[int]:
    """What came after a happening: the verb or noun that it hangs on, or of "the raid came two days after" its subject."""
    head = scene.tree.words.heads[other]
    if head >= 0:
        subject = subject_of(scene.tree, head)
        yield from (word for word in (head, subject) if word is not None)


def _moved(day: date | None, days: int) -> date | None:
    """A day so many days later; ``None`` where the calendar has none."""
    try:
        return None if day is None else day + timedelta(days)
    except OverflowError:
        return None


def _is_first(scene: Scene, host: int) -> bool:
    """Whether what a length hangs on is the first of its kind in it."""
    return FIRST in (scene.lemma(host), *(scene.lemma(each) for each in scene.tree.children[host]))
