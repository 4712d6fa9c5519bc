"""Comparisons of a case against a careful reader's answers (the examples' ``cluster-*.json``).

    python benchmarks/comparisons.py examples/recording examples/ferry [--weights DIR] [--misses] [--made]

Reads the reports of each folder into a case of its own and holds what is shown against the answers' pairs. A side matches where it covers
0.7 of an answer's words and is at most 300 characters long. Pairs that the answers call weak or an inference are left out. Found is the
share of the answers' pairs of a relation that some comparison of that relation matches; traps and pairs of one series count as joined
where a comparison agrees, contradicts or supersedes. Of what is made in a relation, right is the share that matches an answer of it;
following is the share that matches, or would where a side is replaced by one that the answers have in agreement with it (weak ones too):
the answers list each account once, a case has it from several reports.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from purport.analyse import analyse
from purport.ingest import Given, read_document, read_manifest
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.records import Comparison, Side
from purport.resolving import resolve, shown
from purport.store import Case

COVERS, LONGEST = 0.7, 300
RELATIONS = {"agree": "agrees", "contradict": "contradicts", "supersede": "supersedes"}
OPTIONAL = ("weak", "inference")

Place = tuple[str, frozenset[int]]
"""A file and characters of it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pieces of the answers that belong together, each where its words stand."""

    relation: str
    trap: bool
    optional: bool
    left: tuple[Place, ...]
    right: tuple[Place, ...]
    words: str


def read_pairs(folder: Path, texts: Mapping[str, str]) -> list[Pair]:
    """The answers' pairs whose files were read."""
    found = []
    for path in sorted(folder.glob("cluster-*.json")):
        for pair in json.loads(path.read_text(encoding="utf-8"))["pairs"]:
            if any(pair[side]["file"] not in texts for side in "ab"):
                continue
            trap = bool(pair.get("trap")) or pair.get("note", "").startswith("apparent only") or pair["relation"] == "same-series"
            left, right = (tuple(_places(texts, pair[side]["file"], pair[side]["text"])) for side in "ab")
            words = f"{pair['a']['text']} | {pair['b']['text']} | {pair.get('note', '')}"
            relation = RELATIONS.get(pair["relation"], pair["relation"])
            found.append(Pair(relation, trap, pair.get("strength") in OPTIONAL, left, right, " ".join(words.split())))
    return found


def _places(texts: Mapping[str, str], file: str, words: str) -> Iterator[Place]:
    for found in re.finditer(r"\s+".join(map(re.escape, words.split())), texts[file]):
        yield file, frozenset(range(*found.span()))


def place(side: Side) -> Place:
    """Where a comparison's side stands."""
    return Path(side.path).name, frozenset(i for span in side.content for i in range(span.start, span.end))


def matches(side: Place, places: Sequence[Place]) -> bool:
    """Whether a side stands where one of an answer's does."""
    file, letters = side
    return len(letters) <= LONGEST and any(file == name and words and len(letters & words) >= COVERS * len(words) for name, words in places)


def hits(pair: Pair, one: Place, other: Place) -> bool:
    """Whether two sides are those of a pair, either way round."""
    return any(matches(a, pair.left) and matches(b, pair.right) for a, b in ((one, other), (other, one)))


def follows(pair: Pair, one: Place, other: Place, alike: Mapping[int, set[int]], pieces: Sequence[tuple[Place, ...]]) -> bool:
    """Whether two sides are those of a pair, or in agreement with them."""
    first, second = (
        {also for at, places in enumerate(pieces) if matches(side, places) for also in alike[at] | {at}} for side in (one, other)
    )
    left, right = pieces.index(pair.left), pieces.index(pair.right)
    return (left in first and right in second) or (right in first and left in second)


def score(pairs: Sequence[Pair], made: Sequence[Comparison]) -> dict[str, float]:
    """The figures of one case."""
    pieces = list(dict.fromkeys(piece for pair in pairs for piece in (pair.left, pair.right)))
    alike: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        if pair.relation == "agrees" and not pair.trap:
            left, right = pieces.index(pair.left), pieces.index(pair.right)
            alike[left].add(right)
            alike[right].add(left)
    counts: Counter[str] = Counter()
    sides = [(each.relation.value, place(each.left), place(each.right)) for each in made]
    for pair in pairs:
        if pair.optional:
            continue
        kind = "trap" if pair.trap else pair.relation
        wanted = RELATIONS.values() if pair.trap else (pair.relation,)
        counts[f"{kind} wanted"] += 1
        counts[f"{kind} found"] += any(relation in wanted and hits(pair, one, other) for relation, one, other in sides)
    for relation, one, other in sides:
        if relation in RELATIONS.values():
            own = [pair for pair in pairs if pair.relation == relation and not pair.trap]
            counts[f"{relation} made"] += 1
            counts[f"{relation} right"] += any(hits(pair, one, other) for pair in own)
            counts[f"{relation} following"] += any(follows(pair, one, other, alike, pieces) for pair in own)
    return dict(sorted(counts.items()))


def read_case(folder: Path, reader: Reader, case: Case) -> dict[str, str]:
    """Reads a folder's reports into a case and compares them; the texts by file name."""
    manifest = folder / "manifest.csv"
    given = {entry.path: entry.given for entry in read_manifest(str(manifest))} if manifest.exists() else {}
    paths = sorted(path for path in folder.iterdir() if path.suffix in (".txt", ".html"))
    documents = [read_document(str(path), given.get(str(path), Given())) for path in paths]
    texts = {}
    for document, analysis in analyse(documents, reader):
        texts[Path(document.report.path).name] = analysis.report.text
        case.add(analysis, document.original, reader=reader.version)
    resolve(case)
    return texts


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--misses", action="store_true", help="print the answers' pairs that are not found, and traps that are joined")
    parser.add_argument("--made", action="store_true", help="print what is made and no answer has")
    given = parser.parse_args()
    with Reader(given.weights) as reader:
        for folder in given.folders:
            with tempfile.TemporaryDirectory() as at, Case.open(str(Path(at) / "case"), create=True) as case:
                texts = read_case(folder, reader, case)
                made = [comparison for comparison, _, _ in shown(case)]
            pairs = read_pairs(folder, texts)
            print(json.dumps({folder.name: score(pairs, made)}, indent=1))
            if given.misses:
                _print_misses(pairs, made)
            if given.made:
                _print_made(pairs, made, texts)


def _print_misses(pairs: Sequence[Pair], made: Sequence[Comparison]) -> None:
    for pair in pairs:
        found = [each for each in made if hits(pair, place(each.left), place(each.right))]
        relations = {each.relation.value for each in found}
        wrong = bool(relations & set(RELATIONS.values())) if pair.trap else pair.relation not in relations
        if wrong and not pair.optional:
            print(f"{'trap' if pair.trap else pair.relation} [{', '.join(sorted(relations))}] {pair.words}", file=sys.stderr)


def _print_made(pairs: Sequence[Pair], made: Sequence[Comparison], texts: Mapping[str, str]) -> None:
    for each in made:
        one, other = place(each.left), place(each.right)
        if each.relation.value in RELATIONS.values() and not any(
            hits(pair, one, other) and pair.relation == each.relation for pair in pairs
        ):
            print(f"{each.relation}/{each.type} {each.why}", file=sys.stderr)
            for side in (each.left, each.right):
                words = " … ".join(span.words(texts[Path(side.path).name]) for span in side.content)
                print(f"    {Path(side.path).name}: {' '.join(words.split())}", file=sys.stderr)


if __name__ == "__main__":
    main()
