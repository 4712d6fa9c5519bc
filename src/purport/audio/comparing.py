"""Two copies of one release held together: what is common, what is missing, put in or replaced in the second, and what else differs.

What is common comes in the order of the first. The heaviest chain of it that both have in one order is the thread; what stands elsewhere in
the second is moved. What lies between is what differs: less than ``GAP`` is none, and no more is a pause whose noise alone differs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from purport.audio import controls as control
from purport.audio.aligning import SHORTEST, SURPRISE, Alignment, Place, Run, align
from purport.audio.decoding import Heard
from purport.audio.landmarks import VERSION as PEAKS_VERSION
from purport.audio.loudness import Pauses, heard_seconds, is_pause, pauses
from purport.audio.renditions import rendition_facts
from purport.audio.searching import AS_FAST, STEPS
from purport.findings import Change, Copies, Difference, Edges, Fact, Method, Outcome, Passage, Stretch

NAME, VERSION = "copies", f"1.{PEAKS_VERSION}"
MOVED = 5.0
"""Seconds of what stands elsewhere in the second, at least."""
GAP = 0.5
"""Seconds between what is common that are a difference, at least."""
HEARD = 2.0
"""Seconds of sound without which there is nothing to compare by."""
STEP = 0.1
"""Seconds by which the second gets ahead or falls behind that are told, at least."""
CONTROLS, RECALL = 10, 0.5
"""Excerpts of ten seconds that are planted where nothing is found, and the share without which nothing can be said."""


@dataclass(frozen=True, slots=True)
class _Both:
    """Two recordings, and where each is a pause."""

    first: Heard
    second: Heard
    quiet: Pauses
    quiet_there: Pauses

    def is_pause(self, here: Stretch, there: Stretch) -> bool:
        """Whether both are pauses there: their noise alone differs."""
        return is_pause(self.quiet, here) and is_pause(self.quiet_there, there)


def method() -> Method:
    """What copies are compared with."""
    told = {
        "shortest common stretch, seconds": SHORTEST,
        "shortest moved stretch, seconds": MOVED,
        "shortest difference, seconds": GAP,
        "surprise, at least": SURPRISE,
        "tempo and speed tried": f"{STEPS[0]} to {STEPS[-1]}, a hundredth apart, then fitted",
    }
    return Method(NAME, VERSION, tuple((name, str(value)) for name, value in told.items()))


def compare(first: Heard, second: Heard) -> Copies:
    """Two copies held together; ``here`` is always of the first, ``there`` of the second."""
    why = _untestable(first, second)
    if why is not None:
        return _nothing(first, second, Outcome.NOT_TESTABLE, why)
    alignment = align(first, second)
    if not alignment.runs:
        return _nothing(first, second, *_recalled(first, second))
    thread, moved = _parted(alignment.runs)
    both = _Both(first, second, pauses(first.samples), pauses(second.samples))
    elsewhere = [each.place for each in moved]
    gaps = _gaps(both, thread)
    parted = [_differences(both, gap, elsewhere) for gap in gaps]
    apart = [bool(some) or _holds(gap, elsewhere) for some, gap in zip(parted, gaps, strict=True)]
    groups = _joined(thread, apart[1:-1])
    common = tuple(_passages(alignment, second.sound.sha256, groups, moved))
    differences = tuple(each for some in parted for each in some)
    facts = (
        *rendition_facts(first, second, alignment.pace, [Place(each.here, each.there) for each in common]),
        *_offset(common),
        *_steps(groups),
        *_order(elsewhere),
        *_again(alignment, differences),
    )
    return Copies(second.sound.sha256, Outcome.OBSERVED, _why(both, common), common, differences, facts)


def _untestable(first: Heard, second: Heard) -> str | None:
    for each, which in ((first, "first"), (second, "second")):
        seconds = heard_seconds(each.samples)
        if seconds < HEARD:
            return f"next to nothing can be heard in the {which}: {seconds:.1f} of its {each.sound.seconds:.1f} seconds are no silence"
    return None


def _nothing(first: Heard, second: Heard, outcome: Outcome, why: str) -> Copies:
    return Copies(second.sound.sha256, outcome, why, (), (), tuple(rendition_facts(first, second, AS_FAST, ())))


def _recalled(first: Heard, second: Heard) -> tuple[Outcome, str]:
    """What it means that nothing was found: how many excerpts of the first are found where they are planted into the second."""
    least = f"no stretch of {SHORTEST:.0f} seconds or more is common, played from {STEPS[0]} to {STEPS[-1]} times as fast"
    plantings = control.plant(second, [first], CONTROLS)
    planting = next((each for each in plantings if each.seconds == 10 and each.ratio == AS_FAST), None)
    if planting is None:
        return Outcome.NOT_TESTABLE, f"{least}; the first is too short to plant excerpts of it into the second"
    samples, condition = control.encode(second, planting)
    runs = align(first, replace(second, samples=samples)).runs
    found = sum(any(_is(each, planted) for each in runs) for planted in planting.excerpts)
    many = len(planting.excerpts)
    told = f"of {many} excerpts of ten seconds of the first, planted into the second {condition}, {found} were found"
    if found < RECALL * many:
        return Outcome.NOT_TESTABLE, f"{least}, but {told}"
    return Outcome.NOT_OBSERVED, f"{least}; {told}"


def _is(run: Run, planted: control.Planted) -> bool:
    """Whether a run is an excerpt that was planted."""
    inside = run.place.there.start < planted.end and planted.start < run.place.there.end
    return inside and abs((run.place.there.start - run.place.here.start) - (planted.start - planted.there)) < GAP


def _parted(runs: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The heaviest chain of runs in one order, and those that stand elsewhere in the second, where nothing else is common."""
    weight = [_long(each.place.here) for each in runs]
    before: list[int | None] = [None] * len(runs)
    for nth, each in enumerate(runs):
        for earlier in range(nth):
            told = weight[earlier] + _long(each.place.here)
            if runs[earlier].place.there.end <= each.place.there.start + GAP and told > weight[nth]:
                weight[nth], before[nth] = told, earlier
    thread: list[Run] = []
    at: int | None = int(np.argmax(weight))
    while at is not None:
        thread.insert(0, runs[at])
        at = before[at]
    moved: list[Run] = []
    for each in sorted((each for each in runs if each not in thread), key=lambda each: -_long(each.place.here)):
        taken = any(_overlap(each.place.there, other.place.there) > GAP for other in (*thread, *moved))
        if _long(each.place.here) >= MOVED and not taken:
            moved.append(each)
    return thread, sorted(moved, key=lambda each: each.place.here.start)


