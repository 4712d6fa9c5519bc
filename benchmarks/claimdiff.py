"""Pairs of claims from two newsrooms: whether the second weakens or strengthens the first (ClaimDiff, Ko et al. 2022).

    python benchmarks/claimdiff.py FOLDER [--weights DIR]

Each sentence of a pair is read as a report of its own, of the pair's date. A pair counts as weakened where some account of the second
contradicts, replaces or doubts one of the first, as strengthened where one agrees. Precision, recall and F1 in hundredths, beside the F1 of
calling every pair so.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

from purport.analyse import analyse
from purport.ingest import Given, parse_document
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.records import Analysis, Basis, Published, Relation
from purport.resolve import clusters, find_links, keys, profiles
from purport.resolve.accounts import identified
from purport.resolve.claimed import accounts
from purport.resolve.compare import comparison

FILES = {"weakens": "ClaimDiff-weak-train.json", "strengthens": "ClaimDiff-strength-train.json"}
SHOWS = {
    Relation.CONTRADICTS: "weakens",
    Relation.SUPERSEDES: "weakens",
    Relation.DOUBTS: "weakens",
    Relation.AGREES: "strengthens",
}


def found(one: Analysis, other: Analysis) -> set[str]:
    """What the accounts of two texts come to."""
    own = [profiles(each) for each in (one, other)]
    links = find_links([*own[0], *own[1]])
    named = {member: (each.id, each.name) for each in clusters([*own[0], *own[1]], links) for member in each.members}
    told = [
        [identified(account, lambda report, entity: named.get((report, entity))) for account in accounts(each, names)]
        for each, names in zip((one, other), ({each.entity: keys(each) for each in mine} for mine in own), strict=True)
    ]
    made = (comparison(left, right) for left in told[0] for right in told[1])
    return {SHOWS[each.relation] for each in made if each is not None and each.relation in SHOWS}


def measure(folder: Path, weights: Path) -> dict[str, float]:
    """The figures over both files, which hold the same pairs."""
    wanted: dict[str, set[str]] = {}
    pairs = {}
    for relation, name in FILES.items():
        for each in json.loads((folder / name).read_text(encoding="utf-8"))["data"]:
            pairs[each["pair_id"]] = each
            wanted.setdefault(each["pair_id"], set()).update({relation} if each["relation"] else ())
    documents = [
        parse_document(pairs[id_][side].encode(), f"{id_}-{side}.txt", Given()) for id_ in sorted(pairs) for side in ("claim_a", "claim_b")
    ]
    counts: Counter[str] = Counter()
    with Reader(weights) as reader:
        read = [analysis for _, analysis in analyse(documents, reader)]
    for at, id_ in enumerate(sorted(pairs)):
        day = pairs[id_]["date"]
        both = [
            replace(each, report=replace(each.report, published=Published(day, day, Basis.GIVEN))) for each in read[2 * at : 2 * at + 2]
        ]
        made = found(both[0], both[1])
        for relation in FILES:
            counts[f"{relation} wanted"] += relation in wanted[id_]
            counts[f"{relation} made"] += relation in made
            counts[f"{relation} right"] += relation in made & wanted[id_]
    return {"pairs": len(pairs)} | {key: value for relation in FILES for key, value in _figures(counts, relation, len(pairs)).items()}


def _figures(counts: Counter[str], relation: str, pairs: int) -> dict[str, float]:
    right, made, wanted = (counts[f"{relation} {part}"] for part in ("right", "made", "wanted"))
    return {
        f"{relation}: precision": round(100 * right / max(1, made), 1),
        f"{relation}: recall": round(100 * right / max(1, wanted), 1),
        f"{relation}: F1": round(200 * right / max(1, made + wanted), 1),
        f"{relation}: F1 of calling all so": round(200 * wanted / max(1, pairs + wanted), 1),
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    print(json.dumps(measure(given.folder, given.weights), indent=1))


if __name__ == "__main__":
    main()
