"""Passages of earlier recordings inside a file, those that the file has twice, and what share of planted controls was found.

Landmarks say where to look; how alike both sound there, against what they sound like where they are moved, says whether it is a passage and
how far it reaches. Shorter ones than ``SHORTEST`` are not told: the same words by one voice are as alike as that.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

import numpy as np

from purport.audio import controls as control
from purport.audio import likeness, searching
from purport.audio.decoding import Heard
from purport.audio.landmarks import FRAMES, HOP, RATE, Peaks, find_peaks
from purport.audio.landmarks import VERSION as PEAKS_VERSION
from purport.audio.searching import AS_FAST, Ratio, Search, Seen
from purport.errors import SoundError
from purport.findings import Controls, Edges, Method, Outcome, Passage, Reuse, Stretch
from purport.wording import counted

NAME, VERSION = "landmarks and likeness", f"1.{PEAKS_VERSION}"
SHORTEST = 3.5
"""Seconds of a passage, at least."""
SURPRISE, LIKENESS = 9.0, 0.35
"""Spreads of the null by which a passage is liker than chance, and how like it is, at least."""
COMMON, SURE = 16, 12.0
"""Common landmarks of a whole passage, at least, where it is not so many spreads of the null liker than chance."""
ALONE = 20
"""Common landmarks of a passage whose other side cannot be listened to, at least."""
LEAST_PEAKS = 4.0
"""Peaks a second, of those seconds that have any, without which there is nothing to search by: silence counts for nothing."""
BESIDE = 16.0
"""Seconds on both sides of what landmarks have in common that are listened to."""
END = 60.0
"""Seconds at each end of a long passage that are listened to."""
APART = 1.0
"""Seconds that the same lies apart in a file that has it twice."""
JOINED, STRAIGHT = 1.0, 0.3
"""Seconds between two passages that are one, and by which the other side may be off."""
TOGETHER = 2
"""Earlier recordings that are listened to at once."""
SOURCES = 3
"""Earlier recordings that controls are taken from, at most."""
RECALL = 0.5
"""The share of the longest controls without which nothing can be said."""

Hear = Callable[[], Heard]


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier recording: the digest of its file, its peaks, and its sound, which raises ``SoundError`` where it cannot be had."""

    file: str
    peaks: Peaks
    hear: Hear


def method(many: int = control.MANY) -> Method:
    """What passages are found with."""
    told = {
        "shortest passage, seconds": SHORTEST,
        "surprise, at least": SURPRISE,
        "likeness, at least": LIKENESS,
        "common landmarks, at least": COMMON,
        "surprise that stands for common landmarks": SURE,
        "landmarks where the other side cannot be listened to, at least": ALONE,
        "tempo and speed tried": f"{searching.STEPS[0]} to {searching.STEPS[-1]}, a hundredth apart",
        "controls of each kind": many,
    }
    return Method(NAME, VERSION, tuple((name, str(value)) for name, value in told.items()))


def find_reuse(heard: Heard, past: Sequence[Past], *, many: int = control.MANY, advance: Callable[[], None] = lambda: None) -> Reuse:
    """What of earlier recordings stands in a file; ``advance`` is called after each that was searched, and after each plan of controls.

    The same file, or one with the same samples, is not its own past: leave it out.
    """
    searched = tuple(each.file for each in past)
    peaks = find_peaks(heard.samples)
    why = _untestable(heard, peaks, past)
    if why is not None:
        return Reuse(Outcome.NOT_TESTABLE, why, searched, (), (), ())
    found = list(_search(peaks, past, advance))
    with ThreadPoolExecutor(min(os.cpu_count() or 1, TOGETHER)) as pool:
        verified = pool.map(lambda each: list(_verified(heard, *each)), [each for each in found if each[1]])
        passages = _whole(each for some in verified for each in some)
    repeats = _repeats(heard, peaks)
    controls = tuple(_controls(heard, past, many, advance))
    return replace(_told(passages, controls, heard.sound.seconds), searched=searched, repeats=repeats)


