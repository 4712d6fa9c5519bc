"""The recordings, messages and letters whose authorship or date is at issue, and when each can have been made.

A recording is there from the latest dated thing that it is said to speak of, and until it came out. What it is said not to speak of dates
nothing; neither does what somebody holds possible of when it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from purport.extract.ascribed import Ascribed, ascribed, clusters_of, name_of
from purport.extract.media import find_media
from purport.extract.mentioned import Thing, things_of
from purport.extract.quoted import turns_on
from purport.extract.releases import MADE, SURFACED, Release, channel_of, find_releases, words_of
from purport.extract.scene import Scene
from purport.extract.series import Series, find_series
from purport.extract.spoken import Telling, find_tellings
from purport.extract.story import Days
from purport.extract.syntax import core_span, span_of, words_in
from purport.ids import item_id
from purport.records import Factuality, Interval, Reason, Recorded, Recording, Span


def find_recordings(scene: Scene) -> tuple[Recording, ...]:
    """The recordings at issue, in the order in which the report brings them in, those told apart from what it is about last."""
    if not len(scene.tree.words):
        return ()
    media = find_media(scene)
    found = find_series(scene, media, [*find_releases(scene, {each.word for each in media})])
    foremost = max(found, key=lambda each: len(each.media), default=None)
    whose = [ascribed(scene, each, foremost=each is foremost) for each in found]
    speakers = {i: clusters_of(scene, each.speaker) for i, each in enumerate(whose) if each.speaker is not None}
    tellings = find_tellings(scene, found, speakers)
    at_issue = {i for i, one in enumerate(found) if _is_at_issue(one, whose[i], tellings.get(i, ()))}
    if at_issue:
        at_issue |= {i for i, one in enumerate(found) if _is_of_the_series(one, whose[i])}
    return tuple(_recording(scene, found[i], whose[i], tellings.get(i, ())) for i in sorted(at_issue, key=lambda i: found[i].older))


def _is_at_issue(one: Series, whose: Ascribed, tellings: Sequence[Telling]) -> bool:
    """Whether it is hedged or surfaced; of what can be heard or seen, also whether it came out, is dated, or has somebody speaking in it.

    What only bare nouns tell of ("caught on video") is not for that.
    """
    if whose.hedge is not None or any(each.how == SURFACED for each in one.releases):
        return True
    if all(each.bare for each in one.media):
        return False
    heard = one.length is not None or any(each.kind is not None and not each.kind.hedged for each in one.media)
    return heard and bool(one.releases or tellings or one.days != Days())


def _is_of_the_series(one: Series, whose: Ascribed) -> bool:
    """Whether its own words date it and none call it somebody's: beside a recording at issue "last year's speech" is one of its series."""
    dated = one.media[0].days
    return dated.first is not None and dated.last is not None and whose.speaker is None


def _recording(scene: Scene, one: Series, whose: Ascribed, tellings: Sequence[Telling]) -> Recording:
    first = one.media[0].word
    span = _with_time(scene, first)
    if not scene.page.leaves(span.start, span.end):
        span = scene.span(first, first)
    told = [each for each in tellings if not each.quoted]
    things = [thing for each in told if not each.omitted for thing in things_of(scene, each)]
    warned = [span for each in tellings if each.quoted and each.called for span in turns_on(scene, each.contents)]
    speaker = whose.speaker if whose.speaker is not None else _heard(scene, tellings)
    released = _released(scene, one)
    channel = next((channel for each in one.releases if (channel := channel_of(scene, each)) is not None), None)
    return Recording(
        item_id(scene.report.id, "recording", (span,)),
        span.start,
        span.end,
        one.kind.medium,
        name_of(scene, speaker) if speaker is not None else None,
        whose.hedge,
        channel,
        one.length,
        Interval(_iso(released.first), _iso(released.last)),
        _recorded(scene, one, things, released),
        tuple(dict.fromkeys([*(thing.span for thing in things), *warned])),
        tuple(dict.fromkeys(thing.span for each in told if each.omitted for thing in things_of(scene, each))),
    )


