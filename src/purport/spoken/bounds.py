"""Between which days each part of a file can have been spoken: bounds from every ground, put together.

A bound is of a stretch, never of the whole for a part of it: a passage that was public in 2029 does not date the rest, and one mention of a
truce does not date 46 minutes. Bounds that cannot both hold are both kept: one of them is wrong, and which one is not said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from purport.findings import Apart, Bound, Bounds, Claimed, Earlier, Ground, Part, Passage, Sound, Stretch
from purport.records import Interval
from purport.time.days import EVER, Days, between
from purport.time.solving import Force, Statement, solve
from purport.wording import clock

WORDED = frozenset({Ground.TRANSCRIPT, Ground.REPORT})
"""Grounds that are words, which stand somewhere in their stretch; the others hold of all of it."""
EDGE = 0.5
"""Seconds by which the edge of a stretch can lie beside where it is said to be: of passages it is known to 0.3 s, of cues no better.

Nothing that dates is said in less, so words whose line reaches so far over the edge of a passage still have a part in it.
"""
FARTHEST = 3
"""Files through which a passage is followed back: each of many that have one jingle has it from each other."""
INNOCENT = "a compilation, an excerpt from an archive, a look back or words over older music would have such parts too"


def passage_bounds(
    file: str, found: Mapping[str, Sequence[Passage]], earlier: Mapping[str, Earlier], names: Mapping[str, str]
) -> Iterator[Bound]:
    """That what a file has in common with one that was public by a day was recorded by then.

    ``found`` are the passages of each file by its digest: where the other file has the passage from a third, that one's day counts too.
    """
    for each in found.get(file, ()):
        yield from _public(each, "coincides with", frozenset({file, each.file}), _Known(found, earlier, names))


@dataclass(frozen=True, slots=True)
class _Known:
    """The passages of each file, by which day files were public, and what they are called."""

    found: Mapping[str, Sequence[Passage]]
    earlier: Mapping[str, Earlier]
    names: Mapping[str, str]


def _public(passage: Passage, why: str, seen: frozenset[str], known: _Known) -> Iterator[Bound]:
    """The days by which a passage was public: the other file's own, and those of files that this has it from, none of them twice."""
    why = f"{why} {known.names.get(passage.file, passage.file[:12])}, {between_times(passage.there)}"
    own = known.earlier.get(passage.file)
    if own is not None:
        yield Bound(passage.here, Interval(None, own.public_by), f"{why}, public by {own.public_by}", own.source, Ground.PASSAGE)
    for each in known.found.get(passage.file, ()):
        shared = _shared(passage, each)
        if shared is not None and each.file not in seen and len(seen) <= FARTHEST:
            yield from _public(shared, f"{why}, which coincides with", seen | {each.file}, known)


def _shared(passage: Passage, inner: Passage) -> Passage | None:
    """What a passage has of a third file, where the other file of the passage has more of that in it than its edges may be off."""
    first, last = max(passage.there.start, inner.here.start), min(passage.there.end, inner.here.end)
    if last - first <= EDGE:
        return None
    here = Stretch(*(_moved(each, passage.there, passage.here) for each in (first, last)))
    there = Stretch(*(_moved(each, inner.here, inner.there) for each in (first, last)))
    return Passage(here, inner.file, there, passage.tempo * inner.tempo, passage.speed * inner.speed, inner.common, inner.edges)


def _moved(at: float, one: Stretch, other: Stretch) -> float:
    """A time of one stretch as it stands in another that plays the same."""
    return round(other.start + (at - one.start) * (other.end - other.start) / (one.end - one.start), 3)


def release_bounds(seconds: float, claims: Iterable[Claimed], own: Earlier | None) -> Iterator[Bound]:
    """That all of a file was spoken before it came out, by what is said of that."""
    whole = Stretch(0, seconds)
    if own is not None:
        yield Bound(whole, Interval(None, own.public_by), f"this file was public by {own.public_by}", own.source, Ground.RELEASE)
    for each in claims:
        if each.released.not_after is not None:
            why = f"said to have come out by {each.released.not_after}"
            yield Bound(whole, Interval(None, each.released.not_after), why, each.source, Ground.RELEASE)


def same_bounds(sound: Sound, others: Iterable[Sound], earlier: Mapping[str, Earlier]) -> Iterator[Bound]:
    """That a file whose samples are those of one that was public by a day was recorded by then: the two differ in their tags alone."""
    for each in others:
        if each.sha256 != sound.sha256 and each.pcm_sha256 == sound.pcm_sha256 and each.sha256 in earlier:
            own = earlier[each.sha256]
            why = f"has the very samples of {each.name}, public by {own.public_by}"
            yield Bound(Stretch(0, sound.seconds), Interval(None, own.public_by), why, own.source, Ground.PASSAGE)


