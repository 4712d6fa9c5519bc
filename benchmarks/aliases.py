"""Entities across reports: the examples' answers, or MEANTIME's cross-document entities.

    python benchmarks/aliases.py examples/recording examples/ferry [--weights DIR]
    python benchmarks/aliases.py --meantime FOLDER

The answers' groups (``alias_groups_across``) are names of one thing, its pairs (``not_merged_across``) those of two. A name stands in
a report where its words do by themselves; what is had there is the entity of the mention that ends with them, nearest in length, if it
is half of them or all but titles. Joined: the pairs of names of one group in two reports that are one in the case, of all such pairs, and
of those where both are mentions. Wrong: the pairs of the second list, in one report or two, that are one.

MEANTIME: mentions by report and head word; MUC, B-cubed, CEAF-e and their mean over all reports as one text, singletons left out. ``apart``
gives the same with the entities of each report by themselves.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))

from coreference import Cluster, Links
from corpora.meantime import Report, read_meantime
from gate_reports import analysed
from purport.analyse import analyse
from purport.extract.names import title_of
from purport.extract.syntax import head_of, words_in
from purport.ingest import read_document
from purport.reader import Reader, Reading, Words
from purport.reader.reader import WEIGHTS
from purport.records import Analysis, MentionForm, Span
from purport.resolve import clusters, find_links, profiles
from reports import folder

PLACES = 1_000_000
"""Characters that no report has more of: its number times this sets its offsets off from others'."""
_NOTE = re.compile(r"\s*\([^)]*\)$|:.*$")


def entities(analyses: Sequence[Analysis]) -> dict[str, str]:
    """The entity in the case of each entity of a report; those that are only in one report have their own."""
    known = [profile for analysis in analyses for profile in profiles(analysis)]
    found = clusters(known, find_links(known))
    return {entity: each.id for each in found for _, entity in each.members}


def entity_at(analysis: Analysis, words: str, longer: str = "") -> str | None:
    """The entity in its report of what some words name there, if most of their mentions agree; ``None`` if no mention has it."""
    said: Counter[str] = Counter()
    for found in occurrences(analysis, words, longer):
        ending = [each for each in analysis.mentions if each.end == found.end and each.form != MentionForm.PRONOUN]
        if ending:
            nearest = min(ending, key=lambda each: (abs(each.start - found.start), each.start))
            before = analysis.report.text[found.start : max(found.start, nearest.start)].split()
            if 2 * (nearest.end - nearest.start) >= len(words) or all(word[0].isupper() for word in before):
                said[nearest.entity or nearest.id] += 1
    return said.most_common(1)[0][0] if said else None