def _with_time(scene: Scene, word: int) -> Span:
    """A noun phrase with the whole of the time that it ends in or that follows it: "a video of August 2029"."""
    span = core_span(scene.tree, word)
    ends = (each.end for each in scene.timexes if span.start <= each.start <= span.end + 1 and each.end > span.end)
    return Span(span.start, next(ends, span.end))


def _heard(scene: Scene, tellings: Sequence[Telling]) -> int | None:
    """Who speaks in it, the first that the report names."""
    return next((each.speaker for each in tellings if each.speaker is not None and name_of(scene, each.speaker) is not None), None)


def _released(scene: Scene, one: Series) -> Days:
    """The days on which it came out, not after the last on which the report can have been written."""
    return one.days if scene.written is None else one.days.within(Days(None, scene.written[1]))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _recorded(scene: Scene, one: Series, things: Sequence[Thing], released: Days) -> Recorded:
    """Not before the latest of what it speaks of, nor after its release; what lies after that is no bound."""
    bounds = [each for each in things if each.since is not None and not (released.last and each.since > released.last)]
    made = [each for each in one.releases if each.how == MADE and _is_flat(scene, each)]
    firsts = [*(each.since for each in bounds), *(each.days.first for each in made)]
    first = max((day for day in firsts if day is not None), default=None)
    last = min((day for day in (released.last, *(each.days.last for each in made)) if day is not None), default=None)
    reasons = [*(_mentions(scene, each) for each in bounds), *(_made(scene, each) for each in made)]
    if released.last is not None:
        reasons += _came_out(scene, one, released)
    return Recorded(_iso(first), _iso(last), tuple(reasons))


def _is_flat(scene: Scene, release: Release) -> bool:
    """Whether the report itself says, and is sure, when it was made."""
    told = (word for each in scene.attributions for span in each.content for word in words_in(scene.tree.words, span))
    return scene.sure.get(release.word) is Factuality.CERTAIN and release.days.first is not None and release.word not in told


def _mentions(scene: Scene, thing: Thing) -> Reason:
    """Why a thing is a bound, with the words that hedge it and those that date it."""
    words = _flat(scene, thing.span)
    hedged = "" if thing.hedge is None else f', under the hedge "{_flat(scene, thing.hedge)}"'
    dated = "" if thing.dated is None else f', if that is what the report dates with "{_clause(scene, thing.dated)}"'
    return Reason(
        f'mentions "{words}" ({_iso(thing.since)} at the earliest){hedged}{dated}', scene.report.id, thing.span.start, thing.span.end
    )


def _clause(scene: Scene, dated: Span) -> str:
    return _flat(scene, span_of(scene.tree, words_in(scene.tree.words, dated)[0]))


def _flat(scene: Scene, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.words(scene.text).split())


def _made(scene: Scene, release: Release) -> Reason:
    span = words_of(scene, release)
    return Reason(f'made: "{_flat(scene, span)}"', scene.report.id, span.start, span.end)


def _came_out(scene: Scene, one: Series, released: Days) -> Iterator[Reason]:
    """Its release, as the words tell that leave the least; the report's own last day where none do."""
    told = [each for each in one.releases if each.how != MADE and each.days.last == released.last]
    told.sort(key=lambda each: (each.days.first is None, each.word))
    if told:
        span = words_of(scene, told[0])
        yield Reason(f'came out: "{_flat(scene, span)}"', scene.report.id, span.start, span.end)
        return
    own = [each for each in one.media if each.days.first is not None]
    dated = next((each.word for each in one.media if each.days.last == released.last), None)
    dated = next((each.word for each in own if each.days.first == released.first), None) if dated is None else dated
    if dated is not None:
        span = _with_time(scene, dated)
        yield Reason(f'dated: "{_flat(scene, span)}"', scene.report.id, span.start, span.end)
    else:
        yield Reason(f"the report came out by {released.last}")