def put_together(seconds: float, bounds: Iterable[Bound], somewhere: Iterable[Bound] = (), notices: Sequence[str] = ()) -> Bounds:
    """All bounds of a file of so many seconds, stretch by stretch; the same bounds in any order come to the same.

    Words narrow only what holds of all of the stretch that they stand in.
    """
    every = sorted(set(bounds), key=_order)
    entire = [each for each in every if each.ground not in WORDED and _has(each.at, Stretch(0, seconds))]
    whole = [each for each in every if each.ground not in WORDED and each not in entire]
    worded: dict[tuple[float, float], list[Bound]] = defaultdict(list)
    for each in every:
        if each.ground in WORDED:
            worded[each.at.start, each.at.end].append(each)
    parts = [_part(Stretch(0, seconds), entire)] if entire else []
    parts += [_part(at, [*entire, *own]) for at, own in _stretches(whole)]
    for (start, end), own in worded.items():
        at = Stretch(start, end)
        parts.append(_part(at, [*(each for each in (*entire, *whole) if _has(each.at, at, EDGE)), *own]))
    ordered = tuple(sorted(parts, key=lambda each: (each.at.start, each.at.end)))
    apart = tuple(_apart(ordered))
    return Bounds(seconds, ordered, apart, tuple(sorted(set(somewhere), key=_order)), _finished(every, ordered), tuple(notices))


def between_times(at: Stretch) -> str:
    """A stretch in words: ``12:30.0–12:50.0``."""
    return f"{clock(at.start)}–{clock(at.end)}"


def _order(each: Bound) -> tuple[float, float, str, str, str, str, str]:
    return each.at.start, each.at.end, each.ground, each.when.not_before or "", each.when.not_after or "", each.why, each.source


def _stretches(whole: Sequence[Bound]) -> Iterator[tuple[Stretch, list[Bound]]]:
    """The stretches of which the same bounds hold from end to end, but for what lies between two edges that may be one."""
    edges = sorted({edge for each in whole for edge in (each.at.start, each.at.end)})
    own = {each.at for each in whole}
    for at in (Stretch(*both) for both in pairwise(edges)):
        bounds = [each for each in whole if _has(each.at, at)]
        if bounds and (at.end - at.start > EDGE or at in own):
            yield at, bounds


def _has(one: Stretch, other: Stretch, slack: float = 0) -> bool:
    """Whether one has all of another, but for some seconds at its ends."""
    return one.start <= other.start + slack and other.end - slack <= one.end and one.start < other.end and other.start < one.end


def _part(at: Stretch, bounds: Sequence[Bound]) -> Part:
    """A stretch with what its bounds leave: those that narrow the days first, then those that add nothing to them."""
    numbered = {f"{number:06}": each for number, each in enumerate(bounds)}
    solved = solve([Statement(_days(each.when), number, Force.SAID) for number, each in numbered.items()])
    if solved.conflict:
        return Part(at, Interval(), tuple(bounds), tuple(numbered[each.why] for each in solved.conflict))
    narrowing = [numbered[each.statement.why] for each in solved.reasons]
    return Part(at, _interval(solved.days), (*narrowing, *(each for each in bounds if each not in narrowing)))


def _days(when: Interval) -> Days:
    return between(*(date.fromisoformat(each) if each else None for each in (when.not_before, when.not_after)))


def _interval(days: Days) -> Interval:
    return Interval(None if days.first == EVER.first else days.first.isoformat(), None if days.last == EVER.last else days.last.isoformat())


def _apart(parts: Sequence[Part]) -> Iterator[Apart]:
    """The stretches that were spoken before the latest day that another was spoken after, where the bounds of each agree."""
    agreeing = [each for each in parts if not each.conflict]
    latest = max((each for each in agreeing if each.when.not_before), key=lambda each: each.when.not_before or "", default=None)
    if latest is None or latest.when.not_before is None:
        return
    earlier = [each for each in agreeing if each.when.not_after is not None and each.when.not_after < latest.when.not_before]
    for at, last in _joined(earlier):
        yield Apart(
            at,
            latest.at,
            f"{between_times(at)} was spoken not after {last}, something in {between_times(latest.at)} not before "
            f"{latest.when.not_before}: not at one time, if both bounds hold; {INNOCENT}",
        )


def _joined(parts: Sequence[Part]) -> Iterator[tuple[Stretch, str]]:
    """Stretches with the last day of each, in order of time; one where several with one last day follow on one another."""
    for last, own in groupby(parts, key=lambda each: each.when.not_after or ""):
        made: list[Stretch] = []
        for each in own:
            if made and each.at.start <= made[-1].end:
                made[-1] = Stretch(made[-1].start, max(made[-1].end, each.at.end))
            else:
                made.append(each.at)
        yield from ((at, last) for at in made)


def _finished(bounds: Sequence[Bound], parts: Sequence[Part]) -> Interval:
    """When the file as it is can have been finished: after the latest part, and before it came out, as far as that is told."""
    first = max((each.when.not_before for each in parts if each.when.not_before), default=None)
    last = min((each.when.not_after for each in bounds if each.ground is Ground.RELEASE and each.when.not_after), default=None)
    return Interval(first, None if first is not None and last is not None and last < first else last)