def occurrences(analysis: Analysis, words: str, longer: str = "") -> list[Span]:
    """Where some words stand by themselves: not as a part of a longer name, nor of ``longer`` words."""
    spans = [Span(*found.span()) for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", analysis.report.text)]
    names = [Span(each.start, each.end) for each in analysis.mentions if each.form == MentionForm.NAME]
    names += [Span(*found.span()) for found in re.finditer(re.escape(longer), analysis.report.text)] if words in longer else []
    return [span for span in spans if not any(_is_more(name, span, analysis.report.text) for name in names)]


def _is_more(name: Span, span: Span, text: str) -> bool:
    own = name.words(text).removeprefix("the ").removeprefix("The ")
    return name.start <= span.start and span.end <= name.end and len(own) > span.end - span.start and title_of(own.split()[0]) is None


def places(analyses: Sequence[Analysis], words: str, longer: str = "") -> list[tuple[str, str | None]]:
    """The reports in which some words stand, each with what they name there."""
    return [(each.report.id, entity_at(each, words, longer)) for each in analyses if occurrences(each, words, longer)]


def _bare(words: str) -> str:
    """Words of the answers without a note on them, and without "the"."""
    words = _NOTE.sub("", words)
    return words.split(" ", 1)[1] if words.lower().startswith("the ") else words


def score(answers: dict, analyses: Sequence[Analysis]) -> Counter[str]:
    """How many pairs are joined that should be, and that should not."""
    case, totals = entities(analyses), Counter[str]()
    for group in answers["alias_groups_across"]:
        stands = [place for words in dict.fromkeys(_bare(each) for each in group) for place in places(analyses, words)]
        for (one, mine), (other, theirs) in combinations(stands, 2):
            if one != other:
                totals["wanted"] += 1
                totals["mentioned"] += mine is not None and theirs is not None
                totals["joined"] += _are_one(case, mine, theirs)
    for pair in answers["not_merged_across"]:
        one, other = (_bare(each) for each in pair)
        stands = places(analyses, one, other), places(analyses, other, one)
        for (_, mine), (_, theirs) in product(*stands) if one != other else ():
            totals["apart"] += mine is not None and theirs is not None
            totals["wrong"] += _are_one(case, mine, theirs)
    return totals


def _are_one(case: dict[str, str], one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and case.get(one, one) == case.get(other, other)


def measure(folders: Sequence[Path], weights: Path) -> dict[str, float]:
    """The figures over cases."""
    totals: Counter[str] = Counter()
    with Reader(weights) as reader:
        for path in folders:
            documents = [read_document(file, given) for _, file, given in folder(path)]
            analyses = [analysis for _, analysis in analyse(documents, reader)]
            for answers in sorted(path.glob("cluster-*.json")):
                totals += score(json.loads(answers.read_text(encoding="utf-8")), analyses)
    joined = {
        "joined": round(100 * totals["joined"] / max(1, totals["wanted"]), 1),
        "of mentions": round(100 * totals["joined"] / max(1, totals["mentioned"]), 1),
    }
    return {"pairs": totals["wanted"], "mentioned": totals["mentioned"], **joined, "apart": totals["apart"], "wrong": totals["wrong"]}


def wanted(reports: Sequence[Report], words: Sequence[Words]) -> list[Cluster]:
    """The corpus's clusters, each mention by its report and the offset of its head."""
    found: dict[str, set[int]] = {}
    for number, (report, own) in enumerate(zip(reports, words, strict=True)):
        for each in report.instances:
            found.setdefault(each.number, set()).add(number * PLACES + _head(own, Span(each.start, each.end)))
    return [frozenset(each) for each in found.values()]


def had(analyses: Sequence[Analysis], words: Sequence[Words], case: dict[str, str]) -> list[Cluster]:
    """The record's clusters, ``case`` telling which entities of reports are one."""
    found: dict[str, set[int]] = {}
    for number, (analysis, own) in enumerate(zip(analyses, words, strict=True)):
        for each in analysis.mentions:
            entity = each.entity or each.id
            found.setdefault(case.get(entity, entity), set()).add(number * PLACES + _head(own, Span(each.start, each.end)))
    return [frozenset(each) for each in found.values()]


def _head(words: Words, span: Span) -> int:
    head = head_of(words, words_in(words, span))
    return span.start if head is None else words.starts[head]


def read(reports: Sequence[Report], weights: Path) -> Iterator[Reading]:
    """What the network finds in reports."""
    with Reader(weights) as reader:
        yield from reader.read(report.example.text for report in reports)


def measure_meantime(reports: Sequence[Report], readings: Sequence[Reading]) -> dict[str, dict[str, float]]:
    """The figures over MEANTIME's reports."""
    words = [reading.words for reading in readings]
    analyses = [analysed(report.example.text, reading) for report, reading in zip(reports, readings, strict=True)]
    gold, found = wanted(reports, words), {}
    for name, case in (("case", entities(analyses)), ("apart", {})):
        links = Links()
        links.add(gold, had(analyses, words, case))
        found[name] = links.as_dict()
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="*")
    parser.add_argument("--meantime", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    if given.folders:
        print(json.dumps(measure(given.folders, given.weights), indent=1))
    if given.meantime:
        reports = read_meantime(given.meantime)
        print(json.dumps(measure_meantime(reports, [*read(reports, given.weights)]), indent=1))


if __name__ == "__main__":
    main()
