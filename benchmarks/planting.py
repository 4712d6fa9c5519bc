"""Passages of an archive planted into a new recording, and what copies go through: codecs, noise, another tempo, another speed.

    python benchmarks/planting.py --work DIR

Of what ``speech.py`` made, into ``planted/``: a folder of copies for each length of passage, and with it where they stand, as JSON. All
passages of a copy are of one length, a quarter of them of each recording of the archive, no two of them of the same part of it. They
replace what the new recording has there, as loud as it is, cut hard.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from rich.progress import track
from scipy.signal import fftconvolve, firwin

import speech
from speech import RATE

LENGTHS = (5, 7, 10, 30)
"""Seconds of a planted passage."""
COPIES = 40
"""Passages of a copy."""
BAND = 4_000
"""Hertz up to which white noise reaches: what lies above a telephone's band hides nothing that is looked at."""
TAPS = 1_023

Samples: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Planted:
    """Seconds ``[start, end)`` of a copy that are those of a recording of the archive from ``there`` on."""

    start: float
    end: float
    recording: int
    there: float


@dataclass(frozen=True, slots=True)
class Condition:
    """What a copy goes through: noise so many decibels quieter than it is, then programs of ffmpeg, each a suffix and its options.

    ``ratio`` is how many times as fast the copy is then played.
    """

    steps: tuple[tuple[str, str], ...] = ()
    noise: float | None = None
    murmur: bool = False
    ratio: float = 1.0


GSM = (".gsm", "-c:a libgsm -ar 8000 -b:a 13000")
CONDITIONS = {
    "clean": Condition(),
    "mp3-32k": Condition(((".mp3", "-c:a libmp3lame -b:a 32k"),)),
    "opus-12k": Condition(((".opus", "-c:a libopus -b:a 12k"),)),
    "gsm": Condition((GSM,)),
    "chain": Condition((GSM, (".opus", "-c:a libopus -b:a 16k"), (".mp3", "-c:a libmp3lame -b:a 32k"))),
    **{f"noise-{decibels:02}": Condition(noise=decibels) for decibels in (15, 10, 5, 0)},
    **{f"murmur-{decibels:02}": Condition(noise=decibels, murmur=True) for decibels in (15, 10, 5, 0)},
    **{f"tempo{ratio:+.0%}": Condition(((".flac", f"-af atempo={1 + ratio}"),), ratio=1 + ratio) for ratio in (0.03, -0.03)},
    **{
        f"speed{ratio:+.0%}": Condition(((".flac", f"-af asetrate={RATE * (1 + ratio):.0f},aresample={RATE}"),), ratio=1 + ratio)
        for ratio in (0.02, -0.02)
    },
}
"""White noise, and ``murmur``: noise of the new recording's own spectrum, which hides speech best."""


def read(path: Path, rate: int = RATE) -> Samples:
    """The samples of a file, mono, so many a second."""
    command = ["ffmpeg", "-v", "error", "-i", f"{path}", "-ac", "1", "-ar", f"{rate}", "-f", "f32le", "-"]
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.float32)


def write(samples: Samples, path: Path) -> None:
    """Write samples as a FLAC file."""
    form = ["-f", "f32le", "-ac", "1", "-ar", f"{RATE}"]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *form, "-i", "-", "-c:a", "flac", f"{path}"], input=samples.tobytes(), check=True)


def places(length: float, long: float, archive: Sequence[float]) -> list[Planted]:
    """Where passages of one length stand in a recording and in an archive of so many seconds: at random, at the same places each time."""
    chance = np.random.default_rng(round(1000 * length))
    slot, each = long / COPIES, COPIES // len(archive)
    sources = [(nth, part) for nth in range(len(archive)) for part in range(each)]
    chance.shuffle(sources)
    made = []
    for at, (recording, part) in enumerate(sources):
        start = round(at * slot + chance.uniform(1, slot - length - 1), 3)
        room = archive[recording] / each
        made.append(Planted(start, round(start + length, 3), int(recording), round(part * room + chance.uniform(0, room - length), 3)))
    return made


