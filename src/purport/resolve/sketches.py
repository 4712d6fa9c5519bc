"""Which reports may share a passage: sentences sketched by MinHash and looked up in bands.

A sentence is its set of three-word shingles, its sketch the least hashes of that set (Broder 1997), cut into bands (Leskovec, Rajaraman
and Ullman, *Mining of Massive Datasets*, ch. 3). Two reports are worth aligning if any sentence of one has a band with any of the
other's. A sentence is enough, so a paragraph quoted in another report is found as surely as a copy of the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from rensa import RMinHash

from purport.records import Analysis
from purport.resolve.folded import Folded, fold_report

SHINGLE = 3
"""Words of a shingle."""
FEWEST = 8
"""Words of the shortest sentence that is sketched by itself: shorter ones are formulas ("he declined to comment")."""
BANDS, ROWS = 4, 2
"""A sentence of twenty words with one changed keeps five sixths of its shingles and is found in 95 of 100 cases, with three changed in
two of three; two that share one shingle in ten meet in 4 of 100, and a copied paragraph has several sentences to be found by."""
SEED = 1


def sketch(analysis: Analysis) -> frozenset[str]:
    """The keys of a report: it can share a passage only with reports that have one of them. They are the same on every machine."""
    return sketch_folded(fold_report(analysis), analysis)


def sketch_folded(folded: Folded, analysis: Analysis) -> frozenset[str]:
    """The same, of a report whose words are folded already."""
    sets = [_shingles(folded.words[unit.start : unit.stop]) for unit in _units(folded, analysis)]
    digests = RMinHash.digests_from_token_sets(sets, BANDS * ROWS, SEED)
    return frozenset(_key(band, digest) for digest in digests for band in range(BANDS))


def _units(folded: Folded, analysis: Analysis) -> Iterator[range]:
    """The words of each sentence that is long enough, and of short ones that follow one another, such as the lines of a table."""
    start: int | None = None
    for span in analysis.sentences:
        words = folded.within(span)
        if len(words) >= FEWEST:
            yield words
            start = None
        else:
            start = words.start if start is None else start
            if words.stop - start >= FEWEST:
                yield range(start, words.stop)
                start = None


def _shingles(words: tuple[str, ...]) -> list[str]:
    return [" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]


def _key(band: int, digest: list[int]) -> str:
    return f"{band:x}" + "".join(f"{value:08x}" for value in digest[band * ROWS : (band + 1) * ROWS])


class Index:
    """Reports by their keys. What it answers does not depend on the order in which they came."""

    def __init__(self) -> None:
        self._reports: dict[str, list[str]] = defaultdict(list)

    def add(self, report: str, keys: Iterable[str]) -> None:
        """Take in a report by its id."""
        for key in keys:
            self._reports[key].append(report)

    def near(self, keys: Iterable[str]) -> frozenset[str]:
        """The reports that have one of some keys."""
        return frozenset(report for key in keys for report in self._reports.get(key, ()))


def candidates(sketches: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Every pair of reports with a key in common, once, in order."""
    reports: dict[str, list[str]] = defaultdict(list)
    for report in sorted(sketches):
        for key in sketches[report]:
            reports[key].append(report)
    yield from sorted({pair for sharing in reports.values() for pair in combinations(sharing, 2)})