def _untestable(heard: Heard, peaks: Peaks, past: Sequence[Past]) -> str | None:
    seconds = heard.sound.seconds
    if not past:
        return "no earlier recording to search for beside the file itself: purport recording archive add puts them in"
    if seconds < SHORTEST:
        return f"{seconds:.1f} seconds long: passages of less than {SHORTEST:g} seconds are not told"
    sounding = len(np.unique(peaks.frames // FRAMES))
    if sounding < SHORTEST or len(peaks.frames) < LEAST_PEAKS * sounding:
        return "next to nothing can be heard in it: there is nothing to search by"
    return None


def _told(passages: tuple[Passage, ...], controls: tuple[Controls, ...], seconds: float) -> Reuse:
    """What a search came to; what was not found rests on the longest controls that the file has room for, played as fast."""
    if passages:
        return Reuse(Outcome.OBSERVED, counted(len(passages), "passage"), (), passages, (), controls)
    if not controls:
        why = "nothing found, and no controls could be planted: none of the earlier recordings can be listened to, or is long enough"
        return Reuse(Outcome.NOT_TESTABLE, why, (), (), (), ())
    recall = "; ".join(f"{each.found} of {each.planted} of {each.seconds:g} s {each.condition}" for each in controls)
    fitting = [each for each in controls if each.seconds <= seconds]
    if not fitting:
        why = f"nothing found, but {seconds:.1f} seconds are less than the shortest control ({recall})"
        return Reuse(Outcome.NOT_TESTABLE, why, (), (), (), controls)
    measure = max(fitting, key=lambda each: each.seconds)
    if measure.found < RECALL * measure.planted:
        return Reuse(Outcome.NOT_TESTABLE, f"of excerpts planted into this file too few were found ({recall})", (), (), (), controls)
    return Reuse(Outcome.NOT_OBSERVED, f"of excerpts planted into this file were found {recall}", (), (), (), controls)


def _search(peaks: Peaks, past: Sequence[Past], advance: Callable[[], None]) -> Iterator[tuple[Past, list[Seen]]]:
    """Each of the past with what landmarks say of it, several at a time, in order."""
    search = Search(peaks)
    with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
        for each, seen in zip(past, pool.map(lambda one: search.seek(one.peaks), past), strict=True):
            advance()
            yield each, seen


def _verified(heard: Heard, past: Past, seen: Sequence[Seen]) -> Iterator[Passage]:
    """What is a passage of what landmarks point at; by landmarks alone where the other side cannot be heard."""
    try:
        other = past.hear()
    except SoundError:
        long = [each for each in seen if each.common >= ALONE and each.end - each.start >= SHORTEST * FRAMES]
        yield from (_by_landmarks(each, past.file) for each in long)
        return
    yield from _likely(heard, other, past.file, seen)


def _likely(heard: Heard, other: Heard, file: str, seen: Iterable[Seen]) -> Iterator[Passage]:
    with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
        for passage in pool.map(partial(refine, heard, other, file), seen):
            if passage is not None and (passage.surprise or 0) >= SURPRISE and (passage.likeness or 0) >= LIKENESS:
                yield passage


def refine(heard: Heard, other: Heard, file: str, seen: Seen) -> Passage | None:
    """How far what landmarks point at reaches on both sides, and how alike it sounds; seconds of both are of the files themselves.

    Of what is long both ends are listened to, and the less surprising of the two is told. ``None`` where nothing can be heard there.
    """
    if seen.end - seen.start <= 2 * END * FRAMES:
        return _refine(heard, other, file, seen)
    reach = END * FRAMES * seen.ratio.both
    first = _refine(heard, other, file, replace(seen, end=seen.start + END * FRAMES, there_end=seen.there + reach))
    last = _refine(heard, other, file, replace(seen, start=seen.end - END * FRAMES, there=seen.there_end - reach))
    if first is None or last is None:
        return first or last
    least = min(first, last, key=lambda each: each.surprise or 0)
    return replace(least, here=Stretch(first.here.start, last.here.end), there=Stretch(first.there.start, last.there.end))


def _refine(heard: Heard, other: Heard, file: str, seen: Seen) -> Passage | None:
    ratio = seen.ratio
    first, mine = _bands(heard, seen.start, seen.end, 1 / ratio.speed)
    first_there, theirs = _bands(other, seen.there, seen.there_end, 1.0)
    extent = likeness.find_extent(mine, theirs, seen.start - first, seen.end - first, seen.there - first_there, ratio=ratio.both)
    if extent is None:
        return None
    here = Stretch(_seconds(extent.start + first), _seconds(extent.end + first))
    there = _seconds(extent.there + first_there)
    return Passage(
        here,
        file,
        Stretch(there, round(there + (here.end - here.start) * ratio.both, 2)),
        ratio.tempo,
        ratio.speed,
        seen.common,
        Edges.REFINED,
        round(extent.likeness, 3),
        round(extent.null, 3),
        round(extent.surprise, 1),
    )


def _bands(heard: Heard, start: float, end: float, speed: float) -> tuple[int, likeness.Bands]:
    """The frame that what is listened to begins with, and what it sounds like."""
    first = max(int(start - BESIDE * FRAMES), 0)
    last = int(end + BESIDE * FRAMES)
    return first, likeness.bands(heard.between(first * HOP / RATE, last * HOP / RATE), speed=speed)


def _by_landmarks(seen: Seen, file: str) -> Passage:
    here = Stretch(_seconds(seen.start), _seconds(seen.end))
    there = Stretch(_seconds(seen.there), _seconds(seen.there_end))
    return Passage(here, file, there, seen.ratio.tempo, seen.ratio.speed, seen.common, Edges.LANDMARKS)


def _seconds(frames: float) -> float:
    return round(max(frames, 0.0) / FRAMES, 2)


def _whole(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Passages joined, those that are too short or have too little in common left out."""
    joined = _joined(_likeliest(passages))
    sure = (each for each in joined if each.common >= COMMON or (each.surprise or 0) >= SURE)
    return tuple(each for each in sure if each.here.end - each.here.start >= SHORTEST)


def _likeliest(passages: Iterable[Passage]) -> list[Passage]:
    """Of what is one passage met at several ratios, the one that is alike for longest."""
    kept: list[Passage] = []
    for each in sorted(passages, key=lambda one: (-_alike(one), one.here.start, one.file, one.there.start)):
        if not any(_is_one(each, other) for other in kept):
            kept.append(each)
    return kept


def _alike(passage: Passage) -> float:
    """Seconds times how much liker than chance; landmarks where that is not known."""
    if passage.likeness is None or passage.null is None:
        return passage.common
    return (passage.here.end - passage.here.start) * (passage.likeness - passage.null)


def _is_one(one: Passage, other: Passage) -> bool:
    """Whether most of the shorter of two passages lies in the other, on both sides."""
    if one.file != other.file or (one.tempo, one.speed) == (other.tempo, other.speed):
        return False
    shared = (_shared(one.here, other.here), _shared(one.there, other.there))
    return min(shared) > 0.5


def _shared(one: Stretch, other: Stretch) -> float:
    """How much of the shorter of two stretches lies in the other."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / max(min(one.end - one.start, other.end - other.start), 0.01)


def _joined(passages: list[Passage]) -> tuple[Passage, ...]:
    """Passages in their order; what goes on where another ends is one with it."""
    done: list[Passage] = []
    for _, group in groupby(sorted(passages, key=lambda each: (each.file, each.here.start, each.there.start)), key=lambda each: each.file):
        own: list[Passage] = []
        for each in group:
            whole = next((one for one in own if _goes_on(one, each)), None)
            if whole is None:
                own.append(each)
            else:
                own[own.index(whole)] = _together(whole, each)
        done += own
    return tuple(sorted(done, key=lambda each: (each.here.start, each.here.end, each.file, each.there.start)))


def _goes_on(one: Passage, other: Passage) -> bool:
    """Whether one passage is the other's end: both sides go on alike."""
    gap, gap_there = other.here.start - one.here.end, other.there.start - one.there.end
    longest = max(one.here.end - one.here.start, 1.0)
    return gap <= JOINED and other.here.end > one.here.start and abs(gap - gap_there) <= STRAIGHT + 0.005 * longest


def _together(one: Passage, other: Passage) -> Passage:
    """Two passages as one: numbers are of the longer."""
    longer = max(one, other, key=lambda each: (each.here.end - each.here.start, each.common))
    here = Stretch(min(one.here.start, other.here.start), max(one.here.end, other.here.end))
    there = Stretch(min(one.there.start, other.there.start), max(one.there.end, other.there.end))
    return replace(longer, here=here, there=there, common=one.common + other.common)


def _repeats(heard: Heard, peaks: Peaks) -> tuple[Passage, ...]:
    """What the file has twice: the later place is ``there``."""
    seen = Search(peaks, (AS_FAST,)).seek(peaks, apart=APART)
    return _whole(_likely(heard, heard, heard.sound.sha256, seen))


def _controls(heard: Heard, past: Sequence[Past], many: int, advance: Callable[[], None]) -> Iterator[Controls]:
    """How many of the excerpts planted for each plan were found."""
    sources: list[Heard] = []
    for each in past if many else ():
        if len(sources) < SOURCES:
            try:
                sources.append(each.hear())
            except SoundError:
                continue
    peaks = [find_peaks(each.samples) for each in sources]

    with ThreadPoolExecutor(min(os.cpu_count() or 1, 8)) as pool:
        plantings = list(control.plant(heard, sources, many)) if sources else []
        for planting, (samples, condition) in zip(plantings, pool.map(partial(control.encode, heard), plantings), strict=True):
            found = _found_in(Heard(heard.sound, samples), sources, peaks)
            hits = sum(any(_is(planted, planting.ratio, *each) for each in found) for planted in planting.excerpts)
            advance()
            yield Controls(planting.seconds, condition, len(planting.excerpts), hits)


def _found_in(made: Heard, sources: Sequence[Heard], peaks: Sequence[Peaks]) -> list[tuple[int, Passage]]:
    """The passages of a control, each with the number of the earlier recording that it is of."""
    search = Search(find_peaks(made.samples))
    return [
        (number, passage)
        for number, (source, own) in enumerate(zip(sources, peaks, strict=True))
        for passage in _whole(_likely(made, source, source.sound.sha256, search.seek(own)))
    ]


def _is(planted: control.Planted, ratio: Ratio, number: int, passage: Passage) -> bool:
    """Whether a passage is an excerpt that was planted."""
    meets = passage.here.start < planted.end and planted.start < passage.here.end
    there = planted.there + (passage.here.start - planted.start) * ratio.both
    return number == planted.earlier and meets and abs(passage.there.start - there) < 0.5
