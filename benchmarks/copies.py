"""Near-copies in real newswire: Reuters-21578, whose stories are repeated, updated and corrected.

    python benchmarks/copies.py FOLDER [--stories 10000]

Stories come one after another; each is sketched, looked up and aligned with what it may share passages with. ``copies`` are the pairs,
``stories`` those in any. ``marked`` are the stories whose title says that they correct or repeat another, ``marked found`` those that are
in a pair. Times are of one story, in milliseconds; ``last`` is the mean of the last tenth. ``bytes`` is the index, a story.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import time
import tracemalloc
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from statistics import fmean

from purport.records import Analysis, Report, Span
from purport.resolve.folded import Folded, fold_report
from purport.resolve.passages import Shared, shared
from purport.resolve.sketches import Index, sketch, sketch_folded

STORY = re.compile(r'<REUTERS.*?NEWID="(\d+)">.*?</REUTERS>', re.DOTALL)
PART = {name: re.compile(rf"<{name}>(.*?)</{name}>", re.DOTALL) for name in ("TITLE", "BODY")}
MARKED = re.compile(r"\(?(?:CORRECTED|RPT)\b")
END = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[A-Z\"“])|\n\s{3,}")  # sentences by their full stops, the reader aside


def stories(folder: Path) -> Iterator[Analysis]:
    """The stories that have a body, in the order of their numbers."""
    for path in sorted(folder.glob("*.sgm")):
        for story in STORY.finditer(path.read_text(encoding="latin-1")):
            title, body = (html.unescape(found[1]) if (found := PART[name].search(story[0])) else "" for name in ("TITLE", "BODY"))
            text = re.sub(r"\s*reuter\s*\x03?\s*\Z", "", body, flags=re.IGNORECASE)
            if text.strip():
                edges = [0, *(match.end() for match in END.finditer(text)), len(text)]
                sentences = tuple(Span(start, end) for start, end in pairwise(edges) if end > start)
                report = Report(id=story[1], path=story[1], sha256="", text=text, title=title, outlet="Reuters")
                yield Analysis(report=report, sentences=sentences)


def index_bytes(analyses: list[Analysis]) -> float:
    """Bytes of an index of some reports, a report."""
    sketches = [(analysis.report.id, sketch(analysis)) for analysis in analyses]
    tracemalloc.start()
    index = Index()
    for report, keys in sketches:
        index.add(report, (str(key) for key in keys))
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return held / max(1, len(analyses))


def measure(folder: Path, count: int) -> dict[str, float]:
    """The figures over the first stories of the folder."""
    analyses = list(islice(stories(folder), count))
    index, held, times = Index(), dict[str, Folded](), list[float]()
    pairs: list[Shared] = []
    compared = 0
    for analysis in analyses:
        begun = time.perf_counter()
        folded = fold_report(analysis)
        keys = sketch_folded(folded, analysis)
        near = index.near(keys)
        pairs += [both for other in sorted(near) if (both := shared(folded, held[other]))]
        index.add(analysis.report.id, keys)
        held[analysis.report.id] = folded
        times.append(1000 * (time.perf_counter() - begun))
        compared += len(near)
    copied = {report for pair in pairs for report in (pair.left, pair.right)}
    marked = {analysis.report.id for analysis in analyses if MARKED.match(analysis.report.title or "")}
    ordered = sorted(times)
    return {
        "stories read": len(analyses),
        "compared": compared,
        "copies": len(pairs),
        "stories": len(copied),
        "marked": len(marked),
        "marked found": len(marked & copied),
        "mean": round(fmean(times), 2),
        "median": round(ordered[len(ordered) // 2], 2),
        "99 of 100 under": round(ordered[99 * len(ordered) // 100], 2),
        "longest": round(ordered[-1], 1),
        "last": round(fmean(times[-max(1, len(times) // 10) :]), 2),
        "bytes": round(index_bytes(analyses)),
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stories", type=int, default=10_000)
    given = parser.parse_args()
    print(json.dumps(measure(given.folder, given.stories), indent=1))


if __name__ == "__main__":
    main()