def _gaps(both: _Both, thread: Sequence[Run]) -> list[Place]:
    """What lies before the first part of the thread, between each two, and after the last; empty on a side where they meet."""
    ends = (Stretch(each.sound.seconds, each.sound.seconds) for each in (both.first, both.second))
    places = (Place(_point(0.0), _point(0.0)), *(each.place for each in thread), Place(*ends))
    return [Place(Stretch(a.here.end, b.here.start), Stretch(a.there.end, b.there.start)) for a, b in pairwise(places)]


def _differences(both: _Both, gap: Place, moved: Sequence[Place]) -> list[Difference]:
    """How the two differ in a gap; what of it is common elsewhere does not count."""
    heres, theres = _left(gap.here, [each.here for each in moved]), _left(gap.there, [each.there for each in moved])
    if len(heres) == len(theres) == 1 and both.is_pause(heres[0], theres[0]):
        heres, theres = _remainder(heres[0], theres[0])
    heres, theres = ([_rounded(each) for each in some if _long(each) >= GAP] for some in (heres, theres))
    if len(heres) == len(theres) == 1:
        return [Difference(Change.REPLACED, heres[0], theres[0])]
    missing = [Difference(Change.MISSING, each, _point(gap.there.start)) for each in heres]
    return missing + [Difference(Change.INSERTED, _point(gap.here.start), each) for each in theres]


def _holds(gap: Place, moved: Iterable[Place]) -> bool:
    """Whether something that is moved lies in a gap, on either side."""
    return any(_overlap(gap.here, each.here) > 0 or _overlap(gap.there, each.there) > 0 for each in moved)


def _left(gap: Stretch, moved: Iterable[Stretch]) -> list[Stretch]:
    """What of a gap is not common elsewhere."""
    parts, at = [], gap.start
    for each in sorted((each for each in moved if _overlap(each, gap) > 0), key=lambda each: each.start):
        parts.append(Stretch(at, each.start))
        at = each.end
    return [each for each in (*parts, Stretch(at, gap.end)) if each.end > each.start or not parts]


def _remainder(here: Stretch, there: Stretch) -> tuple[list[Stretch], list[Stretch]]:
    """What one pause is longer by."""
    shorter = max(min(_long(here), _long(there)), 0.0)
    return [Stretch(here.start + shorter, here.end)], [Stretch(there.start + shorter, there.end)]


