"""Finding earlier audio in new audio: what is found of planted passages, what is found where there is nothing, and what it costs.

    python benchmarks/reuse.py --texts FILE... --work DIR [--hours 100] [--parts planted unrelated costs]
                               [--lengths 5 7 10 30] [--conditions NAME...] [--json OUT]

Sound is made as ``speech.py`` and ``planting.py`` say, and kept in ``DIR``. A planted passage is found where a passage that is told
overlaps it, names its recording, and stands at its distance within ``APART`` seconds at both ends. Every other passage that is told is
false, and so is every one in unrelated speech. Edges are how far both ends of what is found lie from those that were planted, in seconds
of the copy. Costs are measured one after another, each in a process of its own: seconds on the wall and of
all cores together, and the most memory that it held.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

import planting
import speech
from planting import CONDITIONS, LENGTHS, Planted
from purport.audio.controls import MANY
from purport.audio.decoding import Heard, hear
from purport.audio.landmarks import VERSION, Peaks, find_peaks, pack, unpack
from purport.audio.reuse import Past, find_reuse

APART = 0.5
"""Seconds by which a distance may be off."""
PARTS = ("planted", "unrelated", "costs")
COST = (10, "mp3-32k")
"""The copy that the large archive is asked about."""


@dataclass(frozen=True, slots=True)
class Found:
    """Seconds ``[start, end)`` of a recording that are told to be ``[there_start, there_end)`` of an earlier one, given by its number."""

    start: float
    end: float
    recording: int
    there_start: float
    there_end: float


@dataclass(frozen=True, slots=True)
class Score:
    """Of planted passages: how many are found, and by how many seconds edges are off; of passages told, how many more are of those found
    (``pieces``), how many are of planted ones too but name another place of their recording (``elsewhere``: espeak-ng says a word alike
    wherever it says it), and how many are ``false``.
    """  # noqa: D205

    planted: int
    found: int
    pieces: int
    elsewhere: int
    false: int
    edges: tuple[float, ...]


def find(new: Path, earlier: Sequence[Past], *, controls: int = 0) -> list[Found]:
    """What is told of a recording, held against others; ``controls`` are excerpts of each kind that are planted into it on the way."""
    number = {each.file: nth for nth, each in enumerate(earlier)}
    made = find_reuse(hear(new), earlier, many=controls)
    return [Found(each.here.start, each.here.end, number[each.file], each.there.start, each.there.end) for each in made.passages]


def past(path: Path) -> Past:
    """An earlier recording, by its path; its sound is read when it is listened to."""
    return Past(str(path), unpack(kept(path).read_bytes()), lambda: hear(path))


def kept(path: Path) -> Path:
    """A file beside a recording with what it is searched by, made where it is not there yet."""
    made = path.with_name(f"{path.stem}-{VERSION}.peaks")
    if not planting.is_made(made, path):
        part = path.with_name(f"part-{os.getpid()}-{made.name}")
        part.write_bytes(pack(index(path)))
        part.rename(made)
    return made


def index(path: Path) -> Peaks:
    """What is kept of an earlier recording to search it by."""
    return find_peaks(hear(path).samples)


@cache
def small(work: Path) -> tuple[Past, ...]:
    """The archive that passages are from, its sound kept in memory."""
    return tuple(replace(one, hear=partial(_same, one.hear())) for one in (past(each.path) for each in speech.archive(work)))


def _same(heard: Heard) -> Heard:
    return heard


def overlaps(told: Found, planted: Planted, ratio: float) -> bool:
    """Whether a passage that is told of a copy played ``ratio`` times as fast lies where one was planted, and names its recording."""
    return told.recording == planted.recording and told.start * ratio < planted.end and planted.start < told.end * ratio


def is_at(told: Found, planted: Planted, ratio: float) -> bool:
    """Whether a passage names the place that a planted one is from, at both ends."""
    ends = ((told.start, told.there_start), (told.end, told.there_end))
    return all(abs(there - planted.there - (here * ratio - planted.start)) <= APART for here, there in ends)


def score(planted: Sequence[Planted], told: Sequence[Found], ratio: float = 1.0) -> Score:
    """What is found of what was planted; of several passages told of one, the longest is it."""
    near = [[each for each in told if overlaps(each, one, ratio)] for one in planted]
    mine = [[each for each in told if is_at(each, one, ratio)] for one, told in zip(planted, near, strict=True)]
    best = [(one, max(each, key=lambda own: own.end - own.start)) for one, each in zip(planted, mine, strict=True) if each]
    edges = [abs(at - true / ratio) for one, each in best for at, true in ((each.start, one.start), (each.end, one.end))]
    right, touching = set(chain.from_iterable(mine)), set(chain.from_iterable(near))
    counts = (len(best), len(right) - len(best), len(touching - right), len(told) - len(touching))
    return Score(len(planted), *counts, tuple(edges))


def together(scores: Sequence[Score]) -> Score:
    """Scores added up."""
    totals = (sum(getattr(each, name) for each in scores) for name in ("planted", "found", "pieces", "elsewhere", "false"))
    return Score(*totals, tuple(chain.from_iterable(each.edges for each in scores)))


def shown(one: Score) -> dict[str, Any]:
    """A score as it is written: with the share that is found, and the middle, 95 % and worst of its edges."""
    quantiles = np.percentile(one.edges, (50, 95, 100)) if one.edges else (None, None, None)
    share = round(one.found / one.planted, 3) if one.planted else None
    counts = {
        "planted": one.planted,
        "found": one.found,
        "share": share,
        "pieces": one.pieces,
        "elsewhere": one.elsewhere,
        "false": one.false,
    }
    names = ("edge median", "edge 95 %", "edge worst")
    return counts | {name: None if each is None else round(float(each), 3) for name, each in zip(names, quantiles, strict=True)}


def find_planted(work: Path, length: int, name: str) -> Score:
    """The score of one copy, held against the archive that its passages are from."""
    told = find(planting.copy(work, length, name), small(work))
    return score(planting.planted(work, length), told, CONDITIONS[name].ratio)


def find_unrelated(work: Path, nth: int) -> list[Found]:
    """What is told of one recording of unrelated speech."""
    return find(speech.unrelated(work)[nth].path, small(work))


def recall(work: Path, lengths: Sequence[int], names: Sequence[str], pool: ProcessPoolExecutor) -> dict[str, dict[str, Score]]:
    """The scores of copies, by condition and length."""
    wanted = [(name, length) for length in lengths for name in names]
    made = pool.map(find_planted, [work] * len(wanted), [length for _, length in wanted], [name for name, _ in wanted])
    scores = dict(zip(wanted, track(made, "Planted", total=len(wanted), transient=True), strict=True))
    return {name: {f"{length} s": scores[name, length] for length in lengths} for name in names}


def false_passages(work: Path, pool: ProcessPoolExecutor) -> dict[str, dict[str, Any]]:
    """What is told of unrelated speech: in the archive's voices, and in others."""
    count = len(speech.unrelated(work))
    made = pool.map(find_unrelated, [work] * count, range(count))
    told = list(track(made, "Unrelated", total=count, transient=True))
    parts = {"same voices": slice(speech.SAME), "other voices": slice(speech.SAME, None)}
    return {name: _told(told[part]) for name, part in parts.items()}


