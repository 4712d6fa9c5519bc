"""Attributions against a careful reader's answers (the examples' format).

    python benchmarks/reports.py examples/recording examples/ferry [--weights DIR]

A claim of the answers is found when an attribution covers 0.7 of its words, is at least 0.3 about them, and touches its cue; claims and
attributions are paired one to one, best first. Found, source and stance are shares of the claims that name a source and are not
optional; right is the share of the attributions made that pair with any claim. Said is F1 of the times that date a saying, over the
claims that pair with an attribution: right where the time expressions share a character.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from purport.analyse import analyse
from purport.ingest import Given, read_document, read_manifest
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.records import Analysis, Attribution
from scoring import letters

COVERS, ABOUT, LONGEST_SOURCE = 0.7, 0.3, 100
STANCES = {"asserts": "asserts", "denies": "denies", "probable": "hedged", "possible": "hedged"}
FACTUALITIES = {"CT+": "asserts", "CT-": "denies", "Uu": "uncommitted"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One claim as the careful reader wrote it down."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    stances: frozenset[str]
    said: frozenset[int]
    counts: bool


def answers(gold: dict) -> list[Answer]:
    """The claims of one report's answers."""
    found = []
    for claim in gold["claims"]:
        spans = claim["spans"]
        stances = [STANCES.get(name, "uncommitted") for name in (claim["stance"], *claim.get("stance_accept", []))]
        places = {role: frozenset(range(*spans[role])) if spans.get(role) else frozenset() for role in ("source", "cue", "content")}
        counts = bool(places["source"]) and not claim.get("optional")
        said = {i for time in gold["times"] if claim["id"] in time.get("dates", []) for i in range(*time["span"])}
        found.append(Answer(places["source"], places["cue"], places["content"], frozenset(stances), frozenset(said), counts))
    return found


def pairs(wanted: list[Answer], made: tuple[Attribution, ...]) -> dict[int, int]:
    """Index of each answer that is found -> index of its attribution."""
    options = []
    for i, answer in enumerate(wanted):
        for j, attribution in enumerate(made):
            content, cue = letters(attribution.content), letters([attribution.cue] if attribution.cue else [])
            both = len(answer.content & content)
            touches = not answer.cue or bool(answer.cue & cue)
            if both and both / len(answer.content) >= COVERS and both / len(content) >= ABOUT and touches:
                options.append((both / len(answer.content | content), -i, -j))
    matched: dict[int, int] = {}
    for _, i, j in sorted(options, reverse=True):
        if -i not in matched and -j not in matched.values():
            matched[-i] = -j
    return matched


def same_source(answer: Answer, attribution: Attribution) -> bool:
    """The sources share half, or the wanted one lies in a short one that is not the content."""
    have = letters([attribution.source] if attribution.source else [])
    if not have or not answer.source:
        return False
    within = answer.source <= have and len(have) <= LONGEST_SOURCE and not have & letters(attribution.content)
    return within or len(answer.source & have) / len(answer.source | have) >= 0.5


def add(gold: dict, analysis: Analysis, totals: Counter[str]) -> None:
    """Add one report to the totals."""
    wanted, made = answers(gold), analysis.attributions
    matched = pairs(wanted, made)
    totals["attributions"] += len(made)
    totals["right"] += len(matched)
    for i, answer in enumerate(wanted):
        if answer.counts:
            totals["claims"] += 1
            attribution = made[matched[i]] if i in matched else None
            totals["found"] += attribution is not None
            if attribution is not None:
                totals["source"] += same_source(answer, attribution)
                totals["stance"] += FACTUALITIES.get(attribution.factuality, "hedged") in answer.stances
    times = {each.id: frozenset(range(each.start, each.end)) for each in analysis.timexes}
    for i, j in matched.items():
        said = times[timex] if (of := made[j].said) and (timex := of.timex) else frozenset()
        totals["dated"] += bool(wanted[i].said)
        totals["dates"] += bool(said)
        totals["said"] += bool(wanted[i].said & said)


def folder(path: Path) -> Iterator[tuple[dict, str, Given]]:
    """The answers of a folder with their reports' paths."""
    manifest = path / "manifest.csv"
    given = {Path(entry.path).name: entry.given for entry in read_manifest(str(manifest))} if manifest.exists() else {}
    for file in sorted(path.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        if "claims" in gold and "file" in gold:
            yield gold, str(path / gold["file"]), given.get(gold["file"], Given())


def measure(folders: list[Path], weights: Path = WEIGHTS) -> dict[str, float]:
    """Shares in percent over all reports of the folders."""
    totals: Counter[str] = Counter()
    wanted = [item for path in folders for item in folder(path)]
    with Reader(weights) as reader:
        documents = (read_document(path, given) for _, path, given in wanted)
        for (gold, _, _), (_, analysis) in zip(wanted, analyse(documents, reader), strict=True):
            add(gold, analysis, totals)
    claims, made = totals["claims"], totals["attributions"]
    shares = {name: round(100 * totals[name] / max(1, claims), 1) for name in ("found", "source", "stance")}
    said = round(200 * totals["said"] / max(1, totals["dated"] + totals["dates"]), 1)
    right = round(100 * totals["right"] / max(1, made), 1)
    return {"claims": claims, **shares, "attributions": made, "right": right, "dated": totals["dated"], "said": said}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(given.folders, given.weights), indent=1))


if __name__ == "__main__":
    main()