def _joined(thread: Sequence[Run], apart: Sequence[bool]) -> list[list[Run]]:
    """The runs of the thread, each with those before it where nothing parts them."""
    groups = [[thread[0]]]
    for each, is_apart in zip(thread[1:], apart, strict=True):
        if is_apart:
            groups.append([each])
        else:
            groups[-1].append(each)
    return groups


def _passages(alignment: Alignment, file: str, thread: Sequence[Sequence[Run]], moved: Sequence[Run]) -> Iterator[Passage]:
    """What is common, in the order of the first."""
    tempo, speed = round(1 / alignment.pace.tempo, 6), round(1 / alignment.pace.speed, 6)
    for runs in sorted((*thread, *([each] for each in moved)), key=lambda each: each[0].place.here.start):
        one, other = runs[0].place, runs[-1].place
        longest = max(runs, key=lambda each: _long(each.place.here))
        yield Passage(
            _rounded(Stretch(one.here.start, other.here.end)),
            file,
            _rounded(Stretch(one.there.start, other.there.end)),
            tempo,
            speed,
            sum(each.common for each in runs),
            Edges.REFINED,
            round(longest.likeness, 3),
            round(longest.null, 3),
            round(longest.surprise, 1),
        )


def _why(both: _Both, common: Sequence[Passage]) -> str:
    first, second = both.first.sound.seconds, both.second.sound.seconds
    here, there = min(sum(_long(each.here) for each in common), first), min(sum(_long(each.there) for each in common), second)
    return f"{here:.1f} of {first:.1f} seconds of the first and {there:.1f} of {second:.1f} of the second are common"


def _offset(common: Sequence[Passage]) -> Iterator[Fact]:
    """By how much what is common is moved, where it begins."""
    moved = common[0].there.start - common[0].here.start
    if abs(moved) >= GAP:
        later = "later" if moved > 0 else "earlier"
        value = f"what is common begins {abs(moved):.1f} seconds {later} in the second"
        yield Fact("offset", value, ("channels put their own beginning before what they publish",), (common[0].here,))


def _steps(thread: Sequence[Sequence[Run]]) -> Iterator[Fact]:
    """Where the second gets ahead or falls behind by less than what is told as a difference."""
    places = [pair for runs in thread for pair in pairwise(each.place for each in runs)]
    steps = {one.here.end: (other.there.start - one.there.end) - (other.here.start - one.here.end) for one, other in places}
    for at, step in steps.items():
        if abs(step) >= STEP:
            more = "has" if step > 0 else "lacks"
            value = f"the second {more} {abs(step):.1f} seconds there, less than is told as a difference"
            yield Fact("step", value, ("packets are lost on the way", "players and encoders drop or repeat pieces"), (_point(at),))


def _order(moved: Sequence[Place]) -> Iterator[Fact]:
    """What stands elsewhere in the second."""
    for each in moved:
        value = f"it stands in the second at {each.there.start:.1f} seconds, in another order than the rest"
        yield Fact("moved", value, ("excerpts are put first as a preview", "parts were joined in another order"), (_rounded(each.here),))


def _again(alignment: Alignment, differences: Sequence[Difference]) -> Iterator[Fact]:
    """What was put in or is missing, and is heard in the other all the same, where it stands otherwise."""
    for each in differences:
        for gap, of, seen in (
            (each.here, "first", [(one.here, one.here) for one in alignment.seen]),
            (each.there, "second", [(one.there, one.here) for one in alignment.seen]),
        ):
            inside = [(own, here) for own, here in seen if _overlap(own, gap) > 0.5 * _long(own)]
            if _long(gap) >= MOVED and _covered([own for own, _ in inside], gap) >= 0.5 * _long(gap):
                value = f"{gap.start:.1f} to {gap.end:.1f} of the {of} is heard in the other too, elsewhere: one has it more than once"
                yield Fact("again", value, ("jingles and quotations come again", "a part was played twice"), (_rounded(inside[0][1]),))


def _covered(stretches: Iterable[Stretch], gap: Stretch) -> float:
    """How many seconds of a gap some stretches cover."""
    total, at = 0.0, gap.start
    for each in sorted(stretches, key=lambda each: each.start):
        total += max(0.0, min(each.end, gap.end) - max(each.start, at))
        at = max(at, min(each.end, gap.end))
    return total


def _long(stretch: Stretch) -> float:
    return stretch.end - stretch.start


def _overlap(one: Stretch, other: Stretch) -> float:
    return min(one.end, other.end) - max(one.start, other.start)


def _rounded(stretch: Stretch) -> Stretch:
    return Stretch(round(max(stretch.start, 0.0), 2), round(max(stretch.end, 0.0), 2))


def _point(at: float) -> Stretch:
    return _rounded(Stretch(at, at))
