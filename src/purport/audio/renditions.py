"""Two renditions of the same sound: how each is encoded and how loud it is, as facts, each with what else could explain it.

Samples are those that were decoded: mono, ``RATE`` a second. What lies above half of that is not heard here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.signal import correlate

from purport.audio.aligning import LITTLE, Place
from purport.audio.decoding import Heard
from purport.audio.landmarks import HIGHEST, RATE, WINDOW, spectrum
from purport.audio.searching import AS_FAST, Ratio
from purport.findings import Fact, Sound, Stretch

LOUD = 20.0
"""Decibels under the loudest of a recording down to which levels are held together."""
LEAST_LEVEL = 0.5
"""Decibels of difference that are told as one."""
FALL = 12.0
"""Decibels by which one copy lacks a part of the spectrum that the other has."""
EXCERPTS, LONG = 60, 2.0
"""Excerpts of the common stretches that spectra and levels are measured on, and how many seconds each has."""
LAG = 0.1
"""Seconds around a place in which samples are looked for exactly."""


def rendition_facts(first: Heard, second: Heard, pace: Ratio, places: Sequence[Place]) -> Iterator[Fact]:
    """What the two declare, whether samples are the same, how loud each is and what of the spectrum one lacks."""
    yield _declared(first.sound, second.sound)
    if not places and first.sound.pcm_sha256 != second.sound.pcm_sha256:
        return
    same = _same_samples(first, second, places) if pace == AS_FAST else ()
    yield _identity(first.sound, second.sound, pace, places, same)
    if pace != AS_FAST:
        yield _pace(pace, places)
    pairs = list(_excerpts(first, second, places))
    yield from _level(pairs)
    yield from _band(pairs, pace)


def _declared(first: Sound, second: Sound) -> Fact:
    told = f"the first declares {_words(first)}; the second {_words(second)}"
    return Fact("encoding", told, ("every platform encodes anew what is uploaded to it",))


def _words(sound: Sound) -> str:
    stream = sound.stream
    parts = [f"{sound.container.format.split(',')[0]}, {stream.codec}"]
    parts += [f"{stream.rate} Hz"] if stream.rate else []
    parts += [f"{stream.channels} channel{'s' * (stream.channels != 1)}"] if stream.channels else []
    parts += [f"{stream.bit_rate / 1000:.0f} kbit/s"] if stream.bit_rate else []
    return " ".join(parts)


def _identity(first: Sound, second: Sound, pace: Ratio, places: Sequence[Place], same: Sequence[Stretch]) -> Fact:
    """Whether bytes or samples are the same, or only what is heard."""
    if first.sha256 == second.sha256:
        return Fact("identity", "both are the same bytes", ("a file that was copied, and not encoded anew",))
    if first.pcm_sha256 == second.pcm_sha256:
        return Fact("identity", "all samples are the same; only the container or its tags differ", ("tags are often written on download",))
    common = sum(each.here.end - each.here.start for each in places)
    seconds = sum(each.end - each.start for each in same)
    if seconds:
        value = f"{seconds:.1f} of the {common:.1f} seconds in common have the same samples, as decoded to {RATE} a second"
        return Fact("identity", value, ("cut or joined without being encoded anew, or with a lossless codec",), tuple(same))
    value = "the same sound, and no second of it has the same samples"
    cut = ("a lossless copy that was cut between two samples of 8,000 a second also differs in all of them",) if pace == AS_FAST else ()
    again = "another loudness, or a recording of what another device plays, changes every sample"
    return Fact("identity", value, ("platforms and phones encode anew what passes through them", again, *cut))


def _pace(pace: Ratio, places: Sequence[Place]) -> Fact:
    """How many times as fast the second plays, to as many places as what is common allows: a frame in its length."""
    common = sum(each.here.end - each.here.start for each in places)
    times = f"{pace.both:.{3 + (common > 60) + (common > 600)}f}"
    kind = "its pitch with it" if pace.tempo == 1 else "at the same pitch"
    value = f"the second plays {times} times as fast as the first, {kind}"
    if abs(pace.both - 1) < LITTLE:
        value = f"the second plays {times} times as fast as the first; whether its pitch goes with it cannot be told of so little"
    reasons = (
        "clocks of two devices differ by up to a hundredth of a per cent",
        "tape machines run a per cent or more too fast or too slow",
        "film at 24 pictures a second is shown at 25 on television, 1.0417 times as fast",
        "players and platforms offer faster playing",
    )
    return Fact("pace", value, reasons)


def _same_samples(first: Heard, second: Heard, places: Sequence[Place]) -> tuple[Stretch, ...]:
    """Whole seconds of the first whose samples the second has, joined where they follow one another."""
    found: list[Stretch] = []
    for place in places:
        lag = _exact(first, second, place)
        start, end = round(place.here.start * RATE), round(place.here.end * RATE)
        for at in range(start, end - RATE + 1, RATE):
            there = at + lag
            same = there >= 0 and np.array_equal(first.samples[at : at + RATE], second.samples[there : there + RATE])
            if same and first.samples[at : at + RATE].any():
                begin = found.pop().start if found and abs(found[-1].end - at / RATE) < 1 / RATE else at / RATE
                found.append(Stretch(begin, (at + RATE) / RATE))
    return tuple(found)


def _exact(first: Heard, second: Heard, place: Place) -> int:
    """By how many samples a stretch stands later in the second, where the two are most alike."""
    middle, long = (place.here.start + place.here.end) / 2, min(LONG, place.here.end - place.here.start) / 2
    there = middle + place.there.start - place.here.start
    mine = first.between(middle - long, middle + long)
    begin = max(there - long - LAG, 0)
    theirs = second.between(begin, there + long + LAG)
    if len(theirs) < len(mine):
        return round((place.there.start - place.here.start) * RATE)
    best = int(np.argmax(correlate(theirs, mine, "valid")))
    return round(begin * RATE) + best - max(round((middle - long) * RATE), 0)


def _excerpts(first: Heard, second: Heard, places: Sequence[Place]) -> Iterator[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Mean power by bins of the same excerpts of both."""
    whole = sum(each.here.end - each.here.start for each in places)
    step = max(whole / EXCERPTS, LONG)
    for place in places:
        ratio = (place.there.end - place.there.start) / (place.here.end - place.here.start)
        for at in np.arange(place.here.start, place.here.end - LONG, step):
            there = place.there.start + (at - place.here.start) * ratio
            yield _power(first.between(at, at + LONG)), _power(second.between(there, there + LONG * ratio))