def _told(each: Sequence[Sequence[Found]]) -> dict[str, Any]:
    lengths = sorted((round(one.end - one.start, 1) for one in chain.from_iterable(each)), reverse=True)
    return {"hours": round(len(each) * speech.LONG / 3600, 1), "passages": len(lengths), "longest": lengths[:5]}


def alone(task: Callable[..., Any], *given: Any) -> tuple[Any, dict[str, float]]:
    """What a task gives, and what it costs in a process of its own: seconds on the wall and of all cores, and megabytes at most."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_measured, task, *given).result()


def _measured(task: Callable[..., Any], *given: Any) -> tuple[Any, dict[str, float]]:
    began = time.perf_counter(), time.process_time()
    made = task(*given)
    spent = {"seconds": time.perf_counter() - began[0], "of processor": time.process_time() - began[1]}
    most = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return made, {name: round(each, 1) for name, each in spent.items()} | {"megabytes": most}


def ask(work: Path, large: Sequence[Path], controls: int) -> list[Found]:
    """What is told of the copy ``COST`` held against the archive, and against more."""
    among = [past(path) for path in (*(each.path for each in speech.archive(work)), *large)]
    return find(planting.copy(work, *COST), among, controls=controls)


def costs(work: Path, hours: float, pool: ProcessPoolExecutor) -> dict[str, Any]:
    """What it costs to index 46 minutes, and to ask about 46 minutes; and what is then found among the large archive."""
    large = [each.path for each in speech.earlier(work, hours)]
    for _ in track(pool.map(kept, large), "Indexing", total=len(large), transient=True):
        pass
    made: dict[str, Any] = {}
    _, made["index 46 minutes"] = alone(index, speech.archive(work)[0].path)
    for name, among in (("1.8 hours", []), (f"{hours:g} hours more", large)):
        told, made[f"ask of {name}"] = alone(ask, work, among, 0)
        made[f"found among {name}"] = shown(score(planting.planted(work, COST[0]), told, CONDITIONS[COST[1]].ratio))
        print(json.dumps(made), flush=True)
        _, made[f"ask of {name}, with controls"] = alone(ask, work, among, MANY)
    return made


def printed(scores: dict[str, dict[str, Score]]) -> Table:
    """What is found and its edges, a condition a line."""
    lengths = list(next(iter(scores.values())))
    table = Table("condition", *lengths, "pieces", "elsewhere", "false", "edges: median", "95 %", "worst")
    for name, each in [*scores.items(), ("all", {length: together([one[length] for one in scores.values()]) for length in lengths})]:
        all_of = shown(together(list(each.values())))
        found = (f"{one.found}/{one.planted}" for one in each.values())
        table.add_row(name, *found, *(f"{value}" for key, value in all_of.items() if key not in ("planted", "found", "share")))
    return table


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=Path, nargs="+", action="extend", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--hours", type=float, default=100.0, help="of the large archive")
    parser.add_argument("--lengths", type=int, nargs="+", default=LENGTHS, choices=LENGTHS)
    parser.add_argument("--conditions", nargs="+", default=list(CONDITIONS), choices=CONDITIONS)
    parser.add_argument("--parts", nargs="+", default=PARTS, choices=PARTS, help="what is measured")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    speech.make(given.texts, given.work, given.hours if "costs" in given.parts else 0)
    made: dict[str, Any] = {}
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        if "planted" in given.parts:
            planting.make(given.work, [(length, name) for length in given.lengths for name in given.conditions])
            scores = recall(given.work, given.lengths, given.conditions, pool)
            Console().print(printed(scores))
            made["planted"] = {name: {length: shown(one) for length, one in each.items()} for name, each in scores.items()}
        if "unrelated" in given.parts:
            made["unrelated"] = false_passages(given.work, pool)
        if "costs" in given.parts:
            planting.make(given.work, [COST])
            made["costs"] = costs(given.work, given.hours, pool)
    print(json.dumps({name: each for name, each in made.items() if name != "planted"}, indent=1))
    if given.json:
        given.json.write_text(json.dumps(made, indent=1))


if __name__ == "__main__":
    main()
