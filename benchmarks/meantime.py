"""Every layer against MEANTIME (Minard et al. 2016), whose reports take no part in training.

    python benchmarks/meantime.py FOLDER [--weights DIR]

Text is the tokens joined by blanks, a line a sentence: title, date and the first sentences. Names: F1 of exact spans, with their types and
without. Time expressions and events as in ``news.py``. Participants: F1 over the agents, patients and places of the events both have;
one is right where it touches the one wanted. Certainty: mean absolute error and Pearson's r on the scale of -3 to 3.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from corpora.meantime import Report, read_meantime
from gate_reports import analysed
from news import agreement, events, sureness, times
from purport.reader import Reader, Reading
from purport.reader.reader import WEIGHTS
from purport.records import Analysis
from scoring import Scores

ROLES = {"Arg0": "agent", "Arg1": "patient", "Argm-LOC": "place"}


def measure(reports: list[Report], weights: Path) -> dict[str, float]:
    """The figures over reports."""
    scores, pairs = Scores(), []
    with Reader(weights) as reader:
        for report, reading in zip(reports, reader.read(report.example.text for report in reports), strict=True):
            names(report, reading, scores)
            times(report.example.timexes or (), reading.timexes, scores)
            events(report.example.events or (), reading, scores)
            participants(report, analysed(report.example.text, reading), scores)
            pairs += sureness(report.example, reader, "factbank")
    return scores.as_dict() | agreement(pairs)


def names(report: Report, reading: Reading, scores: Scores) -> None:
    """Add one report's names to the scores."""
    want = {(span.start, span.end, span.label) for span in report.example.entities or ()}
    have = {(each.span.start, each.span.end, each.label) for each in reading.entities}
    scores.of("names").add(len(want & have), len(have), len(want))
    untyped, found = ({edges[:2] for edges in each} for each in (want, have))
    scores.of("names untyped").add(len(untyped & found), len(found), len(untyped))


def participants(report: Report, analysis: Analysis, scores: Scores) -> None:
    """Add one report's agents, patients and places to the scores."""
    told = [(mark.start, mark.end) for mark in report.example.events or ()]
    want = [(told[each.event], ROLES[each.role], (each.start, each.end)) for each in report.participants if each.role in ROLES]
    places = {mention.id: (mention.start, mention.end) for mention in analysis.mentions}
    filled = [(event.start, each.role, each.mention) for event in analysis.events for each in event.participants]
    filled += [(event.start, "place", event.place) for event in analysis.events if event.place]
    own = {event.start: next((edges for edges in told if edges[0] <= event.start < edges[1]), None) for event in analysis.events}
    have = {(own[at], role, places[mention]) for at, role, mention in filled if own[at] and role in ROLES.values()}
    asked = {each for each in want if each[0] in own.values()}
    hits = sum(any(w[:2] == h[:2] and w[2][0] < h[2][1] and h[2][0] < w[2][1] for h in have) for w in asked)
    scores.of("participants").add(hits, len(have), len(asked))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(read_meantime(given.folder), given.weights), indent=1))


if __name__ == "__main__":
    main()