def plant(recording: Samples, archive: Sequence[Samples], wanted: Sequence[Planted]) -> Samples:
    """A recording with passages of others, each as loud as the recording is in all."""
    made, loud = recording.copy(), float(np.sqrt(np.mean(recording**2)))
    for each in wanted:
        first, there = round(each.start * RATE), round(each.there * RATE)
        passage = archive[each.recording][there : there + round((each.end - each.start) * RATE)]
        made[first : first + len(passage)] = passage * loud / np.sqrt(np.mean(passage**2))
    return made


def noisy(samples: Samples, condition: Condition, like: Samples) -> Samples:
    """Samples in noise; half as loud, so that it does not clip."""
    assert condition.noise is not None
    shape = _spectrum(like) if condition.murmur else firwin(TAPS, BAND, fs=RATE)
    noise = fftconvolve(np.random.default_rng(1).normal(size=len(samples)).astype(np.float32), shape.astype(np.float32), "same")
    power = float(np.mean(samples**2)) / 10 ** (condition.noise / 10)
    return np.asarray((samples + noise * np.sqrt(power / np.mean(noise**2))) / 2, np.float32)


def _spectrum(samples: Samples) -> NDArray[np.float64]:
    """A filter that gives white noise the spectrum of samples."""
    parts = samples[: len(samples) // (TAPS + 1) * (TAPS + 1)].reshape(-1, TAPS + 1)
    level = np.sqrt((np.abs(np.fft.rfft(parts * np.hanning(TAPS + 1), axis=1)) ** 2).mean(axis=0))
    return np.asarray(np.roll(np.fft.irfft(level), TAPS // 2) * np.hanning(TAPS + 1), np.float64)


def damage(source: Path, target: Path, condition: Condition, like: Path) -> Path:
    """What becomes of a file, at a path that gets the suffix of its last step; that is given, and made only where it is not there yet."""
    final = target.with_name(target.name + (condition.steps[-1][0] if condition.steps else ".flac"))
    if is_made(final, source):
        return final
    parts = [target.with_name(f"part-{target.name}-0.flac")]
    write(read(source) if condition.noise is None else noisy(read(source), condition, read(like)), parts[0])
    for nth, (suffix, options) in enumerate(condition.steps, start=1):
        parts.append(target.with_name(f"part-{target.name}-{nth}{suffix}"))
        subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", f"{parts[-2]}", *options.split(), f"{parts[-1]}"], check=True)
    parts.pop().rename(final)
    for each in parts:
        each.unlink()
    return final


def planted(work: Path, length: float) -> list[Planted]:
    """Where the passages of a length stand."""
    return [Planted(**each) for each in json.loads((work / f"planted/{length}.json").read_text())]


def is_made(path: Path, *sources: Path) -> bool:
    """Whether a file is there, and none of those that it is made from is newer."""
    return path.exists() and all(each.stat().st_mtime <= path.stat().st_mtime for each in sources)


def _source(work: Path, length: float) -> Path:
    """The new recording with passages of a length, made where it is not there yet, and the list of them."""
    path, sources = work / f"planted/{length}.flac", [speech.new(work).path, *(each.path for each in speech.archive(work))]
    if not is_made(path, *sources):
        path.parent.mkdir(exist_ok=True)
        recording, *archive = map(read, sources)
        wanted = places(length, len(recording) / RATE, [len(each) / RATE for each in archive])
        path.with_suffix(".json").write_text(json.dumps([asdict(each) for each in wanted], indent=1))
        part = path.with_name(f"part-{path.name}")
        write(plant(recording, archive, wanted), part)
        part.rename(path)
    return path


def copy(work: Path, length: float, name: str) -> Path:
    """The copy of a length and a condition, made where it is not there."""
    source = _source(work, length)
    folder = work / f"planted/{length}"
    folder.mkdir(exist_ok=True)
    return damage(source, folder / name, CONDITIONS[name], speech.new(work).path)


def make(work: Path, wanted: Sequence[tuple[int, str]]) -> None:
    """Make the copies of some lengths and conditions that are not there yet, on every core."""
    for length in sorted({length for length, _ in wanted}):
        _source(work, length)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in track(pool.map(lambda each: copy(work, *each), wanted), "Planting", total=len(wanted), transient=True):
            pass


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=Path, required=True)
    make(parser.parse_args().work, [(length, name) for length in LENGTHS for name in CONDITIONS])


if __name__ == "__main__":
    main()
