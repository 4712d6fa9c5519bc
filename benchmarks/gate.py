"""Every layer against the project's own annotated reports, and the examples against their answers; floors that may only rise.

    python benchmarks/gate.py [--weights DIR] [--corpora DIR] [--floors]

Prints the figures as JSON. ``--corpora`` measures the development parts of the corpora too. ``--floors`` compares with
``tests/floors.json`` and exits 1 where a figure has fallen below its floor.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import attributions
import coreference
import dossiers
import entities
import factuality
import likeness
import meantime
import news
import page_text
import reports
import sources
import syntax
import timexes
from corpora.meantime import read_meantime
from gate_reports import Report, analysed, read_reports
from purport.reader import Reader, Reading
from purport.reader.reader import WEIGHTS
from purport.records import Analysis, Span
from scoring import Figure, Scores, Triple, letters, score

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "tests" / "floors.json"
CASES = ("recording", "ferry")
LEAST, SWING = 0.3, 2
"""What another processor's arithmetic may take from a figure: so many points, or so many things where those weigh more."""


def measure_reports(folder: Path, weights: Path) -> dict[str, Figure]:
    """Each layer's figure over the annotated reports of a folder, in percent; ``coreference`` as the record has it."""
    annotated, scores, words = read_reports(folder), Scores(), Counter[str]()
    recorded, network = coreference.Links(), coreference.Links()
    with Reader(weights) as reader:
        for report, reading in zip(annotated, reader.read(report.example.text for report in annotated), strict=True):
            analysis = analysed(report.example.text, reading, report.written)
            words += syntax.compare(syntax.found(reading.words), syntax.gold(report.example))
            words += syntax.compare_sentences(reading.sentences, report.example)
            news.times(report.example.timexes or (), reading.timexes, scores)
            timexes.values(timexes.wanted(report.example.timexes or (), report.values), timexes.recorded(analysis), scores)
            news.events(report.example.events or (), reading, scores)
            _entities(report, reading, scores)
            _judged(report, analysis, scores)
            _roles(report, analysis, scores)
            _said(report, analysis, scores)
            triples = [Triple((a.source,) if a.source else (), (a.cue,) if a.cue else (), a.content) for a in analysis.attributions]
            score(report.example.text, report.attributions, triples, scores)
            chains = coreference.gold(report.example)
            recorded.add(chains, coreference.recorded(analysis, reading.words))
            network.add(chains, coreference.found(reading))
    links = {"coreference": recorded, "coreference network": network}
    return _parsed(words) | scores.figures() | {name: Figure(own.as_dict()["CoNLL"], own.chains) for name, own in links.items()}


def _parsed(words: Counter[str]) -> dict[str, Figure]:
    """Syntax by word, and sentences."""
    of = {"sentences": words["sentences wanted"]}
    return {name: Figure(percent, of.get(name, words["wanted"])) for name, percent in syntax.figures(words, raw=True).items()}


def _entities(report: Report, reading: Reading, scores: Scores) -> None:
    want = {(span.start, span.end, span.label) for span in report.example.entities or ()}
    have = {(each.span.start, each.span.end, each.label) for each in reading.entities}
    scores.of("entities").add(len(want & have), len(have), len(want))


def _judged(report: Report, analysis: Analysis, scores: Scores) -> None:
    """The share of the events found whose factuality is right."""
    pairs = [(report.factuality[event.start], event.factuality) for event in analysis.events if event.start in report.factuality]
    right = sum(want == have for want, have in pairs)
    scores.of("events factuality").add(right, len(pairs), len(pairs))


def _roles(report: Report, analysis: Analysis, scores: Scores) -> None:
    """F1 of participants and places; one is right where it takes in the head of the one wanted."""
    places = {mention.id: range(mention.start, mention.end) for mention in analysis.mentions}
    filled = [(event.start, each.role, places[each.mention]) for event in analysis.events for each in event.participants]
    filled += [(event.start, "place", places[event.place]) for event in analysis.events if event.place]
    asked = [(event, role, span) for event, role, span in filled if role in ("agent", "patient", "place")]
    hits = sum(any(e == event and r == role and head in span for e, r, head in report.roles) for event, role, span in asked)
    scores.of("participants").add(hits, len(asked), len(report.roles))


def _said(report: Report, analysis: Analysis, scores: Scores) -> None:
    """F1 of the times that date a saying; one is right where it shares a character with the one wanted, and the cues share one."""
    times = {each.id: Span(each.start, each.end) for each in analysis.timexes}
    made = [((each.cue,), (times[each.said.timex],)) for each in analysis.attributions if each.cue and each.said and each.said.timex]
    hits = sum(any(letters(cue) & letters(own) and letters([time]) & letters(when) for own, when in made) for cue, time in report.said)
    scores.of("said").add(hits, len(made), len(report.said))


