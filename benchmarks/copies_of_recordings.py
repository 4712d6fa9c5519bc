"""Edited copies of a recording through codecs, noise and other paces: which differences are found, how near, and how long it takes.

    python benchmarks/copies_of_recordings.py --work DIR RECORDING OTHER

RECORDING is any speech of half an hour or so, OTHER what is put into its copies. Each copy has a head, a tail, and parts cut out, put in
and replaced, of one second to sixty, at places drawn from a seed; hard cuts. Needs ffmpeg. Prints a line of JSON for each condition.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from purport.audio.comparing import compare
from purport.audio.decoding import Heard, hear
from purport.audio.landmarks import Pcm
from purport.findings import Change, Difference, Stretch

RATE = 16_000
HEAD, TAIL = 8.0, 4.0
EDITS = (
    *((Change.MISSING, each, 0.0) for each in (1.0, 2.0, 3.0, 10.0, 60.0)),
    *((Change.INSERTED, 0.0, each) for each in (2.0, 5.0, 12.0)),
    *((Change.REPLACED, each, each) for each in (2.0, 5.0)),
)
"""Kinds of edits, with seconds of the recording and of the copy."""
APART = 70.0
"""Seconds between edits, at least."""
FOUND = 1.0
"""Seconds by which edges of what is found may be off: what is further off is missed, and false."""
GSM = (".gsm", "-c:a libgsm -ar 8000 -b:a 13000")
MP3 = (".mp3", "-c:a libmp3lame -b:a 32k")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a copy goes through: noise so many decibels quieter, then ffmpeg; ``ratio`` is how many times as fast it then plays."""

    steps: tuple[tuple[str, str], ...] = ()
    noise: float | None = None
    ratio: float = 1.0


CONDITIONS = {
    "clean": Condition(((".wav", ""),)),
    "mp3-32k": Condition((MP3,)),
    "opus-12k": Condition(((".opus", "-c:a libopus -b:a 12k"),)),
    "gsm": Condition((GSM,)),
    "chain": Condition((GSM, (".opus", "-c:a libopus -b:a 16k"), MP3)),
    "noise-10": Condition((MP3,), noise=10),
    "noise-00": Condition((MP3,), noise=0),
    "drift+0.1%": Condition(((".mp3", "-af asetrate=16016,aresample=16000 -c:a libmp3lame -b:a 32k"),), ratio=1.001),
    "speed+2%": Condition(((".mp3", "-af asetrate=16320,aresample=16000 -c:a libmp3lame -b:a 32k"),), ratio=1.02),
    "speed+4.17%": Condition(((".mp3", "-af asetrate=16667,aresample=16000 -c:a libmp3lame -b:a 32k"),), ratio=16_667 / RATE),
    "tempo-3%": Condition(((".mp3", "-af atempo=0.97 -c:a libmp3lame -b:a 32k"),), ratio=0.97),
}


def main() -> None:
    """Make the copies, compare each with the recording, and say how that went."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("recording", type=Path)
    options.add_argument("other", type=Path)
    options.add_argument("--work", type=Path, required=True)
    options.add_argument("--seeds", type=int, default=1, help="copies for each condition")
    options.add_argument("--only", nargs="*", default=list(CONDITIONS))
    asked = options.parse_args()
    asked.work.mkdir(parents=True, exist_ok=True)
    recording, other = decoded(asked.recording), decoded(asked.other)
    first = hear(asked.recording)
    for name in asked.only:
        rows = [_row(first, *edited(recording, other, seed), CONDITIONS[name], asked.work, seed) for seed in range(asked.seeds)]
        print(json.dumps({"condition": name, **_summed(rows)}), flush=True)


def decoded(path: Path) -> Pcm:
    """Mono samples, ``RATE`` a second."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-ac", "1", "-ar", str(RATE), "-f", "s16le", "-"]
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.int16)


