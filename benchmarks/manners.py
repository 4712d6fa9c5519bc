"""How sure, what kind of speech, whose word, and page text, against the project's own marked reports.

    python benchmarks/manners.py [FOLDER] [--all] [--weights DIR]

Without ``--all`` only the reports that training holds out. Cues and sources are given as marked: the network's judgement of each beside
that of the word lists. ``stance`` is the share right and the macro F1 over asserts, denies, hedged and uncommitted; ``page text`` is the
F1 of characters.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.own import OWN, SOURCES, Report, Told, read_reports
from corpora.splits import is_dev
from purport.extract.cues import read_cue
from purport.extract.factuality import read_factuality
from purport.extract.sources import read_source_type
from purport.reader import Reader, Reading
from purport.reader.draft import Draft
from purport.reader.layers import ACTS, SOURCE_TYPES, STANCES, Columns
from purport.reader.reader import WEIGHTS
from purport.records import Span
from scoring import Count

COARSE = {"CT+": "asserts", "CT-": "denies", "PR+": "hedged", "PR-": "hedged", "PS+": "hedged", "PS-": "hedged", "Uu": "uncommitted"}
Pairs = dict[str, list[tuple[str, str]]]


def network(report: Report, draft: Draft) -> Iterator[tuple[str, str, str]]:
    """Layer, wanted and found of each cue and source, by the network."""
    starts = draft.starts()
    scores = {layer: draft.words(layer) for layer in (Columns.STANCE, Columns.ACT, Columns.NEGATED, Columns.SOURCE_TYPE)}

    def best(layer: Columns, start: int, names: Sequence[str]) -> str:
        row = scores[layer][int(np.searchsorted(starts, start))]
        return names[int(row.argmax())] if len(row) > 1 else names[int(row[0] > 0)]

    for told in report.told:
        yield "stance", told.sure, best(Columns.STANCE, told.cue[0], STANCES)
        yield "act", told.act, best(Columns.ACT, told.cue[0], ACTS)
        yield "negated", str(told.negated), best(Columns.NEGATED, told.cue[0], ("False", "True"))
        if told.source:
            yield "source type", SOURCES[told.source_type], best(Columns.SOURCE_TYPE, told.source[0], SOURCE_TYPES)


def lists(report: Report, reading: Reading) -> Iterator[tuple[str, str, str]]:
    """The same by the word lists."""
    for told in report.told:
        cue = read_cue(report.text, Span(*told.cue))
        yield "stance", told.sure, read_factuality(report.text, cue, _spans(told))
        yield "act", told.act, cue.act
        yield "negated", str(told.negated), str(cue.negated)
        if told.source:
            found = read_source_type(report.text, Span(*told.source), Span(*told.cue), reading.entities)
            yield "source type", SOURCES[told.source_type], found


def _spans(told: Told) -> tuple[Span, ...]:
    return tuple(Span(*place) for place in told.contents)


def page_text(report: Report, draft: Draft, count: Count) -> None:
    """Add one report's characters of page text."""
    starts = draft.starts()
    marked = draft.words(Columns.PAGE)[:, 0] > 0
    edges = np.append(starts, len(report.text))
    have = {i for word in np.flatnonzero(marked) for i in range(edges[word], edges[word + 1])}
    want = {i for start, end in report.page for i in range(start, end)}
    solid = {i for i, letter in enumerate(report.text) if not letter.isspace()}
    count.add(len(want & have & solid), len(have & solid), len(want & solid))


def shares(pairs: Iterable[tuple[str, str]]) -> float:
    """The share right, in percent."""
    found = list(pairs)
    return round(100 * sum(want == have for want, have in found) / max(1, len(found)), 1)


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Mean F1 over the coarse stances, in percent."""
    found = [(COARSE[want], COARSE[have]) for want, have in pairs]
    scores = []
    for label in dict.fromkeys(COARSE.values()):
        hits = sum(want == have == label for want, have in found)
        scores.append(200 * hits / max(1, sum(want == label for want, _ in found) + sum(have == label for _, have in found)))
    return round(sum(scores) / len(scores), 1)


def measure(reports: Sequence[Report], weights: Path) -> dict[str, float]:
    """The figures over reports."""
    by: dict[str, Pairs] = {"network": {}, "lists": {}}
    count = Count()
    with Reader(weights) as reader:
        for report, reading in zip(reports, reader.read(report.text for report in reports), strict=True):
            draft = reader.draft(report.text)
            page_text(report, draft, count)
            for who, judged in (("network", network(report, draft)), ("lists", lists(report, reading))):
                for layer, want, have in judged:
                    by[who].setdefault(layer, []).append((want, have))
    figures = {f"{layer}, {who}": shares(pairs) for who, own in by.items() for layer, pairs in own.items()}
    figures |= {f"stance macro F1, {who}": macro_f1(own["stance"]) for who, own in by.items()}
    return {"reports": len(reports), "attributions": sum(len(report.told) for report in reports), "page text": count.f1} | figures


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=OWN)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    reports = [report for report in read_reports(given.folder) if given.all or is_dev(report.name)]
    print(json.dumps(measure(reports, given.weights), indent=1))


if __name__ == "__main__":
    main()
