"""Shared passages and origins against a careful reader's answers (the examples' format).

    python benchmarks/origins.py examples/recording examples/ferry [--aliases] [--weights DIR] [--misses]

``passages`` are pairs of passages of one origin that share at least half of the shorter's words, found where a passage shared by the two
reports covers half of both; ``spurious`` are shared passages that touch no such pair. ``groups`` are the answers' origins: right where
the claims in their passages have one origin. ``lines`` are the dossier's lines that cite several reports: right where the claims with the
words cited have as many origins as the line says; ``over`` and ``under`` count those with more and fewer. A group or line counts where
the reader has a claim at every passage of it: ``read`` is how many do. Names of one thing are joined where they are the same, and with
``--aliases`` where the answers say that they are one's.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import reports
from purport.analyse import analyse
from purport.ingest import read_document
from purport.reader import Reader
from purport.reader.reader import WEIGHTS
from purport.records import Analysis, Claim, Span
from purport.resolve.folded import fold_report, folded_words
from purport.resolve.origins import count_origins, origins
from purport.resolve.outlets import plain_name
from purport.resolve.passages import Shared, shared
from scoring import letters

COVERED, SAME = 0.5, 0.5


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a report that an answer cites."""

    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that rest on some number of origins by the answers."""

    kind: str
    name: str
    cited: tuple[Cited, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Case:
    """A folder read: its reports by file name, what they share, and which of their entities the answers call one."""

    analyses: dict[str, Analysis]
    shared: tuple[Shared, ...]
    entities: dict[tuple[str, str], str]


def wanted(cluster: dict) -> Iterator[Wanted]:
    """The answers' origins, and their dossier's lines that cite several reports."""
    for number, group in enumerate(cluster["origins"]):
        sides = [side for each in group["passages"] for side in ([each["a"], each["b"]] if "a" in each else [each])]
        cited = tuple(dict.fromkeys(Cited(side["file"], Span(*side["span"])) for side in sides))
        if len(group["passages"]) > 1 and "a" in group["passages"][0]:  # every pair of passages is one told thing
            for pair in group["passages"]:
                told = tuple(Cited(side["file"], Span(*side["span"])) for side in (pair["a"], pair["b"]))
                yield Wanted("groups", f"{number} {group['first']}", told, 1)
        else:
            yield Wanted("groups", str(group.get("origin", group["first"])), cited, 1)
    for line in cluster["dossier"]:
        cited = tuple(Cited(each["path"], Span(each["start"], each["end"])) for each in line["citations"])
        if len({each.file for each in cited}) > 1:
            yield Wanted("lines", f"{line['subject']}, {line['field']}: {line['value']}", cited, line["origins"])


def claim_at(analysis: Analysis, span: Span) -> Claim | None:
    """The claim that agrees best with some words, with or without its source and cue, of those that share half of its words or theirs."""
    words = letters([span])
    said = {each.id: letters([part for part in (each.source, each.cue) if part]) for each in analysis.attributions}
    best: tuple[float, str, Claim | None] = (0.0, "", None)
    for claim in analysis.claims:
        content = letters(claim.content)
        if len(content & words) >= COVERED * min(len(content), len(words)):
            wholes = (content, content | said.get(claim.attribution or "", frozenset()))
            best = max(best, (max(len(whole & words) / len(whole | words) for whole in wholes), claim.id, claim), key=lambda each: each[:2])
    return best[2]


def count(case: Case, want: Wanted, totals: Counter[str], misses: list[str]) -> None:
    """Add one answer to the totals."""
    totals[want.kind] += 1
    found = [(case.analyses[each.file], claim_at(case.analyses[each.file], each.span)) for each in want.cited]
    claims = [(analysis, claim) for analysis, claim in found if claim is not None]
    if len(claims) < len(found):
        misses.append(f"not read: {want.name}")
        return
    made = origins(claims, case.shared, case.entities)
    totals[f"{want.kind} read"] += 1
    totals[f"{want.kind} right"] += len(made) == want.origins
    totals[f"{want.kind} over"] += len(made) > want.origins
    totals[f"{want.kind} under"] += len(made) < want.origins
    if len(made) != want.origins:
        misses.append(f"{want.name}: {want.origins}, not so: {count_origins(made)}")


def copied(case: Case, cluster: dict) -> Iterator[tuple[Cited, Cited]]:
    """The answers' pairs of passages that have at least half of the shorter's words in common."""
    for group in cluster["origins"]:
        sides = [[each["a"], each["b"]] if "a" in each else [each] for each in group["passages"]]
        pairs = [tuple(pair) for pair in sides if len(pair) == 2] or list(combinations([side for (side,) in sides], 2))
        for one, other in pairs:
            words = [Counter(folded_words(side["text"])) for side in (one, other)]
            if (words[0] & words[1]).total() >= SAME * min(each.total() for each in words):
                yield Cited(one["file"], Span(*one["span"])), Cited(other["file"], Span(*other["span"]))


def passages(case: Case, cluster: dict, totals: Counter[str], misses: list[str]) -> None:
    """Add the shared passages of a folder to the totals."""
    pairs = list(copied(case, cluster))
    totals["passages"] += len(pairs)
    missed = [pair for pair in pairs if not any(_share(case, pair, each) for each in case.shared)]
    totals["passages found"] += len(pairs) - len(missed)
    misses.extend(f"not shared: {one.span.words(case.analyses[one.file].report.text)}" for one, _ in missed)
    for each in case.shared:
        for passage in each.passages:
            touched = any(_touches(case, pair, each, (passage.left, passage.right)) for pair in pairs)
            totals["spurious"] += not touched


def _sides(case: Case, pair: tuple[Cited, Cited], each: Shared) -> tuple[Span, Span] | None:
    ids = [case.analyses[cited.file].report.id for cited in pair]
    if ids == [each.left, each.right]:
        return pair[0].span, pair[1].span
    return (pair[1].span, pair[0].span) if ids == [each.right, each.left] else None


def _share(case: Case, pair: tuple[Cited, Cited], each: Shared) -> bool:
    spans = _sides(case, pair, each)
    if spans is None:
        return False
    covered = [letters([(passage.left, passage.right)[i] for passage in each.passages]) & letters([spans[i]]) for i in (0, 1)]
    return all(len(covered[i]) >= COVERED * len(letters([spans[i]])) for i in (0, 1))


def _touches(case: Case, pair: tuple[Cited, Cited], each: Shared, found: tuple[Span, Span]) -> bool:
    spans = _sides(case, pair, each)
    return spans is not None and all(bool(letters([found[i]]) & letters([spans[i]])) for i in (0, 1))


def aliases(analyses: Sequence[Analysis], cluster: dict) -> dict[tuple[str, str], str]:
    """The entities that the answers call one, by the words of their mentions."""
    groups = {plain_name(name): str(number) for number, group in enumerate(cluster["alias_groups_across"]) for name in _names(group)}
    return {
        (analysis.report.id, mention.entity): groups[plain]
        for analysis in analyses
        for mention in analysis.mentions
        if mention.entity and (plain := plain_name(analysis.report.text[mention.start : mention.end])) in groups
    }


def _names(group: object) -> list[str]:
    return [str(each) for each in (group if isinstance(group, list) else group["names"])]  # type: ignore[index]


def read(path: Path, reader: Reader, *, given_aliases: bool) -> tuple[dict, Case]:
    """A folder's answers on the case, and its reports read."""
    cluster = json.loads(next(path.glob("cluster-*.json")).read_text(encoding="utf-8"))
    answers = list(reports.folder(path))
    documents = (read_document(file, given) for _, file, given in answers)
    analyses = {gold["file"]: analysis for (gold, _, _), (_, analysis) in zip(answers, analyse(documents, reader), strict=True)}
    folded = [fold_report(analysis) for analysis in analyses.values()]
    found = tuple(both for one, other in combinations(folded, 2) if (both := shared(one, other)))
    return cluster, Case(analyses, found, aliases(list(analyses.values()), cluster) if given_aliases else {})


def measure(folders: Sequence[Path], weights: Path, *, given_aliases: bool = False) -> tuple[dict[str, int], list[str]]:
    """The totals over folders, and what is not right."""
    totals: Counter[str] = Counter()
    misses: list[str] = []
    with Reader(weights) as reader:
        for path in folders:
            cluster, case = read(path, reader, given_aliases=given_aliases)
            passages(case, cluster, totals, misses)
            for want in wanted(cluster):
                count(case, want, totals, misses)
    return dict(totals), misses


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--aliases", action="store_true")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    totals, misses = measure(given.folders, given.weights, given_aliases=given.aliases)
    print(json.dumps(totals, indent=1))
    for miss in misses if given.misses else ():
        print(miss)


if __name__ == "__main__":
    main()
