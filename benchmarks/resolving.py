"""What comparing the reports of a case costs as the case grows: Reuters-21578, whose stories repeat, update and correct one another.

    python benchmarks/resolving.py FOLDER --cache FILE [--sizes 1000,10000] [--more 10]

Stories as ``newswire.py`` reads them: the network is no part of any figure. Milliseconds of processor time a report, of a case built at
once: ``stored``, of the record in its tables; ``gathered``, of what reports are compared by (of which ``profiles``, ``accounts``,
``tellings``, ``links`` and ``passages``); ``settled``, of who is one; ``compared`` (of which ``told``, of accounts taken from the case,
``rules`` of claims, and ``ties`` of tellings).
``one more`` is of a report added to the whole: on the wall, the mean of some and the longest. ``candidates`` are the pairs of claims that
rules see, a report; ``comparisons`` what they find, by relation and type.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from statistics import fmean
from typing import Any

from newswire import Read, stories
from purport import resolving
from purport.errors import ReportError
from purport.store import Case

STAGES = {
    "gathered": "_gather",
    "profiles": "profiles",
    "accounts": "accounts",
    "links": "_add_signature",
    "passages": "share",
    "settled": "_settle",
    "compared": "_compare",
    "told": "_tell",
    "rules": "comparison",
    "tellings": "telling_facts",
    "ties": "tie_reports",
}
"""What is measured, and the function of ``purport.resolving`` that does it."""
BATCH = 100


class Clock:
    """Seconds and calls, by stage."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted."""

        @wraps(function)
        def run(*args: Any, **options: Any) -> Any:
            with self.running(stage):
                return function(*args, **options)

        return run

    @contextmanager
    def running(self, stage: str) -> Iterator[None]:
        """Counts the time of what is done meanwhile."""
        began = time.process_time()
        try:
            yield
        finally:
            self.seconds[stage] += time.process_time() - began
            self.calls[stage] += 1


@contextmanager
def watched() -> Iterator[Clock]:
    """A clock on every stage of resolving."""
    clock, whole = Clock(), {name: getattr(resolving, name) for name in STAGES.values()}
    for stage, name in STAGES.items():
        setattr(resolving, name, clock.timed(stage, whole[name]))
    try:
        yield clock
    finally:
        for name, function in whole.items():
            setattr(resolving, name, function)


def store(case: Case, reads: Sequence[Read]) -> int:
    """Add reports to a case; how many it takes."""
    try:
        return case.add_many(reads, reader="benchmark")
    except ReportError:
        return sum(store(case, [each]) for each in reads) if len(reads) > 1 else 0


def measure(reads: Sequence[Read], more: Sequence[Read], path: Path) -> dict[str, Any]:
    """The figures of a case of some reports, and of each of some more added to it."""
    with Case.open(str(path), create=True) as case:
        with watched() as clock:
            with clock.running("stored"):
                taken = sum(store(case, reads[first : first + BATCH]) for first in range(0, len(reads), BATCH))
            with clock.running("all"):
                resolving.resolve(case)
        added = [one_more(case, each) for each in more]
        kinds = Counter(f"{each.relation} {each.type or ''}".strip() for each in case.comparisons())
    stages = ("stored", *STAGES, "all")
    return {
        "reports": taken,
        "a report": {stage: round(1000 * clock.seconds[stage] / taken, 2) for stage in stages},
        "one more": {"mean": round(1000 * fmean(added), 1), "longest": round(1000 * max(added), 1)} if added else {},
        "candidates": round(clock.calls["rules"] / taken, 1),
        "comparisons": dict(kinds.most_common()),
        "megabytes": round(path.stat().st_size / 2**20),
    }


def one_more(case: Case, read: Read) -> float:
    """Seconds on the wall that storing and comparing one more report takes."""
    began = time.perf_counter()
    store(case, [read])
    resolving.resolve(case)
    return time.perf_counter() - began


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--sizes", default="1000,10000")
    parser.add_argument("--more", type=int, default=10)
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    reads = stories(given.folder, given.cache, max(sizes))
    for size in sizes:
        own, rest = reads[: size - given.more], reads[size - given.more : size]
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(own, rest, Path(folder) / "newswire.case"), indent=1), flush=True)


if __name__ == "__main__":
    main()