def _power(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    loud = spectrum(samples)
    return np.asarray((10 ** (loud.astype(np.float64) / 10)).mean(axis=0)) if len(loud) else np.zeros(WINDOW // 2 + 1)


def _level(pairs: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]]) -> Iterator[Fact]:
    """How much louder one is, where it differs."""
    levels = np.array([[10 * np.log10(each[4:HIGHEST].sum() + 1e-10) for each in pair] for pair in pairs])
    if not len(levels):
        return
    loud = levels[:, 0] > levels[:, 0].max() - LOUD
    apart = levels[loud, 1] - levels[loud, 0]
    low, middle, high = np.percentile(apart, (10, 50, 90))
    if max(abs(low), abs(middle), abs(high)) < LEAST_LEVEL:
        return
    which = "louder" if middle > 0 else "quieter"
    value = f"the second is {abs(middle):.1f} dB {which} in the middle, from {low:+.1f} to {high:+.1f} dB in eight of ten excerpts"
    yield Fact("level", value, ("platforms bring what is uploaded to one loudness", "recorders and broadcasters level by themselves"))


def _band(pairs: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]], pace: Ratio) -> Iterator[Fact]:
    """From which frequency on one copy lacks what the other has."""
    if not pairs or pace.speed != 1:
        return
    one, other = (10 * np.log10(np.mean([pair[side] for pair in pairs], axis=0) + 1e-10) for side in (0, 1))
    apart = other - one
    apart -= np.median(apart[32:HIGHEST])
    for sign, lacking in ((-1, "second"), (1, "first")):
        within = np.flatnonzero(sign * apart[:-4] < FALL)
        edge = (int(within[-1]) + 1 if len(within) else 0) * RATE / WINDOW
        if edge < RATE / 2 - 200:
            value = f"above {edge:.0f} Hz the {lacking} has {FALL:.0f} dB less than the other, or still less"
            yield Fact("band", value, ("phones, phone lines and codecs of low rate also cut there", "so do broadcast chains and filters"))