def measure_corpora(root: Path, weights: Path) -> dict[str, dict[str, float]]:
    """The figures on the development parts of the corpora."""
    articles = attributions.read_polnear(root / "polnear" / "dev")
    ewt, gum = root / "ud_ewt" / "en_ewt-ud-dev.conllu", root / "ud_gum" / "en_gum-ud-dev.conllu"
    timeml = [root / "tempeval3" / name for name in ("TimeBank", "AQUAINT")]
    sure = root / "factuality"
    names = root / "conllpp" / "conllpp_dev.txt"
    return {
        **{f"polnear {kind}": attributions.measure(articles, weights, kind) for kind in attributions.KINDS},
        "conllpp": entities.measure(names, weights, False),
        "conllpp sentences": entities.measure(names, weights, True),
        "ewt": syntax.measure(ewt, weights, raw=False),
        "gum": syntax.measure(gum, weights, raw=False),
        "gum raw": syntax.measure(gum, weights, raw=True),
        "timebank aquaint": news.measure(news.documents(timeml, sure, dev=True), weights),
        **{f"{folder.name} times": timexes.measure(timexes.documents([folder], "dev"), weights) for folder in timeml},
        "uds": factuality.measure(ewt, sure / "uds_ih2" / "dev.jsonl", weights),
        "re3d": entities.measure(root / "re3d" / "CONLL-format" / "data" / "test" / "re3d-test.conll", weights, False),
        "meantime": meantime.measure(read_meantime(root / "meantime" / "intra_cross-doc_annotation"), weights),
        "sick": likeness.measure(root / "sick" / "SICK_train.txt", weights),
        "gum coreference": coreference.measure(coreference.documents(gum, root / "gum_coref", ""), weights),
        "gum coreference news": coreference.measure(coreference.documents(gum, root / "gum_coref", "news"), weights),
    }


def measure_case(folder: Path, weights: Path) -> dict[str, Figure]:
    """The shares of an example's claims, and of the attributions made, in percent."""
    shares = reports.measure([folder], weights)
    claims = {name: Figure(shares[name], int(shares["claims"])) for name in ("found", "source", "stance")}
    return claims | {"right": Figure(shares["right"], int(shares["attributions"])), "said": Figure(shares["said"], int(shares["dated"]))}


def fallen(figures: dict[str, dict[str, Figure]], floors: dict[str, dict[str, float]]) -> list[str]:
    """A sentence for each figure below its floor by more than its band."""
    return [
        f"{part}: {name} is {figures[part][name].percent}, its floor {floor} less {band(figures[part][name].of):.1f}"
        for part, own in floors.items()
        for name, floor in own.items()
        if figures[part][name].percent < floor - band(figures[part][name].of)
    ]


def band(of: int) -> float:
    """Points that a figure of so many things may be below its floor."""
    return max(LEAST, 100 * SWING / max(1, of))


def measure(weights: Path = WEIGHTS) -> dict[str, dict[str, Figure]]:
    """The figures on what the project carries."""
    cases = {case: measure_case(ROOT / "examples" / case, weights) for case in CASES}
    lines = {f"{case} lines": dossiers.figures(dossiers.measure_folder(ROOT / "examples" / case, weights)) for case in CASES}
    own = {"gate": measure_reports(ROOT / "tests" / "gate", weights), **cases, **lines}
    return {**own, "sources": _led(weights), "page text": _page_text(weights)}


def _led(weights: Path) -> dict[str, Figure]:
    """Of the examples' sources that are pronouns, nouns or parts of names, how many lead to whom they stand for."""
    found = sources.measure([ROOT / "examples" / case for case in CASES], weights)
    return {"right": Figure(found["right"], int(found["sources"]))}


def _page_text(weights: Path) -> dict[str, Figure]:
    """Characters of page text on pages of sites that nothing was learned from."""
    pages = page_text.read_pages()
    return {"page text": Figure(page_text.measure(pages, weights)["page text"], sum(len(page.page) for page in pages))}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--corpora", type=Path)
    parser.add_argument("--floors", action="store_true")
    given = parser.parse_args()
    figures = measure(given.weights)
    shown = {part: {name: figure.percent for name, figure in own.items()} for part, own in figures.items()}
    if given.corpora:
        shown |= measure_corpora(given.corpora, given.weights)
    print(json.dumps(shown, indent=1))
    faults = fallen(figures, json.loads(FLOORS.read_text(encoding="utf-8"))) if given.floors else []
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