def edited(recording: Pcm, other: Pcm, seed: int) -> tuple[Pcm, list[Difference]]:
    """A copy, and where it differs; seconds are of the copy as it is before it goes through anything."""
    chance = np.random.default_rng(seed)
    seconds = len(recording) / RATE
    order = [EDITS[each] for each in chance.permutation(len(EDITS))]
    free = seconds - APART * (len(order) + 1)
    places = np.sort(chance.uniform(0, free, len(order))) + APART * (np.arange(len(order)) + 1)
    parts, at, there, differences = [_taken(chance, other, HEAD)], 0.0, HEAD, [Difference(Change.INSERTED, Stretch(0, 0), Stretch(0, HEAD))]
    for (change, cut, put), place in zip(order, places, strict=True):
        parts += [recording[round(at * RATE) : round(place * RATE)], _taken(chance, other, put)]
        there += place - at
        differences.append(Difference(change, Stretch(place, place + cut), Stretch(there, there + put)))
        at, there = place + cut, there + put
    parts += [recording[round(at * RATE) :], _taken(chance, other, TAIL)]
    there += seconds - at
    differences.append(Difference(Change.INSERTED, Stretch(seconds, seconds), Stretch(there, there + TAIL)))
    return np.concatenate(parts), differences


def _taken(chance: np.random.Generator, samples: Pcm, seconds: float) -> Pcm:
    length = round(seconds * RATE)
    start = int(chance.integers(len(samples) - length))
    return samples[start : start + length]


def put_through(samples: Pcm, condition: Condition, work: Path, seed: int) -> Path:
    """The file that a condition makes of samples."""
    if condition.noise is not None:
        level = float(np.sqrt(np.mean(samples.astype(np.float64) ** 2))) / 10 ** (condition.noise / 20)
        noise = np.random.default_rng(seed).normal(0, level, len(samples))
        samples = np.clip(samples + noise, -32_768, 32_767).astype(np.int16)
    path = work / "copy.s16"
    path.write_bytes(samples.tobytes())
    given = ["-f", "s16le", "-ar", str(RATE), "-ac", "1"]
    for nth, (ending, how) in enumerate(condition.steps):
        made = work / f"copy-{nth}{ending}"
        subprocess.run(["ffmpeg", "-v", "error", "-y", *given, "-i", str(path), *how.split(), str(made)], check=True)
        path, given = made, []
    return path


def _row(first: Heard, samples: Pcm, expected: Sequence[Difference], condition: Condition, work: Path, seed: int) -> dict[str, object]:
    second = hear(put_through(samples, condition, work, seed))
    began, used = time.perf_counter(), time.process_time()
    found = compare(first, second)
    took, used = time.perf_counter() - began, time.process_time() - used
    left, edges, missed = list(found.differences), [], []
    for each in expected:
        there = Stretch(each.there.start / condition.ratio, each.there.end / condition.ratio)
        off = {one: _off(one, Difference(each.change, each.here, there)) for one in left if one.change is each.change}
        best = min(off, key=lambda one: off[one], default=None)
        if best is not None and off[best] < FOUND:
            left.remove(best)
            edges.append(off[best])
        else:
            missed.append(f"{each.change} {each.here.end - each.here.start:g} {each.there.end - each.there.start:g}")
    return {"edges": edges, "missed": missed, "false": len(left), "seconds": took, "processor": used}


def _off(one: Difference, other: Difference) -> float:
    pairs = ((one.here, other.here), (one.there, other.there))
    return max(abs(a - b) for x, y in pairs for a, b in ((x.start, y.start), (x.end, y.end)))


def _summed(rows: Sequence[dict[str, object]]) -> dict[str, object]:
    edges = [each for row in rows for each in row["edges"]]  # type: ignore[attr-defined]
    missed = [each for row in rows for each in row["missed"]]  # type: ignore[attr-defined]
    return {
        "found": len(edges),
        "of": len(edges) + len(missed),
        "missed": missed,
        "false": sum(int(str(row["false"])) for row in rows),
        "edge, median": round(float(np.median(edges)), 2) if edges else None,
        "edge, worst": round(max(edges), 2) if edges else None,
        "seconds": round(max(float(str(row["seconds"])) for row in rows), 1),
        "processor": round(max(float(str(row["processor"])) for row in rows), 1),
    }


if __name__ == "__main__":
    main()
